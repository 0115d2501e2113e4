"""What becomes of a text once it is agreed: it is laid before parliament, binds from a day still to come,
runs until another, is to be renewed or ratified, follows on something, is brought home by a guest."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.dates import month_names
from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.instruments.found import Deed, clause_over
from servanda.model.facts import InstrumentAction

_BEFORE = frozenset({"before", "with", "to", "in"})
_GOING = frozenset({"go", "come", "move", "return", "head", "pass", "be", "lie", "rest", "remain", "stand"})
_LACKING = frozenset({"await", "need", "require", "face", "lack", "want", "pend"})
_HOME = frozenset({"home", "back", "away"})
_ENDS = frozenset({"until", "till", "through", "in", "on", "to", "for", "at", "by", "next", "this"})
_OPEN_STILL = frozenset({"pending", "outstanding", "missing", "due", "awaited", "open", "lacking"})
_BROUGHT = frozenset({"come", "return", "go", "leave", "depart", "fly", "emerge", "sail", "travel"})
_RUNS = frozenset({"run", "last", "end"})
"""Besides the verbs of running out."""
_TO_BIND = frozenset({"enter", "come", "go", "take"})


def fate_of(top: Token, head: Token) -> Deed | None:
    """What the verb, of which `top` is an argument, tells of the text `head` after its signing."""
    return (
        _through_parliament(top, head)
        or _before_parliament(top, head)
        or _weighed_by_parliament(top, head)
        or _yet_to_bind(top)
        or _runs_out(top)
        or _followed(top)
    )


def followed_by(top: Token, head: Token) -> Deed | None:
    """As in "the deal of August was *followed by* a treaty on cables": signed; "will be", it is ahead."""
    verb = top.head.head
    by = top.dep_ == "pobj" and top.head.lower_ == "by" and verb.lemma_ == "follow"
    told = by and grammar.is_passive(verb) and verb.tag_ == "VBN" and grammar.is_indefinite(head)
    if not told or grammar.is_unreal(verb):
        return None
    left, right = grammar.clause_bounds(verb)
    ahead = grammar.is_planned(verb) or grammar.has_child(verb, "aux", words={"to"})
    action: InstrumentAction = "planned" if ahead else "signed"
    return Deed(action, f"{action}:follow/passive", left, max(right, head.right_edge.i))


def brought_home(top: Token, head: Token) -> Deed | None:
    """As in "*came home with* a letter of intent", "left *with* a contract": signed there."""
    verb = top.head.head
    if top.dep_ != "pobj" or top.head.lower_ != "with" or verb.lemma_ not in _BROUGHT:
        return None
    if verb.tag_ not in {"VBD", "VBN"} or grammar.is_unreal(verb) or not grammar.is_indefinite(head):
        return None
    home = verb.lemma_ in {"leave", "emerge", "depart"} or any(c.lower_ in _HOME for c in verb.children)
    left, right = grammar.clause_bounds(verb)
    return Deed("signed", f"signed:{verb.lemma_}-with", left, max(right, head.right_edge.i)) if home else None


def under_its_signatures(top: Token, head: Token) -> Deed | None:
    """As in "their *signatures* stand *under* a memorandum", "with *the signature* of X *under* it"."""
    if top.dep_ != "pobj" or top.head.lower_ not in {"under", "beneath", "below"}:
        return None
    above = top.head.head
    named = [above, *(c for c in above.children if c.dep_ in {"nsubj", "dobj"})]
    verb = above if grammar.is_verbal(above) else grammar.governing_verb(above)
    if not any(t.lemma_.lower() == "signature" for t in named):
        return None
    if verb is not None and (grammar.is_unreal(verb) or grammar.is_planned(verb)):
        return None
    left = min(t.left_edge.i for t in named if t.lemma_.lower() == "signature")
    return Deed("signed", "signed:signature-under", min(left, top.left_edge.i), head.right_edge.i)


def extension_ahead(noun: Token, verb: Token | None, right: int) -> Deed | None:
    """As in "the *renewal* of the agreement *is planned* for 2026", "*agreed on* an extension of it"."""
    if verb is None or grammar.is_unreal(verb):
        return None
    words, lemma = instrument_words(), verb.lemma_.lower()
    ahead = lemma in words.awaiting | words.verbs_before_signing or grammar.is_planned(verb)
    ahead = ahead or words.action_of(lemma) == "planned"
    opens = min(noun.left_edge.i, verb.i)
    return Deed("planned", f"noun:{noun.lemma_.lower()}", opens, right) if ahead else None


def ratification_ahead(noun: Token, top: Token) -> Deed | None:
    """As in "*the ratification* of the agreement *is still pending*": what is to be ratified stands."""
    verb = grammar.governing_verb(noun)
    if verb is None or grammar.is_conditional(verb) or grammar.is_indefinite(top):
        return None
    lemma = verb.lemma_.lower()
    open_still = any(c.lower_ in _OPEN_STILL for c in verb.children)
    ahead = lemma in instrument_words().awaiting | {"pend", "lack", "miss", "remain"} or open_still
    left, right = min(noun.left_edge.i, verb.i), max(top.right_edge.i, verb.i)
    return Deed("existing", "to-ratify:pending", left, right) if ahead else None


def _before_parliament(top: Token, head: Token) -> Deed | None:
    """As in "*will be submitted to parliament*", "*is before the Senate*", "*awaits ratification*": what is
    signed stands, while it is to be approved."""
    verb = top.head
    if top.dep_ not in {"nsubj", "nsubjpass", "dobj"} or grammar.is_conditional(verb):
        return None
    behind = [c for c in verb.children if c.i > max(verb.i, top.i)]
    sent = verb.lemma_.lower() in instrument_words().submitting and top.dep_ != "nsubj"
    going = top.dep_ == "nsubj" and verb.lemma_ in _GOING
    if sent or going:
        told = any(
            c.lower_ in _BEFORE and any(map(_is_lawmaker, c.subtree))
            for c in behind
            if c.dep_ in {"prep", "dative"}
        )
    elif top.dep_ == "nsubj" and verb.lemma_ in _LACKING:
        told = any(_is_of_approval(c) for c in behind)
    else:
        told = False
    told = told or _has_to_be_ratified(top, verb) or _is_pending(top, verb)
    if not told:
        return None
    return Deed("existing", "to-ratify:parliament", *clause_over(verb, top, head.right_edge.i))


def _through_parliament(top: Token, head: Token) -> Deed | None:
    """As in "the treaty *passed the Riksdag*", "*cleared* parliament in May", "was *voted through* by it"."""
    verb = top.head
    lemma = verb.lemma_.lower()
    if lemma in {"pass", "clear"}:
        done = top.dep_ == "nsubj" and any(map(_is_lawmaker, grammar.direct_objects(verb)))
    elif lemma == "vote":
        through = top.dep_ in {"dobj", "nsubjpass"} and any(c.lower_ == "through" for c in verb.children)
        done = through and _are_lawmakers(grammar.doer_of(verb))
    else:
        return None
    past = verb.tag_ in {"VBD", "VBN"} and not grammar.is_unreal(verb) and not grammar.is_planned(verb)
    if not (done and past):
        return None
    return Deed("ratified", f"ratified:{lemma}", *clause_over(verb, top, head.right_edge.i))


def _is_lawmaker(noun: Token) -> bool:
    return noun.lemma_.lower() in instrument_words().legislatures


def _are_lawmakers(doer: Token | None) -> bool:
    """As in "*parliament*", "*Senate* leaders"."""
    return doer is not None and any(map(_is_lawmaker, (doer, *doer.lefts)))


def _is_of_approval(thing: Token) -> bool:
    """As in "needs *the approval of parliament*", "awaits *ratification*", "faces *a vote in the Senate*"."""
    lemmas = {t.lemma_.lower() for t in thing.subtree}
    asked = lemmas & (instrument_words().consent | {"vote", "approval", "debate"})
    return "ratification" in lemmas or bool(asked and lemmas & instrument_words().legislatures)


def _has_to_be_ratified(top: Token, verb: Token) -> bool:
    """As in "*must be ratified*", "*has still to be ratified*", "*has not been ratified*"."""
    if top.dep_ == "dobj":
        return False
    inner = (c for c in verb.children if c.dep_ == "xcomp" and verb.lemma_ in {"have", "be", "remain"})
    ratify = verb if verb.lemma_ == "ratify" else next((c for c in inner if c.lemma_ == "ratify"), None)
    if ratify is None or not grammar.is_passive(ratify):
        return False
    ahead = grammar.is_planned(verb) or ratify is not verb or grammar.has_child(ratify, "neg")
    return ahead or grammar.has_child(ratify, "aux", words={"must", "should", "shall", "to"})


def _is_pending(top: Token, verb: Token) -> bool:
    """As in "*is pending ratification*", "is *up for* a vote in the Senate"."""
    if verb.lemma_ not in {"be", "remain", "stand"} or top.dep_ != "nsubj":
        return False
    behind = [c for c in verb.children if c.i > verb.i and c.dep_ in {"acomp", "prep", "attr", "advmod"}]
    return any(
        c.lower_ in {"pending", "subject", "up", "due", "ready", "open", "awaiting"} and _is_of_approval(c)
        for c in behind
    )


def _weighed_by_parliament(top: Token, head: Token) -> Deed | None:
    """As in "parliament *has yet to approve* the pact", "the Senate *is debating* the treaty"."""
    verb = top.head
    words = instrument_words()
    lemma = verb.lemma_.lower()
    expected = verb.dep_ == "xcomp" and verb.head.lemma_ == "expect" and lemma in {"ratify", "approve"}
    if expected and top.dep_ == "dobj" and _are_lawmakers(grammar.subject_of(verb.head)):
        return Deed("existing", "to-ratify:weigh", *clause_over(verb.head, top, head.right_edge.i))
    weighs = lemma in words.weighing or lemma in words.passing | {"ratify", "approve", "adopt", "endorse"}
    if top.dep_ not in {"dobj", "nsubjpass"} or not weighs or grammar.is_conditional(verb):
        return None
    finite = verb.head if verb.dep_ == "xcomp" else verb
    if not _are_lawmakers(grammar.doer_of(verb) or grammar.doer_of(finite)):
        return None
    return Deed("existing", "to-ratify:weigh", *clause_over(finite, top, head.right_edge.i))


def _yet_to_bind(top: Token) -> Deed | None:
    """As in "the treaty *will enter into force* in May", "is expected to *take effect*"."""
    verb = top.head
    if top.dep_ not in {"nsubj", "nsubjpass"} or grammar.is_unreal(verb):
        return None
    inner = [verb, *(c for c in verb.children if c.dep_ == "xcomp")]
    binds = next((t for t in inner if t.lemma_ in _TO_BIND), None)
    if binds is None or not (grammar.is_planned(binds) or grammar.is_planned(verb)):
        return None
    things = [*grammar.objects_of(binds), *grammar.prep_objects(binds, "into")]
    if not any(t.lower_ in instrument_words().force for t in things):
        return None
    return Deed("existing", "force-ahead", *clause_over(verb, top))


def _runs_out(top: Token) -> Deed | None:
    """As in "the agreement *runs until 2030*", "*expires next year*"; what expired is told elsewhere."""
    verb = top.head
    runs = verb.lemma_ in _RUNS or verb.lemma_ in instrument_words().running_out
    if top.dep_ != "nsubj" or not runs or grammar.is_unreal(verb):
        return None
    if grammar.has_child(top, "poss", words={"his", "her", "my", "your"}):
        return None
    if verb.tag_ in {"VBD", "VBN"} or not any(c.i > verb.i and _tells_an_end(c) for c in verb.children):
        return None
    return Deed("existing", f"runs:{verb.lemma_}", *clause_over(verb, top))


def _tells_an_end(child: Token) -> bool:
    """As in "*until 2030*", "*next year*", "*in May*"."""
    if child.dep_ not in {"prep", "npadvmod"}:
        return False
    opens = child.lower_ in _ENDS or any(t.lower_ in _ENDS for t in child.lefts)
    return opens and any(
        t.like_num or t.lower_ in month_names() or t.lower_ in {"year", "month"} for t in child.subtree
    )


def _is_dated(verb: Token) -> bool:
    """As in "*In June came* the contract", "came *in May 2024*"; not "came into force", "came to an end"."""
    beside = [c for c in verb.children if c.dep_ == "prep"]
    if any(c.lower_ in {"into", "to", "from", "with", "as", "under"} for c in beside):
        return False
    days = {t.lower_ for c in beside if c.lower_ in {"in", "on"} for t in c.subtree}
    return bool(days & month_names()) or any(t.isdigit() and len(t) == len("2024") for t in days)


def _followed(top: Token) -> Deed | None:
    """As in "the frigate agreement *followed in Stavanger*", "a memorandum *followed in May*": signed."""
    verb = top.head
    told = verb.lemma_ == "follow" or (verb.lemma_ == "come" and _is_dated(verb))
    told = told and verb.tag_ in {"VBD", "VBN"} and top.dep_ in {"nsubj", "nsubjpass"}
    if not told or grammar.direct_objects(verb) or grammar.is_passive(verb) or grammar.is_unreal(verb):
        return None
    behind = any(c.dep_ == "prep" and c.lower_ in {"in", "on", "at"} for c in verb.children)
    if not behind and not any(c.dep_ == "npadvmod" for c in verb.children):
        return None
    return Deed("signed", "signed:follow", *clause_over(verb, top))
