"""Across documents: which facts tell of one thing. Pure functions of facts, sources and judgements."""
