"""Invitations: who invites whom to what."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Commitment

Said = Callable[..., list[Commitment]]
Bracketed = Callable[[str], str]


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("Kenya invited Mr Ishida to [visit Mombasa next year].", "invite"),
        ("Kenya invited [the Minister to Mombasa].", "invite"),
        ("Kenya invited Japanese companies to [invest in ports].", "invite"),
        ("Mr Ishida was invited by Ms Otieno to [visit Mombasa].", "invite"),
        ("Ms Otieno extended [an invitation to Mr Ishida to visit Mombasa].", "invite"),
        ("Mr Ishida accepted [the invitation of Ms Otieno to visit Mombasa].", "invite"),
        ("[Mr Ishida toured Mombasa at the invitation of Ms Otieno].", "invite"),
        ("Mr Ishida came to Mombasa [following an invitation extended by Ms Otieno].", "invite"),
        ("Mr Ishida accepted [the invitation extended by Ms Otieno to visit Mombasa].", "invite"),
        ("Kenya conveyed its intention to [invite the Minister].", "invite"),
    ],
)
def test_who_is_invited_to_what(said: Said, bracketed: Bracketed, words: str, act: str) -> None:
    (fact,) = said(words)
    assert (fact.act, fact.content) == (act, bracketed(words))


@pytest.mark.parametrize(
    "words",
    [
        "Mr Ishida has been invited to [visit Mombasa].",
        "Mr Ishida was invited, with a delegation, to [see Kenyan shipyards].",
    ],
)
def test_who_invites_without_a_name_is_the_other_side(said: Said, bracketed: Bracketed, words: str) -> None:
    (fact,) = said(words)
    assert (fact.act, fact.speaker, fact.addressee) == ("invite", ("KE",), ("JP",))
    assert fact.content == bracketed(words)


@pytest.mark.parametrize(
    "words",
    [
        "Kenya did not invite Mr Ishida to visit Mombasa.",
        "Kenya extended no invitation.",
        "Mr Ishida has not been invited to visit Mombasa.",
        "Mr Ishida was invited to attend the summit in Chad.",
        "Mr Ishida was invited to comment.",
        "Companies were invited to bid.",
        "Mr Ishida accepted the invitation.",
    ],
)
def test_no_invitation(said: Said, words: str) -> None:
    assert said(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Ms Otieno invited Mr Ishida to visit Mombasa.",
        "Ms Otieno extended an invitation to Mr Ishida to visit Mombasa.",
        "Mr Ishida toured Mombasa at the invitation of Ms Otieno.",
        "Mr Ishida accepted the invitation of Ms Otieno to visit Mombasa.",
    ],
)
def test_the_host_speaks_and_the_guest_is_addressed(said: Said, words: str) -> None:
    (fact,) = said(words)
    assert (fact.speaker, fact.by, fact.addressee) == (("KE",), "Grace Otieno", ("JP",))


def test_an_invitation_has_neither_fields_nor_a_due_date(said: Said) -> None:
    (fact,) = said("Kenya invited Mr Ishida to attend a trade fair in May 2025.")
    assert (fact.fields, fact.due) == ((), None)


def test_an_invitation_that_is_accepted_comes_from_who_extended_it(said: Said) -> None:
    (fact,) = said("Ms Otieno accepted the invitation that the Minister extended to visit Tokyo.")
    assert (fact.act, fact.speaker, fact.addressee) == ("invite", ("JP",), ("KE",))


def test_an_invitation_accepted_is_of_the_other_side(read) -> None:
    found = read(
        "President Reis of Portugal met President Lind of Sweden. Lind accepted an invitation to visit Faro."
    )
    assert [(f.act, f.speaker, f.addressee) for f in found if f.kind == "commitment"] == [
        ("invite", ("PT",), ("SE",))
    ]


def test_an_invitation_declined_is_none(read) -> None:
    found = read("Portugal and Sweden met. President Lind of Sweden declined an invitation to visit Lisbon.")
    assert [f for f in found if f.kind == "commitment"] == []


def test_who_thanks_for_accepting_has_invited(read):
    told = (
        "President Eva Holm of Sweden met President Rui Pires of Portugal. "
        "Holm thanked Pires for accepting the invitation to visit Stockholm."
    )
    (invite,) = [f for f in read(told) if f.kind == "commitment"]
    assert (invite.act, invite.speaker, invite.addressee) == ("invite", ("SE",), ("PT",))


def test_who_invites_to_visit_a_country_is_of_it(said: Said) -> None:
    told = (
        "Speaker Amara Otieno of Kenya met President Ken Ishida of Japan in Nairobi. He conveyed to her an "
        "invitation of the Chairman of the House, Taro Mori, to visit Japan."
    )
    (invited,) = said(told, publisher="Parliament, Kenya")
    assert (invited.act, invited.speaker, invited.addressee) == ("invite", ("JP",), ("KE",))
