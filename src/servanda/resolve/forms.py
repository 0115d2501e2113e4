"""Forms of people: a name with the rank, post and party that documents give it, and what two forms say.

The form is the unit in which people are resolved. Mentions are many, forms stay few: most documents name the
same people in the same words. Compared by the rules here, gathered into people by `servanda.resolve.people`.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise

import msgspec

from servanda.codebook.names import name_words
from servanda.codebook.places import countries
from servanda.model.document import content_id
from servanda.model.facts import Person
from servanda.resolve import careers
from servanda.resolve.mention import Decision, Keys
from servanda.resolve.names import (
    NICK,
    TYPO,
    Likeness,
    Name,
    a_letter_apart,
    liken,
    nicknames,
    parse,
    plain,
    skeleton,
)

WHOLE, PART, INITIALS = "person/full-name", "person/shorter-name", "person/initials"
"""Rules by which a form is another's; the last two hold only where no other person fits as well."""
OTHER_PARTY, OTHER_NAME = "person/other-party", "person/other-name"
"""Rules by which two forms are none of one person, unless other forms of these names show that they are."""
SLIP = "person/slip"
"""Rule by which names that differ by a letter are one person's, for the office that he holds."""

ENDS_NAME = 0.85
"""The score from which a single word is the end of the name, by which people are mostly called."""


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """A name as a document gives it, with rank, post and party. `id` is of the folded parts, so that forms
    which differ in capitals and diacritics only are one."""

    id: str
    name: str
    rank: str | None = None
    post: str | None = None
    party: str | None = None

    @property
    def parsed(self) -> Name:
        """The name taken apart."""
        return parse(plain(self.name), self.party)


def form_of(person: Person) -> Form:
    """The form in which a document names `person`."""
    folded = [plain(text or "") for text in (person.name, person.rank, person.post)]
    return Form(
        id=content_id("form", [person.party, *folded]),
        name=person.name,
        rank=person.rank,
        post=person.post,
        party=person.party,
    )


def keys(form: Form) -> Keys:
    """Where to look for forms of the same person.

    Names of several parts meet in the consonants of two of them, whatever their order; a single word, or one
    with initials, seeks the names that have it, in its own party or, where that is unknown, in all.
    """
    name = form.parsed
    bones = [skeleton(text) for part in name.full for text in nicknames(part)]
    joined = [skeleton(a + b) for a, b in pairwise(name.full)] + [skeleton("".join(name.full))]
    every = sorted({*bones, *joined})
    pairs = frozenset(f"{x} {y}" for x in every for y in every if x < y) | {
        f"={skeleton(''.join(name.full))}"
    }
    parties = {form.party or "*", "*"}
    named = frozenset(f"{party}|{bone}" for party in parties for bone in every)
    seeks = frozenset(f"{form.party or '*'}|{bone}" for bone in every)
    if is_short(form):
        return Keys(held=pairs | {f"?{k}" for k in seeks} | named, sought=pairs | seeks)
    return Keys(held=pairs | named, sought=pairs | {f"?{k}" for k in named})


def is_short(form: Form) -> bool:
    """Whether one part of the name tells something, so that whose it is depends on who else there is."""
    name = form.parsed
    return len([text for text in name.full if text not in name.shared]) < 2


def compare(a: Form, b: Form) -> Decision | None:
    """Whether two forms are one person, as far as these two tell; the same whichever comes first.

    "same" under the rules PART and INITIALS is provisional: see `servanda.resolve.people`. A single word
    and a fuller name give None, or "different" where the word is no part of the name.
    """
    a, b = (a, b) if a.id <= b.id else (b, a)
    like = _likeness(a, b)
    if parties_apart(a.party, b.party):
        return _of_other_parties(a, b, like)
    if like.kind == "apart" and may_be_slip(a, b):
        return _slip(a, b, like)
    if like.kind == "apart":
        return _different(0.95, OTHER_NAME, like.why)
    if like.kind == "short":
        return _one_word(a, b, like)
    if like.kind in {"unclear", "hinted"} or _weak(a, b, like):
        return _supported(a, b, like)
    if like.kind == "initials" and like.letters == 1 and careers.posts(a.post, b.post) == "apart":
        return None
    rule, score = {"whole": (WHOLE, 0.97), "part": (PART, 0.92), "initials": (INITIALS, 0.88)}[like.kind]
    return _same(score - _doubts(a, b, like), rule, like.why)


def _of_other_parties(a: Form, b: Form, like: Likeness) -> Decision:
    """Two of one full name who hold one office are one person: of the parties one is misread, which a text
    often leaves to be presumed."""
    whole = like.kind == "whole" and like.grade != TYPO and like.turned is None
    if not whole or is_short(a) or is_short(b) or careers.posts(a.post, b.post) != "agree":
        return _different(0.9, OTHER_PARTY, f"{a.party} and {b.party}")
    return _same(0.8, WHOLE, f"{like.why}; {a.post}, {b.post}; of {a.party} and of {b.party}")


