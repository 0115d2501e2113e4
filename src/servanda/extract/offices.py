"""What an office tells of the side of its holder where the text names no state."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from servanda.codebook.titles import can_have, fitting, leading, only_in, plainly_of
from servanda.extract.page import Page
from servanda.extract.posts import Post

_FIRST_OFFICES = {"president": "president", "prime minister": "prime minister", "premier": "prime minister",
                  "pm": "prime minister"}  # fmt: skip
_MONARCHS = frozenset({"king", "queen", "emperor", "emir", "amir", "sultan", "chancellor"})
_LOWER = frozenset(
    {"deputy", "vice", "assistant", "state", "junior", "parliamentary", "former", "then", "ex"}
)
_FUNCTIONS = {"defence": "defence", "defense": "defence", "foreign": "foreign", "external": "foreign"}
_A_PAIR = 2
_BRITISH = frozenset({"AU", "GB", "NZ", "IN", "PK", "LK", "BD", "NP"})
"""States whose secretaries of defence write themselves with a c."""
_NOUNS = frozenset({"minister", "secretary"})
_SMALL = frozenset({"of", "for", "the", "and", "national", "federal"})
_INNER = frozenset({"area", "branch", "desk", "division", "office", "region", "section", "team", "unit"})
"""Words for parts of an organisation, which tell nothing of whose it is."""
_GOVERNING = frozenset({"minister", "secretary", "governor", "president", "presidential", "speaker", "mp",
                        "parliament", "member", "commander", "mayor", "justice"})  # fmt: skip


def state_of_title(posts: Iterable[Post], two: Sequence[str], named: Iterable[str]) -> str | None:
    """The one state of the document that can have one of these offices; None where more can.

    `two` are the states that the document is about, `named` all that it names.
    """
    for post in posts:
        if told := plainly_of(post.text):
            return told
        fit = fitting(two, post.text, post.head)
        if len(two) == 2 and len(fit) == 1:
            return fit.pop()
        among = only_in(post.text) & set(named)
        if len(among) == 1:
            return min(among)
        if among <= _BRITISH | {"US"} and _is_american(post.text):
            return "US"
    return None


def leader_of(posts: Iterable[Post], two: Sequence[str]) -> str | None:
    """The one of two states for which a president, or a prime minister, speaks abroad; None where both have
    such a leader or none has."""
    for post in posts:
        lead = leading(two, post.text)
        if len(two) == _A_PAIR and len(lead) == 1 and leading(set(two) - lead, _counter_office(post.text)):
            return lead.pop()
    return None


def _is_american(title: str) -> bool:
    """As in "Defense Secretary X met ...", spelled so and with no state named that has the office too."""
    return "US" in only_in(title) and ("Defense" in title or "Secretary of" in title)


def _counter_office(title: str) -> str:
    """Which of the two offices leads where the other does not."""
    return "prime minister" if title.lower() == "president" else "president"


def is_foreign_title(posts: Iterable[Post], home: str) -> bool:
    """Whether one of the offices is one that only other states than the home of the document have."""
    return any(not can_have(home, p.text, p.head) for p in posts if p.world == "state" or only_in(p.text))


def unique_offices(posts: Iterable[Post]) -> set[tuple[str, str]]:
    """Offices that a state has once, whatever their wording: ("minister", "defence"), ("", "president")."""
    found = set()
    for post in posts:
        words = post.text.lower().replace("-", " ").split()
        if set(words) & _LOWER:
            continue
        subject = [w for w in words if w not in _SMALL and w != post.head]
        function = next((_FUNCTIONS[w] for w in subject if w in _FUNCTIONS), " ".join(subject))
        noun = post.head.split()[-1]
        if noun != post.head:
            function = _FUNCTIONS.get(post.head.split()[0], "")
        if (
            noun in _NOUNS
            and function
            and (function in _FUNCTIONS.values() or words[1:2] in (["of"], ["for"]))
        ):
            found.add((noun, function))
        elif post.text.lower() in _FIRST_OFFICES:
            found.add(("", _FIRST_OFFICES[post.text.lower()]))
    return found


def leads_government(posts: Iterable[Post]) -> bool:
    """Whether one of the offices is that of a head of state or government."""
    return any(p.text.lower() in _FIRST_OFFICES or p.head in _MONARCHS for p in posts)


def is_staff(page: Page, posts: Sequence[Post]) -> bool:
    """Whether the offices are such as any organisation has, and tell of none: "Director, Asia Division"."""
    if not posts:
        return False
    for post in posts:
        words = {w.strip("(),").removesuffix("’s").removesuffix("'s") for w in post.text.lower().split()}
        employed = post.world in {"office", "company"} or post.head.endswith("representative")
        if not employed or words & _GOVERNING:
            return False
        if (words & page.lists.institutions) - _INNER:
            return False
    return True


def is_of_government(posts: Iterable[Post]) -> bool:
    """Whether one of the offices is high in a government: head of state, minister, chief of a service."""
    return any(p.world == "state" for p in posts)
