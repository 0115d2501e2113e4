"""Words of evaluation and of stance (data/stances.yaml)."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache

import msgspec

from servanda.codebook.load import load_data

Words = frozenset[str]


class Phrases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs that show something when one of the words stands near them: esteem, by "speak" and "highly"."""

    verbs: Words
    near: Words


class StanceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas by what they show; see the comments in the data file."""

    views: Words
    holding_views: Words
    accord: Words
    convinced: Words
    valuing: Words
    congratulating: Words
    devaluing: Words
    accusing: Words
    thanking_for: Words
    valuing_an_object: Words
    feelings: Words
    ill_feelings: Words
    struck: Words
    feelings_in: Words
    raising: Words
    causes: Words
    winning: Words
    alarming: Words
    feeling_adjectives: Words
    ill_feeling_adjectives: Words
    feelings_need_praise: Words
    felt_with: Words
    learning: Words
    worth: Words
    worth_needs_praise: Words
    agreed_worth: Words
    shares: Words
    welcomed: Words
    praise: Words
    blame: Words
    praising_nouns: Words
    cooperation: Words
    none_better: Words
    chances: Words
    plenty: Words
    thriving: Words
    having: Words
    had: Words
    resting: Words
    grounds: Words
    providing: Words
    benefits: Words
    lifting: Words
    doing_good: Words
    dealings: Words
    going: Words
    well: Words
    bettering: Words
    better: Words
    forgetting: Words
    remembering: Words
    fruiting: Words
    fruits: Words
    attached: Words
    attaching: Words
    turning: Words
    being: Words
    turning_points: Words

    stressing: Words
    dwelling: Words
    speaking: Words
    done_together: Words
    calling: Words
    calling_nouns: Words
    calling_plainly: Words
    esteem: tuple[Phrases, ...]
    praised_in_words: tuple[Phrases, ...]
    praising_denied: Words
    of_use: Words
    across_the_table: Words

    matters: tuple[str, ...]
    issues: Words
    stance_nouns: Words
    strong_stance_nouns: Words
    worried: Words
    worries: Words
    dangers: Words
    wrong: Words
    stance_verbs: Words
    withheld: Words
    keeping_to: Words
    stances_on: tuple[Phrases, ...]
    claims: Words
    rejecting: Words
    damning: Words
    settling: Words
    judging: Words
    principles: Words
    affirming: Words
    teaching: Words
    stakes: Words
    solutions: Words
    solved: Words
    unrest: Words
    endings: Words
    wanting: Words
    talking: Words
    ways: Words
    of_many: Words
    ceasing: Words
    calming: Words
    of_settling: Words
    of_peace: Words
    norms: Words

    def with_esteem(self, verb: str) -> frozenset[str]:
        """The words near which a verb's lemma shows esteem: "highly" of "speak"; none for most verbs."""
        return frozenset(word for phrase in self.esteem if verb in phrase.verbs for word in phrase.near)

    def praises_in_words(self, verb: str, clause: str) -> bool:
        """Whether a clause in lower case with that verb holds a set phrase of praise: "is second to none"."""
        near = (phrase.near for phrase in self.praised_in_words if verb in phrase.verbs)
        return any(words in clause for phrases in near for words in phrases)

    def praises(self, verb: str) -> bool:
        """Whether a verb's lemma praises its object, or wishes it well: nobody's own side."""
        return verb in self.valuing or verb in self.congratulating

    def takes_stance(self, verb: str, near: Set[str]) -> bool:
        """Whether a verb's lemma with the prepositions behind it takes a stance: "warned against"."""
        return any(verb in phrase.verbs and phrase.near & near for phrase in self.stances_on)

    def is_way_out(self, noun: str, near: Set[str]) -> bool:
        """Whether a noun's lemma with the words near it names a way out of a matter of the world: "political
        solution"."""
        words = self.of_settling | self.of_peace if noun == "peace" else self.of_settling
        return noun in self.solutions and bool(near & words)

    def on_world_matter(self, text: str) -> bool:
        """Whether a stretch of text speaks of a matter of international politics, and not in a list of fields
        of cooperation ("in the fields of trade and climate change")."""
        told = text.lower()
        fields = _FIELDS.search(told)
        return _matters().search(told, 0, fields.start() if fields else len(told)) is not None


_FIELDS = re.compile(r"\b(?:fields|areas|sectors|domains)\b(?: such as| like| of|,? including|:)")


@cache
def _matters() -> re.Pattern[str]:
    words = "|".join(re.escape(m.lower()) for m in stance_words().matters)
    return re.compile(rf"\b(?:{words})")  # to ignore case takes three times as long


@cache
def stance_words() -> StanceWords:
    """The words of evaluation and stance, read once."""
    return load_data("stances.yaml", StanceWords)
