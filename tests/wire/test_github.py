"""Workflow commands: one line each, nothing of a plan can end one or start another."""

from __future__ import annotations

from tests.cli.conftest import RunCli
from tests.cli.samples import FILES, SELECT
from tests.conftest import Make
from trueplan.app.findings import Finding, Place
from trueplan.text import Span
from trueplan.wire.github import encode_annotations


def finding(path: str, message: str, place: Place, help: str = "") -> Finding:
    return Finding("TP401", "dead-link", "error", path, Span(0, 0), place, message, help, None, "")


def test_in_full(make_repository: Make, run_cli: RunCli) -> None:
    ran = run_cli("check", *SELECT, "--format", "github", cwd=make_repository(FILES))
    assert ran.out == (
        "::notice title=TP203 done-but-status-open,file=docs/plans/2026-03-02-harbour-lights.md,"
        "line=3,endLine=3,col=13,endColumn=24::all 3 tasks are done, but the status says "
        "“In Progress”%0Ahelp: set the status to Completed, or add the work that is left\n"
        "::error title=TP401 dead-link,file=docs/plans/2026-03-02-harbour-lights.md,"
        "line=4,endLine=4,col=19,endColumn=52::the link leads to docs/adr/0001-masts.md, "
        "which does not exist%0Ahelp: correct the path, or remove the link\n"
        "::error title=TP201 completed-with-open-work,file=docs/plans/2026-03-05-crane.md,"
        "line=3,endLine=3,col=13,endColumn=22::the status says “Completed”, but 1 task is open"
        "%0Ahelp: tick what was done, strike through what was dropped, or set the status back\n"
        "::warning title=TP408 index-misses-plan,file=docs/plans/README.md,line=3,endLine=6"
        "::the index does not list 2026-03-02-harbour-lights.md%0Ahelp: add a row for it\n"
    )


def test_escapes() -> None:
    """Percent first; colons and commas in properties only."""
    odd = finding("a,b:c%0A\n.md", "100 %\r\n::error::done, he said: 5%3A", Place(1, 1, 1, 2, ""))
    assert encode_annotations([odd], "part/") == (
        b"::error title=TP401 dead-link,file=part/a%2Cb%3Ac%250A%0A.md,line=1,endLine=1,col=1,"
        b"endColumn=2::100 %25%0D%0A::error::done, he said: 5%253A\n"
    )


def test_columns_within_one_line_only() -> None:
    over_lines = finding("a.md", "m", Place(1, 5, 3, 2, ""))
    assert encode_annotations([over_lines]) == (
        b"::error title=TP401 dead-link,file=a.md,line=1,endLine=3::m\n"
    )
