"""What a clause says: a norm ("should be settled"), an evaluation ("is a pillar"), an event or a text to come
("hold talks", "sign the pact"), something joint."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.actors import actor_words
from servanda.codebook.acts import act_words
from servanda.codebook.engagements import engagement_words
from servanda.codebook.instruments import instrument_words
from servanda.codebook.stances import stance_words
from servanda.extract.analysis import Analysis
from servanda.extract.grammar.dependents import auxiliaries, first_child, forms, has_child, lemmas
from servanda.extract.grammar.phrases import clause_bounds, direct_objects, prep_objects

_MODALS = frozenset({"will", "would", "should", "can", "could", "must"})
_REGULARLY = frozenset({"regularly", "annually", "periodically", "yearly", "frequently", "routinely"})
_PREDICATE = frozenset({"attr", "acomp", "prep", "oprd", "dobj"})
_UNDER_VERB = frozenset({"dobj", "prep", "nsubjpass", "xcomp"})


# -- norms -------------------------------------------------------------------------------------------


def is_norm(verb: Token) -> bool:
    """Whether a clause says what ought to be: "should", "must", "needs to", "are to be", "can only be"."""
    if auxiliaries(verb) & stance_words().norms:
        return True
    return _needs_to(verb) or _is_to(verb) or _can_only(verb)


def _can_only(verb: Token) -> bool:
    """As in "peace *can only* be won by talks"."""
    return bool(auxiliaries(verb) & {"can", "could"}) and has_child(verb, "advmod", words={"only"})


def _needs_to(verb: Token) -> bool:
    """As in "disputes *need to be settled*", asked of either verb."""
    return stands_under_need(verb) or (verb.lemma_ == "need" and first_child(verb, "xcomp") is not None)


def stands_under_need(verb: Token) -> bool:
    """As in "disputes need to be *settled*", "we have to *settle* them"."""
    return verb.dep_ == "xcomp" and verb.head.lemma_ in {"need", "ought", "have"}


def _is_to(verb: Token) -> bool:
    """As in "disputes *are to be settled*", asked of either verb."""
    if {"to", "be"} <= auxiliaries(verb) and verb.head.lemma_ == "be":
        return True
    return verb.lemma_ == "be" and any(
        c.dep_ == "xcomp" and c.tag_ in {"VB", "VBN"} and "to" in forms(c.children) for c in verb.children
    )


# -- evaluations -------------------------------------------------------------------------------------


def is_evaluation(verb: Token, analysis: Analysis) -> bool:
    """Whether a clause says that the cooperation or the other side matters or is good (or bad)."""
    subject = first_child(verb, "nsubj", "nsubjpass", "csubj")
    lemma = verb.lemma_.lower()
    if lemma in stance_words().being and (_is_honoured(verb) or _has_chances(verb)):
        return True
    if has_none_better(verb):
        return bool(analysis.parties_in(*analysis.offsets(verb.left_edge.i, verb.right_edge.i)))
    if _is_praised_in_words(verb, analysis) or (subject is not None and _is_of_use(verb, subject)):
        return True
    if _marks_a_turn_in_ties(verb):
        return True
    if subject is None or not (_is_of_cooperation(subject, analysis) or _is_dealing(subject, verb)):
        return False
    if _goes_well(verb, subject) or _makes_better(verb) or _stands_by(verb) or _has_good_ground(verb):
        return True
    if _takes_higher(verb):
        return True
    if lemma in stance_words().fruiting:
        return _bears_fruit(verb, subject)
    return _is_said_to_be_good(verb, subject)


def _is_praised_in_words(verb: Token, analysis: Analysis) -> bool:
    """As in "is *second to none*", "has made *all the difference*"."""
    if not any(verb.lemma_.lower() in phrase.verbs for phrase in stance_words().praised_in_words):
        return False
    start, end = analysis.offsets(verb.left_edge.i, verb.right_edge.i)
    return stance_words().praises_in_words(verb.lemma_.lower(), analysis.text[start:end].lower())


def has_none_better(verb: Token) -> bool:
    """As in "Norway has *no closer partner* in Asia", "there is *no better example*", "has *no partner that
    matters more*", "*few* friends *as reliable as* Norway"."""
    if verb.lemma_ not in {"have", "be"}:
        return False
    words = stance_words()
    none = [c for c in verb.children if c.dep_ in {"dobj", "attr"} and forms(c.lefts) & {"no", "few"}]
    praised = (c for c in none if c.lemma_.lower() in words.praising_nouns | words.cooperation)
    return any(
        forms(c.lefts) & words.none_better
        or forms(c.subtree) & {"more"}
        or (forms(c.subtree) >= {"as"} and forms(c.subtree) & words.praise)
        for c in praised
    )


