"""What came of it, told of the thing or the people themselves: "The wharf, rebuilt by Australia, was opened",
"A Norwegian company has joined the battle group in Rukla", "The last Indian personnel have left"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.activities.delivery import is_at_home
from servanda.extract.activities.scene import Found, Scene, clause_with
from servanda.extract.analysis import unique
from servanda.extract.goods import goods_in
from servanda.extract.mentions import PartyMention

_Sides = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""Who gives, who takes, and the two where it is not told which."""
_SOURCE = frozenset({"by", "from", "under", "through"})
_WHERE = frozenset({"in", "at", "to", "for", "on", "near", "with"})
_TOLD, _OWNED = 2, 1
"""That the giver is told to be one ("built by Japan"), that the thing is called by it ("Finnish guns")."""


def outcome(verb: Token, scene: Scene) -> Iterator[Found]:
    """As in "The harbour, built by India, was commissioned on Saturday"; things, works and forces of one
    side that have reached, stand in, or have left the other."""
    lemma, words = verb.lemma_.lower(), activity_words()
    passive = grammar.is_passive(verb)
    if lemma not in (words.reported_of_things if passive else words.done_by_things) or not _is_whole(verb):
        return
    subject = grammar.subject_of(verb)
    thing = _thing(grammar.relative_antecedent(subject)) if subject is not None else None
    if thing is None or not _is_outcome(thing, verb):
        return
    left, right = clause_with(verb, subject)
    if any(t.lemma_.lower() in words.elsewhere_told for t in verb.doc[left : right + 1]):
        return
    named = scene.named(left, right)
    ranked = [(m.code, _rank(m, verb, thing)) for m in named if _can_give(m)]
    told = unique(code for code, rank in ranked if rank == _TOLD)
    owned = unique(code for code, rank in ranked if rank == _OWNED)
    giver = told or (owned if _belongs_to_giver(thing) else ()) or _its_owner(thing, scene)
    both = told if len(told) > 1 else _either_side(thing, named)
    if len(both) > 1 and set(both) == set(scene.actors.pair(verb.idx)):
        yield _found(verb, (left, right), ((), (), both))
        return
    taker = unique(m.code for m in named if is_state(m.code) and m.code not in giver)
    if passive and not giver and lemma in words.handing_back:
        to = (scene.analysis.party_of(t) for t in grammar.prep_objects(verb, "to"))
        taker = unique(m.code for m in to if m is not None)
        giver = scene.actors.others(verb.idx, taker) if taker else ()
    if not taker and giver:
        taker = scene.other_of_pair(verb, giver) or scene.other_side(verb, giver)
    if _is_told_of(giver, taker, verb, scene):
        left = min(left, thing.left_edge.i) if thing.sent == verb.sent else left
        yield _found(verb, (left, right), (giver, taker, ()))


def opened(verb: Token, scene: Scene) -> Iterator[Found]:
    """As in "The US Army *inaugurated* its first garrison in Poland": what one side opens with the other."""
    lemma, words = verb.lemma_.lower(), activity_words()
    if lemma not in words.opening or grammar.is_passive(verb) or not _is_whole(verb):
        return
    objects = [o for o in grammar.objects_of(verb) if o.lemma_.lower() in words.missions | words.posts]
    giver = scene.doer(verb).parties if objects else ()
    if len(giver) != 1:
        return
    left, right = clause_with(verb, grammar.doer_of(verb))
    places = [*grammar.prep_objects(verb, "in"), *(t for o in objects for t in grammar.prep_objects(o, "in"))]
    places += [t for n in (verb, *objects) for t in grammar.prep_objects(n, "at")]
    where = (scene.named(t.left_edge.i, t.right_edge.i) for t in places)
    taker = unique(m.code for named in where for m in named if is_state(m.code) and m.code not in giver)
    if _is_told_of(giver, taker, verb, scene):
        yield _found(verb, (left, right), (giver, taker, ()))


def _found(verb: Token, words: tuple[int, int], sides: _Sides) -> Found:
    return Found(
        trigger=verb,
        left=words[0],
        right=words[1],
        rule=f"activity/outcome:{verb.lemma_.lower()}",
        why="what it came to, told of the thing",
        provider=sides[0],
        recipient=sides[1],
        parties=sides[2],
    )


def _its_owner(thing: Token, scene: Scene) -> tuple[str, ...]:
    """The US of "*its* embassy opened", told of the United States."""
    owner = next((c for c in thing.children if c.dep_ == "poss" and c.lower_ in {"its", "their"}), None)
    mission = thing.lemma_.lower() in activity_words().missions
    return scene.actors.resolve(owner).parties if owner is not None and mission else ()


def _either_side(thing: Token, named: list[PartyMention]) -> tuple[str, ...]:
    """The two of "a crossing between Mexico and Guatemala": works at which both have a part."""
    between = {t.i for t in thing.subtree if t.lower_ == "between"}
    codes = unique(m.code for m in named if is_state(m.code))
    return codes if between and len(codes) > 1 and thing.lemma_.lower() in activity_words().works else ()


