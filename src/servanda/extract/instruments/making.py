"""From what was found to the facts: parties and relations, one fact for each text and action."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
from spacy.tokens import Token

from servanda.codebook.instruments import instrument_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actors
from servanda.extract.analysis import Analysis, unique
from servanda.extract.facts import Draft
from servanda.extract.fields import field_codes
from servanda.extract.instruments.found import TIMED, Found
from servanda.extract.instruments.many import row_of_states
from servanda.extract.instruments.relations import relations_of
from servanda.extract.instruments.talks import GOING_ON
from servanda.extract.instruments.times import times_of
from servanda.extract.mentions import PartyMention
from servanda.model import edtf
from servanda.model.document import Span
from servanda.model.facts import Instrument, InstrumentAction

_ADOPTED = frozenset({"programme", "joint-statement", "vision-statement"})
"""Types of texts that nobody ratifies."""
_OF_BOTH = re.compile(
    r" (?:between|of|by) (?:the two|both|the) (?:countries|sides|nations|states|parties|ministries)$"
)
"""What a barer mention may add to a text told before: "the agreement |between the two countries|"."""
_OF_THE_TWO = re.compile(r"\bbetween (?:the two|both|our two) [A-Za-z]", re.IGNORECASE)
"""As in "an agreement |between the two ministries|": of those at the table, whoever else is named."""
_BY_NAME = frozenset({"name", "demonym"})
_FATES = ("instrument/to-ratify", "instrument/force-ahead", "instrument/runs")
"""Rules by which more is told of a text that was told before."""
_FINITE = frozenset({"VERB", "AUX"})
_PAIR = 2
_OCCASION = re.compile(
    r"\b(?:sidelines?|margins?|fringes?|occasion|during|at) (?:of )?(?:the|an|a) [^.;,]*$", re.IGNORECASE
)
_ASIDE = 90
"""Characters before a body in which the occasion is named."""
_AT_ONCE = 5
"""Characters before the first of those who sign."""
_NEAR = 2
"""Sentences behind a text in which "the pact" is the same one."""


def make(found: list[Found], analysis: Analysis, actors: Actors) -> list[Draft[Instrument]]:
    """One fact for each text and action; what is told of it again is added to it."""
    out: list[Draft[Instrument]] = []
    places: dict[tuple[str, str], int] = {}
    for one in found:
        fact = _fact(one, analysis, actors)
        if fact is None:
            continue
        fact = _as_told_last(one, fact, out, analysis)
        with_whom = set(_told_partners(one, actors))
        key = (fact.action, " ".join((_key(fact.title), *sorted(with_whom))))
        told = [] if _is_another(one) else out
        alike = _echoed(fact, [d.fact if with_whom <= set(d.fact.parties) else None for d in told])
        alike = [at for at in alike if not _is_of_others(one, fact, out[at].fact, analysis)]
        at_last = bool(alike) and _is_signed_at_last(fact, out[alike[-1]].fact, one)
        if at_last:
            fact = msgspec.structs.replace(fact, title=out[alike[-1]].fact.title)
            key = (fact.action, " ".join((_key(fact.title), *sorted(with_whom))))
            alike = alike[-1:]
        same = (at for at in alike if out[at].fact.action == fact.action)
        at = places.get(key, next(same, None if at_last else _called_again(one, fact, out)))
        if at is not None and not _is_another_approval(out[at].fact, fact):
            out[at] = Draft(_merged(out[at].fact, fact), out[at].trigger)
        elif alike and fact.rule.startswith(_FATES):
            out[alike[-1]] = Draft(_merged(out[alike[-1]].fact, fact), out[alike[-1]].trigger)
        elif (not alike or fact.action != "existing") and not _is_still_to_come(fact, out):
            places[key] = len(out)
            out.append(Draft(fact, one.name.head.idx))
    return out


def _is_of_others(found: Found, fact: Instrument, told: Instrument, analysis: Analysis) -> bool:
    """As in "talks *with Peru* are over, and they will sign that agreement", "*the letter signed last year*":
    a bare noun beside another day, or beside a state that is none of those told, is of another text."""
    looks_back = found.rule.endswith("/participle") and fact.date is not None
    if looks_back and fact.action == told.action == "signed" and fact.date and told.date:
        return not (edtf.compatible(fact.date, told.date) or edtf.overlaps(fact.date, told.date))
    if looks_back and grammar.is_indefinite(found.name.head):
        return told.date is None
    sentence = found.name.head.sent
    named = {
        m.code for m in analysis.parties_in(sentence.start_char, sentence.end_char) if m.form in _BY_NAME
    }
    return fact.action == "planned" and bool(named) and not named <= set(told.parties)


def _is_signed_at_last(fact: Instrument, told: Instrument, found: Found) -> bool:
    """As in "a second contract was to be signed by May. ... *The contract* was signed in August": the text
    told last of its type was still to come, and is that one."""
    definite = grammar.has_child(found.name.head, "det", words={"the", "that", "this"})
    passive = found.name.head.dep_ == "nsubjpass" and found.name.is_bare
    if told.rule.endswith(GOING_ON) and fact.date is not None:
        return False  # "talks on an accord have opened. The agreement was signed |last year|": another one
    return fact.action == "signed" and told.action == "planned" and definite and passive


def _is_still_to_come(fact: Instrument, before: Sequence[Draft[Instrument]]) -> bool:
    """As in "are negotiating a treaty on extradition. *The treaty on extradition* will help": it is not there
    because it has a name."""
    told = (d.fact for d in before if d.fact.action in {"planned", "proposed"} and d.fact.type == fact.type)
    return fact.rule == "instrument/named-on" and any(_key(t.title) == _key(fact.title) for t in told)


def _is_another_approval(old: Instrument, new: Instrument) -> bool:
    """As in "the Senate ratified it in May and the Diet in June": each side ratifies on its own day."""
    days = {old.date, new.date}
    return old.action == "ratified" and None not in days and len(days) > 1


def _key(title: str) -> str:
    """The words by which two mentions are of one text: without articles, case and punctuation."""
    return " ".join(w for w in re.findall(r"\w+", title.lower()) if w not in {"the", "a", "an"})


def _merged(old: Instrument, new: Instrument) -> Instrument:
    if old.evidence[0] == new.evidence[0]:
        return old
    return msgspec.structs.replace(
        old,
        evidence=(*old.evidence, *new.evidence),
        date=old.date or new.date,
        period=old.period or new.period,
        fields=unique([*old.fields, *new.fields]),
        relations=old.relations or new.relations,
    )


def _is_another(found: Found) -> bool:
    """As in "signed *another* agreement", "*First roadmap*: May 2021": none of those told before, however
    barely it is named; "an agreement *to station* troops" tells its own matter."""
    if grammar.is_indefinite(found.name.head) and found.name.right > found.name.head.i + 1:
        return found.name.head.doc[found.name.head.i + 1].lower_ == "to"
    return found.rule.endswith(":day") or grammar.has_child(
        found.name.head, "det", "amod", words={"another", "further", "additional"}
    )


def _echoed(fact: Instrument, before: list[Instrument | None]) -> list[int]:
    """Places of the texts already told of which this is a barer mention ("the MoU", "the agreement"); but
    "the shiprider agreement" is not the Defence Cooperation Agreement."""
    words = _key(_OF_BOTH.sub("", fact.title)).split()
    if len(words) > 2:
        return []
    codebook = instrument_words()
    own = {w for w in words if w not in (codebook.heads - codebook.own_names) | codebook.plain}
    told = ((at, o) for at, o in enumerate(before) if o is not None and o.type == fact.type)
    return [at for at, o in told if own <= set(_key(o.title).split())]


def _as_told_last(
    found: Found, fact: Instrument, before: list[Draft[Instrument]], analysis: Analysis
) -> Instrument:
    """Of "*The pact* was approved by parliament" the parties are those of the text told last, where the
    sentence names none."""
    name = found.name
    bare = name.left == name.right == name.head.i and grammar.has_child(
        name.head, "det", words={"the", "this"}
    )
    last = before[-1] if before else None
    if (
        not bare
        or last is None
        or name.head.lower_ not in instrument_words().called_again | {fact.type, "mou"}
    ):
        return fact
    sentence = name.head.sent
    away = analysis.sentence_number(sentence.start_char) - analysis.sentence_number(last.trigger)
    named = {
        m.code for m in analysis.parties_in(sentence.start_char, sentence.end_char) if m.form != "capital"
    }
    alike = last.fact.type == fact.type and len(last.fact.parties) == _PAIR and fact.action != "existing"
    if not alike or not 0 <= away <= _NEAR or not named <= {*last.fact.parties}:
        return fact
    return msgspec.structs.replace(fact, parties=last.fact.parties)


def _called_again(found: Found, fact: Instrument, before: list[Draft[Instrument]]) -> int | None:
    """ "A memorandum was signed ... *The agreement* was signed by A and B", "*The deal* was inked": the text
    that the same parties signed before, whatever its type; "*This key statement* was": that of its type."""
    name = found.name
    if grammar.has_child(name.head, "det", words={"this"}):
        alike = (at for at, draft in enumerate(before) if _is_that(draft.fact, fact))
        return next(alike, None)
    alone = name.left == name.right == name.head.i
    definite = alone and grammar.has_child(name.head, "det", words={"the", "this"})
    if not definite or found.action != "signed" or name.head.lower_ not in instrument_words().called_again:
        return None
    signed = (at for at, draft in enumerate(before) if draft.fact.action == "signed")
    return next((at for at in signed if set(before[at].fact.parties) >= set(fact.parties)), None)


def _is_that(told: Instrument, fact: Instrument) -> bool:
    return (told.type, told.action) == (fact.type, fact.action) and set(told.parties) >= set(fact.parties)


def _fact(found: Found, analysis: Analysis, actors: Actors) -> Instrument | None:
    """The fact itself; None when fewer than two parties can be told."""
    name = found.name
    title = analysis.quote_tokens(name.left, name.right)
    evidence = analysis.quote_tokens(found.opens, min(found.closes, name.head.sent.end - 1))
    parties = instrument_words().parties_known.get(name.head.lower_, ())
    parties = parties or _with_a_body(found, analysis) or _parties(found, evidence, analysis, actors)
    parties = parties if len(parties) > 1 else _only_two(analysis)
    parties = _of_states(parties, evidence, analysis)
    if len(parties) < 2:
        return None
    said = Span.of(analysis.text, evidence.start, max(evidence.end, title.end))
    times = times_of(found, said, analysis, actors)
    action = _action(found)
    own = analysis.quote_tokens(*found.quoted) if found.quoted else evidence
    return Instrument(
        document=analysis.document.name,
        source="",
        evidence=(own, analysis.quote_tokens(*found.more)) if found.more else (own,),
        modality="planned" if found.is_ahead else "asserted",
        type=name.type,
        action=action,
        title=name.called or title.text,
        parties=parties,
        date=times.date if (action in {"planned", "proposed"}) == found.is_ahead else None,
        period=times.period,
        fields=analysis.fields_in(title.start, title.end)
        if name.called is None
        else field_codes(name.called),
        relations=relations_of(found, title.text),
        rule=found.rule,
        reasons={"action": found.rule},
    )


def _action(found: Found) -> InstrumentAction:
    """A plan or statement that is approved is adopted; a draft that is approved is still to be signed."""
    called = found.name.text.lower()
    if found.action in {"ratified", "signed"} and ("draft" in called.split() or "in principle" in called):
        return "planned"
    if found.action != "ratified":
        return found.action
    return "signed" if found.name.type in _ADOPTED else "ratified"


def _doers(found: Found, verb: Token | None, analysis: Analysis, actors: Actors) -> tuple[str, ...]:
    """Who does it: in "the pact *that Manila has had* with Canberra" the subject of the clause behind."""
    if found.rule.endswith(("/participle", "/had", "/negotiated-on")):
        behind = found.name.head.doc[found.name.right + 1 : found.closes + 1]
        opens = next((t for t in behind if t.lower_ in {"that", "which"}), None)
        told = next((t for t in behind if opens is not None and t.i > opens.i and t.pos_ in _FINITE), None)
        subject = told.nbor(-1) if told is not None else None
        if subject is not None and subject.pos_ in {"NOUN", "PROPN"}:
            capital = analysis.party_of(subject)
            return actors.resolve(subject).parties or ((capital.code,) if capital is not None else ())
    return actors.resolve(grammar.doer_of(verb)).parties if verb is not None else ()


def _parties(found: Found, evidence: Span, analysis: Analysis, actors: Actors) -> tuple[str, ...]:
    """Those who do it, when they are several; else those whom the sentence names, with the table."""
    verb = grammar.governing_verb(found.name.head)
    doers = _doers(found, verb, analysis, actors)
    doers = _all_who_sign(verb, doers, analysis) if verb is not None else doers
    partners = _partners(found, actors)
    if not doers and found.name.called is None and partners:
        other = _who_has_it(found, partners, analysis, actors)
        if other is not None:
            return other
    if found.rule.startswith("instrument/to-ratify") and len(doers) == 1 and not partners:
        weighed = _who_has_it(found, doers, analysis, actors)  # "|Japan's parliament| has yet to approve it"
        if weighed is not None:
            return weighed
    partners = partners if doers else ()
    row = row_of_states(analysis, evidence)
    if row and set(doers) <= set(row):
        return row
    named = () if _OF_THE_TWO.search(found.name.text) else _named_parties(found, evidence, analysis)
    doers = actors.main if not named and _are_a_guest_and_one(doers, actors) else doers
    if len(doers) > 1 or not set(partners) <= set(doers):
        return unique([*doers, *partners])
    between = row or _between_capitals(found, analysis)
    if between:
        return between
    frame = actors.frame(found.name.head.idx)
    frame = actors.main if not named and _are_a_guest_and_one(frame, actors) else frame
    if len(named) > 1 and set(named) != set(frame):
        return named if len(named) == 2 else _of_many(named, frame)
    if len(frame) > 1:
        return frame[:2] if len(named) < 3 else frame
    return unique([*named, *frame])


def _with_a_body(found: Found, analysis: Analysis) -> tuple[str, ...]:
    """As in "called for a free trade agreement *between Korea and the Gulf Cooperation Council*", whoever is
    at the table: none of theirs."""
    opens = next((t for t in found.name.head.rights if t.lower_ == "between"), None)
    if opens is None or opens.i > found.name.right:
        return ()
    sides = analysis.parties_in(*analysis.offsets(opens.i, found.name.right))
    two = unique(m.code for m in sides)
    return two if len(two) == _PAIR and sum(map(is_state, two)) == 1 else ()


def _are_a_guest_and_one(parties: tuple[str, ...], actors: Actors) -> bool:
    """As "the ministers" behind "The United States will join the drill with Japan": the document is of two,
    and the third only joins one of them."""
    two = actors.is_of_two and len(actors.main) == _PAIR
    return two and len(parties) > 1 and not set(actors.main) <= set(parties)


def _all_who_sign(verb: Token, doers: tuple[str, ...], analysis: Analysis) -> tuple[str, ...]:
    """As in "*Minister A of Peru, Minister B of Chile and Minister C of Cuba* signed", of whom the parser
    joins but two."""
    start = verb.sent.start_char
    named = analysis.names_in(start, verb.idx)
    parties = unique(p.party for m, p in named if m.whole_end < verb.idx)
    several = len(parties) > _PAIR and set(doers) < set(parties) and not grammar.is_passive(verb)
    return parties if several and named[0][0].whole_start - start < _AT_ONCE else doers


def _between_capitals(found: Found, analysis: Analysis) -> tuple[str, ...]:
    """As in "an agreement *between Copenhagen and Washington*"."""
    start, end = analysis.offsets(found.name.left, found.name.right)
    told = analysis.text.find(" between ", start, end)
    codes = unique(m.code for m in analysis.parties_in(told, end)) if told >= 0 else ()
    return codes if len(codes) == _PAIR and all(map(is_state, codes)) else ()


def _who_has_it(
    found: Found, partners: tuple[str, ...], analysis: Analysis, actors: Actors
) -> tuple[str, ...] | None:
    """As in "The treaty *with Tuvalu* came into force" among talks of others: with who acted last; None where
    a partner sits at the table."""
    at = found.name.head.idx
    if set(partners) & set(actors.frame(at)) or not all(map(is_state, partners)):
        return None
    acted = actors.party_acting_before(at)
    told = (m for m in analysis.parties if m.start < at and is_state(m.code))
    before = sorted(told, key=lambda m: (-analysis.sentence_number(m.start), m.start))
    other = next((code for code in (acted, *(m.code for m in before)) if code not in {None, *partners}), None)
    return None if other is None else (other, *partners)


def _of_states(parties: tuple[str, ...], evidence: Span, analysis: Analysis) -> tuple[str, ...]:
    """Of a state and a body that is not named with the text ("for *UN* missions", elsewhere) the two states
    of the document, where it names but two."""
    states = {code for code in parties if is_state(code)}
    if len(parties) != _PAIR or len(states) != 1:
        return parties
    named = {m.code for m in analysis.parties_in(evidence.start, evidence.end)}
    two = () if set(parties) - states <= named else _only_two(analysis)
    return two if states < set(two) else parties


def _only_two(analysis: Analysis) -> tuple[str, ...]:
    """The two states of a document that names no third, be it by their capitals."""
    states = unique(m.code for m in analysis.parties if is_state(m.code))
    return states if len(states) == _PAIR else ()


def _told_partners(found: Found, actors: Actors) -> tuple[str, ...]:
    """With whom it is said to be signed: "an agreement with Estonia" is not "an agreement with Latvia"."""
    return _partners(found, actors) if found.action in TIMED else ()


def _partners(found: Found, actors: Actors) -> tuple[str, ...]:
    """As in "signed an agreement *with the Prime Minister of Estonia*", wherever the parser hangs "with"."""
    head = found.name.head
    verb = grammar.governing_verb(head)
    nouns = grammar.prep_objects(head, "with") + (
        grammar.prep_objects(verb, "with") if verb is not None else []
    )
    clauses = (c for c in head.doc[head.i + 1 : found.closes + 1] if c.dep_ in {"acl", "relcl"})
    if found.rule.endswith("/had"):
        nouns = [n for clause in clauses for n in grammar.prep_objects(clause, "with")] + nouns
    behind = (actors.resolve(n).parties for n in nouns if n.i > head.i)
    return next((parties for parties in behind if parties), ())


def _named_parties(found: Found, evidence: Span, analysis: Analysis) -> tuple[str, ...]:
    """Parties named in the sentence; a body only when it stands in the evidence itself."""
    sentence = found.name.head.sent
    mentions = analysis.parties_in(sentence.start_char, sentence.end_char)
    states = {"name", "demonym"}
    return unique(
        m.code
        for m in mentions
        if (m.form in states and not _is_scene(m, mentions, analysis))
        or (
            m.form == "body" and evidence.start <= m.start < evidence.end and not _is_of_occasion(m, analysis)
        )
    )


def _is_of_occasion(body: PartyMention, analysis: Analysis) -> bool:
    """As in "signed on the sidelines of the meeting of ministers of *the European Union*"."""
    return _OCCASION.search(analysis.text[max(0, body.start - _ASIDE) : body.start]) is not None


def _is_scene(mention: PartyMention, all_named: Sequence[PartyMention], analysis: Analysis) -> bool:
    """As in "a deal that both *struck in Spain*": where it was made, among others that are named."""
    where = analysis.text[max(0, mention.start - 3) : mention.start] == "in "
    others = [m for m in all_named if m.code != mention.code and m.form in _BY_NAME]
    again = any(m.code == mention.code and m.start != mention.start for m in all_named)
    return where and mention.form == "name" and bool(others) and not again


def _of_many(named: tuple[str, ...], frame: tuple[str, ...]) -> tuple[str, ...]:
    """Of three or more that are named: those at the table, and the rest of a table of two."""
    seated = [code for code in named if code in frame]
    return unique([*seated, *(frame if len(frame) == 2 else ())]) or named