def _is_of_use(verb: Token, subject: Token) -> bool:
    """As in "the trucks would be *of great help* to the guards"."""
    words = stance_words()
    if verb.lemma_ not in {"be", "prove"}:
        return False
    goods = subject.pos_ == "PRON" or subject.lemma_.lower() in activity_words().gifts | words.cooperation
    of = (t for c in verb.children if c.dep_ == "prep" and c.lower_ == "of" for t in c.children)
    return goods and any(
        t.lemma_.lower() in words.of_use and forms(t.lefts) & (words.plenty | words.praise) for t in of
    )


def _is_said_to_be_good(verb: Token, subject: Token) -> bool:
    """As in "is a pillar", "has potential", "marks a new era", "has deepened"."""
    lemma = verb.lemma_.lower()
    if lemma in stance_words().being:
        return _is_called_good_or_bad(verb)
    if lemma in stance_words().having:
        return _has_something_good(verb)
    if lemma in stance_words().providing:
        return _gives_ground(verb)
    if lemma in {"bind", "link", "unite", "tie", "join"} and _is_bound(verb):
        return True
    if lemma in {"stand", "rest"} and any(has_praise(n) for n in prep_objects(verb, "on", "upon")):
        return True
    if lemma == "mean":
        return bool(forms(verb.subtree) & {"lot", "deal", "much"})
    if lemma in stance_words().attaching:
        return bool(forms(verb.subtree) & stance_words().attached)
    if lemma in stance_words().turning:
        return bool(lemmas(verb.subtree) & stance_words().turning_points)
    return lemma in stance_words().valuing or _thrives(verb, subject)


def _is_bound(verb: Token) -> bool:
    """As in "are *bound by* an intimate friendship", "are united by strong ties"."""
    words = stance_words()
    by = (n for c in verb.children if c.dep_ == "agent" for n in c.children)
    bonds = (n for n in by if n.lemma_.lower() in words.worth | words.cooperation)
    return has_child(verb, "auxpass") and any(has_praise(n) or n.lemma_ in words.worth for n in bonds)


def _is_of_cooperation(subject: Token, analysis: Analysis) -> bool:
    """As in "the partnership", "Japan's role", "it"."""
    if subject.pos_ == "PRON" or lemmas(subject.subtree) & stance_words().cooperation:
        return True
    if subject.lower_ in actor_words().collective and forms(subject.lefts) & {"two", "both", "three"}:
        return True
    return any(analysis.party_of(t) is not None for t in subject.subtree)


def _is_dealing(subject: Token, verb: Token) -> bool:
    """As in "the *sale* strengthens the ties": what was closed, where the cooperation is named behind it."""
    behind = " ".join(
        t.text for c in verb.children if c.dep_ in _PREDICATE and c.i > verb.i for t in c.subtree
    )
    return subject.lemma_.lower() in stance_words().dealings and is_together(behind)


def _is_honoured(verb: Token) -> bool:
    """As in "It *was an honour* to work with the Fijians"."""
    it = has_child(verb, "nsubj", words={"it"}) or has_child(verb, "csubj")
    feeling = (c for c in verb.children if c.dep_ == "attr" and c.lemma_ in {"honour", "honor", "privilege"})
    return it and any(has_child(c, "relcl", "acl") or has_child(verb, "xcomp", "csubj") for c in feeling)


def _has_chances(verb: Token) -> bool:
    """As in "there is *great potential* for trade"."""
    words = stance_words()
    chances = [c for c in verb.children if c.dep_ == "attr" and c.lemma_.lower() in words.chances]
    there = has_child(verb, "expl") and not auxiliaries(verb) & words.norms
    return there and any((forms(c.lefts) | lemmas(c.lefts)) & words.plenty for c in chances)


def _goes_well(verb: Token, subject: Token) -> bool:
    """As in "the cooperation was *working well*"."""
    if verb.lemma_.lower() not in stance_words().going:
        return False
    both = subject.tag_ == "NNS" and bool(forms(subject.lefts) & {"two", "both"})
    told = is_together(subject.text) or lemmas(subject.subtree) & stance_words().cooperation or both
    how = (c for c in verb.children if c.dep_ == "advmod")
    return bool(told) and bool(forms(how) & stance_words().well)


def _has_good_ground(verb: Token) -> bool:
    """As in "is *built on friendly relations*", "are *rooted in* mutual *trust*"."""
    words = stance_words()
    if verb.lemma_ not in words.resting:
        return False
    grounds = (
        t for c in verb.children if c.dep_ == "prep" and c.lower_ in {"on", "upon", "in"} for t in c.subtree
    )
    return any(t.lower_ in words.praise or t.lemma_.lower() in words.had | words.grounds for t in grounds)


