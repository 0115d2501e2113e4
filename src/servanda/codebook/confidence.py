"""How often each family of rules was right on coded documents (data/confidence.yaml, made by a script)."""

from __future__ import annotations

from functools import cache

import msgspec

from servanda.codebook.load import load_data


class Confidence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Estimates in 0..1 that a fact is one that trained coders code with the same type. `kinds`: by kind
    of fact; `rules`: by the name of the rule, or of its family (the name up to the last ":" or "/")."""

    kinds: dict[str, float]
    rules: dict[str, float]

    def of(self, kind: str, rule: str) -> float:
        """The estimate for the rule; else for its family; else for the kind of fact."""
        return next((self.rules[name] for name in families(rule) if name in self.rules), self.kinds[kind])


def families(rule: str) -> list[str]:
    """A rule's name and those of its families, the narrowest first: "commitment/verb:pledge",
    "commitment/verb"."""
    names = [rule]
    while (cut := max(rule.rfind(":"), rule.rfind("/"))) > 0:
        rule = rule[:cut]
        names.append(rule)
    return names[:-1] if len(names) > 1 else names


@cache
def confidence() -> Confidence:
    """The estimates, read once."""
    return load_data("confidence.yaml", Confidence)
