"""What is said of a text right behind its name, whatever the parser makes of it: "*was among the documents
exchanged*", "*is nearly complete*", "*came into being* in March"."""

from __future__ import annotations

import re

import msgspec
from spacy.tokens import Token

from servanda.codebook.grammar import grammar_words
from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.grammar.subjects import FINITE_OR_MODAL
from servanda.extract.instruments.found import Deed, Name
from servanda.extract.instruments.talks import GOING_ON
from servanda.model.facts import InstrumentAction


class Predicate(msgspec.Struct, frozen=True):
    """Words with which the clause goes on behind a name, what they tell, the end of the rule's name."""

    words: re.Pattern[str]
    action: InstrumentAction
    rule: str


_TEXTS = (
    r"(?:documents|texts|agreements|instruments|deals|accords|papers|memoranda|memorandums|mous|treaties|"
    r"understandings)"
)
_DONE = r"(?:signed|exchanged|concluded|inked|initialled|adopted|sealed|handed over)"
_ALSO = r"(?:also |now |still |already |even |thus )?"
_BE_SIGNED = (
    rf"{_ALSO}(?:well |soon |then |finally |hopefully )?be "
    r"(?:signed|concluded|finished|completed|finali[sz]ed|inked|ready|initialled|adopted|done|sealed|in "
    r"place|agreed|reached|wrapped up)"
)
_AMONG = r"(?:among|amongst|one of|part of) (?:the |those )?(?:\w+ ){0,3}"


def _predicate(words: str, action: InstrumentAction, rule: str) -> Predicate:
    return Predicate(re.compile(rf"\s?\)?,? ?{words}\b", re.IGNORECASE), action, f"{action}:{rule}")


_PREDICATES = (
    _predicate(
        rf"(?:is|are|was|were|(?:has|have) been) {_ALSO}{_AMONG}{_TEXTS} "
        rf"(?:(?:that|which) (?:was|were|had been|the \w+ \w+) |the \w+ \w+ )?{_DONE}",
        "signed",
        "among",
    ),
    _predicate(
        rf"(?:is|are|will be) {_ALSO}{_AMONG}{_TEXTS} (?:(?:that|which) (?:will|are to|is to) be |to be )"
        rf"{_DONE}",
        "planned",
        "among",
    ),
    _predicate(
        rf"(?:is|was|were) not {_ALSO}{_AMONG}(?:them|these|those|{_TEXTS})",
        "planned",
        f"not-among{GOING_ON}",
    ),
    _predicate(
        rf"(?:is|are|was|were) {_ALSO}(?:nearly|almost|all but|virtually|practically|close to being|"
        r"nearing being|as good as) (?:complete|completed|finished|ready|done|finalised|finalized|agreed)",
        "planned",
        f"nearly{GOING_ON}",
    ),
    _predicate(rf"(?:could|can|should|will|would) {_BE_SIGNED}", "planned", "will-be"),
    _predicate(
        r"(?:is|are) (?:also |now )?(?:expected |due |set |likely |scheduled |planned )?to be "
        r"(?:ready|in place)",
        "planned",
        "to-be-ready",
    ),
    _predicate(
        rf"(?:is|are|was|were) {_ALSO}(?:currently )?being (?:worked out|hammered out|developed|formulated|"
        r"elaborated|devised|compiled|worked on|put together|discussed)",
        "planned",
        f"being-made{GOING_ON}",
    ),
    _predicate(rf"(?:may|might) {_BE_SIGNED}", "planned", f"may-be{GOING_ON}"),
    _predicate(
        rf"(?:is|are|was|were) {_ALSO}(?:very )?(?:close|imminent|in sight|within reach|at hand|"
        r"around the corner)(?! to\b)",
        "planned",
        f"near{GOING_ON}",
    ),
    _predicate(
        r"(?:the )?(?:signing|conclusion|signature|adoption) of which (?:is|was|has been) (?:\w+ )?"
        r"(?:planned|expected|scheduled|foreseen|due|set|envisaged)",
        "planned",
        "signing-of-which",
    ),
    _predicate(
        r"(?:has )?(?:created|established|set up|founded|opened|provides? for|provided for|gives|gave|allows|"
        r"allowed|lets|enables|enabled|obliges|binds|regulates|governs)",
        "existing",
        "acts",
    ),
    _predicate(r"to (?:that|this) effect", "signed", "to-that-effect"),
    _predicate(
        r"(?:then |soon |duly )?followed (?:in|on|at|soon|shortly|within|later|(?:a|two|three|some) "
        r"(?:weeks?|months?|years?|days?) later)",
        "signed",
        "followed",
    ),
    _predicate(
        rf"(?:is|are) {_ALSO}(?:expected|due|set|likely|bound|scheduled|planned|hoped) to (?:soon )?follow",
        "planned",
        "follow",
    ),
    _predicate(
        r"(?:was|were|has been|have been|had been) (?:\w+ly |also |then |now |later |soon |afterwards )?"
        r"(?:signed|inked|concluded|initialled)",
        "signed",
        "was-signed",
    ),
    _predicate(
        r"(?:was|were|has been|have been) (?:\w+ly |also |then |now )?(?:extended|prolonged|renewed)",
        "extended",
        "was-extended",
    ),
    _predicate(
        r"(?:which|that) (?:has|have) (?:now |long )?been (?:negotiated|under negotiation|in the making|"
        r"under discussion|in preparation|discussed|prepared|in the works) (?:since|for)",
        "planned",
        f"negotiated-since{GOING_ON}",
    ),
    _predicate(
        r"(?:came into being|came into existence|became (?:a )?reality|saw the light of day|came about|"
        r"is a done deal|came to fruition|materiali[sz]ed)",
        "signed",
        "came-into-being",
    ),
)
_OF_A_NEW_ONE = ":acts"
"""Ends the rule that is for a text of which nothing was told: "*a* memorandum created a joint committee"."""
_TO_RATIFY = Predicate(
    re.compile(
        r" (?:has|have|had) (?:(?:still|yet) to be|still not been|not yet been|not been) "
        r"(?:ratified|approved by)\b"
    ),
    "existing",
    "to-ratify:behind",
)
"""What is signed and stands, while it is to be approved."""
_CONDITION = re.compile(r"\b(?:if|unless|whether|provided|should)\b[^,;]*$", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:no|none of the|neither|nor|not|never)\s(?:\w+\s){0,2}$", re.IGNORECASE)
_SHORT_NAME = re.compile(r"^\s?\([^()]{2,30}\)")
_UNDER = frozenset({"of", "said", "says", "added", "that", "as", "while", "when"})
"""Words under which the parser has a text of which more is told behind it."""
_LONGEST = 110
_LONGEST_LIST = 400


