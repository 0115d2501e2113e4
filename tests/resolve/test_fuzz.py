"""Names that nobody bears: two of them are compared in bounded work, alike from either side."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from servanda.resolve.names import grade, liken, parse, plain, skeleton, spelling

BOUNDED = settings(max_examples=150, derandomize=True, deadline=None)
PIECES = st.sampled_from(
    ["Ana", "Reis", "van", "der", "bin", "Abu", "Al-Sisi", "Elsisi", "S.", "SPR", "Jr.", "III",
     "d/o", "a/l", "O’Neill", "Nguyễn", "Văn", "Đỗ", "Ё", "ß", "İ", "习近平", "ประยุทธ์", "محمد",
     "\u0301", "\u202e", "\0", "\ud800", "🕊️", "-", "'", "hhhhhh", "Zhzhzh", "aaaaaa", "x" * 300,
     "Ben", "Lal", "Kantha", "Lalkantha", "1", "²", " "]
)  # fmt: skip
NAMES = st.lists(PIECES, max_size=8).map(" ".join) | st.text(st.characters(), max_size=40)
PARTIES = st.sampled_from([None, "VN", "ID", "CN", "SA", "PT", "MM", "??", ""])


@BOUNDED
@given(NAMES, NAMES, PARTIES)
def test_two_names_are_likened_alike_from_either_side(a: str, b: str, party: str | None) -> None:
    first, second = parse(plain(a), party), parse(plain(b), party)
    assert liken(first, second) == liken(second, first)
    assert plain(plain(a)) == plain(a)
    for x in plain(a).split():
        assert spelling(x)
        skeleton(x)
        for y in plain(b).split():
            assert grade(x, y) == grade(y, x)


def test_of_a_name_of_hundreds_of_words_the_first_are_read() -> None:
    first, second = (parse(plain(" ".join(f"na{n}me" for n in range(size))), None) for size in (300, 400))
    assert len(first.parts) < 100
    assert liken(first, second).kind == "whole"
