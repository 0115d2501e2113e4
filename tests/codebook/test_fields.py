"""The fields of cooperation: all codes of the guidelines are there, and each one's words find its example."""

from __future__ import annotations

import pytest

from servanda.codebook.fields import Field, fields
from servanda.extract.fields import field_codes

DEFENCE = (
    "delegation-exchange strategic-dialogue training peacekeeping military-medicine defence-industry "
    "arms-trade maritime-security hydrography information-security counter-crime disaster-relief war-legacy "
    "military-exercise intelligence military-engineering"
)
CIVIL = (
    "trade-investment finance energy transport agriculture tourism education-culture science-technology "
    "health labour-migration environment governance development-aid diplomacy industry"
)


def test_the_codes_are_those_of_the_guidelines() -> None:
    by_group = {group: {f.code for f in fields() if f.group == group} for group in ("defence", "civil")}
    assert by_group == {"defence": set(DEFENCE.split()), "civil": set(CIVIL.split())}


def test_no_code_stands_twice() -> None:
    codes = [f.code for f in fields()]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("field", fields(), ids=lambda f: f.code)
def test_the_example_of_a_field_names_it_and_no_other(field: Field) -> None:
    assert field_codes(field.example) == (field.code,)


@pytest.mark.parametrize("field", fields(), ids=lambda f: f.code)
def test_a_field_is_defined_and_bounded(field: Field) -> None:
    assert field.definition.endswith(".")
    assert field.borderline
