"""The "will" of a party: "Japan will train officers", "said that it would help", "support will be given"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.actors import actor_words
from servanda.codebook.acts import act_words
from servanda.codebook.engagements import engagement_words
from servanda.codebook.stances import stance_words
from servanda.extract import grammar
from servanda.extract.actors import NOBODY, Actor
from servanda.extract.analysis import unique
from servanda.extract.clauses import is_mutual, is_of_other_kind, is_together
from servanda.extract.commitment.ahead import are_forces, clause_of, hands_over, is_effort, is_to_come
from servanda.extract.commitment.found import Talk, Undertaking, opens_at_report
from servanda.extract.found import is_joint, same_side
from servanda.extract.grammar.dependents import auxiliaries, behind, first_child, has_child, lemmas
from servanda.extract.speech import reported_by, reporter_of

_BEGINNING = frozenset({"begin", "start", "go", "keep"})
_GOING_ON = frozenset({"continue", "go", "keep"})
_HOLDING_VIEWS = frozenset({"share", "believe", "think", "hold", "feel", "find", "consider"})
_TAKING_PART = frozenset({"take", "participate", "join"})
"""What forces are sent to do in an exercise."""
_PEOPLE = frozenset(
    {"cadet", "officer", "diplomat", "student", "trainee", "pilot", "engineer", "soldier", "official"}
)
_GIFTS = frozenset({"gift", "present", "donation", "cheque"})
_BRINGING = frozenset({"present", "hand", "bring", "donate", "deliver", "gift", "give", "turn"})
"""Verbs by which a visitor gives what his side has for the other."""
_BODIES = frozenset({"group", "committee", "commission", "hotline", "mechanism", "subcommittee"})
_OF_TWO = frozenset({"hotline", "mechanism", "subcommittee"})
"""Of these, what no state sets up alone."""
_SETTING_UP = frozenset({"set", "establish", "create", "form", "constitute", "launch", "found", "institute"})
_OF_WORK = frozenset({"working", "expert", "steering", "contact", "study", "joint"})
_REACHING = frozenset({"reach", "arrive", "deliver"})


def will_of_a_party(verb: Token, talk: Talk) -> Undertaking | None:
    """What a verb in the future says that a party will do."""
    could = _could_help(verb)
    if not (could or is_to_come(verb)) or _is_read_otherwise(verb) or not _is_undertaking(verb):
        return None
    speaker = _who(verb, talk)
    if speaker is None or not speaker.parties or (could and len(speaker.parties) > 1):
        return None
    if verb.lemma_ in _REACHING and _is_taker(speaker, verb, talk):
        return None
    left, right = clause_of(verb)
    return Undertaking(
        trigger=verb,
        speaker=speaker,
        content=(left, right),
        opens=opens_at_report(verb, left),
        rule=f"commitment/will:{verb.lemma_.lower()}",
        act="agree" if is_joint(speaker) else "offer" if could or _is_open_to(verb) else "pledge",
        why="'will' said of the own side",
    )


# -- what rules it out -------------------------------------------------------------------------------


def _is_read_otherwise(verb: Token) -> bool:
    """As in "will *pledge*", "will *hold talks*", "*pledged* that it will help", "*hopeful* that Kenya will
    help": other readers read them."""
    words = act_words()
    if words.verb_act(verb.lemma_.lower()) is not None or is_of_other_kind(verb) or _is_esteem(verb):
        return True
    if verb.lemma_ in words.welcoming and "would" in auxiliaries(verb) and not _takes_people_in(verb):
        return True
    if verb.dep_ == "acl" and words.noun_act(verb.head.lemma_.lower()):
        return True
    stances = stance_words()
    if verb.lemma_.lower() in stances.keeping_to and stances.on_world_matter(verb.sent.text):
        return True  # "will adhere to the arbitration ruling": a stance
    if verb.dep_ == "ccomp" and verb.head.pos_ == "ADJ":
        return reporter_of(verb) is None or verb.head.lower_ in stance_words().convinced
    reporter = reporter_of(verb)
    if reporter is not None and reporter.lemma_ in _HOLDING_VIEWS and "to" in auxiliaries(verb):
        return True  # "share the view that the policy is to be continued"
    if reporter is None or (reporter.i > verb.i and words.verb_act(reporter.lemma_.lower()) == "pledge"):
        return False  # "We will help," he promised
    return reporter.lemma_.lower() in words.supposing or words.verb_act(reporter.lemma_.lower()) is not None


