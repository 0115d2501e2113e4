"""A document to its activities: the flow, and from what is found to the facts."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.acts import act_words
from servanda.extract import grammar
from servanda.extract.activities.access import opened_to_them
from servanda.extract.activities.again import told_first
from servanda.extract.activities.arrivals import lot_arrived, lot_taken
from servanda.extract.activities.backing import in_collaboration, with_help
from servanda.extract.activities.begun_works import works_begun
from servanda.extract.activities.bodies import set_up
from servanda.extract.activities.carriage import carried
from servanda.extract.activities.delivery import arrived, finished, handed_to_the_table, taken_over
from servanda.extract.activities.given_up import GIVEN_UP, given_up
from servanda.extract.activities.giving import giving
from servanda.extract.activities.help import acknowledged, going_on, granted, thanked
from servanda.extract.activities.keeping import kept_word
from servanda.extract.activities.leave import may_now
from servanda.extract.activities.lines import line_runs
from servanda.extract.activities.money import money_came
from servanda.extract.activities.onward import one_taker, one_way, onward, to_the_taker
from servanda.extract.activities.orders import ordered_more
from servanda.extract.activities.outcomes import opened, outcome
from servanda.extract.activities.ownership import owned_now
from servanda.extract.activities.presence import (
    allowed_there,
    being_there,
    kept_there,
    left_behind,
    part_in_training,
    stationing,
    training_there,
)
from servanda.extract.activities.pronouns import they_came
from servanda.extract.activities.scene import Found, Scene
from servanda.extract.activities.schemes import benefited, gift_of, included
from servanda.extract.activities.schooling import schooled, sent_to_school
from servanda.extract.activities.services import now_open, permits_received
from servanda.extract.activities.sums import sums_by_date
from servanda.extract.activities.supplying import supplied_there
from servanda.extract.activities.thanks import (
    given,
    thanked_for_a_deed,
    thanked_for_a_gift,
    thanked_for_doing,
    thanked_for_work,
)
from servanda.extract.activities.together import amounts_to, done, goes_on, in_one_mission, results, under_way
from servanda.extract.activities.trade import dealing
from servanda.extract.actors import Actors
from servanda.extract.analysis import Analysis
from servanda.extract.facts import Draft
from servanda.extract.goods import brings_a_visitor
from servanda.extract.grammar.dependents import HELPING
from servanda.extract.mentions import DateMention
from servanda.extract.numbers import find_amounts
from servanda.model.document import Span
from servanda.model.facts import Activity, Amount


def activities(analysis: Analysis, actors: Actors) -> list[Draft[Activity]]:
    """All activities of a document, in order of the text."""
    scene = Scene(analysis, actors)
    found: list[Found] = []
    for sentence in analysis.sentences:
        if not analysis.is_caption(sentence):
            found += (one for token in sentence for one in _read(token, scene))
    found += sums_by_date(scene)
    found = _all_one_way(found + _onward(found, scene))
    kept = told_first(sorted(_each_once(found), key=lambda f: f.trigger.i))
    return [_draft(one, scene) for one in kept]


def _read(token: Token, scene: Scene) -> Iterator[Found]:
    """The activities that a word tells."""
    if token.dep_ in HELPING or _brings_a_visitor(token, scene):
        return
    if grammar.is_verbal(token) and _is_told_as_done(token):
        yield from results(token, scene)
        yield from carried(token, scene)
        yield from giving(token, scene)
        yield from schooled(token, scene)
        yield from sent_to_school(token, scene)
        yield from included(token, scene)
        yield from benefited(token, scene)
        yield from kept_there(token, scene)
        yield from left_behind(token, scene)
        yield from being_there(token, scene)
        yield from allowed_there(token, scene)
        yield from training_there(token, scene)
        yield from part_in_training(token, scene)
        yield from taken_over(token, scene)
        yield from arrived(token, scene)
        yield from finished(token, scene)
        yield from handed_to_the_table(token, scene)
        yield from amounts_to(token, scene)
        yield from under_way(token, scene)
        yield from works_begun(token, scene)
        yield from done(token, scene)
        yield from set_up(token, scene)
        yield from in_one_mission(token, scene)
        yield from _come_to(token, scene)
        yield from supplied_there(token, scene)
        yield from owned_now(token, scene)
        yield from kept_word(token, scene)
        yield from dealing(token, scene)
        yield from given_up(token, scene)
    elif token.tag_ in {"VBG", "VB"}:
        yield from may_now(token, scene)
        yield from thanked_for_doing(token, scene)
    elif token.pos_ == "PROPN":
        yield from given(token, scene)
    elif token.pos_ == "NOUN":
        yield from stationing(token, scene)
        yield from with_help(token, scene)
        yield from in_collaboration(token, scene)
        yield from given(token, scene)
        yield from thanked_for_a_gift(token, scene)
        yield from thanked_for_a_deed(token, scene)
        yield from thanked_for_work(token, scene)
        yield from gift_of(token, scene)
        yield from going_on(token, scene)
        yield from granted(token, scene)
        yield from thanked(token, scene)
        yield from acknowledged(token, scene)


def _brings_a_visitor(verb: Token, scene: Scene) -> bool:
    """ "The aircraft carrying the President *landed*": that is his journey."""
    subject = grammar.subject_of(verb) if grammar.is_verbal(verb) else None
    return subject is not None and brings_a_visitor(scene.analysis, subject)


def _come_to(verb: Token, scene: Scene) -> Iterator[Found]:
    """What things, works and services are told to have come to."""
    yield from outcome(verb, scene)
    yield from opened(verb, scene)
    yield from now_open(verb, scene)
    yield from line_runs(verb, scene)
    yield from opened_to_them(verb, scene)
    yield from money_came(verb, scene)
    yield from permits_received(verb, scene)
    yield from lot_arrived(verb, scene)
    yield from lot_taken(verb, scene)
    yield from they_came(verb, scene)
    yield from ordered_more(verb, scene)


def _all_one_way(found: list[Found]) -> list[Found]:
    """What has gone over without a word on who gives it goes as all other help of the document does."""
    way = one_way(found)
    if way is None:
        return found
    unclear = (f.rule.startswith("activity/lot:") and set(f.parties) == {*way[0], *way[1]} for f in found)
    return [
        msgspec.structs.replace(f, provider=way[0], recipient=way[1], parties=()) if is_unclear else f
        for f, is_unclear in zip(found, unclear, strict=True)
    ]


def _onward(found: list[Found], scene: Scene) -> list[Found]:
    """What is handed over without a word on who gives, in sentences that tell no other help."""
    way, taker = one_way(found), one_taker(found)
    if way is None and not taker:
        return []
    told = {one.trigger.sent.start for one in found}
    sentences = (
        s for s in scene.analysis.sentences if s.start not in told and not scene.analysis.is_caption(s)
    )
    verbs = (t for s in sentences for t in s if grammar.is_verbal(t) and _is_told_as_done(t))
    more: list[Found] = []
    for verb in verbs:
        more += onward(verb, scene, way) if way is not None else ()
        more += to_the_taker(verb, scene, taker) if taker else ()
    return more


def _is_told_as_done(verb: Token) -> bool:
    """As in "provided", "has provided", "is providing"; not "will", "may", "to" or "by" doing so."""
    if grammar.is_unreal(verb) or grammar.is_planned(verb) or _is_awaited(verb):
        return False
    if verb.dep_ == "ccomp" and verb.head.lemma_ == "let":
        return False  # "a pact that *lets* their navies operate one fleet": that they do is not told
    if verb.dep_ == "xcomp" and verb.head.lemma_ in {"continue", "keep"}:
        return verb.head.tag_ not in {"VB", "VBG"} and _is_told_as_done(verb.head)
    if verb.dep_ == "xcomp" and verb.head.lower_ in activity_words().glad:
        return _is_told_as_done(verb.head)
    if any(c.dep_ == "aux" and c.tag_ in {"MD", "TO"} for c in verb.children):
        return False
    if _is_wished(verb):
        return False
    progressive = verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children)
    return progressive or verb.tag_ not in {"VB", "VBG"}


def _is_wished(verb: Token) -> bool:
    """As in "the wish is that Chile *send* officers", "suggested that the navies *train* together", "asked
    that pilots *be trained*", "that the sides *set* up a council"."""
    if verb.tag_ == "VBN" and any(c.dep_ == "auxpass" and c.lower_ == "be" for c in verb.lefts):
        return True
    unmarked = verb.tag_ == "VBP" or (verb.tag_ == "VBD" and verb.lower_ in {"set", "put", "cut", "let"})
    if not unmarked or verb.dep_ != "ccomp" or not grammar.has_child(verb, "mark", words={"that"}):
        return False
    subject = grammar.subject_of(verb)
    single = subject is not None and subject.tag_ in {"NN", "NNP"} and not subject.conjuncts
    return single or act_words().verb_act(verb.head.lemma_.lower()) is not None


