"""How far a text is that is not signed yet: "is under negotiation", "awaits signature", "are working on a
pact"; and a text that parties "entered into"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.instruments.found import Deed, Name, clause_over
from servanda.model.facts import InstrumentAction

_MODALS = frozenset({"will", "would", "should", "could", "may", "might", "can", "must", "shall", "to"})
_READIED = frozenset({"planned", "expected", "scheduled", "drafted", "negotiated", "foreseen", "hoped"})
"""What a text was that was then not signed."""
_JUST = frozenset({"newly", "just", "recently", "freshly", "lately"})
"""What a text is called that was signed a short time ago, with the verb behind it."""
_CALLED_AHEAD = frozenset({"draft", "planned", "proposed", "envisaged", "intended", "long-planned"})
"""What a text is called that is not signed yet."""
_EXPECTED = frozenset({"expect", "plan", "foresee", "envisage", "anticipate", "envision", "contemplate"})
_AIMING = frozenset({"aim", "strive", "push", "press", "head", "hope"})
"""Verbs of those who want the text that stands behind "for" or "towards"."""
_WAYS = frozenset(
    {"way", "path", "door", "road", "ground", "groundwork", "foundation", "foundations", "basis"}
)
"""What is opened to a text still to come."""


def yet_to_be_signed(top: Token, head: Token) -> Deed | None:
    """As in "the pact *has yet to be signed*", "a treaty *remains to be ratified*", "is *not yet signed*"."""
    verb = top.head
    if top.dep_ not in {"nsubj", "nsubjpass"} or grammar.is_conditional(verb):
        return None
    signing = verb
    if verb.lemma_ in {"have", "be", "remain"} and not grammar.is_passive(verb):
        signing = next((c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VBN"), verb)
    words = {c.lower_ for v in (verb, signing) for c in v.children}
    yet = "yet" in words or (verb.lemma_ == "remain" and "to" in words)
    if not yet or instrument_words().action_of(signing.lemma_.lower()) != "signed":
        return None
    return Deed("planned", f"planned:{signing.lemma_}/yet", *clause_over(verb, top, head.i))


def not_signed(top: Token, head: Token) -> Deed | None:
    """As in "*failed to sign* the pact", "*did not sign* a treaty as planned", "the text *was not
    signed* that had been drafted": it was ready, and still is to be; "did not sign the pact" tells no
    plan."""
    verb = top.head
    signs = verb.lemma_.lower() in instrument_words().signed_partnership | {"initial", "conclude", "finalise"}
    if top.dep_ not in {"dobj", "nsubjpass"} or not signs or grammar.is_conditional(verb):
        return None
    failed = verb.dep_ == "xcomp" and verb.head.lemma_ == "fail" and not grammar.is_unreal(verb.head)
    did_not = grammar.has_child(verb, "neg") and verb.tag_ in {"VB", "VBN"}
    did_not = did_not and not grammar.has_child(verb, "aux", "auxpass", words=_MODALS)
    ready = any(t.lower_ in _READIED for t in verb.subtree)
    ready = ready or (failed and grammar.has_child(head, "det", words={"the"}))
    if not (failed or did_not) or not ready:
        return None
    left, right = grammar.clause_bounds(verb.head if failed else verb)
    rule = f"planned:not-{verb.lemma_}"
    return Deed("planned", rule, min(left, top.left_edge.i), max(right, head.right_edge.i))


def to_be_done(top: Token, head: Token) -> Deed | None:
    """As in "a treaty *is to be signed* by summer", "the memorandum *is to be renewed*", "a pact *is to be
    negotiated*"."""
    verb = top.head
    if verb.lemma_ not in {"be", "look", "seem"} or top.dep_ != "nsubj" or grammar.is_unreal(verb):
        return None
    likely = (c for c in verb.children if c.dep_ in {"acomp", "oprd"})
    further = [c for word in (verb, *likely) for c in word.children]
    if grammar.is_indefinite(head) and any(map(_is_in_place, further)):
        return Deed("planned", "planned:be/in-place", *clause_over(verb, top, head.i))
    ahead = (c for c in further if c.dep_ == "xcomp" and {"to", "be"} <= {t.lower_ for t in c.lefts})
    done = {"signed", "extended", "amended", "planned"}
    signing = next((c for c in ahead if instrument_words().action_of(c.lemma_.lower()) in done), None)
    if signing is None or grammar.is_unreal(signing):
        return None
    rule = f"planned:{signing.lemma_}/passive"
    return Deed("planned", rule, *clause_over(verb, top, head.right_edge.i))


