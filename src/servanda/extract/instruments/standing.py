"""A text that stands: it is applied, is in force, rests under another, or is called by its full title."""

from __future__ import annotations

import re

from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.codebook.dates import month_names
from servanda.codebook.engagements import engagement_words
from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.instruments.found import Deed, Name, clause_over
from servanda.extract.instruments.upgrades import is_upgraded
from servanda.extract.instruments.verbs import action_by

_ADOPTED = frozenset(
    {
        "plan",
        "programme",
        "program",
        "roadmap",
        "statement",
        "communiqué",
        "communique",
        "declaration",
        "vision",
    }
)
"""What is there once it is agreed on."""
_STATEMENTS = frozenset({"statement", "declaration", "communiqué", "communique"})
_IN_USE = frozenset({"place", "force", "effect", "operation", "valid", "operative", "effective"})
_DATING = re.compile(
    r"\s*,?\s*(?:(?:which |that )?(?:dat(?:ing|es?|ed)(?: back)?|go(?:ing|es) back) (?:from|to)|from) "
    r"(?:\w+ )?(?P<year>(?:19|20)\d\d)\b(?! (?:to|until|till|on))"
)
"""As in "a protocol |dating from 2003|", "an agreement |from 2003|"."""
_DATED = re.compile(
    r"\bof (?:\d{1,2} )?(?:[A-Z]\w+ )?(?:19|20)\d\d(?:$| (?:on|for|about|concerning|between|with)\b)"
    r"|^(?:(?:\d{1,2} )?[A-Z][a-z]{2,8} )?(?:19|20)\d\d\b|\bof [A-Z]\w+ (?:last|this) year$"
)
_YEARS = re.compile(r"\b(?:19|20)\d\d ?(?:-|–|/|to|until|and) ?(?:(?:19|20)\d\d|\d\d)\b")
_OF_A_MONTH = re.compile(rf"\bof (?:{'|'.join(month_names())})(?:$| (?:on|for|about)\b)", re.IGNORECASE)
"""As in "the frigate contract |of November|"."""
_OF_LAST = re.compile(
    r"of (?:last|this) (?:year|month|week|spring|summer|autumn|fall|winter|[A-Z][a-z]{2,8})\b"
)
_IDLE = frozenset({"hold", "ice", "track", "course", "paper", "file", "record", "to"})
"""Behind "on" no matter, but how a text is faring."""
_UNDER = frozenset({"under", "within", "by", "through"})
_SHALL = frozenset({"will", "shall", "would", "can"})
_KNOWN = frozenset({"the", "this", "that", "their", "its"})
_LAST = frozenset({"last", "this"})
"""Before "year's", "May's"."""


def had_by_both(top: Token, head: Token) -> Deed | None:
    """As in "the UK *has* an agreement with Kenya", "have had an agreement since 2011"."""
    verb = top.head
    if verb.lemma_ not in {"have", "maintain"} or top.dep_ != "dobj" or grammar.is_unreal(verb):
        return None
    if grammar.is_planned(verb) or any(c.tag_ == "MD" for c in verb.children):
        return None
    shared = grammar.prep_objects(head, "with", "between") + grammar.prep_objects(verb, "with", "since")
    subject = grammar.subject_of(verb)
    both = subject is not None and subject.pos_ == "PROPN" and bool(subject.conjuncts)
    both = both or (
        subject is not None and grammar.has_child(subject, "nummod", "det", words={"two", "both"})
    )
    if not (shared or both) or subject is None:
        return None
    return Deed("existing", "had", *clause_over(verb, subject, head.right_edge.i))


def _told_with(prep: Token, head: Token, verb: Token) -> Deed | None:
    """As in "signed it, *together with a treaty*", "will follow this *with a contract*"."""
    if _will_come_with(verb) and grammar.is_indefinite(head):
        return Deed("planned", f"planned:{verb.lemma_}/with", grammar.clause_bounds(verb)[0], _own_end(head))
    if not prep.i or prep.nbor(-1).lower_ not in {"together", "along"}:
        return None
    if grammar.is_indefinite(head) and (action := action_by(verb)) in ("signed", "planned"):
        return Deed(action, f"{action}:{verb.lemma_}/with", head.left_edge.i, _own_end(head))
    if puts_in_force(verb) and not grammar.is_planned(verb):
        # "|together with the treaty|, entered into force": each text by its own words
        return Deed("existing", f"in-force:{verb.lemma_}", head.left_edge.i, head.right_edge.i)
    return None


