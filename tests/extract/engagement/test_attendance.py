"""Who else took part, and where and when all of it was."""

import pytest

MET = "{reis} met {lind} on 4 May 2024. "


@pytest.mark.parametrize(
    "more",
    [
        "The meeting was attended by {holm}.",
        "{holm} was also present.",
        "Also present at the meeting were {holm} and officials.",
        "Those present comprised {holm}.",
        "The Swedish side was led by {holm}.",
    ],
)
def test_a_sentence_of_attendance_adds_people_and_is_evidence(engagement, more):
    fact = engagement(MET + more)
    assert fact.participants == ("Ana Reis", "Bo Lind", "Eva Holm")
    assert len(fact.evidence) == 2


def test_those_at_the_ceremony_were_at_the_ceremony(engagements):
    told = engagements(
        "{holm} welcomed {reis} with full military honours. Minister Reis then met {lind}. "
        "The ceremony was also attended by Ambassador Gil Sousa of Portugal."
    )
    assert [(f.type, "Gil Sousa" in f.participants) for f in told] == [("ceremony", True), ("meeting", False)]


@pytest.mark.parametrize("more", ["{holm} was in Paris.", "The meeting was attended by officials."])
def test_other_sentences_add_nobody(engagement, more):
    assert engagement(MET + more).participants == ("Ana Reis", "Bo Lind")


def test_company_belongs_to_the_visit(engagements):
    told = engagements(
        "{reis} visited Sweden on 4 May 2024. Minister Reis met {lind} on 5 May 2024. "
        "Accompanying Minister Reis was {pires}."
    )
    assert [(f.type, "Rui Pires" in f.participants) for f in told] == [("visit", True), ("meeting", False)]


def test_all_the_meetings_share_what_is_said_of_them(engagements):
    told = engagements(
        "{reis} met {lind}. {pires} met {holm}. These meetings were held in Lisbon on 4 May 2024."
    )
    assert [(f.place, f.date, len(f.evidence)) for f in told] == [("Lisbon", "2024-05-04", 2)] * 2


def test_those_present_at_the_meetings_were_at_each(engagements):
    told = engagements(
        "{reis} met {lind}. {pires} met {holm}. "
        "Ambassador Gil Sousa of Portugal was also present at the meetings."
    )
    assert all("Gil Sousa" in f.participants for f in told)
    assert len(told) == 2


def test_attendance_of_nothing_is_nothing(engagements):
    assert engagements("{holm} was also present.") == []


def test_who_signed_before_witnesses_took_part_in_the_signing(engagement):
    fact = engagement(
        "A memorandum on loans was signed on 4 May 2024 in the presence of {holm}. "
        "The agreement was signed by {reis} and the Secretary to the Treasury, Mr. Bo Lind."
    )
    assert (fact.type, set(fact.parties)) == ("ceremony", {"SE", "PT"})
    assert {"Eva Holm", "Ana Reis"} <= set(fact.participants)


def test_those_present_at_the_talks_were_not_at_the_exercise_told_before(engagements) -> None:
    talks, exercise = engagements(
        "{reis} met {lind} in Lisbon on 2 June 2025. They welcomed the exercise Otter, held at Beja in May "
        "2025. {pires} was present at the talks."
    )
    assert ("Rui Pires" in talks.participants, exercise.participants) == (True, ())


def test_those_present_were_at_the_talks_of_the_news_not_at_those_recalled(engagements) -> None:
    news, recalled = engagements(
        "{reis} met {lind} in Lisbon on 9 October 2025. She recalled that visas are free since August, as "
        "{holm} had announced during her talks with Minister Reis in August. {pires} was also present.",
        published="2025-10-09",
    )
    assert "Rui Pires" in news.participants
    assert "Rui Pires" not in recalled.participants
