"""What a text is called: the bounds of its name around the noun that names it."""

from __future__ import annotations

import re
from itertools import takewhile

from spacy.tokens import Token

from servanda.codebook.dates import month_names
from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.analysis import Analysis
from servanda.extract.instruments.found import Name, is_item_number
from servanda.extract.instruments.kinds import is_adopted, type_by_words
from servanda.extract.instruments.partnerships import is_signed_partnership
from servanda.extract.instruments.titled import with_title
from servanda.extract.instruments.visions import names_a_text

_BEFORE = frozenset({"amod", "compound", "nmod", "nummod"})
_OF_FORCES = ("of forces", "of visiting forces", "of information agreement")
_OF_CONSENT = frozenset({"of ratification", "of accession", "of acceptance", "of approval"})
_OF_YEARS = frozenset({"plan", "programme", "program", "roadmap"})
_FOR_GOODS = frozenset({"contract", "deal"})
_JOINTS = frozenset({"and", ",", "that", "which"})
_WHEN = frozenset({"in", "by", "before", "during", "on"})
_TIMES = frozenset({"year", "month", "week", "spring", "summer", "autumn", "winter"})
_WHICH_TIME = frozenset({"this", "next", "last"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_OF_TIMES = _WHICH_TIME | {
    *("the", "early", "late", "mid", "of", "first", "second", "half", "quarter", "end", "coming", "same"),
    *("beginning", "start", "course", "middle", ","),
}
"""Words of a time: "|the second half of next| year"."""
_ITSELF = frozenset(
    {"agreement", "memorandum", "memoranda", "mou", "mous", "document", "contract", "instrument"}
)
_OPENING_YEARS = frozenset({"the", "years", "period", "from"})
"""What stands between "for" and the years that a plan covers."""
_GOES_ON = frozenset({"on", "for", "between", "with", "concerning", "regarding", "and", "to", "about", "in"})
"""Words by which a name goes on behind its year."""
_OF_THE_MONTH = re.compile(rf"of (?:{'|'.join(month_names())}) (?:last|this) year\b", re.IGNORECASE)
"""As in "the joint statement |of May last year|"."""
_TO_THAT_EFFECT = re.compile(r"to (?:that|this) effect\b")
_SMALL = frozenset({"of", "and", "the", "for", "in"})
_BREAKS = frozenset({";", ":"})
_FARTHEST = 14
"""How many tokens behind the name so far a phrase may begin that goes on with it."""


def name_of(head: Token, analysis: Analysis) -> Name | None:
    """The name of the text that a noun stands for; None when it stands for none."""
    if not _can_head_a_name(head, analysis):
        return None
    left = min(
        [
            head.i,
            *(c.left_edge.i for c in head.lefts if c.dep_ in _BEFORE and not is_item_number(c)),
            *_exchanged(head),
            *_of_leaders(head),
        ]
    )
    left = max([left, *(t.i + 1 for t in head.doc[left : head.i] if t.lower_ in {"the", "a", "an"})])
    last = _last_token(head, analysis)
    if _TO_THAT_EFFECT.match(head.doc[head.i + 1 : head.sent.end].text):
        last = head.i  # which tells that it was made, and nothing of its name
    last -= last > head.i and head.doc[last].lower_ == "and"  # "an agreement on food |and| a pact on oil"
    last -= 3 * (last > head.i + 3 and head.doc[last - 2 : last + 1].text.lower() == "as well as")
    last = next((t.i - 1 for t in head.doc[head.i : last + 1] if _breaks_off(t)), last)
    last = next((t.i for t in head.doc[head.i + 2 : last] if _is_last_year(t)), last)
    last += 2 * (_OF_THE_MONTH.match(head.doc[last - 1 : min(last + 3, head.sent.end)].text) is not None)
    right = grammar.trim_right(head.doc, left, last) + _is_called_by_year(head, last)
    right += 2 * _is_of_the_plan_of_a_year(head, right)
    type_ = type_by_words(head, left, right)
    return with_title(Name(head, left, right, type_)) if type_ is not None else None


def _is_called_by_year(head: Token, last: int) -> bool:
    """As in "the Joint Vision *2035*"."""
    behind = head.doc[last + 1] if last == head.i and last + 1 < head.sent.end else None
    return head.text == "Vision" and behind is not None and _YEAR.fullmatch(behind.text) is not None


def _is_of_the_plan_of_a_year(head: Token, right: int) -> bool:
    """As in "the agreement on the cooperation plan |*for 2025*|", which the parser hangs elsewhere."""
    behind = head.doc[right + 1 : min(right + 3, head.sent.end)]
    years = [t.lower_ == "for" or _YEAR.fullmatch(t.text) is not None for t in behind]
    on_a_plan = any(t.lemma_.lower() in _OF_YEARS for t in head.doc[head.i + 1 : right + 1])
    return on_a_plan and len(years) == 2 and all(years)


def _breaks_off(token: Token) -> bool:
    """As in "MoU on Trade; MoU on Tea", "MoU on Trade – *Exchanged* by A and B"."""
    if token.text in _BREAKS:
        return True
    dash = token.text in {"-", "–", "—"} and token.i + 1 < token.sent.end
    return dash and token.nbor().lower_ in {"exchanged", "signed", "inked", "concluded"}


def _is_last_year(year: Token) -> bool:
    """As in "the agreement of *2022* foresees joint exercises", where the parser takes all for one noun."""
    if _YEAR.fullmatch(year.text) is None or year.nbor().lower_ in _GOES_ON:
        return False
    opens = year.nbor(-2) if year.nbor(-1).lower_ in month_names() and year.i > 1 else year.nbor(-1)
    return opens.lower_ == "of" and year.nbor().is_alpha


def _can_head_a_name(noun: Token, analysis: Analysis) -> bool:
    words = instrument_words()
    lemma = noun.lemma_.lower()
    named = {
        lemma,
        noun.lower_,
        noun.lower_.rstrip("."),
        noun.lower_.removesuffix("s"),
    }  # names in capitals keep their plural
    if named.isdisjoint(words.heads) and lemma != "partnership" and noun.lower_ not in words.name_openers:
        return False
    if _opens_a_name(noun) or is_signed_partnership(noun):
        return True
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and _goes_on_with_name(noun):
        return False
    if noun.lower_ == "minutes" and noun.left_edge == noun and noun.dep_ == "pobj":
        return False  # "within minutes of the meeting"
    if (noun.pos_ not in {"NOUN", "PROPN"} and noun.lower_ != "memoranda") or noun.dep_ == "compound":
        return False  # "among them were |memoranda|": an adjective, for the parser
    if any(c.lower_ == "such" for c in noun.lefts):
        return False  # "the first such agreement with any country"
    if lemma in words.heads_of_no_text and not (
        names_a_text(noun, analysis) if lemma == "vision" else is_adopted(noun)
    ):
        return False
    if lemma == "instrument" and noun.doc[noun.i + 1 : noun.i + 3].text.lower() in _OF_CONSENT:
        return False  # "exchanged the instruments of ratification"
    if lemma == "term" and not noun.doc[noun.i + 1 : noun.i + 3].text.lower().startswith("of reference"):
        return False
    return bool(named & words.heads) and not _means_consent(noun) and not _is_on_a_text(noun)


def _exchanged(head: Token) -> list[int]:
    """Where the name of "an *exchange* of notes" begins."""
    if head.lemma_.lower() in _ITSELF:
        return []  # "the exchange of memoranda" is their signing
    above = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head
    return [above.i] if above.lower_ == "exchange" and above.i == head.i - 2 else []


def _of_leaders(head: Token) -> list[int]:
    """Where the name of "a *joint leaders' statement*" begins."""
    told = head.lemma_.lower() in {"statement", "declaration", "communique", "communiqué"}
    owners = (
        c for c in head.lefts if told and c.dep_ == "poss" and c.lemma_.lower() in {"leader", "minister"}
    )
    return [c.left_edge.i + grammar.has_child(c, "det") for c in owners]


def _goes_on_with_name(noun: Token) -> bool:
    """As in "Status of Forces *Agreement*", "Letter of *Agreement*", "Memorandum of *Agreement*"."""
    above = noun.head.head
    titled = above.text[:1].isupper() and noun.text[:1].isupper() and noun.i == above.i + 2
    return _opens_a_name(above) or (titled and above.lemma_.lower() in instrument_words().heads)


def _opens_a_name(noun: Token) -> bool:
    """As "Status" in "the Status of Forces Agreement"."""
    words = instrument_words()
    forces = noun.doc[noun.i + 1 : noun.i + 4].text.lower().startswith(_OF_FORCES)
    if noun.lower_ not in words.name_openers or not (forces or noun.text[:1].isupper()):
        return False
    return any(named.lemma_.lower() in words.heads for named in grammar.prep_objects(noun, "of"))


def _means_consent(noun: Token) -> bool:
    """As in "were in agreement"."""
    alone = noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.left_edge.i == noun.i
    return alone and noun.lower_ == "agreement"


def _is_on_a_text(noun: Token) -> bool:
    """As in "reached *a basic accord* on the pact": no text, but consent to one."""
    plain = noun.lower_ in {"agreement", "accord", "deal", "understanding"}
    on = grammar.prep_objects(noun, "on", "over") if plain else []
    return any(t.lemma_.lower() in instrument_words().known and t.head.dep_ == "prep" for t in on)


def _last_token(head: Token, analysis: Analysis) -> int:
    """The last token of the name: behind "on ...", "between ...", "amending ...", "(MoU)"."""
    words = instrument_words()
    right = head.i
    told_between = False
    for child in head.rights:
        torn_off = head.i < head.head.i < child.i  # "A pact *was signed* between the two"
        if torn_off or (told_between and child.lower_ not in words.name_follows):
            break
        if (
            child.dep_ == "prep"
            and child.lower_ in words.name_prepositions
            and child.left_edge.i <= right + _FARTHEST
        ):
            end = _prep_end(head, right, child, analysis)
            if end is None:
                break
            right = max(right, end)
        elif _is_purpose(head, child):
            right = max(right, grammar.trim_right(head.doc, head.i, child.right_edge.i))
        elif child.dep_ in {"acl", "relcl"} and child.lower_ not in words.name_participles:
            told_between = True
        elif child.dep_ == "acl":
            right = max(right, child.right_edge.i)
        elif _is_short_name(child):
            right = _with_bracket(child, max(right, child.right_edge.i))
    right = _with_whom_for_what(head, _with_what_follows(head, right, analysis))
    return _before_place(head, _with_second_matter(head, _with_both(head, right)), analysis)


def _prep_end(head: Token, right: int, prep: Token, analysis: Analysis) -> int | None:
    """The last token of the phrase where it goes on with the name, which ends at `right` so far."""
    if _is_past_a_text(head, right, prep):
        return None
    if head.lemma_.lower() in _OF_YEARS and (years := _years_behind(prep, analysis)) is not None:
        return years
    if _tells_the_day(prep, analysis) or _tells_where(prep, analysis) or _tells_force(prep):
        return None
    return _phrase_end(prep) if any(prep.children) else _end_of_capitals(prep)


def _end_of_capitals(prep: Token) -> int:
    """As in "the Agreement |*Concerning Defense Cooperation of 2006*|", of which the parser hangs the end
    elsewhere."""
    behind = prep.doc[prep.i + 1 : prep.sent.end]
    name = list(
        takewhile(lambda t: t.text[:1].isupper() or t.lower_ in _SMALL or _YEAR.match(t.text), behind)
    )
    while name and name[-1].lower_ in _SMALL:
        name.pop()
    return name[-1].i if name and prep.text[:1].isupper() else prep.i


def _with_both(head: Token, right: int) -> int:
    """As in "a memorandum |between the Institute (FSI) *and the Academy*|", however it is parsed."""
    doc, end = head.doc, head.sent.end
    inside = {t.lower_ for t in doc[head.i : right + 1]}
    opens = right + 2 + (right + 1 < end and doc[right + 1].text == ")")
    if "between" not in inside or "and" in inside or opens >= end or doc[opens - 1].lower_ != "and":
        return right
    opens += doc[opens].lower_ == "the"
    side = list(takewhile(lambda t: t.text[:1].isupper() or t.lower_ in {"of", "for", "the"}, doc[opens:end]))
    while side and not side[-1].text[:1].isupper():
        side.pop()
    return side[-1].i if side and not any(_is_a_text(t) for t in side) else right


def _with_second_matter(head: Token, right: int) -> int:
    """As in "an agreement |on the exchange *and mutual protection of information*|", where the parser has the
    second beside the text."""
    doc, end = head.doc, head.sent.end
    right -= right > head.i and doc[right].lower_ == "and"
    if right == head.i or right + 3 >= end or doc[right + 1].lower_ != "and":
        return right
    noun = next((t for t in doc[right + 2 : min(end, right + 5)] if t.pos_ != "ADJ"), None)
    if noun is None or noun.pos_ != "NOUN" or noun.left_edge.i != right + 2 or noun.i + 1 >= end:
        return right
    own = noun.head not in (head.head, head) or noun.lemma_.lower() in instrument_words().heads
    return right if own or noun.nbor().lower_ != "of" else _phrase_end(noun.nbor())


def _with_whom_for_what(head: Token, right: int) -> int:
    """As in "a contract |with PGM for rifles|", which the parser hangs on the verb: up to what it is for."""
    doc, end = head.doc, head.sent.end
    opens = right + 1 < end and right == head.i and doc[right + 1].lower_ == "with"
    if not opens or head.lemma_.lower() not in _FOR_GOODS:
        return right
    behind = doc[right + 2 : min(end, right + 9)]
    what = next((t for t in behind if t.lower_ in {"for", "on"} and t.dep_ == "prep"), None)
    broken = any(t.is_punct or t.pos_ in {"VERB", "AUX"} for t in behind if what is None or t.i < what.i)
    goods = what is not None and any(c.dep_ == "pobj" and not c.like_num for c in what.children)
    return right if what is None or broken or not goods else max(right, _phrase_end(what))


def _before_place(head: Token, right: int, analysis: Analysis) -> int:
    """As in "a declaration on trade |in Tirana|": where it is done, however the parser hangs it."""
    places = (t for t in head.doc[max(head.i + 1, right - 3) : right] if t.lower_ == "in")
    place = next(places, None)
    party = analysis.party_of(head.doc[right]) if place is not None else None
    return place.i - 1 if place is not None and party is not None and party.form == "capital" else right


def _is_purpose(head: Token, clause: Token) -> bool:
    """As in "an agreement *to station a brigade*"; not "an agreement *to be signed*"."""
    opens = clause.left_edge.i == head.i + 1 and clause.left_edge.lower_ == "to"
    told = clause.dep_ in {"acl", "relcl"} and clause.tag_ == "VB" and grammar.is_indefinite(head)
    return told and opens and clause.lemma_ != "be" and not grammar.has_child(clause, "auxpass")


def _with_what_follows(head: Token, right: int, analysis: Analysis) -> int:
    """In "signed a letter of intent *on the signing of X*" the parser hangs "on" on the verb."""
    doc, end = head.doc, head.sent.end
    for _ in range(3):
        prep = doc[right + 1] if right + 1 < end else None
        for_it = head.text == "Vision" or head.lemma_.lower() in _FOR_GOODS
        follows = instrument_words().name_follows | ({"for"} if for_it else set())
        if prep is None or prep.dep_ != "prep":
            break
        if head.lemma_.lower() in _OF_YEARS and (years := _years_behind(prep, analysis)) is not None:
            return max(right, years)
        if prep.lower_ not in follows:
            break
        near = analysis.dates_in(*analysis.offsets(prep.i, min(prep.i + 3, end - 1)))
        if any(date.start <= prep.idx + len(prep) + len(" the ") for date in near):
            break
        if _tells_where(prep, analysis):
            break
        right = max(right, _phrase_end(prep))
    return right


def _years_behind(prep: Token, analysis: Analysis) -> int | None:
    """The last token of "the implementation plan *for 2023-2027*", "a plan *for the years 2023 to 2025*", of
    which the parser hangs the whole or the end on the verb."""
    near = analysis.dates_in(*analysis.offsets(prep.i, min(prep.i + 6, prep.sent.end - 1)))
    opens = prep.i + 1
    while opens < prep.sent.end - 1 and prep.doc[opens].lower_ in _OPENING_YEARS:
        opens += 1
    starts = {prep.doc[i].idx for i in range(prep.i + 1, opens + 1)}
    years = next((d for d in near if d.kind == "interval" and d.start in starts), None)
    if prep.lower_ != "for" or years is None:
        return None
    last = next((t.i for t in reversed(prep.doc[prep.i : prep.sent.end]) if t.idx < years.end), prep.i)
    return last + (last + 1 < prep.sent.end and prep.doc[last + 1].lower_ == "period")


def _tells_the_day(prep: Token, analysis: Analysis) -> bool:
    """As in "a protocol *in May*"; but the years in "a plan *for 2024-2026*" belong to the name, and a day
    behind its phrase does not ("a contract *for tanks*, signed in May")."""
    if prep.lower_ == "on":
        near = analysis.dates_in(*analysis.offsets(prep.i, min(prep.i + 4, prep.sent.end - 1)))
        return any(date.start <= prep.idx + len("on ") for date in near)
    if prep.lower_ not in instrument_words().time_prepositions:
        return False
    if prep.lower_ == "to" and any(c.lemma_.lower() in instrument_words().heads for c in prep.children):
        return False  # "the amendment |to the contract of May 2021|"
    dates = analysis.dates_in(*analysis.offsets(prep.i, max(prep.i, _phrase_end(prep))))
    return bool(dates) and not any(d.kind == "interval" for d in dates)


def _tells_where(prep: Token, analysis: Analysis) -> bool:
    """As in "the deal *on the sidelines* of the summit", "an agreement *in Cairo*": not what it is called."""
    parties = (analysis.party_of(c) for c in prep.children if c.dep_ == "pobj" and prep.lower_ == "in")
    return _sets_the_scene(prep) or any(p is not None and p.form == "capital" for p in parties)


def _tells_force(prep: Token) -> bool:
    """As in "the agreement, *in force* since 2019"."""
    behind = prep.nbor(1).lower_ if prep.i + 1 < len(prep.doc) else ""
    return prep.lower_ == "in" and behind in instrument_words().force


def _sets_the_scene(prep: Token) -> bool:
    """As in "*on the sidelines* of the summit", "*in the presence* of guests"."""
    nouns = (c for c in prep.children if c.dep_ == "pobj")
    return prep.dep_ == "prep" and any(n.lemma_.lower() in instrument_words().not_in_names for n in nouns)


def _phrase_end(prep: Token) -> int:
    """Where the phrase behind a preposition ends: before a clause on it ("on trade *that was signed*") and
    before another text ("on trade *and a protocol on visas*")."""
    end = prep.right_edge.i
    for token in prep.subtree:
        if _opens_something_else(token):
            end = _without_joint(prep, min(end, token.left_edge.i - 1))
    if end <= prep.i:
        return prep.i - 1  # "the Agreement |of last autumn|"
    return grammar.trim_right(prep.doc, prep.i, end)


def _opens_something_else(token: Token) -> bool:
    finite = (
        token.dep_ == "acl"
        and not token.text[0].isupper()
        and (token.tag_ in {"VBN", "VBD", "VBZ", "VBP"} or grammar.has_subject(token))
    )
    dating = token.dep_ == "acl" and token.lower_ in {"dating", "dated"}
    if (
        token.dep_ == "relcl"
        or finite
        or dating
        or _goes_on_to_a_text(token)
        or tells_when(token)
        or _sets_the_scene(token)
        or token.lower_ in instrument_words().resting
    ):
        return True
    return token.dep_ in {"conj", "appos"} and (_is_a_text(token) or _is_said_of_it(token))


def _is_said_of_it(token: Token) -> bool:
    """As in "the Lagos Agreement on Trade, *the first of its kind*", "*something that* both wanted"."""
    opens = token.left_edge
    beside = token.dep_ == "appos" and opens.i > 0 and opens.nbor(-1).text == ","
    return beside and opens.lower_ in {"the", "a", "an", "something", "one"}


def tells_when(token: Token) -> bool:
    """As in "a contract for ships *in early 2026*", "for a fourth frigate *this year*": when it is signed."""
    if token.lower_ in _TIMES:
        return any(c.lower_ in _WHICH_TIME for c in token.lefts)
    if token.dep_ != "prep" or token.lower_ not in _WHEN:
        return False
    words = [t.lower_ for t in token.subtree if t.i > token.i]
    named = month_names() | _TIMES
    dated = any(w in named or _YEAR.fullmatch(w) for w in words)
    return dated and all(w in named or w in _OF_TIMES or w.isdigit() for w in words)


def _goes_on_to_a_text(prep: Token) -> bool:
    """As in "the contract for 36 aircraft *and on the letter* of intent": of another text."""
    joined = prep.dep_ == "conj" and prep.pos_ == "ADP" and prep.i > 0 and prep.nbor(-1).dep_ == "cc"
    return joined and any(map(_is_a_text, (c for c in prep.children if c.dep_ == "pobj")))


def _is_a_text(noun: Token) -> bool:
    """As in "*an agreement*", "*the letter* of intent"."""
    return noun.lemma_.lower() in instrument_words().heads and grammar.has_child(noun, "det")


def _is_past_a_text(head: Token, right: int, child: Token) -> bool:
    """As in "an Agreement between A and B and *a Memorandum* between": what follows goes on with the next."""
    return right > head.i and any(map(_is_a_text, head.doc[right + 1 : child.i]))


def _without_joint(prep: Token, end: int) -> int:
    while end > prep.i and (prep.doc[end].lower_ in _JOINTS or prep.doc[end].dep_ == "prep"):
        end -= 1
    return end


def _is_short_name(token: Token) -> bool:
    """As in "a memorandum of understanding *(MoU)*"."""
    if token.dep_ != "appos":
        return False
    bracketed = token.doc[token.left_edge.i - 1].text == "(" and not token.like_num
    return bracketed or token.text in {"MoU", "MOU"}


def _with_bracket(token: Token, right: int) -> int:
    closed = right + 1 < len(token.doc) and token.doc[right + 1].text == ")"
    return right + 1 if closed else right
