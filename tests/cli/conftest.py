"""A small ledger to ask, and a way to run the program in this process."""

import hashlib
import re

import pytest
from typer.testing import CliRunner

from servanda.cli.main import app
from servanda.ledger import Ledger
from servanda.model.document import Document, Span
from servanda.model.facts import Assessment, Commitment, Engagement, Instrument, Person, Position, Relation

TALKS = (
    "Minister Ana Reis of Portugal met Minister Bo Lind of Sweden in Lisbon on 4 May 2021. "
    "They signed an agreement on rescue at sea, which amends the memorandum of 2010. "
    "Portugal will train Swedish divers. Sweden offered to host a seminar. "
    "Minister Lind praised the cooperation as a model. "
    "A third round of talks is planned for June 2022."
)
STANCE = (
    "Norway holds that disputes be resolved by law. Nothing was said \x1b[31mof\x1b[0m [bold]fish[/bold]."
)


def document(name, text, **known):
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(name=name, origin=f"{name}.txt", text=text, sha256=digest, **known)


def span(text, quote):
    return Span.of(text, text.index(quote), text.index(quote) + len(quote))


def facts_of_talks(source):
    def common(quote, **more):
        evidence = (span(TALKS, quote),)
        return {"document": source.name, "source": source.id, "evidence": evidence, "rule": "by hand"} | more

    both = ("PT", "SE")
    return [
        Engagement(
            **common("Minister Ana Reis of Portugal met", reasons={"date": "the text says 4 May 2021"}),
            type="meeting",
            status="held",
            parties=both,
            participants=("Ana Reis", "Bo Lind"),
            date="2021-05-04",
            place="Lisbon",
        ),
        Engagement(
            **common("A third round of talks is planned", modality="planned"),
            type="dialogue",
            status="planned",
            parties=both,
            series="round of talks",
            ordinal=3,
            date="2022-06",
        ),
        Instrument(
            **common("They signed an agreement"),
            type="agreement",
            action="signed",
            title="agreement on rescue at sea",
            parties=both,
            date="2021-05-04",
            fields=("maritime-security",),
            relations=(Relation(type="amends", target="memorandum of 2010"),),
        ),
        Commitment(
            **common("Portugal will train Swedish divers", confidence=0.9),
            act="pledge",
            content="train Swedish divers",
            speaker=("PT",),
            addressee=("SE",),
            fields=("training",),
        ),
        Commitment(
            **common("Sweden offered to host a seminar", confidence=0.4),
            act="offer",
            content="host a seminar",
            speaker=("SE",),
        ),
        Assessment(
            **common("praised the cooperation as a model"),
            content="praised the cooperation as a model",
            polarity="positive",
            holder=("SE",),
            by="Bo Lind",
        ),
        Person(**common("Minister Ana Reis"), name="Ana Reis", post="Minister", party="PT"),
        Person(**common("Minister Bo Lind"), name="Bo Lind", post="Minister", party="SE"),
    ]


@pytest.fixture
def ledger(place):
    """The address of a ledger with two documents."""
    address = place()
    talks = document("talks", TALKS, title="Talks in Lisbon", published="2021-05-05", publisher="Gazette")
    stance = document("stance", STANCE, title="\x1b]0;owned\x07A stance [red]in red[/red]")
    quote = span(STANCE, STANCE)
    position = Position(
        document="stance", source=stance.id, evidence=(quote,), content=STANCE, holder=("NO",), rule="by hand"
    )
    with Ledger.open(address, create=True) as book:
        run = book.begin_read("hand/1")
        run.add(talks, TALKS.encode(), facts_of_talks(talks))
        run.add(stance, STANCE.encode(), [position])
        run.finish()
    return address


@pytest.fixture
def servanda(tmp_path, monkeypatch):
    """Runs the program in an empty folder, without settings; gives its result."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SERVANDA_LEDGER", raising=False)

    def run(*args, **more):
        return CliRunner().invoke(app, [str(a) for a in args], **more)

    return run


@pytest.fixture
def terminal(servanda, monkeypatch):
    """Runs the program as in a terminal of the given width; gives what it prints, without styles."""

    def run(width, *args):
        monkeypatch.setenv("FORCE_COLOR", "1")
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setenv("COLUMNS", str(width))
        result = servanda(*args)
        assert result.exit_code == 0, result.output
        return re.sub(r"\x1b\[[0-9;]*m", "", result.stdout)

    return run
