"""Read models that every surface shares."""