def _is_esteem(verb: Token) -> bool:
    """As in "the boat will be *treasured* by our people": what it is worth to them."""
    lemma = verb.lemma_.lower()
    esteemed = lemma in {"treasure", "cherish", "embrace", "value"} or lemma in stance_words().remembering
    return esteemed and grammar.is_passive(verb)


def _takes_people_in(verb: Token) -> bool:
    """As in "*would welcome Kenyan officers* at its staff college"."""
    if verb.lemma_ != "welcome" or "would" not in auxiliaries(verb):
        return False
    guests = {w for c in verb.children if c.dep_ == "dobj" for w in (c.lower_, c.lemma_.lower())}
    return bool(guests & (actor_words().people | act_words().posted))


def _tells_of_goods(verb: Token) -> bool:
    """As in "said that *a second consignment* would reach Kenya"; "a *team* would come"."""
    subject = grammar.subject_of(verb)
    goods = activity_words().gifts | activity_words().consignments
    return subject is not None and subject.lemma_.lower() in goods and reporter_of(verb) is not None


def _is_taker(speaker: Actor, verb: Token, talk: Talk) -> bool:
    """As in "*Kenya* said that the boats would reach *Kenya*": who takes them pledges nothing."""
    goals = talk.analysis.parties_in(*talk.analysis.offsets(verb.i, verb.right_edge.i))
    return bool({goal.code for goal in goals} & set(speaker.parties))


def _could_help(verb: Token) -> bool:
    """As in "said that Polish engineers *could help* enlarge it": an offer of who speaks of his own."""
    if not auxiliaries(verb) & {"could", "can"} or grammar.is_negated(verb):
        return False
    lemma = verb.lemma_.lower()
    if grammar.is_passive(verb):  # "a second group of cadets could be accommodated, he indicated"
        return _takes_in(verb, lemma) and reporter_of(verb) is not None
    gives = lemma in activity_words().teaching or (lemma in act_words().giving and hands_over(verb))
    helps = gives or lemma in act_words().assisting - {"cooperate", "collaborate", "facilitate"}
    return helps and reporter_of(verb) is not None and grammar.subject_of(verb) is not None


def _takes_in(verb: Token, lemma: str) -> bool:
    """As in "ten *cadets* could be *trained*": people who are let in or taught."""
    subject = grammar.subject_of(verb)
    taken = lemma in activity_words().teaching | {"accommodate", "admit", "host", "enrol", "enroll"}
    return taken and subject is not None and bool(lemmas(subject.subtree) & _PEOPLE)


def _is_open_to(verb: Token) -> bool:
    """As in "said that it would welcome Kenyan officers"; "announced that it would welcome 30 of them" is no
    mere offer."""
    counted = any(has_child(c, "nummod") for c in verb.children if c.dep_ == "dobj")
    reporter = reporter_of(verb)
    announced = reporter is not None and reporter.lemma_ == "announce"
    return _takes_people_in(verb) and not counted and not announced


def _is_undertaking(verb: Token) -> bool:
    """As in "will *help* build" but not "will *arrive*"; "will not *allow*" but not "will not help"."""
    lemma = verb.lemma_.lower()
    if grammar.is_conditional(verb) or _goes_on_being(verb) or _sends_to_exercise(verb):
        return False
    if _is_what_a_visit_does(verb):
        return False
    if lemma == "join" and grammar.is_passive(verb):  # "the ships will be joined by": they take part
        return False
    if grammar.is_negated(verb):
        reporter = reporter_of(verb)
        vowed = reporter is not None and act_words().verb_act(reporter.lemma_.lower()) == "pledge"
        return vowed or lemma in act_words().allowing
    if _stays_to_help(verb) or _comes_as_help(verb):
        return True
    begun = first_child(verb, "xcomp", after=verb.i) if lemma in _BEGINNING else None
    if begun is None and lemma == "go":
        begun = behind(verb, "on")  # "will go on helping"
    if begun is not None:
        return begun.lemma_.lower() not in act_words().no_undertaking and not is_of_other_kind(begun)
    if _does_something_with(verb, lemma):
        return True
    if lemma == "give" and grammar.is_passive(verb):
        given = [c.lemma_.lower() for c in verb.children if c.dep_ in {"dobj", "oprd", "nsubjpass"}]
        return any(g in act_words().help | activity_words().gifts for g in given) or hands_over(verb)
    helps = lemma == "help" and has_child(verb, "xcomp", "ccomp")
    helps = helps or (lemma == "deepen" and has_child(verb, "dobj"))
    return helps or lemma not in act_words().no_undertaking or hands_over(verb)


