"""Ranks and posts: which can be one person's."""

import pytest

from servanda.resolve.careers import other_world, posts, ranks, same_office


@pytest.mark.parametrize(
    ("a", "b", "fit"),
    [("Minister", "Minister of the Armed Forces", "agree"),
     ("Minister of the Armed Forces", "Minister of Defence", "agree"),
     ("Deputy Minister of National Defense", "Defence Minister", "agree"),
     ("Defence Secretary", "Secretary of Defense", "agree"),
     ("Minister of the Armed Forces", "Foreign Minister", "apart"),
     ("Prime Minister", "Minister of Health", "apart"),
     ("Ambassador of France", "Commander of the Navy", "apart"),
     ("President", None, None), ("Politburo", "President", None)],
)  # fmt: skip
def test_posts(a, b, fit):
    assert posts(a, b) == posts(b, a) == fit


@pytest.mark.parametrize(
    ("a", "b", "fit"),
    [("General", "Senior Lieutenant General", "agree"), ("Adm.", "Vice Admiral", "agree"),
     ("LTG", "Lieutenant General", "agree"), ("General", "Admiral", "apart"),
     ("Major General", "Major", "apart"), ("General", None, None)],
)  # fmt: skip
def test_ranks(a, b, fit):
    assert ranks(a, b) == ranks(b, a) == fit


def test_the_same_office_is_more_than_offices_that_agree():
    assert same_office("Minister of Foreign Affairs and Tourism", "Foreign Minister")
    assert same_office("District Secretary", "District Secretary")
    assert not same_office("Chairman", "Chairman of the Livestock Development Board")


def test_the_state_and_a_company_are_two_worlds():
    assert other_world("General", None, None, "Chief Executive Officer")
    assert not other_world("General", None, None, "Minister of Defence")
    assert not other_world(None, None, None, "Bishop")
