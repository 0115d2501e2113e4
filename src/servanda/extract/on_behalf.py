"""For which state somebody acts in a clause: "X led the Iraqi side", "signed it for the UAE", "X, Peru"."""

from __future__ import annotations

from servanda.extract.naming import Naming
from servanda.extract.page import Page

_SERVING = frozenset({"of", "from", "with", "in"})
_SMALL = frozenset({"armed", "air", "coast", "border", "defence", "defense", "marine"})
"""Words in the middle of the name of a force that may be written small: "Chile's armed forces"."""
_LONGEST_FORCE = 4
"""Words of the name of a force without its state: "Maritime Self-Defense Force"."""


def on_behalf(page: Page, naming: Naming) -> str | None:
    """The state that is named right after the person, or for which he or she acts in this clause."""
    end = naming.whole_end
    k = end + 1 if page.at(end) == "," else end
    if k > end and (code := state_at(page, k)) and (_closes(page, k) or _is_service(page, k)):
        return code
    serves = naming.addressed or (naming.rank and not naming.posts)
    if page.at(k) == "of" or (page.at(k) == "from" and serves):
        return state_at(page, k + 1)
    if page.at(end) in page.lists.leading:
        return _side_led(page, end + 1)
    if page.at(k) == "who" and page.at(k + 1) in page.lists.commanding:
        return _side_commanded(page, k + 2)
    return _in_brackets(page, end) or _acts_for(page, end)


def _in_brackets(page: Page, end: int) -> str | None:
    """ "Presidents A |(Mali)| and B |(Chad)|"."""
    code = state_at(page, end + 1) if page.at(end) == "(" else None
    return code if code and page.at(page.past_party(end + 1)) == ")" else None


def _acts_for(page: Page, end: int) -> str | None:
    """The state that somebody named before `end` represents or signs for in this clause."""
    for x in range(end, min(end + 10, len(page))):
        if page.ends_sentence(x) or page.head(x) or page.at(x) in page.lists.journeys:
            return None
        if page.at(x) == "for" and not _signs_for(page, end, x):
            continue
        if page.at(x) in {"representing", "for"}:
            introduces = page.at(x - 1) == "," and page.at(x - 2) in {"and", "while"}
            return None if introduces else state_at(page, x + 1)
        if page.at(x) == "behalf":
            return state_at(page, x + 2)
    return None


def _side_commanded(page: Page, k: int) -> str | None:
    """The state whose forces somebody commands: "X, who commands |the U.S.| Marines"."""
    k += page.at(k) == "the"
    mention = page.words[k].party if k < len(page) else None
    return mention.code if mention is not None and mention.form != "capital" else None


def _side_led(page: Page, k: int) -> str | None:
    """The state whose side somebody leads: "X led |the Iraqi side|", "X represented |the DRC|"."""
    k += page.at(k) == "the"
    mention = page.words[k].party if k < len(page) else None
    if mention is None or mention.form == "capital":
        return None
    after = page.past_party(k)
    closed = mention.form != "demonym" and page.at(k - 1 - (page.at(k - 1) == "the")) == "represented"
    return mention.code if closed or page.at(after) in page.lists.groups else None


def _signs_for(page: Page, end: int, x: int) -> bool:
    """Whether the "for" at `x` tells for whom a text is signed: "X |signed it| for the UAE"."""
    signed = any(page.at(k) in page.lists.signed for k in range(end, x))
    at_once = page.at(end) == "for" or (page.at(end) == "," and x == end + 1)
    return at_once or (signed and page.at(x - 1) not in page.lists.given)


def _closes(page: Page, k: int) -> bool:
    """Whether a mark or the line's end follows the state at `k`: "X, Vice President, |World Bank."."""
    after = page.past_party(k)
    return after >= len(page) or page.words[after].kind in {"mark", "line"}


def _is_service(page: Page, k: int) -> bool:
    """Whether a force follows the state at `k`: "X, |US Army|, Commanding General"."""
    after = page.past_party(k)
    end = next((x for x in range(after, after + 3) if page.at(x) in {",", ".", ""}), after)
    return end > after and page.at(end - 1) in page.lists.services


def state_of_force(page: Page, end: int) -> str | None:
    """The state of the force in which somebody named before `end` serves: "Admiral X |of the Chilean Navy|",
    "Colonel X, |from the Armed Forces of Chile|"."""
    k = end + (page.at(end) == ",")
    if page.at(k) not in _SERVING:
        return None
    inside = page.at(k) == "in" and page.at(end) != ","
    k += 1 + (page.at(k + 1) == "the")
    mention = page.words[k].party if k < len(page) else None
    if mention is not None:
        serves = mention.form == "institution" and not (inside and not _ends_in_service(page, k))
        named = serves or (mention.form != "capital" and _names_force(page, k))
        return mention.code if named else None
    of = next((x for x in range(k + 1, k + _LONGEST_FORCE) if page.at(x) == "of"), k)
    return state_at(page, of + 1) if of > k and page.at(of - 1) in page.lists.services else None


def _ends_in_service(page: Page, k: int) -> bool:
    """Whether the party at `k` is a force by its own name: "in |the Royal Navy|"; not "in the Oval
    Office"."""
    return any(page.at(x) in page.lists.services for x in range(k, page.past_party(k)))


def _names_force(page: Page, k: int) -> bool:
    """Whether the name of a force goes on behind the state at `k`: "the |Vietnam| People's Navy"."""
    after = page.past_party(k)
    for x in range(after, min(after + _LONGEST_FORCE, len(page))):
        if page.at(x) in page.lists.services:
            return True
        if not page.words[x].capital and page.words[x].kind != "poss" and page.at(x) not in _SMALL:
            return False
    return False


def state_at(page: Page, k: int) -> str | None:
    """The state named at `k`, behind "the Government of" and the like; not as an adjective, city or owner."""
    while page.at(k) in {"the", "government", "of", "people", "and"}:
        k += 1
    mention = page.words[k].party if k < len(page) else None
    if mention is None or mention.form in {"demonym", "capital"}:
        return None
    after = page.past_party(k)
    return None if after < len(page) and page.words[after].kind == "poss" else mention.code


def sets_out(page: Page, naming: Naming) -> bool:
    """Whether a journey follows the name: "From Kenya, |Secretary X will travel| to Angola"."""
    end = naming.whole_end
    return any(page.at(k) in page.lists.journeys for k in range(end, min(end + 4, len(page))))


def line_above(page: Page, start: int) -> int:
    """Where the line before the one at `start` begins; `start` for the first."""
    k = start - 1
    if k < 1 or page.words[k].kind != "line":
        return start
    while k > 0 and page.words[k - 1].kind != "line":
        k -= 1
    return k
