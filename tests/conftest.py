"""Twelve reports of real events, with the facts that they state: what several tests of linking read.

Tests of what asks the ledger run on both databases: those that ask for a `database` (as `ledger` does) in the
folders and modules of `ON_BOTH`, unless they are marked `only`.
"""

import hashlib
from pathlib import Path

import pytest
from hypothesis import settings

from postgres_server import Server, binaries
from servanda.ledger import Ledger
from servanda.model.document import Document
from servanda.model.facts import Activity, Commitment, Engagement, Instrument, Person

settings.register_profile("untimed", deadline=None)  # other work on the machine is no failure
settings.load_profile("untimed")

DUAVATA = (
    "New Zealand Foreign Minister Nanaia Mahuta and Fijian Prime Minister Frank Bainimarama signed the "
    "Duavata Relationship Statement of Intent in Suva on 29 March 2022."
)
AROUND = (
    "The statement sets out how the two governments mean to work together over the years to come. It names "
    "climate change, economic resilience, security and democracy as the fields in which they will meet, and "
    "it foresees that ministers speak to each other every year. The document had been drafted by officials "
    "of both sides over several months, in which travel between the islands was hardly possible. A dance "
    "group of pupils welcomed the guests at the door of the hall."
)


class Story:
    """A document that is made of sentences, each with the facts that it states."""

    def __init__(self, name, published, publisher=None, **known):
        self.name, self.known = name, {"published": published, "publisher": publisher} | known
        self._told = []

    def tell(self, sentence, *facts):
        """One more sentence; each fact is its kind and its properties."""
        self._told.append((sentence, facts))
        return self

    def made(self):
        """The document, its bytes and its facts."""
        text = " ".join(sentence for sentence, _ in self._told)
        data = text.encode()
        document = Document(
            name=self.name,
            origin=self.known.get("url") or f"inbox/{self.name}.txt",
            text=text,
            sha256=hashlib.sha256(data).hexdigest(),
            **self.known,
        )
        return document, data, list(self._facts(document))

    def _facts(self, document):
        at = 0
        for sentence, facts in self._told:
            spans = (document.span(at, at + len(sentence)),)
            for kind, properties in facts:
                yield kind(document=document.name, source=document.id, evidence=spans, **properties)
            at += len(sentence) + 1


def fact(kind, **properties):
    return kind, properties


def person(name, party, post=None, rank=None):
    return fact(Person, name=name, party=party, post=post, rank=rank)


BOTH = {"parties": ("FJ", "NZ")}
MAHUTA, BAINIMARAMA = "Nanaia Mahuta", "Frank Bainimarama"
LITTLE, TIKODUADUA = "Andrew Little", "Pio Tikoduadua"


def engagement(type, status="held", **properties):
    modality = "asserted" if status == "held" else "planned"
    return fact(Engagement, type=type, status=status, modality=modality, **(BOTH | properties))


def instrument(title, action="signed", type="agreement", **properties):
    modality = "asserted" if action == "signed" else "planned"
    return fact(Instrument, title=title, action=action, type=type, modality=modality, **(BOTH | properties))


