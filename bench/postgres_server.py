"""A PostgreSQL server of one's own, for tests and measurements: in a temporary folder, on a loopback port.

Nothing of it outlives the run: it writes without waiting for the disk, and its folder is removed.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import psycopg

USER, PASSWORD = "archivist", "open sesame"
_PLACES = ("/usr/lib/postgresql/*/bin", "/usr/local/pgsql/bin", "/usr/local/bin", "/usr/bin")
_HASTE = ("fsync=off", "full_page_writes=off", "max_connections=60", "autovacuum=off")
_PATIENCE = 60


def binaries() -> Path | None:
    """The folder of the newest server that is installed; None where there is none."""
    for place in _PLACES:
        folders = sorted(Path("/").glob(place.lstrip("/")), key=str, reverse=True)
        for folder in folders:
            if (folder / "initdb").exists() and (folder / "postgres").exists():
                return folder
    return None


class Server:
    """A server that was started; stop it, or use it in a `with`."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        self._folder = Path(tempfile.mkdtemp(prefix="servanda-pg-"))
        self._run_as = _other_user() if os.geteuid() == 0 else {}
        if self._run_as:
            shutil.chown(self._folder, self._run_as["user"], self._run_as["group"])
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._process: subprocess.Popen[bytes] | None = None
        self._made = 0
        self._initialise()
        self.start()

    def start(self) -> None:
        """Starts it and waits until it answers."""
        settings = [*_HASTE, "listen_addresses=127.0.0.1", f"unix_socket_directories={self._folder}"]
        command = [self._programs / "postgres", "-D", self._folder / "data", "-p", str(self.port)]
        command += [word for setting in settings for word in ("-c", setting)]
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603
                command, stdout=log, stderr=log, cwd="/", **self._run_as
            )
        deadline = time.monotonic() + _PATIENCE
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError((self._folder / "log").read_text())
            time.sleep(0.05)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Ends it: SIGINT breaks connections off, SIGQUIT is a crash."""
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(_PATIENCE)
            self._process = None

    def address(self, database: str, password: str = PASSWORD) -> str:
        """The address of a database, with user and password."""
        return f"postgresql://{USER}:{password.replace(' ', '%20')}@127.0.0.1:{self.port}/{database}"

    def make(self, template: str = "template0") -> str:
        """Makes a database and gives its name."""
        self._made += 1
        name = f"ledger_{self._made}"
        self.run(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return name

    def drop(self, name: str) -> None:
        """Removes a database, whoever is connected to it."""
        self.run(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def run(self, statement: str, database: str = "postgres") -> None:
        """Runs a statement as the owner of all."""
        with psycopg.connect(self.address(database), autocommit=True) as connection:
            connection.execute(statement.encode())

    def close(self) -> None:
        """Stops it and removes its folder."""
        self.stop(signal.SIGQUIT)
        shutil.rmtree(self._folder, ignore_errors=True)

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.address("postgres")).close()
        except psycopg.OperationalError:
            return False
        return True

    def _initialise(self) -> None:
        secret = self._folder / "secret"
        secret.write_text(PASSWORD)
        if self._run_as:
            shutil.chown(secret, self._run_as["user"])
        options = ["--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", f"--username={USER}"]
        options += ["--auth-local=trust", "--auth-host=scram-sha-256", f"--pwfile={secret}"]
        command = [self._programs / "initdb", "-D", self._folder / "data", *options]
        subprocess.run(  # noqa: S603
            command, check=True, stdout=subprocess.DEVNULL, cwd="/", **self._run_as
        )


def _other_user() -> dict[str, object]:
    """The server refuses to be root's."""
    known = {user.pw_name: user for user in pwd.getpwall()}
    user = known.get("postgres") or known["nobody"]
    return {"user": user.pw_name, "group": user.pw_gid, "extra_groups": []}
