"""`servanda programme`: what is planned, promised and done in a year. `servanda remind`: what is due."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from servanda.cli.editions import printed
from servanda.cli.linked import AsOfOption, day_of, today
from servanda.cli.options import JsonOption, LedgerOption, examples, open_ledger, settings
from servanda.cli.output import Column, Output
from servanda.cli.tables import DATE, short_id
from servanda.errors import UsageError

if TYPE_CHECKING:
    from servanda.publish.agenda import Reminder
    from servanda.publish.post import Letter
    from servanda.query.programme import Programme, Tally

_MOST = 5000


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command(epilog=_PROGRAMME)(programme)
    app.command(epilog=_REMIND)(remind)


def programme(
    parties: Annotated[
        tuple[str, str], typer.Argument(metavar="PARTY PARTY", help="Codes (FR) or names (France).")
    ],
    year: Annotated[
        int | None, typer.Option(min=1, max=9998, help="The year; default: the present one.")
    ] = None,
    as_of: AsOfOption = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show the programme of a relationship in a year: visits, dialogues, exercises, texts, training places,
    expert missions and projects, with who sees to each; and plan against done, by part, field and side."""
    from servanda.query.edition.wanted import Wanted
    from servanda.query.parties import codes
    from servanda.query.programme import programme as made_of

    day = day_of(as_of)
    with open_ledger(ledger) as opened:
        one, other = sorted(codes(opened, *parties))
        if one == other:
            raise UsageError(" ".join(parties), "are one party", "name two")
        with printed(opened, day, (one, other)) as edition:
            rows = edition.entries(Wanted(pair=(one, other)), limit=_MOST).items
        wanted = year or (day or today()).year
        made = made_of(rows, opened.assigning.standing(), (one, other), wanted)
    if as_json:
        Output().json(made)
    else:
        _show(made, Output())


def remind(
    days: Annotated[
        int,
        typer.Option(
            metavar="DAYS", min=0, max=36500, help="What is due within so many days, or has passed."
        ),
    ] = 14,
    show: Annotated[bool, typer.Option("--show", help="Only show what would be sent.")] = False,
    ledger: LedgerOption = None,
) -> None:
    """Remind of what is due: by mail where the settings name a server (mail.server), else on standard output.

    Who is assigned to a thing and has a mail address there gets a letter of their own; the rest goes to the
    addresses in the setting mail.to. Meant for a timetable (cron, a systemd timer).
    """
    from servanda.publish.agenda import line
    from servanda.publish.post import send

    out, known, until = Output(), settings(), today() + timedelta(days=days)
    found = _due(ledger, until)
    if not found:
        out.note("nothing is due")
        return
    if show or not known.mail.server:
        for each in found:
            out.line(line(each, today()))
        return
    if not known.mail.sender:
        raise UsageError("the settings", "name no mail.sender", "set the address from which reminders come")
    letters, left = _letters(found, known.mail.to, today())
    out.note(f"{send(letters, known.mail)} letters sent, on {len(found) - left} things")
    if left:
        out.note(f"{left} things have nobody with an address: set mail.to, or assign them")


def _due(ledger: str | None, until: date) -> list[Reminder]:
    from servanda.publish.agenda import reminders
    from servanda.query.edition.wanted import Wanted

    with open_ledger(ledger) as opened:
        assigned = opened.assigning.standing()
        with printed(opened) as edition:
            waiting = edition.entries(Wanted(waiting=True, until=until.isoformat()), "due", limit=_MOST).items
            rows = {row.id: row for row in waiting} | {
                row.id: row for row in edition.entries_of(assigned).values()
            }
    return [each for each in reminders(rows.values(), assigned) if each.day <= until]


def _letters(found: list[Reminder], others: str, now: date) -> tuple[list[Letter], int]:
    """A letter for each who is to be reminded, and how many things nobody is reminded of."""
    from servanda.publish.agenda import line
    from servanda.publish.post import Letter, address_in

    rest = tuple(filter(None, map(address_in, others.split(","))))
    by_address: dict[tuple[str, ...], list[str]] = {}
    left = 0
    for each in found:
        details = each.assigned.details if each.assigned else None
        own = address_in(f"{details.person} {details.office}") if details else None
        to = (own,) if own else rest
        left += not to
        if to:
            by_address.setdefault(to, []).append(f"{line(each, now)}\n  {each.entry.id}")
    return [
        Letter(to=to, subject=f"Servanda: {len(lines)} due", text="\n".join(lines) + "\n")
        for to, lines in by_address.items()
    ], left


def _show(made: Programme, out: Output) -> None:
    from servanda.codebook.programme import parts

    columns = [
        Column("quarter", width=7),
        Column("when", width=DATE.width),
        Column("what", wide=2),
        Column("side", width=6),
        Column("status", width=10),
        Column("office", wide=1),
        Column("budget", wide=1),
        Column("id", "dim"),
    ]
    for part in parts():
        if lines := made.of(part):
            out.line(part.name)
            rows = []
            for line in lines:
                details = line.assigned.details if line.assigned else None
                amount = f"{line.amount.value:,.0f} {line.amount.currency}" if line.amount else ""
                rows.append(
                    (
                        f"Q{line.quarter}" if line.quarter else "",
                        line.entry.date or (details.due if details else ""),
                        line.entry.label,
                        line.side,
                        line.entry.status or line.standing,
                        ", ".join(filter(None, (details.office, details.person))) if details else "",
                        " ".join(filter(None, (details.budget if details else "", amount))),
                        short_id(line.entry.id),
                    )
                )
            out.table(columns, rows)
    for name, tallies in (("part", made.by_part), ("field", made.by_field), ("side", made.by_side)):
        out.line(f"Plan against done, by {name}")
        out.table(_tally_columns(name), [_tally_row(each) for each in tallies])


def _tally_columns(name: str) -> list[Column]:
    counts = ("planned", "done", "partly", "to come", "no report", "called off", "unplanned")
    return [Column(name), *(Column(each, right=True) for each in counts)]


def _tally_row(tally: Tally) -> tuple[object, ...]:
    return (
        tally.name or "not told",
        tally.planned,
        tally.done,
        tally.partly,
        tally.to_come,
        tally.no_report,
        tally.called_off,
        tally.unplanned,
    )


_PROGRAMME = examples("servanda programme FR VN --year 2024", 'servanda programme France "Viet Nam" --json')
_REMIND = examples(
    "servanda remind --days 30 --show",
    "SERVANDA_MAIL_SERVER=mail.example.org SERVANDA_MAIL_SENDER=desk@example.org servanda remind",
)
