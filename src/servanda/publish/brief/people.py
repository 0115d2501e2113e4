"""Who is who: people of both sides with the posts that documents give them, and when they do."""

from __future__ import annotations

from collections.abc import Iterable

from servanda.codebook.places import party_name
from servanda.ledger.rows import day_bounds
from servanda.model.facts import AnyFact, Person
from servanda.model.fold import fold_name
from servanda.publish.brief.material import Material
from servanda.publish.brief.parts import Block, Note, Row, Section, Table
from servanda.publish.dates import in_words
from servanda.publish.plain import plain
from servanda.query.views import PersonView, Post

_MOST = {True: 6, False: 4}
"""Of them, of us."""


def people(material: Material) -> Section:
    """Those of them and of us who were named last, by their last attested post."""
    mentions = {person.id: person.mentions for person in material.book.people}
    rows: list[Row] = []
    left = 0
    for party in (material.theirs, material.ours):
        own = sorted(_of(material.people, party), key=_rank, reverse=True)
        shown = own[: material.most(_MOST[party == material.theirs])]
        left += len(own) - len(shown)
        for person in shown:
            post = _last_post(person)
            facts = [mention.fact for mention in mentions.get(person.id, ())]
            refs = material.cite.cite(_telling(facts, person, post))
            rows.append(Row((plain(person.name), party_name(party), _office(post), _attested(post)), refs))
    columns = ("name", "party", "post", "attested")
    blocks: list[Block] = [Table(columns, tuple(rows), (4, 2, 7, 4))] if rows else []
    if left:
        blocks.append(Note(f"{left} more people of both sides are named in the documents."))
    return Section("People", tuple(blocks))


def _of(people: Iterable[PersonView], party: str) -> list[PersonView]:
    return [person for person in people if person.party == party and person.posts]


def _rank(person: PersonView) -> tuple[str, int, str]:
    return day_bounds(_last_post(person).last)[1] or "", len(person.documents), person.id


def _last_post(person: PersonView) -> Post:
    """The one that was attested last; without dates, the last that is told."""
    named = [post for post in person.posts if post.post] or list(person.posts)
    return max(enumerate(named), key=lambda each: (day_bounds(each[1].last)[1] or "", each[0]))[1]


def _office(post: Post) -> str:
    return plain(", ".join(part for part in (post.rank, post.post) if part))


def _attested(post: Post) -> str:
    if post.first is None or post.last is None:
        return "no date"
    return in_words(post.first if post.first == post.last else f"{post.first}/{post.last}")


def _telling(facts: Iterable[AnyFact], person: PersonView, post: Post) -> list[AnyFact]:
    """The first and the last fact that give the post."""
    said = [
        fact
        for fact in facts
        if isinstance(fact, Person)
        and fold_name(fact.post or "") == fold_name(post.post or "")
        and fold_name(fact.rank or "") == fold_name(post.rank or "")
        and fact.document in post.documents
    ]
    return [said[0], said[-1]] if said else []