def _is_whole(verb: Token) -> bool:
    """A clause of its own, or one that tells of the thing: no "to be opened", "after it arrived"."""
    return verb.dep_ in {"ROOT", "conj", "ccomp", "relcl", "acl"} or verb.head.dep_ == "ROOT"


def _thing(subject: Token) -> Token:
    """The boats of "a first pair of *boats*", the vessel of "P71, an Italian-made *vessel*"."""
    if subject.lemma_.lower() in activity_words().measures:
        return next(iter(grammar.prep_objects(subject, "of")), subject)
    if subject.pos_ == "PROPN":
        return next((c for c in subject.children if c.dep_ == "appos"), subject)
    return goods_in(subject)


def _is_outcome(thing: Token, verb: Token) -> bool:
    """Whether the verb tells of such a thing that cooperation came to something. Ships and aircraft go on
    visits, and officers too: these have to be told to be given."""
    words, kind, lemma = activity_words(), thing.lemma_.lower(), verb.lemma_.lower()
    if lemma == "be":
        return _is_in_a_state(verb) and (kind in words.works | words.missions or words.is_goods(kind))
    if lemma in words.taking_in and not grammar.is_passive(verb):
        taken = any(o.lemma_.lower() in words.taken_by_works for o in grammar.objects_of(verb))
        return taken and kind in words.works | words.missions
    if lemma in words.travelling:
        visiting = kind in words.moving | words.visiting_people and not _is_handed_out(thing)
        visiting = visiting and lemma not in words.leaving
        return not visiting and (words.is_goods(kind) or kind in words.forces)
    return kind in words.works | words.missions | words.forces or words.is_goods(kind)


def _is_in_a_state(verb: Token) -> bool:
    """As in "is *open* again", "is in *use*", "are *in Ukraine*"."""
    states = activity_words().in_a_state
    told = [c for c in verb.children if c.dep_ in {"acomp", "attr", "advmod"}]
    if any(c.lower_ in states for c in (*told, *grammar.prep_objects(verb, "in", "on", "at"))):
        return not grammar.is_negated(verb)
    return False


def _is_handed_out(thing: Token) -> bool:
    words = activity_words()
    given = (c for c in thing.children if c.dep_ in {"acl", "relcl"})
    made = any(t.lower_ in words.made_by for t in thing.lefts)
    above = thing.head.head if thing.dep_ == "pobj" else thing
    counted = any(t.lower_ in words.counting for t in (*thing.lefts, *above.lefts))
    return made or counted or any(c.lemma_.lower() in words.giving | words.building for c in given)


def _belongs_to_giver(thing: Token) -> bool:
    """Goods, forces and missions are called after who gives or sends them; works after where they stand."""
    words, kind = activity_words(), thing.lemma_.lower()
    return kind in words.forces | words.missions | words.moves or (
        kind in words.gifts and kind not in words.works
    )


def _can_give(mention: PartyMention) -> bool:
    return mention.form != "capital" and (is_state(mention.code) or mention.form == "body")


def _rank(mention: PartyMention, verb: Token, thing: Token) -> int:
    """Whether the party is told to give, or the thing is called by it."""
    span = verb.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None:
        return 0
    own, words = span.root, activity_words()
    after = verb.doc[own.i + 1 : own.i + 3].text.lower().replace("-", " ").split()
    if any(word in words.made_by for word in after) and own.i < thing.i:
        return _TOLD
    node = own
    while node.head != node and node != verb:
        above = node.head
        by = node.dep_ == "agent" or (node.dep_ == "prep" and node.lower_ in _SOURCE)
        if by and not (node.lower_ == "from" and verb.lemma_.lower() in words.leaving):
            return _TOLD
        if above.lemma_.lower() in words.presents and node.dep_ in {
            "poss",
            "amod",
            "compound",
            "prep",
            "nmod",
        }:
            return _TOLD
        if node.dep_ == "nsubj" and above.dep_ in {"relcl", "acl"} and above != verb:
            return _TOLD if above.lemma_.lower() in words.giving | words.building | words.vowing else 0
        if above == thing and (node.dep_ in {"amod", "compound", "nmod", "poss"} or node.lower_ == "of"):
            return _OWNED
        mended = above.dep_ == "acl" and above.lemma_.lower() in words.building
        if mended and node.dep_ == "prep" and node.lower_ == "in":
            return _TOLD  # "repaired in the Emirates"
        if node.dep_ in {"relcl", "acl"} or (node.dep_ == "prep" and node.lower_ in _WHERE):
            return 0
        node = above
    return 0


def _is_told_of(giver: tuple[str, ...], taker: tuple[str, ...], verb: Token, scene: Scene) -> bool:
    """One side on either hand, and the two are those of whom the document tells."""
    told = {*scene.actors.main, *scene.actors.frame(verb.idx)}
    if not len(giver) == len(taker) == 1 or giver == taker or is_at_home(verb, giver, scene):
        return False
    return {*giver, *taker} <= told
