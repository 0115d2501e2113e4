"""The word lists of ranks, forms of address and posts: how they are looked up, and that they fit together."""

from __future__ import annotations

import pytest

from servanda.codebook.people import key, people_words, plural


@pytest.mark.parametrize(
    ("written", "looked_up"),
    [
        ("Maj. Gen.", "maj gen"),
        ("Director-General", "director general"),
        ("H.E.", "he"),
        ("  Vice   Admiral ", "vice admiral"),
        ("Chargé d’affaires", "chargé d'affaires"),
    ],
)
def test_look_up_knows_no_case_full_stop_or_hyphen(written: str, looked_up: str) -> None:
    assert key(written) == looked_up


@pytest.mark.parametrize(
    ("one", "many"),
    [("secretary", "secretaries"), ("chairman", "chairmen"), ("attaché", "attachés"), ("envoy", "envoys")],
)
def test_post_nouns_have_plurals(one: str, many: str) -> None:
    assert plural(one) == many
    assert people_words().base.get(many, one) == one


def test_ranks_are_known_in_full_and_abbreviated() -> None:
    ranks = people_words().ranks
    assert {"senior lieutenant general", "sen lt gen", "air chief marshal", "rear adm"} <= ranks


def test_forms_of_address_tell_the_gender_only_where_they_do() -> None:
    told = people_words().honorifics
    assert (told["her excellency"], told["shri"], told[key("H.E.")], told["dr"]) == ("f", "m", "n", "n")


def test_what_a_preposition_may_follow_is_a_post_noun_or_its_last_words() -> None:
    lists = people_words()
    unknown = {head for heads in lists.links.values() for head in heads if head not in lists.heads}
    assert unknown <= {"observer", "judge"}


def test_every_phrase_can_begin_where_its_first_word_stands() -> None:
    lists = people_words()
    for phrase in (*lists.ranks, *lists.honorifics, *lists.heads):
        assert phrase.split(" ")[0].split("'")[0] in lists.openers


def test_no_rank_of_one_word_is_a_form_of_address() -> None:
    lists = people_words()
    assert not {r for r in lists.ranks if r in lists.honorifics}
