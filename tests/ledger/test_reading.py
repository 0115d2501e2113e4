"""What adding documents changes: each thing once, corrections beside what they correct, all or nothing."""

from contextlib import ExitStack, contextmanager

import pytest
from sqlalchemy import event, select

from servanda.errors import LedgerError
from servanda.ledger import Added, Ledger
from servanda.ledger.database import ConnectionLostError
from servanda.ledger.tables import blobs, facts, finishes, reads, skipped, texts, versions
from servanda.model.document import Span
from servanda.model.facts import Activity, Amount, Commitment, Instrument, Person, Relation
from servanda.query.facts import facts as current_facts

RECEIVED = "received her French counterpart"


def rows(ledger, table):
    with ledger.reading() as connection:
        return connection.execute(select(table)).all()


def test_a_document_comes_back_as_it_was_added(ledger, make_document, make_fact):
    document, data = make_document(title="Readout", published="2021-05-04", url="https://mfa.example/1")
    fact = make_fact(document, RECEIVED, confidence=0.8, rule="met", reasons={"date": "the words give it"})

    assert ledger.begin_read("rules 1").add(document, data, [fact]) is Added.NEW

    assert ledger.document(document.id) == document
    assert ledger.data(document.sha256) == data
    assert [view.fact for view in current_facts(ledger)] == [fact]
    assert ledger.check() == []


def test_every_kind_of_property_comes_back(ledger, make_document, make_fact):
    document, data = make_document()
    added = [
        make_fact(
            document,
            "They signed nothing",
            Instrument,
            type="agreement",
            action="signed",
            title="nothing",
            modality="negated",
            relations=(Relation(type="amends", target="the accord"),),
        ),
        make_fact(document, RECEIVED, Activity, content=RECEIVED, amount=Amount(value=3e8, currency="INR")),
        make_fact(document, "Đỗ Thị Phạm", Person, name="Đỗ Thị Phạm", post="Foreign Minister", party="VN"),
        make_fact(
            document, "in Huế", Commitment, act="agree", content="in Huế", fields=("health",), due="2022"
        ),
    ]
    ledger.begin_read("rules 1").add(document, data, added)
    assert {view.id: view.fact for view in current_facts(ledger)} == {fact.id: fact for fact in added}


def test_reading_the_same_again_adds_nothing(ledger, contents, make_document, make_fact):
    document, data = make_document()
    fact = make_fact(document, RECEIVED)
    ledger.begin_read("rules 1").add(document, data, [fact])
    before = contents()

    assert ledger.knows(document.id, "rules 1")
    assert ledger.begin_read("rules 1").add(document, data, [fact]) is Added.KNOWN
    assert contents() == before


def test_a_corrected_document_adds_a_version_and_keeps_the_old_one(ledger, make_document, make_fact):
    old, old_data = make_document()
    new, new_data = make_document(old.text.replace("4 May", "5 May"))
    run = ledger.begin_read("rules 1")
    run.add(old, old_data, [make_fact(old, RECEIVED, date="2021-05-04")])

    corrected = make_fact(new, RECEIVED, date="2021-05-05")
    assert ledger.begin_read("rules 1").add(new, new_data, [corrected]) is Added.VERSION

    assert [view.id for view in current_facts(ledger)] == [corrected.id]
    assert len(rows(ledger, facts)) == 2
    assert ledger.document(old.id) == old
    assert ledger.data(old.sha256) == old_data


def test_other_metadata_is_a_new_version_of_the_same_bytes(ledger, make_document):
    plain, data = make_document()
    dated, _ = make_document(published="2021-05-04")
    run = ledger.begin_read("rules 1")
    assert [run.add(plain, data, []), run.add(dated, data, [])] == [Added.NEW, Added.VERSION]
    assert len(rows(ledger, blobs)) == len(rows(ledger, texts)) == 1


def test_metadata_that_was_forgotten_once_can_be_given_again(ledger, make_document, make_fact):
    dated, data = make_document(published="2021-05-04")
    bare, _ = make_document()
    for document in (dated, bare):
        ledger.begin_read("rules 1").add(document, data, [make_fact(document, RECEIVED)])

    assert not ledger.knows(dated.id, "rules 1")
    assert ledger.begin_read("rules 1").add(dated, data, [make_fact(dated, RECEIVED)]) is Added.RESTORED

    assert [view.published for view in current_facts(ledger)] == ["2021-05-04"]
    assert len(rows(ledger, versions)) == len(rows(ledger, facts)) == 2
    assert ledger.knows(dated.id, "rules 1")
    assert not ledger.knows(bare.id, "rules 1")


