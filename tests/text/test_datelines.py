"""Where and when a report was filed; only a full day is a date of publication."""

from __future__ import annotations

import pytest

from servanda.text.datelines import full_line, prefix


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("LISBON, May 3 -", None),
        ("LISBON, 3rd May, 2021 --", "2021-05-03"),
        ("Lisbon, Portugal, May 3, 2021 —", "2021-05-03"),
        ("Ho Chi Minh City, Sept. 12, 2019 –", "2019-09-12"),
        ("Rio de Janeiro, Monday, 3 May 2021 -", "2021-05-03"),
        ("LISBON (AFP) —", None),
        ("NEW DELHI, DECEMBER 20 (PTI):", None),
        ("LISBON:", None),
        ("Lisbon —", None),
        ("LISBON, Portugal —", None),
        ("Accra May 3/2021 (GNA)", "2021-05-03"),
        ("MUSCAT, (AFP / Gulf News - 3rd May)", None),
        ("Hà Nội (VNA) -", None),
        ("GENEVA, 31 February 2021 -", None),
        ("Lisbon, May 3 (PTI)", None),
        ("Lisbon [Portugal], May 3 (ANI):", None),
    ],
)
def test_a_paragraph_can_begin_with_a_dateline(dateline: str, day: str | None) -> None:
    found = prefix(f"{dateline} The ministers met.")
    assert found is not None
    assert (found.length, found.day) == (len(dateline), day)


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met in Lisbon on 3 May 2021 - the first time in years.",
        "Singapore – Malaysia and Indonesia met.",
        "Portugal - a country of ten million - signed the agreement.",
        "Minister Roux: “We shall meet again.”",
        "On May 3, 2021, the ministers met.",
        "MoU: signed",
        "Portugal (EU) and Ghana signed.",
        "Minister Roux (AFP) met them.",
        "The Association (ASEAN) met in May.",
        "UN - the organisation",
        "",
    ],
)
def test_running_text_is_no_dateline(text: str) -> None:
    assert prefix(text) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("3 May 2021", "2021-05-03"),
        ("May 3, 2021", "2021-05-03"),
        ("Monday, May 3, 2021", "2021-05-03"),
        ("Lisbon, 3 May 2021", "2021-05-03"),
        ("Published on 3 May 2021", "2021-05-03"),
        ("Posted: May 3, 2021 08:30 AM", "2021-05-03"),
        ("2021-05-03", "2021-05-03"),
        ("Lisbon, May 3", None),
    ],
)
def test_a_line_can_be_a_dateline(line: str, day: str | None) -> None:
    found = full_line(line)
    assert found is not None and found.day == day


@pytest.mark.parametrize(
    "line",
    [
        "Updated on 3 May 2021",
        "03/05/2021",
        "May 2021",
        "The agreement of 3 May 2021",
        "since May 3, 2021",
        "Lisbon",
    ],
)
def test_other_dates_are_no_dateline(line: str) -> None:
    assert full_line(line) is None
