"""Cooperation told by a noun: help that is thanked for, money that is granted, projects that go on."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.stances import stance_words
from servanda.extract import grammar
from servanda.extract.activities.scene import Found, Scene, phrase_bounds
from servanda.extract.analysis import unique
from servanda.extract.numbers import find_amounts
from servanda.extract.speech import speaker_of

_HOLDING = frozenset({"hold", "take", "address"})
"""Verbs that tell of an exercise itself, and of talks about a project."""
_OCCASIONS = frozenset({"during", "in", "throughout", "following", "after"})


def thanked(noun: Token, scene: Scene) -> Iterator[Found]:
    """Thanks or praise for a named help is an activity too: "thanked Japan for its support in ..."."""
    thanks = _verb_of_thanks(noun) if _is_named_help(noun) else None
    if thanks is None:
        return
    speaker, _ = speaker_of(thanks, scene.actors)
    if len(speaker.parties) != 1:
        return
    told_thanks = unique(p for o in grammar.direct_objects(thanks) for p in scene.actors.resolve(o).parties)
    owner = told_thanks or scene.actors.resolve(grammar.possessor_of(noun)).parties
    named = tuple(p for p in owner if p not in speaker.parties)
    giver = named or scene.actors.others(noun.idx, speaker.parties)
    if len(giver) == 1:
        yield Found(
            trigger=noun,
            left=noun.left_edge.i,
            right=_end_of_help(noun),
            rule="activity/thanked",
            provider=giver,
            recipient=speaker.parties,
            why="thanked for it",
        )


def acknowledged(noun: Token, scene: Scene) -> Iterator[Found]:
    """As in "acknowledged Canada's assistance during the crisis": the help of a party that is named."""
    verb = grammar.governing_verb(noun) if _is_named_help(noun) else None
    if verb is None or verb.lemma_.lower() not in activity_words().acknowledging or grammar.is_unreal(verb):
        return
    owner = grammar.possessor_of(noun)
    giver = scene.actors.resolve(owner).parties if owner is not None else ()
    taker = scene.other_side(noun, giver)
    if len(giver) == len(taker) == 1 and giver != (scene.analysis.home,):
        yield Found(
            trigger=noun,
            left=noun.left_edge.i,
            right=_end_of_help(noun),
            rule="activity/acknowledged",
            provider=giver,
            recipient=taker,
            why="the help of the party that is named",
        )


def _is_named_help(noun: Token) -> bool:
    """As in "support *in war legacy*", "*budget* support"; help in general is no activity."""
    words = activity_words()
    lemma = noun.lemma_.lower()
    why = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "for" else noun
    thanked = lemma in words.work_together and why.lemma_.lower() in words.thanking
    if not (lemma in words.help or thanked) or noun.dep_ == "compound":
        return False
    named = grammar.has_child(noun, "prep", words=words.help_prepositions)
    if any(c.lower_ in words.kinds_of_help for c in noun.lefts):
        return True
    return (named and not _is_general(noun)) or _occasion(noun) is not None


def _is_general(noun: Token) -> bool:
    """As in "support *for the development* of Cambodia": for all and nothing."""
    words = activity_words()
    told = [c for c in noun.children if c.dep_ == "prep" and c.lower_ in words.help_prepositions]
    ends = [t for c in told for t in grammar.prep_objects(noun, c.lower_)]
    return bool(ends) and all(t.lemma_.lower() in words.general_ends for t in ends)


def _occasion(noun: Token) -> Token | None:
    """As in "appreciation for the assistance *during* the crisis", "commended the support *in* reform": hung
    on the verb by the parser."""
    end = noun.right_edge.i + 1
    behind = noun.doc[end] if end < noun.sent.end else None
    told = behind is not None and behind.dep_ == "prep" and behind.lower_ in _OCCASIONS
    return behind if told else None


def _end_of_help(noun: Token) -> int:
    occasion = _occasion(noun)
    return grammar.content_end(noun if occasion is None else occasion)


def _verb_of_thanks(noun: Token) -> Token | None:
    """The verb by which thanks or praise for the noun is said and not denied."""
    stances = stance_words()
    verb = grammar.governing_verb(noun)
    if verb is None or grammar.is_negated(verb):
        return None
    above = [verb, *(t for t in noun.ancestors if t.i != verb.i and verb in t.ancestors)]
    if noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.head.head == verb:
        above += [
            c for c in verb.children if c.dep_ == "dobj"
        ]  # "expressed *gratitude* to X for its support"
    felt = any(t.dep_ == "acomp" and t.lower_ in stances.feeling_adjectives for t in above)
    if not felt and not any(t.lemma_.lower() in stances.valuing | stances.feelings for t in above):
        return None
    if felt and verb.lemma_ == "be":
        return verb
    return next((t for t in (verb, *verb.ancestors) if t.pos_ == "VERB"), None)


def granted(noun: Token, scene: Scene) -> Iterator[Found]:
    """As in "a grant of 600 million yen for coastal radars", "a Japanese loan of ..."."""
    if noun.lemma_.lower() not in activity_words().money or noun.dep_ == "compound":
        return
    left, right = phrase_bounds(noun)
    start, end = scene.analysis.offsets(left, right)
    amounts = find_amounts(scene.analysis.text[start:end])
    verb = grammar.governing_verb(noun)
    if not amounts or (verb is not None and _is_only_promised(verb)):
        return
    frame = scene.actors.frame(noun.idx)
    named = unique(m.code for m in scene.analysis.parties_in(start, end) if m.code in frame)
    giver = named[:1] or tuple(p for p in frame if p == amounts[0].currency[:2])
    if len(giver) == 1 and len(frame) > 1:
        yield Found(
            trigger=noun,
            left=left,
            right=right,
            rule="activity/granted",
            provider=giver,
            recipient=scene.actors.others(noun.idx, giver)[:1],
            why="the currency or the name of the giver",
        )


def _is_only_promised(verb: Token) -> bool:
    """As in "*pledged* a loan of ...", "*will give* a loan of ..."."""
    ahead = grammar.is_planned(verb) or any(c.tag_ == "MD" for c in verb.children)
    return grammar.is_unreal(verb) or ahead or verb.lemma_.lower() in activity_words().promising


def going_on(noun: Token, scene: Scene) -> Iterator[Found]:
    """As in "discussed ongoing development projects with Viet Nam's support"."""
    words = activity_words()
    if noun.lemma_.lower() not in words.going_on or noun.dep_ == "compound" or not _goes_on(noun):
        return
    verb = grammar.governing_verb(noun)
    held = noun.lemma_.lower() in words.of_both and verb is not None and verb.lemma_ in _HOLDING
    spoken_of = verb is not None and (verb.lemma_.lower() in words.speaking_of or _is_talked_of(noun))
    spoken_of = spoken_of and not held
    if verb is None or not spoken_of or grammar.is_negated(verb) or not scene.actors.is_seated(noun.idx):
        return
    left, right = phrase_bounds(noun)
    giver, taker = _sides_of_project(noun, scene)
    both = scene.actors.table(noun.idx) if _is_of_both(noun) else ()
    if _is_ahead(noun):
        return
    if giver or len(both) == 2:
        yield Found(
            trigger=noun,
            left=left,
            right=right,
            rule=f"activity/going-on:{noun.lemma_}",
            provider=() if both else giver,
            recipient=() if both else taker,
            parties=both,
            why="named with what goes on",
        )


def _is_of_both(noun: Token) -> bool:
    """As in "the *joint* projects", "the regular *exercises* of the armed forces"."""
    joint = any(t.lower_ in {"joint", "bilateral", "combined", "both"} for t in noun.lefts)
    return joint or noun.lemma_.lower() in activity_words().of_both


def _is_ahead(noun: Token) -> bool:
    """As in "the *next* joint exercise", "projects *to be carried out*", "the exercise" that is held once."""
    words = activity_words()
    once = noun.lemma_.lower() in words.of_both and noun.tag_ != "NNS"
    if any(t.lower_ in words.ongoing - words.unsure for t in noun.subtree):
        return False
    told = noun.doc[noun.left_edge.i : noun.i + 4]
    return once or any(t.lower_ in words.not_yet or (t.tag_ == "TO" and t.i > noun.i) for t in told)


def _is_talked_of(noun: Token) -> bool:
    """As in "*discussions* on the ongoing projects", "talks *focused* on expediting the current projects"."""
    words = activity_words()
    return any(t.lemma_.lower() in words.talks | words.speaking_of for t in noun.ancestors)


def _goes_on(noun: Token) -> bool:
    """As in "the *current* projects", "the *progress* of the projects"."""
    words = activity_words()
    said = any(t.lower_ in words.ongoing for t in noun.subtree) or "under way" in grammar.phrase(noun).text
    return said or any(t.lower_ in words.state_of for t in noun.ancestors)


def _sides_of_project(noun: Token, scene: Scene) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Giver and taker: the party named with it gives, the home of the press or the other side takes."""
    home = scene.analysis.home
    mentions = scene.named(*phrase_bounds(noun))
    giver = unique(m.code for m in mentions if m.form != "capital" and m.code != home)
    if not giver and home:
        giver = scene.actors.others(noun.idx, (home,))
    taker = (home,) if home and home not in giver else scene.actors.others(noun.idx, giver)
    return giver, taker
