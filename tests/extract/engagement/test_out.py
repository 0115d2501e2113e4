"""What rules an engagement out."""

import pytest

from servanda.codebook.engagements import engagement_words
from servanda.extract.engagement.out import is_out


@pytest.mark.parametrize(
    "told",
    [
        "{reis} and {lind} agreed to hold annual talks.",
        "{reis} and {lind} agreed to hold a meeting every year.",
        "{reis} and {lind} agreed to begin talks on the exchange of data.",
    ],
)
def test_talks_of_no_single_day_are_none(engagements, told) -> None:
    assert engagements(told) == []


@pytest.mark.parametrize(
    "told",
    [
        "{reis} did not meet {lind}.",
        "{reis} never met {lind}.",
        "{reis} refused to meet {lind}.",
        "{reis} has yet to meet {lind}.",
        "If {reis} meets {lind}, trade will grow.",
        "Did {reis} meet {lind}?",
        "{reis} could meet {lind}.",
        "{reis} should meet {lind}.",
        "{reis} hopes to meet {lind}.",
        "{reis} looks forward to meeting {lind}.",
        "{reis} proposed to hold talks with {lind}.",
        "{reis} expressed her willingness to meet {lind}.",
        "{reis} invited {lind} to visit Portugal.",
        "Portugal proposed a visit to Sweden.",
    ],
)
def test_denied_conditional_doubtful_or_wished_for(engagements, told):
    assert engagements(told) == []


@pytest.mark.parametrize(
    ("told", "verb", "out"),
    [
        ("She proposed to meet him.", "meet", True),
        ("She plans to meet him.", "meet", False),
        ("She expressed her intention to meet him.", "meet", False),
        ("She made a proposal to meet him.", "meet", True),
        ("She thanked Sweden for the opportunity to visit Stockholm.", "visit", False),
        ("She sought an opportunity to visit Stockholm.", "visit", True),
        ("She invited him to visit Lisbon in 2025.", "visit", False),
        ("She invited him to visit Lisbon.", "visit", True),
        ("She praised the envoy who met him.", "met", False),
        ("She must meet him.", "meet", True),
    ],
)
def test_a_wish_is_out_a_plan_is_not(word, told, verb, out):
    assert is_out(engagement_words().course, word(told, verb)) is out


def test_what_is_not_announced_is_no_plan(engagements):
    assert engagements("It has not been announced when {reis} will come to Stockholm.") == []
