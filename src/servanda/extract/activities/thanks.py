"""What the other side is thanked for doing: "thanked Fiji for sending soldiers"; and what it has given: "the
help that Chile gave"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.places import is_state
from servanda.codebook.stances import stance_words
from servanda.extract import grammar
from servanda.extract.activities.access import what_is_opened
from servanda.extract.activities.giving import gives_help
from servanda.extract.activities.scene import Found, Scene
from servanda.extract.analysis import unique
from servanda.extract.numbers import find_amounts

_WORKING = frozenset({"do", "conduct", "carry", "perform", "undertake", "run"})
_OPENING = frozenset({"opening"})
"""By which it is told that a market was opened."""
_STRETCHES = frozenset({"week", "month", "year", "day"})
"""What training is measured by."""


def thanked_for_doing(verb: Token, scene: Scene) -> Iterator[Found]:
    """As in "thanked Fiji *for sending soldiers*", "thanked Kenya for hosting our troops"."""
    thanks = _thanks_for(verb)
    if thanks is None or grammar.is_unreal(thanks):
        return
    lemma = verb.lemma_.lower()
    led = _led_for(verb, lemma, scene)
    opened = what_is_opened(verb) is not None
    if not (led or opened or lemma in activity_words().thanked_deeds or _gives(verb, lemma)):
        return
    voiced = thanks if grammar.is_verbal(thanks) else grammar.governing_verb(thanks)
    thanker = scene.doer(voiced).parties if voiced is not None and not grammar.is_unreal(voiced) else ()
    decided = grammar.possessor_of(verb.head) if verb.dep_ == "acl" else None
    thanked = [decided] if decided is not None else _thanked(thanks, voiced)
    giver = unique(p for t in thanked for p in scene.actors.resolve(t).parties if p not in thanker)
    taker = tuple(p for p in led if p not in giver) or thanker
    if len(taker) == len(giver) == len(thanker) == 1:
        left, right = grammar.clause_bounds(verb)
        yield Found(
            trigger=verb,
            left=left,
            right=max(right, _torn_off(verb)),
            rule=f"activity/access:{lemma}" if opened else f"activity/thanked-for:{lemma}",
            provider=giver,
            recipient=taker,
            why="thanked for it",
        )


def thanked_for_a_gift(noun: Token, scene: Scene) -> Iterator[Found]:
    """As in "thanked Japan for *the trucks* donated in May", "gratitude for *the boats received from* Japan",
    "praised *the deliveries from* Japan"."""
    words = activity_words()
    lemma = noun.lemma_.lower()
    goods = lemma in words.consignments or lemma in words.courses
    goods = goods or words.is_goods(lemma)
    clause = next((c for c in noun.children if _tells_deed(c)), None)
    deed = clause.lemma_.lower() if clause is not None else ""
    moved = deed in words.delivering or deed in words.handed_out
    if not (moved or goods) or lemma in words.courtesies:
        return
    near = [n for n in (noun, clause) if n is not None]
    sources = [t for n in near for t in grammar.prep_objects(n, "from", "by")]
    told_more = any(c.dep_ != "det" for c in noun.children)  # "the aircraft" was told before
    things = told_more and words.is_goods(lemma) and lemma not in words.looked_at
    thanks = _thanking(noun) if moved or sources or things else None
    if thanks is None:
        return
    thanker = scene.doer(thanks).parties
    named = sources or _thanked_by(thanks)
    sides = (scene.actors.resolve(t).parties or _of_name(t, scene) for t in named)
    giver = unique(p for parties in sides for p in parties)
    yield from _thanked_for(noun, giver, thanker)


def _tells_deed(clause: Token) -> bool:
    """As in "the trucks *donated* in May", "the trucks which it *had sent*"."""
    done = clause.tag_ in {"VBN", "VBD"} and not grammar.is_unreal(clause)
    return done and clause.dep_ in {"acl", "relcl"}


def thanked_for_a_deed(noun: Token, scene: Scene) -> Iterator[Found]:
    """As in "thanked India for the *provision* of rice", "was grateful for the *deployment* of a ship",
    "thanked the navy for three weeks of *training*", "for the *opening* of its market to limes"."""
    words, lemma = activity_words(), noun.lemma_.lower()
    if lemma not in words.deeds and lemma not in _STRETCHES | _OPENING:
        return
    of = [t for n in grammar.prep_objects(noun, "of") for t in (n, *grammar.prep_objects(n, "of"), *n.lefts)]
    what = {t.lemma_.lower() for t in of}
    moved = lemma in words.deeds and (
        what & (words.gifts | words.forces | words.works | words.taken_in)
        or find_amounts(grammar.phrase(noun).text)
    )
    taught = lemma in _STRETCHES and what & words.courses
    opened = lemma in _OPENING and what & words.access["open"]
    thanks = (
        _thanking(noun) if moved or taught or opened or (lemma in words.deeds and _is_of_vessel(of)) else None
    )
    if thanks is None:
        return
    thanker = scene.doer(thanks).parties
    owner = grammar.possessor_of(noun) if grammar.has_child(noun, "poss") else None
    sides = (scene.actors.resolve(t).parties for t in (*_thanked_by(thanks), *([owner] if owner else [])))
    named = unique(p for parties in sides for p in parties if p not in thanker)
    inside = (m.code for m in scene.named(noun.left_edge.i, noun.i))
    giver = named[:1] or unique(code for code in inside if code not in thanker)
    giver = giver or scene.actors.others(noun.idx, thanker)
    yield from _thanked_for(noun, giver, thanker, "access" if opened else "thanked-for")


def thanked_for_work(noun: Token, scene: Scene) -> Iterator[Found]:
    """As in "appreciated the *surveys* of its ports *done by India*"."""
    if noun.dep_ not in {"dobj", "pobj"} or noun.right_edge.i == noun.i:
        return
    behind = (c for c in noun.doc[noun.i + 1 : noun.right_edge.i + 1] if c.lemma_ in _WORKING)
    clauses = (c for c in behind if c.dep_ == "acl" and c.tag_ == "VBN")
    agent = next((a for c in clauses if (a := grammar.agent_of(c)) is not None), None)
    thanks = _thanking(noun) if agent is not None else None
    if agent is None or thanks is None:
        return
    giver = scene.actors.resolve(agent).parties or _of_name(agent, scene)
    yield from _thanked_for(noun, giver, scene.doer(thanks).parties)


def _thanked_for(
    noun: Token, giver: tuple[str, ...], thanker: tuple[str, ...], rule: str = "thanked-for"
) -> Iterator[Found]:
    """What the noun names, where one thanks and one other is thanked."""
    if len(thanker) == len(giver) == 1 and giver != thanker:
        yield Found(
            trigger=noun,
            left=noun.left_edge.i,
            right=grammar.content_end(noun),
            rule=f"activity/{rule}:{noun.lemma_.lower()}",
            provider=giver,
            recipient=thanker,
            why="thanked for it",
        )


def _is_of_vessel(nouns: list[Token]) -> bool:
    """As in "the deployment of *HMNZS Aotearoa*"."""
    return any(t.text.isupper() and len(t.text) > 2 and t.pos_ == "PROPN" for t in nouns)


def _of_name(token: Token, scene: Scene) -> tuple[str, ...]:
    """As in "from *Paris*"."""
    mention = scene.analysis.party_of(token)
    return () if mention is None else (mention.code,)


def _thanking(noun: Token) -> Token | None:
    """As in "*thanked* Japan for the trucks", "*expressed* gratitude for", "*praised* the deliveries"."""
    verb = grammar.governing_verb(noun)
    object_of_thanks = noun.dep_ == "dobj" or (noun.dep_ == "pobj" and noun.head.lower_ == "for")
    if verb is None or grammar.is_unreal(verb) or not object_of_thanks:
        return None
    words = stance_words()
    said = [verb, *(c for c in verb.children if c.dep_ == "dobj")]
    felt = any(c.dep_ == "acomp" and c.lower_ in words.feeling_adjectives for c in verb.children)
    return verb if felt or any(t.lemma_.lower() in words.valuing | words.feelings for t in said) else None


def _thanked_by(verb: Token) -> list[Token]:
    """As in "thanked *Japan* for", "gratitude *to Japan* for"."""
    named = [c for c in verb.children if c.dep_ == "dobj"]
    return [t for n in (verb, *named) for t in grammar.prep_objects(n, "to")] or named


def _gives(verb: Token, lemma: str) -> bool:
    """As in "for *sending* soldiers", "for *increasing* the number of scholarships"."""
    words = activity_words()
    if lemma in words.giving_more:
        given = [t for o in grammar.objects_of(verb) for t in (o, *grammar.prep_objects(o, "of"))]
        return any(t.lemma_.lower() in words.gifts | words.courses for t in given)
    return lemma in words.giving and gives_help(verb, lemma)


def _torn_off(verb: Token) -> int:
    """The last token of an object that the parser hung on a participle before it, as in "for resuming
    *previously halted projects*"; that of the verb itself without one."""
    beside = verb.head.head.children if verb.dep_ == "pcomp" and not grammar.objects_of(verb) else ()
    torn = (c for c in beside if c.dep_ == "advcl" and c.tag_ == "VBN" and verb.i < c.i <= verb.i + 3)
    return next((grammar.trim_right(c.doc, c.i, c.right_edge.i) for c in torn), verb.i)


