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
