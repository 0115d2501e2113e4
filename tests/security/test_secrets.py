"""No secret stands in a file of the project, and what is secret in a ledger stands there as a hash."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FORMS = {
    "a private key": re.compile(r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY"),
    "a token of GitHub": re.compile(r"\bgh[pousr]_[A-Za-z0-9]{36}\b"),
    "a key of Amazon": re.compile(r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"),
    "a key of Google": re.compile(r"\bAIza[0-9A-Za-z_-]{35}\b"),
    "a token of Slack": re.compile(r"\bxox[abprs]-[0-9A-Za-z-]{10,}"),
    "a web token": re.compile(r"\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\."),
    "a token of Servanda": re.compile(r"\bsrv_[0-9a-f]{16}_[A-Za-z0-9_-]{43}\b"),
    "a password in an address": re.compile(
        r"\b[a-z]+://[^\s:/@'\"{}<>]+:(?!PASSWORD|secret|open%20sesame|\*)[^\s:/@'\"{}<>]{8,}@"
    ),
}
EXAMPLE = "srv_0123456789abcdef_" + "x" * 43


def test_the_scan_knows_a_secret_when_it_sees_one():
    assert FORMS["a token of Servanda"].search(EXAMPLE)
    assert FORMS["a private key"].search("-----BEGIN " + "RSA PRIVATE KEY-----")
    assert FORMS["a password in an address"].search("postgresql://lan:" + "hunter2hunter2@db.example.org/x")


def test_no_tracked_file_holds_a_secret():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    files = [ROOT / name for name in listed.stdout.decode().split("\0") if name] or [*ROOT.glob("src/**/*.*")]
    assert len(files) > 50
    found = []
    for file in files:
        if not file.is_file():
            continue
        text = file.read_bytes().decode("utf-8", errors="ignore")
        found += [f"{file.relative_to(ROOT)}: {what}" for what, form in FORMS.items() if form.search(text)]
    assert found == []


def test_who_reads_the_file_of_a_ledger_can_log_in_with_nothing_in_it(tmp_path):
    from servanda.ledger import Ledger

    with Ledger.open(tmp_path / "ledger.db", create=True) as ledger:
        ledger.accounts.create("lan", "reader", "pacta sunt servanda")
        _, token = ledger.accounts.create_token("lan", "x", ("read",), 1)
    held = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"pacta sunt servanda" not in held
    assert token.rpartition("_")[2].encode() not in held
    assert b"$argon2id$" in held
