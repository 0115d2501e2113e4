"""A document to its activities."""

from __future__ import annotations

from servanda.model.document import Region

SENTENCE = "Norway donated rice worth 3 million kroner to Ghana in 2022."


def test_date_fields_and_exact_quotation(deeds) -> None:
    (deed,) = deeds(SENTENCE)
    assert (deed.date, deed.fields) == ("2022", ("agriculture",))
    (span,) = deed.evidence
    assert SENTENCE[span.start : span.end] == span.text == deed.content


def test_a_caption_tells_no_activity(deeds) -> None:
    assert deeds(SENTENCE, regions=[Region(0, len(SENTENCE), "caption")]) == []


def test_one_stretch_is_one_activity(deeds) -> None:
    (deed,) = deeds("Norwegian experts taught Ghanaian officers how Norway trained Ghanaian pilots.")
    assert deed.rule == "activity/giving:teach"


def test_a_scrap_tells_nothing(deeds) -> None:
    assert deeds("provided; provided?") == []