def _thanks_for(verb: Token) -> Token | None:
    """As in "*thanked* Fiji for sending", "expressed her *gratitude* to Fiji for sending", "*thanked* Fiji
    for its decision to send"."""
    decided = verb.dep_ == "acl" and verb.head.lemma_.lower() in activity_words().decisions
    for_ = verb.head.head if decided else verb.head
    if for_.lower_ != "for" or (verb.dep_ != "pcomp" and not decided):
        return None
    words, above = stance_words(), for_.head
    if above.lemma_.lower() in words.valuing:
        return above
    near = [above, *islice(above.ancestors, 3), *(c for c in above.children if c.dep_ == "dobj")]
    return next((t for t in near if t.pos_ == "NOUN" and t.lemma_.lower() in words.feelings), None)


def _thanked(thanks: Token, voiced: Token | None) -> list[Token]:
    """As in "thanked *Fiji*", "gratitude *to Fiji*", hung on the noun or on its verb."""
    named = [c for c in thanks.children if c.dep_ == "dobj"] or grammar.prep_objects(thanks, "to", "towards")
    return named or (grammar.prep_objects(voiced, "to", "towards") if voiced is not None else [])


def _led_for(verb: Token, lemma: str, scene: Scene) -> tuple[str, ...]:
    """As in "leading the battlegroup in *Lithuania*", "guarding *Baltic* airspace": where it is."""
    words = activity_words()
    if lemma not in words.leading or not any(o.lemma_.lower() in words.led for o in grammar.objects_of(verb)):
        return ()
    named = scene.named(verb.i, verb.right_edge.i)
    return unique(m.code for m in named if is_state(m.code))


