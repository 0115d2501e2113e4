"""Both sides do something together, or have got results from it."""

from __future__ import annotations

from collections.abc import Iterator, Set

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.acts import act_words
from servanda.codebook.engagements import engagement_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.activities.scene import Found, Scene, clause_with
from servanda.extract.actors import Actor
from servanda.extract.analysis import unique
from servanda.extract.clauses import is_repeated
from servanda.extract.numbers import find_amounts

_EVENTS = frozenset({"activity", "event"})
"""What an exercise or a visit is called: "the largest *activity* that the two have run"."""
_DONE = "activity/done"


def results(verb: Token, scene: Scene) -> Iterator[Found]:
    """As in "has obtained positive results in such fields as ..."."""
    parties = scene.two_sides(verb) if _obtains_results(verb) and not _is_of_one(verb, scene) else ()
    if len(parties) < 2:
        return
    subject = grammar.subject_of(verb) if verb.dep_ != "conj" else None
    left, right = clause_with(verb, subject)
    yield Found(
        trigger=verb, left=left, right=right, rule="activity/results", parties=parties, why="results of both"
    )


def _is_of_one(verb: Token, scene: Scene) -> bool:
    """As in "*Somalia* has made progress against ...": nothing that both got."""
    actor = scene.doer(verb)
    return len(actor.parties) == 1 and actor.person is None and not actor.collective


def amounts_to(verb: Token, scene: Scene) -> Iterator[Found]:
    """As in "Bilateral trade exceeded 5 billion dollars last year"."""
    words = activity_words()
    clause = _clause_on(verb, words.amounting, words.flows)
    if clause is None:
        return
    left, right = clause
    parties = scene.two_sides(verb)
    if len(parties) == 2 and _tells_a_sum(verb, left, right):
        rule = f"activity/amounts:{verb.lemma_.lower()}"
        giver = _investor(verb, parties, scene)
        both = parties if giver is None else ()
        sides = ((giver,), tuple(p for p in parties if p != giver)) if giver is not None else ((), ())
        yield Found(
            trigger=verb,
            left=left,
            right=right,
            rule=rule,
            provider=sides[0],
            recipient=sides[1],
            parties=both,
            why="between both",
        )


def _investor(verb: Token, parties: tuple[str, ...], scene: Scene) -> str | None:
    """As in "*Indonesian* investment in Timor-Leste", "investment by Indonesia": who invests in the other."""
    subject = grammar.subject_of(verb)
    if subject is None or subject.lemma_.lower() not in activity_words().one_way:
        return None
    before = scene.named(subject.left_edge.i, subject.i)
    by = (scene.analysis.party_of(t) for t in grammar.prep_objects(subject, "by", "from", "of"))
    named = unique(m.code for m in (*before, *by) if m is not None and m.code in parties)
    return named[0] if len(named) == 1 else None


def _clause_on(verb: Token, verbs: Set[str], subjects: Set[str]) -> tuple[int, int] | None:
    """The clause of one of the verbs on one of the subjects: "*trade exceeded* ...", "*deliveries began*"."""
    subject = grammar.subject_of(verb) if verb.lemma_.lower() in verbs else None
    told = subject is not None and subject.lemma_.lower() in subjects
    return clause_with(verb, subject) if told else None


def _tells_a_sum(verb: Token, left: int, right: int) -> bool:
    """As in "5 billion euros", "46 billion *shillings*": of which state is plain to those who read it."""
    clause = verb.doc[left : right + 1]
    counted = (t for t in clause if grammar.has_child(t, "nummod"))
    return bool(find_amounts(clause.text)) or any(t.lemma_.lower() in activity_words().coins for t in counted)


def _obtains_results(verb: Token) -> bool:
    """Whether results are got, and the fields told in which."""
    words = activity_words()
    objects = grammar.objects_of(verb)
    if verb.lemma_.lower() not in words.obtaining or not any(
        o.lemma_.lower() in words.results for o in objects
    ):
        return False
    return any(grammar.has_child(t, "prep", words=words.result_prepositions) for t in (verb, *objects))


def done(verb: Token, scene: Scene) -> Iterator[Found]:
    """As in "Delegations have been exchanged", "the two sides have worked together in ...", "many projects
    between the two ministries have been implemented", "engage in annual bilateral trade"."""
    if _is_talk_or_paper(verb):
        return
    actor = _with_partner(verb, _doers(verb, scene), scene)
    parties = _sides_of_passive(verb, scene) if grammar.is_passive(verb) else _sides_of_active(verb, actor)
    if len(parties) > 1:
        left, right = clause_with(verb, grammar.subject_of(verb))
        rule = f"{_DONE}:{verb.lemma_.lower()}"
        yield Found(trigger=verb, left=left, right=right, rule=rule, parties=parties, why=actor.why)


