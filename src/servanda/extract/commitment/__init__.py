"""Commitments: who says that what will, should or may be done.

One fact for one predicate of commitment. A predicate is a verb ("pledged to"), a noun with a verb that
voices it ("expressed its readiness to"), an adjective ("stood ready to"), "will" said of a party, what both
"should" do, or what a signed text "aims to". Rests on the coding guidelines, section "commitment" and
borderline cases 1, 3, 9 and 13.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.extract.actors import Actors
from servanda.extract.analysis import Analysis
from servanda.extract.commitment.adjectives import adjective_of_commitment
from servanda.extract.commitment.announced import help_announced, set_up_together
from servanda.extract.commitment.arrivals import lot_to_come, to_be_owned
from servanda.extract.commitment.backing import (
    backing_of_the_other,
    stands_by_the_other,
    support_raised,
)
from servanda.extract.commitment.begun_works import works_to_begin
from servanda.extract.commitment.calls import (
    called_for,
    called_on,
    counted_on,
    looked_forward_to,
    looked_to,
    needed,
    said_to_be_welcome,
    would_be_welcome,
)
from servanda.extract.commitment.deliveries import delivery_to_come, lesson_to_come
from servanda.extract.commitment.found import Talk, Undertaking, outermost
from servanda.extract.commitment.helping import help_voiced
from servanda.extract.commitment.idioms import idiom_of_commitment
from servanda.extract.commitment.items import item_to_be_done, joint_work_ahead
from servanda.extract.commitment.lines import line_to_come
from servanda.extract.commitment.lists import items_under_a_lead
from servanda.extract.commitment.make import draft_of, is_of_cooperation, with_one_invitation
from servanda.extract.commitment.nouns import noun_of_commitment
from servanda.extract.commitment.occasions import high_time, welcome_to
from servanda.extract.commitment.ought import ought_of_both, shared_areas
from servanda.extract.commitment.prospects import (
    leave_to_come,
    promised_to,
    there_to_be,
    yours_to_come,
)
from servanda.extract.commitment.tails import with_tail
from servanda.extract.commitment.tasks import tasked
from servanda.extract.commitment.texts import aim_of_a_text, footing
from servanda.extract.commitment.verbs import verb_of_commitment
from servanda.extract.commitment.will import will_of_a_party
from servanda.extract.facts import Draft
from servanda.model.facts import Commitment

__all__ = ["commitments"]

_Reader = Callable[[Token, Talk], Undertaking | None]

_OF_VERBS: tuple[_Reader, ...] = (
    called_for,
    called_on,
    counted_on,
    looked_forward_to,
    looked_to,
    needed,
    would_be_welcome,
    said_to_be_welcome,
    tasked,
    verb_of_commitment,
    idiom_of_commitment,
    will_of_a_party,
    delivery_to_come,
    lesson_to_come,
    line_to_come,
    works_to_begin,
    lot_to_come,
    to_be_owned,
    leave_to_come,
    yours_to_come,
    promised_to,
    there_to_be,
    aim_of_a_text,
    footing,
    backing_of_the_other,
    stands_by_the_other,
    support_raised,
    help_announced,
    set_up_together,
    high_time,
    welcome_to,
    ought_of_both,
    shared_areas,
    item_to_be_done,
)
_HELPING = frozenset({"aux", "auxpass"})
"""Relations of words whose verb tells what they help to tell."""
_OF_NOUNS: tuple[_Reader, ...] = (noun_of_commitment,)
_OF_ITEMS: tuple[_Reader, ...] = (joint_work_ahead, help_voiced)
_OF_ADJECTIVES: tuple[_Reader, ...] = (adjective_of_commitment, leave_to_come)


def commitments(analysis: Analysis, actors: Actors) -> list[Draft[Commitment]]:
    """All commitments of a document, in order of the text."""
    talk = Talk(analysis, actors)
    read = (with_tail(one) for token in talk.words() for one in _read(token, talk))
    found = [one for one in chain(read, items_under_a_lead(talk)) if is_of_cooperation(one, talk)]
    return with_one_invitation([draft_of(one, talk) for one in outermost(found)])


def _read(token: Token, talk: Talk) -> Iterator[Undertaking]:
    """The predicates of commitment whose trigger is this token."""
    for found in [reader(token, talk) for reader in _readers(token)]:
        if found is not None:
            talk.remember(found)
            yield found


def _readers(token: Token) -> tuple[_Reader, ...]:
    """What a word can be: by its class alone."""
    if token.dep_ in _HELPING:
        return ()
    if token.pos_ in {"VERB", "AUX"}:
        return _OF_VERBS
    if token.pos_ in {"NOUN", "PROPN"}:
        return _OF_NOUNS if act_words().noun_act(token.lemma_.lower()) else _OF_ITEMS
    if token.pos_ == "ADJ" or token.tag_ == "VBN":
        return _OF_ADJECTIVES
    return ()
