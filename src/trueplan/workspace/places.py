"""Where plans and their companions are kept, by the habits of people."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase

from trueplan.text.pattern import Pattern
from trueplan.workspace.configuration import Configuration

# Folders that hold other people's files, or machine-made ones.
SKIPPED = frozenset(
    (
        ".git",
        ".hg",
        ".svn",
        "node_modules",
        ".venv",
        "venv",
        ".tox",
        ".nox",
        "__pycache__",
        ".mypy_cache",
        ".ruff_cache",
        ".pytest_cache",
        "site-packages",
        "vendor",
        "third_party",
        "bower_components",
        ".trueplan",
        "target",
        ".next",
        ".cache",
    )
)
MARKDOWN = (".md", ".markdown")

PLAN_FOLDERS = frozenset(
    (
        "plans",
        "plan",
        "execplans",
        "exec-plans",
        "exec_plans",
        "implementation-plans",
        "implementation_plans",
        "planning",
        ".planning",
    )
)
_PLAN_NAME = Pattern(
    r"(?:^|[-_ .])(?:implementation[-_ ]?plan|exec[-_ ]?plan|plan|roadmap)(?:[-_ .]|$)", re.I
)
ADR_FOLDERS = frozenset(
    (
        "adr",
        "adrs",
        "decisions",
        "architecture-decisions",
        "architecture_decisions",
        "decision-records",
    )
)
_ADR_NAME = Pattern(r"^(?:adr[-_ ]?)?\d{1,4}[-_ .]", re.I)
_LOOSE_ADR = Pattern(r"adr[-_ ]?\d{1,4}\b", re.I)
JOURNAL_FOLDERS = frozenset(
    (
        "dev-journals",
        "dev-journal",
        "dev_journals",
        "journals",
        "journal",
        "devlog",
        "dev-log",
        "devjournals",
    )
)
_INDEX_NAMES = ("readme.md", "index.md")
TEMPLATE_NAMES = ("template.md", "_template.md")
_TEMPLATE = Pattern(r"(?:^|[-_ .])template(?:[-_ .]|$)", re.I)
_TASK_FOLDERS = ("specs", ".kiro", ".specify", "changes", "openspec")


def kind_of(path: str, configuration: Configuration) -> tuple[str, str] | None:
    """What a Markdown file is by its place, and why; None where its place tells nothing.

    Kinds: "plan", "adr", "journal", "backlog", "index", "template".
    """
    if is_own_template(path, configuration):
        return "template", f"{configuration.source} names it"
    for kind, patterns in (
        ("adr", configuration.adrs),
        ("journal", configuration.journals),
        ("backlog", configuration.backlog),
        ("index", configuration.indexes),
        ("plan", configuration.plans),
    ):
        if patterns is not None and matches(path, patterns):
            if kind == "plan" and path.rpartition("/")[2].lower() in TEMPLATE_NAMES:
                return "template", "its name says that it is a template"
            return kind, f"{configuration.source} names it"
    kind_by_place = _by_place(path)
    if kind_by_place is None:
        return None
    kind, why = kind_by_place
    fixed = {
        "plan": configuration.plans,
        "adr": configuration.adrs,
        "journal": configuration.journals,
        "backlog": configuration.backlog,
        "index": configuration.indexes,
    }
    if fixed.get(kind) is not None:
        return None
    return kind, why


def is_own_template(path: str, configuration: Configuration) -> bool:
    """Whether the configuration names a file as the template of new plans."""
    own = configuration.template
    return own is not None and path == own.removeprefix("./")


def matches(path: str, patterns: tuple[str, ...]) -> bool:
    """Whether a path matches a pattern; `**/` also stands for no folder, a folder for its files."""
    for pattern in patterns:
        if fnmatchcase(path, pattern) or path.startswith(pattern.rstrip("/") + "/"):
            return True
        if "**/" in pattern and fnmatchcase(path, pattern.replace("**/", "")):
            return True
    return False


def _by_place(path: str) -> tuple[str, str] | None:
    *folders, name = path.split("/")
    lowered = [folder.lower() for folder in folders]
    stem = name.rsplit(".", 1)[0]
    if name.lower() == "backlog.md":
        return "backlog", "its name is BACKLOG.md"
    if any(folder in JOURNAL_FOLDERS for folder in lowered):
        if name.lower() in _INDEX_NAMES or _TEMPLATE.search(stem):
            return None
        return "journal", "it stands in a folder of journals"
    if any(folder in ADR_FOLDERS for folder in lowered) or _LOOSE_ADR.match(stem):
        if name.lower() in _INDEX_NAMES or not _ADR_NAME.match(stem):
            return None
        return "adr", "its name starts with a number, in a folder of decisions"
    return _plan_by_place(lowered, name, stem)


def _plan_by_place(folders: list[str], name: str, stem: str) -> tuple[str, str] | None:
    in_plans = next((folder for folder in folders if folder in PLAN_FOLDERS), None)
    if name.lower() in _INDEX_NAMES:
        return (
            ("index", f"it is the {name} of a folder of plans")
            if (folders and folders[-1] in PLAN_FOLDERS)
            else None
        )
    if _TEMPLATE.search(stem) and (in_plans or _PLAN_NAME.search(stem)):
        return "template", "its name says that it is a template"
    if in_plans:
        return "plan", f"it stands in a folder called {in_plans}"
    if _PLAN_NAME.search(stem):
        return "plan", "its name says that it is a plan"
    if stem.lower() == "tasks" and any(folder in _TASK_FOLDERS for folder in folders):
        return "plan", "it is the tasks.md of a spec"
    return None
