"""Orders to read: what somebody gave at a surface that does not wait for the reading, and how far it is."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

import msgspec
from msgspec.structs import replace

from servanda.intake.taking import Engine, Extracted, Step, take_in
from servanda.ledger import Ledger
from servanda.model.document import Document
from servanda.model.facts import AnyFact
from servanda.settings import Settings
from servanda.sources.inputs import iter_inputs
from servanda.sources.items import RawItem, Skipped
from servanda.sources.metadata import Metadata
from servanda.sources.web.fetch import Fetcher
from servanda.sources.web.follow import new_entries
from servanda.sources.web.memory import Known
from servanda.sources.web.pages import is_web_address, page
from servanda.text.load import Loaded, load

_log = logging.getLogger("servanda.intake")


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be read.

    folder     of files that somebody gave; `origin` stands for it in the origins of their documents
    addresses  of pages and files on the web
    feeds      addresses of feeds, all of whose entries are read
    notes      what somebody wrote down
    about      what is known of all of them, where nothing nearer says otherwise
    passed     origins that are passed over, as reading them has failed
    """

    folder: str = ""
    origin: str = ""
    addresses: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    notes: tuple[RawItem, ...] = ()
    about: Metadata = Metadata()
    passed: frozenset[str] = frozenset()


class Begun(msgspec.Struct, frozen=True):
    """The document from `origin` is being read."""

    origin: str


class Linking(msgspec.Struct, frozen=True):
    """All has been read and is being compared with what was read before."""


class Done(msgspec.Struct, frozen=True):
    """The order is carried out; so many links were found."""

    links: int


Progress = Begun | Step | Linking | Done
Tell = Callable[[Progress], None]


class Careful:
    """Reads document by document; one that cannot be read is skipped, whatever goes wrong in reading it."""

    def __init__(self, extract: Callable[[Document], Sequence[AnyFact]], label: str) -> None:
        self._extract, self._label = extract, label

    @property
    def label(self) -> str:
        """Name and version of what reads."""
        return self._label

    def extract_many(self, documents: Iterable[Document]) -> Iterator[Extracted]:
        """Each document with its facts, or why there are none."""
        for document in documents:
            yield document, self._read(document)

    def _read(self, document: Document) -> Sequence[AnyFact] | Skipped:
        try:
            return self._extract(document)
        except Exception:  # noqa: BLE001  (documents are hostile: none may end the reading of the others)
            _log.exception("reading %s failed", document.origin)
            return failed(document.origin)


def failed(origin: str) -> Skipped:
    """A document on which the reading itself failed."""
    return Skipped(origin, "reading it failed", "report it to the makers of Servanda")


def carry_out(order: Order, ledger: Ledger, engine: Engine, settings: Settings, tell: Tell) -> None:
    """Reads what is ordered into the ledger and links it, and tells each step as it is done."""
    run = ledger.begin_read(engine.label)

    def loaded() -> Iterator[Loaded]:
        for one in load(_items(order, settings), limits=settings.limits):
            if not isinstance(one, Skipped):
                tell(Begun(one[0].origin))
            yield one

    for step in take_in(run, loaded(), engine):
        tell(step)
    run.finish()
    tell(Linking())
    tell(Done(sum(ledger.link())))


def _items(order: Order, settings: Settings) -> Iterator[RawItem | Skipped]:
    fetcher = Fetcher(settings.web, settings.limits)
    found = chain(
        order.notes,
        _files(order, settings),
        *(_of(url, page(url, fetcher, settings.limits)) for url in order.addresses),
        *(_of(url, new_entries(url, Known(), fetcher, settings.limits)) for url in order.feeds),
    )
    for item in found:
        if item.origin in order.passed:
            yield failed(item.origin)
        elif isinstance(item, RawItem):
            yield replace(item, metadata=item.metadata.over(order.about))
        else:
            yield item


def _of(url: str, found: Iterable[RawItem | Skipped]) -> Iterator[RawItem | Skipped]:
    """What is found at an address; what is skipped tells of it, where it tells of no address itself."""
    for item in found:
        if isinstance(item, Skipped) and not is_web_address(item.origin):
            yield replace(item, origin=url, reason=f"{item.origin} {item.reason}")
        else:
            yield item


def _files(order: Order, settings: Settings) -> Iterator[RawItem | Skipped]:
    if order.folder:
        for item in iter_inputs([order.folder], limits=settings.limits):
            yield replace(item, origin=item.origin.replace(order.folder, order.origin, 1))