def _will_come_with(verb: Token) -> bool:
    """As in "We *will follow this with* a contract for another 36 aircraft"."""
    return verb.lemma_ in {"follow", "come", "return"} and grammar.is_planned(verb)


def applied_by_verb(top: Token) -> Deed | None:
    """As in "welcomed the *agreement*", "the *treaty* entered into force"."""
    verb = top.head
    if puts_in_force(verb):
        return _in_force(top, verb)
    applies = verb.lemma_.lower() in instrument_words().applying_verbs or _puts_to_use(verb)
    if not applies or top.dep_ not in {"nsubj", "dobj", "nsubjpass"}:
        return None
    ahead = grammar.is_planned(verb) and not _is_to_be_applied(top, verb)
    if grammar.is_negated(verb) or ahead:
        return None
    return Deed("existing", f"applied:{verb.lemma_}", top.left_edge.i, top.right_edge.i)


def _puts_to_use(verb: Token) -> bool:
    """As in "the memorandum is already being *put to use*", "*put into practice*"."""
    uses = grammar.prep_objects(verb, "to", "into", "in")
    return verb.lemma_ == "put" and any(t.lower_ in {"use", "practice", "work", "action"} for t in uses)


def _is_to_be_applied(top: Token, verb: Token) -> bool:
    """As in "will implement *the Development Plan* for": it stands already."""
    named = sum(t.text[:1].isupper() for t in (top, *top.lefts)) > 1
    applies = verb.lemma_.lower() in {"implement", "execute", "apply", "fulfil", "fulfill", "uphold"}
    return applies and named and grammar.has_child(top, "det", words={"the"})


def puts_in_force(verb: Token) -> bool:
    """As in "*entered into force*", "*took effect*", "*came into effect*"."""
    words = instrument_words()
    things = [*grammar.objects_of(verb), *grammar.prep_objects(verb, "into", "in")]
    things += [c for c in verb.children if c.dep_ == "acomp"]
    if verb.lemma_ in {"be", "remain", "stay", "become"} and any(t.lower_ in _IN_USE for t in things):
        return True  # "is in place since 2021", "remains valid"
    return verb.lemma_.lower() in words.entering and any(t.lower_ in words.force for t in things)


def _in_force(top: Token, verb: Token) -> Deed | None:
    """The clause by which a text begins to bind: it stands from that day on."""
    if top.dep_ not in {"nsubj", "nsubjpass"} or grammar.is_unreal(verb) or grammar.is_planned(verb):
        return None
    if verb.lemma_ in {"be", "remain"} and any(c.tag_ == "MD" for c in verb.children):
        ahead = grammar.is_indefinite(top)  # "an agreement |should be in place by 2026|"
        return Deed("planned", "planned:be/in-place", top.left_edge.i, max(verb.i, top.i)) if ahead else None
    return Deed("existing", f"in-force:{verb.lemma_}", *clause_over(verb, top))


def begins_to_bind(top: Token) -> Deed | None:
    """As in "welcomed *the entry into force of* the treaty on 15 October": it stands from that day on."""
    entry = top.head.head if top.dep_ == "pobj" and top.head.lower_ == "of" else top
    if entry.lower_ in instrument_words().force:  # which the parser hangs on the verb
        told = next((c for c in entry.head.head.children if c.dep_ == "dobj"), entry.head.head)
        entry = told if entry.head.lower_ == "into" else entry
    if entry is top or entry.lemma_.lower() not in {"entry", "coming"}:
        return None
    verb = grammar.governing_verb(entry)
    ahead = verb is not None and (grammar.is_unreal(verb) or grammar.is_planned(verb))
    awaited = entry.head.lower_ in {"for", "until", "before", "pending"}
    if ahead or awaited:
        return None
    right = grammar.clause_bounds(verb)[1] if verb is not None else top.right_edge.i
    return Deed("existing", "in-force:entry", entry.left_edge.i, max(right, top.right_edge.i))


