"""Facts as event data: one record an event, in the codes of PLOVER or CAMEO."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import IO, Any

from servanda.codebook.maps import EventScheme, Rule, SchemeName, event_scheme, state_codes
from servanda.codebook.places import country_of_place
from servanda.model import edtf
from servanda.model.facts import Activity, AnyFact, Commitment, Engagement, Instrument
from servanda.publish.cells import write_table
from servanda.query.views import FactView

Row = dict[str, Any]
Sides = tuple[tuple[str, ...], tuple[str, ...]]
"""Who acts, and on whom; the second is empty where all act together."""

_COMMON = (
    "event_id", "date", "first_day", "last_day", "due", "published", "actors", "recipients",
)  # fmt: skip
_OWN = {
    "plover": ("category", "mode", "contexts"),
    "cameo": ("code", "name", "root", "reverse_code"),
}
_REST = (
    "quad", "rule", "actor_parties", "recipient_parties", "people", "kind", "type", "status", "modality",
    "fields", "place", "country", "amount", "currency", "quotation", "document", "start", "end",
    "confidence", "title", "publisher", "url",
)  # fmt: skip


def event_columns(scheme: SchemeName) -> tuple[str, ...]:
    """The columns of the records, the same whatever the facts."""
    return (*_COMMON, *_OWN[scheme], *_REST)


def write_events(
    views: Iterable[FactView], scheme: SchemeName, out: IO[bytes], left_out: Counter[str]
) -> int:
    """Writes the events that the facts tell as CSV and tells how many they were.

    Facts that are no event of the scheme are counted in `left_out`, by why.
    """
    return write_table(event_columns(scheme), events(views, scheme, left_out), out)


def events(views: Iterable[FactView], scheme: SchemeName, left_out: Counter[str]) -> Iterator[Row]:
    """The records, in the order of the facts; see `write_events`."""
    codes = event_scheme(scheme)
    for view in views:
        row = _event(view, codes)
        if isinstance(row, str):
            left_out[row] += 1
        else:
            yield row


def _event(view: FactView, scheme: EventScheme) -> Row | str:
    """The record, or why there is none."""
    fact = view.fact
    actors, recipients = _sides(fact)
    rule = scheme.rule(fact.kind, _features(fact, recipients), _fields(fact))
    if not rule.code:
        return rule.left_out
    if fact.modality == "negated":
        return "facts that the text denies"
    if fact.modality == "hypothetical" and not scheme.marks:
        return "hypothetical facts"
    if rule.together:
        actors, recipients = actors + recipients, ()
    if len({*actors, *recipients}) < 2:
        return "facts with one party only"
    category = scheme.category(rule, _fields(fact))
    if not recipients and category.recipient:
        recipients = actors
    date = getattr(fact, "date", None)
    happened = None if rule.ahead else date
    bounds = edtf.bounds(happened) if happened else None
    special = _special(scheme, view, happened)
    quotation = fact.evidence[0]
    amount = fact.amount if isinstance(fact, Activity) else None
    return {
        "event_id": fact.id,
        "date": happened,
        "first_day": bounds[0].isoformat() if bounds else None,
        "last_day": bounds[1].isoformat() if bounds else None,
        "due": date if rule.ahead else getattr(fact, "due", None),
        "published": view.published,
        "actors": _codes(actors),
        "recipients": _codes(recipients),
        "category": category.code,
        "mode": rule.mode,
        "contexts": (*scheme.contexts_of(rule, _fields(fact)), *special),
        "code": category.code,
        "name": category.name,
        "root": category.code[:2],
        "reverse_code": _reverse(rule, category.code, actors, recipients),
        "quad": category.quad,
        "rule": rule.name,
        "actor_parties": actors,
        "recipient_parties": recipients,
        "people": _people(fact),
        "kind": fact.kind,
        "type": getattr(fact, "type", None) or getattr(fact, "act", None),
        "status": getattr(fact, "status", None) or getattr(fact, "action", None),
        "modality": fact.modality,
        "fields": _fields(fact),
        "place": getattr(fact, "place", None),
        "country": getattr(fact, "country", None),
        "amount": amount.value if amount else None,
        "currency": amount.currency if amount else None,
        "quotation": quotation.text,
        "document": view.document,
        "start": quotation.start,
        "end": quotation.end,
        "confidence": fact.confidence,
        "title": view.title,
        "publisher": view.publisher,
        "url": view.url,
    }


def _sides(fact: AnyFact) -> Sides:
    """Who acts on whom: in an engagement, the visitors on the party in whose country it takes place."""
    if isinstance(fact, Commitment):
        return _directed(fact.speaker, fact.addressee)
    if isinstance(fact, Activity):
        if fact.provider and fact.recipient:
            return _directed(fact.provider, fact.recipient)
        return fact.parties or fact.provider or fact.recipient, ()
    if isinstance(fact, Engagement):
        return _directed(fact.parties, (_host(fact),))
    if isinstance(fact, Instrument):
        return fact.parties, ()
    return (), ()


def _host(fact: Engagement) -> str | None:
    """The party in whose country it is; of what is no visit, only where the text tells the place or visit."""
    told = fact.type == "visit" or fact.place or fact.within
    lies_in = country_of_place(fact.place) if fact.place else None
    if not told or fact.country not in fact.parties or lies_in not in (None, fact.country):
        return None
    return fact.country


def _directed(actors: tuple[str, ...], recipients: tuple[str | None, ...]) -> Sides:
    """Nobody acts on itself: a side that is named on both acts only where all are named on both."""
    on = tuple(party for party in recipients if party)
    acting = tuple(party for party in actors if party not in on)
    return (acting, on) if acting else (tuple(dict.fromkeys((*actors, *on))), ())


def _features(fact: AnyFact, recipients: tuple[str, ...]) -> dict[str, str]:
    own = {name: getattr(fact, name, None) for name in ("type", "status", "action", "act", "modality")}
    features = {name: value for name, value in own.items() if value}
    features["sides"] = "one-way" if recipients else "mutual"
    if isinstance(fact, Engagement):
        abroad = fact.country and fact.country not in fact.parties
        features["setting"] = "hosted" if recipients else "third" if abroad else "unknown"
    return features


def _fields(fact: AnyFact) -> tuple[str, ...]:
    return getattr(fact, "fields", ())


def _people(fact: AnyFact) -> tuple[str, ...]:
    if isinstance(fact, Engagement):
        return fact.participants
    return (fact.by,) if isinstance(fact, Commitment) and fact.by else ()


def _reverse(rule: Rule, code: str, actors: tuple[str, ...], recipients: tuple[str, ...]) -> str:
    """The code of the event as seen from the recipient: where both act it is the same."""
    return code if actors == recipients else rule.reverse


def _special(scheme: EventScheme, view: FactView, happened: str | None) -> tuple[str, ...]:
    """Marks for what is only supposed and for what was long past when the text was published."""
    marks = [scheme.marks[view.fact.modality]] if view.fact.modality in scheme.marks else []
    then = edtf.bounds(happened) if happened else None
    told = edtf.bounds(view.published) if view.published else None
    if "historical" in scheme.marks and then and told:
        limit = timedelta(days=scheme.historical_after_days)
        if told[0] - then[1] > limit:
            marks.append(scheme.marks["historical"])
    return tuple(marks)


def _codes(parties: tuple[str, ...]) -> tuple[str, ...]:
    """ISO 3166-1 alpha-3; an international body is IGO, as both schemes have it."""
    states = state_codes()
    return tuple(dict.fromkeys(states[p].iso3 if p in states else "IGO" for p in parties))
