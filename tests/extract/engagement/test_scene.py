"""What every reader of engagements looks at."""

import pytest

from servanda.extract.actors import Actor


def names(scene, text):
    seen = scene(text)
    return [person.name for person in seen.names(0, len(seen.analysis.doc) - 1)]


def token(seen, wanted):
    return next(t for t in seen.analysis.doc if t.text == wanted)


@pytest.mark.parametrize(
    ("told", "present"),
    [
        ("{reis} met {lind}.", ["Ana Reis", "Bo Lind"]),
        ("{reis} met {lind} and Minister Reis spoke.", ["Ana Reis", "Bo Lind"]),
        ("At the invitation of {holm}, {reis} spoke.", ["Ana Reis"]),
        ("On behalf of His Excellency {holm}, {reis} spoke.", ["Ana Reis"]),
        ("{reis} laid a wreath at the tomb of {holm}.", ["Ana Reis"]),
        ("{reis} read Bo Lind's speech.", ["Ana Reis"]),
        ("", []),
    ],
)
def test_not_everybody_named_takes_part(scene, told, present):
    assert names(scene, told or "Nobody came.") == present


@pytest.mark.parametrize(
    ("told", "place", "country"),
    [
        ("She went to Sweden.", "Sweden", "SE"),
        ("She went to Stockholm.", "Stockholm", "SE"),
        ("She saw the Swedish naval base.", "base", "SE"),
        ("She saw the base of Sweden and Norway.", "base", None),
        ("She went to the ASEAN.", "ASEAN", None),
        ("She went to a school.", "school", None),
    ],
)
def test_a_place_lies_in_one_country(scene, told, place, country):
    seen = scene(told)
    assert seen.country_of(token(seen, place)) == country


@pytest.mark.parametrize(
    ("told", "verb", "clause"),
    [
        ("She met him in Lisbon.", "met", "She met him in Lisbon"),
        ("She met him, underscoring their ties.", "met", "She met him"),
        ("The envoy said that she met him.", "met", "she met him"),
    ],
)
def test_a_clause_ends_before_one_that_names_nobody(scene, told, verb, clause):
    seen = scene(told)
    met = token(seen, verb)
    subject = next(t for t in met.children if t.dep_ == "nsubj")
    left, right = seen.clause(met, subject)
    assert seen.analysis.doc[left : right + 1].text.removeprefix("that ") == clause


@pytest.mark.parametrize(
    ("actors", "peopled"),
    [
        ([], False),
        ([Actor()], False),
        ([Actor(("PT",))], True),
        ([Actor((), "Ana Reis")], False),
        ([Actor((), "Ana Reis"), Actor((), "Bo Lind")], True),
        ([Actor((), None, True)], True),
    ],
)
def test_a_party_or_two_people_take_part(scene, actors, peopled):
    assert scene("It happened.").is_peopled(0, 1, actors) is peopled


@pytest.mark.parametrize(
    ("told", "by_wire"),
    [
        ("They spoke by telephone.", True),
        ("They met online.", True),
        ("They met in Lisbon.", False),
    ],
)
def test_by_wire(scene, told, by_wire):
    seen = scene(told)
    assert seen.is_by_wire(seen.analysis.doc[1]) is by_wire
