"""The one direction of imports holds, and what must start quickly does not load a language model."""

import subprocess
import sys
from pathlib import Path

import pytest
from importlinter import cli

ROOT = Path(__file__).resolve().parent.parent
HEAVY = {"spacy", "numpy", "sqlalchemy", "pyarrow", "trafilatura", "pypdfium2", "docx"}


def test_imports_go_one_way(monkeypatch):
    monkeypatch.chdir(ROOT)
    assert cli.lint_imports(no_cache=True) == cli.EXIT_STATUS_SUCCESS


@pytest.mark.parametrize("module", ["servanda.cli.main", "servanda.settings", "servanda.model.facts"])
def test_the_surface_starts_without_heavy_libraries(module):
    command = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True)
    assert not HEAVY & set(done.stdout.split())
