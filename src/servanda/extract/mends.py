"""Mends of the parse where the parser is misled by how reports are written: asides, items of a list."""

from __future__ import annotations

from collections.abc import Collection

from spacy.language import Language
from spacy.tokens import Doc, Token

from servanda.codebook.actors import actor_words
from servanda.codebook.acts import act_words
from servanda.codebook.engagements import engagement_words
from servanda.codebook.instruments import instrument_words
from servanda.codebook.places import is_state, party_code
from servanda.extract.grammar.listed import items_of
from servanda.extract.grammar.subjects import FINITE, SUBJECTS, weekdays

MENDS = (
    "servanda_asides", "servanda_items", "servanda_torn_passives", "servanda_days", "servanda_slated",
    "servanda_round_tables", "servanda_infinitives", "servanda_joined_subjects", "servanda_fronted_places",
    "servanda_further_sayings", "servanda_texts_behind_asides", "servanda_listed_names", "servanda_invited",
    "servanda_last_met", "servanda_who_opens", "servanda_received", "servanda_names_for_verbs",
    "servanda_joined_events",
)  # fmt: skip
"""Names of the pipeline's parts that mend."""
_ADVERBIAL = frozenset({"advmod", "npadvmod", "dep"})
_HELPERS = frozenset({"aux", "auxpass", "advmod", "neg"})
_LISTED = 2
"""Tokens before a name in a list: the name before it and a comma."""
_LISTED_AS = frozenset({"pobj", "dobj", "conj"})
_HELD_AS = SUBJECTS | {"pobj", "dobj"}
_LISTED_BEHIND = frozenset({"appos", "conj"})
_PARTS_OF_DAYS = frozenset({"morning", "afternoon", "evening", "night", "noon"})
_DONE_TO_TEXTS = frozenset({"signed", "extended", "amended", "ratified"})
_TAKEN = frozenset({"dobj", "ccomp", "xcomp"})
_BY_WHOM = frozenset({"invitation", "request", "behest", "initiative"})
"""Behind what is done at their "of" people stand, and no place."""
_RECEIVING = frozenset({"receive", "welcome", "host", "meet", "greet"})
_EVENTS = frozenset({"visit", "conference", "exercise", "ceremony"})
"""Types of engagement whose nouns name nobody whom one meets, as that of a dialogue or a council may."""
_NUMBERS_OF_ITEMS = frozenset("abcdivx")


def tokens_of(doc: Doc, attribute: str, values: Collection[str]) -> list[Token]:
    """The tokens of which an attribute has one of the values: to make a token of each word takes long."""
    codes = {doc.vocab.strings[value] for value in values}
    return [doc[i] for i, code in enumerate(doc.to_array(attribute).tolist()) if code in codes]


@Language.component("servanda_asides")
def _mend_asides(doc: Doc) -> Doc:
    """In "Kenya, Mr Otieno added, would help" the parser lets Kenya and Mr Otieno add it together."""
    for said in tokens_of(doc, "LEMMA", act_words().report):
        if said.tag_ not in FINITE or said.i + 1 >= len(doc):
            continue
        subjects = [c for c in said.lefts if c.dep_ in SUBJECTS]
        subjects += [c for s in subjects[:1] for c in s.rights if c.dep_ == "conj"]
        if len(subjects) == 1 and said.head.i > said.i:
            _give_back_its_subject(said.head, said)
        told = _told_behind(said) if len(subjects) == 2 and _are_apart(*subjects) else None
        if told is not None:
            for helper in [c for c in said.lefts if c.i < subjects[1].left_edge.i and c.dep_ in _HELPERS]:
                helper.head = told
            subjects[0].head, subjects[0].dep_ = told, _subject_of(told)
            subjects[1].head, subjects[1].dep_ = said, "nsubj"
    return doc


def _give_back_its_subject(verb: Token, said: Token) -> None:
    """In "*Budapest*, he said, would help" the parser takes the city for an adverb."""
    first = next((c for c in verb.lefts if c.pos_ == "PROPN" and c.dep_ in _ADVERBIAL), None)
    alone = (
        first is not None and first.right_edge.i + 1 < said.i and verb.doc[first.right_edge.i + 1].text == ","
    )
    if first is not None and alone and not any(c.dep_ in SUBJECTS for c in verb.lefts):
        first.dep_ = _subject_of(verb)


