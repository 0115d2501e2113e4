"""Folding: what people type without marks is what stands in the documents with them."""

import unicodedata

import pytest

from servanda.model.fold import fold, fold_name, fold_words


@pytest.mark.parametrize(
    ("written", "typed"),
    [("Phạm", "pham"), ("ĐÀ NẴNG", "da nang"), ("Régis", "regis"), ("Łódź", "lodz"), ("Straße", "strasse")],
)
def test_diacritics_and_capitals_do_not_matter(written, typed):
    assert fold(written) == fold(unicodedata.normalize("NFD", written)) == typed


def test_punctuation_parts_words():
    assert fold_words("Jean-Yves  O'Brien, “Đỗ”") == ["jean", "yves", "o", "brien", "do"]


def test_a_name_is_found_by_whole_words_only():
    assert " vinh " in fold_name("Nguyễn Chí Vinh")
    assert " vin " not in fold_name("Nguyễn Chí Vinh")
