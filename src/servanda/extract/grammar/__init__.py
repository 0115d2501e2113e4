"""Readings of the dependency parse that all kinds of fact share.

subjects   who does what a verb says, through conjunctions, participles and the passive
dependents what hangs directly on a word, by relation, form or base form
phrases    what hangs on a word: objects, conjuncts, owners, and where phrases and clauses end
listed     who does what the items of a list say
modality   whether a clause denies, supposes or plans what it says
"""

from __future__ import annotations

from servanda.extract.grammar.dependents import has_child
from servanda.extract.grammar.modality import is_conditional, is_negated, is_planned, is_unreal
from servanda.extract.grammar.phrases import (
    clause_bounds,
    content_end,
    direct_objects,
    is_indefinite,
    objects_of,
    phrase,
    possessor_of,
    prep_objects,
    text_between,
    trim_left,
    trim_right,
    with_conjuncts,
)
from servanda.extract.grammar.subjects import (
    agent_of,
    doer_of,
    finite_above,
    governing_verb,
    has_subject,
    is_misplaced,
    is_passive,
    is_verbal,
    relative_antecedent,
    subject_of,
)

__all__ = [
    "agent_of",
    "clause_bounds",
    "content_end",
    "direct_objects",
    "doer_of",
    "finite_above",
    "governing_verb",
    "has_child",
    "has_subject",
    "is_conditional",
    "is_indefinite",
    "is_misplaced",
    "is_negated",
    "is_passive",
    "is_planned",
    "is_unreal",
    "is_verbal",
    "objects_of",
    "phrase",
    "possessor_of",
    "prep_objects",
    "relative_antecedent",
    "subject_of",
    "text_between",
    "trim_left",
    "trim_right",
    "with_conjuncts",
]
