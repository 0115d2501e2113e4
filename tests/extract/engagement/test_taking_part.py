"""Which parties take part in an exercise or a gathering told before."""

import pytest


@pytest.mark.parametrize(
    "behind",
    [
        "Chile and Peru are taking part in the naval drills, which last until Friday.",
        "The exercise brings together ships from Chile and Peru.",
        "Participants drawn from countries including Chile and Peru go through the drills.",
    ],
)
def test_the_sentence_behind_tells_who_trains(engagements, behind):
    (fact,) = engagements(f"Exercise Otter II got under way on Friday off the coast. {behind}")
    assert (fact.type, fact.series, set(fact.parties)) == ("exercise", "Exercise Otter II", {"CL", "PE"})


def test_who_took_part_in_a_summit_that_somebody_hosted(engagements):
    (fact,) = engagements(
        "{holm} hosted a Baltic summit in Stockholm. President Jon Biya of Cameroon and {reis} took part."
    )
    assert (fact.type, fact.country) == ("conference", "SE")
    assert {"SE", "CM", "PT"} <= set(fact.parties)


@pytest.mark.parametrize(
    "behind",
    [
        "Chile and Peru are not taking part in the drills.",
        "Chile and Peru signed a loan.",
        "It lasts two weeks.",
    ],
)
def test_who_stays_away_or_does_something_else_does_not_train(engagements, behind):
    assert engagements(f"Exercise Otter II got under way on Friday. {behind}") == []
