"""Bytes to stable text with its metadata and regions."""
