"""A fact in a few words."""

import pytest

from servanda.model.document import Span
from servanda.model.facts import (
    Activity,
    Amount,
    Assessment,
    Commitment,
    Engagement,
    Instrument,
    Milestone,
    Person,
    Position,
)
from servanda.query.wording import ordinal, what, who

COMMON = {"document": "d", "source": "doc-1", "evidence": (Span(0, 4, "They"),)}


@pytest.mark.parametrize(
    ("fact", "words", "parties"),
    [
        (
            Engagement(**COMMON, type="visit", status="planned", parties=("DE", "PL"), within="the summit"),
            "visit (planned); within the summit",
            "DE PL",
        ),
        (
            Engagement(**COMMON, type="dialogue", status="held", series="Security Dialogue", ordinal=2),
            "2nd dialogue: Security Dialogue",
            "",
        ),
        (
            Instrument(
                **COMMON, type="vision-statement", action="existing", title="vision", period="2018/2028"
            ),
            "vision-statement existing: vision (2018/2028)",
            "",
        ),
        (
            Commitment(
                **COMMON, act="request", content="send ships", speaker=("DE",), addressee=("PL",), by="A. B."
            ),
            "request: A. B.: send ships",
            "DE → PL",
        ),
        (
            Commitment(**COMMON, act="pledge", content="send ships", due="2024", modality="negated"),
            "pledge: send ships (due 2024) [negated]",
            "",
        ),
        (Position(**COMMON, content="law rules", holder=("DE",), by="A. B."), "A. B.: law rules", "DE"),
        (Assessment(**COMMON, content="good", polarity="positive", holder=("DE",)), "positive: good", "DE"),
        (
            Milestone(**COMMON, type="diplomatic-relations", number=51, year=1972, parties=("DE", "PL")),
            "51st anniversary: diplomatic-relations (since 1972)",
            "DE PL",
        ),
        (
            Activity(
                **COMMON,
                content="built a school",
                provider=("DE",),
                recipient=("PL",),
                amount=Amount(value=2e6, currency="EUR"),
            ),
            "built a school (2,000,000 EUR)",
            "DE → PL",
        ),
        (Activity(**COMMON, content="joint patrols", parties=("DE", "PL")), "joint patrols", "DE PL"),
        (
            Person(**COMMON, name="A. B.", rank="General", post="Chief", party="DE"),
            "A. B., General, Chief",
            "DE",
        ),
    ],
)
def test_each_kind_of_fact_in_a_few_words(fact, words, parties):
    assert (what(fact), who(fact)) == (words, parties)


def test_a_hypothetical_fact_is_marked_as_one():
    fact = Engagement(**COMMON, type="visit", status="planned", modality="hypothetical")
    assert what(fact) == "visit (planned) [hypothetical]"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (113, "113th"),
        (22, "22nd"),
    ],
)
def test_ordinals(number, words):
    assert ordinal(number) == words