def _is_awaited(verb: Token) -> bool:
    """As in "will begin after both *have completed* their procedures"; what is over by its tense is not,
    "after Kenya *ordered* two more, both will have the type"."""
    if verb.tag_ == "VBD" and grammar.has_child(verb, "mark", "prep", words={"after", "since"}):
        return False
    return verb.dep_ in {"advcl", "pcomp"} and grammar.is_planned(verb.head)


def _each_once(found: list[Found]) -> list[Found]:
    """Of stretches that hold each other's words the longer one; deeds of both in one sentence together."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f.left, -f.right)):
        if kept and goes_on(kept[-1], one):
            kept[-1] = msgspec.structs.replace(kept[-1], right=max(kept[-1].right, one.right))
        elif not any(o.left <= one.trigger.i <= o.right for o in kept):
            kept.append(one)
    return kept


def _draft(found: Found, scene: Scene) -> Draft[Activity]:
    """The fact itself."""
    analysis = scene.analysis
    content = analysis.quote_tokens(found.left, found.right)
    amounts = find_amounts(content.text)
    about = (analysis.quote_tokens(*found.about),) if found.about is not None else ()
    fact = Activity(
        document=analysis.document.name,
        source="",
        evidence=(content, *about),
        content=content.text,
        provider=found.provider,
        recipient=found.recipient,
        parties=found.parties,
        fields=analysis.fields_in(content.start, content.end),
        amount=Amount(value=amounts[0].value, currency=amounts[0].currency) if amounts else None,
        date=_date(found, content, scene),
        rule=found.rule,
        modality="negated" if found.rule.startswith(GIVEN_UP) else "asserted",
        reasons={"provider" if found.provider else "parties": found.why},
    )
    return Draft(fact, found.trigger.idx)


def _date(found: Found, content: Span, scene: Scene) -> str | None:
    """The date in the words, or on the verb beside them; what is granted at a meeting, on its day."""
    sentence = found.trigger.sent
    dates = scene.analysis.dates_in(sentence.start_char, sentence.end_char)
    dates.sort(key=lambda date: not content.start <= date.start < content.end)
    told = (d.past for d in dates if d.kind != "duration" and _tells_when(d, found, content))
    date = next((date for date in told if date is not None), None)
    granted = found.rule == "activity/granted"
    return date or (scene.actors.date_at(found.trigger.idx) if granted else None)


def _tells_when(date: DateMention, found: Found, content: Span) -> bool:
    """Whether a date is that of the deed: not "under a loan *of 2016*", "the pact *signed in May*"; outside
    the content it has to hang on the verb."""
    words = found.trigger.doc.char_span(date.start, date.end, alignment_mode="expand")
    if words is None or words.root.head.lower_ == "of":
        return False
    verb = next((t for t in words.root.ancestors if grammar.is_verbal(t)), None)
    if content.start <= date.start < content.end:
        return verb is None or verb == found.trigger or not _is_aside(verb)
    return verb == found.trigger


def _is_aside(verb: Token) -> bool:
    """As in "under an arrangement *signed* in October"; but "totalling 10 million until October" goes on."""
    return verb.dep_ == "relcl" or (verb.dep_ == "acl" and verb.tag_ == "VBN")
