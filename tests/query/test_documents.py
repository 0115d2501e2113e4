"""Documents: each once, as it stands now."""

from servanda.query.documents import documents


def test_documents_stand_in_the_order_of_publication(ledger):
    found = documents(ledger)
    assert [(d.name, d.facts, d.versions) for d in found] == [
        ("visit", 7, 1),
        ("forum", 2, 1),
        ("next", 2, 1),
        ("call", 4, 1),
    ]
    assert found[0].title == "Thượng khách in Paris"
    assert (found[0].extractor, found[0].read_at) == ("rules 1", "2024-01-02T03:04:05Z")


def test_a_corrected_document_is_listed_once_as_corrected(ledger, press):
    press.add("forum", "Nobody attended.", published="2022-10")
    (forum,) = (d for d in documents(ledger) if d.name == "forum")
    assert (forum.published, forum.versions, forum.facts) == ("2022-10", 2, 0)


def test_an_empty_ledger_has_none(empty):
    assert documents(empty) == []
