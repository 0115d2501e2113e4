"""What a briefing is made from, and the choice of what fits into it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from servanda.codebook.places import party_name
from servanda.ledger.rows import day_bounds
from servanda.model import edtf
from servanda.model.facts import AnyFact, Commitment
from servanda.publish.brief.citations import Citations
from servanda.publish.brief.parts import Note, Piece, Statement
from servanda.publish.dates import in_words
from servanda.publish.plain import plain
from servanda.query.book import Book
from servanda.query.entries import Between, EntryView
from servanda.query.views import PersonView

_MOST_REFS = 2
_ACTS = {
    "pledge": "pledge of", "offer": "offer of", "agree": "agreed by", "request": "request of",
    "propose": "proposal of", "invite": "invitation of",
}  # fmt: skip
_DAY = re.compile(r"(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])", re.ASCII)


class Material(msgspec.Struct, frozen=True, kw_only=True):
    """What the ledger holds between two parties.

    ours, theirs  codes: for whom the briefing is, and whom they meet
    people        of both, named in documents on the relationship
    day           the day as of which statuses are told
    room          share of the usual number of statements for which there is room, 0..1
    """

    book: Book
    found: Between
    people: tuple[PersonView, ...]
    ours: str
    theirs: str
    day: date
    cite: Citations
    room: float = 1.0

    def most(self, usual: int) -> int:
        """How many statements of a kind have room where usually there is room for `usual`."""
        return max(1, round(usual * self.room))

    def state(self, view: EntryView, pieces: Iterable[Piece], *told: str) -> Statement:
        """A statement about an entry; `told` names the properties that its references have to show."""
        return statement(pieces, self.cite.cite(_witnesses(view, told)))


def statement(pieces: Iterable[Piece], refs: tuple[int, ...]) -> Statement:
    """A statement that ends with a full stop."""
    made = [piece for piece in pieces if piece.text]
    ends = made[-1].kind != "words" and made[-1].text.endswith(".")
    return Statement((*made, *(() if ends else (frame("."),))), refs)


def frame(text: str) -> Piece:
    """Fixed words and values of the ledger."""
    return Piece(plain_around(text))


def strong(text: str) -> Piece:
    """What the eye should find first."""
    return Piece(plain_around(text), "strong")


def words(text: str) -> Piece:
    """A document's own words."""
    return Piece(plain(text), "words")


def plain_around(text: str) -> str:
    """As `plain`, but with a space where the text begins or ends with one."""
    return " " * text.startswith(" ") + plain(text) + " " * (text.endswith(" ") and text.strip() != "")


def names(codes: Iterable[str]) -> str:
    """Parties by their names, in one order whatever the document's."""
    *most, last = sorted(party_name(code) for code in codes) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def sources(view: EntryView) -> str:
    """ " (3 sources)"; nothing for a single one, as most entries have."""
    return f" ({view.sources} sources)" if view.sources > 1 else ""


def newest_first(views: Iterable[EntryView]) -> list[EntryView]:
    """By their own date, else by the last publication; those without either come last."""
    return sorted(views, key=lambda view: (_last_told(view), view.id), reverse=True)


def reported(view: EntryView) -> str | None:
    """When the first document that tells of it was published (EDTF)."""
    dated = [each.published for each in view.facts if each.published and edtf.bounds(each.published)]
    return min(dated, key=lambda when: day_bounds(when)[0] or "", default=None)


def standing(view: EntryView) -> str:
    """Where it stands; empty for kinds that do not stand anywhere."""
    return view.status.value if view.status else ""


def reason(view: EntryView) -> str:
    """Why it stands there, with days in words."""
    told = view.status.reason if view.status else ""
    return _DAY.sub(lambda found: in_words(found[0]), told)


def saying(fact: Commitment) -> str:
    """Who made what kind of promise: "pledge of Olivier Brochet (France)", "agreed by France and Vietnam"."""
    speaker = names(fact.speaker) if fact.speaker else "speaker not told"
    who = f"{fact.by} ({speaker})" if fact.by else speaker
    return f"{_ACTS[fact.act]} {who}"


def left_out(views: Sequence[EntryView]) -> list[Note]:
    """How many more there are, and where they stand."""
    if not views:
        return []
    counted = Counter(standing(view) for view in views if view.status)
    counts = ", ".join(f"{number} {value}" for value, number in counted.most_common())
    return [Note(f"In the ledger stand {len(views)} more" + (f": {counts}." if counts else "."))]


def _last_told(view: EntryView) -> str:
    """ISO day, empty where none is known."""
    own = day_bounds(view.date)[1]
    return own or max((day_bounds(each.published)[1] or "" for each in view.facts), default="")


def _witnesses(view: EntryView, told: Sequence[str]) -> list[AnyFact]:
    """The leading fact; the first that tells a property which that one does not; those on which the status
    of a promise rests; and other independent reports, as far as there is room."""
    facts = [each.fact for each in view.facts]
    lead = next((f for f in facts if (f.source, f.evidence) == (view.fact.source, view.fact.evidence)), None)
    found = [lead or facts[0]]
    for name in told:
        if not any(_tells(fact, view.fact, name) for fact in found):
            found += [fact for fact in facts if _tells(fact, view.fact, name)][:1]
    if view.status and view.kind == "commitment":
        found += [mention.fact for mention in view.status.mentions]
    elif view.status and not {m.fact.id for m in view.status.mentions} & {fact.id for fact in found}:
        found += [mention.fact for mention in view.status.mentions][:1]
    fitting = [each for each in reversed(view.facts) if _fits(each.fact, view.fact, told)]
    others = {each.publisher: each.fact for each in fitting} if view.sources > 1 else {}
    more = [f for publisher, f in others.items() if publisher not in _publishers(view, found)]
    return [*found, *more[: max(0, min(view.sources, _MOST_REFS) - len(found))]]


def _publishers(view: EntryView, found: Iterable[AnyFact]) -> set[str | None]:
    ids = {fact.source for fact in found}
    return {each.publisher for each in view.facts if each.fact.source in ids}


def _tells(fact: AnyFact, shown: AnyFact, name: str) -> bool:
    value, own = getattr(shown, name, None), getattr(fact, name, None)
    if not value or own == value:
        return True
    if isinstance(value, tuple) and isinstance(own, tuple):
        return set(value) <= set(own)
    # The finest date can come from several reports: one gives the days, another the year.
    if name != "date" or not isinstance(own, str) or not isinstance(value, str):
        return False
    return edtf.has_year(own) and edtf.compatible(own, value)


def _fits(fact: AnyFact, shown: AnyFact, told: Iterable[str]) -> bool:
    """Whether nothing of what is told speaks against it."""
    return all(not getattr(fact, name, None) or _tells(fact, shown, name) for name in told)