def given(noun: Token, scene: Scene) -> Iterator[Found]:
    """As in "recalled the *help* that Chile gave in 2021", "the training that Japan has provided"."""
    verb = _giving_behind(noun)
    if verb is None:
        return
    doers, thanker = scene.doer(verb).parties, _thanker(noun, scene)
    named = scene.named(verb.i, verb.right_edge.i)
    taker = unique(m.code for m in named if is_state(m.code)) or thanker
    giver = doers if grammar.is_passive(verb) else tuple(code for code in doers if code not in taker)
    if len(thanker) == 1 and _leaves_open_who(verb):
        giver = tuple(code for code in giver if code not in thanker and verb.dep_ == "acl")
    if not giver and len(thanker) == 1 and _leaves_open_who(verb):
        taker, giver = thanker, scene.actors.others(verb.idx, thanker)
    taker = tuple(code for code in taker if code not in giver) or thanker or _named_beside(noun, giver, scene)
    if len(giver) == 1 and taker:
        right = max(verb.i, grammar.clause_bounds(verb)[1])
        yield Found(
            trigger=verb,
            left=noun.left_edge.i,
            right=right,
            rule=f"activity/given:{verb.lemma_.lower()}",
            provider=giver,
            recipient=taker[:1],
            why="said of what was given",
        )


