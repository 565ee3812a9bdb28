"""Pages as text by path: which are stale, which are left over, how they are written."""

from __future__ import annotations

import re
from pathlib import Path

Pages = dict[str, str]
# Folders in which every page is generated.
OWNED = ("docs/rules", "docs/commands")
NOTICE = "<!-- Generated from the code by scripts/generate_docs.py: `just generate`. -->"


def find_stale(root: Path, pages: Pages) -> list[str]:
    """The pages whose file is missing or holds other text."""
    return [
        path
        for path, text in sorted(pages.items())
        if not (root / path).is_file() or (root / path).read_text(encoding="utf-8") != text
    ]


def find_leftovers(root: Path, pages: Pages) -> list[str]:
    """The files in folders of generated pages that are none of `pages`."""
    return [
        path
        for folder in OWNED
        for file in sorted((root / folder).glob("*.md"))
        if (path := file.relative_to(root).as_posix()) not in pages
    ]


def write(root: Path, pages: Pages, leftovers: list[str]) -> None:
    """Write `pages` and remove the files that are left over."""
    for path, text in pages.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")
    for path in leftovers:
        (root / path).unlink()


def fill(page: str, name: str, text: str) -> str:
    """`page` with `text` between the comments `generated: NAME` and `/generated`.

    Raises ValueError for a page without them.
    """
    opening, closing = f"<!-- generated: {name} -->", "<!-- /generated -->"
    pattern = re.compile(f"({re.escape(opening)}\n).*?({re.escape(closing)})", re.DOTALL)
    if not pattern.search(page):
        raise ValueError(f"there is no {opening} with a {closing} behind it")
    return pattern.sub(lambda match: f"{match[1]}\n{text.strip()}\n\n{match[2]}", page, count=1)
