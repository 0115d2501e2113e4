"""From an engagement as it was read to the fact."""

from itertools import pairwise

from servanda.model.document import Span

TEXT = "Portugal and Sweden met in Lisbon on 4 May 2024. The meeting was long. They met in the Town Hall."


def test_each_fact_is_proved_word_by_word(engagements):
    (fact,) = engagements(TEXT)
    assert all(TEXT[span.start : span.end] == span.text for span in fact.evidence)
    assert fact.evidence[0] == Span.of(TEXT, 0, TEXT.index("."))


def test_of_two_verbs_that_tell_of_two_engagements_each_is_proved_by_its_own(engagements):
    visit, audience = engagements("In May 2024 {reis} travelled to Sweden and was received by {holm}.")
    assert (visit.type, audience.type) == ("visit", "meeting")
    assert visit.evidence[0].text.endswith("travelled to Sweden")
    assert audience.evidence[0].text.startswith("was received by")
    assert set(audience.participants) == {"Ana Reis", "Eva Holm"}


def test_a_fact_says_why(engagement):
    fact = engagement("{reis} met {lind} on 4 May 2024.")
    assert fact.rule == fact.reasons["type"] == "engagement/meet:meet"
    assert "date" in fact.reasons
    assert "date" not in engagement("{reis} met {lind}.").reasons


def test_a_mention_that_adds_nothing_is_no_evidence(engagement):
    fact = engagement("{reis} met {lind} on 4 May 2024. At the meeting, she smiled.")
    assert len(fact.evidence) == 1


def test_evidence_does_not_repeat_itself(engagement):
    fact = engagement("{reis} met {lind} and held talks with {lind} in Lisbon on 4 May 2024.")
    spans = sorted((span.start, span.end) for span in fact.evidence)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_a_journey_is_quoted_without_the_talks_that_it_is_for(engagements) -> None:
    visit, talks = engagements(
        "{reis} will travel to Sweden tomorrow for talks with {lind}.", published="2024-06-03"
    )
    assert visit.evidence[0].text.endswith("will travel to Sweden tomorrow")
    assert "for talks with" in talks.evidence[0].text


def test_what_dates_the_journey_stays_in_its_quotation(engagements) -> None:
    visit, _ = engagements("{reis} arrived in Sweden for talks with {lind} on 3 June 2024.")
    assert visit.evidence[0].text.endswith("3 June 2024")