def stories():
    """Twelve reports on New Zealand and Fiji, 2022 to 2024: plans and what came of them, a wire story that
    two houses print, a slip in a date, a person by the surname alone."""
    visit = {"participants": (MAHUTA,), "country": "FJ", "date": "2022-03-28/2022-03-31"}
    statement = "Duavata Relationship Statement of Intent"
    forces = "Status of Forces Agreement"
    mahuta = person(MAHUTA, "NZ", "Foreign Minister")
    tikoduadua = person(TIKODUADUA, "FJ", "Minister for Home Affairs and Immigration")
    little = person(LITTLE, "NZ", "Minister of Defence")
    wire = (
        fact(Engagement, type="meeting", status="held", date="2022-03-29", place="Suva",
             participants=(MAHUTA, BAINIMARAMA), **BOTH),
        instrument(statement, type="letter-of-intent", date="2022-03-29"),
        mahuta,
        person(BAINIMARAMA, "FJ", "Prime Minister"),
    )  # fmt: skip
    talks = {"date": "2023-06-14", "place": "Wellington", "participants": (LITTLE, TIKODUADUA)}
    return [
        Story("beehive-trip", "2022-03-27", "Beehive")
        .tell("Foreign Minister Nanaia Mahuta will visit Fiji from 28 to 31 March 2022.",
              engagement("visit", "planned", **visit), mahuta)
        .tell("She is to sign the Duavata Relationship Statement of Intent.",
              instrument(statement, "planned", type="letter-of-intent")),
        Story("wire-one", "2022-03-29", "RNZ").tell(DUAVATA, *wire).tell(AROUND),
        Story("wire-two", "2022-03-30", "Fiji Times").tell(DUAVATA, *wire).tell(AROUND),
        Story("fiji-government", "2022-03-29", "Fijian Government")
        .tell("Hon. Nanaia Mahuta is in Fiji this week at the head of a delegation.",
              engagement("visit", **visit), person("Nanaia Mahuta", "NZ", "Minister for Foreign Affairs"))
        .tell("Prime Minister Bainimarama received her in Suva on 29 March.",
              engagement("meeting", date="2022-03-29", place="Suva", participants=(MAHUTA, "Bainimarama")),
              person("Bainimarama", "FJ", "Prime Minister")),
        Story("beehive-back", "2022-04-01", "Beehive")
        .tell("Nanaia Mahuta has returned from Fiji, where she spent four days.",
              engagement("visit", **visit), mahuta)
        .tell("New Zealand will train Fijian peacekeepers by the end of 2023.",
              fact(Commitment, act="pledge", content="train Fijian peacekeepers", speaker=("NZ",),
                   addressee=("FJ",), due="2023", fields=("peacekeeping",), modality="planned")),
        Story("home-affairs-plan", "2023-06-12", "Fijian Government")
        .tell("Minister for Home Affairs Pio Tikoduadua will meet Defence Minister Andrew Little on 14 June.",
              engagement("meeting", "planned", **talks), tikoduadua, little)
        .tell("The two countries are to sign a Status of Forces Agreement.",
              instrument(forces, "planned")),
        Story("beehive-forces", "2023-06-14", "Beehive")
        .tell("Defence Minister Andrew Little met Fijian Home Affairs Minister Pio Tikoduadua in Wellington.",
              engagement("meeting", **talks), tikoduadua, little)
        .tell("They signed a Status of Forces Agreement.", instrument(forces, date="2023-06-14")),
        Story("fbc-forces", "2023-06-15", "FBC News")
        .tell("Tikoduadua and his counterpart Andrew Little held talks in Wellington yesterday.",
              engagement("meeting", **talks), person("Tikoduadua", "FJ", "Minister for Home Affairs"), little)
        .tell("A Status of Forces Agreement was signed on 13 June.", instrument(forces, date="2023-06-13")),
        Story("rnz-forces", "2023-06-15", "RNZ")
        .tell("Fiji and New Zealand have signed a Status of Forces Agreement.",
              instrument(forces, date="2023-06-14")),
        Story("rfmf-course", "2023-09-04", "RFMF")
        .tell("New Zealand instructors trained Fijian peacekeepers in Nadi in August 2023.",
              fact(Activity, content="trained Fijian peacekeepers", provider=("NZ",), recipient=("FJ",),
                   date="2023-08", fields=("peacekeeping",))),
        Story("dialogue-third", "2024-05-20")
        .tell("The third Defence Dialogue of Fiji and New Zealand took place in Suva on 16 May 2024.",
              engagement("dialogue", series="Defence Dialogue", ordinal=3, date="2024-05-16", place="Suva")),
        Story("dialogue-plan", "2024-04-02", "Beehive")
        .tell("The third Defence Dialogue with Fiji is planned for May 2024.",
              engagement("dialogue", "planned", series="Defence Dialogue", ordinal=3, date="2024-05")),
    ]  # fmt: skip


ON_BOTH = (
    *("ledger/", "faults/", "cli/test_judge.py", "cli/test_keep.py", "cli/test_watch.py"),
    *("query/test_changes.py", "query/test_documents.py", "query/test_entries.py", "query/test_explain.py"),
    *("query/test_facts.py", "query/test_parties.py", "query/test_people.py", "query/test_reads.py"),
    *("query/test_relationship.py", "query/test_search.py"),
)
DATABASES = ("sqlite", "postgresql")


def pytest_generate_tests(metafunc):
    if "database" not in metafunc.fixturenames:
        return
    place = metafunc.definition.path.relative_to(Path(__file__).parent).as_posix()
    only = metafunc.definition.get_closest_marker("only")
    if only:
        metafunc.parametrize("database", only.args, indirect=True)
    elif place.startswith(ON_BOTH):
        metafunc.parametrize("database", DATABASES, indirect=True)


@pytest.fixture
def database(request):
    """Which database the test runs on."""
    return getattr(request, "param", "sqlite")


@pytest.fixture(scope="session")
def postgres():
    """A server of our own, with a database in it that holds an empty ledger."""
    programs = binaries()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed (Debian: apt-get install postgresql)")
    with Server(programs) as server:
        server.empty = server.make()
        Ledger.open(server.address(server.empty), create=True).close()
        yield server


@pytest.fixture
def place(database, tmp_path, request):
    """Makes addresses where there is no ledger yet, or for `Ledger.open(create=True)` an empty one."""

    def named(name="ledger", empty=True):
        if database == "sqlite":
            return str(tmp_path / f"{name}.db")
        server = request.getfixturevalue("postgres")
        made.append(server.make(server.empty) if empty else server.make())
        return server.address(made[-1])

    made = []
    yield named
    for name in made:
        request.getfixturevalue("postgres").drop(name)


@pytest.fixture
def twelve():
    """The twelve reports, each as document, bytes and facts."""
    return [story.made() for story in stories()]


@pytest.fixture
def story():
    """Makes one more report."""
    return Story


@pytest.fixture
def fiji(place, twelve):
    """The address of a ledger of the twelve reports, in which nothing is linked yet."""
    address = place("fiji")
    with Ledger.open(address, create=True) as ledger:
        run = ledger.begin_read("rules 1")
        for document, data, facts in twelve:
            run.add(document, data, facts)
        run.finish()
    return address
