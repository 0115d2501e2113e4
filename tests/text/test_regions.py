"""Titles, credits and captions are told from running text; in doubt nothing is marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.model.document import Region
from servanda.text.regions import find_regions

FIRST = "The Minister of Defence received the Ambassador of Chile on Monday and thanked him for his support."
LAST = "The two sides agreed to go on with the training of officers and to hold a second dialogue next year."


def marked(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(region.kind, text[region.start : region.end]) for region in find_regions(text, title)]


def between(line: str) -> list[tuple[str, str]]:
    return marked(f"{FIRST}\n\n{line}\n\n{LAST}")


class TestTitle:
    def test_is_a_headline_over_the_text(self) -> None:
        assert marked(f"Minister receives Ambassador of Chile\n\n{FIRST}\n\n{LAST}") == [
            ("title", "Minister receives Ambassador of Chile")
        ]

    def test_that_ends_in_a_full_stop_is_known_by_the_metadata(self) -> None:
        text = f"Minister Receives the Ambassador of Chile.\n\n{FIRST}"
        assert marked(text) == []
        assert marked(text, "Minister receives the ambassador of Chile")[0][0] == "title"

    def test_may_differ_a_little_from_the_metadata(self) -> None:
        text = f"Minister receives Ambassador of Chile in Quito.\n{FIRST}"
        assert marked(text, "Minister receives Ambassador of Chile, Quito")[0][0] == "title"

    @pytest.mark.parametrize(
        "first", ["Dear colleagues,", "Those present were:", "They met in the", FIRST, FIRST[:60]]
    )
    def test_is_not_what_only_begins_a_text(self, first: str) -> None:
        assert marked(f"{first}\n{LAST}") == []

    def test_alone_is_the_text(self) -> None:
        assert marked("Minister receives Ambassador of Chile") == []


class TestFront:
    def test_sub_headlines_stand_between_title_and_text(self) -> None:
        text = (
            "Quito and Lima sign two agreements\n\n– Agreement on Customs\n– Agreement on Hydrography\n\n"
            f"COMMUNIQUÉ\nQuito, 3 May 2021\nBy Ana Ruiz, Staff Writer\n\n{FIRST}\n\n{LAST}"
        )
        assert [kind for kind, _ in marked(text)] == [
            "title", "heading", "heading", "heading", "dateline", "byline",
        ]  # fmt: skip

    def test_a_quoted_sub_headline_is_known_by_whom_it_is_ascribed_to(self) -> None:
        front = "Minister speaks in Quito\n\n“We will build this bridge together.”\n– Minister"
        text = f"{front}\n\n{FIRST}\n\n{LAST}"
        assert [kind for kind, _ in marked(text)] == ["title", "heading", "heading"]

    def test_a_list_that_is_the_document_is_not_taken_for_sub_headlines(self) -> None:
        items = "\n".join(f"• Agreement number {n} on the training of officers was signed" for n in range(6))
        end = "All of them were signed on the same day in Quito, it is said."
        assert marked(f"Outcomes of the visit\n\n{items}\n\n{end}") == []

    def test_a_paragraph_whose_full_stop_was_forgotten_is_running_text(self) -> None:
        unended = (
            FIRST.rstrip(".") + " in the war against mines, which goes on in the south of the country (04)"
        )
        assert marked(f"Minister receives Ambassador\n\n{unended}\n\n{LAST}") == [
            ("title", "Minister receives Ambassador")
        ]

    def test_a_dateline_is_marked_before_the_first_sentence(self) -> None:
        assert marked(f"QUITO, May 3 — {FIRST}\n\n{LAST}") == [("dateline", "QUITO, May 3 —")]


class TestHeadings:
    def test_numbered_lines_over_text(self) -> None:
        text = f"{FIRST}\n\n1. Regional matters\n(1) {LAST}\n(2) {LAST}\n\n2. Training\n{LAST}"
        assert marked(text) == [("heading", "1. Regional matters"), ("heading", "2. Training")]

    def test_a_short_line_alone_between_paragraphs(self) -> None:
        assert between("Training and education") == [("heading", "Training and education")]

    @pytest.mark.parametrize(
        "lines",
        [
            "1. Ms. Ana Ruiz\n2. Mr. Li Wei",
            "• Training",
            "Training:",
            "Training will go on",
            "Talks were held.",
        ],
    )
    def test_items_and_short_sentences_are_none(self, lines: str) -> None:
        assert between(lines) == []

    def test_a_signature_is_none(self) -> None:
        assert marked(f"{FIRST}\n\n{LAST}\n\nAna Ruiz\nMinister of Defence") == []


class TestCaptions:
    @pytest.mark.parametrize(
        "line",
        [
            "An overview of the talks",
            "Delegates at the dialogue",
            "The delegates posing for a photo",
            "General Ana Ruiz (left) receives Vice Admiral Li Wei.",
            "Minister Ruiz, second from left, at the ceremony in Quito",
            "General Ana Ruiz presents a gift to Vice Admiral Li Wei.",
            "The two ministers sign the letter of intent.",
            "Ana Ruiz and Li Wei shake hands before the talks. Photo: MoD",
        ],
    )
    def test_describe_a_picture(self, line: str) -> None:
        assert between(line) == [("caption", line)]

    @pytest.mark.parametrize(
        "line",
        [
            "General Ana Ruiz received Vice Admiral Li Wei.",
            "The President’s visit highlights the friendship of the two countries.",
            "This visit aims to strengthen trust between the two armies.",
            "During his visit to the base the Minister spoke with officers.",
            "Minister Ruiz meets Minister Li in Quito on Tuesday.",
            "Chile attaches importance to its partnership with Viet Nam.",
            "Delegates at the dialogue were shown the new training ship.",
            "Minister Ruiz signs that agreement, which was long awaited.",
            "(l) promote the exchange of officers;",
            "Officials attending the meeting praised the host. They left on Friday.",
        ],
    )
    def test_sentences_that_report_are_none(self, line: str) -> None:
        assert between(line) == []

    def test_a_line_within_a_paragraph_is_none(self) -> None:
        assert marked(f"{FIRST}\nAn overview of the talks\n{LAST}") == []


class TestCredits:
    @pytest.mark.parametrize(
        "line",
        ["Translated by Đặng Thu Hà", "Photo: Ministry of Defence", "Source: VNA", "(Photos by Li Wei)"],
    )
    def test_stand_on_a_line_of_their_own(self, line: str) -> None:
        assert marked(f"{FIRST}\n\n{LAST}\n\n{line}") == [("credit", line)]

    @pytest.mark.parametrize("glue", ["", " ", "\n", "   \n"])
    def test_or_hang_on_the_last_sentence(self, glue: str) -> None:
        assert marked(f"{FIRST}\n\n{LAST}{glue}Translated by Mai Anh") == [
            ("credit", "Translated by Mai Anh")
        ]

    def test_an_agency_signs_at_the_end(self) -> None:
        assert marked(f"{FIRST}\n\n{LAST} — Agencies") == [("byline", "— Agencies")]

    @pytest.mark.parametrize(
        "line",
        [
            "The novel was translated by Mai Anh.",
            "The handbook was translated by officers of both armies in a year of work, and printed in Quito.",
            "Talks on the source: they went on all day.",
        ],
    )
    def test_sentences_about_translating_are_none(self, line: str) -> None:
        assert between(line) == []


class TestFrame:
    @pytest.mark.parametrize(
        "line", ["Read more: Chile and Peru hold talks", "Related news", "###", "© 2021 Ministry of Defence"]
    )
    def test_is_boilerplate(self, line: str) -> None:
        assert marked(f"{FIRST}\n\n{LAST}\n\n{line}") == [("boilerplate", line)]

    def test_words_of_the_frame_in_a_sentence_are_text(self) -> None:
        assert between("Home affairs were discussed.") == between("Share of the costs was agreed.") == []


def test_what_the_format_marks_is_kept() -> None:
    text = f"A line that nobody would know\n\n{FIRST}\n\nIn the port of Callao.\n\n{LAST}"
    start = text.index("In the port")
    found = find_regions(text, None, [Region(start, start + 22, "caption")])
    assert Region(start, start + 22, "caption") in found


def test_text_of_broken_lines_is_read_by_its_blocks() -> None:
    wrapped = FIRST.replace(" and ", "\nand ").replace(" for ", "\nfor ")
    assert marked(f"Minister receives Ambassador\n\n{wrapped}\n\nAn overview\nof the talks\n\n{LAST}") == [
        ("title", "Minister receives Ambassador"), ("caption", "An overview\nof the talks"),
    ]  # fmt: skip


PIECES = [
    "\n",
    "\n\n",
    "Minister",
    " meets ",
    "(left)",
    "– ",
    "1. ",
    "By Ana Ruiz",
    "Photo: X",
    "QUITO, May 3 - ",
    FIRST,
    ".",
    "“",
    " ",
    "é",
]


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join), st.none() | st.sampled_from(PIECES))
def test_regions_are_in_order_never_overlap_and_hold_no_blanks_at_their_ends(
    text: str, title: str | None
) -> None:
    end = 0
    for region in find_regions(text, title):
        content = text[region.start : region.end]
        assert end <= region.start < region.end <= len(text)
        assert content == content.strip()
        end = region.end
