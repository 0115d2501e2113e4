"""What the words right before a text tell of it, whatever the parser hangs them on: "*made progress towards*
a treaty", "*the goal is* a treaty by 2027", "*agreed in principle on* a treaty": it is still to come."""

from __future__ import annotations

import re

import msgspec
from spacy.tokens import Span, Token

from servanda.codebook.grammar import grammar_words
from servanda.extract import grammar
from servanda.extract.grammar.subjects import FINITE_OR_MODAL
from servanda.extract.instruments.found import Deed, Name
from servanda.extract.instruments.talks import GOING_ON
from servanda.model.facts import InstrumentAction


class LeadIn(msgspec.Struct, frozen=True):
    """Words that end where the text begins, what they tell of it, and the rule's name. Those of a group "own"
    are the evidence, where others stand far before."""

    words: re.Pattern[str]
    action: InstrumentAction
    rule: str


_NEW = r"(?:an?|another|the first)$"
_ANY = r"(?:an?|another|the|their|its|this|that)$"
_WANTING = (
    r"(?:agreed?|undert(?:ake|ook)|pledged?|promised?|plan(?:s|ned|ning)?|aim(?:s|ed|ing)?|hope[sd]?|"
    r"want(?:s|ed)?|wish(?:es|ed)?|intend(?:s|ed)?|decided?|resolved?|expect(?:s|ed)?|vow(?:s|ed)?|seeks?|"
    r"sought|will|would|should|must|is|are)"
)
"""What opens a doing that is still to come."""
_TALKS = r"(?:talks|negotiations|discussions|consultations|work)"
_HURRYING = (
    r"(?:speed up|accelerate|step up|expedite|hasten|complete|conclude|finish|open|begin|start|launch|"
    r"enter into|resume|(?:go-ahead|green light) (?:to|for))"
)
_IS = r"(?:is|are|was|were)"
_MAKING = (
    r"(?:complete|finish|get|secure|reach|achieve|put in place|have|set up|establish|enter into|arrive at|"
    r"work out)"
)
_CRAFTING = (
    r"(?:work out|hammer out|thrash out|put together|build|develop|devise|formulate|elaborate|craft|design|"
    r"compile|map out|flesh out)"
)
_SIGNING = r"(?:sign|conclude|adopt|initial|exchange|finali[sz]e)"
_WORDING = r"(?:final |draft |full )?(?:text|contents?|wording|substance|draft|terms)"
_JOINING = (
    r"(?:acced(?:e|ing) to|join(?:ing)?|adher(?:e|ing) to|sign(?:ing)? up to|becom(?:e|ing) (?:a )?party to)"
)
_ENDING = r"(?:result in|lead to|end (?:in|with)|culminate in|conclude with)"
_SOME = r"(?:[\w’'-]+ )"


def _lead_in(words: str, action: InstrumentAction, rule: str) -> LeadIn:
    return LeadIn(re.compile(rf"\b{words}", re.IGNORECASE), action, f"{action}:{rule}")


