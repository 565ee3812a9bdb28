"""The configuration: every key, and every way to get one wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from trueplan.errors import ConfigurationError
from trueplan.lint.settings import Settings
from trueplan.model.estimate import Rates
from trueplan.schedule.calendar import Calendar, Calendars
from trueplan.workspace.configuration import OPTIONS, Configuration, load_configuration

_EVERYTHING = """
plans = ["work/*.md"]
exclude = ["work/old"]
adrs = ["why/*.md"]
journals = ["log/*.md"]
backlog = ["TODO.md"]
indexes = ["work/README.md"]
template = "work/TEMPLATE.md"
owner = "CTO"
approver = "Orla Penrose"

[check]
select = ["TP2", "dead-link"]
ignore = ["TP203"]
fail-on = "warning"
template = "always"
largest-phase = 3
largest-file = 0.5

[check.per-file-ignores]
"work/legacy-*.md" = ["TP1"]

[rates]
session = 2
day = 6
week = 30
sprint = 60
month = 120.5

[schedule]
sessions-per-week = 4
weekdays = ["mon", "Tuesday", "thu"]
days-off = ["2026-12-24..2027-01-01", 2026-05-01]

[schedule.roles]
CTO = { sessions-per-week = 1.5, days-off = ["2026-06-01"] }
"Orla Penrose" = {}
"""
_CLOSED = (("2026-12-24", "2027-01-01"), ("2026-05-01", "2026-05-01"))
_EXPECTED = Configuration(
    source="trueplan.toml",
    plans=("work/*.md",),
    exclude=("work/old",),
    adrs=("why/*.md",),
    journals=("log/*.md",),
    backlog=("TODO.md",),
    indexes=("work/README.md",),
    template="work/TEMPLATE.md",
    owner="CTO",
    approver="Orla Penrose",
    fail_on="warning",
    lint=Settings(
        select=("TP2", "dead-link"),
        ignore=("TP203",),
        per_file_ignores=(("work/legacy-*.md", ("TP1",)),),
        template="always",
        largest_file=500_000,
        largest_phase=3.0,
        rates=Rates(2.0, 6.0, 30.0, 60.0, 120.5),
    ),
    told_calendars=Calendars(
        Calendar(4.0, (0, 1, 3), _CLOSED, told=True),
        (
            ("CTO", Calendar(1.5, (0, 1, 3), (*_CLOSED, ("2026-06-01", "2026-06-01")), told=True)),
            ("Orla Penrose", Calendar(4.0, (0, 1, 3), _CLOSED, told=True)),
        ),
    ),
)


def _load(folder: Path, text: str, name: str = "trueplan.toml") -> Configuration:
    (folder / name).write_text(text, encoding="utf-8")
    return load_configuration(folder)


def test_every_key_is_read(tmp_path: Path) -> None:
    """Each key lands where it belongs."""
    assert _load(tmp_path, _EVERYTHING) == _EXPECTED


def test_every_key_is_tried_here() -> None:
    """A key that is added has to be added to this test."""
    for option in OPTIONS:
        name = f"[{option.table}]" if option.key == "*" else f"{option.key} = "
        assert name in _EVERYTHING


def test_the_same_in_pyproject(tmp_path: Path) -> None:
    """The same keys stand under [tool.trueplan]."""
    text = _EVERYTHING.replace("[check", "[tool.trueplan.check").replace(
        "[rates", "[tool.trueplan.rates"
    )
    text = text.replace("[schedule", "[tool.trueplan.schedule")
    found = _load(tmp_path, "[tool.trueplan]" + text, "pyproject.toml")
    assert found == _EXPECTED._replace(source="pyproject.toml")


def test_no_configuration_is_needed(tmp_path: Path) -> None:
    """Without a file, or with other tools' alone, everything has its default."""
    assert load_configuration(tmp_path) == Configuration()
    assert _load(tmp_path, "[tool.ruff]\nline-length = 100\n", "pyproject.toml") == Configuration()


