"""The part of a sentence on several texts that tells of one of them."""

import pytest

from servanda.model.document import Span
from servanda.model.facts import Instrument
from servanda.query.own_words import own_part
from servanda.resolve.mention import Mention, Source

SAID = "They signed a plan of action for 2024-2028, as well as two credit agreements"
SPAN = Span(start=40, end=40 + len(SAID), text=SAID)


def text(title: str) -> Mention:
    said = {"document": "d", "source": "d", "evidence": (SPAN,), "parties": ("IN", "VN")}
    fact = Instrument(type="agreement", action="signed", title=title, **said)
    return Mention(id=title, fact=fact, source=Source(id="d", name="d", published=None, people=()))


PLAN, CREDITS = text("plan of action for 2024-2028"), text("two credit agreements")


@pytest.mark.parametrize(
    ("one", "part"),
    [
        (PLAN, "They signed a plan of action for 2024-2028, as well as"),
        (CREDITS, "two credit agreements"),
    ],
    ids=["the first has the verb", "the other stands alone"],
)
def test_each_text_has_its_own_part_of_the_sentence(one, part):
    found = own_part(one, SPAN, [PLAN, CREDITS])
    assert found.text == part
    assert SAID[found.start - SPAN.start : found.end - SPAN.start] == part


@pytest.mark.parametrize(
    "told",
    [[PLAN], [PLAN, text("joint statement")], [PLAN, text("plan of action")]],
    ids=["alone", "beside one that is not named in it", "beside one named at the same place"],
)
def test_else_the_sentence_stands_whole(told):
    assert own_part(PLAN, SPAN, told) == SPAN


def test_kinds_that_are_counted_together_keep_the_sentence():
    said = Span(start=0, end=54, text="the signing of twenty agreements and memoranda in Lima")
    told = [text("twenty agreements"), text("memoranda")]
    assert own_part(told[0], said, told) == said


def test_a_name_within_a_name_is_not_cut_off():
    said = "They signed an agreement amending the agreement on maps"
    span = Span(start=0, end=len(said), text=said)
    outer, inner = text("agreement amending the agreement on maps"), text("agreement on maps")
    assert own_part(outer, span, [outer, inner]) == span
    assert own_part(inner, span, [outer, inner]).text == "agreement on maps"
