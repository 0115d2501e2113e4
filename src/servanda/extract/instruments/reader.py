"""A document to its instruments: each noun that names a text, with what is done to it."""

from __future__ import annotations

from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.actors import Actors
from servanda.extract.analysis import Analysis
from servanda.extract.facts import Draft
from servanda.extract.instruments.again import (
    apposed,
    called_by_kind,
    further_deeds,
    in_full,
    named_again,
    pronouns,
    short_forms,
)
from servanda.extract.instruments.deeds import deed_of
from servanda.extract.instruments.enumerated import enumerated
from servanda.extract.instruments.found import BY_HAND, Deed, Found, Name
from servanda.extract.instruments.lead_ins import LOOKED_INTO
from servanda.extract.instruments.lists import (
    announces,
    counts_signed,
    is_heading,
    split,
    with_another,
    without_counts,
)
from servanda.extract.instruments.making import make
from servanda.extract.instruments.names import name_of
from servanda.extract.instruments.ones import earlier_one, ones
from servanda.extract.instruments.relations import Link, links, related
from servanda.extract.instruments.rows import by_own_words, of_row
from servanda.extract.instruments.sheets import sheet_lines
from servanda.extract.instruments.talks import of_talks
from servanda.extract.instruments.times import with_period
from servanda.extract.instruments.titled import is_of_one_side, without_those_in_titles
from servanda.extract.instruments.topics import with_topic
from servanda.model.facts import Instrument, InstrumentAction

_TELLING = ("in-force", "force-ahead", "had", "dated", "named", "to-ratify", "runs", "upgraded")
"""Rules that tell something of a text that stands, however barely it is named."""
_OF_TWO = frozenset({"memorandum", "letter-of-intent", "contract", "arrangement", "protocol"})
"""Types of texts that a report seldom tells of others than those at the table."""
_DEFINITE = frozenset({"the", "this", "these", "such", "those"})


def instruments(analysis: Analysis, actors: Actors) -> list[Draft[Instrument]]:
    """All instruments of a document, each text with one action once."""
    found: list[Found] = []
    told: InstrumentAction | None = None
    linked: list[Link] = []
    short: dict[str, Name] = {}
    last: list[Name] = []
    for sentence in analysis.sentences:
        if analysis.is_caption(sentence):
            continue
        found = with_period(found, sentence, analysis)
        if announces(sentence.text):
            told = "signed"
            if is_heading(sentence.text) and not counts_signed(sentence.text):
                continue
        found_names = (name_of(token, analysis) or of_talks(token) for token in sentence)
        names = without_those_in_titles([name for name in found_names if name is not None])
        names = [with_topic(in_full(name, short), analysis) for name in names]
        names = [apposed(name, names) for name in names]
        names += ones(sentence, last + names, analysis)
        last = names[-1:] or last
        linked += links(names)
        names += [*named_again(sentence, short, names), *pronouns(sentence, found, analysis)]
        short |= short_forms(names)
        sheet = list(sheet_lines(sentence, names, analysis))
        names = [name for name in names if all(name.head != line.name.head for line in sheet)]
        before, of_this = len(found), None
        for told_name in sorted(names, key=lambda name: name.head.i):
            name = called_by_kind(told_name, found, analysis)
            deed = deed_of(name, told) or earlier_one(name) or of_row(name, of_this)
            if deed is None or _is_matter_of(name, deed, of_this):
                continue
            told, of_this = deed.action, (name, deed)
            found += (Found.of(name, more) for more in further_deeds(name, deed))
            if not _says_too_little(name, deed):
                found += (part for one in split(Found.of(name, deed)) for part in with_another(one))
        found = [*found[:before], *by_own_words(found[before:])]
        found = enumerated([*found, *sheet], sentence, analysis)
    return make(related(without_counts(found), linked), analysis, actors)


def _is_matter_of(name: Name, deed: Deed, told: tuple[Name, Deed] | None) -> bool:
    """As the plan in "*the agreement on the cooperation plan* was signed": no text beside the agreement."""
    inside = told is not None and told[0].left <= name.left and name.right <= told[0].right
    return inside and name.type == "programme" and deed.rule == "noun:agreement"


def _says_too_little(name: Name, deed: Deed) -> bool:
    """As in "under the agreement", "the documents were signed": no text can be told from it."""
    if name.called is not None:
        return is_of_one_side(name, deed)
    of_any_kind = name.head.lemma_.lower() in instrument_words().of_any_kind
    if of_any_kind and name.type != "vision-statement" and not _is_told_of_its_kind(name, deed):
        return True
    if not name.is_bare or deed.rule.startswith(_TELLING) or _is_called_by_matter(name):
        return False
    counted = grammar.has_child(name.head, "nummod")
    return (deed.action == "existing" and not counted) or (
        deed.action == "signed" and _is_count_of_the_day(name, deed)
    )


def _is_called_by_matter(name: Name) -> bool:
    """As in "under *the logistics memorandum*"; but "the peace agreement" can be one of others."""
    known = name.type in _OF_TWO and grammar.has_child(name.head, "det", words={"the"})
    words = instrument_words()
    matter = (t for t in name.head.lefts if t.dep_ == "compound" and t.pos_ in {"NOUN", "PROPN"})
    return known and any(t.lower_ not in words.plain | words.heads for t in matter)


def _is_told_of_its_kind(name: Name, deed: Deed) -> bool:
    """As in "signed *14 documents*", "a *cooperation document* was signed", "signed documents *on trade*",
    "*several documents* await signature"."""
    verb = deed.rule.split(":")[-1].split("/")[0]
    by_hand = verb in BY_HAND or (deed.rule == "participle" and _is_signed_by_hand(name))
    if by_hand and name.head.tag_ == "NN" and (deed.rule == "participle" or name.right > name.head.i):
        return True  # "|a paper| signed in Ankara", "|the paper on the frigates| was signed"
    by_hand |= verb == "exchange" and grammar.has_child(name.head, "nummod")  # "exchanged |11 papers|"
    if name.head.lemma_.lower() in instrument_words().only_by_hand and not by_hand:
        return False
    done = deed.action == "signed" and verb not in instrument_words().not_of_documents
    if name.head.tag_ == "NN" and name.right > name.head.i and deed.rule.startswith(LOOKED_INTO):
        return True  # "agreed to study |a document on peacekeeping|"
    told = name.right > name.head.i or grammar.has_child(name.head, "nummod", "amod", "compound")
    definite = grammar.has_child(name.head, "det", words=_DEFINITE) and not _is_of_a_text(name)
    waits = name.head.tag_ == "NNS" and (
        deed.rule == "under-negotiation" or (deed.action == "planned" and by_hand)
    )
    waits = waits or (deed.action in {"planned", "proposed"} and _is_of_a_text(name))
    return (done or waits) and told and not definite


def _is_of_a_text(name: Name) -> bool:
    """As in "the amendment *to the contract* of 2021"."""
    return any(t.lemma_.lower() in instrument_words().heads for t in grammar.prep_objects(name.head, "to"))


def _is_signed_by_hand(name: Name) -> bool:
    """As in "a paper *signed* in Ankara"."""
    clauses = (c for c in name.head.children if c.dep_ in {"acl", "relcl"})
    return any(c.lemma_.lower() in BY_HAND for c in clauses)


def _is_count_of_the_day(name: Name, deed: Deed) -> bool:
    """As in "*the agreements* were signed in the presence of"."""
    definite = grammar.has_child(name.head, "det", words=_DEFINITE) and name.head.dep_ != "pobj"
    return definite and deed.rule.endswith("passive") and name.head.lower_ in instrument_words().bare_plurals
