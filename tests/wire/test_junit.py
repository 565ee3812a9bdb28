"""JUnit: test cases that fail, pass and are skipped."""

from __future__ import annotations

from xml.etree import ElementTree

from tests.cli.conftest import RunCli
from tests.cli.samples import FILES, LAMPS_PATH, SELECT
from tests.conftest import Make

CLEAN = "# Implementation Plan: Rope\n\n**Status**: Planned\n\n## Phases\n\n- [ ] Buy rope\n"


def test_in_full(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({**FILES, "docs/plans/2026-03-09-rope.md": CLEAN})
    run_cli("accept", "TP201", "crane", "--because", "5 < 6 & more", cwd=root)
    ran = run_cli("check", "--select", "TP201,TP203,TP401", "--format", "junit", cwd=root)
    path = LAMPS_PATH
    assert (
        ran.out
        == f"""\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="trueplan" tests="4" failures="1">
  <testsuite name="{path}" tests="2" failures="1" errors="0" skipped="0">
    <testcase classname="{path}" name="TP203 done-but-status-open, line 3">\
<system-out>note: {path}:3:13: all 3 tasks are done, but the status says “In Progress”&#10;\
set the status to Completed, or add the work that is left</system-out></testcase>
    <testcase classname="{path}" name="TP401 dead-link, line 4">\
<failure type="error" message="the link leads to docs/adr/0001-masts.md, which does not exist">\
{path}:4:19: the link leads to docs/adr/0001-masts.md, which does not exist&#10;\
correct the path, or remove the link</failure></testcase>
  </testsuite>
  <testsuite name="docs/plans/2026-03-05-crane.md" tests="1" failures="0" errors="0" skipped="1">
    <testcase classname="docs/plans/2026-03-05-crane.md" \
name="TP201 completed-with-open-work, line 3">\
<skipped message="accepted: 5 &lt; 6 &amp; more"/></testcase>
  </testsuite>
  <testsuite name="docs/plans/2026-03-09-rope.md" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="docs/plans/2026-03-09-rope.md" name="no findings"/>
  </testsuite>
</testsuites>
"""
    )


def test_failures_follow_fail_on(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository(FILES)
    for fail_on, failures in (("never", "0"), ("error", "2"), ("warning", "3"), ("note", "4")):
        ran = run_cli("check", *SELECT, "--fail-on", fail_on, "--format", "junit", cwd=root)
        assert ElementTree.fromstring(ran.out.encode()).attrib["failures"] == failures


def test_what_xml_cannot_hold(make_repository: Make, run_cli: RunCli) -> None:
    """A control character in a plan does not break the report."""
    plan = FILES[LAMPS_PATH].replace("../adr/0001-masts.md", "../adr/ma\x08sts.md")
    root = make_repository({LAMPS_PATH: plan})
    ran = run_cli("check", "--select", "TP401", "--format", "junit", cwd=root)
    ElementTree.fromstring(ran.out.encode())
    assert "\x08" not in ran.out
