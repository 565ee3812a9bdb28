"""Put a fault into a copy of its base, check it, and compare what is said with what is expected."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

from documentation.commits import commit_all
from tests.seeded.fault import TODAY, Change, Fault, Link, Past, Remove, Replace, Write
from trueplan.app.check import check_repository
from trueplan.app.repository import open_repository
from trueplan.lint.finding import Finding
from trueplan.lint.rule import Committed

CLEAN = Path(__file__).with_name("clean")
BASES = tuple(sorted(path.name for path in CLEAN.iterdir()))


class Trial(NamedTuple):
    """What came of a fault: the line on which it was found, what was missed, what was too much."""

    fault: Fault
    line: int | None
    missing: tuple[str, ...]
    unexpected: tuple[str, ...]

    @property
    def found(self) -> bool:
        """Whether the fault was found where it is."""
        return self.line is not None


def lay(base: str, folder: Path) -> Path:
    """Copy a clean repository into `folder`, which must not be there yet."""
    shutil.copytree(CLEAN / base, folder)
    (folder / ".git").mkdir()
    return folder


def check(root: Path, today: str = TODAY) -> list[Finding]:
    """Every finding in a repository, notes included."""
    return list(check_repository(open_repository(root), today).findings)


def put(change: Change, root: Path, newline: str = "\n") -> None:
    """Make a change; the text that it replaces must stand in the file exactly once."""
    path = root / change.file
    path.parent.mkdir(parents=True, exist_ok=True)
    match change:
        case Remove():
            path.unlink()
        case Link():
            path.symlink_to(change.target)
        case Write():
            path.write_bytes(_bytes(change.content))
        case Replace():
            source = _bytes(path.read_text(encoding="utf-8"), newline)
            old = _bytes(change.old, newline)
            assert source.count(old) == 1, f"{change.old!r} stands {source.count(old)} times"
            path.write_bytes(source.replace(old, _bytes(change.new, newline)))


def attempt(fault: Fault, folder: Path) -> Trial:
    """Try a fault in `folder`, which must not be there yet."""
    root = lay(fault.base, folder)
    if fault.past is not None:
        commit_past(fault.past, fault.change, root)
    if fault.past is None or not fault.past.change:
        put(fault.change, root, fault.newline)
    line: int | None = None
    others: list[str] = []
    for finding in check(root, fault.today):
        if line is None and _is_it(finding, fault, root):
            line = finding.place.line
        else:
            others.append(f"{finding.code} {finding.path}")
    missing = list(fault.also)
    unexpected = []
    for one in others:
        if one in missing:
            missing.remove(one)
        else:
            unexpected.append(one)
    return Trial(fault, line, tuple(missing), tuple(unexpected))


def commit_past(past: Past, change: Change | None, root: Path) -> None:
    """Commit a clean repository, and the change where it has a day of its own."""
    clean = _read_all(root)
    commits = [Committed(past.clean, "The plans", tuple(clean.items()))]
    if change is not None and past.change:
        put(change, root)
        later = [(name, text) for name, text in _read_all(root).items() if clean.get(name) != text]
        commits.append(Committed(past.change, past.subject, tuple(later)))
    (root / ".git").rmdir()
    commit_all(root, commits, "", "")


def _read_all(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def _is_it(finding: Finding, fault: Fault, root: Path) -> bool:
    if (finding.code, finding.path) != (fault.code, fault.place):
        return False
    path = root / fault.place
    marked = b"" if finding.span.end == 0 else finding.span.slice(path.read_bytes())
    return marked.partition(b"\n")[0].strip() == _bytes(fault.marks)


def _bytes(text: str | bytes, newline: str = "\n") -> bytes:
    return text if isinstance(text, bytes) else text.replace("\n", newline).encode()
