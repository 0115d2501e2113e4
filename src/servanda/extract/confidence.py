"""How sure a fact is: the share of facts of the same rule that agreed with trained coders."""

from __future__ import annotations

from servanda.codebook.confidence import confidence
from servanda.model.facts import Fact


def confidence_of(fact: Fact) -> float:
    """Estimate in 0..1 that a trained coder would code this fact with this type (bench/calibrate.py)."""
    return confidence().of(fact.kind, fact.rule)
