"""Characters that would act are taken out of what documents say, or marked where places must hold."""

import sys
import unicodedata

from servanda.publish.plain import plain, tame, undirected


def test_text_that_keeps_its_places_has_a_mark_for_what_would_act():
    given = "a\u202eb\x00c\nd\te\u2028f"
    assert tame(given) == "a\ufffdb\ufffdc\nd\te\ufffdf"
    assert len(tame(given)) == len(given)
    assert tame("Hà Nội") == "Hà Nội"


def test_marks_that_reorder_text_are_taken_out_everywhere():
    assert undirected("a\u202eb\u2066c\nd") == "abc\nd"
    assert plain(" a\u202eb\r\nc ") == "ab c"


def test_all_that_unicode_calls_a_control_a_separator_or_half_a_character_is_taken_out():
    none = {"Cc", "Cs", "Zl", "Zp"}
    acting = "".join(c for c in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(c) in none)
    assert plain(f"a{acting}\ufffe\uffffb") == "a b"
    assert set(tame(acting)) == {"\ufffd", "\n", "\t"}
    private = "".join(c for c in map(chr, range(0xE000, 0xF900)))
    assert plain(f"a{private}\u200bb") == f"a{private}\u200bb", "what does not act stays"