def _marks_a_turn_in_ties(verb: Token) -> bool:
    """As in "Today *marks* another *milestone in our relationship*"."""
    words = stance_words()
    turns = [c for c in direct_objects(verb) if c.lemma_.lower() in words.turning_points]
    return verb.lemma_.lower() in words.turning and any(
        is_together(" ".join(t.text for t in c.subtree)) for c in turns
    )


def _takes_higher(verb: Token) -> bool:
    """As in "has *lifted the cooperation to a higher level*"."""
    if verb.lemma_ not in stance_words().lifting or forms(verb.children) & _MODALS:
        return False
    lifted = any(is_together(n.text) for n in direct_objects(verb)) or has_child(verb, "nsubjpass")
    goals = [t for c in verb.children if c.dep_ == "prep" and c.lower_ == "to" for t in c.subtree]
    return lifted and bool(lemmas(goals) & {"level", "height", "plane", "stage"})


def _makes_better(verb: Token) -> bool:
    """As in "the alliance *makes* both countries *safer*"."""
    how = [c for c in verb.children if c.dep_ in {"ccomp", "oprd", "xcomp", "acomp", "advmod"}]
    how += [t for c in how if c.lower_ == "together" for t in c.lefts]
    return verb.lemma_.lower() in stance_words().bettering and any(
        c.lower_ in stance_words().better and (c.pos_ == "ADJ" or c.tag_ in {"JJR", "RBR"}) for c in how
    )


def _stands_by(verb: Token) -> bool:
    """As in "New Zealand *has* always *stood by* us"; what will be is a pledge."""
    if verb.lemma_ != "stand":
        return False
    told = bool(auxiliaries(verb) & {"has", "have", "had", "'s", "'ve", "’ve"}) or verb.tag_ == "VBD"
    return told and bool(forms(verb.children) & {"by", "with", "alongside", "beside", "behind", "shoulder"})


def _bears_fruit(verb: Token, subject: Token) -> bool:
    """As in "the *cooperation* had brought *economies* of scale"; what it will bring is not seen yet."""
    words = stance_words()
    told = is_together(subject.text) and not forms(verb.children) & _MODALS
    return told and any(n.lemma_.lower() in words.fruits for n in direct_objects(verb))


def _is_called_good_or_bad(verb: Token) -> bool:
    """As in "is an *important* pillar", "remains *weak*", "is a big *step* forward"."""
    words = stance_words()
    good = words.praise | words.praising_nouns
    heads = [c for c in verb.children if c.dep_ in _PREDICATE]
    predicate = [t for c in heads for t in c.subtree]
    said = forms(predicate)
    if "level" in said and said & {"high", "highest"}:
        return True
    turning = any(c.dep_ == "attr" and c.lemma_.lower() in words.turning_points for c in heads)
    return turning or bool(lemmas(predicate) & good or said & (words.praise | words.blame))


def _has_something_good(verb: Token) -> bool:
    """As in "has a *strong* foundation", "has great *potential*", "made *significant* progress"."""
    words = stance_words()
    had = (c for c in verb.children if c.dep_ == "dobj" or (c.dep_ == "xcomp" and c.lower_ in words.praise))
    objects = [t for c in had for t in c.subtree]
    if forms(objects) & {"new", "higher", "highest", "unprecedented"} and lemmas(objects) & {
        "level",
        "height",
        "peak",
    }:
        return True
    if verb.lemma_ != "have":
        return bool(forms(objects) & words.praise) and bool(lemmas(objects) & (words.worth | words.had))
    return bool(forms(objects) & words.praise or lemmas(objects) & words.worth)


def _gives_ground(verb: Token) -> bool:
    """As in "provides a solid *foundation*": what praises as a predicate does so as what is given too."""
    words = stance_words()
    given = [c for c in verb.children if c.dep_ == "dobj"]
    return any(
        c.lemma_.lower() in words.praising_nouns | words.turning_points | words.benefits and has_praise(c)
        for c in given
    )


def _thrives(verb: Token, subject: Token) -> bool:
    """As in "relations have *deepened*"; of what is to come only "the agreement will *strengthen* ..."."""
    words, lemma = stance_words(), verb.lemma_.lower()
    if lemma not in words.thriving or raises_own_help(verb):
        return False
    ahead = forms(verb.children) & _MODALS
    if not ahead:
        return True
    does_good = lemma in words.doing_good and subject.lemma_.lower() in words.cooperation
    return does_good and not ahead & words.norms


