"""Charts: each as a page with its rows one link away, and as a picture of its own."""

from __future__ import annotations

from typing import Any, cast, get_args

from litestar import Request, Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from servanda.codebook.places import party_name
from servanda.publish.charts.gallery import ChartName
from servanda.web.asking import asked
from servanda.web.charting import NAMES, Drawn, draw, edition_of
from servanda.web.desk import Desk
from servanda.web.formats import Page, respond
from servanda.web.kept import kept
from servanda.web.threads import in_thread


@get("/charts/{name:str}", opt={"role": "reader"})
@in_thread
@kept
def page(request: Request[Any, Any, Any], name: FromPath[str]) -> Response[bytes]:
    """A chart of all, of one party or of two."""
    desk: Desk = request.app.state.desk
    asks, known = asked(request, Drawn), _known(name)
    made, beyond = draw(desk, known, asks)
    of = " – ".join(party_name(code) for code in asks.parties)
    found = Page(
        template="chart.html",
        title=f"{NAMES[known]}: {of}" if of else NAMES[known],
        context={
            "chart": made,
            "name": known,
            "names": NAMES,
            "asks": asks,
            "beyond": beyond,
            "parties": edition_of(desk, asks).parties(),
            "decades": decades([str(row.get("first_day") or "") for row in made.rows]),
        },
        data={"title": made.title, "description": made.description, "notes": made.notes, "rows": made.rows},
        rows=made.rows,
    )
    return respond(request, found)


@get("/download/charts/{file:str}", opt={"role": "reader"})
@in_thread
def picture(request: Request[Any, Any, Any], file: FromPath[str]) -> Response[bytes]:
    """The same as a file: timeline.svg."""
    name, _, ending = file.rpartition(".")
    if ending != "svg":
        raise NotFoundException(f"{file} is no chart; charts are {', '.join(f'{n}.svg' for n in NAMES)}")
    made, _ = draw(request.app.state.desk, _known(name), asked(request, Drawn))
    return Response(
        made.file(),
        media_type="image/svg+xml",
        headers={
            "Content-Disposition": f'inline; filename="{name}.svg"',
            # The picture brings its own colours for light and dark, and nothing else.
            "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        },
    )


def decades(days: list[str]) -> list[tuple[str, str, str]]:
    """Periods into which the days fall, each with its name, first and last year: decades, or years where
    there are few."""
    years = sorted({int(day[:4]) for day in days if day[:4].isdigit()})
    if not years:
        return []
    if years[-1] - years[0] < 12:
        return [(str(year), str(year), str(year)) for year in range(years[0], years[-1] + 1)]
    begins = sorted({year - year % 10 for year in years})
    return [(f"{begin}s", f"{begin:04}", f"{begin + 9:04}") for begin in begins]


def _known(name: str) -> ChartName:
    if name not in get_args(ChartName):
        raise NotFoundException(f"{name} is no chart; charts are {', '.join(NAMES)}")
    return cast(ChartName, name)
