"""What became of what was promised and planned: answers, status, what is due, what a series implies.

Pure functions of entries; nothing of it is stored.
"""
