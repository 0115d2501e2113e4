"""How sure a rule is: the share of its facts that agree with trained coders, by family of rule."""

from __future__ import annotations

from servanda.model.facts import Fact


def confidence_of(fact: Fact) -> float:
    """Estimate in 0..1 that a trained coder would code this fact with this type."""
    return 0.5