def _says_in_it(head: Token, verb: Token | None) -> bool:
    """As in "*In a joint declaration* both governments *undertook* to": issued that day."""
    told = verb is not None and verb.tag_ in {"VBD", "VBZ", "VBP"} and not grammar.is_negated(verb)
    if verb is None or not told or not grammar.is_indefinite(head):
        return False
    joint = (
        grammar.has_child(head, "amod", "compound", words={"joint"}) and head.lemma_.lower() in _STATEMENTS
    )
    lemma = verb.lemma_.lower()
    return joint and (lemma in act_words().report or act_words().verb_act(lemma) is not None)


def says(top: Token, head: Token) -> Deed | None:
    """As in "*A joint statement said* that both would": issued that day."""
    if top.dep_ != "nsubj" or not _says_in_it(head, top.head):
        return None
    return Deed("signed", "signed:says", top.left_edge.i, max(head.right_edge.i, top.head.i))


def applied_by_preposition(top: Token, head: Token) -> Deed | None:
    """As in "under the *agreement*", "in accordance with the *treaty*"."""
    prep = top.head
    verb = grammar.governing_verb(prep)
    if verb is not None and grammar.is_unreal(verb):
        return None
    if prep.lower_ == "on" and verb is not None and prep.head == verb and verb.lemma_ == "agree":
        adopted = (
            head.lemma_.lower() in _ADOPTED and verb.tag_ in {"VBD", "VBN"} and grammar.is_indefinite(head)
        )
        in_principle = any(t.lower_ == "principle" for t in grammar.prep_objects(verb, "in"))
        if adopted and not grammar.is_planned(verb) and not in_principle:
            return Deed("signed", "signed:agree", verb.i, max(head.right_edge.i, verb.i))
        return Deed("planned", "planned:agree", verb.i, max(head.right_edge.i, verb.i))
    if prep.lower_ == "on" and prep.head.lemma_.lower() in instrument_words().heads:
        return None  # "the Agreement *on a Framework* for": the name goes on
    if prep.lower_ == "in" and _says_in_it(head, verb):
        return Deed("signed", "signed:in-which", prep.i, head.right_edge.i)
    beside = _told_with(prep, head, verb) if verb is not None and prep.lower_ == "with" else None
    if beside is not None:
        return beside
    since = _since(verb, head) if verb is not None and prep.lower_ in _UNDER else None
    if verb is not None and since is not None:
        return Deed("existing", "in-force:under", *clause_over(verb, head, since.right_edge.i))
    dated = "dated" if dating(head) else f"applied:{prep.lower_}"
    left = prep.i if top == head else head.left_edge.i
    return Deed("existing", dated, left, _own_end(head))


def _since(verb: Token, head: Token) -> Token | None:
    """As in "have worked under a memorandum *since 2019*"."""
    behind = (c for word in (verb, head) for c in word.children if c.lower_ == "since" and c.i > head.i)
    return next((c for c in behind if any(t.tag_ == "CD" for t in c.subtree)), None)


def _own_end(head: Token) -> int:
    """The last token of what is said of the text, before the next: "the pact of 2019 |and the treaty|"."""
    heads = instrument_words().heads
    others = (c.left_edge.i - 1 for c in head.children if c.dep_ == "conj" and c.lemma_.lower() in heads)
    right = min([head.right_edge.i, *others])
    return grammar.trim_right(head.doc, head.i, right - (head.doc[right].lower_ in {"and", "or"}))


def stands(name: Name) -> Deed | None:
    """A text named by its full title, to which nothing is done, stands."""
    verb = grammar.governing_verb(name.head)
    if _is_a_gathering(name.head):
        return None
    if is_upgraded(name.head) and grammar.has_child(name.head, "det", "poss", words=_KNOWN):
        return Deed("existing", "dated" if _is_dated(name) else "upgraded", name.left, name.right)
    if verb is not None and not (
        _leaves_it_standing(verb) or _is_told_beside_a_plan(name, verb) or _does_good(name, verb)
    ):
        return None
    if _is_full_title(name) or _is_dated(name) or _is_known_by_years(name):
        dated = _is_dated(name)
        behind = _OF_LAST.match(name.head.doc[name.right + 1 : name.head.sent.end].text)
        return Deed(
            "existing", "dated" if dated else "named", name.left, name.right + 3 * (behind is not None)
        )
    return Deed("existing", "named-on", name.left, name.right) if _is_known_by_matter(name) else None


