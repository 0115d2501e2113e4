"""What a verb does to a text: done, planned, proposed; nothing where the clause denies or supposes it."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.dates import month_names
from servanda.codebook.grammar import grammar_words
from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.grammar.dependents import auxiliaries
from servanda.extract.instruments.found import BY_HAND, TIMED
from servanda.extract.instruments.ways import into_law
from servanda.model.facts import InstrumentAction

_TOLD = frozenset({"nsubjpass", "dobj"})
"""As in "*approval* was granted to sign"."""
_PERIODS = frozenset(
    {
        "month",
        "months",
        "year",
        "week",
        "weeks",
        "days",
        "spring",
        "summer",
        "autumn",
        "winter",
        "fall",
        "half",
    }
)
_LASTING = frozenset({"finalise", "finalize", "conclude", "formalise", "formalize"})
"""Verbs of what takes its time before a text is signed."""
_TIMES = frozenset({"once", "when", "until", "till", "before", "after"})
"""What opens a clause of time."""


def action_by(verb: Token) -> InstrumentAction | None:
    """What the verb does to the text that is its subject or object."""
    if _is_hoped_for(verb):
        return "planned"
    if grammar.is_unreal(verb):
        return None
    if _is_scheduled_signing(verb):
        return "planned"
    if verb.lemma_.lower() in instrument_words().running_out and verb.tag_ not in {"VBD", "VBN"}:
        return None  # "which expires in 2030"
    particle = instrument_words().with_particle.get(verb.lemma_.lower())
    if particle is not None and not grammar.has_child(verb, "prt", words={particle}):
        return None
    action = instrument_words().action_of(verb.lemma_.lower())
    if action in TIMED and _is_to_be_seen(verb):
        return "planned" if action == "signed" and not grammar.is_unreal(verb.head) else None
    if action == "signed" and into_law(verb):
        action = "ratified"
    if action is None and verb.lemma_.lower() in instrument_words().passing and _is_done_by_parliament(verb):
        action = "ratified"
    if action == "signed" and verb.lemma_.lower() not in BY_HAND and _is_done_by_parliament(verb):
        action = "ratified"  # with a pen it is a side: "the two parliaments signed a memorandum"
    return _as_told(action, verb) if action in TIMED else action


def _is_scheduled_signing(verb: Token) -> bool:
    """As in "the pact is *expected to be signed*"."""
    if verb.lemma_.lower() not in grammar_words().scheduling_verbs:
        return False
    words = instrument_words()
    return any(c.dep_ == "xcomp" and words.action_of(c.lemma_.lower()) == "signed" for c in verb.children)


def _as_told(action: InstrumentAction | None, verb: Token) -> InstrumentAction | None:
    """The action where it is told as done. A signing, a renewal or a change ahead is
    planned, another deed ahead is none."""
    words = instrument_words()
    above = verb.head.lemma_.lower()
    if _is_feat(verb):
        return action
    if grammar.has_child(verb, "auxpass", words={"being"}) or _is_worked_on(verb):
        return _to_come(action)
    if _is_awaited(verb):
        return "planned" if action == "signed" else None
    if (
        grammar.is_planned(verb)
        or _should_by_then(verb)
        or _is_near(verb)
        or hangs_on_plan(verb)
        or _is_to_be(verb)
        or (_is_infinitive(verb) and _is_on_the_way(verb.head))
    ):
        return _to_come(action)
    if grammar.has_child(verb, "aux", words=grammar_words().modal_auxiliaries):
        stands = action == "ratified"  # "a pact that must be ratified"
        so_that = verb.dep_ == "advcl" and grammar.has_child(verb, "mark", words={"that", "so"})
        told = verb.dep_ in {"ccomp", "relcl", "acl"} or so_that  # "soon, so that both |can sign| the plan"
        return "planned" if told and not stands else None
    if verb.dep_ in {"xcomp", "ccomp", "pcomp"} and above in words.proposing:
        return "proposed"
    first = _first_of_row(verb)
    if first is not verb and not (_is_infinitive(first) or grammar.is_planned(first)):
        return action
    if first is not verb and hangs_on_plan(first):
        return _to_come(action)
    return _by_infinitive(action, first) if _is_infinitive(first) else action


def _by_infinitive(action: InstrumentAction | None, verb: Token) -> InstrumentAction | None:
    """As in "agreed *to sign*", "proposed *to sign*", "came *to sign*": by the verb before it."""
    words, above = instrument_words(), verb.head.lemma_.lower()
    if verb.head.lemma_ in words.coming_to_sign | {"proceed"} and verb.head.tag_ == "VBD":
        return action
    if _was_there_for_it(verb.head):
        return action
    if action == "terminated":
        return None  # "decided to end the pact"
    allowed = any(c.lemma_.lower() in words.intending for c in verb.head.children if c.dep_ in _TOLD)
    if allowed or above in words.intending:
        return "planned"
    return "proposed" if above in words.proposing else None


def _was_there_for_it(above: Token) -> bool:
    """As in "*was in Oslo* to sign the pact", "*a ceremony was held* to sign it"."""
    if above.lemma_ == "be":
        there = any(c.dep_ == "prep" and c.lower_ == "in" for c in above.children)
        return above.tag_ == "VBD" and there and grammar.has_subject(above)
    held = above.lemma_ in {"hold", "stage", "organise", "organize"} and grammar.is_passive(above)
    told = held and grammar.has_child(above, "auxpass", words={"was", "were"})
    return told and any(c.lemma_.lower() == "ceremony" for c in above.children if c.dep_ == "nsubjpass")


def _to_come(action: InstrumentAction | None) -> InstrumentAction | None:
    """As in "*will be renewed*", "agreed to *extend* the pact": that is still to be signed."""
    return "planned" if action in {"signed", "extended", "amended"} else None


def _is_on_the_way(above: Token) -> bool:
    """As in "*is flying in* to sign the pact", "*is in* Nairobi to sign it"."""
    if above.lemma_ == "be":
        there = any(c.dep_ == "prep" and c.lower_ == "in" for c in above.children)
        return above.tag_ in {"VBZ", "VBP"} and there and grammar.has_subject(above)
    present = above.tag_ in {"VBZ", "VBP"} or (
        above.tag_ == "VBG" and grammar.has_child(above, "aux", words={"is", "are"})
    )
    return present and above.lemma_ in instrument_words().coming_to_sign


def _is_worked_on(verb: Token) -> bool:
    """As in "are *finalising* a memorandum": it is not yet done; "are *signing* it" is the day."""
    going_on = verb.tag_ == "VBG" and grammar.has_child(verb, "aux", words={"is", "are", "were", "been"})
    return going_on and verb.lemma_.lower() in _LASTING


def hangs_on_plan(verb: Token) -> bool:
    """As in "agreed to *sign*", "look forward to *signing*"."""
    finite = verb.tag_ in {"VBD", "VBZ", "VBP"} or grammar.has_child(verb, "auxpass", words={"was", "were"})
    told = finite and grammar.has_subject(verb)
    if verb.head.lemma_ == "proceed" and verb.head.tag_ == "VBD":
        return False  # "proceeded to sign": they did
    joined = verb.dep_ == "conj" and _is_infinitive(verb)
    hangs = (joined or verb.dep_ in {"xcomp", "ccomp", "advcl", "pcomp"}) and not told
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    while verb.dep_ == "pcomp" and above.dep_ in {"prep", "conj"} and not grammar.is_verbal(above):
        above = above.head  # "committed to the signing of X |and to concluding| Y"
    return hangs and above.lemma_.lower() in instrument_words().verbs_before_signing


def _is_hoped_for(verb: Token) -> bool:
    """As in "hopes to sign *the contract for three frigates*", "hope to sign a treaty *within months*": it is
    on its way."""
    hoped = verb.dep_ == "xcomp" and verb.head.lemma_ == "hope" and not grammar.is_negated(verb.head)
    if not hoped or instrument_words().action_of(verb.lemma_.lower()) != "signed":
        return False
    texts = grammar.direct_objects(verb)
    known = any(
        grammar.has_child(o, "det", words={"the"}) and any(t.pos_ == "ADP" for t in o.doc[o.i + 1 : o.i + 2])
        for o in texts
    )
    return known or any(_tells_the_time(c) for word in (verb, *texts) for c in word.children if c.i > verb.i)


def _tells_the_time(child: Token) -> bool:
    """As in "*within months*", "*by the end of* the year", "*this summer*"."""
    if child.dep_ not in {"prep", "npadvmod", "advmod"}:
        return False
    named = {t.lower_ for t in child.subtree}
    return (
        child.lower_ == "soon" or not named.isdisjoint(_PERIODS | month_names()) or any(map(_is_year, named))
    )


def _is_year(word: str) -> bool:
    return word.isdigit() and len(word) == len("2025")


def _is_done_by_parliament(verb: Token) -> bool:
    """As in "the *parliament endorsed* the agreement"."""
    doer = grammar.doer_of(verb)
    return doer is not None and doer.lemma_.lower() in instrument_words().legislatures


def _is_to_be_seen(verb: Token) -> bool:
    """As in "wished *to see* the pact *signed*", "*wanted* it *signed* by May"; "saw it signed" is done."""
    if verb.dep_ != "ccomp" or verb.tag_ not in {"VBD", "VBN"} or auxiliaries(verb):
        return False
    above = verb.head
    seen = above.lemma_ in {"see", "have", "get"} and above.tag_ == "VB"
    return (seen or above.lemma_ in {"want", "wish", "like"}) and not grammar.has_child(verb, "mark")


def _should_by_then(verb: Token) -> bool:
    """As in "the pact *should be signed before the year is over*", "should be concluded *by* May"."""
    should = grammar.has_child(verb, "aux", words={"should"}) and grammar.is_passive(verb)
    return should and any(
        t.lower_ in {"before", "by", "within"} for c in verb.children for t in (c, *c.lefts) if c.i > verb.i
    )


def _is_awaited(verb: Token) -> bool:
    """As in "will buy ships *once the pact is signed*", "*after* parliament *ratifies* it"."""
    time = verb.dep_ == "advcl" and grammar.has_child(verb, "mark", "advmod", words=_TIMES)
    present = grammar.has_child(verb, "auxpass", words={"is", "are"}) or verb.tag_ in {"VBZ", "VBP"}
    done_by_then = grammar.has_child(verb, "aux", words={"has", "have"}) and grammar.is_planned(verb.head)
    told_so = grammar.has_child(verb, "aux", words={"had"}) and _would(verb.head)
    done_by_then = done_by_then or told_so
    return time and (present or done_by_then)


def _would(verb: Token) -> bool:
    """As in "said that it *would resume* the project once the agreement had been signed"."""
    return grammar.has_child(verb, "aux", words={"would"}) and verb.tag_ == "VB"


def _is_near(verb: Token) -> bool:
    """As in "are *close to signing*", "on the *verge of signing*"."""
    if verb.dep_ != "pcomp":
        return False
    above = verb.head.head
    away = verb.head.lower_ == "from" and any(
        t.lower_ in {"away", "short", "far"} for t in (above, *above.children)
    )
    return away or above.lemma_.lower() in instrument_words().nearing


def _is_to_be(verb: Token) -> bool:
    """As in "the agreement *to be signed* in May", "Norway *to sign* truck deal"."""
    to = grammar.has_child(verb, "aux", words={"to"})
    of_a_text = verb.dep_ in {"acl", "relcl"} and verb.tag_ == "VBN"
    return to and (of_a_text or (verb.dep_ in {"ROOT", "relcl"} and verb.tag_ == "VB"))


def _is_feat(verb: Token) -> bool:
    """As in "became the *third* country *to sign* a treaty": told as done."""
    if verb.tag_ != "VB" or verb.dep_ not in {"acl", "relcl", "advcl", "xcomp"}:
        return False
    becoming = verb.head if grammar.is_verbal(verb.head) else verb.head.head
    if (
        becoming.lemma_ not in {"become", "be"}
        or becoming.tag_ == "VB"
        or grammar.is_planned(becoming)
        or grammar.is_unreal(becoming)
    ):
        return False
    told = (c for c in becoming.children if c.dep_ in {"attr", "dobj", "oprd"} and c.i < verb.i)
    return any(t.lower_ in instrument_words().feats for noun in told for t in noun.lefts)


def _first_of_row(verb: Token) -> Token:
    """ "hold" of "agreed to *hold* talks and sign a pact"; the verb itself where it joins none."""
    while verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.tag_ == "VB":
        verb = verb.head
    return verb


def _is_infinitive(verb: Token) -> bool:
    """As in "decided *to sign*", "the intention *to sign*", "agreed to meet in May, and *to sign*"."""
    joined = verb.dep_ == "conj" and grammar.has_child(verb, "aux", words={"to"})
    return verb.tag_ == "VB" and (joined or verb.dep_ in {"xcomp", "acl", "advcl", "ccomp"})
