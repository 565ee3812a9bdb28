"""The compiled wheel is what the compiled run of the tests tests: `just test-compiled`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import trueplan.reader.plan


@pytest.mark.skipif("TRUEPLAN_COMPILED" not in os.environ, reason="runs in `just test-compiled`")
def test_the_reader_that_is_tested_is_compiled() -> None:
    assert Path(trueplan.reader.plan.__file__).suffix != ".py"
