"""What has arrived, begun or left, told of the thing or the people themselves: "Nine have arrived", "The
first pilots were awarded their certificates", "The last soldiers left Lamu in May"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.lots import lot_words
from servanda.extract import grammar
from servanda.extract.activities.scene import Found, Scene, clause_with
from servanda.extract.lots import lot_of
from servanda.extract.lots_time import is_set_aside, is_timetabled
from servanda.extract.lots_told import is_a_part, lot_told


def lot_arrived(verb: Token, scene: Scene) -> Iterator[Found]:
    """What one of the two at the table has given or sent to the other; of both where it is not told which."""
    if verb.dep_ not in {"ROOT", "conj", "ccomp", "advcl", "relcl"} and not _ends_a_move(verb):
        return
    lot = lot_of(verb, scene.actors)
    subject = grammar.subject_of(verb)
    if lot is None or subject is None or grammar.is_unreal(verb):
        return
    kind = subject.lemma_.lower()
    if lot.works and not lot.giver and kind not in lot_words().moves and not _is_handed_over(verb, scene):
        return  # what is built at home is no help
    if is_timetabled(verb, scene.analysis) or is_set_aside(verb):
        return  # a plan
    if grammar.has_child(verb, "acomp", "oprd"):
        return  # "the contract had been made public"
    left, right = clause_with(verb, subject)
    is_sum = kind in lot_words().given or subject.pos_ == "NUM"
    if not is_sum and any(t.lemma_.lower() in activity_words().presents for t in verb.doc[left : right + 1]):
        return  # told as a gift
    told = lot_told(verb, scene.analysis)
    elsewhere = told is not None and told.noun.sent != verb.sent
    yield Found(
        trigger=verb,
        left=left,
        right=right,
        about=(told.noun.left_edge.i, told.noun.i) if told is not None and elsewhere else None,
        rule=f"activity/lot:{verb.lemma_.lower()}",
        provider=lot.giver,
        recipient=lot.taker,
        parties=() if lot.giver else lot.pair,
        why="what has gone over, part by part",
    )


def _is_handed_over(verb: Token, scene: Scene) -> bool:
    """As in "The first phase of the barracks was *handed over* in January": to those who asked for it, and
    not "to the municipality"."""
    over = grammar.has_child(verb, "prt", words={"over"})
    takers = grammar.prep_objects(verb, "to")
    told = not takers or any(scene.actors.resolve(t).parties for t in takers)
    return verb.lemma_.lower() in {"hand", "turn"} and over and grammar.is_passive(verb) and told


def lot_taken(verb: Token, scene: Scene) -> Iterator[Found]:
    """As in "Kenya *has paid the first instalment*", "has taken up *four of the places*", "has drawn *half of
    the loan*": what one of the two does with what the other gives."""
    words = lot_words()
    side = words.taken_by.get(verb.lemma_.lower())
    if side is None or grammar.is_passive(verb) or grammar.is_unreal(verb):
        return
    doer = scene.doer(verb).parties
    taken = [t for o in grammar.objects_of(verb) for t in (o, *grammar.prep_objects(o, "of"))]
    parts = any(t.lemma_.lower() in words.given and is_a_part(t) for t in taken)
    other = scene.other_of_pair(verb, doer) if len(doer) == 1 and parts else ()
    if len(other) == 1:
        left, right = clause_with(verb, grammar.doer_of(verb))
        yield Found(
            trigger=verb,
            left=left,
            right=right,
            rule=f"activity/lot-taken:{verb.lemma_.lower()}",
            provider=doer if side == "gives" else other,
            recipient=other if side == "gives" else doer,
            why="a part of what the two have agreed",
        )


def _ends_a_move(verb: Token) -> bool:
    """As in "the withdrawal of the troops, *completed* in May"."""
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.lemma_.lower() in lot_words().moves