def _subject_of(verb: Token) -> str:
    """The relation of a subject to the verb: of a passive it has another."""
    return "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"


def _are_apart(first: Token, second: Token) -> bool:
    """As in "*Kenya*, Mr *Otieno*"; not "Kenya, Peru and Chile"."""
    comma = second.doc[second.left_edge.i - 1].text == ","
    return comma and first.i < second.left_edge.i and not any(c.dep_ == "cc" for c in first.rights)


def _told_behind(said: Token) -> Token | None:
    """The verb of what is said around such a clause, where it has no subject of its own."""
    around = [said.head] if said.dep_ in {"parataxis", "ccomp"} and said.head.i > said.i else []
    around += [c for c in said.rights if c.dep_ in {"ccomp", "parataxis", "dep"} and c.pos_ == "VERB"]
    verb = next((v for v in around if not any(c.dep_ in SUBJECTS for c in v.lefts)), None)
    return verb if verb is not None and any(t.text == "," for t in said.doc[said.i : verb.i]) else None


@Language.component("servanda_items")
def _mend_items(doc: Doc) -> Doc:
    """The items under "The Ministers:" open with what they did: "*Expressed* concern", "(a) *tasked*"."""
    for i in items_of(doc):
        verb, root = doc[i], doc[i].sent.root
        if verb.dep_ == "ROOT" and verb.tag_ in {"VBN", "VB"}:
            verb.tag_ = "VBD" if verb.tag_ == "VBN" else "VBP"
        elif verb.dep_ == "amod" and verb.head == root and root.i > verb.i:
            make_root(verb, root)
        for child in verb.children:
            if child.tag_ == "LS" or (child.dep_ == "nsubj" and set(child.text) <= _NUMBERS_OF_ITEMS):
                child.dep_ = "meta"
    return doc


@Language.component("servanda_torn_passives")
def _mend_torn_passives(doc: Doc) -> Doc:
    """In "Any *attempt* to alter it was firmly opposed" the parser hangs the subject on "was"."""
    for helper in tokens_of(doc, "DEP", {"auxpass"}):
        verb = helper.head
        torn = [c for c in helper.lefts if c.dep_ in SUBJECTS]
        if torn and not any(c.dep_ in SUBJECTS for c in verb.lefts):
            torn[0].head, torn[0].dep_ = verb, "nsubjpass"
    return doc


@Language.component("servanda_days")
def _mend_days(doc: Doc) -> Doc:
    """In "signed on *Monday agreements* on trade" the parser takes the day and the texts for one name."""
    for day in tokens_of(doc, "LOWER", weekdays()):
        noun, on = day.head, day.nbor(-1) if day.i else day
        told_on = on.lower_ == "on" and noun.dep_ == "pobj" and noun.head == on
        whole = day.dep_ == "compound" and noun.left_edge == day and on.head.i < day.i < noun.i
        done = on.head.tag_ in FINITE | {"VBN"}
        if not (told_on and done and whole) or noun.lower_ in _PARTS_OF_DAYS:
            continue
        if not any(c.dep_ == "dobj" for c in on.head.children):
            day.head, day.dep_ = on, "pobj"
            noun.head, noun.dep_ = on.head, "dobj"
    return doc


@Language.component("servanda_slated")
def _mend_slated(doc: Doc) -> Doc:
    """Of "is *slated* for May" the rules make "slat"."""
    for verb in tokens_of(doc, "LEMMA", {"slat"}):
        if verb.pos_ == "VERB":
            verb.lemma_ = "slate"
    return doc


@Language.component("servanda_round_tables")
def _mend_round_tables(doc: Doc) -> Doc:
    """In "took part in a *roundtable*" the parser takes the noun for the word before one."""
    for word in tokens_of(doc, "LOWER", {"roundtable"}):
        if word.pos_ == "ADJ" and word.dep_ in _HELD_AS:
            word.pos_, word.tag_ = "NOUN", "NN"
    return doc