def in_one_mission(verb: Token, scene: Scene) -> Iterator[Found]:
    """As in "Members of the Croatian and Slovenian forces *are engaged* in UNIFIL"."""
    words, lemma = activity_words(), verb.lemma_.lower()
    if lemma not in words.side_by_side | words.being_in_mission:
        return
    subject = grammar.subject_of(verb)
    missions = grammar.prep_objects(verb, "in", "within", "with")
    if subject is None or not any(_is_mission(t) for noun in missions for t in noun.subtree):
        return
    sides = tuple(code for code in scene.side_of(subject) if is_state(code))
    if len(sides) > 1:
        left, right = clause_with(verb, subject)
        rule = f"{_DONE}:{lemma}"
        yield Found(trigger=verb, left=left, right=right, rule=rule, parties=sides, why="in one mission")


def _is_mission(noun: Token) -> bool:
    """As in "UNIFIL", "the *mission* in Mali", "a NATO *battlegroup*"."""
    named = noun.pos_ == "PROPN" and noun.text.isupper() and len(noun.text) > len("NATO")
    return named or noun.lemma_.lower() in {"mission", "operation", "battlegroup", "peacekeeping"}


def _is_on_each_other(verb: Token) -> bool:
    """As in "attend *each other's* courses", "use each other's ranges"."""
    owned = (c for o in grammar.objects_of(verb) for c in o.lefts if c.dep_ == "poss")
    each = any(c.lower_ in {"other", "another"} for c in owned)
    return (
        each and verb.lemma_.lower() in activity_words().on_each_other and verb.tag_ in {"VBP", "VBD", "VBZ"}
    )


def _doers(verb: Token, scene: Scene) -> Actor:
    """Who does it; of "the armies of the two countries", the two countries."""
    doer = grammar.doer_of(verb)
    actor = scene.actors.resolve(doer)
    owners = grammar.prep_objects(doer, "of") if doer is not None and not actor.parties else []
    return next((a for a in map(scene.actors.resolve, owners) if a.collective), actor)


def _with_partner(verb: Token, actor: Actor, scene: Scene) -> Actor:
    """As in "French frigates have trained *with the Royal Saudi Navy*": both do it."""
    if len(actor.parties) != 1 or actor.person is not None:
        return actor
    nouns = grammar.prep_objects(verb, *activity_words().beside)
    partners = (a for n in nouns for a in (scene.actors.resolve(n), _people_of(n, scene)))
    other = next((a for a in partners if a.parties and not set(a.parties) & set(actor.parties)), None)
    return actor if other is None else Actor(unique([*actor.parties, *other.parties]), None, True, actor.why)


def _people_of(noun: Token, scene: Scene) -> Actor:
    """As in "served beside *French* ones"."""
    named = scene.named(noun.left_edge.i, noun.i)
    return Actor(unique(m.code for m in named if is_state(m.code)), None, False, "named with them")


def under_way(verb: Token, scene: Scene) -> Iterator[Found]:
    """As in "Deliveries of the missiles to India have begun", "construction continues with Japanese help"."""
    words = activity_words()
    clause = _clause_on(verb, words.beginning, words.begun)
    if clause is None:
        return
    left, right = clause
    named = scene.named(left, right)
    one = unique(m.code for m in named if m.form != "capital" and is_state(m.code))
    parties = one if len(one) > 1 else scene.actors.table(verb.idx)
    if len(parties) == 2 and set(one) <= set(parties) and one:
        rule = f"activity/under-way:{verb.lemma_.lower()}"
        yield Found(trigger=verb, left=left, right=right, rule=rule, parties=parties, why="named with it")


def goes_on(last: Found, one: Found) -> bool:
    """Deeds of both told in one sentence, joined by "and", are one activity."""
    if not (last.rule.startswith(_DONE) and one.rule.startswith(_DONE)):
        return False
    joined = {one.trigger.dep_, last.trigger.dep_} & {"conj", "ccomp"}
    return bool(joined) and last.parties == one.parties and last.trigger.sent == one.trigger.sent


