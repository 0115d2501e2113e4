"""`servanda accounts`: who may use the desk, and with which tokens programs do."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from servanda.cli.options import JsonOption, LedgerOption, examples, open_ledger, settings
from servanda.cli.output import Column, Output
from servanda.errors import UsageError

if TYPE_CHECKING:
    from servanda.ledger.accounts import Role, Scope

app = typer.Typer(no_args_is_help=True)
token_app = typer.Typer(no_args_is_help=True)
app.add_typer(token_app, name="token", help="Make, list and revoke the tokens of programs.")

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="Name of the account.")]
RoleOption = Annotated[
    str, typer.Option(metavar="ROLE", help="What it may do: reader, analyst, editor, administrator.")
]
PasswordOption = Annotated[
    Path | None,
    typer.Option(
        "--password-file", metavar="FILE", help='File whose first line is the password; "-": standard input.'
    ),
]


def register(program: typer.Typer) -> None:
    """Add the commands to the program."""
    program.add_typer(
        app,
        name="accounts",
        help="Keep the accounts of the desk: add, list, change, disable, enable, token.\n\n"
        "With the first account the desk asks everybody to log in; who may write the ledger's file keeps "
        "its accounts.",
        epilog=_EPILOG,
    )


@app.command()
def add(
    name: NameArgument,
    role: RoleOption = "reader",
    password_file: PasswordOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Make an account. The password is asked for, unless it comes from a file."""
    from servanda.ledger import Ledger

    with Ledger.open(ledger or settings().ledger, create=True) as book:
        made = book.accounts.create(name, _role(role), _password(password_file))
    Output().line(f"{made.name}: {made.role}")


@app.command("list")
def list_(ledger: LedgerOption = None, as_json: JsonOption = False) -> None:
    """List the accounts, the disabled ones among them."""
    out = Output()
    with open_ledger(ledger) as book:
        found = book.accounts.all()
    if as_json:
        out.json_list(found)
        return
    columns = [Column("name"), Column("role"), Column("created", "dim"), Column("disabled")]
    out.table(columns, [(each.name, each.role, each.created, each.disabled or "") for each in found])


@app.command()
def change(
    name: NameArgument,
    role: Annotated[str | None, typer.Option(metavar="ROLE", help="Its new role.")] = None,
    password: Annotated[bool, typer.Option("--password", help="Ask for a new password.")] = False,
    password_file: PasswordOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Give an account another role or password."""
    if role is None and not password and password_file is None:
        raise UsageError(name, "nothing is to be changed", "give --role, --password or --password-file")
    new = _password(password_file) if password or password_file else None
    with open_ledger(ledger) as book:
        made = book.accounts.change(name, role=_role(role) if role else None, password=new)
    Output().line(f"{made.name}: {made.role}" + (", with a new password" if new else ""))


@app.command()
def disable(name: NameArgument, ledger: LedgerOption = None) -> None:
    """Shut an account, with its sessions and tokens; what it did stays under its name."""
    with open_ledger(ledger) as book:
        book.accounts.disable(name)
    Output().line(f"{name}: disabled")


@app.command()
def enable(name: NameArgument, ledger: LedgerOption = None) -> None:
    """Open an account again that was disabled."""
    with open_ledger(ledger) as book:
        book.accounts.disable(name, again=True)
    Output().line(f"{name}: enabled")


@token_app.command("make")
def make_token(
    name: NameArgument,
    label: Annotated[str, typer.Option("--for", metavar="TEXT", help="What uses it.")] = "a program",
    scope: Annotated[
        list[str] | None,
        typer.Option(metavar="SCOPE", help="read, review or write; repeat for several. Default: read."),
    ] = None,
    days: Annotated[int, typer.Option(help="For how many days it is good.", min=1, max=366)] = 90,
    ledger: LedgerOption = None,
) -> None:
    """Make a token and print it, this once: the ledger keeps no copy."""
    out = Output()
    with open_ledger(ledger) as book:
        made, secret = book.accounts.create_token(name, label, _scopes(scope or ["read"]), days)
    out.note(f"token {made.id} of {name}, {' '.join(made.scopes)}, until {made.expires}; shown this once:")
    out.line(secret)


@token_app.command("list")
def list_tokens(name: NameArgument, ledger: LedgerOption = None, as_json: JsonOption = False) -> None:
    """List the tokens of an account, the revoked ones among them."""
    out = Output()
    with open_ledger(ledger) as book:
        book.accounts.get(name)
        found = book.accounts.tokens(name)
    if as_json:
        out.json_list(found)
        return
    columns = [Column("id"), Column("for"), Column("scopes"), Column("expires", "dim"), Column("revoked")]
    out.table(columns, [(t.id, t.name, " ".join(t.scopes), t.expires, t.revoked or "") for t in found])


@token_app.command("revoke")
def revoke(
    name: NameArgument,
    token: Annotated[str, typer.Argument(metavar="ID", help="See: servanda accounts token list NAME.")],
    ledger: LedgerOption = None,
) -> None:
    """End a token at once."""
    with open_ledger(ledger) as book:
        book.accounts.revoke(name, token)
    Output().line(f"{token}: revoked")


def _role(given: str) -> Role:
    from servanda.ledger.accounts import ROLES

    for role in ROLES:
        if role == given:
            return role
    raise UsageError(given, "is no role", f"roles are {', '.join(ROLES)}")


def _scopes(given: list[str]) -> tuple[Scope, ...]:
    from servanda.ledger.accounts import SCOPES

    for each in given:
        if each not in SCOPES:
            raise UsageError(each, "is no scope", f"scopes are {', '.join(SCOPES)}")
    return tuple(scope for scope in SCOPES if scope in given)


def _password(file: Path | None) -> str:
    """The password: from the first line of a file, else asked for without showing it."""
    if file is None:
        if not sys.stdin.isatty():
            mend = "give it with --password-file FILE, or --password-file - from standard input"
            raise UsageError("the password", "cannot be asked for without a terminal", mend)
        typed: str = typer.prompt("Password", hide_input=True, confirmation_prompt="Again")
        return typed
    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(str(file), f"cannot be read ({error})", "name a text file") from error
    return text.partition("\n")[0].removesuffix("\r")


_EPILOG = examples(
    "servanda accounts add lan --role editor",
    "servanda accounts add cron --role reader --password-file /run/secrets/cron",
    "servanda accounts change lan --role analyst",
    "servanda accounts token make cron --for notebook --scope read --days 30",
)
