"""An order is carried out to its end, whatever its documents do."""

import hashlib

import pytest

from servanda.intake.orders import Begun, Careful, Done, Linking, Order, carry_out
from servanda.intake.taking import Taken
from servanda.ledger import Ledger
from servanda.settings import Settings
from servanda.sources.items import RawItem, Skipped
from servanda.sources.metadata import Metadata


@pytest.fixture
def carry(tmp_path):
    """Carries out orders with an extractor that finds nothing and fails on the word "poison"."""

    def extract(document):
        if "poison" in document.text:
            raise RecursionError("too deep")
        return []

    told = []

    def carry(order):
        with Ledger.open(tmp_path / "ledger.db", create=True) as ledger:
            carry_out(order, ledger, Careful(extract, "none 1"), Settings(), told.append)
            return told, [ledger.document(each.document) for each in told if isinstance(each, Taken)]

    return carry


def note(name, text):
    return RawItem(name=name, origin=f"notes/{name}", media_type="text/plain", data=text.encode())


def test_a_document_on_which_reading_fails_is_skipped_and_the_next_is_read(carry):
    told, read = carry(
        Order(notes=(note("bad", "A poison pill of a sentence."), note("good", "The ministers met.")))
    )
    assert [type(each) for each in told] == [Begun, Skipped, Begun, Taken, Linking, Done]
    assert told[1].origin == "notes/bad"
    assert "failed" in told[1].reason
    assert [document.name for document in read] == ["good"]


def test_what_was_passed_is_not_read_again(carry):
    told, read = carry(
        Order(notes=(note("deadly", "The ministers met."),), passed=frozenset({"notes/deadly"}))
    )
    assert [type(each) for each in told] == [Skipped, Linking, Done]
    assert read == []


def test_files_stand_under_the_origin_of_their_order_and_not_under_a_folder_of_the_server(carry, tmp_path):
    folder = tmp_path / "incoming"
    folder.mkdir()
    (folder / "a.txt").write_text("The ministers met in Suva.")
    (folder / "b.txt").write_text("")
    told, read = carry(Order(folder=str(folder), origin="uploads/today/lan"))
    assert [document.origin for document in read] == ["uploads/today/lan/a.txt"]
    assert [each.origin for each in told if isinstance(each, Skipped)] == ["uploads/today/lan/b.txt"]
    assert read[0].sha256 == hashlib.sha256(b"The ministers met in Suva.").hexdigest()


def test_what_is_known_of_all_gives_way_to_what_is_known_of_one(carry):
    one = RawItem(
        name="one",
        origin="one",
        media_type="text/plain",
        data=b"The ministers met in Suva.",
        metadata=Metadata(publisher="Gazette"),
    )
    order = Order(notes=(one,), about=Metadata(publisher="Ministry", published="2024-05-01"))
    _, read = carry(order)
    assert (read[0].publisher, read[0].published) == ("Gazette", "2024-05-01")
