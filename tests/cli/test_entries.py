"""Entries as rows and lines: what the words do not tell stands beside them; no document breaks a table."""

import json
from datetime import date

import pytest

from servanda.cli.entries import entry_line, entry_table
from servanda.cli.output import Output
from servanda.follow.status import Status
from servanda.ledger import Ledger
from servanda.model.facts import Commitment, Engagement, Instrument
from servanda.query.entries import EntryView

COMMON = {"document": "d", "source": "doc-1"}
HOSTILE = "a pact \x1b]0;owned\x07[red]on\ttrade[/red]\nand \u202eseas"


@pytest.fixture
def row(capsys, story):
    """The cells of an entry's row."""

    def cells(fact, standing, **known):
        document, _, _ = story("d", None).tell("They met.").made()
        fact = fact(**COMMON, evidence=(document.span(0, 9),))
        status = Status(value=standing, reason="", mentions=()) if standing else None
        view = EntryView(
            **{
                "id": "entry-0123456789abcdef0123",
                "kind": fact.kind,
                "label": "",
                "fact": fact,
                "date": "2021",
                "status": status,
                "score": None,
                "sources": 1,
                "conflicts": (),
                "answers": (),
                "facts": (),
            }
            | known
        )
        entry_table(Output(), [view], header=False)
        return capsys.readouterr().out.rstrip("\n").split("\t")

    return cells


def meeting(status):
    return lambda **common: Engagement(type="meeting", status=status, parties=("FJ", "NZ"), **common)


def text(action, title="pact"):
    return lambda **common: Instrument(type="agreement", action=action, title=title, **common)


def pledge(**common):
    return Commitment(act="pledge", content="help", speaker=("NZ",), **common)


@pytest.mark.parametrize(
    ("fact", "standing", "shown"),
    [
        (meeting("held"), "held", ""),
        (meeting("planned"), "planned", ""),
        (meeting("planned"), "held", "held"),
        (meeting("planned"), "no report", "no report"),
        (meeting("postponed"), "postponed", ""),
        (text("signed"), "signed", ""),
        (text("planned"), "signed", "signed"),
        (text("existing"), "expired", "expired"),
        (pledge, "open", "open"),
        (pledge, "kept", "kept"),
        (pledge, None, ""),
    ],
)
def test_the_status_is_shown_where_the_words_do_not_tell_it(row, fact, standing, shown):
    assert row(fact, standing)[3] == shown


def test_properties_on_which_sources_differ_are_named_behind_the_status(row):
    assert row(text("planned"), "signed", conflicts=("date", "title"))[3] == "signed; differ: date, title"
    assert row(text("signed"), "signed", conflicts=("date",))[3] == "differ: date"


def test_an_entry_is_known_by_the_beginning_of_its_id_and_its_sources(row):
    assert row(meeting("held"), "held", sources=3)[4:] == ["3", "01234567"]


def test_a_document_cannot_break_a_row_or_reach_the_terminal(row):
    cells = row(text("signed", HOSTILE), "signed")
    assert len(cells) == 6
    assert cells[2] == "agreement signed: a pact ]0;owned [red]on trade[/red] and seas"


@pytest.fixture
def hostile(tmp_path, story):
    """A ledger whose documents, titles and quotations were written to break what prints them."""
    both = {"parties": ("FJ", "NZ"), "type": "agreement"}
    with Ledger.open(tmp_path / "hostile.db", create=True) as ledger:
        run = ledger.begin_read("rules 1")
        for name, day in (("one\x1b[31m", "2021-05-04"), ("two\t[b]", "2021-05-05")):
            fact = (Instrument, {"action": "signed", "title": HOSTILE, "date": day} | both)
            text = (
                Instrument,
                {"action": "signed", "title": "Status of Forces Agreement", "date": day} | both,
            )
            promise = (
                Commitment,
                {"act": "pledge", "content": HOSTILE, "speaker": ("NZ",), "due": "2021-07"},
            )
            made = story(name, "2021-05-07", f"House of {name}", title=HOSTILE).tell(
                f"{name} says they signed {HOSTILE}.", fact, text, promise
            )
            run.add(*made.made())
    return tmp_path / "hostile.db"


@pytest.mark.parametrize(
    "command",
    [("show", "FJ", "NZ"), ("timeline",), ("instruments",), ("commitments",), ("conflicts",),
     ("due", "--as-of", "2021-06"), ("judge", "doubts"), ("threads",)],
    ids=" ".join,
)  # fmt: skip
def test_hostile_titles_and_quotations_stay_in_their_cells(servanda, hostile, command):
    result = servanda(*command, "--ledger", hostile)
    assert result.exit_code == 0, result.stderr
    assert not {"\x1b", "\x07", "\u202e"} & set(result.stdout)
    widths = {line.count("\t") for line in result.stdout.splitlines() if "\t" in line}
    assert len(widths) <= 1
    if command[0] in ("show", "instruments", "conflicts"):
        assert "[red]on trade[/red] and seas" in result.stdout


def test_hostile_explanations_stay_in_their_lines(servanda, hostile):
    for entry in json.loads(servanda("timeline", "--ledger", hostile, "--json").stdout):
        shown = servanda("explain", entry["id"], "--ledger", hostile).stdout
        assert not {"\x1b", "\x07", "\u202e"} & set(shown)
        assert "[red]on trade[/red]" in shown


def test_a_line_has_the_properties_of_the_guidelines_by_their_names(fiji):
    from servanda.query.book import open_book
    from servanda.query.entries import entries

    with Ledger.open(fiji) as ledger:
        list(ledger.link())
        lines = [entry_line(e) for e in entries(ledger, open_book(ledger), date(2025, 1, 1))]
    for line in lines:
        assert {"kind", "id", "label", "modality", "facts", "answers"} <= line.keys()
        assert {"standing", "standing_reason", "score", "sources", "conflicts"} <= line.keys()
        assert {fact["kind"] for fact in line["facts"]} == {line["kind"]}
    visit = lines[0]
    assert (visit["type"], visit["status"], visit["standing"]) == ("visit", "held", "held")
    assert [fact["status"] for fact in visit["facts"]] == ["planned", "held", "held"]
    assert visit["answers"][0]["later"]["quotation"]
