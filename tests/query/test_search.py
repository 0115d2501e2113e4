"""Search: words in documents and facts, whatever the user types."""

import pytest

from servanda.errors import UsageError
from servanda.query.search import search


def names(results):
    return {hit.document.name for hit in results.documents}


@pytest.mark.parametrize("words", ["nurses", "NURSES", "nurses morel", '"train nurses"'])
def test_documents_with_all_words_are_found(ledger, words):
    assert "visit" in names(search(ledger, words))


@pytest.mark.parametrize("words", ["đặng", "dang", "DANG VAN HAI", "Đặng Văn Hải"])
def test_diacritics_do_not_matter(ledger, words):
    assert names(search(ledger, words)) >= {"visit", "call"}
    assert {view.document for view in search(ledger, words).facts} >= {"visit", "call"}


def test_all_words_have_to_be_there(ledger):
    assert names(search(ledger, "nurses fiji")) == set()


def test_words_between_quotes_have_to_stand_together(ledger):
    assert names(search(ledger, '"morel praised"')) == {"call"}
    assert names(search(ledger, '"praised morel"')) == set()


def test_titles_count_even_where_the_text_does_not_have_them(ledger):
    (hit,) = search(ledger, "thuong khach").documents
    assert hit.document.name == "visit"
    assert hit.snippet is None


def test_the_best_comes_first(empty, press):
    press.add("aside", "Budget, roads, bridges and, once, hydrography. " + "More roads. " * 50)
    press.add("topic", "Hydrography. The hydrography of the hydrography office.")
    assert [hit.document.name for hit in search(empty, "hydrography").documents] == ["topic", "aside"]
    assert len(search(empty, "hydrography", limit=1).documents) == 1


def test_a_snippet_quotes_the_text_and_marks_the_words(ledger):
    (hit,) = (h for h in search(ledger, "nurses ambulances").documents if h.document.name == "call")
    text = ledger.document(hit.document.id).text
    span = hit.snippet.span
    assert text[span.start : span.end] == span.text
    assert [text[start:end] for start, end in hit.snippet.marks] == ["nurses", "ambulances"]


@pytest.mark.parametrize(
    "words",
    [
        '"',
        'nurses"',
        "nurses AND",
        "NOT nurses",
        "nurses*",
        "title:nurses",
        "NEAR(nurses)",
        "^nurses",
        "-nurses",
        "'; --",
    ],
)
def test_no_query_is_a_syntax_error(ledger, words):
    try:
        search(ledger, words)
    except UsageError as error:
        assert error.mend


def test_operators_are_words(ledger):
    assert names(search(ledger, "nurses OR fiji")) == set()
    assert names(search(ledger, "nurses*")) == {"visit", "call"}


@pytest.mark.parametrize("words", ["", "  ", "?!", '""'])
def test_nothing_to_search_for_is_refused(ledger, words):
    with pytest.raises(UsageError, match="no word"):
        search(ledger, words)


def test_what_was_corrected_away_is_not_found(ledger, press):
    press.add("forum", "Nobody attended.")
    assert names(search(ledger, "fiji")) == set()
    assert search(ledger, "fiji").facts == ()
