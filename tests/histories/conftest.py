"""The modules of the benchmark are found as its own entry point finds them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.histories.importing import HISTORIES, import_histories

sys.path.append(str(Path(__file__).resolve().parents[2] / "benchmarks"))


@pytest.fixture(scope="session")
def histories(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The four repositories by their names, without files of their own."""
    if not HISTORIES.is_dir():
        pytest.skip("the folder shared/histories is not beside the project")
    return import_histories(tmp_path_factory.mktemp("histories"))
