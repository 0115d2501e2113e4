"""The page that describes the command line says what the commands say of themselves."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_reference_of_the_command_line_is_current():
    done = subprocess.run([sys.executable, ROOT / "bin" / "reference.py", "--check"])
    assert done.returncode == 0, "write it anew with: .venv/bin/python bin/reference.py"