def has_praise(noun: Token) -> bool:
    """Whether a noun has an adjective of praise beside it: "*strong* ties"; a name such as "the Strategic
    Partnership" praises nothing."""
    praise = stance_words().praise
    if noun.text.istitle() and all(t.text.istitle() for t in noun.lefts if t.lower_ in praise):
        return False
    if (forms(noun.lefts) | lemmas(noun.lefts)) & praise:
        return True
    before = noun.doc[noun.left_edge.i : noun.i].text.lower()
    if "-" in before and any(word in before for word in _hyphenated()):
        return True
    return any(t.lower_ in praise for t in noun.subtree if t.pos_ in {"ADJ", "VERB"})


@cache
def _hyphenated() -> tuple[str, ...]:
    """Words of praise such as "time-tested", of which the parse makes three."""
    return tuple(word for word in stance_words().praise if "-" in word)


def is_under_way(verb: Token) -> bool:
    """As in "*is stepping* up"."""
    return verb.tag_ == "VBG" and has_child(verb, "aux", words={"is", "are", "was", "were", "'s", "’s"})


def raises_own_help(verb: Token) -> bool:
    """As in "is *boosting its support* for Kenya": a side gives more, which is no praise."""
    words = act_words()
    raised = (
        c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in words.help | words.means_of_help
    )
    own = any(has_child(c, "poss", words={"its", "their", "our"}) for c in raised)
    return own and verb.lemma_.lower() in words.raising and is_under_way(verb)


# -- events and texts to come ------------------------------------------------------------------------


def is_of_other_kind(verb: Token) -> bool:
    """Whether what is to be done is to hold an engagement or to sign, negotiate or conclude a text: that
    is a planned engagement or instrument, not a commitment."""
    lemma = verb.lemma_.lower()
    if lemma in {"meet", "sign", "visit"}:
        return True
    if lemma == "take" and has_child(verb, "dobj", words={"place"}):
        events = (c for c in verb.lefts if engagement_words().noun_type(c.lemma_.lower()))
        return any(not _is_habit(event) for event in events)
    return _works_on_a_text(verb, lemma) or _convenes(verb, lemma)


def _works_on_a_text(verb: Token, lemma: str) -> bool:
    """As in "*conclude* the agreement", "*open* negotiations", "*work* towards the signing of ..."."""
    words = act_words()
    under = (c for c in verb.children if c.dep_ in _UNDER_VERB and not _is_thought(c))
    near = lemmas(t for c in under for t in _two_levels(c))
    if lemma in words.negotiating and near & (instrument_words().heads | {"negotiation"}):
        return True
    return lemma in words.striving and bool(near & {"signing", "conclusion", "negotiation"})


def _is_thought(verb: Token) -> bool:
    """As in "start *considering* frameworks", "continue *to support* the programme": no text is worked on."""
    lemma = verb.lemma_.lower()
    helps = lemma in act_words().help | act_words().giving
    return verb.dep_ == "xcomp" and (helps or lemma in {"consider", "explore", "study", "examine"})


def _convenes(verb: Token, lemma: str) -> bool:
    """As in "*hold* the next dialogue", "*host* the Joint Commission"."""
    if lemma not in act_words().convening or forms(verb.children) & _REGULARLY:
        return False
    engagement = engagement_words()
    objects = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} and not _is_habit(c)]
    rounds = engagement.rounds.counted | {"edition", "iteration"}
    return any(
        engagement.noun_type(o.lemma_.lower())
        or o.text in engagement.mechanisms
        or o.lemma_.lower() in rounds
        for o in objects
    )


def _is_habit(noun: Token) -> bool:
    """As in "hold *annual* talks", "hold *more* exercises": a practice agreed on, no single event."""
    return bool(
        forms(noun.lefts) & {"annual", "regular", "more", "further", "frequent", "periodic", "yearly"}
    )


def is_repeated(verb: Token) -> bool:
    """As in "meet *regularly*", "hold the exercise *year after year*"."""
    left, right = clause_bounds(verb)
    text = verb.doc[left : right + 1].text.lower()
    return any(word in text for word in activity_words().again)


def _two_levels(token: Token) -> list[Token]:
    """The token with what stands directly under it, two levels down."""
    return [token, *token.children, *(g for c in token.children for g in c.children)]


# -- joint doing -------------------------------------------------------------------------------------


def is_mutual(text: str) -> bool:
    """Whether a stretch of text says that both sides do something: "joint", "both"."""
    return not act_words().mutual.isdisjoint(_words(text))


def is_together(text: str) -> bool:
    """Whether a stretch of text names cooperation between the sides: "ties", "trade"."""
    return not act_words().together.isdisjoint(_words(text))


def _words(text: str) -> list[str]:
    return text.lower().replace("-", " ").split()