def _does_something_with(verb: Token, lemma: str) -> bool:
    """As in "will *open* a joint *post*", "will *cover the cost*", "will *take up* the offer", "will
    *pay for* it", "will *lead* the *mission*": verbs that otherwise tell events or states."""
    words = act_words()
    things = _things_of(verb, lemma)
    if lemma in {"open", "create"}:
        return bool(things & (activity_words().works | activity_words().posts | words.created))
    if lemma in {"cover", "bring", "use"}:
        return bool(things & words.borne) or _brings_forward(verb)
    if lemma == "review":
        return bool(things & words.reviewed)
    if lemma == "allow":
        subject = grammar.subject_of(verb)
        return subject is not None and subject.pos_ == "PROPN" and has_child(verb, "ccomp", "xcomp")
    if lemma in _REACHING:
        return _tells_of_goods(verb)
    if lemma == "meet":
        costs = [n for c in verb.children if c.dep_ == "dobj" for n in (c, *grammar.prep_objects(c, "of"))]
        return any(n.lemma_.lower() in words.borne for n in costs)
    if lemma == "see":
        return has_child(verb, "prep", "prt", "advmod", words={"to", "through"})
    if lemma in {"lead", "join", "chair"}:
        return bool(things & (words.missions | activity_words().led))
    particles = {c.lower_ for c in verb.children if c.dep_ == "prt"}
    if lemma == "take":
        return bool(particles & {"up", "over", "in", "on"}) or bool(things & words.taken)
    return lemma == "pay" and (has_child(verb, "prep", words={"for"}) or bool(things & words.borne))


def _brings_forward(verb: Token) -> bool:
    """As in "will *bring forward* the delivery"."""
    return has_child(verb, "advmod", "prt", words={"forward"}) and has_child(verb, "dobj", "nsubjpass")


def _comes_as_help(verb: Token) -> bool:
    """As in "*assistance* will be *forthcoming*", "more *help* will *follow*"."""
    subject = grammar.subject_of(verb)
    if subject is None or subject.lemma_.lower() not in act_words().help - {"cooperation", "consideration"}:
        return False
    there = has_child(verb, "acomp", words={"forthcoming", "available"}) and verb.lemma_ == "be"
    going = verb.lemma_ in {"follow", "come", "flow", "continue"}
    return there or (going and not grammar.direct_objects(verb) and not has_child(verb, "xcomp"))


def _things_of(verb: Token, lemma: str) -> set[str]:
    """What is done to what: the object, and what "will *open*" by itself."""
    things = {c.lemma_.lower() for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}}
    if lemma == "open" and not things:
        return {c.lemma_.lower() for c in verb.children if c.dep_ == "nsubj"}
    return things


def _is_what_a_visit_does(verb: Token) -> bool:
    """As in "his *visit* will *provide an opportunity*": what comes of a meeting is promised by nobody."""
    subject = grammar.subject_of(verb)
    if subject is None or grammar.is_passive(verb):
        return False
    return subject.lemma_.lower() in engagement_words().nouns["visit"] | engagement_words().nouns["meeting"]


def _goes_on_being(verb: Token) -> bool:
    """As in "will continue to *be* neighbours", "will continue to *grow*"."""
    going_on = first_child(verb, "xcomp") if verb.lemma_ in _GOING_ON else None
    return going_on is not None and going_on.lemma_ in act_words().going_on


def _sends_to_exercise(verb: Token) -> bool:
    """As in "will send a team *to take part in the exercise*": what is planned is the exercise."""
    goals = [c for c in verb.subtree if c.lemma_ in _TAKING_PART and "to" in auxiliaries(c)]
    into = (t.lemma_.lower() for goal in goals for t in goal.subtree)
    return not engagement_words().nouns["exercise"].isdisjoint(into)


def _stays_to_help(verb: Token) -> bool:
    """As in "the *troops* will *stay*", "will *stand by* its friend", "will *take part* in the mission"."""
    lemma, words = verb.lemma_.lower(), act_words()
    if lemma in {"stay", "remain"}:
        subject = grammar.subject_of(verb)
        return subject is not None and subject.lemma_.lower() in words.posted
    if lemma in {"be", "stand", "remain"}:
        return any(c.lower_ in words.standing_by for c in verb.children if c.i > verb.i and _is_of_a_side(c))
    taken = {t.lemma_.lower() for t in verb.subtree}
    return lemma in {"take", "participate", "join"} and bool(taken & words.missions)


