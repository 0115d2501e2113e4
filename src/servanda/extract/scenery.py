"""Whose side an official of no told state is on, by who receives and where a report is datelined; and of whom
the register of office holders knows better.

"Norway's chief of defence A |hosted| Admiral B of Italy. Vice Admiral C, chief of staff, was present",
"|RIYADH| — A, Minister of Defense, met B of France".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from servanda.extract.homes import dateline_state, states_held
from servanda.extract.naming import Naming
from servanda.extract.offices import is_of_government
from servanda.extract.sides import Sides

_A_PAIR = 2
_RECEIVING = frozenset(
    {"hosted", "received", "welcomed", "greeted", "hosts", "receives", "welcomes", "greets"}
)
_Taken = Callable[[int, str], bool]


def presume_by_scene(sides: Sides, party: list[str | None], taken: _Taken) -> None:
    """Fill in `party` for officials of none: of who receives, else of where the report is datelined. `taken`
    tells whether another holds the office of the nth person in a state."""
    told = {sides.party(n) for n in range(len(sides.groups))} - {None}
    hosts = {party[sides.owner[id(s)]] for s in sides.ordered if _receives(sides, s)} - {None}
    host = next(iter(hosts)) if len(hosts) == 1 and len(told) == _A_PAIR and hosts <= told else None
    if host is None:
        host = dateline_state(sides)
        host = host if len({code for code in party if code} | {host}) == _A_PAIR else None
    for n in _officials(sides, party) if host else ():
        if host and not taken(n, host):
            party[n] = host


def _receives(sides: Sides, naming: Naming) -> bool:
    """ "A |hosted|", "A, chief of the navy, on Monday |received|"."""
    page, end = sides.page, naming.whole_end
    end += page.at(end) == ","
    end += 2 * (page.at(end) == "on")
    return page.at(end) in _RECEIVING


def _officials(sides: Sides, party: list[str | None]) -> Iterator[int]:
    """Those of no party who have a high office, or a rank and a post."""
    for n, group in enumerate(sides.groups):
        posts = [p for s in group.namings for p in s.posts]
        served = is_of_government(posts) or (posts and any(s.rank for s in group.namings))
        if party[n] is None and served:
            yield n


def forget_known_elsewhere(sides: Sides, party: list[str | None]) -> None:
    """Nobody is presumed to be of a state where another one, which the text does not name, had him or her in
    high office."""
    for n, group in enumerate(sides.groups):
        if party[n] is None or sides.party(n) is not None:
            continue
        states = states_held(group)
        if states and party[n] not in states:
            party[n] = None