def test_a_url_that_becomes_known_later_does_not_make_a_second_document(ledger, make_document, make_fact):
    by_file, data = make_document()
    by_url, _ = make_document(origin="https://mfa.example/1", url="https://mfa.example/1")
    run = ledger.begin_read("rules 1")
    run.add(by_file, data, [make_fact(by_file, RECEIVED)])
    assert run.add(by_url, data, [make_fact(by_url, RECEIVED)]) is Added.VERSION
    assert [view.url for view in current_facts(ledger)] == ["https://mfa.example/1"]


def test_two_texts_under_one_url_in_one_read_settle(ledger, contents, make_document):
    url = "https://mfa.example/day"
    table = [make_document(text, name=f"day#{n}", url=url) for n, text in enumerate(("Morning.", "Evening."))]

    def read():
        run = ledger.begin_read("rules 1")
        return [Added.KNOWN if run.knows(doc.id) else run.add(doc, data, []) for doc, data in table]

    assert read() == [Added.NEW, Added.VERSION]
    before = contents()
    assert read() == [Added.KNOWN, Added.KNOWN]
    assert contents() == before


def test_a_copy_in_another_folder_does_not_bring_an_old_version_back(ledger, make_document):
    old, data = make_document()
    corrected, corrected_data = make_document("Corrected: nobody met.")
    copy, _ = make_document(origin="backup/readout.txt")
    for document, its_data in ((old, data), (corrected, corrected_data)):
        ledger.begin_read("rules 1").add(document, its_data, [])
    assert ledger.begin_read("rules 1").add(copy, data, []) is Added.KNOWN
    assert ledger.knows(corrected.id, "rules 1")


def test_files_of_one_name_in_two_folders_are_two_documents(ledger, make_document):
    run = ledger.begin_read("rules 1")
    one = run.add(*make_document("One.", origin="2020/readout.txt"), [])
    two = run.add(*make_document("Two.", origin="2021/readout.txt"), [])
    assert [one, two] == [Added.NEW, Added.NEW]


def test_a_newer_extractor_reads_again_and_its_facts_are_current(ledger, make_document, make_fact):
    document, data = make_document()
    first = make_fact(document, RECEIVED, extractor="rules 1", confidence=0.4)
    second = make_fact(document, RECEIVED, extractor="rules 2", confidence=0.9)
    ledger.begin_read("rules 1").add(document, data, [first, make_fact(document, "signed nothing")])

    assert not ledger.knows(document.id, "rules 2")
    assert ledger.begin_read("rules 2").add(document, data, [second]) is Added.REREAD

    assert [view.fact.confidence for view in current_facts(ledger)] == [0.9]
    assert len(rows(ledger, facts)) == 3
    assert ledger.knows(document.id, "rules 1")


def test_a_newer_reader_of_files_keeps_the_text_that_old_quotations_stand_in(
    ledger, make_document, make_fact
):
    from msgspec.structs import replace

    document, data = make_document("Menu  They signed an accord.")
    cleaner = replace(document, text="They signed an accord.")
    assert cleaner.id == document.id
    ledger.begin_read("rules 1").add(document, data, [make_fact(document, "They signed")])
    ledger.begin_read("rules 2").add(cleaner, data, [make_fact(cleaner, "They signed")])
    assert ledger.check() == []
    assert ledger.document(document.id).text == cleaner.text


def test_a_fact_that_is_read_twice_in_a_document_is_kept_once(ledger, make_document, make_fact):
    document, data = make_document()
    run = ledger.begin_read("rules 1")
    run.add(document, data, [make_fact(document, RECEIVED, confidence=0.7), make_fact(document, RECEIVED)])
    assert [view.fact.confidence for view in current_facts(ledger)] == [0.7]
    assert run.facts == 1


@pytest.mark.parametrize(
    "span",
    [
        Span(0, 7, "Minister"),
        Span(0, 8, "foreign "),
        Span(-7, 0, "nothing"),
        Span(5, 5, ""),
        Span(90, 200, "They signed nothing."),
    ],
)
def test_a_fact_that_the_text_does_not_bear_out_is_refused_whole(
    ledger, contents, make_document, make_fact, span
):
    from msgspec.structs import replace

    document, data = make_document()
    good = make_fact(document, RECEIVED)
    bad = replace(good, evidence=(*good.evidence, span))
    before = contents()
    with pytest.raises(ValueError, match=bad.id):
        ledger.begin_read("rules 1").add(document, data, [good, bad])
    assert contents() == before