def test_the_own_file_wins(tmp_path: Path) -> None:
    """Where both are there, trueplan.toml is read."""
    (tmp_path / "pyproject.toml").write_text('[tool.trueplan]\nexclude = ["a"]\n')
    assert _load(tmp_path, 'exclude = ["b"]\n').exclude == ("b",)


def test_a_broken_pyproject_of_others_is_not_ours(tmp_path: Path) -> None:
    """It is not parsed where it does not speak of us."""
    assert _load(tmp_path, "this is not TOML", "pyproject.toml") == Configuration()


@pytest.mark.parametrize(
    ("text", "message", "help_"),
    [
        ('exlude = ["a"]', "trueplan.toml: there is no key exlude", "did you mean exclude?"),
        (
            "[check]\nfail_on = 'error'",
            "trueplan.toml: there is no key check.fail_on",
            "did you mean fail-on?",
        ),
        (
            "[rates]\nsessions = 2",
            "trueplan.toml: there is no key rates.sessions",
            "did you mean session?",
        ),
        (
            "[schedule]\nday-off = []",
            "trueplan.toml: there is no key schedule.day-off",
            "did you mean days-off?",
        ),
        (
            "[schedule.roles.CTO]\nsession-per-week = 3",
            "trueplan.toml: there is no key schedule.roles.CTO.session-per-week",
            "did you mean sessions-per-week?",
        ),
        ("[chek]\n", "trueplan.toml: there is no key chek", "did you mean check?"),
        (
            "zzz = 1",
            "trueplan.toml: there is no key zzz",
            (
                "known here: adrs, approver, backlog, check, exclude, indexes, journals, owner, "
                "plans, rates, schedule, template"
            ),
        ),
    ],
)
def test_unknown_keys(tmp_path: Path, text: str, message: str, help_: str) -> None:
    """They are errors that guess what was meant."""
    with pytest.raises(ConfigurationError) as caught:
        _load(tmp_path, text)
    assert (caught.value.message, caught.value.help) == (message, help_)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('exclude = "a"', "trueplan.toml: exclude takes a list of texts, not 'a'"),
        ("owner = 1", "trueplan.toml: owner takes a text of one line, not 1"),
        ("plans = [1]", "trueplan.toml: plans takes a list of texts, not [1]"),
        ("[check]\nselect = 'TP1'", "trueplan.toml: check.select takes a list of texts, not 'TP1'"),
        (
            "[check]\nfail-on = 'x'",
            "trueplan.toml: check.fail-on takes one of error, warning, note, never, not 'x'",
        ),
        (
            "[check]\ntemplate = true",
            "trueplan.toml: check.template takes one of auto, always, never, not True",
        ),
        (
            "[check]\nlargest-phase = 0",
            "trueplan.toml: check.largest-phase takes a number above 0, not 0",
        ),
        (
            "[check]\nlargest-file = '10'",
            "trueplan.toml: check.largest-file takes a number above 0, not '10'",
        ),
        (
            "[check]\nlargest-file = inf",
            "trueplan.toml: check.largest-file takes a number above 0, not inf",
        ),
        (
            "[check]\nlargest-file = nan",
            "trueplan.toml: check.largest-file takes a number above 0, not nan",
        ),
        ("[rates]\nday = true", "trueplan.toml: rates.day takes a number above 0, not True"),
        (
            "[schedule]\nsessions-per-week = 0",
            "trueplan.toml: schedule.sessions-per-week takes a number above 0, not 0",
        ),
        (
            "[schedule]\nweekdays = ['mon', 'tu']",
            "trueplan.toml: schedule.weekdays takes days such as mon or monday, not 'tu'",
        ),
        (
            "[schedule]\nweekdays = []",
            "trueplan.toml: schedule.weekdays takes one day at least, not []",
        ),
        (
            "[schedule]\ndays-off = '2026-12-24'",
            "trueplan.toml: schedule.days-off takes a list of days, not '2026-12-24'",
        ),
        (
            "[schedule.roles.CTO]\ndays-off = ['2026-02-30']",
            (
                "trueplan.toml: schedule.roles.CTO.days-off takes days such as 2026-12-24, or "
                "spans such as 2026-12-24..2027-01-01, not '2026-02-30'"
            ),
        ),
        (
            "[schedule]\ndays-off = ['2026-12-24..2026-12-20']",
            (
                "trueplan.toml: schedule.days-off takes spans whose first day comes first, "
                "not '2026-12-24..2026-12-20'"
            ),
        ),
        (
            "[schedule]\nroles = 3",
            "trueplan.toml: schedule.roles is a table, written [schedule.roles]",
        ),
        ("check = 1", "trueplan.toml: check is a table, written [check]"),
        ("rates = []", "trueplan.toml: rates is a table, written [rates]"),
        (
            "[check]\nper-file-ignores = 1",
            "trueplan.toml: check.per-file-ignores is a table, written [check.per-file-ignores]",
        ),
        (
            '[check.per-file-ignores]\n"a" = "TP1"',
            "trueplan.toml: check.per-file-ignores.a takes a list of texts, not 'TP1'",
        ),
    ],
)
def test_values_of_the_wrong_kind(tmp_path: Path, text: str, message: str) -> None:
    """The message names file, key, what it takes and what stands there."""
    with pytest.raises(ConfigurationError) as caught:
        _load(tmp_path, text)
    assert caught.value.message == message
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    "data",
    [
        b"exclude = [",
        b"exclude = ['\xff']",
        b"a = 1\na = 2",
        b"a = " + b"[" * 5000,
        b"a = " + b"9" * 5000,
    ],
)
def test_a_file_that_is_no_toml(tmp_path: Path, data: bytes) -> None:
    """Broken TOML and broken UTF-8 are told with the file's name."""
    (tmp_path / "trueplan.toml").write_bytes(data)
    with pytest.raises(ConfigurationError, match=r"trueplan\.toml is not valid TOML"):
        load_configuration(tmp_path)