def _is_talk_or_paper(verb: Token) -> bool:
    """As in "have exchanged *views*", "the *promise* has been carried out", "engage in *talks*", "concluded
    an *exercise*"."""
    words = activity_words()
    subject = grammar.subject_of(verb)
    if subject is not None and subject.lemma_.lower() in words.no_doers:
        return True
    if verb.dep_ == "relcl" and (_is_event(verb.head) or verb.head.lemma_ in _EVENTS):
        return True
    objects = grammar.objects_of(verb)
    if subject is not None and not objects:
        objects = [*objects, subject, *grammar.prep_objects(subject, "of")]
    if any(_singular(o) in words.no_objects for o in objects):
        return True
    if verb.lemma_.lower() in words.bounding and any(_is_event(o) for o in objects):
        return True
    return verb.lemma_.lower() == "engage" and not _engages_in_cooperation(verb)


def _singular(noun: Token) -> str:
    """ "note" of "the exchange of |Notes|", which in capitals the parser takes for a name."""
    return noun.lower_.removesuffix("s") if noun.pos_ == "PROPN" else noun.lemma_.lower()


def _is_event(noun: Token) -> bool:
    """As in "wrapped up a joint *exercise*": an engagement, not what goes on between two."""
    return noun.tag_ == "NN" and engagement_words().noun_type(noun.lemma_.lower()) is not None


def _engages_in_cooperation(verb: Token) -> bool:
    """As in "engage in *trade*"."""
    words = activity_words()
    if any(t.lemma_.lower() in words.engaged_in_talk for t in grammar.prep_objects(verb, "in")):
        return False
    return any(t.lemma_.lower() in words.engaged_in for t in verb.subtree)


def _sides_of_passive(verb: Token, scene: Scene) -> tuple[str, ...]:
    """As in "projects *between the two ministries* have been implemented"."""
    lemma = verb.lemma_.lower()
    if lemma not in activity_words().mutual or not _is_perfect(verb):
        return ()
    mutual = lemma == "exchange" or _says_mutual(verb) or _names_two(verb, scene)
    return scene.two_sides(verb) if mutual else ()


def _says_mutual(verb: Token) -> bool:
    left, right = clause_with(verb, grammar.subject_of(verb))
    text = verb.doc[left : right + 1].text.lower()
    return any(word in text for word in ("between", "bilateral", "joint"))


def _names_two(verb: Token, scene: Scene) -> bool:
    sentence = verb.sent
    mentions = scene.analysis.parties_in(sentence.start_char, sentence.end_char)
    return len({m.code for m in mentions}) > 1


def _sides_of_active(verb: Token, actor: Actor) -> tuple[str, ...]:
    """As in "the two sides *have conducted* joint patrols", "Japan and India *cooperate* in"."""
    words = activity_words()
    lemma = verb.lemma_.lower()
    perfect = _is_perfect(verb)
    if lemma in words.mutual:
        told = perfect or lemma in words.habitual or _is_going_on_together(verb)
    else:
        told = (perfect or _is_going_on_together(verb)) and lemma not in words.no_deeds
        told = told and any(c.dep_ == "dobj" for c in verb.children)
    told = told or (lemma in words.repeated and is_repeated(verb))
    told = told or (lemma in words.side_by_side and verb.tag_ in {"VBD", "VBZ", "VBP"})
    told = told or (lemma in words.mutual and _is_told_joint(verb)) or _is_on_each_other(verb)
    return actor.parties if told and (actor.collective or len(actor.parties) > 1) else ()


def _is_going_on_together(verb: Token) -> bool:
    """As in "*are developing* the fighter *together*"."""
    going_on = verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children)
    return going_on and any(c.lower_ in {"together", "jointly"} for c in verb.children)


def _is_told_joint(verb: Token) -> bool:
    """As in "patrol the line *together*", "conduct *joint* surveillance" now; not "proposed that
    they train together"."""
    wished = verb.dep_ == "ccomp" and act_words().verb_act(verb.head.lemma_.lower()) is not None
    if wished or verb.tag_ not in {"VBP", "VBZ"}:
        return False
    if any(c.lower_ in {"together", "jointly", "alongside", "closely"} for c in verb.children):
        return True
    if verb.tag_ == "VBP" and verb.lemma_.lower() in activity_words().done_in_turns:
        return True
    return any(c.lower_ in {"joint", "combined", "shared"} for o in grammar.objects_of(verb) for c in o.lefts)


def _is_perfect(verb: Token) -> bool:
    """As in "*have* worked", "*has been* implemented"."""
    return any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
