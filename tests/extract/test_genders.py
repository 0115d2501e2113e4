"""Who is a woman and who a man, as pronouns tell."""

from __future__ import annotations

import pytest

from servanda.extract.analysis import Analysis
from servanda.extract.parse import load_parser
from servanda.model.document import Document

_MET = "President Pedro Rey of Peru met Minister Lena Solberg of Norway in Oslo. "


@pytest.mark.parametrize(
    ("told", "genders"),
    [
        ("Rey said that he would come.", {"Pedro Rey": "m"}),
        ("Solberg arrived on Monday on her first visit.", {"Lena Solberg": "f"}),
        ("Solberg and her Peruvian counterpart spoke.", {"Lena Solberg": "f"}),
        ("Rey thanked Solberg for her help.", {}),
        ("Rey invited her to visit Lima.", {}),
        ("Solberg told the President that he was welcome.", {}),
        ("Solberg said that she would come. Solberg said he was late.", {}),
    ],
)
def test_pronouns_that_must_stand_for_a_person_tell_the_gender(told, genders) -> None:
    document = Document(name="note", origin="note", text=_MET + told, sha256="0" * 64)
    people = Analysis(document, load_parser()(document.text)).people
    assert {p.name: p.gender for p in people if p.gender} == genders
