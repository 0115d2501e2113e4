"""`servanda serve`: the desk in a browser."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from servanda.cli.options import LedgerOption, examples, open_ledger, settings
from servanda.cli.output import Output
from servanda.errors import UsageError

if TYPE_CHECKING:
    from servanda.ledger import Ledger
    from servanda.settings import Settings


def serve(
    host: Annotated[
        str | None,
        typer.Option(help="Address to listen on; one that others reach needs accounts. Default: 127.0.0.1."),
    ] = None,
    port: Annotated[
        int | None, typer.Option(help="Port to listen on. Default: 8765.", min=1, max=65535)
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Option(help="Name under which others reach the desk (desk.example.org); repeat for several."),
    ] = None,
    https: Annotated[bool, typer.Option("--https", help="A proxy in front speaks HTTPS.")] = (False),
    ledger: LedgerOption = None,
) -> None:
    """Serve the ledger as pages: for one person on this machine, for a team with accounts.

    Without accounts the desk listens on the loopback address only, and who sits at the machine may do all.
    What is not given here stands in the settings (`desk.host`, `desk.names` ...).
    """
    known = settings()
    here = replace(
        known.desk,
        host=host or known.desk.host,
        port=port or known.desk.port,
        names=tuple(name or known.desk.names),
        https=https or known.desk.https,
    )
    with open_ledger(ledger) as opened:
        _serve(opened, replace(known, ledger=ledger or known.ledger, desk=here))


def _serve(ledger: Ledger, known: Settings) -> None:
    import uvicorn

    from servanda.web.app import LOOPBACK_HOSTS, make_app
    from servanda.web.desk import Desk
    from servanda.web.messenger import Messenger
    from servanda.web.record import start_logging

    here = known.desk
    local = not ledger.accounts.all()
    if local and not _is_loopback(here.host):
        raise UsageError(
            here.host,
            "can be reached by others, and the ledger has no accounts",
            "make one first: servanda accounts add NAME",
        )
    hosts = (*LOOPBACK_HOSTS, *(() if _is_loopback(here.host) else (here.host,)), *here.names)
    hosts = (*hosts, *(f"{each}:{here.port}" for each in hosts))
    start_logging(here.log)
    with Desk(ledger, known, local=local) as desk:
        Output().note(f"http://{here.host}:{here.port}/  (stop with Ctrl+C)")
        desk.edition()
        with Messenger(desk).working():
            uvicorn.run(
                make_app(desk, hosts=hosts, secure=here.https),
                host=here.host,
                port=here.port,
                log_level="warning",
                server_header=False,
                proxy_headers=False,
            )


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command(epilog=_EPILOG)(serve)


_EPILOG = examples(
    "servanda serve",
    "servanda serve --ledger ledger.db --port 9000",
    "servanda serve --host 0.0.0.0 --name desk.example.org --https",
)
