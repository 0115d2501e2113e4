"""Servanda reads the public record of cooperation between states into a ledger of what was agreed."""

__version__ = "0.1.0"
