"""Exports and other products made from the ledger."""