def test_a_fact_without_quotation_or_of_another_document_is_refused(ledger, make_document, make_fact):
    from msgspec.structs import replace

    document, data = make_document()
    other, _ = make_document("Elsewhere they received her French counterpart.", name="other")
    run = ledger.begin_read("rules 1")
    with pytest.raises(ValueError, match="no quotation"):
        run.add(document, data, [replace(make_fact(document, RECEIVED), evidence=())])
    with pytest.raises(ValueError, match="another document"):
        run.add(document, data, [make_fact(other, RECEIVED)])


def test_bytes_that_are_not_those_of_the_document_are_refused(ledger, make_document):
    document, data = make_document()
    with pytest.raises(ValueError, match="hash"):
        ledger.begin_read("rules 1").add(document, data + b" ", [])


def test_what_fails_half_way_leaves_nothing(ledger, contents, make_document, make_fact, monkeypatch):
    from servanda.ledger import fulltext

    document, data = make_document()
    before = contents()

    def break_off(*_):
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(fulltext, "add_facts", break_off)
        with pytest.raises(MemoryError):
            ledger.begin_read("rules 1").add(document, data, [make_fact(document, RECEIVED)])
    assert contents() == before
    assert ledger.begin_read("rules 1").add(document, data, [make_fact(document, RECEIVED)]) is Added.NEW


def test_nothing_is_ever_changed_or_deleted(ledger, make_document, make_fact):
    said = []
    run = ledger.begin_read("rules 1")
    with ledger._database.writing() as connection:
        engine = connection.engine
    event.listen(engine, "before_cursor_execute", lambda *args: said.append(args[2].split()[0].upper()))

    document, data = make_document()
    run.add(document, data, [make_fact(document, RECEIVED)])
    run.add(*make_document("Other."), [])
    run.skip("scan.pdf", "is encrypted")
    run.finish()
    assert "INSERT" in said
    assert not {"UPDATE", "DELETE", "REPLACE", "DROP"} & set(said)


def test_a_run_tells_when_it_was_and_what_became_of_its_inputs(ledger, make_document, make_fact):
    document, data = make_document()
    run = ledger.begin_read("rules 1")
    run.add(document, data, [make_fact(document, RECEIVED)])
    assert run.knows(document.id)
    run.skip("inbox/scan.pdf", "holds no text", "run it through text recognition")
    run.finish()

    ((_, started, extractor),) = rows(ledger, reads)
    (finish,) = rows(ledger, finishes)
    assert (started, extractor) == ("2024-05-01T12:00:00Z", "rules 1")
    assert finish.finished > started
    assert (finish.new, finish.known, finish.skipped, finish.facts) == (1, 1, 1, 1)
    (skip,) = rows(ledger, skipped)
    assert skip[2:] == ("inbox/scan.pdf", "holds no text", "run it through text recognition")


@pytest.mark.parametrize("kept", [True, False], ids=["kept", "lost"])
def test_what_a_broken_connection_kept_is_not_told_twice(ledger, monkeypatch, kept):
    run = ledger.begin_read("rules 1")
    run.skip("a.pdf", "is encrypted")
    whole = ledger._database.writing
    breaks = iter([True, False, True, False])

    @contextmanager
    def writing():
        with ExitStack() as ends:
            connection = ends.enter_context(whole())
            yield connection
            broken = next(breaks)
            if broken and not kept:
                raise ConnectionLostError("ledger", "the connection broke", "run it again")
        if broken:
            raise ConnectionLostError("ledger", "the connection broke", "run it again")

    monkeypatch.setattr(ledger._database, "writing", writing)
    run.skip("b.pdf", "is encrypted")
    run.finish()
    monkeypatch.undo()
    assert [skip.origin for skip in rows(ledger, skipped)] == ["a.pdf", "b.pdf"]
    (finish,) = rows(ledger, finishes)
    assert finish.skipped == 2
    assert ledger.check() == []


def test_odd_characters_survive(ledger, make_document, make_fact):
    text = "Ministers\u0000 met 🤝 in D\u0323a\u0302u; 'DROP TABLE facts; --' \u202ewas not signed."
    document, data = make_document(text, name="o'dd\n%_name", title='"quoted" 100%')
    ledger.begin_read("rules 1").add(document, data, [make_fact(document, "met 🤝 in")])
    assert ledger.document(document.id) == document
    assert ledger.check() == []


def test_an_unknown_document_or_hash_is_named(ledger):
    with pytest.raises(LedgerError, match="doc-0"):
        ledger.document("doc-0")
    with pytest.raises(LedgerError, match="ffff"):
        ledger.data("ffff")


def test_two_ledgers_open_at_one_address_see_each_other(ledger, address, make_document):
    document, data = make_document()
    with Ledger.open(address) as other:
        other.begin_read("rules 1").add(document, data, [])
        assert ledger.begin_read("rules 1").add(document, data, []) is Added.KNOWN
