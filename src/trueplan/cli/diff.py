"""What a change does to a file, as a unified diff that `git apply` takes."""

from __future__ import annotations

from difflib import unified_diff

from trueplan.cli.terminal import Terminal


def print_diff(path: str, before: bytes | None, after: bytes | None, terminal: Terminal) -> None:
    """Print the diff of one file; bytes that are not UTF-8 go through as they are.

    `before` is None for a new file, `after` for one that goes.
    """
    old = f"a/{path}" if before is not None else "/dev/null"
    new = f"b/{path}" if after is not None else "/dev/null"
    lines = unified_diff(_lines(before or b""), _lines(after or b""), old, new, lineterm="\n")
    for line in lines:
        text = line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        if terminal.styled:
            for row in text.rstrip("\n").split("\n"):
                terminal.print(_dress(row.rstrip("\r"), terminal))
        else:
            terminal.write_bytes(text.encode("utf-8", "surrogateescape"))


def _lines(source: bytes) -> list[str]:
    """Lines with their ends; only a line feed ends one, as git has it."""
    text = source.decode("utf-8", "surrogateescape")
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def _dress(text: str, terminal: Terminal) -> str:
    text = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    if text.startswith(("---", "+++")):
        return terminal.bold(text)
    if text.startswith("@@"):
        return terminal.dim(text)
    if text.startswith("-"):
        return terminal.style(text, "bad")
    return terminal.style(text, "good") if text.startswith("+") else text
