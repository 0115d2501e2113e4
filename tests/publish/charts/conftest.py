"""Items in our own words, and pictures read as XML."""

from xml.etree import ElementTree

import pytest

from servanda.publish.charts.values import Item, Who

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def item():
    """Makes an item; each has another id."""
    number = iter(range(10_000))

    def make(label="visit of Parly", when="2020-05-01", **more):
        known = {"id": f"entry-{next(number)}", "kind": "engagement", "status": "held"} | more
        return Item(label=label, when=when, **known)

    return make


@pytest.fixture
def who():
    return Who


@pytest.fixture
def parsed():
    """A chart's picture as a tree of elements, its texts without their places."""

    class Picture:
        def __init__(self, chart):
            self.root = ElementTree.fromstring(chart.svg)  # noqa: S314 - made here

        def all(self, name):
            return list(self.root.iter(f"{SVG}{name}"))

        @property
        def texts(self):
            return [text.text for text in self.all("text")]

        def group(self, tip):
            """The group whose tip begins so."""
            return next(g for g in self.all("g") if (g.findtext(f"{SVG}title") or "").startswith(tip))

        def shape(self, tip, name="rect"):
            return self.group(tip).find(f"{SVG}{name}")

    return Picture
