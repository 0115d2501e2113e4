"""Fields in which two are to work together are answered by the texts that they sign on them."""

import pytest

from servanda.follow.answers import answer

SIGNED = "Memorandum of Understanding on mutual support in submarine search and rescue"


def status(desk, act, content, title=SIGNED, parties="IN VN", published="2025-11-10"):
    promise = desk.promise("2024-08-01", act, "VN", "IN", content)
    found = answer(promise, desk.text(published, title, "signed", parties, quote=f"they signed the {title}"))
    return found.status if found else None


@pytest.mark.parametrize("act", ["propose", "agree", "offer"])
@pytest.mark.parametrize("how", ["work together in", "cooperate in", "begin cooperation in"])
def test_a_field_is_answered_by_the_text_on_it(desk, act, how):
    assert status(desk, act, f"{how} submarine search and rescue") == "kept"


def test_of_several_fields_one_is_answered(desk):
    fields = "work together in cyber security, military medicine and submarine search and rescue"
    assert status(desk, "propose", fields) == "partly"


@pytest.mark.parametrize(
    ("content", "more"),
    [
        ("work together in mine clearance", {}),
        ("work together in defence", {"title": "memorandum on defence cooperation"}),
        ("buy rescue submarines for search and rescue", {}),
        ("give priority to submarine search and rescue and cooperate in cyber security", {}),
        ("work together in submarine search and rescue", {"parties": "IN JP"}),
        ("work together in submarine search and rescue", {"published": "2023-11-10"}),
    ],
    ids=["another field", "no field of its own", "no joint work", "only beside it", "another pair", "before"],
)
def test_other_texts_and_promises_are_no_answer(desk, content, more):
    assert status(desk, "agree", content, **more) is None
