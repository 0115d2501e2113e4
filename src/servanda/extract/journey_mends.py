"""Mends of the parse of journeys: where to they lead, and who makes them at whose invitation."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from servanda.codebook.actors import actor_words
from servanda.codebook.dates import month_names
from servanda.codebook.engagements import engagement_words
from servanda.extract.grammar.subjects import FINITE, has_subject
from servanda.extract.mends import tokens_of

JOURNEY_MENDS = ("servanda_goals", "servanda_guests", "servanda_stays", "servanda_visitors")
"""Names of the pipeline's parts that mend, for behind those of `mends`."""
_INVITATIONS = frozenset({"invitation", "request"})
_GOES_ON = frozenset({"conj", "dep"})
_NAMES = frozenset({"PROPN", "NOUN"})


@Language.component("servanda_goals")
def _mend_goals(doc: Doc) -> Doc:
    """In "left for *Doha* to attend the forum" the parser lets Doha attend it."""
    for mark in tokens_of(doc, "DEP", {"mark"}):
        purpose, place = mark.head, mark.nbor() if mark.i + 1 < len(doc) else mark
        place = place.head if place.dep_ in {"compound", "det"} else place
        verb = purpose.head
        if mark.lower_ != "for" or place.head != purpose or place.dep_ != "nsubj" or place.pos_ != "PROPN":
            continue
        if verb.i < mark.i and verb.lemma_ in engagement_words().visits.travel:
            mark.head, mark.dep_ = verb, "prep"
            place.head, place.dep_ = mark, "pobj"
    return doc


@Language.component("servanda_guests")
def _mend_guests(doc: Doc) -> Doc:
    """In "At the invitation of President X, *the Indian Minister* arrived" the parser takes the minister for
    the President; in "at the invitation of the Speaker, Mr Y, *a delegation* visited" for Mr Y."""
    for noun in tokens_of(doc, "LEMMA", _INVITATIONS):
        verb = noun.head.head
        if noun.dep_ != "pobj" or verb.i < noun.i or not _tells_an_act(verb):
            continue
        host = next((t for of in noun.children if of.lower_ == "of" for t in of.children), None)
        guest = _right_before(verb)
        if host is None or guest is None or guest.dep_ != "appos":
            continue
        if guest.head == host and not has_subject(verb):
            guest.head, guest.dep_ = verb, "nsubj"
        elif guest.head.dep_ == "nsubj" and guest.head.head == verb and host.left_edge.lower_ == "the":
            told = guest.head
            guest.head, guest.dep_ = verb, "nsubj"
            told.head, told.dep_ = host, "appos"
    return doc


@Language.component("servanda_stays")
def _mend_stays(doc: Doc) -> Doc:
    """In "President X, currently in Lima to attend the forum, *held* talks" the parser takes "attend" for
    what is told first of all; in "is in Lima to attend it" as in "is to attend it"."""
    for to in tokens_of(doc, "TAG", {"TO"}):
        purpose = to.head
        if to.dep_ != "aux" or purpose.tag_ != "VB":
            continue
        if purpose.dep_ == "xcomp" and purpose.head.lemma_ == "be" and _is_somewhere(purpose.head, to):
            purpose.dep_ = "advcl"
        if purpose.dep_ != "ROOT":
            continue
        who = next((c for c in purpose.lefts if c.dep_ == "nsubj"), None)
        told = next((c for c in purpose.rights if c.dep_ in _GOES_ON and c.tag_ in FINITE), None)
        if who is None or told is None or has_subject(told) or told.left_edge.nbor(-1).text != ",":
            continue
        for child in [c for c in purpose.children if c.dep_ == "punct" and not to.i < c.i < told.i]:
            child.head = told
        told.head, told.dep_ = told, "ROOT"
        who.head = told
        purpose.head, purpose.dep_ = who, "acl"
    return doc


@Language.component("servanda_visitors")
def _mend_visitors(doc: Doc) -> Doc:
    """In "*Visiting* Navy chief, Adm X, *met* the Minister" the parser takes the chief for who is visited,
    and makes "visiting" what is told first of all."""
    for visiting in tokens_of(doc, "LOWER", {"visiting"}):
        visitor = next((c for c in visiting.rights if c.dep_ == "dobj"), None)
        if visiting.tag_ != "VBG" or visitor is None or not _opens_a_report(visiting):
            continue
        if visitor.lemma_.lower() not in actor_words().roles or visitor.left_edge.i != visiting.i + 1:
            continue
        told = _told_of_the_visitor(visiting, visitor)
        if told is not None:
            _let_tell(told, visiting, visitor)
    return doc


def _opens_a_report(visiting: Token) -> bool:
    """Whether it is the first word, or the first behind a dateline: "Nairobi: Visiting"."""
    return visiting.i == visiting.sent.start or visiting.nbor(-1).text in {":", "-", "–", "—", "--"}


def _told_of_the_visitor(visiting: Token, visitor: Token) -> Token | None:
    """The first verb of a report behind the visitor and before any other subject: "Adm X on Monday |met|";
    not that of "Visiting the chief, he said"."""
    for word in visiting.doc[visitor.i + 1 : visiting.sent.end]:
        if word.pos_ == "PRON":
            return None
        if word.text.islower() and word.tag_ in {"VBD", "VBN", "VBZ"} and word.pos_ == "VERB":
            helped = any(c.dep_ in {"aux", "auxpass"} for c in word.lefts)
            return None if helped or word.nbor(-1).text == "," else word
    return None


def _let_tell(told: Token, visiting: Token, visitor: Token) -> None:
    """Make `told` the verb of the sentence, and the visitor its subject."""
    name = next((c for c in told.lefts if c.dep_ == "nsubj" and c.i > visitor.i), None)
    above = visiting.head if visiting.head != visiting else None
    for child in [c for c in visiting.children if c.i > visitor.right_edge.i and c != told]:
        child.head = told
    told.head, told.dep_, told.tag_ = told, "ROOT", "VBD"
    visitor.head, visitor.dep_ = told, "nsubj"
    visiting.head, visiting.dep_, visiting.tag_, visiting.pos_ = visitor, "amod", "JJ", "ADJ"
    if name is not None:
        name.head, name.dep_ = visitor, "appos"
    if above is not None and above.i < visiting.i:
        above.head, above.dep_ = told, "dep"


def _is_somewhere(verb: Token, to: Token) -> bool:
    """ "is |in Lima|"; not "is in May"."""
    places = (t for c in verb.rights if c.lower_ in {"in", "at"} and c.i < to.i for t in c.children)
    return any(t.pos_ == "PROPN" and t.lower_ not in month_names() for t in places)


def _tells_an_act(verb: Token) -> bool:
    return verb.tag_ in FINITE or any(c.dep_ == "aux" for c in verb.lefts)


def _right_before(verb: Token) -> Token | None:
    """The noun that ends right before the verb and its helpers, with no comma between."""
    first = min([verb.i, *(c.i for c in verb.lefts if c.dep_ in {"aux", "auxpass", "advmod", "neg"})])
    last = verb.doc[first - 1] if first else verb
    while last.pos_ not in _NAMES or last.dep_ != "appos":
        if last.head.i >= last.i or last.head == last:  # a word that ends a phrase hangs on one before it
            return None
        last = last.head
    return last if last.right_edge.i == first - 1 else None
