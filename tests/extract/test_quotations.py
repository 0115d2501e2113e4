"""Words in quotation marks, and who says them."""

from __future__ import annotations

import pytest

from servanda.extract.parse import load_parser
from servanda.extract.quotations import attribution, heads_line, is_quoted

_MEETING = "President Reis of Portugal met President Lind of Sweden.\n\n"


@pytest.fixture(scope="module")
def parse():
    return load_parser()


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ('"We agree," Lund said. "We shall sign it."', "said"),
        ('Lund told reporters: "We shall sign it."', "told"),
        ("“We shall sign it,” added Lund.", "added"),
        ('Lund spoke frankly about the treaty: "We shall sign it."', "spoke"),
        ('Lund spoke in Oslo. Nobody knows whose words these are. "We shall sign it."', None),
        ('Lund said so.\n\n"We shall sign it."', None),
        ('"We shall sign what he said."', None),
    ],
)
def test_who_is_quoted_stands_outside_the_marks_in_the_same_paragraph(
    parse, text: str, verb: str | None
) -> None:
    word = next(t for t in parse(text) if t.text in {"sign"})
    found = attribution(word)
    assert is_quoted(word)
    assert (found.text if found is not None else None) == verb


def test_far_into_a_long_line_the_head_of_the_text_does_not_open_it(parse) -> None:
    text = 'Kari Lund, Minister: "Ties are strong."\n' + "Portugal met Sweden. " * 300 + '"We agree."'
    last = next(t for t in reversed(list(parse(text))) if t.text == "agree")
    assert heads_line(last) is None


def test_nothing_is_quoted_before_or_behind_the_marks(parse) -> None:
    doc = parse('He said "yes" and left.')
    assert [t.text for t in doc if is_quoted(t)] == ["yes", '"']


@pytest.mark.parametrize(
    ("said", "content"),
    [
        ('"We are grateful to Portugal for its help," Lind said.', "grateful to Portugal for its help"),
        (
            '"The visit went well," Lind said. "Portugal is an important partner."',
            "Portugal is an important partner",
        ),
    ],
)
def test_what_a_quotation_values_is_of_whom_is_quoted(read, said: str, content: str) -> None:
    found = [f for f in read(_MEETING + said) if f.kind == "assessment"]
    assert [(f.holder, f.by) for f in found if f.content == content] == [(("SE",), "Lind")]


def test_what_a_quotation_promises_is_of_whom_is_quoted(read) -> None:
    found = read(_MEETING + '"We will train Portuguese pilots," Lind told reporters.')
    assert [(f.act, f.speaker) for f in found if f.kind == "commitment"] == [("pledge", ("SE",))]


def test_a_quotation_of_nobody_known_is_nothing(read) -> None:
    found = read(_MEETING + '"Portugal is an important partner. We are grateful."')
    assert [f for f in found if f.kind == "assessment"] == []
