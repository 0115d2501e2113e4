"""`servanda serve`: the desk in a browser."""

from __future__ import annotations

import ipaddress
from typing import Annotated

import typer
from msgspec.structs import replace

from servanda.cli.options import LedgerOption, examples, open_ledger, settings
from servanda.cli.output import Output
from servanda.errors import UsageError


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on; one that others reach needs accounts.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option(help="Port to listen on.", min=1, max=65535)] = 8765,
    name: Annotated[
        list[str] | None,
        typer.Option(help="Name under which others reach the desk (desk.example.org); repeat for several."),
    ] = None,
    https: Annotated[bool, typer.Option(help="A proxy in front speaks HTTPS; cookies need it.")] = False,
    ledger: LedgerOption = None,
) -> None:
    """Serve the ledger as pages: for one person on this machine, for a team with accounts.

    Without accounts the desk listens on the loopback address only, and who sits at the machine may do all.
    """
    import uvicorn

    from servanda.web.app import LOOPBACK_HOSTS, make_app
    from servanda.web.desk import Desk

    known = settings()
    known = replace(known, ledger=ledger or known.ledger)
    with open_ledger(ledger) as opened:
        local = not opened.accounts.all()
        if local and not _is_loopback(host):
            raise UsageError(
                host,
                "can be reached by others, and the ledger has no accounts",
                "make one first: servanda accounts add NAME",
            )
        hosts = (*LOOPBACK_HOSTS, *(() if _is_loopback(host) else (host,)), *(name or ()))
        hosts = (*hosts, *(f"{each}:{port}" for each in hosts))
        with Desk(opened, known, local=local) as desk:
            Output().note(f"http://{host}:{port}/  (stop with Ctrl+C)")
            desk.edition()
            uvicorn.run(
                make_app(desk, hosts=hosts, secure=https),
                host=host,
                port=port,
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
