"""Help assured by its noun: "extended the fullest *cooperation*", "affirmed its continued *assistance*"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.extract import grammar
from servanda.extract.commitment.found import Talk, Undertaking, is_denied, opens_at, phrase_of
from servanda.extract.commitment.owners import owner_of
from servanda.extract.found import is_joint
from servanda.extract.grammar.dependents import forms


def help_voiced(noun: Token, talk: Talk) -> Undertaking | None:
    """What one side assures the other of, by a verb of giving support and a word for how much of it."""
    words, verb = act_words(), noun.head
    if (
        noun.lemma_.lower() not in words.assured
        or noun.dep_ != "dobj"
        or not forms(noun.lefts) & words.in_full
    ):
        return None
    if verb.lemma_.lower() not in words.giving_support or is_denied(verb):
        return None
    speaker = owner_of(noun, verb, talk)
    if not speaker.parties:
        return None
    return Undertaking(
        trigger=noun,
        speaker=speaker,
        content=phrase_of(noun),
        opens=opens_at(verb, grammar.doer_of(verb)),
        rule=f"commitment/help:{noun.lemma_.lower()}",
        act="agree" if is_joint(speaker) else "pledge",
        addressee=talk.addressee(verb),
    )
