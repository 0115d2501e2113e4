"""Exercises that have a name: "Exercise Mosi II got under way", "trained in the exercise Falcon Eye"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec
from spacy.tokens import Token

from servanda.codebook.engagements import engagement_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.analysis import unique
from servanda.extract.clauses import is_repeated
from servanda.extract.engagement.called_off import called_off
from servanda.extract.engagement.looked_back import own_time
from servanda.extract.engagement.out import is_out
from servanda.extract.engagement.rounds import ordinal_of
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.ships import is_of_a_ship
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import lemma_of, participates, stands_behind
from servanda.extract.mentions import DateMention
from servanda.model.edtf import bounds

_NOUN = "exercise"
_ROMAN = re.compile(r"(?=[IVXL])(XL|L?X{0,4})(IX|IV|V?I{0,3})")
_YEAR = re.compile(r"20\d\d")
_PARTS = frozenset({"PROPN", "NUM"})
_COMING = frozenset({"follow", "debut"})
_DRILLS = frozenset({"drill", "manoeuvre", "maneuver", "wargame"})
_BRANCHES = frozenset(
    {"naval", "air", "marine", "defence", "defense", "guard", "coast", "pacific", "indo-pacific"}
)
_CALLED = frozenset({"call", "name", "dub", "codename", "code-name", "entitle", "designate", "christen"})
"""Verbs between "an exercise" and its name."""
_A_PAIR = 2
_SO_CALLED = frozenset(
    {"exercise", "exercises", "drill", "drills", "manoeuvres", "maneuvers", "-", "wargame"}
)
"""Words beside a name by which it is read already."""
_FRAMING = ("during", "at", "in", "since", "after", "on", "of", "from", "with", "to", "for", "before")
_BEFORE_IT = ("to", "for", "before")
"""Prepositions before an exercise told by the way: "the results |of| Exercise Otter in February"."""
_JOINTS = frozenset({"-", "of", "du", "de"})
"""What stands between the words of a name."""
_LONGEST = 5
"""Tokens of the longest name behind "Exercise"."""


def exercise_name(scene: Scene, noun: Token) -> tuple[int, int] | None:
    """The bounds of the name that goes with "exercise": "|Exercise Mosi II|", "the |Cobra Gold exercise|"."""
    if lemma_of(noun) in _DRILLS:
        return _named_drills(scene, noun)
    if lemma_of(noun) != _NOUN:
        return _numbered_name(scene, noun)
    if (known := _known_behind(noun)) is not None:
        return noun.i, known
    doc, right = noun.doc, noun.i
    while (
        right + 1 < len(doc)
        and right - noun.i < _LONGEST
        and (
            _goes_on(scene, doc[right + 1])
            or (right == noun.i and _is_named_as_a_town(scene, doc[right + 1]))
        )
    ):
        right += 1
        if right + 2 < len(doc) and doc[right + 1].lower_ in _JOINTS and _goes_on(scene, doc[right + 2]):
            right += 2  # "KHANJAR-XII", "Spears of Victory"
    if right > noun.i:
        return noun.i, right
    left = _name_before(scene, noun)
    return (left, right) if left < noun.i else None


def _is_named_as_a_town(scene: Scene, token: Token) -> bool:
    """ "Exercise |Milan|": a town stands nowhere else right behind the word."""
    mention = scene.analysis.party_of(token)
    return token.pos_ == "PROPN" and mention is not None and mention.form == "capital"


def _name_before(scene: Scene, noun: Token) -> int:
    """Where the name begins that ends with the noun, or stands before it: "|Cobra Gold| exercise"."""
    left = noun.i
    while left > 0 and noun.doc[left - 1].dep_ == "compound" and _goes_on(scene, noun.doc[left - 1]):
        left -= 1
    return left


def _named_drills(scene: Scene, noun: Token) -> tuple[int, int] | None:
    """ "the |Alon drills|": a name before them, and no force's."""
    left = _name_before(scene, noun)
    name = noun.doc[left : noun.i]
    of_forces = any(lemma_of(t) in scene.words.exercises.forces or t.lower_ in _BRANCHES for t in name)
    return (left, noun.i) if left < noun.i and not of_forces and noun.text.islower() else None


