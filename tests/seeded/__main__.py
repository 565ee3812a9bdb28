"""Print the table of seeded faults, found and missed; with --write, put it into the docs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory


def main() -> int:
    """Exit with 1 where a fault was missed, or too much was found."""
    sys.path.append(str(Path(__file__).resolve().parents[2] / "scripts"))  # as the tests have it
    from tests.seeded.table import PAGE, attempt_all, count_clean, render

    parser = argparse.ArgumentParser(prog="python -m tests.seeded", description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"write docs/{PAGE.name}")
    arguments = parser.parse_args()
    with TemporaryDirectory() as folder:
        trials = attempt_all(Path(folder, "faults"))
        clean = count_clean(Path(folder, "clean"))
    page = render(trials, clean)
    if arguments.write:
        PAGE.write_text(page, encoding="utf-8")
    print(page, end="")
    fine = all(trial.found and not trial.missing and not trial.unexpected for trial in trials)
    return 0 if fine and not any(clean.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
