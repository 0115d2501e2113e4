"""What one place in a text tells."""

import pytest

from servanda.extract.actors import Actor
from servanda.extract.engagement.sighting import Telling, make, make_visit


def telling(scene, wanted):
    doc = scene.analysis.doc
    return Telling(next(t for t in doc if t.text == wanted), 0, len(doc) - 1)


def test_people_named_and_actors_take_part(scene):
    told = scene("{reis} met {lind}.")
    made = make(told, "meeting", "meet:meet", telling(told, "met"), [Actor(("NO",), "Nils Dahl")])
    assert made.parties == ("NO", "PT", "SE")
    assert made.people == ("Ana Reis", "Bo Lind", "Nils Dahl")
    assert (made.reader, made.word) == ("meet", "meet")


def test_names_can_be_taken_from_a_part_of_the_stretch(scene):
    told = scene("{reis} met {lind}.")
    met = telling(told, "met")
    made = make(told, "meeting", "meet:meet", Telling(met.trigger, 0, met.right, None, met.trigger.i))
    assert made.people == ("Ana Reis",)


def test_only_the_own_side_comes_along_on_a_visit(scene):
    told = scene("{reis} and {pires} visited Sweden with {lind}.")
    made = make_visit(told, "visit-verb", telling(told, "visited"), Actor(("PT",), "Ana Reis"), "SE")
    assert (made.people, made.visitor, made.country) == (("Ana Reis", "Rui Pires"), ("PT",), "SE")
    assert (made.reader, made.word) == ("visit-verb", "")


@pytest.mark.parametrize(
    ("told", "trigger", "partner", "meal"),
    [
        ("She held talks with her counterpart.", "talks", "counterpart", False),
        ("She met with ministers.", "met", "ministers", False),
        ("She met him over lunch.", "met", "", True),
        ("She hosted a dinner.", "hosted", "", True),
        ("She met him.", "met", "", False),
    ],
)
def test_partner_and_meal_tell_meetings_apart(scene, told, trigger, partner, meal):
    seen = scene(told)
    made = make(seen, "meeting", "meet:meet", telling(seen, trigger))
    assert (made.partner, made.meal) == (partner, meal)
