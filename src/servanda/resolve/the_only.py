""" "The agreement" that can be but one: a text told without its name is the only one of the same parties that
fits it by type and time.

Whether it is the only one no two mentions tell. So the rules here link each that fits, and `only_ones` takes
back what they linked wherever several fit that cannot be one text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import combinations

from servanda.codebook.instrument_titles import title_words
from servanda.codebook.people import key, people_words
from servanda.model import edtf
from servanda.resolve.entry import Link
from servanda.resolve.instrument_pairs import Pair, Told, one_text, titles
from servanda.resolve.mention import Decision
from servanda.resolve.signing import Fit
from servanda.resolve.things import tells_only_kinds

_PLACE = re.compile(r"([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) [a-z]+(?: of intent)?$")
"""As in "|Magelang| agreement", "|Lunna House| letter of intent"."""
_CURRENT = re.compile(r"\b(?:current|existing|present)\b", re.IGNORECASE)
_RULE = "instrument/the-only"
"""Begins the names of the rules."""
_A_YEAR = 366
_YEARS_AFTER = 1096
"""Days after its signing in which a text is laid before parliament, in force, without being named."""
_SLIP = 3
"""Days by which two reports differ on the day of a signing."""
_SOON = 60
"""Days from a plan in which it is more likely than others that follow."""
_LATELY = 75
"""Days in which the same parties seldom make two statements."""
_MOST = 12
"""Of more that fit, none is looked for: two that cannot be one are then among them."""
_NEVER = frozenset({"joint-statement", "vision-statement"})
"""Types of texts of which the same parties make one after the other."""


def the_only_one(pair: Pair) -> Decision | None:
    """Whether the one that is not named can be the other."""
    several = (pair.a.title.many or pair.b.title.many) and pair.is_of != {"contract"}
    if pair.in_one_document or several:
        return None
    if pair.is_of & _NEVER:
        lately = _of_lately(pair)
        return one_text(*lately, f"{titles(pair)}: the last of these parties") if lately else None
    if not _is_vague(pair.a) and not _is_vague(pair.b):
        return None
    if not title_words().can_be_one(pair.a.type, pair.b.type):
        return None
    if (not pair.same_type and "programme" in pair.is_of) or _are_of_other_sorts(pair):
        return None
    if not pair.same_type and "contract" in pair.is_of and not _is_a_deal(pair):
        return None
    fits = _signed_both(pair) or _foreseen(pair) or _standing(pair) or _in_being(pair) or _looking_back(pair)
    return one_text(*fits, f"{titles(pair)}: of the texts of these parties it alone fits") if fits else None


def _are_of_other_sorts(pair: Pair) -> bool:
    """ "The *framework* agreement" is none that has another name and is not called so."""
    one, other = pair.a.title, pair.b.title
    return any(x.sorts and y.names and not x.sorts & y.sorts for x, y in ((one, other), (other, one)))


def called_by_place(pair: Pair) -> Decision | None:
    """ "The Magelang agreement", and the one that was signed "at the military academy in Magelang"."""
    if pair.in_one_document or pair.timing.fit == Fit.APART or pair.is_of & _NEVER:
        return None
    if not title_words().can_be_one(pair.a.type, pair.b.type):
        return None
    for told, other in ((pair.a, pair.b), (pair.b, pair.a)):
        place = _place(told.fact.title)
        if place is None or other.signing.stage != "signed" or other.title.many:
            continue
        where = re.compile(rf"\b(?:in|at|of|near)\s(?:the\s)?{re.escape(place)}\b")
        if any(where.search(span.text) for span in other.fact.evidence):
            return one_text(0.7, "the-only-by-place", f"{titles(pair)}: called by where it was signed")
    return None


def _place(title: str) -> str | None:
    """The place by which a text is called. The "Defence agreement" is none of the Ministry of Defence."""
    found = _PLACE.match(title)
    return None if found is None or key(found[1]) in people_words().portfolio else found[1]


def only_ones(links: Iterable[Link], against: Callable[[str, str], Decision | None]) -> list[Link]:
    """The links without those by these rules of a mention that several texts fit."""
    links = list(links)
    met: dict[str, dict[str, float]] = defaultdict(dict)
    for link in links:
        if link.decision.rule.startswith(_RULE):
            met[link.a][link.b] = met[link.b][link.a] = link.decision.score
    fitting = {each: _that_fit(others, against) for each, others in met.items()}
    return [
        link
        for link in links
        if not link.decision.rule.startswith(_RULE)
        or (link.b in fitting[link.a] and link.a in fitting[link.b])
    ]


def _that_fit(others: dict[str, float], against: Callable[[str, str], Decision | None]) -> set[str]:
    """Those that fit best, with all that can be the same as they; none where these are several."""
    if len(others) > _MOST:
        return set()

    def are_two(a: str, b: str) -> bool:
        decision = against(a, b)
        return decision is not None and decision.verdict == "different"

    highest = max(others.values())
    best = [each for each, score in others.items() if score == highest]
    if any(are_two(a, b) for a, b in combinations(best, 2)):
        return set()
    return {each for each in others if each in best or not any(are_two(each, one) for one in best)}


def _is_vague(told: Told) -> bool:
    """ "The agreement", "a defence pact", "the contract for the ships"."""
    return told.title.is_bare or told.is_loose or tells_only_kinds(told.title.words)


def _is_a_deal(pair: Pair) -> bool:
    """ "The deal", "an agreement" can be a contract; a defence pact of governments is none."""
    other = pair.b if pair.a.type == "contract" else pair.a
    return other.title.is_bare and other.fact.title.islower()


def _signed_both(pair: Pair) -> tuple[float, str] | None:
    """ "An arrangement signed in October", "the agreement of 2022"."""
    fit, days = pair.timing.fit, pair.timing.days
    dates = [told.signing.date for told in (pair.a, pair.b)]
    if "coming" in pair.stages:
        return None
    if not all(date is not None and edtf.has_year(date) for date in dates):
        return None
    near = fit == Fit.APART and (days or 0) <= _SLIP
    sure = 0.64 if pair.same_type else 0.62
    if fit >= Fit.MONTH or near:
        return sure, "the-only-of-the-month"
    return (sure - 0.02, "the-only-of-the-year") if fit == Fit.YEAR else None


def _foreseen(pair: Pair) -> tuple[float, str] | None:
    """ "The treaty is to be signed in June", and one was."""
    days = pair.timing.days
    foreseen = pair.a.signing.stage == "coming" and pair.b.signing.stage == "signed"
    if not foreseen or days is None or days > _A_YEAR or pair.timing.fit == Fit.APART:
        return None
    if _is_too_early(pair):
        return None
    if not pair.same_type and ("agreement" not in pair.is_of or pair.a.type == "contract"):
        return None  # a contract that is to be negotiated is no agreement of governments
    return (0.66 if days <= _SOON else 0.62), "the-only-foreseen"


def _is_too_early(pair: Pair) -> bool:
    """ "The treaty should be signed early next year" is none that is signed in October."""
    planned, signed = (edtf.bounds(told.fact.date) if told.fact.date else None for told in (pair.a, pair.b))
    return planned is not None and signed is not None and (planned[0] - signed[1]).days > _SLIP


def _in_being(pair: Pair) -> tuple[float, str] | None:
    """ "The upgrade of the current arrangement", where there is but one, "of 2018"."""
    if pair.stages != {"standing"} or not pair.same_type or pair.timing.fit == Fit.APART:
        return None
    bare = (told for told in (pair.a, pair.b) if told.title.is_bare and _CURRENT.search(told.fact.title))
    return (0.61, "the-only-in-being") if any(bare) else None


def _standing(pair: Pair) -> tuple[float, str] | None:
    """ "The agreement is now before parliament", which one was signed before."""
    days = pair.timing.days
    signed, standing = (pair.a, pair.b) if pair.a.signing.stage == "signed" else (pair.b, pair.a)
    stages = signed.signing.stage == "signed" and standing.signing.stage == "standing"
    near = days is not None and days <= _YEARS_AFTER and pair.timing.fit == Fit.OPEN
    return (0.61, "the-only-standing") if stages and near and standing.title.is_bare else None


def _looking_back(pair: Pair) -> tuple[float, str] | None:
    """ "In Natal the two signed a letter of intent", as a report tells long after the day."""
    days = pair.timing.days
    signed = pair.stages == {"signed"} and pair.same_type and "contract" not in pair.is_of
    undated = pair.b.signing.date is None and pair.b.title.is_bare
    near = days is not None and days <= _YEARS_AFTER and pair.timing.fit == Fit.OPEN
    return (0.61, "the-only-looking-back") if signed and undated and near else None


def _of_lately(pair: Pair) -> tuple[float, str] | None:
    """ "The declaration adopted at his summit with the President", as is told some weeks after the day."""
    days = pair.timing.days
    signed = pair.stages == {"signed"} and pair.same_type and pair.timing.fit == Fit.OPEN
    told = pair.b.title.is_bare and pair.b.looks_back and pair.b.signing.date is None
    near = days is not None and days <= _LATELY
    return (0.61, "the-only-of-lately") if signed and told and near else None
