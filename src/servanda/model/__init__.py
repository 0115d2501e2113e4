"""Frozen types that every other part shares: documents, spans and facts. Imports nothing of Servanda."""