@Language.component("servanda_infinitives")
def _mend_infinitives(doc: Doc) -> Doc:
    """In "the boats are to *land* at Lamu" the parser takes a verb that is also a noun for the noun."""
    for to in tokens_of(doc, "TAG", {"TO"}):
        verb = to.head
        if to.dep_ == "aux" and verb.i == to.i + 1 and verb.tag_ == "NN" and verb.is_lower:
            verb.tag_, verb.pos_, verb.lemma_ = "VB", "VERB", verb.lower_
    return doc


@Language.component("servanda_joined_subjects")
def _mend_joined_subjects(doc: Doc) -> Doc:
    """In "is signed during the visit and *talks* will be held" the parser joins the talks to the visit."""
    for noun in tokens_of(doc, "DEP", {"conj"}):
        last = noun.right_edge.i
        if noun.pos_ not in {"NOUN", "PROPN"} or noun.head.dep_ != "pobj" or last + 1 >= len(doc):
            continue
        helper = doc[last + 1]
        verb = helper.head
        finite = helper.dep_ in {"aux", "auxpass"} and helper.tag_ in FINITE | {"MD"}
        if not finite or verb.dep_ != "conj" or any(c.dep_ in SUBJECTS for c in verb.lefts):
            continue
        if verb.head.i < noun.head.i and verb.head in noun.head.ancestors:
            for word in [c for c in noun.head.rights if c.dep_ == "cc"]:
                word.head = verb.head
            noun.head, noun.dep_ = verb, _subject_of(verb)
    return doc


@Language.component("servanda_fronted_places")
def _mend_fronted_places(doc: Doc) -> Doc:
    """In "In Lima, Minister *X* met" the parser joins who acts to the place."""
    for noun in tokens_of(doc, "DEP", {"conj", "appos"}):
        place, left = noun.head, noun.left_edge.i
        if place.dep_ != "pobj" or place.i > noun.i or doc[left - 1].text != ",":
            continue
        verb = _above_the_place(place)
        helpers = (c for c in verb.lefts if c.dep_ in {"aux", "auxpass"})
        finite = any(t.tag_ in FINITE | {"MD"} for t in (verb, *helpers))
        if not finite or verb.i < noun.i or place.head.dep_ != "prep":
            continue
        if verb.i != place.head.head.i and noun.pos_ != "PROPN" and noun.left_edge.lower_ != "the":
            continue  # "On 27 July agreements for tanks, |howitzers| and aircraft were signed"
        if any(c.dep_ in SUBJECTS for c in verb.lefts) or any(c.dep_ == "cc" for c in place.children):
            continue
        if all(t.head == verb or t.pos_ == "PUNCT" for t in doc[noun.right_edge.i + 1 : verb.i]):
            noun.head, noun.dep_ = verb, _subject_of(verb)
    return doc


def _above_the_place(place: Token) -> Token:
    """ "met" of "On the margins of the summit in Lima, Minister X *met*"."""
    above = place.head.head
    while above.dep_ == "pobj" and above.head.dep_ == "prep" and above.lemma_ not in _BY_WHOM:
        above = above.head.head
    return above


@Language.component("servanda_further_sayings")
def _mend_further_sayings(doc: Doc) -> Doc:
    """In "asked that pilots be trained and *expressed* interest" the parser joins the second verb to what is
    asked: a past with an object goes on with the past above."""
    for verb in tokens_of(doc, "DEP", {"conj"}):
        first = verb.head
        joined = verb.tag_ == "VBD" and verb.i > first.i and _is_timeless(first)
        if not joined or not any(c.dep_ in _TAKEN for c in verb.rights):
            continue
        if any(c.dep_ in SUBJECTS for c in verb.lefts) or verb.nbor(-1).lower_ != "and":
            continue
        said = next((t for t in first.ancestors if t.tag_ == "VBD" and t.pos_ == "VERB"), None)
        if said is not None and any(c.dep_ in SUBJECTS for c in said.lefts):
            verb.nbor(-1).head = said
            verb.head = said
    return doc