def _supported(a: Form, b: Form, like: Likeness) -> Decision | None:
    """Names that are alike but not enough are one person's who holds the same office for the same party."""
    if a.party is None or a.party != b.party or not like.grade or not careers.same_office(a.post, b.post):
        return None
    rule = {"part": PART, "initials": INITIALS, "hinted": INITIALS}.get(like.kind, WHOLE)
    return _same(0.75, rule, f"{like.why}; {a.post}, {b.post}")


def _slip(a: Form, b: Form, like: Likeness) -> Decision | None:
    """Names that differ by one letter, of people in charge of the same for the same party, are one person's,
    whose name one document writes wrong, also where such a letter makes another name; nothing can be said
    where an office is not told."""
    if careers.same_charge(a.post, b.post):
        return _same(0.75, SLIP, f"{a.name} and {b.name} differ by a letter; {a.post}, {b.post}")
    return _different(0.9, OTHER_NAME, like.why) if a.post and b.post else None


def may_be_slip(a: Form, b: Form) -> bool:
    """Whether the names of two who act for one party differ by a letter."""
    return a.party is not None and a.party == b.party and a_letter_apart(a.parsed, b.parsed)


def one_word_of(short: Form, full: Form) -> Decision | None:
    """Whether `short`, whose name is one word, can be the person of `full`: "General Vinh", "Minister Parly".

    The word has to be the one by which people of that state are called, and rank and post, where both state
    them, have to fit. Where a party is unknown, rank or post has to speak for it.
    """
    like = _likeness(short, full)
    if like.kind != "short" or like.grade == TYPO or parties_apart(short.party, full.party):
        return None
    fits = {careers.ranks(short.rank, full.rank), careers.posts(short.post, full.post)}
    if "apart" in fits or careers.other_world(short.rank, short.post, full.rank, full.post):
        return None
    if (short.party is None or short.party != full.party) and "agree" not in fits:
        return None
    place = _called(short.parsed, full)
    if place is None:
        return None
    score = (ENDS_NAME if place == "last" else 0.78) + 0.05 * ("agree" in fits)
    return _same(score, "person/one-word", f"{full.name} is called {short.name}")


def _called(word: Name, full: Form) -> str | None:
    """Where in the name the word by which the person is called stands: "last" or "another"; None: nowhere."""
    words, parts = name_words(), [p.text for p in full.parsed.parts if p.sort == "full"]
    if not parts or not word.full:
        return None
    last = liken(word, Name((full.parsed.parts[-1],))).kind == "short"
    first = liken(word, Name((full.parsed.parts[0],))).kind == "short"
    if full.party in words.called_by_last:
        return "last" if last else None
    if full.party in words.called_by_first:
        return "last" if first else "another" if last and len(parts) == 2 else None
    return "last" if last else "another"


def _likeness(a: Form, b: Form) -> Likeness:
    return _liken(plain(a.name), a.party, plain(b.name), b.party)


@lru_cache(maxsize=1 << 18)
def _liken(name: str, party: str | None, other_name: str, other_party: str | None) -> Likeness:
    return liken(parse(name, party), parse(other_name, other_party))


def _one_word(a: Form, b: Form, like: Likeness) -> Decision | None:
    """Two forms of which one at least is a single word."""
    if len(a.parsed.full) > 1 or len(b.parsed.full) > 1 or like.grade < NICK or a.party is None:
        return None
    agree = "agree" in {careers.ranks(a.rank, b.rank), careers.posts(a.post, b.post)}
    apart = "apart" in {careers.ranks(a.rank, b.rank), careers.posts(a.post, b.post)}
    if a.party != b.party or not agree or apart or a.parsed.full[0] in a.parsed.shared:
        return None
    return _same(0.75, "person/one-word", f"both are {a.name}, {a.post or a.rank}")


def _weak(a: Form, b: Form, like: Likeness) -> bool:
    """Whether the names alone are too little: a letter differs, or the order where it is fixed."""
    turned = like.turned == "mixed" or (
        like.turned == "round" and not {a.party, b.party} & name_words().either_order
    )
    return like.grade == TYPO or turned


def _doubts(a: Form, b: Form, like: Likeness) -> float:
    """What takes away from the score."""
    doubt = 0.01 * (4 - like.grade) + 0.02 * (like.turned is not None)
    doubt += 0.1 * (a.party != b.party) + 0.01 * (not careers.same_office(a.post, b.post))
    return doubt + 0.2 * careers.other_world(a.rank, a.post, b.rank, b.post)


def parties_apart(a: str | None, b: str | None) -> bool:
    """Whether nobody acts for both: two states. The same person may act for a state and for a body."""
    return a is not None and b is not None and a != b and {a, b} <= _states()


@cache
def _states() -> frozenset[str]:
    return frozenset(country.code for country in countries())


def _same(score: float, rule: str, reason: str) -> Decision:
    return Decision(verdict="same", score=round(score, 3), rule=rule, reason=reason)


def _different(score: float, rule: str, reason: str) -> Decision:
    return Decision(verdict="different", score=score, rule=rule, reason=reason)