def _is_in_place(verb: Token) -> bool:
    """As in "is *to be in place* by 2026"."""
    to = grammar.has_child(verb, "aux", words={"to"})
    return verb.dep_ == "xcomp" and to and any(t.lower_ == "place" for t in grammar.prep_objects(verb, "in"))


def on_its_way(top: Token, head: Token) -> Deed | None:
    """As in "a logistics agreement *is under negotiation*", "a pact *awaits signature*", "is *ready for
    signature*", "would soon *follow*"."""
    verb = top.head
    if top.dep_ == "dobj" and verb.lemma_ in {"have", "keep"}:
        made = grammar.prep_objects(head, "under") + grammar.prep_objects(verb, "under")
        ahead = _are_of_planning(made)
    else:
        ahead = top.dep_ in {"nsubj", "nsubjpass"} and (
            _is_at_a_stage(verb) or _waits(verb) or _is_to_follow(verb) or _is_expected(top, verb)
        )
    if not ahead or grammar.is_unreal(verb):
        return None
    return Deed("planned", "under-negotiation", *clause_over(verb, top, head.right_edge.i))


def drafted(name: Name) -> Deed | None:
    """As in "handed over a *draft* treaty on peacekeeping", "the *planned* treaty": it is still to be
    signed."""
    words = name.head.doc[name.left : name.head.i]
    verb = grammar.governing_verb(name.head)
    called = {t.lower_ for t in words if t.dep_ in {"amod", "compound", "nmod"}}
    if called.isdisjoint(_CALLED_AHEAD) or (verb is not None and grammar.is_unreal(verb)):
        return None
    action: InstrumentAction = "proposed" if "proposed" in called else "planned"
    return Deed(action, "draft", name.left, name.right)


def newly_signed(name: Name) -> Deed | None:
    """As in "the *newly signed* memorandum", "the *recently concluded* treaty": the day is not told."""
    for word in name.head.doc[name.left : name.head.i]:
        just = any(c.lower_ in _JUST for c in word.lefts)
        if just and word.tag_ == "VBN" and instrument_words().action_of(word.lemma_.lower()) == "signed":
            return Deed("signed", "newly-signed/gapped", name.left, name.right)
    return None


def _are_of_planning(nouns: list[Token]) -> bool:
    planning = instrument_words().planning_nouns | {"discussion", "consideration"}
    return any(t.lemma_.lower() in planning for t in nouns)


def _is_at_a_stage(verb: Token) -> bool:
    """As in "*is in preparation*", "*remains* on the *table*", "*is at an advanced stage*", "*was left ready
    for signature*"."""
    if verb.lemma_ not in {"be", "remain", "stand", "leave", "lie"}:
        return False
    words = instrument_words()
    beside = [c for c in verb.children if c.dep_ in {"acomp", "oprd", "advcl", "amod", "prep", "advmod"}]
    ready = (c for c in beside if c.lower_ in {"ready", "open", "close", "due", "ripe", "near", "nearing"})
    for word in ready:
        to_do = any(c.dep_ in {"xcomp", "prep", "advcl"} for c in word.children)
        if any({t.lower_, t.lemma_.lower()} & words.ready_for for t in word.subtree) or (
            word.lower_ == "ready" and not to_do
        ):
            return True
    made = grammar.prep_objects(verb, "under", "in", "at", "on", "near", "within")
    known = words.stages | words.planning_nouns
    stages = [t for t in made if t.lower_ in words.stages or t.lemma_.lower() in known]
    return any(t.lemma_.lower() not in {"stage", "phase"} or _is_late(t) for t in stages)


