"""Words that do not tell one engagement from another (data/resolving.yaml)."""

from __future__ import annotations

from functools import cache

import msgspec

from servanda.codebook.load import load_data


class ResolvingWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words in folded spelling, one space between two.

    function    words without content
    engagement  what people do when they meet
    mechanism   what a standing meeting is called
    undistinguished  words in what it is called that are of no name
    counterparts by which a report calls the one of the other side
    gatherings  what a gathering with a name is called; gathering_kinds: what stands before it
                where it is told without a name
    meals       what people eat together, apart from their talks
    talks       words of rules that read talks, whatever else their sentence tells
    ceremonies  beginnings of words that tell what a ceremony is held for, by kind
    company     who else than heads and ministers is met, by kind
    firm_heads  words before the name of a firm; firm_names: the last words of such names;
                no_firms: words in names that are not those of firms
    arms        words by which it is told of what arms they are that exercise, by arms
    drills      words of which an exercise is called that has no name of its own; patrols: of these, those
                of patrols; first_ever: by which it is the first, first_of: of something else only
    metropolises  towns and offices that lie in a larger city, by its name
    """

    function: str
    engagement: str
    mechanism: str
    undistinguished: frozenset[str]
    ceremonies: dict[str, tuple[str, ...]]
    company: dict[str, tuple[str, ...]]
    gatherings: tuple[str, ...]
    gathering_kinds: tuple[str, ...]
    counterparts: frozenset[str]
    meals: tuple[str, ...]
    talks: frozenset[str]
    firm_heads: tuple[str, ...]
    firm_names: tuple[str, ...]
    no_firms: frozenset[str]
    arms: dict[str, tuple[str, ...]]
    drills: frozenset[str]
    patrols: frozenset[str]
    first_ever: tuple[str, ...]
    first_of: tuple[str, ...]
    metropolises: dict[str, frozenset[str]]

    def generic(self) -> frozenset[str]:
        """All of them, each once."""
        return frozenset(self.function.split()) | frozenset(self.engagement.split())

    def mechanisms(self) -> frozenset[str]:
        """What standing meetings are called, each once."""
        return frozenset(self.mechanism.split())


@cache
def resolving_words() -> ResolvingWords:
    """The words of data/resolving.yaml."""
    return load_data("resolving.yaml", ResolvingWords)