def _numbered_name(scene: Scene, noun: Token) -> tuple[int, int] | None:
    """ "took part in |UNITAS LXIV|", "kicked off |Balikatan 2024|": a name with its round in Roman numerals
    or its year, where ships or troops train, or two states begin or end it."""
    if noun.text[0].islower():
        return None
    if (known := _known_name(scene, noun)) is not None:
        return known
    if (year := _with_year(scene, noun)) is not None:
        return year
    told = _told_as_one(scene, noun) or _told_before(scene, noun)
    if told is not None:
        return told
    if (joined := _joined_by_forces(scene, noun)) is not None:
        return joined
    verb = grammar.governing_verb(noun) if _ROMAN.fullmatch(noun.text) and noun.dep_ == "pobj" else None
    subject = grammar.subject_of(verb) if verb is not None else None
    words, left = scene.words.exercises, noun.left_edge.i
    if verb is None or subject is None or left == noun.i:
        return None
    trains = lemma_of(verb) in words.training and lemma_of(subject) in words.ships | words.forces
    named = all(_goes_on(scene, t) and t.lower_ not in words.no_exercises for t in noun.doc[left : noun.i])
    return (left, noun.i) if trains and named else None


def _known_name(scene: Scene, noun: Token) -> tuple[int, int] | None:
    """ "observers at |Talisman Sabre|": a standing exercise, where the word does not stand beside it."""
    lengths = _known_by_last().get(noun.text)
    if lengths is None:
        return None
    doc, right = noun.doc, noun.i
    for length, name in lengths:
        left = right - length + 1
        if left < 0 or doc[left : right + 1].text != name:
            continue
        behind = doc[right + 1] if right + 1 < len(doc) else None
        if behind is not None and behind.pos_ in {"NUM", "PROPN"} and _goes_on(scene, behind):
            right += 1  # "Talisman Sabre 2025"
        around = (doc[max(0, left - 1)], doc[min(right + 1, len(doc) - 1)])
        # but of "this year's Balikatan |exercise| off Palawan" the parser makes a verb
        beside = {t.lower_ for t in around if t.tag_ != "VBP"}
        return None if beside & _SO_CALLED else (left, right)
    return None


def _known_behind(noun: Token) -> int | None:
    """Where a standing exercise's name ends behind the word: "Exercise Bersama |Lima|"."""
    for last in noun.doc[noun.i + 1 : noun.i + 1 + _LONGEST]:
        for length, name in _known_by_last().get(last.text, ()):
            if last.i - length == noun.i and noun.doc[noun.i + 1 : last.i + 1].text == name:
                behind = last.nbor() if last.i + 1 < len(noun.doc) else last
                return last.i + (behind.text.isdigit() and behind.i > last.i)
    return None


@cache
def _known_by_last() -> dict[str, list[tuple[int, str]]]:
    """The names of standing exercises by their last token, the longest first, with their number of tokens."""
    found: dict[str, list[tuple[int, str]]] = {}
    for name in sorted(engagement_words().exercises.known, key=len, reverse=True):
        parts = name.replace("-", " - ").split()
        found.setdefault(parts[-1], []).append((len(parts), name))
    return found


def _told_as_one(scene: Scene, noun: Token) -> tuple[int, int] | None:
    """ "concluded |Medusa 12|, a week-long war game", "an exercise called |Otter|": a name that is said to be
    one of an exercise."""
    if noun.pos_ not in _PARTS or not noun.text[0].isupper():
        return None
    behind = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    right = noun.i + (behind.pos_ == "NUM" and behind.text.isdigit())
    said = any(c.dep_ == "appos" and _is_exercise(scene, c) for t in (noun, behind) for c in t.children)
    called = noun.dep_ in {"oprd", "dobj"} and noun.head.dep_ == "acl" and lemma_of(noun.head) in _CALLED
    if not said and not (called and _is_exercise(scene, noun.head.head)):
        return None
    left = _name_before(scene, noun)
    if left > 1 and noun.doc[left - 1].text == "-" and _goes_on(scene, noun.doc[left - 2]):
        return left - 2, right  # "Khanjar-XI"
    return (left, right) if all(_goes_on(scene, t) for t in noun.doc[left : right + 1]) else None


