"""What hangs behind a name and is no plain clause of signing."""

import pytest

MET = "The ministers of Chile and Peru met in Lima on 4 May 2024. "


@pytest.mark.parametrize(
    ("told", "title", "action", "date"),
    [
        (
            "The defence pact which took effect in March 2023 is old.",
            "defence pact",
            "existing",
            "2023-03",
        ),
        ("The defence pact, in force since 2019, covers drills.", "defence pact", "existing", "2019"),
        ("The action plan agreed upon in October 2023 was praised.", "action plan", "signed", "2023-10"),
        (
            "The letter of intent that Brown and Rojas put their names to in May 2023 bore no fruit.",
            "letter of intent",
            "signed",
            "2023-05",
        ),
        (
            "The defence pact that Chile has had with Peru since 2012 is old.",
            "defence pact",
            "existing",
            None,
        ),
        ("The two countries have a defence pact dating from 1996.", "defence pact", "existing", "1996"),
        ("The defence pact, on which talks were launched in May, is late.", "defence pact", "planned", None),
        ("The roadmap, which officials have begun to draft, is late.", "roadmap", "planned", None),
        ("The defence pact under negotiation since February is late.", "defence pact", "planned", None),
    ],
)
def test_a_tail_tells_what_is_done_to_the_text(texts, told, title, action, date) -> None:
    found = texts(MET + told)
    assert [(text.title, text.action) for text in found] == [(title, action)]
    assert date in (None, found[0].date)


@pytest.mark.parametrize(
    "told",
    [
        "They spoke of a new partnership agreement, to be signed in Lima in June.",
        "Work goes on on a memorandum on drones, to be concluded this year.",
        "They discussed a treaty on space that is to be signed in June.",
        "The contract for two tugs, which both sides want to sign next month, is the first of its kind.",
        "The memorandum on drones that the two plan to sign in June will cover research.",
        "The minister hopes to sign the contract for two tugs in June.",
    ],
)
def test_what_is_to_be_signed_is_planned(texts, told) -> None:
    (text,) = texts(MET + told)
    assert text.action == "planned"


@pytest.mark.parametrize(
    ("told", "action"),
    [
        ("A memorandum on drones was entered into by both ministries.", "signed"),
        ("Both signed up to a joint plan for the Antarctic.", "signed"),
        ("The deal was followed by a treaty on undersea cables.", "signed"),
        ("They put the finishing touches to a treaty on undersea cables.", "planned"),
        ("They welcomed progress on the draft agreement on cyber defence.", "planned"),
        ("If both sign up to a plan for the Antarctic, ships will follow.", None),
        ("They would not enter into a memorandum on drones.", None),
    ],
)
def test_other_words_for_signing_and_for_getting_ready(texts, told, action) -> None:
    found = texts(MET + told)
    assert [text.action for text in found][-1:] == ([action] if action else [])


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("The legal basis is an agreement on drones dating from 1996.", "1996"),
        ("They turned their memorandum of 2004 on air defence into something solid.", "2004"),
        ("Under the framework programme that both signed in February, officers teach in Arica.", "2024-02"),
    ],
)
def test_a_text_of_former_years(texts, told, date) -> None:
    (text,) = texts(MET + told)
    assert text.date == date


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("The Mutual Border Treaty extends to attacks at sea.", "Mutual Border Treaty"),
        ("The Mutual Border Treaty, which extends to attacks at sea, is old.", "Mutual Border Treaty"),
        (
            "Cooperation is governed by the implementation plan for 2023-2027.",
            "implementation plan for 2023-2027",
        ),
        ("After the contract for 12 drones had been made public, he resigned.", "contract for 12 drones"),
        ("The treaty on legal aid would not harm judges, he said.", "treaty on legal aid"),
    ],
)
def test_a_text_that_is_there(texts, told, title) -> None:
    assert [(text.title, text.action) for text in texts(MET + told)] == [(title, "existing")]


def test_a_contract_on_which_a_memorandum_was_concluded_is_not_concluded(texts) -> None:
    found = texts(
        MET + "They are expected to sign there the contract for two tugs, on which a memorandum of "
        "understanding was concluded in Arica."
    )
    assert [(t.type, t.action) for t in found] == [("contract", "planned"), ("memorandum", "signed")]
    assert found[1].date is None, "it lies before the talks"


@pytest.mark.parametrize(
    ("told", "type_"),
    [
        ("The letter signed in Lima last year opened the way.", "letter-of-intent"),
        ("A paper signed in Lima in August 2023 lists the projects.", "other"),
        ("The paper on the frigates was signed within days.", "other"),
        ("They adopted a Vision for a Maritime Partnership.", "vision-statement"),
        ("The strategic partnership that the two countries signed in September covers defence.", "agreement"),
    ],
)
def test_a_noun_that_names_no_text_by_itself_does_where_it_is_signed(texts, told, type_) -> None:
    assert [(text.type, text.action) for text in texts(MET + told)] == [(type_, "signed")]


@pytest.mark.parametrize(
    "told",
    [
        "The paper said that relations were good.",
        "The ministry published a white paper.",
        "He read out a letter from the President.",
        "The partnership that both want needs time.",
        "Contract negotiations of the miners broke no rule.",
    ],
)
def test_papers_letters_and_partnerships_are_else_no_texts(texts, told) -> None:
    assert [text for text in texts(MET + told) if text.action != "planned"] == []


def test_talks_called_by_their_text_tell_that_it_is_negotiated(texts) -> None:
    assert [(t.title, t.action) for t in texts(MET + "Free trade agreement talks will follow.")] == [
        ("Free trade agreement", "planned")
    ]


def test_a_text_of_a_day_stands_whatever_is_denied_of_it(texts) -> None:
    (text,) = texts("Chile and Peru met. No side has broken the treaty of 2010.")
    assert (text.title, text.action) == ("treaty of 2010", "existing")


@pytest.mark.parametrize("told", ["exchanged 11 papers", "signed 11 papers", "signed seven other papers"])
def test_papers_that_are_counted_and_change_hands_are_texts(texts, told) -> None:
    (text,) = texts(f"Kenya and Chile met. Ministers of the two countries {told}.")
    assert (text.type, text.action) == ("other", "signed")


@pytest.mark.parametrize("told", ["exchanged papers on the port", "presented 11 papers", "wrote papers"])
def test_other_papers_are_none(texts, told) -> None:
    assert texts(f"Kenya and Chile met. Experts of the two countries {told}.") == []