def _leaves_open_who(verb: Token) -> bool:
    """As in "the technical assistance *rendered*", "the assistance *it* has extended"."""
    subject = grammar.doer_of(verb)
    return verb.dep_ == "acl" or (subject is not None and subject.pos_ == "PRON")


def _named_beside(noun: Token, giver: tuple[str, ...], scene: Scene) -> tuple[str, ...]:
    """The other side at the table, else the one other state that the sentence names."""
    others = tuple(code for code in scene.states_named(noun.sent) if code not in giver)
    return scene.other_side(noun, giver) or (others if len(others) == 1 else ())


def _giving_behind(noun: Token) -> Token | None:
    """The verb of giving in a clause on the noun that is done or goes on: "that Chile *gave*", "they continue
    to *provide*"."""
    if not grammar.has_child(noun, "acl", "relcl"):
        return None
    words = activity_words()
    counted = noun.pos_ == "PROPN" and grammar.has_child(noun, "nummod")
    named = noun.lemma_.lower() in words.gifts | words.help | {"project", "facility", "access"} or counted
    if not named and noun.pos_ != "PROPN":
        return None
    for clause in (c for c in noun.children if c.dep_ in {"relcl", "acl"} and c.i > noun.i):
        if clause.dep_ == "acl":
            gives = clause.tag_ == "VBN" and clause.lemma_.lower() in words.giving
            gives = gives and (named or clause.lemma_.lower() in words.giving_anything)
            if gives and _is_told_of(noun, clause) and not grammar.is_unreal(clause):
                return clause
            continue
        inner = (c for c in clause.children if c.dep_ == "xcomp" and clause.lemma_ == "continue")
        verb = next(inner, clause)
        ahead = grammar.is_planned(clause) or any(c.tag_ == "MD" for c in clause.children)
        real = named and not (grammar.is_unreal(clause) or ahead)
        if real and grammar.is_passive(verb):
            of_it = grammar.subject_of(verb) == noun and grammar.agent_of(verb) is not None
            if of_it and verb.lemma_.lower() in words.giving:
                return verb
            continue
        if verb.lemma_.lower() in words.giving and real and _has_it_as_object(verb, noun):
            return verb
    return None


def _is_told_of(noun: Token, clause: Token) -> bool:
    """As in "the help given *by Japan*", "the *technical* assistance rendered": by whom, or of what kind."""
    words = activity_words()
    kind = any(c.dep_ in {"amod", "compound"} and c.lower_ in words.gifts for c in noun.lefts)
    return grammar.agent_of(clause) is not None or (kind and noun.lemma_.lower() in words.help)


def _has_it_as_object(verb: Token, noun: Token) -> bool:
    """As in "the help *that Chile gave*", "*which* Canada provides", "they have given"; not "the ship *that*
    gives help"."""
    subject = grammar.subject_of(verb)
    objects = [o for o in grammar.objects_of(verb) if o.lower_ not in {"that", "which"}]
    relative = (c for c in verb.children if c.dep_ == "dobj" and c.lower_ in {"that", "which"})
    own = subject is not None and subject != noun and subject.i > noun.i
    return own and (any(relative) or not any(o.i > verb.i and o.dep_ == "dobj" for o in objects))


def _thanker(noun: Token, scene: Scene) -> tuple[str, ...]:
    """Who gives thanks for the noun, if anybody does."""
    verb = grammar.governing_verb(noun)
    if verb is None or grammar.is_unreal(verb):
        return ()
    words = stance_words()
    said = [verb, *(c for c in verb.children if c.dep_ == "dobj")]
    thanks = any(t.lemma_.lower() in words.valuing | words.feelings for t in said)
    parties = scene.doer(verb).parties if thanks else ()
    return parties if len(parties) == 1 else ()
