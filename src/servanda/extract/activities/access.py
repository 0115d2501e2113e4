"""What one side has opened to the goods and people of the other: "New Zealand has allowed imports of Peruvian
limes", "opened its market to", "lifted its ban on", "abolished visas for Peruvian tourists"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.activities.scene import Found, Scene, clause_with
from servanda.extract.analysis import unique


def opened_to_them(verb: Token, scene: Scene) -> Iterator[Found]:
    """A market or a border of one of the two at the table that was opened to what comes from the other."""
    thing = what_is_opened(verb)
    if thing is None or grammar.is_negated(verb):
        return
    pair = scene.actors.pair(verb.idx)
    left, right = clause_with(verb, grammar.subject_of(verb) or thing)
    named = unique(m.code for m in scene.named(left, right) if is_state(m.code))
    if len(pair) != 2 or not set(named) <= set(pair):
        return
    taker = _whose_goods(verb, thing, scene)
    giver = () if grammar.is_passive(verb) else scene.doer(verb).parties
    giver = giver or scene.other_of_pair(verb, taker)
    if len(giver) == len(taker) == 1 and {*giver, *taker} == set(pair):
        rule, why = f"activity/access:{verb.lemma_.lower()}", "open to what comes from the other side"
        yield Found(trigger=verb, left=left, right=right, rule=rule, why=why, provider=giver, recipient=taker)


def what_is_opened(verb: Token) -> Token | None:
    """The market of "opened its *market* to", the *ban* that was lifted."""
    opens = activity_words().access.get(verb.lemma_.lower())
    if opens is None:
        return None
    subject = grammar.subject_of(verb)
    things = [subject] if grammar.is_passive(verb) else grammar.objects_of(verb)
    return next((t for t in things if t is not None and t.lemma_.lower() in opens), None)


def _whose_goods(verb: Token, thing: Token, scene: Scene) -> tuple[str, ...]:
    """Peru of "imports of *Peruvian* limes", "its market to *Peruvian* limes", "visas for *Peruvians*"."""
    near = grammar.prep_objects(thing, "of", "on", "for", "to", "from")
    near += grammar.prep_objects(verb, "to", "for", "from")
    near += [t for n in near for t in grammar.prep_objects(n, "from", "of")]
    named = (m for t in near for m in scene.named(t.left_edge.i, t.i))
    return unique(m.code for m in named if is_state(m.code))
