"""Run the backtests and write docs/backtests.md."""

from __future__ import annotations

import sys
from pathlib import Path

from backtest.page import PAGE, backtests_page

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "data" / "kep_slips.csv"


def main() -> int:
    if not DATA.is_file():
        print("../shared/data/kep_slips.csv is not there: nothing was written", file=sys.stderr)
        return 1
    (ROOT / PAGE).write_text(backtests_page(DATA), encoding="utf-8", newline="\n")
    print(f"wrote {PAGE}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
