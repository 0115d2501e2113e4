"""Which document a text belongs to; what was current after an earlier read, whatever was read since."""

import random

import pytest

from servanda.ledger import Added
from servanda.query.documents import documents

PLAN = "Japan and the Philippines will sign a Reciprocal Access Agreement in Manila."
SIGNED = "Japan and the Philippines signed a Reciprocal Access Agreement in Manila on 8 July 2024."
OTHER = "Japan and Australia signed a Reciprocal Access Agreement on 6 January 2022."


@pytest.fixture
def read(ledger, make_document, make_fact):
    """Reads documents, each given as its name, text and the quotation of its fact, in one run."""

    def run(*documents, extractor="rules 1"):
        reading = ledger.begin_read(extractor)
        for name, text, quote in documents:
            document, data = make_document(text, name)
            reading.add(document, data, [make_fact(document, quote)])
        reading.finish()
        return reading.number

    return run


@pytest.fixture
def quoted(ledger):
    """The quotations of the facts that were current after a read."""
    return lambda until=None: {
        mention.quotation for entry in ledger.resolution(until).entries for mention in entry.mentions
    }


def test_later_documents_are_left_out(read, quoted):
    first = read(("plan", PLAN, PLAN))
    read(("other", OTHER, OTHER))
    assert quoted(first) == {PLAN}
    assert quoted() == {PLAN, OTHER}


def test_before_the_first_read_there_is_nothing(read, quoted):
    read(("plan", PLAN, PLAN))
    assert quoted(0) == set()


def test_a_corrected_document_stands_as_it_stood_then(read, quoted):
    first = read(("page", PLAN, PLAN))
    second = read(("page", SIGNED, SIGNED))
    third = read(("page", PLAN, PLAN))  # the correction is taken back
    assert [quoted(number) for number in (first, second, third)] == [{PLAN}, {SIGNED}, {PLAN}]


def test_a_document_that_is_read_again_stands_as_its_reader_of_then_read_it(read, quoted):
    first = read(("page", SIGNED, "signed a Reciprocal Access Agreement"))
    read(("page", SIGNED, "signed a Reciprocal Access Agreement in Manila"), extractor="rules 2")
    assert quoted(first) == {"signed a Reciprocal Access Agreement"}
    assert quoted() == {"signed a Reciprocal Access Agreement in Manila"}


def test_copies_of_then_are_those_of_texts_of_then(ledger, read):
    first = read(("page", SIGNED, SIGNED))
    read(("agency", SIGNED, SIGNED))
    assert ledger.resolution(first).copies == ()
    assert len(ledger.resolution().copies) == 1


def test_what_a_correction_replaced_before_it_was_compared_can_be_compared_later(ledger, read):
    first = read(("page", PLAN, PLAN), ("other", OTHER, OTHER))
    read(("page", SIGNED, SIGNED))
    assert ledger.unlinked() == 2
    list(ledger.link())
    assert (ledger.unlinked(), ledger.unlinked(first)) == (0, 1)
    list(ledger.link(first))
    assert ledger.unlinked(first) == 0


def test_what_an_older_extractor_read_does_not_wait(ledger, read):
    read(("page", SIGNED, "signed a Reciprocal Access Agreement"))
    read(("page", SIGNED, SIGNED), extractor="rules 2")
    assert ledger.unlinked() == 1
    list(ledger.link())
    assert ledger.unlinked() == 0


def test_names_and_addresses_of_any_length_are_kept_apart(ledger, make_document):
    draw = random.Random(5)
    long = "".join(draw.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=8000))
    run = ledger.begin_read("rules 1")
    for end in ("one", "two"):
        url = f"https://example.org/{long}{end}"
        assert run.add(*make_document(name=long + end, url=url), []) is Added.NEW
        assert run.add(*make_document("Corrected.", name=long + end, url=url), []) is Added.VERSION
    assert ledger.check() == []
    assert [d.url[-3:] for d in documents(ledger)] == ["one", "two"]
