"""Defence agreements between two states as rows in the manner of DCAD."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import IO, Any

from servanda.codebook.maps import AgreementScheme, dcad, state_codes
from servanda.model import edtf
from servanda.model.facts import Instrument
from servanda.publish.cells import write_table
from servanda.query.views import FactView

Row = dict[str, Any]

AGREEMENT_COLUMNS = (
    "DCAid", "ccode1", "cowName1", "iso1", "ccode2", "cowName2", "iso2",
    "signDay", "signMonth", "signYear", "EIFDay", "EIFMonth", "EIFYear",
    "type", "category1", "category2", "category3", "status", "form", "date", "period", "agreement",
    "relations", "fields", "quotation", "document", "start", "end", "confidence", "title", "published",
    "publisher", "url",
)  # fmt: skip
"""The columns, named as in DCAD where it has such a column."""

_CATEGORIES = 3


def write_agreements(views: Iterable[FactView], out: IO[bytes], left_out: Counter[str]) -> int:
    """Writes the defence agreements of two states as CSV and tells how many rows they are.

    Other facts are counted in `left_out`, by why.
    """
    return write_table(AGREEMENT_COLUMNS, agreements(views, left_out), out)


def agreements(views: Iterable[FactView], left_out: Counter[str]) -> Iterator[Row]:
    """The rows, one for each fact of an agreement; see `write_agreements`."""
    scheme = dcad()
    for view in views:
        if not isinstance(view.fact, Instrument):
            left_out["facts that are no instruments"] += 1
        elif reason := _not_one(view.fact, scheme):
            left_out[reason] += 1
        else:
            yield _row(view, view.fact, scheme)


def _not_one(fact: Instrument, scheme: AgreementScheme) -> str | None:
    if fact.modality != "asserted" or not scheme.actions[fact.action]:
        return "instruments that are not signed or standing"
    if scheme.forms[fact.type] is not True:
        return "instruments of another form"
    if not _categories(fact, scheme) and not _says_defence().search(fact.title):
        return "instruments not on defence"
    if len(set(fact.parties)) != 2 or not set(fact.parties) <= set(state_codes()):
        return "instruments not between two states"
    return None


def _row(view: FactView, fact: Instrument, scheme: AgreementScheme) -> Row:
    one, other = sorted(set(fact.parties), key=_in_order)
    names = _categories(fact, scheme)
    quotation = fact.evidence[0]
    return {
        "DCAid": fact.id,
        **_state(one, "1"),
        **_state(other, "2"),
        **_dates(fact, scheme),
        "type": "sector" if len(names) == 1 else "general",
        **{f"category{number}": name for number, name in enumerate(names[:_CATEGORIES], start=1)},
        "status": scheme.actions[fact.action],
        "form": fact.type,
        "date": fact.date,
        "period": fact.period,
        "agreement": fact.title,
        "relations": [f"{relation.type} {relation.target}" for relation in fact.relations],
        "fields": fact.fields,
        "quotation": quotation.text,
        "document": view.document,
        "start": quotation.start,
        "end": quotation.end,
        "confidence": fact.confidence,
        "title": view.title,
        "published": view.published,
        "publisher": view.publisher,
        "url": view.url,
    }


def _categories(fact: Instrument, scheme: AgreementScheme) -> list[str]:
    return [sector.code for sector in scheme.categories if set(sector.fields) & set(fact.fields)]


def _in_order(party: str) -> tuple[bool, int, str]:
    """By the number in the system of the Correlates of War project; a state outside it comes last."""
    number = state_codes()[party].cow
    return number is None, number or 0, party


def _state(party: str, side: str) -> Row:
    codes = state_codes()[party]
    return {f"ccode{side}": codes.cow, f"cowName{side}": codes.cow_abb, f"iso{side}": codes.iso3}


def _dates(fact: Instrument, scheme: AgreementScheme) -> Row:
    """The date is that of the signature or, where the quotation says so, of the entry into force."""
    in_force = any(_phrases(scheme.in_force).search(span.text) for span in fact.evidence)
    prefix = "sign" if fact.action == "signed" else "EIF" if fact.action == "existing" and in_force else ""
    if not prefix or not fact.date or not edtf.has_year(fact.date) or "/" in fact.date:
        return {}
    precision = edtf.precision(fact.date)
    bounds = edtf.bounds(fact.date)
    if bounds is None or precision not in ("day", "month", "year"):
        return {}
    first = bounds[0]
    month = first.month if precision != "year" else None
    return {
        f"{prefix}Year": first.year,
        f"{prefix}Month": month,
        f"{prefix}Day": first.day if precision == "day" else None,
    }


@cache
def _says_defence() -> re.Pattern[str]:
    return _phrases(dcad().defence)


@cache
def _phrases(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.IGNORECASE)