@Language.component("servanda_texts_behind_asides")
def _mend_texts_behind_asides(doc: Doc) -> Doc:
    """In "signed, in the presence of *the President, a memorandum*" the parser lets the one be the other."""
    words = instrument_words()
    for text in tokens_of(doc, "DEP", {"appos"}):
        first = text.left_edge
        if text.lemma_.lower() not in words.heads or first.i < 2 or first.nbor(-1).text != ",":
            continue
        verb = next((t for t in (text.head, *text.head.ancestors) if t.pos_ == "VERB"), text)
        signs = words.action_of(verb.lemma_.lower()) in _DONE_TO_TEXTS and verb.tag_ in FINITE
        aside = verb.i + 1 < first.i - 1 and verb.nbor().text == ","
        if signs and aside and not any(c.dep_ in _TAKEN | {"nsubjpass"} for c in verb.children):
            text.head, text.dep_ = verb, "dobj"
    return doc


def _is_timeless(verb: Token) -> bool:
    """As in "*would send*", "be *trained*", "before the year *is* out": no past beside it."""
    if verb.tag_ == "VBN":
        helpers = [c for c in verb.lefts if c.dep_ == "auxpass"]
        return any(c.tag_ == "VB" for c in helpers)
    return verb.tag_ in {"VB", "VBZ", "VBP"} and verb.pos_ in {"VERB", "AUX"}


@Language.component("servanda_listed_names")
def _mend_listed_names(doc: Doc) -> Doc:
    """In "President A is to meet with President B, *Premier C*, and others" the parser hangs C on A, and in
    "the United States, *Japan*, and Kenya held talks" it takes the one for the other."""
    for name in tokens_of(doc, "DEP", {"appos"}):
        first = name.left_edge.i
        if _is_state(name) and _is_state(name.head) and any(c.dep_ == "conj" for c in name.rights):
            name.dep_ = "conj"
            continue
        if name.pos_ != "PROPN" or first < _LISTED or doc[first - 1].text != ",":
            continue
        before = doc[first - 2]
        apart = any(t.pos_ == "VERB" for t in doc[name.head.i : first])
        if apart and before.pos_ == "PROPN" and before.dep_ in _LISTED_AS and not name.is_ancestor(before):
            name.head, name.dep_ = before, "conj"
    return doc


def _is_state(name: Token) -> bool:
    """Whether the word, with the names before it ("United |States|"), is the name of a state."""
    first = min([c.i for c in name.lefts if c.dep_ == "compound"], default=name.i)
    code = party_code(name.doc[first : name.i + 1].text) if name.pos_ == "PROPN" else None
    return code is not None and is_state(code)


@Language.component("servanda_invited")
def _mend_invited(doc: Doc) -> Doc:
    """In "At the invitation of Mr A, President of Peru, the President of Chile, *Ms B*, will visit Peru" the
    parser takes all of them for the one who invites, and leaves the verb without a subject."""
    for noun in tokens_of(doc, "LOWER", {"invitation"}):
        verb = noun.head.head
        if noun.dep_ != "pobj" or not noun.i < verb.i or verb.pos_ != "VERB":
            continue
        if any(c.dep_ in SUBJECTS for c in verb.lefts):
            continue
        guest = _last_named(noun, verb)
        if guest is not None:
            guest.head, guest.dep_ = verb, _subject_of(verb)
    return doc


@Language.component("servanda_last_met")
def _mend_last_met(doc: Doc) -> Doc:
    """In "The *two* last met in Seoul" the parser takes "last" for those who met."""
    for last in tokens_of(doc, "LOWER", {"last", "first"}):
        two, verb = last.nbor(-1) if last.i else last, last.head
        if last.dep_ != "nsubj" or two.tag_ != "CD" or two.head != last or verb.i != last.i + 1:
            continue
        for word in list(last.lefts):
            word.head = two
        two.head, two.dep_ = verb, "nsubj"
        last.head, last.dep_, last.pos_, last.tag_ = verb, "advmod", "ADV", "RB"
    return doc


@Language.component("servanda_who_opens")
def _mend_who_opens(doc: Doc) -> Doc:
    """In "*Yoon*, who arrived on Monday, described" the parser takes a name that it does not know for an
    adverb, and leaves the verb without a subject."""
    for who in tokens_of(doc, "LOWER", {"who"}):
        name, verb = who.head.head, who.head.head.head
        torn = name.dep_ in _ADVERBIAL | SUBJECTS and name.pos_ in {"ADV", "INTJ"} and name.is_title
        if who.head.dep_ != "relcl" or not torn:
            continue
        helped = any(c.dep_ in {"aux", "auxpass"} for c in verb.lefts)
        past = verb.tag_ == "VBN" and verb.dep_ == "ROOT" and not helped
        others = (c for c in verb.lefts if c.dep_ in SUBJECTS and c.i != name.i)
        if name.i < who.i < verb.i and (past or helped or verb.tag_ in FINITE) and not any(others):
            name.dep_, name.pos_, name.tag_ = _subject_of(verb), "PROPN", "NNP"
            verb.tag_ = "VBD" if past else verb.tag_
    return doc


