"""When something was done to a text, and the years that it covers."""

from __future__ import annotations

import pytest

MET = "The Chilean minister met the Peruvian minister in Lima on 3 July 2024. "


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Chile and Peru signed a protocol in May 2023.", "2023-05"),
        ("Chile and Peru signed a protocol yesterday.", "2024-07-09"),
        ("Chile and Peru praised the agreement signed in 2015.", "2015"),
        ("Chile and Peru apply the agreement of 2015.", "2015"),
        ("The treaty between Chile and Peru entered into force in 1998.", "1998"),
        ("The treaty between Chile and Peru took effect on 1 March 2024.", "2024-03-01"),
        (MET + "The agreement entered into force in 2023.", "2023"),
        (MET + "They signed a protocol.", "2024-07-03"),
        (MET + "They signed a protocol amending the 2002 tax agreement.", "2024-07-03"),
    ],
    ids=[
        "month",
        "relative",
        "participle",
        "of",
        "entered",
        "effect",
        "bare",
        "day of the engagement",
        "amends",
    ],
)
def test_the_day_of_the_deed(texts, sentence, date) -> None:
    assert texts(sentence)[0].date == date


@pytest.mark.parametrize(
    "sentence",
    [
        "The pact between Chile and Peru was initialled in May 2022 and signed in November 2023.",
        "The pact between Chile and Peru, initialled in 2022 and signed in November 2023, is short.",
    ],
)
def test_what_is_initialled_and_then_signed_is_signed_then(texts, sentence) -> None:
    assert [(t.action, t.date) for t in texts(sentence)] == [("signed", "2023-11")]


def test_what_is_initialled_and_will_be_signed_is_planned(texts) -> None:
    found = texts("Chile and Peru initialled a pact on ports, which will be signed in autumn.")
    assert {t.action for t in found} == {"planned"}


def test_a_text_that_became_effective_is_in_force(texts) -> None:
    (text,) = texts("The defence treaty between Chile and Peru became effective on 1 April 2023.")
    assert (text.action, text.date) == ("existing", "2023-04-01")


def test_the_year_by_which_a_text_is_called_is_not_that_of_its_change(texts) -> None:
    (text,) = texts("Chile and Peru were glad. The treaty on extradition of 1995, amended in 2003, is long.")
    assert (text.action, text.date) == ("amended", "2003")


def test_a_text_in_force_is_dated_by_its_entry_and_one_since_then_by_its_renewal(texts) -> None:
    (text,) = texts("The pact of July 2021 between Chile and Peru entered into force in January 2023.")
    assert (text.action, text.date) == ("existing", "2023-01")
    found = texts("In force since May 2019, the pact between Chile and Peru was extended in June 2023.")
    assert ("extended", "2023-06") in [(t.action, t.date) for t in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "The first contract for tugs was signed within a month.",
        "After several months Chile and Peru signed a protocol.",
    ],
)
def test_a_day_counted_from_another_is_not_that_of_the_talks(texts, sentence) -> None:
    assert [t.date for t in texts(MET + sentence)] == [None]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile and Peru signed a protocol.",
        "Chile and Peru signed an agreement on visas, which expires in 2030.",
        MET + "They recalled the treaty on visas.",
    ],
    ids=["not told", "of an aside", "standing text"],
)
def test_no_day_is_taken_from_elsewhere(texts, sentence) -> None:
    assert texts(sentence)[0].date is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile and Peru signed a cooperation plan for 2024-2026.",
        "Chile and Peru signed a work plan covering the years 2024 to 2026.",
        "Chile and Peru signed a joint statement. It covers the period from 2024 to 2026.",
    ],
)
def test_the_years_covered(texts, sentence) -> None:
    (text,) = texts(sentence)
    assert text.period == "2024/2026"


def test_a_later_sentence_on_the_years_becomes_evidence(texts) -> None:
    (text,) = texts(
        "Chile and Peru signed a joint statement. The statement covers the period from 2024 to 2026."
    )
    assert [s.text for s in text.evidence] == [
        "Chile and Peru signed a joint statement",
        "The statement covers the period from 2024 to 2026",
    ]


def test_years_told_of_something_else_are_no_period(texts) -> None:
    (text,) = texts("Chile and Peru signed a joint statement. Trade grew from 2020 to 2023.")
    assert text.period is None


