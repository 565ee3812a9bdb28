"""The forms are tested through the commands that print them."""

from tests.cli.conftest import harbour, run_cli

__all__ = ["harbour", "run_cli"]
