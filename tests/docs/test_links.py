"""Links lead somewhere. Sphinx checks those to other pages too, but not the README's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.docs.blocks import pages
from trueplan.markdown import parse
from trueplan.markdown.anchors import all_anchors
from trueplan.reader.plan import read_links

_ELSEWHERE = re.compile(r"^[a-z][a-z0-9+.-]*:")
_CHECKED = [*pages(), ROOT / "CONTRIBUTING.md", ROOT / "examples" / "README.md"]


def has_heading(target: Path, fragment: str) -> bool:
    return fragment in all_anchors(parse(target.read_bytes()))


@pytest.mark.parametrize("page", _CHECKED, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_to_files_and_headings(page: Path) -> None:
    """A target without a scheme is a file of this repository, its fragment a heading there."""
    dead: list[str] = []
    for link in read_links(parse(page.read_bytes())):
        if _ELSEWHERE.match(link.target):
            continue
        path, _, fragment = link.target.partition("#")
        target = page.parent / path if path else page
        if not target.exists() or (fragment and not has_heading(target, fragment)):
            dead.append(link.target)
    assert dead == []
