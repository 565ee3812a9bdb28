"""The program `trueplan`. Nothing but the version may be imported before it is answered."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Run the command that the process was called with; returns its exit code."""
    words = sys.argv[1:]
    if words and words[0] in ("--version", "-V"):
        from trueplan import __version__

        try:
            print(f"trueplan {__version__}", flush=True)
        except OSError as error:
            from trueplan.cli.failure import report_failure
            from trueplan.cli.terminal import open_terminal

            return report_failure(error, open_terminal(), as_json=False)
        return 0
    # A command makes records, which hold no cycles, and ends: looking for cycles costs it a
    # twentieth of its time and finds nothing.
    gc.disable()
    from trueplan.cli.main import run

    return run(words)


if __name__ == "__main__":
    sys.exit(main())
