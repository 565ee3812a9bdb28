"""Whatever moves, every link leads to what it led to, and dead ones stay dead."""

from __future__ import annotations

import posixpath

from hypothesis import given, strategies as st

from trueplan.edit.destinations import find_destinations
from trueplan.edit.relink import relink
from trueplan.markdown import parse
from trueplan.model.link_target import resolve
from trueplan.text import apply_edits

FOLDERS = ("", "docs", "docs/plans", "docs/plans/old ones", "docs/adr", "a(b)")
NAMES = ("one.md", "two words.md", "three(3).md", "100%.md", "vier#.md")
PATHS = st.builds(posixpath.join, st.sampled_from(FOLDERS), st.sampled_from(NAMES))


def quoted(path: str) -> str:
    for sign, code in (("%", "%25"), (" ", "%20"), ("(", "%28"), (")", "%29"), ("#", "%23")):
        path = path.replace(sign, code)
    return path


@st.composite
def trees(draw: st.DrawFn) -> tuple[dict[str, str], dict[str, str]]:
    """Files whose texts link to each other and to what is not there; and where some move to."""
    paths = sorted(draw(st.sets(PATHS, min_size=2, max_size=6)))
    files = {}
    for path in paths:
        lines = []
        for _ in range(draw(st.integers(0, 4))):
            target = draw(st.one_of(st.sampled_from(paths), PATHS))
            relative = posixpath.relpath(target, posixpath.dirname(path) or ".")
            anchor = draw(st.sampled_from(("", "#why")))
            if "#" not in target and draw(st.booleans()):
                lines.append(f"[a](<{relative.replace('%', '%25')}{anchor}>)")
            else:
                lines.append(f"- [a]({quoted(relative)}{anchor})")
        files[path] = "\n\n".join(lines)
    movers = draw(st.lists(st.sampled_from(paths), unique=True))
    targets = draw(st.lists(PATHS, unique=True, min_size=len(movers), max_size=len(movers)))
    moves = {old: new for old, new in zip(movers, targets, strict=True) if new not in paths}
    return files, moves


@given(trees())
def test_links_lead_where_they_led(tree: tuple[dict[str, str], dict[str, str]]) -> None:
    files, moves = tree
    there = {moves.get(path, path) for path in files}
    for path, text in files.items():
        source = text.encode()
        markdown = parse(source)
        after = apply_edits(source, relink(markdown, source, path, moves, files.__contains__))
        before = find_destinations(markdown, source)
        now = find_destinations(parse(after), after)
        assert len(before) == len(now)
        for old, new in zip(before, now, strict=True):
            led = resolve(path, old.text)
            leads = resolve(moves.get(path, path), new.text)
            assert led is not None
            if led in files:
                assert leads == moves.get(led, led)
            else:  # what is not there may come to be there, by a move
                assert leads == led or leads not in there
