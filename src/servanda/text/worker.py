"""Reading that hostile input could stop or crash, in a process of its own with a time limit.

Run as a module it reads one document from standard input and writes what was read, or the error that a
user can mend, to standard output. Whatever else goes wrong there ends the process, not the run.
"""

from __future__ import annotations

import subprocess
import sys

import msgspec

from servanda.errors import InputError
from servanda.sources.limits import Limits
from servanda.text.extract import Extract


class _Fault(msgspec.Struct, tag=True):
    problem: str
    mend: str


class _Read(msgspec.Struct, tag=True):
    extract: Extract


def read_apart(data: bytes, media_type: str, subject: str, limits: Limits) -> Extract:
    """What `main` reads from `data`; InputError when it takes too long or crashes the reader."""
    command = [sys.executable, "-P", "-m", __name__, media_type, msgspec.json.encode(limits).decode()]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=limits.max_seconds)  # noqa: S603
    except subprocess.TimeoutExpired:
        problem = f"takes longer than {limits.max_seconds:g} seconds to read"
        raise InputError(subject, problem, "split it, or raise the limit in the settings") from None
    if done.returncode:
        raise InputError(
            subject, "is damaged: its reader failed on it", "get the file again, or save it anew"
        )
    answer = msgspec.json.decode(done.stdout, type=_Read | _Fault)
    if isinstance(answer, _Fault):
        raise InputError(subject, answer.problem, answer.mend)
    return answer.extract


def main(media_type: str, bounds: str) -> None:
    """Read one document of `media_type` from standard input; the answer goes to standard output."""
    data = sys.stdin.buffer.read()
    answer: _Read | _Fault
    try:
        answer = _Read(_read(data, media_type, msgspec.json.decode(bounds, type=Limits)))
    except InputError as error:
        answer = _Fault(error.problem, error.mend)
    sys.stdout.buffer.write(msgspec.json.encode(answer))


def _read(data: bytes, media_type: str, limits: Limits) -> Extract:
    # A process reads one document, and loading all the readers takes longer than that.
    if media_type == "application/pdf":
        from servanda.text.pdf import read_pdf

        return read_pdf(data, "")
    if media_type == "text/html":
        from servanda.text.html import read_html

        return read_html(data, "")
    if media_type == "message/rfc822":
        from servanda.text.mail import read_mail

        return read_mail(data, "")
    from servanda.text.word import read_word

    return read_word(data, "", limits)


if __name__ == "__main__":
    main(*sys.argv[1:])