def _told_before(scene: Scene, noun: Token) -> tuple[int, int] | None:
    """ "The first |Blue Otter|, held in Porto in 2019", where the text tells of "Exercise Blue Otter": a name
    of two words or more, with its number."""
    left = _name_before(scene, noun)
    if left == noun.i or noun.pos_ != "PROPN" or "xercise" not in scene.analysis.text:
        return None
    if noun.doc[left - 1].lower_ in _SO_CALLED or ordinal_of(noun) is None:
        return None
    return (left, noun.i) if f"xercise {noun.doc[left : noun.i + 1].text}" in scene.analysis.text else None


def _joined_by_forces(scene: Scene, noun: Token) -> tuple[int, int] | None:
    """ "forty soldiers took part in |Talisman Sabre|": a name of two words or more, of no war or games."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "in" or noun.pos_ != "PROPN":
        return None
    verb = noun.head.head.head if lemma_of(noun.head.head) == "part" else noun.head.head
    if not participates(verb):
        return None
    subject, words, left = grammar.subject_of(verb), scene.words.exercises, _name_before(scene, noun)
    if subject is None or lemma_of(subject) not in words.ships | words.forces or left == noun.i:
        return None
    name = noun.doc[left : noun.i + 1]
    named = all(_goes_on(scene, t) and t.lower_ not in words.no_exercises for t in name)
    return (left, noun.i) if named and noun.text not in scene.words.mechanisms else None


def _is_exercise(scene: Scene, noun: Token) -> bool:
    """ "an annual exercise", "a week-long war |game|"."""
    game = lemma_of(noun) == "game" and any(t.lower_ == "war" for t in noun.lefts)
    return game or scene.words.noun_type(lemma_of(noun)) == "exercise"


def _with_year(scene: Scene, noun: Token) -> tuple[int, int] | None:
    behind = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    verb = noun.head if noun.dep_ in {"dobj", "nsubj", "nsubjpass"} else None
    if verb is None or noun.pos_ != "PROPN" or not _YEAR.fullmatch(behind.text):
        return None
    left = _name_before(scene, noun)
    if noun.left_edge.i != left:
        return None
    subject = grammar.subject_of(verb)
    two = subject is not None and len(scene.actors.resolve(subject).parties) > 1
    if noun.dep_ in {"nsubj", "nsubjpass"} and (noun.text.isupper() or _is_told_as_exercise(scene, noun)):
        two = len(scene.actors.table(noun.idx)) > 1
    if noun.dep_ in {"nsubj", "nsubjpass"} and left < noun.i:
        forces = any(lemma_of(t) in scene.words.exercises.forces for t in verb.subtree)
        two = forces and len({m.code for m in scene.parties_in_sentence(noun) if is_state(m.code)}) > 1
    holds = lemma_of(verb) in scene.words.exercises.conducting
    return (left, behind.i) if two and holds and _goes_on(scene, noun) else None


def _is_told_as_exercise(scene: Scene, noun: Token) -> bool:
    """ "|Otter| 2024 wound up", where the text tells of "Exercise Otter" or "the exercise Otter"."""
    return f"xercise {noun.text}" in scene.analysis.text


def _goes_on(scene: Scene, token: Token) -> bool:
    """A part of the name: no state, nobody's name, and no number by itself."""
    # "DOSTI-17", which the parser takes for a noun
    numbered = token.text.isupper() and token.text[-1].isdigit()
    if not numbered and (token.pos_ not in _PARTS or not (token.text[0].isupper() or token.text.isdigit())):
        return False
    return scene.analysis.party_of(token) is None and scene.analysis.person_of(token) is None


