"""Verifying: every way in which a ledger can have been tampered with or spoilt is told."""

import zlib

import pytest

QUOTE = "signed nothing"


@pytest.fixture
def spoil(ledger, behind, make_document, make_fact):
    """A ledger with one fact, on which a statement is run behind its back; gives the problems found."""
    document, data = make_document()
    ledger.begin_read("rules 1").add(document, data, [make_fact(document, QUOTE)])
    assert ledger.check() == []

    def run(statement, *parameters):
        assert behind(statement, *parameters) == 1
        return " / ".join(f"{p.subject}: {p.problem}" for p in ledger.check())

    return run


def test_other_bytes_are_found(spoil):
    assert "hash differs" in spoil("UPDATE blobs SET compressed = ?", zlib.compress(b"forged"))


def test_bytes_that_cannot_be_unpacked_are_found(spoil):
    assert "cannot be unpacked" in spoil("UPDATE blobs SET compressed = ?", b"rot")


def test_a_changed_text_is_found_with_the_quotation_that_it_breaks(spoil):
    problems = spoil("UPDATE texts SET text = replace(text, 'nothing', 'it all')")
    assert "hash differs" in problems
    assert f"does not have '{QUOTE}'" in problems


def test_a_changed_fact_is_found(spoil):
    assert "does not say what its id" in spoil(
        "UPDATE facts SET content = replace(content, '\"VN\"', '\"CN\"')"
    )


def test_a_fact_that_is_no_fact_is_found(spoil):
    assert "cannot be decoded" in spoil('UPDATE facts SET content = \'{"kind":"rumour"}\'')


def test_moved_and_lost_quotations_are_found(spoil):
    assert "quotations differ" in spoil('UPDATE fact_spans SET start = start + 1, "end" = "end" + 1')
    assert "quotations differ" in spoil("DELETE FROM fact_spans")


def test_a_lost_document_is_found(spoil):
    assert "missing" in spoil("DELETE FROM versions")
