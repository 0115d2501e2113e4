"""No page violates WCAG 2.2 AA, as far as axe-core can tell: in light and dark, wide and on a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from msgspec.structs import replace

from servanda.query.explain import explain

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
PAGES = (
    "/", "/relationships", "/entries", "/due", "/conflicts", "/people", "/organisations", "/documents",
    "/fields", "/changes", "/years", "/search?q=visit",
)  # fmt: skip


@pytest.fixture(scope="module")
def addresses(served):
    """One page of each kind."""
    edition = served.desk.edition()
    (pair,) = (row.parties for row in edition.relationships(limit=1).items)
    entry = max(edition.entries(limit=500).items, key=lambda e: (len(e.conflicts), len(e.facts)))
    commitment = next(e for e in edition.entries(limit=500).items if e.kind == "commitment")
    person = edition.people(limit=1).items[0].person
    document = edition.documents(limit=1).items[0]
    return [
        *PAGES,
        f"/relationships/{pair[0]}/{pair[1]}",
        f"/entries/{entry.id}",
        f"/entries/{commitment.id}",
        f"/people/{person.id}",
        f"/organisations/{edition.organisations(limit=1).items[0].id}",
        f"/documents/{document.id}",
        "/login",
        *reviewing(served, entry, person, document),
    ]


def reviewing(served, entry, person, document):
    """The pages on which somebody decides; a fact has been corrected before."""
    fact, *_ = (row.fact for row in served.desk.edition().waiting_for_review(reason="unsure"))
    held = explain(served.ledger, fact).fact.fact
    review = served.ledger.reviewing.correct(fact, replace(held, modality="hypothetical"), by="Lan")
    return [
        "/review",
        "/reviews",
        "/review/next?reason=conflict",
        f"/review/next?reason=overdue&done={review.number}",
        f"/review/next?document={document.id}",
        f"/facts/{review.replacement}",
        f"/facts/{review.replacement}/correct",
        f"/entries/{review.replacement}",
        f"/documents/{document.id}/add?kind=instrument&start=10&end=40",
        f"/entries/{entry.id}/same",
        f"/people/{person.id}/same",
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_violates_wcag(window, served, addresses, scheme, width):
    shown = window(served, color_scheme=scheme, viewport={"width": width, "height": 900})
    for address in addresses:
        page = shown.open(address)
        found = Axe().run(page, options=RULES).response["violations"]
        told = [(v["id"], n["target"], n.get("failureSummary")) for v in found for n in v["nodes"][:3]]
        assert told == [], address


def test_no_page_is_wider_than_a_phone(window, served, addresses):
    shown = window(served, viewport={"width": 390, "height": 800})
    for address in addresses:
        page = shown.open(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, address


def test_pages_read_without_script(window, served, addresses):
    shown = window(served, java_script_enabled=False)
    for address in addresses:
        page = shown.open(address)
        assert page.locator("h1").inner_text()
