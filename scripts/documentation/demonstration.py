"""What scripts/demo prints, in the README: the first screen of it."""

from __future__ import annotations

import re
from pathlib import Path

from documentation.markdown import fence
from documentation.pages import Pages
from documentation.session import console, harbour

_PAGE = "README.md"
_MARK = "<!-- demo -->"
_LONG = 30  # lines; longer answers are cut
_WIDTH = 100  # what a pipe has; see trueplan.cli.terminal


def readme(root: Path) -> Pages:
    """The README with the demo's output brought up to date.

    Raises ValueError where the place for it is missing.
    """
    text = (root / _PAGE).read_text(encoding="utf-8")
    block = re.compile(rf"({re.escape(_MARK)}\n)(`{{3,}})console\n.*?\n?\2\n", re.DOTALL)
    if not block.search(text):
        raise ValueError(f"{_PAGE} has no console block after {_MARK}")
    filled = block.sub(lambda match: f"{match[1]}{fence(demonstrate(root), 'console')}\n", text)
    return {_PAGE: filled}


def demonstrate(root: Path) -> str:
    """The commands that scripts/demo shows, each with what it prints on the example."""
    lines = (root / "scripts" / "demo").read_text(encoding="utf-8").splitlines()
    commands = [
        f"trueplan {line.removeprefix('show').strip()}".rstrip()
        for line in lines
        if re.match(r"show(?: [^(]|$)", line)
    ]
    with harbour(root) as folder:
        shown = [f"$ {command}\n{_excerpt(command, folder)}" for command in commands]
    return "\n".join(shown)


def _excerpt(command: str, folder: Path) -> str:
    """The whole of a short answer; of a long one the first two pieces and the last."""
    answer = console(command, folder, _WIDTH)
    pieces = answer.split("\n\n")
    if answer.count("\n") < _LONG:
        return answer
    for shown in range(1, len(pieces)):
        if "\n\n".join(pieces[:shown]).count("\n") > _LONG // 2:
            break
    return "\n\n".join([*pieces[:shown], "...", pieces[-1]])
