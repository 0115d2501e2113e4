"""Where and how a benchmark was run, and the files that keep what came out."""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RESULTS = Path(__file__).parent / "results"


def environment(model: str) -> dict[str, object]:
    """Date, command and versions: what another needs to run it again."""
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "command": " ".join(["python", f"bench/{Path(sys.argv[0]).name}", *map(_placeless, sys.argv[1:])]),
        "servanda": version("servanda"),
        "python": platform.python_version(),
        "spacy": version("spacy"),
        "model": f"{model} {version(model)}",
        "system": f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors",
    }


def _placeless(word: str) -> str:
    """A word of the command without where on this machine it lies."""
    return Path(word).name if Path(word).is_absolute() else word


def write_results(name: str, report: Mapping[str, object], page: str) -> None:
    """Keep a report as results/NAME.json and its page as results/NAME.md, and print the page."""
    RESULTS.mkdir(exist_ok=True)
    text = json.dumps(report, indent=1, ensure_ascii=False)
    (RESULTS / f"{name}.json").write_text(text + "\n", encoding="utf-8")
    (RESULTS / f"{name}.md").write_text(page, encoding="utf-8")
    print(page)
