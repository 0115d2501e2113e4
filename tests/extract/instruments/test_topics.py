"""What a text is on where that stands behind its verb."""

import pytest


@pytest.mark.parametrize(
    ("told", "title"),
    [
        (
            "Hanwha signed a contract with the Defence Ministry of Peru on 3 May to supply 12 more jets.",
            "contract to supply 12 more jets",
        ),
        (
            "The ministers signed a contract in Lima to modernise three ships over five years.",
            "contract to modernise three ships",
        ),
        ("The ministers signed a contract in Lima to show good will.", "contract"),
    ],
)
def test_a_contract_is_on_what_is_to_be_supplied(texts, told, title) -> None:
    (text,) = texts("Korea and Peru met in Lima on 4 May 2024. " + told)
    assert text.title == title


def test_a_contract_of_a_sum_is_called_by_what_it_supplies(texts) -> None:
    (text,) = texts(
        "Two firms of Chile and Peru concluded contracts worth 5 million dollars to supply K2 tanks and "
        "self-propelled howitzers to Lima on 4 May 2024."
    )
    assert text.title == "contracts to supply K2 tanks and self-propelled howitzers"


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("The yard signed a contract on 28 March for two submarines.", "contract for two submarines"),
        (
            "They spoke of the refinery in Arica, for which an agreement was signed in March.",
            "agreement for the refinery in Arica",
        ),
        (
            "The tunnel under the Andes, on which a memorandum was signed in March, was discussed.",
            "memorandum on the tunnel under the Andes",
        ),
        ("They recalled the day on which a memorandum on fish was signed.", "memorandum on fish"),
        ("They signed a contract in March for the first time.", "contract"),
    ],
)
def test_a_text_is_on_what_stands_behind_its_day_or_before_its_clause(texts, told, title) -> None:
    (text,) = texts("Chile and Peru met in Lima on 4 May 2024. " + told)
    assert text.title == title