def test_a_signing_ahead_has_the_day_for_which_it_is_planned(texts) -> None:
    (fact,) = texts("Chile and Peru will sign a protocol on Friday.")
    assert (fact.action, fact.date) == ("planned", "2024-07-12")


def test_the_years_covered_are_not_the_day(texts) -> None:
    (text,) = texts(
        "The president of Chile was in Lima in November 2024. A defence dialogue of Chile and Peru met in "
        "Arica in May 2024 and produced a plan of action for the years 2024 to 2028.",
        published="2024-12-01",
    )
    assert (text.date, text.period) == ("2024-05", "2024/2028")


def test_the_day_of_the_signing_is_not_that_of_the_renewal(texts) -> None:
    found = texts(
        "The ministers of Chile and Peru met in Lima on 4 May 2024. The contract for tugs, awarded in 2021, "
        "was extended on 3 May 2024."
    )
    assert [(t.action, t.date) for t in found] == [("extended", "2024-05-03"), ("signed", "2021")]


def test_years_of_the_next_text_are_not_its_own(texts) -> None:
    old, plan = texts("Under the agreement signed in 2016, Chile and Peru signed a work plan for 2024-2026.")
    assert (old.date, old.period, plan.period) == ("2016", None, "2024/2026")


def test_a_text_that_will_enter_into_force_does_not_bind_yet(texts) -> None:
    [text] = texts(MET + "The agreement will enter into force in 2026.")
    assert (text.action, text.date) == ("existing", None)


def test_a_text_that_is_looked_back_on_was_not_signed_on_the_day_of_the_report(read):
    facts = read(
        "Minister Nuno Melo of Portugal met Minister Pål Jonson of Sweden in Lisbon on 6 June 2024. The "
        "mobility agreement, signed by the two governments, has entered into force."
    )
    dates = [f.date for f in facts if f.kind == "instrument" and f.action == "signed"]
    assert dates in ([], [None])


@pytest.mark.parametrize(
    ("sentence", "date", "period"),
    [
        ("Chile and Peru signed a plan of cooperation for 2025 on 3 May 2024.", "2024-05-03", "2025"),
        ("Chile and Peru signed a military cooperation plan for the year 2025.", None, "2025"),
        ("Chile and Peru signed a pact on ports for 2025.", "2025", None),
        ("Chile and Peru lean on the 2017 Defence Treaty between them.", "2017", None),
        (MET + "In 2022, Chile and Peru had signed a declaration of intent.", "2022", None),
    ],
    ids=["plan", "the year", "no plan", "opens the name", "told as past"],
)
def test_the_year_of_a_plan_and_of_a_text(texts, sentence, date, period) -> None:
    (text,) = texts(sentence)
    assert (text.date, text.period) == (date, period)


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("Kenya and Chile have signed a pact on visas, the ministry said Saturday.", None),
        ("Kenya and Chile signed a pact on visas on Friday, the ministry said Saturday.", "2022-08-26"),
        ("Kenya and Chile took stock of the talks in Lima last May, at which a pact was signed.", "2022-05"),
    ],
)
def test_the_day_of_saying_is_not_that_of_signing_and_an_occasion_has_its_own(read, told, date):
    (fact,) = [f for f in read(told, published="2022-08-27") if f.kind == "instrument"]
    assert fact.date == date


def test_a_text_may_break_off_behind_a_bracketed_year(texts) -> None:
    assert [one.type for one in texts("Chile and Peru signed a protocol (May 2022")] == ["protocol"]


def test_of_two_verbs_each_has_its_own_day(texts) -> None:
    (text,) = texts("Chile and Peru held talks in May 2023 and signed a pact in June 2024.")
    assert text.date == "2024-06"
    (text,) = texts("In May 2023, Chile and Peru held talks and signed a pact.")
    assert text.date == "2023-05"


@pytest.mark.parametrize(
    "told",
    [
        "The ministers of Chile and Peru met on 4 May 2024, a year to the day after they signed a roadmap.",
        "Trade grew by half by May 2024 since Chile and Peru signed a roadmap.",
    ],
)
def test_a_day_told_from_the_signing_is_not_its_day(texts, told) -> None:
    assert [text.date for text in texts(told)] == [None]