def _is_late(stage: Token) -> bool:
    """As in "an *advanced* stage", "its *final* phase", "the stage *of negotiation*"."""
    of = grammar.prep_objects(stage, "of")
    return any(t.lower_ in instrument_words().late for t in stage.lefts) or _are_of_planning(of)


def _waits(verb: Token) -> bool:
    """As in "*awaits signature*", "*is nearing completion*", "is *taking shape*"."""
    if verb.lemma_ == "take" and verb.tag_ in {"VBG", "VBZ"}:
        return any(t.lower_ == "shape" for t in grammar.direct_objects(verb))
    if verb.lemma_ not in {"await", "near", "approach"}:
        return False
    objects = [*grammar.direct_objects(verb), *verb.doc[verb.i + 1 : verb.i + 2]]
    return any({t.lower_, t.lemma_.lower()} & instrument_words().ready_for for t in objects)


def _is_expected(top: Token, verb: Token) -> bool:
    """As in "an air services agreement *is* also *expected*": without what it is expected to do."""
    told = verb.lemma_ in _EXPECTED and grammar.is_passive(verb) and grammar.is_indefinite(top)
    return told and not any(c.dep_ in {"xcomp", "ccomp"} for c in verb.children)


def _is_to_follow(verb: Token) -> bool:
    """As in "an agreement *will follow*", "a pact *would soon follow*"."""
    ahead = grammar.has_child(verb, "aux", words={"will", "would", "shall"})
    due = [c for c in verb.children if c.dep_ == "xcomp" and c.lemma_ == "follow"]
    if any(map(grammar.is_passive, (verb, *due))):
        return False  # "will be followed by a treaty"
    if verb.lemma_ == "be" and due and not grammar.direct_objects(due[0]):
        return True  # "a memorandum |is to follow|"
    return (
        ahead and verb.lemma_ in {"follow", "materialise", "materialize"} and not grammar.direct_objects(verb)
    )


def _was_entered_into(top: Token, head: Token) -> Deed | None:
    verb = top.head
    into = any(c.lower_ == "into" and not list(grammar.prep_objects(verb, "into")) for c in verb.children)
    if not into or grammar.is_unreal(verb):
        return None
    left, right = grammar.clause_bounds(verb)
    action: InstrumentAction = "planned" if grammar.is_planned(verb) else "signed"
    return Deed(action, f"{action}:enter/passive", min(left, top.left_edge.i), max(right, head.right_edge.i))


def signed_up_to(top: Token, head: Token) -> Deed | None:
    """As in "*signed up to* a joint plan", "signed *on to* the pact"."""
    if top.dep_ != "pobj" or top.head.lower_ not in {"to", "onto"}:
        return None
    verb = top.head.head if grammar.is_verbal(top.head.head) else top.head.head.head
    joined = verb.lemma_ == "sign" and any(c.lower_ in {"up", "on", "onto"} for c in verb.children)
    if not joined or grammar.is_unreal(verb):
        return None
    left, right = grammar.clause_bounds(verb)
    action: InstrumentAction = "planned" if grammar.is_planned(verb) else "signed"
    return Deed(action, f"{action}:sign-up", left, max(right, head.right_edge.i))


def finished_off(top: Token, head: Token) -> Deed | None:
    """As in "put *the finishing touches to* a treaty": it is still to be signed."""
    if top.dep_ != "pobj" or top.head.lower_ not in {"to", "on"}:
        return None
    above = top.head.head
    verb = above if grammar.is_verbal(above) else above.head
    touches = any(t.lemma_.lower() == "touch" for t in (above, *grammar.direct_objects(verb)))
    if not touches or not grammar.is_verbal(verb) or grammar.is_unreal(verb):
        return None
    left, right = grammar.clause_bounds(verb)
    return Deed("planned", f"planned:{verb.lemma_}-touches", left, max(right, head.right_edge.i))


