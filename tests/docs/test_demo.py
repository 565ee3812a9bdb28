"""The README shows what scripts/demo prints."""

from __future__ import annotations

import re
import subprocess
import sys

from tests.conftest import ROOT

_BLOCK = re.compile(r"<!-- demo -->\n```console\n(.*?)\n```\n", re.DOTALL)
_PRINT = """
import sys
from pathlib import Path

sys.path.insert(0, "scripts")
from documentation.demonstration import demonstrate

print(demonstrate(Path.cwd()), end="")
"""


def test_readme_shows_what_the_demo_prints() -> None:
    """The commands come from scripts/demo, the output from running them."""
    found = _BLOCK.search((ROOT / "README.md").read_text(encoding="utf-8"))
    assert found is not None
    done = subprocess.run(
        [sys.executable, "-c", _PRINT], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.rstrip("\n") == found[1]
