"""What a mention of somebody who acts resolves to."""

from __future__ import annotations

import msgspec

from servanda.extract.mentions import PersonInText


class Actor(msgspec.Struct, frozen=True):
    """parties that act (empty: unknown), the person by name when one speaks, whether several parties act as
    one ("both sides"), and why we think so."""

    parties: tuple[str, ...] = ()
    person: str | None = None
    collective: bool = False
    why: str = ""

    @classmethod
    def of(cls, person: PersonInText, why: str) -> Actor:
        """A person who acts for his or her party."""
        return cls((person.party,) if person.party else (), person.name, False, why)


NOBODY = Actor()
"""An actor that cannot be told: it stays unknown, and is never a guess among several."""
