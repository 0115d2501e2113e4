"""Calls about single facts: the list of them, one with its quotation explained, search, and one by hand."""

from __future__ import annotations

import msgspec
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from servanda.ledger.reviewing import Review
from servanda.model.facts import AnyFact
from servanda.query.explain import explain
from servanda.query.facts import count
from servanda.query.facts import facts as facts_of
from servanda.query.search import search as found_for
from servanda.query.views import Explanation, FactView, SearchResults
from servanda.web.access import user_of
from servanda.web.api.answers import Asking, Listed, finds, lists, page_of, reviews
from servanda.web.api.asking import Chosen, Part, Search, Words
from servanda.web.api.entries import desk
from servanda.web.threads import in_thread


class NewFact(msgspec.Struct, frozen=True, kw_only=True):
    """A fact that no extractor found. `source` and `document` are id and name of a document that stands in
    the ledger, `evidence` has the words of its text that state the fact, with their places."""

    fact: AnyFact
    why: Words = ""


@lists("/facts", "facts", Chosen, Part)
@in_thread
def facts(request: Asking, asks: NamedDependency[Chosen], part: NamedDependency[Part]) -> Listed[FactView]:
    """List facts: what single documents say, in the order of time, with their quotations."""
    ledger, filters = desk(request).ledger, asks.filters()
    found = facts_of(ledger, filters, limit=part.size, offset=part.offset)
    return page_of(request, found, count(ledger, filters), part)


@reviews("/facts", "facts")
@in_thread
def add_fact(request: Asking, data: JSONBody[NewFact]) -> Review:
    """Add a fact by hand, which quotes a document that was read."""
    return desk(request).ledger.reviewing.add(data.fact, by=user_of(request).name, why=data.why)


@finds("/facts/{given:str}", "facts")
@in_thread
def fact(request: Asking, given: FromPath[str]) -> Explanation:
    """Get a fact by its id or the beginning of it: its quotations in their surroundings, the rule that read
    it, why each property has its value."""
    return explain(desk(request).ledger, given, around=300)


@lists("/search", "facts", Search)
@in_thread
def search(request: Asking, asks: NamedDependency[Search]) -> SearchResults:
    """Search documents and facts that hold all words, the best first."""
    return found_for(desk(request).ledger, asks.q, limit=asks.limit)


HANDLERS = (facts, add_fact, fact, search)
