"""What a mention resolves to."""

from __future__ import annotations

import pytest

from servanda.extract.actors import NOBODY, Actor
from servanda.extract.mentions import PersonInText


@pytest.mark.parametrize(("party", "parties"), [("NO", ("NO",)), (None, ())])
def test_a_person_acts_for_the_party_that_is_known(party, parties) -> None:
    person = PersonInText(name="Ola Hansen", rank=None, post=None, party=party, gender="m", mentions=())
    assert Actor.of(person, "named") == Actor(parties, "Ola Hansen", False, "named")


def test_nobody_has_no_party_and_no_name() -> None:
    assert NOBODY.parties == ()
    assert NOBODY.person is None
