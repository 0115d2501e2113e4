"""`servanda follow`: feeds are asked again and again, and their new entries read into the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING, Annotated

import typer

from servanda.cli.linked import link
from servanda.cli.options import JsonOption, LedgerOption, examples, settings, with_options
from servanda.cli.output import Output
from servanda.cli.progress import Skips
from servanda.cli.read import bring_in, tell
from servanda.sources.items import RawItem, Skipped

if TYPE_CHECKING:
    from servanda.sources.web.memory import Memory

_STATE = "servanda.feeds.json"
Feeds = Annotated[list[str], typer.Argument(metavar="FEED_URL...", help="Addresses of RSS or Atom feeds.")]


@dataclass(frozen=True)
class Rounds:
    """When the feeds are asked, and where it is kept what was read of them."""

    every: Annotated[
        float, typer.Option("--every", metavar="MINUTES", min=1, help="How long to wait between two rounds.")
    ] = 60
    once: Annotated[bool, typer.Option("--once", help="One round and no more, as for a timetable.")] = False
    state: Annotated[
        Path | None,
        typer.Option(
            "--state",
            metavar="FILE",
            help="Where to keep what was read of the feeds; default: beside the ledger, LEDGER.feeds.json.",
        ),
    ] = None


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command(epilog=_EPILOG)(with_options(follow))


def follow(
    feeds: Feeds,
    rounds: Rounds,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """Read the new entries of feeds into the ledger, and go on asking until stopped.

    Sites are asked slowly, as their robots.txt allows, and only for what changed. An entry without its full
    text leads to its page. Each entry is read once, and again when the feed says that it was changed.
    """
    from servanda.sources.web.memory import Memory

    out = Output()
    address = ledger or settings().ledger
    memory = Memory(rounds.state or _beside(address))
    while True:
        skips = Skips(out)
        _round(feeds, memory, address, skips, as_json)
        if rounds.once:
            skips.exit()
            return
        sleep(rounds.every * 60)


def _round(feeds: list[str], memory: Memory, address: str, skips: Skips, as_json: bool) -> None:
    """Ask each feed once, and read what is new; where nothing is, no read is recorded."""
    from servanda.cluster.crew import Crew
    from servanda.ledger import Ledger
    from servanda.text.load import load

    out, here = Output(), settings()
    new = _new(feeds, memory)
    first = next(new, None)
    if first is not None:
        loaded = load(chain([first], new), limits=here.limits)
        with Crew(here.model, here.limits) as crew, Ledger.open(address, create=True) as book:
            done = bring_in(book, loaded, crew, out, skips)
            done = done._replace(links=link(book, out))
        tell(done, address, out, skips, as_json)
    elif not as_json:
        out.note("nothing new")
    memory.keep()


def _new(feeds: list[str], memory: Memory) -> Iterator[RawItem | Skipped]:
    from servanda.sources.web.fetch import Fetcher
    from servanda.sources.web.follow import new_entries

    here = settings()
    fetcher = Fetcher(here.web, here.limits)
    for url in feeds:
        yield from new_entries(url, memory.of(url), fetcher, here.limits)


def _beside(address: str) -> Path:
    """The file beside a ledger that is a file; in the working folder for one that a server keeps."""
    from servanda.ledger.address import parse

    place = parse(address)
    return place.with_name(f"{place.name}.feeds.json") if isinstance(place, Path) else Path(_STATE)


_EPILOG = examples(
    "servanda follow https://example.org/news.rss",
    "servanda follow https://example.org/news.rss https://example.net/atom.xml --every 180",
    "servanda follow https://example.org/news.rss --once",
)
