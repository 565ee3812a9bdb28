"""`trueplan history` over all plans, on the example with its past."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import RunCli

TODAY = "2026-03-10"
LAST = """\
2026-03-04  berth-pricing  Orla Penrose
  target   2026-03-20 → 2026-03-27
  ticked   #1.2 Count the nights of a stay by season
  added    #1.3.2 Whether "regatta" is a season
2026-03-02  winter-storage  Orla Penrose
  created
2026-02-20  link-previews  Davy Marrack
  ticked   #g2 CEO approval
  ticked   #g3 User testing complete
55 events before these; --limit 0 shows all
"""


def test_the_last_events(past_harbour: Path, run_cli: RunCli) -> None:
    ran = run_cli("history", "--limit", "6", "--today", TODAY, cwd=past_harbour)
    assert ran == (0, LAST, "")


def test_json_has_all_events_of_all_plans(past_harbour: Path, run_cli: RunCli) -> None:
    """Those of each plan are the same that it tells by itself."""
    words = ("--format", "json", "--today", TODAY)
    answer = json.loads(run_cli("history", *words, cwd=past_harbour).out)
    assert (answer["ref"], answer["uncommitted"]) == (None, 0)
    together = [one for one in answer["events"] if one["ref"].startswith("tide-tables")]
    alone = json.loads(run_cli("history", "tide-tables", *words, cwd=past_harbour).out)["events"]
    assert sorted(map(str, together)) == sorted(map(str, alone))


def test_what_is_not_committed_comes_first(past_harbour: Path, run_cli: RunCli) -> None:
    run_cli("tick", "winter-storage#1.1", cwd=past_harbour)
    out = run_cli("history", "--limit", "2", "--today", TODAY, cwd=past_harbour).out
    assert out.startswith("2026-03-10  winter-storage  not committed\n")


def test_kinds_and_days(past_harbour: Path, run_cli: RunCli) -> None:
    words = ("history", "--kind", "target", "--since", "2026-02-01", "--today", TODAY)
    assert run_cli(*words, cwd=past_harbour).out == (
        "2026-03-04  berth-pricing  Orla Penrose\n  target  2026-03-20 → 2026-03-27\n"
    )
    ran = run_cli("history", "--kind", "targets", cwd=past_harbour)
    assert (ran.code, ran.err) == (
        2,
        "error: --kind knows no targets\nhelp: did you mean target?\n",
    )