@Language.component("servanda_received")
def _mend_received(doc: Doc) -> Doc:
    """In "The Emir received today at the palace *the Prime Minister*" the parser takes the guest for another
    name of the palace."""
    for verb in tokens_of(doc, "LEMMA", _RECEIVING):
        where = (c for c in verb.rights if c.dep_ == "prep" and c.lower_ in {"at", "in"})
        places = [p for prep in where for p in prep.children if p.dep_ == "pobj"]
        met = any(c.dep_ in {"dobj", "auxpass"} or c.lower_ == "with" for c in verb.children)
        if verb.tag_ not in FINITE or met:
            continue
        for guest in [c for p in places for c in p.rights if c.dep_ == "appos"]:
            if guest.lemma_.lower() in actor_words().roles and doc[guest.left_edge.i - 1].text != ",":
                guest.head, guest.dep_ = verb, "dobj"
                break
    return doc


def _last_named(noun: Token, verb: Token) -> Token | None:
    """The last of those whom the parser lists behind the invitation, right before the verb."""
    first = min([verb.i, *(c.i for c in verb.lefts if c.dep_ in _HELPERS and c.i > noun.i)])
    last = noun.doc[first - 2 if noun.doc[first - 1].text == "," else first - 1]
    listed = [t for t in noun.subtree if t.dep_ in _LISTED_BEHIND and t.right_edge == last]
    behind_comma = [t for t in listed if noun.doc[t.left_edge.i - 1].text == ","]
    return max(behind_comma, key=lambda t: t.left_edge.i, default=None)


def make_root(verb: Token, noun: Token) -> None:
    """Let the verb stand over the noun that stood over it."""
    before = noun.i < verb.i
    behind = [c for c in noun.rights if c.i > verb.i] if before else []
    verb.head, verb.dep_ = verb, "ROOT"
    verb.tag_ = "VBD"
    noun.head, noun.dep_ = verb, "nsubj" if before else "dobj"
    for child in behind:
        child.head = verb


@Language.component("servanda_names_for_verbs")
def _mend_names_for_verbs(doc: Doc) -> Doc:
    """In "looks forward to welcoming President João Manuel Gonçalves *Lourenço* to Lisbon" the parser takes
    a name that it does not know for what the one before it did."""
    for name in tokens_of(doc, "TAG", {"VBN", "VBD"}):
        before = name.nbor(-1) if name.i > name.sent.start else name
        is_clause = name.dep_ in {"ccomp", "xcomp"} and name.head.i < name.i and name.head.text.islower()
        if not is_clause or not name.text.istitle() or before.dep_ not in SUBJECTS or before.head != name:
            continue
        if before.pos_ == "PROPN" and not any(c.dep_ in _HELPERS | {"dobj"} for c in name.children):
            for word in list(before.lefts):
                word.head = name
            before.dep_ = "compound"
            name.dep_, name.pos_, name.tag_ = "dobj", "PROPN", "NNP"
    return doc


@Language.component("servanda_joined_events")
def _mend_joined_events(doc: Doc) -> Doc:
    """In "the meeting with President A and *the Lima Summit*" the parser takes the summit for another whom
    one meets."""
    words = engagement_words()
    for event in tokens_of(doc, "DEP", {"conj"}):
        person, told = event.head, event.head.head.head
        if words.noun_type(event.lemma_.lower()) not in _EVENTS or person.pos_ != "PROPN":
            continue
        with_whom = person.dep_ == "pobj" and person.head.lower_ in {"with", "between"}
        if with_whom and words.noun_type(told.lemma_.lower()) == "meeting":
            for word in [c for c in person.rights if c.dep_ == "cc"]:
                word.head = told
            event.head = told
    return doc
