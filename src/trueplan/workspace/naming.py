"""References to plans: the file name without date and suffix, made unique."""

from __future__ import annotations

from collections.abc import Iterable

from trueplan.errors import AmbiguousReference, UnknownReference
from trueplan.text.pattern import Pattern

_DATE = Pattern(r"^(?:\d{4}-\d{2}-\d{2}|\d{8}|\d{4}-\d{2})[-_ ]")
_GENERIC = frozenset(
    ("plan", "tasks", "readme", "index", "implementation-plan", "roadmap", "implementation_plan")
)

# Folders that say no more about a plan than its own file name does.
_SHELVES = frozenset(("docs", "doc", "plans", "plan", "planning", ".planning", ".agent"))


def short_name(path: str) -> str:
    """What a person calls the plan: `2025-12-18-open-graph.md` is `open-graph`.

    A file that is only called `plan.md` or `tasks.md` takes the name of its folder, unless
    that is as general (`docs/roadmap.md` is `roadmap`).
    """
    *folders, name = path.split("/")
    stem = name.rsplit(".", 1)[0]
    bare = _bare(stem)
    if bare.lower() in _GENERIC and folders and folders[-1].lower() not in _SHELVES:
        return _bare(folders[-1])
    return bare


def _bare(stem: str) -> str:
    """`stem` without its date, unless it is nothing but one."""
    bare = _DATE.sub("", stem)
    return stem if not bare or bare.isdigit() else bare


def name_plans(paths: Iterable[str]) -> dict[str, str]:
    """A unique reference for each path; names met twice are told apart by their folders."""
    groups: dict[str, list[str]] = {}
    for path in paths:
        groups.setdefault(short_name(path), []).append(path)
    names: dict[str, str] = {}
    for name, members in groups.items():
        if len(members) == 1:
            names[members[0]] = name
        else:
            stems = [path.rsplit(".", 1)[0] for path in members]
            for path, stem in zip(members, stems, strict=True):
                names[path] = stem if stems.count(stem) == 1 else path
    return names


def find_undoubted(word: str, names: dict[str, str]) -> str | None:
    """The path that `word` means whichever of the other plans there may be; None in doubt."""
    exact = [path for path, name in names.items() if name == word]
    lowered = word.lower().removesuffix(".md")
    found = exact or [path for path in names if lowered in path.lower()]
    if len(found) != 1 or names[found[0]] != short_name(found[0]):
        return None
    return found[0] if exact or lowered in names[found[0]].lower() else None


def find_plan(word: str, names: dict[str, str]) -> str:
    """The path that `word` means: a path, a name, or a part that only one name holds.

    Raises UnknownReference or AmbiguousReference, with the candidates in the help.
    """
    if word in names:
        return word
    exact = [path for path, name in names.items() if name == word]
    if len(exact) == 1:
        return exact[0]
    lowered = word.lower().removesuffix(".md")
    part = [path for path, name in names.items() if lowered in name.lower()]
    if not part:
        part = [path for path in names if lowered in path.lower()]
    if len(part) == 1:
        return part[0]
    if not part:
        from difflib import get_close_matches

        close = get_close_matches(word, list(names.values()), n=3, cutoff=0.5)
        raise UnknownReference(
            f"no plan is called {word}",
            help=f"did you mean {' or '.join(close)}?" if close else "`trueplan list` shows all",
        )
    listed = "\n".join(f"  {names[path]}  {path}" for path in sorted(part)[:10])
    raise AmbiguousReference(
        f"{word} could be any of {len(part)} plans", help=f"say more of the name:\n{listed}"
    )
