"""Sets of what is one thing: rulings first, then the surest decisions, whatever the order of reading."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servanda.resolve.clusters import clusters
from servanda.resolve.entry import Link
from servanda.resolve.judgement import Judgement
from servanda.resolve.mention import Decision


def link(a: str, b: str, score: float = 0.8, verdict: str = "same") -> Link:
    decision = Decision(verdict=verdict, score=score, rule="test", reason="")  # type: ignore[arg-type]
    return Link(a=min(a, b), b=max(a, b), decision=decision)


def ruling(number: int, a: str, b: str, said: str = "same") -> Judgement:
    made = {"by": "desk", "made": "2024-05-01"}
    return Judgement(number=number, ruling=said, a=min(a, b), b=max(a, b), **made)  # type: ignore[arg-type]


def nothing(a: str, b: str) -> Decision | None:
    return None


def against(score: float, *pairs: str):
    def says(a: str, b: str) -> Decision | None:
        return link(a, b, score, "different").decision if a + b in pairs else None

    return says


def joined(ids: str, links=(), rulings=(), says=nothing) -> list[str]:
    return ["".join(each) for each in clusters(ids, links, rulings, says)]


def test_what_nothing_links_stays_alone():
    assert joined("cab") == ["a", "b", "c"]
    assert joined("") == []


def test_links_lead_from_one_to_the_other():
    assert joined("abcd", [link("a", "b"), link("b", "c")]) == ["abc", "d"]


def test_only_decisions_that_two_are_one_link_them():
    assert joined("ab", [link("a", "b", 0.9, "different")]) == ["a", "b"]


def test_links_to_what_is_no_longer_there_are_passed_over():
    assert joined("ab", [link("a", "gone"), link("b", "gone")], [ruling(1, "a", "gone")]) == ["a", "b"]


def test_of_two_links_that_exclude_each_other_the_surer_holds():
    links = [link("a", "b", 0.7), link("b", "c", 0.8)]
    assert joined("abc", links, says=against(0.9, "ac")) == ["a", "bc"]


def test_what_was_found_to_be_one_is_not_asked_about_again():
    def never(a: str, b: str) -> Decision | None:
        raise AssertionError(f"{a} and {b} are linked")

    assert joined("abc", [link("a", "b"), link("b", "c"), link("a", "c")], says=never) == ["abc"]


def test_a_surer_link_overcomes_what_speaks_less_surely_against_it():
    links = [link("a", "b", 0.95), link("b", "c", 0.9)]
    assert joined("abc", links, says=against(0.85, "ac")) == ["abc"]
    assert joined("abc", links, says=against(0.9, "ac")) == ["ab", "c"]


def test_members_that_a_link_does_not_name_can_speak_against_it():
    links = [link("a", "b", 0.9), link("c", "d", 0.9), link("b", "c", 0.8)]
    assert joined("abcd", links, says=against(0.8, "ad")) == ["ab", "cd"]


# -- what persons decided --


def test_persons_join_what_the_rules_hold_apart():
    assert joined("ab", rulings=[ruling(1, "a", "b")], says=against(1.0, "ab")) == ["ab"]


def test_persons_part_what_the_rules_are_sure_of():
    assert joined("ab", [link("a", "b", 0.99)], [ruling(1, "a", "b", "not-same")]) == ["a", "b"]


def test_not_the_same_lasts_when_a_new_report_would_bridge_the_two():
    parted = [ruling(1, "a", "b", "not-same")]
    assert joined("ab", [link("a", "b", 0.97)], parted) == ["a", "b"]
    with_a_bridge = [link("a", "b", 0.97), link("a", "x", 0.9), link("b", "x", 0.8)]
    assert joined("abx", with_a_bridge, parted) == ["ax", "b"]


def test_not_the_same_lasts_when_sets_would_bridge_the_two():
    links = [link("a", "x", 0.9), link("b", "y", 0.9), link("x", "y", 0.8)]
    assert joined("abxy", links, [ruling(1, "a", "b", "not-same")]) == ["ax", "by"]


@pytest.mark.parametrize("numbers", [(1, 2, 3), (3, 2, 1), (2, 3, 1)])
def test_who_was_held_apart_is_not_joined_through_a_third(numbers):
    """A wrong merge is worse than a missing one; of those that join, the later one holds."""
    apart, first, second = numbers
    rulings = [ruling(apart, "a", "c", "not-same"), ruling(first, "a", "b"), ruling(second, "b", "c")]
    assert joined("abc", rulings=rulings) == (["a", "bc"] if second > first else ["ab", "c"])


def test_a_ruling_on_one_thing_and_itself_says_nothing():
    rulings = [ruling(1, "a", "a", "not-same"), ruling(2, "a", "b"), ruling(3, "b", "b")]
    assert joined("ab", rulings=rulings) == ["ab"]


def test_who_joins_two_sets_joins_them_whole_although_the_rules_hold_them_to_be_two():
    """Rules part them because one paper has the wrong day; the person who sees that joins the entries by one
    mention of each."""
    links = [link("a", "b", 0.9), link("c", "d", 0.9)]
    says = against(0.95, "ac", "ad", "bc", "bd")
    assert joined("abcd", links, [ruling(1, "b", "c")], says) == ["abcd"]
    assert joined("abcde", [*links, link("a", "e", 0.9)], [ruling(1, "b", "c")], says) == ["abcde"]


# -- order and size --


@settings(max_examples=200, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_the_order_does_not_matter_and_no_ruling_is_broken(seed):
    chance = random.Random(seed)
    ids = "abcdefgh"
    pairs = list(combinations(ids, 2))
    links = [link(a, b, chance.choice([0.6, 0.7, 0.8, 0.9])) for a, b in chance.sample(pairs, 12)]
    says = against(0.75, *("".join(pair) for pair in chance.sample(pairs, 6)))
    said = [(chance.choice(["same", "not-same"]), *pair) for pair in chance.sample(pairs, 4)]
    rulings = [ruling(number, a, b, verdict) for number, (verdict, a, b) in enumerate(said)]
    expected = joined(ids, links, rulings, says)
    assert sorted("".join(expected)) == list(ids)
    for each in rulings:
        if each.ruling == "not-same":
            assert not any(each.a in members and each.b in members for members in expected)
    for _ in range(10):
        shuffled = [chance.sample(each, len(each)) for each in (ids, links, rulings)]
        assert joined("".join(shuffled[0]), shuffled[1], shuffled[2], says) == expected


@pytest.mark.parametrize("contradicted", [False, True])
def test_no_two_are_weighed_against_each_other_twice(contradicted):
    """Two summits that five hundred documents report would else be weighed anew for each link between
    them."""
    ids = [f"{place:03}" for place in range(120)]
    # Every second pair of one summit is linked, and some of the two with each other.
    within = [link(a, b, 0.9) for a, b in combinations(ids, 2) if (a < "060") == (b < "060") and int(b) % 2]
    across = [link(a, b, 0.7) for a in ids[:60] for b in ids[60:] if (int(a) + int(b)) % 7 == 0]
    asked: list[tuple[str, str]] = []

    def says(a: str, b: str) -> Decision | None:
        asked.append((a, b))
        apart = contradicted and (a, b) == ("058", "118")
        return link(a, b, 0.8, "different").decision if apart else None

    assert len(joined(ids, [*within, *across], says=says)) == 1 + contradicted
    assert len(asked) == len(set(asked))
