"""Sample documents on one relationship, their codings, and sentences to try rules on (see README.md here)."""
