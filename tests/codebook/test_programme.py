"""Into which part of a programme a thing belongs."""

from servanda.codebook.programme import part_of, parts


def test_every_part_is_asked_in_its_order():
    assert part_of("engagement", "exercise", (), "").code == "exercise"
    assert part_of("instrument", None, ("training", "military-exercise"), "").code == "text"
    assert part_of("commitment", None, (), "send ten Cadets to the academy").code == "training"
    assert part_of("commitment", None, (), "send a team of experts").code == "expert"
    assert part_of("commitment", None, (), "the trainload of rice").code == "project"
    assert part_of("activity", None, ("military-exercise",), "").code == "exercise"
    assert parts()[-1].words == ()
