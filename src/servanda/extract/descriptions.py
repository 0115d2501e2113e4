"""What a document says of people and institutions elsewhere than beside a name: "the French Minister", "the
French Ministry of Defence"."""

from __future__ import annotations

from collections.abc import Sequence

from servanda.extract.names import is_name_part
from servanda.extract.page import Page
from servanda.extract.posts import Post
from servanda.extract.same import Group

_LOWER = frozenset({"deputy", "vice", "assistant", "state"})


def ministries(page: Page) -> dict[str, set[str]]:
    """Names of ministries and the like with the states that the document gives them to."""
    found: dict[str, set[str]] = {}
    for k, word in enumerate(page.words):
        if word.key not in {"ministry", "department", "directorate"} or page.at(k + 1) != "of":
            continue
        x = k + 2
        while x < len(page) and (
            page.at(x) in {"the", "and"} or (page.is_topic(x) and page.words[x].capital)
        ):
            x += 1
        after = page.words[x + 1 : x + 2] if page.at(x) == "of" else []
        owners = [w.party for w in (*page.words[max(0, k - 2) : k], *after) if w.party is not None]
        if len(owners) == 1 and x > k + 2:
            found.setdefault(plain(page.cut(k, x)), set()).add(owners[0].code)
    return found


def ranks_told(page: Page) -> set[tuple[str, str]]:
    """Rank and state where no name follows."""
    return {
        (page.at(k + 1), mention.code)
        for k, word in enumerate(page.words[:-2])
        if (mention := word.party) is not None
        and mention.form == "demonym"
        and page.at(k + 1) in page.lists.ranks
        and not is_name_part(page, k + 2, first=True)
    }


def describes(told: Post, posts: Sequence[Post]) -> bool:
    """Whether a post told without a name can be meant for somebody with these posts."""
    if told.world == "diplomat" or told.head == "governor general":
        return any(p.head == told.head for p in posts)
    words = set(plain(told.text).split())
    for post in posts:
        own = set(plain(post.text).split())
        if post.head.split()[-1] == told.head.split()[-1] and words <= own and not (own - words) & _LOWER:
            return True
    return False


def roles_of(group: Group) -> set[str]:
    """The ranks and offices by which somebody can be called."""
    ranks = {s.rank.lower().rstrip(".").split()[-1] for s in group.namings if s.rank}
    return ranks | {w for s in group.namings for p in s.posts for w in (p.head, p.head.split()[-1])}


def mirrors(group: Group) -> bool:
    """Whether somebody is called a counterpart."""
    return any(p.mirrors for s in group.namings for p in s.posts)


def plain(name: str) -> str:
    """A name in lower case, without commas and articles."""
    return " ".join(w for w in name.lower().replace(",", " ").split() if w != "the")
