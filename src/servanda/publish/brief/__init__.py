"""The briefing book on a relationship: what a minister's office reads before a meeting."""
