"""How English commits a side: verbs, nouns and adjectives of commitment (data/acts.yaml)."""

from __future__ import annotations

from functools import cache

import msgspec

from servanda.codebook.load import load_data

Words = frozenset[str]


class Idiom(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An act told by a verb with a noun or a particle: "found common ground on", "signed up to"."""

    verbs: Words
    nouns: Words
    act: str
    before: Words
    near: Words = frozenset()
    particle: str | None = None


class ActWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas by what they do; see the comments in the data file."""

    verbs: dict[str, Words]
    nouns: dict[str, Words]
    adjectives: dict[str, Words]
    demanding: Words
    idioms: tuple[Idiom, ...]

    voice: Words
    handing: Words
    answered: Words
    answering: Words
    times: Words
    goals: Words
    report: Words
    supposing: Words
    telling: Words
    giving_support: Words
    announcing_efforts: Words

    giving: Words
    assisting: Words
    own_ground: Words
    polite: Words
    well: Words
    help: Words
    means_of_help: Words
    more: Words
    more_time: Words
    assured: Words
    in_full: Words
    openings: Words
    asking_for_anything: Words
    asking_for: Words
    counting_on: Words
    working: Words
    getting: Words
    efforts: Words
    topics: Words
    content_prepositions: dict[str, Words]
    carried_along: Words
    no_undertaking: Words
    posted: Words
    missions: Words
    created: Words
    borne: Words
    taken: Words
    own_side: Words
    going_on: Words
    reviewed: Words
    duties: Words
    doing_together: Words
    standing_by: Words
    allowing: Words
    only_said: Words
    tasking: Words
    firm: Words
    settling: Words
    gatherings: Words
    leading_to: Words
    reached: Words
    together: Words
    bonds: Words
    of_all: Words
    welcoming: Words
    deliveries: Words
    awaited: Words
    mutual: Words
    shared: Words
    from_abroad: Words

    firms: Words
    buying: Words
    announcing: Words
    set_up: Words
    announced: Words
    backing: Words
    policies: Words
    raising: Words
    raised: Words
    orders: Words

    coming: Words
    coming_to_see: Words
    inviting: Words
    accepting: Words

    aiming: Words
    foreseeing: Words
    ruling: Words
    doings: Words
    texts: Words
    made_a_text: Words
    foundations: Words
    laying: Words
    holding: Words
    footings: Words
    lawful: Words
    schemes: Words
    negotiating: Words
    striving: Words
    convening: Words

    def verb_act(self, lemma: str) -> str | None:
        """The act of a verb's lemma, `wish` included."""
        return _find(self.verbs, lemma)

    def noun_act(self, lemma: str) -> str | None:
        """The act of a noun's lemma, `wish` and `need` included."""
        return _find(self.nouns, lemma)

    def adjective_act(self, word: str) -> str | None:
        """The act of an adjective or participle, `wish` included."""
        return _find(self.adjectives, word)

    def prepositions_after(self, noun: str) -> Words:
        """The prepositions that bring what is undertaken behind a noun's lemma."""
        return self.content_prepositions.get(noun, self.content_prepositions["default"])


def _find(table: dict[str, Words], lemma: str) -> str | None:
    return next((act for act, words in table.items() if lemma in words), None)


@cache
def act_words() -> ActWords:
    """The words of commitment, read once."""
    return load_data("acts.yaml", ActWords)
