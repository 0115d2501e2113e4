"""Forces that go abroad to train with those of another state."""

import pytest


@pytest.mark.parametrize(
    ("told", "status", "date"),
    [
        ("Portuguese fighters will come to Sweden for joint training in July 2025.", "planned", "2025-07"),
        (
            "A company of the Portuguese Army deployed to Boden in Sweden in May 2024 for joint drills.",
            "held",
            "2024-05",
        ),
        ("Portugal sent four fighters to Sweden in May 2024 for joint manoeuvres.", "held", "2024-05"),
        ("Portuguese jets flew to Sweden in May 2024 to train with its air force.", "held", "2024-05"),
        ("Last May Portuguese marines took part in joint training with the Swedish Navy.", "held", "2024-05"),
        ("Joint training of the Portuguese and Swedish navies took place in May 2024.", "held", "2024-05"),
    ],
)
def test_forces_train_where_they_go(engagements, told, status, date) -> None:
    (only,) = engagements(told, published="2025-03-01")
    assert (only.type, only.status, only.date) == ("exercise", status, date)
    assert set(only.parties) == {"PT", "SE"}


@pytest.mark.parametrize(
    "told",
    [
        "Portuguese soldiers came to Sweden for training.",
        "Portuguese soldiers travelled to Sweden in May 2024 to train with their dogs.",
        "Companies from Portugal came to Sweden for training with Volvo in May 2024.",
        "Portuguese engineers came to Sweden for repairs in May 2024.",
        "The agreement paves the way for joint training of Portugal and Sweden.",
    ],
)
def test_other_purposes_are_no_exercise(engagements, told) -> None:
    assert not any(e.type == "exercise" for e in engagements(told, published="2025-03-01"))