def _is_of_a_side(token: Token) -> bool:
    """As in "*with Nepal*", "*at the side* of Nepal"; not "with effect"."""
    return token.dep_ == "prep" and any(
        n.pos_ in {"PROPN", "PRON"} or (n.dep_ == "pobj" and n.lemma_ == "side") for n in token.children
    )


# -- who will do it ----------------------------------------------------------------------------------


def _who(verb: Token, talk: Talk) -> Actor | None:
    """The side that will do it, with the person who says so; None when another side says it of this one,
    or when it is told what a person will do."""
    said_by = reported_by(verb, talk.actors)
    helper = _whose_help_it_is(verb, talk)
    if helper is not None:
        return helper
    if _comes_as_help(verb) or (_could_help(verb) and grammar.is_passive(verb)):
        return said_by if said_by.parties else talk.speaker_going_on(verb)
    if grammar.is_passive(verb) or (verb.lemma_ == "open" and not grammar.direct_objects(verb)):
        speaker = _of_passive(verb, said_by, talk)
    else:
        speaker = talk.actors.resolve(grammar.subject_of(verb))
        if speaker.person and reporter_of(verb) is None and not (_is_we(verb) or _brings_a_gift(verb)):
            return None
    if not said_by.parties:
        return speaker
    if not speaker.parties and _is_own_country(grammar.subject_of(verb)) and not grammar.is_passive(verb):
        return said_by
    if said_by.person and same_side(said_by, speaker):
        return Actor(speaker.parties, said_by.person, speaker.collective, said_by.why)
    if not speaker.parties and verb.lemma_ in _REACHING and _tells_of_goods(verb):
        return said_by
    told_by_pronoun = len(speaker.parties) == 1 and _is_pronoun(grammar.subject_of(reporter_of(verb) or verb))
    ours = told_by_pronoun or speaker.collective or _is_told_by_the_taker(verb, speaker, said_by, talk)
    return speaker if ours or said_by.parties == speaker.parties else None


def _is_told_by_the_taker(verb: Token, speaker: Actor, said_by: Actor, talk: Talk) -> bool:
    """As in "India will replace its troops *in the Maldives*, the *Maldivian* ministry said"."""
    if speaker.person or said_by.person or len(speaker.parties) != 1 or not grammar.is_planned(verb):
        return False
    start, end = talk.analysis.offsets(*grammar.clause_bounds(verb))
    named = {m.code for m in talk.analysis.parties_in(start, end)}
    return set(said_by.parties) <= named


def _whose_help_it_is(verb: Token, talk: Talk) -> Actor | None:
    """As in "Kenya will have *Japan's* help", "will go on being backed *by Japan*": whose help it is, whoever
    has it."""
    if verb.lemma_ in act_words().getting | {"enjoy", "find"}:
        helps = (c for c in grammar.direct_objects(verb) if c.lemma_.lower() in act_words().help)
        owners = [grammar.possessor_of(c) for c in helps]
    else:
        going_on = verb.lemma_ in _GOING_ON
        inner = first_child(verb, "xcomp", after=verb.i) or behind(verb, "on") if going_on else None
        owners = [grammar.agent_of(inner)] if inner is not None and grammar.is_passive(inner) else []
    return next((a for a in map(talk.actors.resolve, owners) if len(a.parties) == 1), None)


def _brings_a_gift(verb: Token) -> bool:
    """As in "He will *present a cheque* to the hospital": a person's doing, for his side."""
    if verb.lemma_.lower() not in _BRINGING or not grammar.is_planned(verb):
        return False
    things = [c for c in verb.children if c.dep_ == "dobj"]
    own = any(c.left_edge.lower_ in {"his", "her"} for c in things)
    return not own and (hands_over(verb) or any(c.lemma_.lower() in _GIFTS for c in things))


def _is_we(verb: Token) -> bool:
    """As in "*We* will send officers", said by a person for his side."""
    subject = grammar.subject_of(verb)
    return subject is not None and subject.lower_ == "we"


def _is_pronoun(subject: Token | None) -> bool:
    """As in "*He* said that the Lao army would": whose side he is on is less sure than who will do it."""
    return subject is not None and subject.lower_ in {"he", "she"}


