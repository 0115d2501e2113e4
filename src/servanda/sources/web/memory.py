"""What is remembered of feeds between two runs, in a small JSON file beside the ledger."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from servanda.errors import UsageError


class Known(msgspec.Struct):
    """What is known of one feed.

    etag, modified  with what its site answered last, for the next question
    seen            the version of each entry that was read, by its key; only of those still in the feed
    tries           how often an entry could not be fetched
    """

    etag: str = ""
    modified: str = ""
    seen: dict[str, str] = {}
    tries: dict[str, int] = {}


class Memory:
    """The feeds in a file that may not be there yet. UsageError when it is no such file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self.feeds = msgspec.json.decode(path.read_bytes(), type=dict[str, Known])
        except FileNotFoundError:
            self.feeds = {}
        except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
            problem = f"cannot be read as what is known of feeds ({error})"
            raise UsageError(str(path), problem, "remove it: all entries are then looked at again") from None

    def of(self, url: str) -> Known:
        """What is known of the feed at `url`; nothing of a new one."""
        return self.feeds.setdefault(url, Known())

    def keep(self) -> None:
        """Write all down, so that a stop at any moment leaves the old file or the new one."""
        beside = self._path.with_name(f"{self._path.name}.new")
        with beside.open("wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode(self.feeds), indent=1))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self._path)
