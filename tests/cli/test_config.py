"""`trueplan config`: each value, and where it comes from."""

from __future__ import annotations

import json

from tests.cli.conftest import RunCli
from tests.conftest import Make
from trueplan.workspace.configuration import OPTIONS

OWN = """\
exclude = ["archive"]

[check]
fail-on = "warning"
largest-phase = 3

[check.per-file-ignores]
"docs/old/*" = ["TP2"]
"""


def test_without_configuration(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({})
    ran = run_cli("config", cwd=root)
    first, blank, *rows = ran.out.rstrip("\n").split("\n")
    assert first == f"no configuration at {root}, so all is at its default"
    assert blank == ""
    assert len(rows) == len(OPTIONS)
    assert all(row.endswith("  default") for row in rows)
    assert rows[0] == "plans                       found by place          default"


def test_what_the_file_says(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({"trueplan.toml": OWN})
    rows = run_cli("config", cwd=root, env={"COLUMNS": "100"}).out.split("\n")
    assert rows[0] == f"trueplan.toml at {root}"
    set_here = [row.split("  ")[0] for row in rows if row.endswith("trueplan.toml")]
    assert set_here == ["exclude", "check.fail-on", "check.largest-phase", "check.per-file-ignores"]
    assert any('["archive"]' in row for row in rows)
    assert any('{"docs/old/*" = ["TP2"]}' in row for row in rows)


def test_values_in_force(make_repository: Make, run_cli: RunCli) -> None:
    """Programs get values, and null where things are found by place."""
    pyproject = "[project]\nname = 'x'\n\n[tool.trueplan.rates]\nsession = 2.5\n"
    root = make_repository({"pyproject.toml": pyproject})
    answer = json.loads(run_cli("config", "--format", "json", cwd=root).out)
    assert answer["source"] == "pyproject.toml"
    assert answer["root"] == str(root)
    options = {one["key"]: (one["value"], one["source"]) for one in answer["options"]}
    assert options["rates.session"] == (2.5, "pyproject.toml")
    assert options["rates.day"] == (8.0, "default")
    assert options["plans"] == (None, "default")
    assert options["check.largest-file"] == (10.0, "default")
    assert options["check.fail-on"] == ("error", "default")


def test_wrong_key(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({"trueplan.toml": "exlude = []\n"})
    assert run_cli("config", cwd=root) == (
        2,
        "",
        "error: trueplan.toml: there is no key exlude\nhelp: did you mean exclude?\n",
    )


def test_a_file_that_starts_with_a_byte_order_mark(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({"trueplan.toml": '\ufeff[check]\nselect = ["TP2"]\n'})
    ran = run_cli("config", "--format", "json", cwd=root)
    options = {one["key"]: one for one in json.loads(ran.out)["options"]}
    assert options["check.select"]["source"] == "trueplan.toml"