def _is_told_beside_a_plan(name: Name, verb: Token) -> bool:
    """As in "will take the place of *the agreement of 2009*", "*the contract of 2014* foresaw that": it is
    there, whatever becomes of it."""
    known = grammar.has_child(name.head, "det", words={"the", "their", "its"}) or name.head.lower_ == "that"
    done = instrument_words().action_of(verb.lemma_.lower()) is not None and name.head.dep_ != "nsubj"
    return known and not done and _is_dated(name)


def _does_good(name: Name, verb: Token) -> bool:
    """As in "*The treaty on legal assistance* will help to fight crime": its effect is to come."""
    known = grammar.has_child(name.head, "det", words={"the", "this"})
    acts = name.head.dep_ == "nsubj" and name.head.head == verb and bool(_SHALL & _helpers(verb))
    idle = instrument_words().taking_place | instrument_words().entering
    return known and acts and verb.lemma_.lower() not in idle and not grammar.is_conditional(verb)


def _helpers(verb: Token) -> set[str]:
    return {c.lower_ for c in verb.children if c.tag_ == "MD"}


def _is_known_by_matter(name: Name) -> bool:
    """As in "bring *the memorandum on logistics* to life", "after *the contract for 12 drones* was made
    public": that one, of which the reader knows."""
    head = name.head
    lemma = head.lemma_.lower()
    opens = "for" if lemma == "contract" else "on"
    known = grammar.has_child(head, "det", words={"the"}) and lemma in {*instrument_words().known, "contract"}
    matters = (t.nbor() for t in head.doc[head.i + 1 : name.right] if t.lower_ == opens)
    return known and any(t.lower_ not in _IDLE for t in matters)


def _is_a_gathering(head: Token) -> bool:
    """As in "inaugurated the International Tea *Convention*", "met at the annual *convention*"."""
    words = engagement_words().conferences
    above = head.head.lemma_.lower()
    met = head.dep_ in {"dobj", "nsubjpass"} and above in words.convening | words.attending | {
        "hold",
        "address",
    }
    return head.lemma_.lower() == "convention" and (met or head.head.lower_ == "at")


def _is_dated(name: Name) -> bool:
    """As in "an agreement of 2022", "the 2015 agreement", "last year's treaty", "that of last autumn"."""
    opens = name.text.partition(" ")[0].lower()
    if (
        _OF_A_MONTH.search(name.text)
        or _DATED.search(name.text) is not None
        or (name.left < name.head.i and opens in month_names())
    ):
        return True
    if _OF_LAST.match(name.head.doc[name.right + 1 : name.head.sent.end].text):
        return True
    owners = (c for c in name.head.lefts if c.dep_ == "poss")
    return any(t.lower_ in _LAST for owner in owners for t in owner.lefts if owner.lower_ != "week")


def _is_known_by_years(name: Name) -> bool:
    """As in "in line with the memorandum and *the cooperation plan for 2022-2024*"."""
    known = grammar.has_child(name.head, "det", "poss", words=_KNOWN)
    return known and name.type == "programme" and _YEARS.search(name.text) is not None


def dating(head: Token, right: int | None = None) -> str | None:
    """2003 of "a protocol *dating from 2003*", "the pact dates back to 2003"; `right` ends its name."""
    told = _DATING.match(head.doc[(right or head.i) + 1 : head.sent.end].text)
    return told["year"] if told is not None else None


def _is_full_title(name: Name) -> bool:
    """As in "the Defence Cooperation Agreement", "its Extended Fund Facility arrangement"."""
    words = name.head.doc[name.left : name.right + 1]
    owned = any(t.dep_ == "poss" for t in (*words, *name.head.lefts) if t.i < name.head.i)
    if name.head.lower_ in instrument_words().own_names:
        return name.head.text.isupper()
    known = owned or grammar.has_child(name.head, "det", words={"the"})
    return known and sum(t.text[:1].isupper() for t in words) > 1 and name.right - name.left > 1


def _leaves_it_standing(verb: Token) -> bool:
    """Whether the clause neither denies, supposes nor plans, nor does anything to the text."""
    ahead = grammar.is_planned(verb) or any(c.tag_ == "MD" for c in verb.children)
    lemma, words = verb.lemma_.lower(), instrument_words()
    reaches = lemma == "extend" and not grammar.is_passive(verb) and not grammar.direct_objects(verb)
    done = words.action_of(lemma) is not None and lemma not in words.loosely and not reaches
    return not (grammar.is_unreal(verb) or ahead or done)
