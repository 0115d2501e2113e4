"""The pages of the codebook say what the data say, and are current."""

import subprocess
import sys
from pathlib import Path

from servanda.codebook.fields import fields
from servanda.codebook.kinds import groups
from servanda.codebook.pages import HEAD, pages

ROOT = Path(__file__).resolve().parents[2]


def section(page, title):
    return page.partition(f"### {title}\n")[2].partition("\n#")[0]


def test_the_pages_are_current():
    done = subprocess.run([sys.executable, ROOT / "bin" / "codebook.py", "--check"])
    assert done.returncode == 0, "write them anew with: .venv/bin/python bin/codebook.py"


def test_each_page_tells_how_it_is_written():
    assert all(page.startswith(HEAD) and "bin/codebook.py" in HEAD for page in pages().values())


def test_the_index_leads_to_every_page():
    made = pages()
    assert all(f"]({name})" in made["README.md"] for name in made if name != "README.md")


def test_every_code_is_told_with_its_place_in_the_four_schemes():
    page = pages()["kinds.md"]
    for group in groups():
        for entry in group.codes:
            told = page.partition(f"## {group.title}\n")[2].partition("\n## ")[0]
            own = section(told, entry.code)
            assert entry.definition in own
            assert entry.example in own
            for scheme in ("PLOVER", "CAMEO", "DCAD", "FollowTheMoney"):
                assert f"| {scheme} | " in own, (group.title, entry.code, scheme)


def test_a_place_is_told_with_its_conditions():
    page = pages()["kinds.md"]
    assert "CONSULT visit (setting: hosted); CONSULT |" in section(page, "visit")
    assert "| PLOVER | no event |" in section(page, "cancelled")
    assert "| CAMEO | 036 |" in section(page, "invite")
    assert "| DCAD | none: a declaration |" in section(page, "joint-statement")
    assert "| FollowTheMoney | Event |" in section(page, "visit")


def test_every_field_is_told():
    page = pages()["fields.md"]
    assert all(f"## {field.code} ({field.group})" in page for field in fields())


def test_tables_are_not_torn_by_what_stands_in_them():
    for name, page in pages().items():
        rows = [line for line in page.splitlines() if line.startswith("|")]
        assert rows or name == "kinds.md"
        widths = []
        for line in page.splitlines():
            if line.startswith("|"):
                widths.append(line.count("|"))
            else:
                assert len(set(widths)) <= 1, name
                widths = []
