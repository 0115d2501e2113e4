"""Writes docs/codebook from the data of the codebook; run it with the Python of .venv.

.venv/bin/python bin/codebook.py            write the pages
.venv/bin/python bin/codebook.py --check    exit with 1 when a page is not current
"""

from __future__ import annotations

import sys
from pathlib import Path

from servanda.codebook.pages import pages

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "codebook"


def main() -> int:
    """Writes or checks the pages."""
    made = pages()
    if "--check" in sys.argv[1:]:
        stale = [name for name, text in made.items() if _read(FOLDER / name) != text]
        stale += [path.name for path in FOLDER.glob("*.md") if path.name not in made]
        sys.stderr.writelines(f"{FOLDER / name} is not current\n" for name in stale)
        return 1 if stale else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main())