def _is_own_country(subject: Token | None) -> bool:
    """As in "said that *the kingdom* would help", "*the government* would help"."""
    if subject is None or subject.lemma_.lower() not in act_words().own_side:
        return False
    return subject.left_edge.lower_ in {"the", "our"}


def _of_passive(verb: Token, said_by: Actor, talk: Talk) -> Actor:
    """As in "will be built *by Japan*", "*joint* patrols will begin", "said that *aid* would be given"."""
    agent = talk.actors.resolve(grammar.agent_of(verb))
    if agent.parties:
        return agent
    left, right = clause_of(verb)
    said = verb.doc[left : right + 1].text
    if is_mutual(said) or "between the two" in said or (not said_by.parties and _sets_up_a_body(verb, talk)):
        return talk.everybody(verb.idx, "what both do")
    own = _own_forces(verb, talk)
    if own is not None and said_by.parties in ((), own.parties):
        return Actor(own.parties, said_by.person, False, own.why)
    if said_by.parties:
        return said_by if _concerns_others(verb, said_by, talk) else NOBODY
    if reporter_of(verb) is None and not is_effort(grammar.subject_of(verb)):
        return NOBODY
    return _giver_named(verb, talk) or talk.speaker_going_on(verb)


def _sets_up_a_body(verb: Token, talk: Talk) -> bool:
    """As in "*A working group* will be *set up*": of both, where two are at the table."""
    subject = grammar.subject_of(verb)
    if subject is None or subject.lemma_.lower() not in _BODIES or verb.lemma_.lower() not in _SETTING_UP:
        return False
    agent = grammar.agent_of(verb)
    told = None if agent is None else talk.analysis.offsets(agent.left_edge.i, agent.right_edge.i)
    if told is not None and not talk.analysis.dates_in(*told):
        return False  # "will be formed by Congress"; not "by June"
    return subject.lemma_.lower() in _OF_TWO or has_child(subject, "compound", "amod", words=_OF_WORK)


def _own_forces(verb: Token, talk: Talk) -> Actor | None:
    """As in "*Japanese officers* will be *seconded* to Kenya", "will be built *with money from Japan*"."""
    subject, words = grammar.subject_of(verb), activity_words()
    given = [t for noun in grammar.prep_objects(verb, "with") for t in grammar.prep_objects(noun, "from")]
    named = [talk.analysis.party_of(t) for t in given if words.is_help(t.head.head.lemma_.lower())]
    helps = (n for n in grammar.prep_objects(verb, "with") if n.lemma_.lower() in act_words().help)
    named += [talk.analysis.party_of(t) for n in helps for t in n.lefts]
    posted = verb.lemma_.lower() in words.posting or verb.lemma_ in {"send", "dispatch"}
    if subject is not None and posted and are_forces(subject):
        named += [talk.analysis.party_of(t) for t in subject.lefts]
        named += [talk.analysis.party_of(t) for t in grammar.prep_objects(subject, "from")]
    parties = unique(m.code for m in named if m is not None)
    return Actor(parties, None, False, "whose forces or money it is") if len(parties) == 1 else None


def _concerns_others(verb: Token, said_by: Actor, talk: Talk) -> bool:
    """As in "said that *aid* would be given", "the bridge would be opened *to Kenya*"; not "said that the
    election would be held"."""
    left, right = clause_of(verb)
    start, end = talk.analysis.offsets(left, right)
    named = {m.code for m in talk.analysis.parties_in(start, end)} - set(said_by.parties)
    gives = verb.lemma_.lower() in activity_words().giving | act_words().giving
    gives = gives or (verb.lemma_ == "make" and any(t.lower_ == "available" for t in verb.children))
    subject = grammar.subject_of(verb)
    places = subject is not None and bool(lemmas(subject.subtree) & act_words().openings)
    return (
        bool(named)
        or gives
        or (places and verb.lemma_ in act_words().raising)
        or is_effort(grammar.subject_of(verb))
        or is_together(talk.analysis.text[start:end])
    )


def _giver_named(verb: Token, talk: Talk) -> Actor | None:
    """As in "under *India's* programme, scholarships are set to be provided": the one other party named."""
    analysis = talk.analysis
    named = unique(m.code for m in analysis.parties_in(verb.sent.start_char, verb.idx))
    foreign = [p for p in named if p != analysis.home]
    return Actor((foreign[0],), None, False, "named as the giver") if len(foreign) == 1 else None
