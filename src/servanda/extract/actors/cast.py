"""The people of a document as they are named and act, place by place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.extract.mentions import PersonInText

_WORD = re.compile(r"\w+")
_ALONE_AT_THE_TOP = frozenset({"president", "prime minister", "premier"})
"""Posts whose deputies hold another one."""


class Cast:
    """Who was named, and who acted, before a place of the document."""

    def __init__(self, people: list[PersonInText]) -> None:
        self._people = people
        self._acts: list[tuple[int, PersonInText]] = []
        self._pronouns: list[tuple[int, str, str]] = []

    def note_act(self, offset: int, name: str) -> None:
        """Tell that the person of that name acts at the character offset (told in order of the text)."""
        person = next((p for p in self._people if p.name == name), None)
        if person is not None:
            self._acts.append((offset, person))

    def note_pronoun(self, offset: int, gender: str, name: str) -> None:
        """Tell for whom "he" or "she" stands at the character offset (told in order of the text)."""
        self._pronouns.append((offset, gender, name))

    def called_otherwise(self, start: int, offset: int, gender: str) -> set[str]:
        """The names of those for whom pronouns of the other gender stand between the two offsets."""
        return {name for at, told, name in self._pronouns if start <= at < offset and told != gender}

    def acts(self) -> Iterator[int]:
        """The character offsets at which somebody acts."""
        return (start for start, _ in self._acts)

    def actor_at(self, offset: int) -> PersonInText | None:
        """Who acts by the word at the character offset."""
        return next((person for start, person in self._acts if start == offset), None)

    def named_before(self, offset: int) -> list[PersonInText]:
        """People named before the offset, the one named last first."""
        last: dict[str, tuple[int, PersonInText]] = {}
        for person in self._people:
            places = [m.start for m in person.mentions if m.start < offset]
            if places:
                last[person.name] = (max(places), person)
        return [p for _, p in sorted(last.values(), key=lambda pair: -pair[0])]

    def acted_before(self, offset: int) -> Iterator[PersonInText]:
        """People who acted before the offset, the one who acted last first."""
        return (person for start, person in reversed(self._acts) if start < offset)


def holds(person: PersonInText, posts: tuple[str, ...]) -> bool:
    """Whether the person's post or rank has one of the words: "minister" in "Deputy Defence Minister". A
    vice president is no president, a deputy prime minister no prime minister."""
    described = f"{person.post or ''} {person.rank or ''}".lower().replace("vice-", "vice ")
    words = [post.replace("vice-", "vice ") for post in posts]
    return any(_tells(_without_deputies(described, post), post) for post in words)


def _tells(described: str, post: str) -> bool:
    """Whether a post is told; "vice" is no part of "service"."""
    return (
        re.search(rf"\b{re.escape(post)}" if post.startswith("vice") else re.escape(post), described)
        is not None
    )


def _without_deputies(described: str, post: str) -> str:
    if post not in _ALONE_AT_THE_TOP:
        return described
    return described.replace(f"vice {post}", "").replace(f"deputy {post}", "")


def is_called(person: PersonInText, title: set[str]) -> bool:
    """Whether all words of the title are in the person's post: who is "the Defence Minister" beside a
    Secretary of Defence."""
    post = (person.post or "").lower().replace("defense", "defence")
    return {word.replace("defense", "defence") for word in title} <= set(_WORD.findall(post))
