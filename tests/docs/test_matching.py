"""The tools of these tests see what they should see."""

from __future__ import annotations

from pathlib import Path

from tests.docs.blocks import Command, matches, read_commands

_PAGE = """\
```console
$ trueplan next   # a remark
one
...

$ trueplan
```

<!-- not run: it needs the network -->

```console
$ pipx install .
```

```text
$ trueplan explain
```
"""


def test_commands_are_read_with_their_output(tmp_path: Path) -> None:
    """What is not a console block, or says why it is not run, is left out."""
    page = tmp_path / "page.md"
    page.write_text(_PAGE, encoding="utf-8")
    expected = [
        Command("trueplan next   # a remark", ("one", "..."), 2),
        Command("trueplan", (), 6),
    ]
    assert expected == read_commands(page)


def test_dots_stand_for_any_lines() -> None:
    """None, one or several; the rest has to be equal."""
    assert matches(("a", "...", "d"), ["a", "b", "c", "d"])
    assert matches(("a", "...", "d"), ["a", "d", ""])
    assert matches(("...", "d"), ["a", "b", "d"])
    assert not matches(("a", "d"), ["a", "b", "d"])
    assert not matches(("a",), ["ab"])