def predicate_of(name: Name) -> Deed | None:
    """What the words behind the name tell of the text, or behind the list in which it stands; nothing where
    the clause only supposes it."""
    doc, sentence = name.head.doc, name.head.sent
    under = name.head.dep_ in {"dobj", "pobj"} and name.head.head.i < name.head.i
    opener = doc[name.left - 1].lower_ if name.left > sentence.start else ""
    if (under and name.head.head.lower_ not in _UNDER and opener != "which") or opener == "(":
        return None
    words = doc.text[doc[sentence.start].idx : doc[name.left].idx]
    if _CONDITION.search(words) or _DENIED.search(words):
        return None
    start = doc[name.right].idx + len(doc[name.right])
    told = _match(doc.text[start : min(sentence.end_char, start + _LONGEST)])
    if told is not None and told[0].rule.endswith(_OF_A_NEW_ONE) and not grammar.is_indefinite(name.head):
        return None
    verb = grammar.governing_verb(name.head)
    if told is not None and told[0].action == "signed" and verb is not None and _is_denied_by(verb):
        return None
    if told is None:
        one = _behind_list(name)
        return Deed(one.action, one.rule, name.left, name.right) if one is not None else None
    last = doc.char_span(start, start + told[1], alignment_mode="expand")
    right = last.end - 1 if last is not None else name.right
    return Deed(told[0].action, told[0].rule, name.left, max(right, _to_end(name, right)))


def _is_denied_by(verb: Token) -> bool:
    """ "*denied* that a treaty had been signed", "a treaty to that effect *failed*"."""
    return grammar.is_unreal(verb) or verb.lemma_.lower() in grammar_words().denying_verbs


def _match(behind: str) -> tuple[Predicate, int] | None:
    """The words with which the clause goes on, and where they end."""
    short = _SHORT_NAME.match(behind)
    opens = short.end() if short is not None else 0
    matches = ((one, one.words.match(behind, opens)) for one in (*_PREDICATES, _TO_RATIFY))
    return next(((one, m.end()) for one, m in matches if m is not None), None)


def _behind_list(name: Name) -> Predicate | None:
    """As in "*a treaty* on ports, a pact on fish and a plan *were among the documents signed*": the clause
    behind the last of them, where no other verb stands between; each is told by its own words."""
    doc, sentence = name.head.doc, name.head.sent
    goes_on = name.right + 1 < sentence.end and doc[name.right + 1].lower_ in {",", "and", "as"}
    verb = next((t for t in doc[name.right + 1 : sentence.end] if t.tag_ in FINITE_OR_MODAL), None)
    if not goes_on or verb is None or verb.nbor(-1).lower_ in {"which", "that", "who"}:
        return None
    others = any(t.lemma_.lower() in instrument_words().heads for t in doc[name.right + 1 : verb.i])
    near = verb.idx - doc[name.right].idx <= _LONGEST_LIST
    found = _match(doc.text[verb.idx - 1 : min(sentence.end_char, verb.idx + _LONGEST)])
    return found[0] if found is not None and others and near else None


def _to_end(name: Name, right: int) -> int:
    """The end of the clause: up to the next comma that opens another, or the end of the sentence."""
    sentence = name.head.sent
    end = next(
        (t.i - 1 for t in name.head.doc[right + 1 : sentence.end] if t.text in {",", ";", "–", "—"}),
        sentence.end - 1,
    )
    return end - (name.head.doc[end].text == ".")
