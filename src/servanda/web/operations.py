"""For who keeps the desk running: is it alive, and what is it doing."""

from __future__ import annotations

import ipaddress
from typing import Any

from litestar import Request, Response, get
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import select

from servanda.errors import ServandaError
from servanda.web.access import Connection
from servanda.web.desk import Desk
from servanda.web.measures import Measures
from servanda.web.threads import in_thread

_BEHIND_A_PROXY = ("x-forwarded-for", "x-real-ip", "forwarded")


def open_metrics(connection: Connection) -> bool:
    """Whether the metrics are open to this one: the setting says so, and they ask on this machine, and not
    through a proxy, behind which everybody seems to be on this machine."""
    desk: Desk = connection.app.state.desk
    if not desk.settings.desk.open_metrics or any(name in connection.headers for name in _BEHIND_A_PROXY):
        return False
    try:
        return connection.client is not None and ipaddress.ip_address(connection.client.host).is_loopback
    except ValueError:
        return False


@get("/health", opt={"role": "nobody"})
@in_thread
def health(request: Request[Any, Any, Any]) -> Response[dict[str, str]]:
    """Whether the desk is alive and its ledger answers; nothing else."""
    desk: Desk = request.app.state.desk
    try:
        with desk.ledger.reading() as connection:
            connection.execute(select(1))
    except ServandaError:
        return Response({"status": "the ledger does not answer"}, status_code=503)
    return Response({"status": "ok"})


@get("/metrics", opt={"role": "administrator", "unless": open_metrics})
@in_thread
def metrics(request: Request[Any, Any, Any]) -> Response[bytes]:
    """The measures in the text form of Prometheus."""
    measures: Measures = request.app.state.measures
    measures.look(request.app.state.desk, request.app.state.sessions)
    return Response(generate_latest(measures.registry), media_type=CONTENT_TYPE_LATEST)


HANDLERS = (health, metrics)