def named_exercise(scene: Scene, noun: Token) -> Iterator[Sighting]:
    """The exercise of a name, in a clause that says that it takes place or who takes part."""
    name = exercise_name(scene, noun)
    if name is None:
        return
    root = _edition_of(scene, noun.doc[name[0] : name[1] + 1].root)
    told = (_verb_of(root), _clause_on(root, name[1]))
    verb = next((v for v in told if v is not None and (_takes_place(scene, v) or _comes(root, v))), None)
    verb = verb or next((v for v in told if v is not None and _do_something_in_it(scene, root, v)), None)
    if verb is None:
        yield from _in_passing(scene, noun, name)
        return
    if "xercise" not in noun.sent.text and any(c.dep_ == "attr" for c in verb.children):
        return  # "Otter was a great success"
    if _is_habit(verb) or is_out(scene.words.course, verb):
        return
    sides = _sides(scene, noun, verb, name)
    left, right = scene.clause(verb, grammar.subject_of(verb))
    telling = Telling(noun, min(left, name[0]), max(right, name[1]), verb)
    sighting = make(scene, "exercise", f"exercise-named:{lemma_of(verb)}", telling)
    series = _called(scene, noun.doc[name[0] : name[1] + 1].text)
    yield msgspec.structs.replace(sighting, parties=sides, people=(), series=series)


def named_exercise_off(scene: Scene, noun: Token) -> Iterator[Sighting]:
    """The exercise of a name that is told to be called off or put off: "Exercise Otter was cancelled"."""
    name = exercise_name(scene, noun)
    root = None if name is None else _edition_of(scene, noun.doc[name[0] : name[1] + 1].root)
    if name is None or root is None:
        return
    for told in called_off(scene, root, _verb_of(root), "exercise"):
        series = _called(scene, noun.doc[name[0] : name[1] + 1].text)
        yield msgspec.structs.replace(told, series=series, people=())


def _in_passing(scene: Scene, noun: Token, name: tuple[int, int]) -> Iterator[Sighting]:
    """ "the welcome during |Exercise Otter in February|": one that was held, by the two at the table."""
    root = noun.doc[name[0] : name[1] + 1].root
    time = own_time(scene, root)
    framed = stands_behind(root, *_FRAMING) or ordinal_of(root) is not None or _is_spoken_of(scene, root)
    pair = scene.actors.pair(noun.idx)
    named = [code for code in _named_beside(scene, noun, name) if is_state(code)]
    if time is None or not framed or len(pair) < _A_PAIR or not set(named) <= set(pair):
        return
    ahead = _is_ahead(scene, time)
    if stands_behind(root, *_BEFORE_IT) and not ahead:
        return  # "preparations for Exercise Otter in May": which May is not told
    right = next((t.i for t in reversed(noun.doc[name[1] : noun.sent.end]) if t.idx < time.end), name[1])
    told = make(scene, "exercise", "in-passing:exercise", Telling(noun, name[0], right))
    series = _called(scene, noun.doc[name[0] : name[1] + 1].text)
    yield msgspec.structs.replace(
        told, parties=pair, people=(), series=series, status="planned" if ahead else "held"
    )


def _is_spoken_of(scene: Scene, root: Token) -> bool:
    """ "praised |Exercise Otter in May|", "thanked for the course and |Exercise Otter in May|"."""
    verb = grammar.governing_verb(root)
    if root.dep_ not in {"dobj", "conj"} or verb is None or lemma_of(verb) in scene.words.course.wishing:
        return False
    return not is_out(scene.words.course, verb)


def _is_ahead(scene: Scene, time: DateMention) -> bool:
    """Whether the report was published before it."""
    told = (time.past, scene.analysis.document.published)
    then, now = (bounds(value) if value else None for value in told)
    return then is not None and now is not None and then[0] > now[1]


def _named_beside(scene: Scene, noun: Token, name: tuple[int, int]) -> tuple[str, ...]:
    """The parties that the sentence names, but in the name: "Exercise |Milan|"."""
    start, end = grammar.text_between(noun.doc, *name)
    return unique(m.code for m in scene.parties_in_sentence(noun) if not start <= m.start < end)


def _edition_of(scene: Scene, root: Token) -> Token:
    """ "the 12th |edition| of Exercise Otter" in its stead."""
    if root.head.dep_ == "acl" and lemma_of(root.head) in _CALLED:
        return root.head.head  # "an exercise called Otter"
    above = root.head.head if stands_behind(root, "of") else root
    return above if lemma_of(above) in scene.words.exercises.editions else root


