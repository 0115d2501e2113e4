"""The edition: the book as it is printed for the desk, in tables from which a page is had in milliseconds.

An edition is derived from the ledger and holds nothing of its own: it can be thrown away at any time and is
made anew when the ledger has changed (docs/decisions/0018-desk.md).
"""
