"""What is told of the days before the news: the eve of a summit, previous talks, a stay that is over."""


def test_on_the_eve_of_the_summit_is_the_day_before_it(engagements) -> None:
    told = (
        "A summit of Portugal, Sweden and Norway was held in Oslo on 28 May 2024. On the eve of the summit, "
        "{reis} met {lind}."
    )
    assert [f.date for f in engagements(told, published="2024-05-28")] == ["2024-05-28", "2024-05-27"]


def test_the_previous_talks_are_others_than_those_of_the_news(engagements) -> None:
    told = (
        "{reis} had a meeting with {lind} in Oslo. The previous talks of the two took place in Porto on "
        "25 February 2024."
    )
    assert [f.date for f in engagements(told, published="2024-05-28")] == [None, "2024-02-25"]


def test_the_talks_told_again_are_those_of_the_news(engagements) -> None:
    told = "{reis} held talks with {lind}. The talks took place in Porto on 25 February 2024."
    assert [f.date for f in engagements(told, published="2024-02-26")] == ["2024-02-25"]


def test_the_length_of_the_stay_that_is_over_is_not_that_of_the_next(engagements) -> None:
    told = "{reis} left Stockholm for Oslo on 25 February 2024 after completing a two-day visit to Sweden."
    found = {f.country: f.date for f in engagements(told, published="2024-02-25")}
    assert found.get("NO") is None


def test_a_stay_that_begins_with_a_departure_has_its_length(engagement) -> None:
    told = "{reis} left for Stockholm on 25 February 2024 on a two-day visit to Sweden."
    assert engagement(told).date == "2024-02-25/2024-02-26"