def test_the_year_of_a_signing_is_none_that_a_plan_covers(texts) -> None:
    (text,) = texts("Chile and Peru signed a roadmap last year.", published="2024-05-04")
    assert (text.date, text.period) == ("2023", None)


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("The agreement on training dates from 2006.", "2006"),
        ("The memorandum, which dates back to 2012, covers training.", "2012"),
        ("The officers have worked under a memorandum since 2019.", "2019"),
        ("The ministers recalled the Lima Agreement of last autumn.", "2023-23"),
    ],
)
def test_the_time_of_a_text_that_stands(texts, told, date) -> None:
    (text,) = texts(
        "The ministers of Chile and Peru met in Lima on Thursday. " + told, published="2024-05-04"
    )
    assert (text.action, text.date) == ("existing", date)


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("Last year the two countries signed an agreement on trade.", "2023"),
        ("In 2022 an agreement on trade was signed.", "2022"),
        ("A year after the two countries signed an agreement on trade, a first course began.", None),
        ("Since the signing of an agreement on trade in March 2022, exports have doubled.", "2022-03"),
    ],
)
def test_the_year_before_the_verb_and_the_time_since_then(texts, told, date) -> None:
    (text,) = texts("The ministers of Chile and Peru met on Thursday. " + told, published="2024-05-04")
    assert (text.action, text.date) == ("signed", date)


@pytest.mark.parametrize("when", ["due by 2029", "to be delivered in 2029", "with delivery by 2029"])
def test_the_year_of_delivery_dates_no_contract(texts, when) -> None:
    (text,) = texts(f"On 26 May 2024 Chile and Peru signed a contract for two tugs, {when}.")
    assert text.date == "2024-05-26"


def test_the_year_in_which_a_text_is_to_be_ready_is_its_own(texts) -> None:
    (text,) = texts(
        "Chile and Peru met in Lima on 4 May 2024. The ministers said that the wider defence agreement, on "
        "which talks were launched in February, will be ready by the end of the year."
    )
    assert (text.action, text.date) == ("planned", "2024")


def test_a_text_signed_on_the_occasion_told_before(texts) -> None:
    told = (
        "The ministers of Chile and Peru recalled their talks in Lima in August 2022. The letter of intent "
    )
    told += "signed on that occasion, they said, had been carried out."
    (text,) = texts(told)
    assert (text.action, text.date) == ("signed", "2022-08")


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("are to issue a joint statement and to sign a plan of action for 2024-2028", [None, "2024/2028"]),
        ("signed a plan of action for 2024-2028 and a memorandum on radio", ["2024/2028", None]),
        ("signed a memorandum on radio and a plan of action for 2024-2028", [None, "2024/2028"]),
    ],
)
def test_the_years_of_one_text_are_not_those_of_the_other(texts, sentence, periods) -> None:
    assert [text.period for text in texts(f"India and Norway {sentence}.")] == periods


def test_the_day_of_an_idea_is_not_that_of_the_text(texts) -> None:
    told = "Japan and Peru have opened talks on an accord on radio, an idea taken up by the ministers in May."
    (text,) = texts(told, published="2024-07-30")
    assert text.date is None


@pytest.mark.parametrize(
    "told",
    [
        "The agreement on the cooperation plan for 2025 is to be signed at the next session.",
        "The agreement on the cooperation plan for 2025 was signed after the talks.",
        "They will sign the agreement on the cooperation plan between the two governments for 2025.",
    ],
)
def test_the_year_of_a_plan_is_covered_by_the_agreement_on_it(texts, told) -> None:
    (text,) = texts("Chile and Peru met in Lima. " + told)
    assert (text.type, text.period, text.date) == ("agreement", "2025", None)


def test_a_text_of_an_occasion_without_its_day_is_not_of_the_day_on_which_it_is_applied(texts) -> None:
    told = "Chile and Peru met in April under the memorandum which the two agencies concluded {}."
    (text,) = texts(told.format("during the President's state visit"), published="2024-05-10")
    assert (text.action, text.date) == ("signed", None)
    (dated,) = texts(told.format("during a state visit in March 2023"), published="2024-05-10")
    assert dated.date == "2023-03"
