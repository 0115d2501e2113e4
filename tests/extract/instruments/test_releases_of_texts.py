"""Texts as the releases of a presidential office tell them."""

import pytest

MET = "The President of Sri Lanka met the Prime Minister of Thailand in Colombo on 3 February 2024. "


@pytest.mark.parametrize(
    ("told", "title", "action"),
    [
        ("An air services agreement is also expected.", "air services agreement", "planned"),
        ("A protocol on visas is to follow.", "protocol on visas", "planned"),
        (
            "He said they would build it once the agreement on visas had been signed.",
            "agreement on visas",
            "planned",
        ),
        ("They entered into a Free Trade Agreement today (03).", "Free Trade Agreement", "signed"),
        ("Approval was granted to sign the agreement on visas.", "agreement on visas", "planned"),
    ],
)
def test_texts_of_a_visit(texts, told, title, action) -> None:
    assert [(text.title, text.action) for text in texts(MET + told)] == [(title, action)]


def test_an_exchange_of_notes_on_a_matter_of_two_governments_is_one_text(texts) -> None:
    told = "The Exchange of Notes on the debt of the Government of Sri Lanka and the Government of Thailand"
    assert len(texts(f"{MET}{told} was signed.")) == 1


def test_the_month_of_another_text_dates_none(texts) -> None:
    told = "Sri Lanka concluded its debt agreement with Thailand under the memorandum of June 2022."
    assert [text.date for text in texts(MET + told) if text.action == "signed"] != ["2022-06"]


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("A memorandum was signed on Friday on cyber defence.", "memorandum on cyber defence"),
        ("They signed a protocol in Colombo on Monday on visas.", "protocol on visas"),
        ("They signed an agreement on behalf of both.", "agreement"),
    ],
)
def test_the_topic_behind_the_verb_belongs_to_the_text(texts, told, title) -> None:
    assert [text.title for text in texts(MET + told)] == [title]


def test_a_month_before_the_noun_dates_it(texts) -> None:
    told = "The June memorandum on tea between the boards is known."
    assert [text.date for text in texts(MET + told, published="2024-11-23")] == ["2024-06"]


def test_a_text_known_by_its_matter_stands(texts) -> None:
    told = "He suggested that the two sides bring the memorandum on logistics to life."
    assert [(t.title, t.action) for t in texts(MET + told)] == [("memorandum on logistics", "existing")]
    assert texts(MET + "The two governments have put the agreement on hold.") == []