def test_a_list_of_tables_is_no_configuration(tmp_path: Path) -> None:
    """Double brackets are a slip that is told."""
    with pytest.raises(
        ConfigurationError, match=r"tool\.trueplan is a table, written \[tool\.trueplan\]"
    ):
        _load(tmp_path, "[[tool.trueplan]]\nexclude = []\n", "pyproject.toml")


def test_a_mark_of_utf8_is_no_part_of_the_text(tmp_path: Path) -> None:
    """Editors on Windows write one."""
    assert _load(tmp_path, '\ufeffexclude = ["a"]\n').exclude == ("a",)


def test_a_configuration_that_is_no_file(tmp_path: Path) -> None:
    """A folder or a broken link in its place is not passed over."""
    place = tmp_path / "trueplan.toml"
    place.symlink_to("nowhere")
    with pytest.raises(ConfigurationError, match=r"trueplan\.toml is no file"):
        load_configuration(tmp_path)
    place.unlink()
    place.mkdir()
    with pytest.raises(ConfigurationError, match=r"trueplan\.toml is no file"):
        load_configuration(tmp_path)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("tool = 1  # trueplan", "pyproject.toml: tool is a table, written [tool]"),
        (
            "[tool]\ntrueplan = 1",
            "pyproject.toml: tool.trueplan is a table, written [tool.trueplan]",
        ),
        ("[tool]\ntrueplan.plan = []", "pyproject.toml: there is no key plan"),
    ],
)
def test_other_ways_to_write_the_table_in_pyproject(
    tmp_path: Path, text: str, message: str
) -> None:
    with pytest.raises(ConfigurationError) as caught:
        _load(tmp_path, text, "pyproject.toml")
    assert caught.value.message == message


def test_a_pyproject_that_only_mentions_us(tmp_path: Path) -> None:
    text = '[dependency-groups]\ndev = ["trueplan"]\n'
    assert _load(tmp_path, text, "pyproject.toml") == Configuration()