_HOW_FAR = (
    _lead_in(
        rf"(?:progress|headway|advances|strides) {_SOME}{{0,3}}(?:towards? {_ANY}|(?:on|in|with) {_NEW})",
        "planned",
        f"progress{GOING_ON}",
    ),
    _lead_in(
        rf"negotiat(?:ors|ing teams?) {_SOME}{{0,2}}(?:for|on|of) {_ANY}", "planned", f"negotiators{GOING_ON}"
    ),
    _lead_in(
        rf"{_HURRYING} {_SOME}{{0,3}}{_TALKS} {_SOME}{{0,4}}(?:on|over|about|for|towards?) {_NEW}",
        "planned",
        "talks",
    ),
    _lead_in(rf"{_IS} (?:now |still |currently |also )?working on {_ANY}", "planned", f"worked-on{GOING_ON}"),
    _lead_in(
        rf"{_TALKS} {_SOME}{{0,4}}(?:on|over|about|for|towards?|regarding|concerning) {_NEW}",
        "planned",
        f"talks{GOING_ON}",
    ),
    _lead_in(
        r"(?:is|are) (?:now |also |currently |still )?"
        rf"(?:exploring|studying|examining|considering|discussing|looking into|weighing) {_NEW}",
        "planned",
        f"looked-into{GOING_ON}",
    ),
)
"""How far the work on it is: no word that it will be concluded."""
_WANTED = (
    _lead_in(rf"{_WANTING} to (?:\w+ly )?{_MAKING} {_NEW}", "planned", "wanted"),
    _lead_in(
        rf"(?:proposed|suggested|recommended|urged) {_SOME}{{0,20}}(?:to |and )?(?P<own>{_CRAFTING}) {_NEW}",
        "proposed",
        "crafted",
    ),
    _lead_in(
        rf"(?:will|would|should|must|is to|are to|agreed|decided|asked|tasked|instructed) {_SOME}{{0,12}}"
        rf"(?:to |and )?(?P<own>{_CRAFTING}) {_NEW}",
        "planned",
        "crafted",
    ),
    _lead_in(
        rf"(?:will|would|should|is to|are to|agreed|decided|asked|tasked|instructed) {_SOME}{{0,12}}"
        rf"(?:to |and )?(?P<own>work out|hammer out|formulate|elaborate|compile|draw up) {_ANY}",
        "planned",
        "crafted",
    ),
    _lead_in(
        rf"so that [^,;]{{3,70}} (?:can|could|may) (?:then |also |soon )?(?P<own>{_SIGNING}) {_ANY}",
        "planned",
        "so-that",
    ),
    _lead_in(
        rf"(?:will|should|must) (?:soon |shortly |also |now |finally )?have {_NEW}",
        "planned",
        "wanted",
    ),
    _lead_in(
        r"(?:aim|goal|objective|target|next step|plan|idea|ambition|hope|intention|wish)s? (?:now |then )?"
        rf"(?:is|are|was|remains?|will be|would be)(?: to \w+)? {_NEW}",
        "planned",
        "wanted",
    ),
    _lead_in(
        r"(?:two|both) (?:\w+ )?(?:sides|countries|governments|ministries|nations|parties|states|navies|"
        rf"armies) (?:now |also )?plan {_NEW}",
        "planned",
        "wanted",
    ),
    _lead_in(
        r"(?:wish|desire|intention|readiness|willingness|commitment|determination|interest) "
        rf"(?:to|in) (?:sign|conclud|reach|negotiat|enter)(?:e|ing)?(?: into)? {_NEW}",
        "planned",
        "wish",
    ),
    _lead_in(
        rf"(?:ready|prepared|willing|keen|eager) to (?:sign|conclude|negotiate|enter into|initial) {_NEW}",
        "planned",
        "ready",
    ),
    _lead_in(
        r"(?:wants?|wishes for|seeks|(?:is|are|was|were) (?:seeking|pushing for|pressing for|calling for)|"
        r"pushed for|pressed for|call(?:s|ed) for|advocated|asked for|argued for|put forward|put forth|"
        rf"came forward with|offered) {_NEW}",
        "proposed",
        "asked-for",
    ),
    _lead_in(
        rf"{_WANTING} (?:to )?(?:\w+ly )?(?:look (?:in)?to|explore|study|examine|consider|look at|"
        rf"think about) {_NEW}",
        "proposed",
        f"looked-into{GOING_ON}",
    ),
    _lead_in(
        rf"(?:agreed?|decided?|undertook|want|wish|plan|intend)[^.;]{{0,90}} and (?:to )?"
        rf"(?P<own>study|explore|examine|look into|consider) {_NEW}",
        "proposed",
        f"looked-into{GOING_ON}",
    ),
    _lead_in(
        rf"(?:interested in|want(?:s|ed)? to|wish(?:es|ed)? to|plan(?:s|ned)? to|will|would|"
        rf"intend(?:s|ed)? to|hope[sd]? to|ready to|agreed to|decided to|considering|interest in|desire to|"
        rf"intention to) (?:soon )?{_JOINING} {_ANY}",
        "planned",
        "joined",
    ),
)
"""Who wants it."""
_TO_COME_OF_IT = (
    _lead_in(
        rf"{_IS} (?:also |now )?(?:expected|due|likely|set|bound|scheduled|supposed) to "
        rf"(?:{_ENDING}|produce|yield|bring|see) {_NEW}",
        "planned",
        "outcome",
    ),
    _lead_in(
        rf"(?:should|could|may|might|can|will|would) (?:\w+ )?(?:{_ENDING}|pave the way for|prepare) "
        rf"(?:the )?(?:signing|conclusion|signature|adoption) of {_ANY}",
        "planned",
        "outcome",
    ),
    _lead_in(rf"(?:is|are) to be {_SOME}{{1,3}}in {_NEW}", "planned", "laid-down"),
    _lead_in(
        rf"{_WANTING} to (?:formali[sz]e|enshrine|anchor|lay (?:this|it|them|that) down|"
        rf"set (?:this|it|them|that) out|regulate|embed|codify|put) {_SOME}{{1,8}}in {_NEW}",
        "planned",
        "laid-down",
    ),
)
"""What shall end in it, what is to be laid down in it."""
_CONSENTED = (
    _lead_in(rf"agreed in principle (?:on|to|about) {_NEW}", "planned", "in-principle"),
    _lead_in(
        rf"(?:agreement|accord|consensus|understanding) {_SOME}{{0,4}}(?:on|about) the {_WORDING} of {_ANY}",
        "planned",
        "wording",
    ),
    _lead_in(
        rf"(?:settled|fixed|completed|agreed on|agreed upon|agreed) the {_WORDING} of {_ANY}",
        "planned",
        "wording",
    ),
    _lead_in(
        rf"(?:agreement|accord|consensus) in principle {_SOME}{{0,3}}(?:on|to) {_NEW}",
        "planned",
        "in-principle",
    ),
    _lead_in(
        r"(?:approved|authori[sz]ed|cleared|endorsed|okayed|greenlit|(?:approval|green light|go-ahead) "
        r"(?:of|for|to)) (?:the )?(?:(?:opening|start|launch|beginning|conduct) of )?"
        rf"(?:negotiations?|talks|signing|signature|conclusion) (?:on|of|over|about|for) {_ANY}",
        "planned",
        "cleared",
    ),
    _lead_in(
        rf"(?:authori[sz]ed|empowered|allowed|cleared|mandated|instructed) {_SOME}{{1,8}}"
        rf"to (?:sign|conclude|negotiate) {_ANY}",
        "planned",
        "cleared",
    ),
    _lead_in(
        rf"(?:asked|told|instructed|tasked|agreed|want(?:ed|s)?|decided|urged) {_SOME}{{0,4}}to "
        rf"(?:move|press|push|proceed|go|forge) (?:ahead|forward|on) (?:with|on) {_NEW}",
        "planned",
        "moving-ahead",
    ),
)
"""That one side or both agree to it before it is signed."""
_TEXTS = (
    r"(?:documents|texts|agreements|instruments|deals|accords|papers|memoranda|memorandums|mous|treaties)"
)
_DONE = r"(?:signed|exchanged|concluded|inked|initialled|adopted)"
_ARE = r"(?:include|included|are|were|comprise|comprised)"
_LISTED = "listed"
"""Ends the rule by which each text behind a count is told."""
_OF_A_SIGNING = (
    _lead_in(
        rf"{_TEXTS} (?:that will be|which will be|to be) {_DONE} [^:;]{{0,60}}?{_ARE}:? {_NEW}",
        "planned",
        "includes",
    ),
    _lead_in(
        rf"{_TEXTS} (?:(?:that|which) (?:were|have been|had been) |the \w+ \w+ )?{_DONE} "
        rf"(?:[^:;]{{0,60}}? )?{_ARE}(?: also)?:? {_NEW}",
        "signed",
        "includes",
    ),
    _lead_in(
        rf"(?:talks|negotiations|bargaining|discussions|preparation|work) (?:\w+ ){{0,2}}"
        rf"(?:ended|resulted|culminated|concluded|bore fruit|climaxed) (?:\w+ )?(?:in|with) {_NEW}",
        "signed",
        "ended-in",
    ),
    _lead_in(
        rf"(?:two|three|four|five|six|seven|eight|\d+|several) (?:\w+ )?{_TEXTS} (?:were|have been|had been) "
        rf"{_DONE}[^:;,.]{{0,40}}[,:] (?:[^.;]{{0,120}} )?{_ANY}",
        "signed",
        _LISTED,
    ),
    _lead_in(rf"with (?:it|them|that) came {_NEW}", "signed", "came-with"),
    _lead_in(
        rf"(?:declaration|statement|treaty|agreement|memorandum|pact|accord) (?:{_SOME}{{0,4}})?"
        rf"(?P<own>comes|came|goes|went) (?:together |along )?with {_NEW}",
        "signed",
        "came-with",
    ),
)
"""What was signed, told by its count, by what led to it or by what it came with."""
_STANDING = (
    _lead_in(
        rf"(?:acceded to|has joined|have joined|adhered to|(?:became|has become) (?:a )?party to) {_ANY}",
        "signed",
        "joined",
    ),
    _lead_in(
        rf"there (?:is now|has been|has since been|is already|are already) {_NEW}", "existing", "there-is"
    ),
    _lead_in(
        rf"(?:extended|prolonged|renewed) the (?:validity|term|duration|life) of {_ANY}",
        "extended",
        "validity",
    ),
)
"""What stands, and for how long."""
_LEAD_INS = (*_HOW_FAR, *_WANTED, *_TO_COME_OF_IT, *_CONSENTED, *_OF_A_SIGNING, *_STANDING)
_DENIED = re.compile(
    r"\b(?:not|no|never|neither|nor|without|if|unless|whether|refus\w+|declin\w+|ruled|denied|denies)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
LOOKED_INTO = "proposed:looked-into"
"""Begins the rule by which a text is only considered."""
_VAGUE = ("proposed:asked-for", LOOKED_INTO)
_NEAREST = 150
"""Characters before the text in which such words stand."""


def lead_in(name: Name, top: Token) -> Deed | None:
    """What the words before the text tell, or before the list in which it stands; its first noun is `top`."""
    head, sentence = name.head, name.head.sent
    of_its_own = top is head or not grammar.is_indefinite(head)
    opens = name.left if of_its_own else _behind_article(top)
    before = head.doc[sentence.start : opens].text.rpartition(";")[2]
    if not before or _DENIED.search(before):
        return None
    near = before[-_NEAREST:]
    told = next(((one, m) for one in _LEAD_INS if (m := one.words.search(near))), None)
    if told is None:
        return None
    one, match = told
    if of_its_own and top is not head and not one.rule.endswith(_LISTED):
        return None
    verb = grammar.governing_verb(head)
    if verb is not None and verb.lemma_.lower() in grammar_words().denying_verbs:
        return None  # "talks on a treaty were suspended"
    if name.is_bare and name.left == head.i and one.rule.startswith(_VAGUE):
        return None  # "want an agreement that is fair": of which, is not said
    if one.rule.endswith(_LISTED) and _has_clause(head.doc[sentence.start : opens]):
        return None  # "two texts were signed, and both |recalled| the treaty of 1994"
    own = match.start("own") if "own" in match.re.groupindex else match.start()
    at = head.doc[opens - 1].idx + len(head.doc[opens - 1]) - len(near) + own
    words = head.doc.char_span(at, at + 1, alignment_mode="expand")
    behind = grammar.clause_bounds(verb)[1] if verb is not None and verb.sent == sentence else name.right
    return Deed(
        one.action, one.rule, words.start if words is not None else name.left, max(name.right, behind)
    )


def _has_clause(before: Span) -> bool:
    """Whether another clause stands between the signing and the text."""
    signing = next((t.i for t in before if t.tag_ in FINITE_OR_MODAL), before.end)
    comma = next((t.i for t in before if t.i > signing and t.text in {",", ":"}), before.end)
    return any(t.tag_ in FINITE_OR_MODAL for t in before if t.i > comma)


def _behind_article(noun: Token) -> int:
    opens = noun.left_edge
    return opens.i + (opens.dep_ == "det")