def worked_on(top: Token, head: Token) -> Deed | None:
    """As in "are *working on* a loan agreement", "*work* has begun *on* a treaty", "*aim for* an accord"."""
    if top.dep_ != "pobj" or top.head.lower_ not in {"on", "towards", "toward", "for"}:
        return None
    work = top.head.head
    begun = grammar.is_verbal(work) and any(
        c.lower_ == "work" and c.dep_ in {"dobj", "nsubj", "nsubjpass"} for c in work.children
    )
    if grammar.is_verbal(work):
        aims = work.lemma_ in _AIMING and top.head.lower_ != "on"
        works = work.lemma_ in instrument_words().working and top.head.lower_ != "for"
        verb, works = work, works or aims or (begun and top.head.lower_ != "for")
    else:
        above = grammar.governing_verb(work)
        verb, works = above or work, above is not None and work.lower_ == "work"
    if not works or not grammar.is_verbal(verb) or grammar.is_unreal(verb):
        return None
    at_work = verb.lower_ == "working" and grammar.has_child(verb, "aux", words={"is", "are", "were", "been"})
    at_work = at_work or begun or "work" in {work.lower_, verb.lower_}
    if not grammar.is_indefinite(head) and not at_work:
        return None
    left, right = grammar.clause_bounds(verb)
    return Deed("planned", f"planned:{verb.lemma_}-on", left, max(right, head.right_edge.i))


def needed(top: Token, head: Token) -> Deed | None:
    """As in "agreed on the *need for* a treaty", "stressed the need for an agreement"."""
    noun = top.head.head
    if top.dep_ != "pobj" or top.head.lower_ != "for" or noun.lower_ not in {"need", "necessity"}:
        return None
    verb = grammar.governing_verb(noun)
    denied = grammar.has_child(noun, "det", words={"no"}) or not grammar.is_indefinite(head)
    if verb is None or grammar.is_unreal(verb) or denied:
        return None
    action: InstrumentAction = "planned" if verb.lemma_ == "agree" else "proposed"
    return Deed(action, f"{action}:need", min(verb.i, noun.left_edge.i), head.right_edge.i)


def way_paved(top: Token, head: Token) -> Deed | None:
    """As in "The letter *paves the way for* an agreement on submarines"."""
    way = top.head.head
    if (
        top.dep_ != "pobj"
        or top.head.lower_ not in {"for", "to", "towards"}
        or not grammar.is_indefinite(head)
    ):
        return None
    verb = way if grammar.is_verbal(way) else way.head
    paved = [o for o in grammar.direct_objects(verb) if o.lower_ in _WAYS] if grammar.is_verbal(verb) else []
    if (
        verb.lemma_ not in {"pave", "open", "clear", "smooth", "lay", "prepare"}
        or not paved
        or grammar.is_unreal(verb)
    ):
        return None
    left, right = grammar.clause_bounds(verb)
    return Deed("planned", f"planned:{verb.lemma_}-way", left, max(right, head.right_edge.i))


def entered_into(top: Token, head: Token) -> Deed | None:
    """As in "*entered into* a partnership agreement", "*came to* an agreement on", "a pact *was entered into*
    by both": signed."""
    if top.dep_ == "nsubjpass" and top.head.lemma_ == "enter":
        return _was_entered_into(top, head)
    if top.dep_ != "pobj" or (top.head.head.lemma_, top.head.lower_) not in {
        ("enter", "into"),
        ("come", "to"),
    }:
        return None
    verb = top.head.head
    if (
        not grammar.is_indefinite(head)
        or grammar.is_unreal(verb)
        or grammar.has_child(verb, "aux", words={"to"})
    ):
        return None
    left, right = grammar.clause_bounds(verb)
    action: InstrumentAction = "planned" if grammar.is_planned(verb) else "signed"
    return Deed(action, f"{action}:{verb.lemma_}", left, max(right, head.right_edge.i))
