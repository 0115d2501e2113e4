"""Whose a name is: the register tells states for a full name, a shorter form of it, or a family name."""

from __future__ import annotations

import pytest

from servanda.codebook.load import load_data
from servanda.codebook.office_holders import states_of
from servanda.codebook.places import is_state


@pytest.mark.parametrize(
    ("name", "states"),
    [
        ("Emmanuel Macron", {"FR"}),
        ("Macron", {"FR"}),
        ("Nguyễn Xuân Phúc", {"VN"}),
        ("Nguyen Xuan Phuc", {"VN"}),
        ("Xi", {"CN"}),
        ("Naledi Pandor", {"ZA"}),
        ("Recep Erdogan", {"TR"}),
    ],
)
def test_a_name_tells_the_state_of_its_office(name: str, states: set[str]) -> None:
    assert states_of(name.split()) == states


@pytest.mark.parametrize("name", ["", "Emmanuel", "Emmanuel Laurent", "Bin", "Mohammed bin", "Xi Macron"])
def test_given_names_small_words_and_mixtures_tell_nothing(name: str) -> None:
    assert not states_of(name.split())


def test_every_holder_is_of_a_state_and_has_a_full_name() -> None:
    register = load_data("office_holders.yaml", dict[str, tuple[str, ...]])
    assert all(is_state(state) for state in register)
    assert all(len(name.split()) > 1 for names in register.values() for name in names)
    assert all(len(set(names)) == len(names) for names in register.values())