def _clause_on(root: Token, last: int) -> Token | None:
    """ "Exercise X, which the two forces |conducted| in August", "Exercise X |held| in May"; "held" right
    behind the name goes with it, whatever the parser hangs it on."""
    on_noun = (c for c in root.children if c.dep_ in {"relcl", "acl"} and c.pos_ == "VERB")
    behind = last + 1
    behind += behind < root.sent.end and root.doc[behind].text == ","
    held = root.doc[behind] if behind < root.sent.end else root
    told = held if held.tag_ == "VBN" and held.dep_ in {"acl", "advcl"} else None
    return next(on_noun, told)


def _verb_of(root: Token) -> Token | None:
    """The verb in whose clause the name stands, also as "while Exercise X is going on"."""
    return root if root.pos_ in {"VERB", "AUX"} else grammar.governing_verb(root)


def _takes_place(scene: Scene, verb: Token) -> bool:
    """Not "discussed Exercise X": only a verb of taking place or taking part tells of the exercise."""
    back = any(c.lower_ == "back" for c in verb.children)  # "goes back to the exercises of 1993"
    return lemma_of(verb) in scene.words.exercises.telling and not back


def _comes(root: Token, verb: Token) -> bool:
    """ "A first Exercise Otter |followed| in August", "Exercise Otter |made its debut|", "was |born|": the
    exercise does so itself, and follows nothing that is told."""
    things = grammar.objects_of(verb)
    if root.dep_ == "nsubjpass" and verb.lower_ == "born":
        return True
    if root.dep_ != "nsubj" or verb.tag_ != "VBD":
        return False
    debut = lemma_of(verb) == "make" and any(lemma_of(c) == "debut" for c in things)
    return debut or (lemma_of(verb) in _COMING and not things)


def _called(scene: Scene, name: str) -> str:
    """ "Exercise Otter" of "Otter", where the text calls it so elsewhere."""
    return f"Exercise {name}" if f"xercise {name}" in scene.analysis.text and "xercise" not in name else name


def _do_something_in_it(scene: Scene, root: Token, verb: Token) -> bool:
    """ "HMS Somerset |fired| a missile |during Exercise Aegir|", "|in the course of| it": ships or forces,
    whatever they do in it."""
    framed = stands_behind(root, "during", "in", "under")
    framed = framed or (
        stands_behind(root, "of") and lemma_of(root.head.head) in {"course", "part", "frame", "framework"}
    )
    subject = grammar.subject_of(verb) if framed else None
    if subject is None or verb.pos_ != "VERB":
        return False
    return is_of_a_ship(scene, subject) or lemma_of(subject) in scene.words.exercises.forces


def _is_habit(verb: Token) -> bool:
    """ "hold Exercise X year after year": cooperation going on, no single exercise."""
    return verb.tag_ in {"VBP", "VBZ"} and is_repeated(verb)


def _takes_others_in(verb: Token) -> bool:
    """ "Exercise Otter, in which Danes |take part as well|", "|also joined| by Danes": besides the two of
    whom it is told."""
    if verb.dep_ not in {"relcl", "acl"}:
        return False
    beside = {t.lower_ for t in verb.subtree if t.dep_ == "advmod"}
    return bool(beside & {"also", "too", "well"}) and (participates(verb) or lemma_of(verb) == "join")


def _sides(scene: Scene, noun: Token, verb: Token, name: tuple[int, int]) -> tuple[str, ...]:
    """The parties named in the sentence, with the one that acts; else those at the table."""
    named = _named_beside(scene, noun, name)
    acting = scene.actors.resolve(grammar.subject_of(verb)).parties
    sides = unique([*named, *acting])
    if _takes_others_in(verb):
        sides = unique([*scene.actors.pair(noun.idx), *sides])
    if len(sides) > 1:
        return sides
    at, pair = scene.actors.table(noun.idx), scene.actors.pair(noun.idx)
    before = {m.code for m in scene.analysis.parties_in(0, noun.idx)}
    return at or (pair if set(sides) <= set(pair) <= before else ())
