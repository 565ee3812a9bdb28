"""Where a command prints: width, styles, encoding, progress."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from trueplan.record import Literal, TextIO
from trueplan.text.pattern import Pattern
from trueplan.text.showable import showable

NARROWEST = 60
_WIDTH_OF_A_PIPE = 100
_STYLES = {"bold": "1", "dim": "2", "accent": "33", "bad": "31", "good": "32"}
Style = Literal["bold", "dim", "accent", "bad", "good"]

_STYLE = Pattern("(\x1b\\[[0-9;]*m)")

# What stands for our own signs where the encoding has no room for them.
_PLAIN = str.maketrans(
    {
        "│": "|", "▏": "|", "▕": "|", "█": "#", "▉": "#", "▊": "#", "▋": "#", "▌": "#",
        "▍": "#", "▎": "#", "·": "-", "–": "-", "—": "-", "…": "...", "“": '"', "”": '"',
        "‘": "'", "’": "'", "→": "->", "├": "|", "└": "`", "─": "-", "✓": "x", "×": "x",
    }
)  # fmt: skip


class Terminal:
    """Standard output and error of this process, as a command sees them."""

    def __init__(self, out: TextIO, err: TextIO, color: str = "auto") -> None:
        self.out = out
        self.err = err
        self.styled = color == "always" or (color == "auto" and _takes_color(out))
        self.styled_error = color == "always" or (color == "auto" and _takes_color(err))
        self.unicode = _is_unicode(out)
        self.width = columns(out)

    @property
    def ellipsis(self) -> str:
        """What shows that text was cut."""
        return "…" if self.unicode else "..."

    def style(self, text: str, *styles: Style) -> str:
        """`text` in a style, where there is colour."""
        return _dress(text, styles) if self.styled and text else text

    def bold(self, text: str) -> str:
        """The name of the thing."""
        return self.style(text, "bold")

    def dim(self, text: str) -> str:
        """Context."""
        return self.style(text, "dim")

    def accent(self, text: str) -> str:
        """What needs a hand."""
        return self.style(text, "accent")

    def print(self, line: str = "") -> None:
        """Write a line of the result."""
        self.out.write(_fit(line, self.out, self.styled) + "\n")

    def write_bytes(self, data: bytes) -> None:
        """Write a result that has its own encoding, such as JSON."""
        buffer = getattr(self.out, "buffer", None)
        if buffer is None:
            self.out.write(data.decode())
            return
        self.out.flush()
        buffer.write(data)

    def say(self, line: str) -> None:
        """Write a line that is not the result, to standard error."""
        self.err.write(_fit(line, self.err, self.styled_error) + "\n")

    def fail(self, message: str, help: str | None = None) -> None:
        """Write an error in the one form that errors have."""
        head = _dress("error", ("bad", "bold")) if self.styled_error else "error"
        first, *rest = message.split("\n")
        self.say(f"{head}: {first}")
        for line in rest:
            self.say(f"       {line}" if line else "")
        if help:
            first, *rest = help.split("\n")
            self.say(f"help: {first}")
            for line in rest:
                self.say(f"      {line}" if line else "")

    def progress(self, what: str, after: float = 1.0) -> Progress:
        """Show `what` and how far it is on a terminal's standard error, from `after` seconds on."""
        return Progress(self.err, what, after)

    def flush(self) -> None:
        """Hand over all that was written."""
        self.out.flush()
        self.err.flush()


class Progress:
    """How far something is, as a context; it gives what is called with each step, and the end."""

    def __init__(self, err: TextIO, what: str, after: float) -> None:
        self.err, self.what, self.after = err, what, after
        self.due = 0.0
        self.shown = False

    def __enter__(self) -> Callable[[int, int], None]:
        if not self.err.isatty():
            return _ignore
        import time

        self.due = time.monotonic() + self.after
        return self._show

    def __exit__(self, *_error: object) -> None:
        if self.shown:
            self.err.write("\r\x1b[K")
            self.err.flush()

    def _show(self, done: int, of: int) -> None:
        import time

        now = time.monotonic()
        if now < self.due:
            return
        self.due, self.shown = now + 0.1, True
        self.err.write(f"\r{self.what} {done:>{len(str(of))}} of {of}\x1b[K")
        self.err.flush()


def open_terminal(color: str = "auto") -> Terminal:
    """The terminal of this process."""
    # Either is None where the process was started with it closed.
    return Terminal(sys.stdout or _nowhere(), sys.stderr or _nowhere(), color)


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")


def terminal_for_file(file: TextIO, terminal: Terminal) -> Terminal:
    """A terminal that writes its results to `file`, without colour, the rest as `terminal` does."""
    return Terminal(file, terminal.err, "never")


def _dress(text: str, styles: tuple[Style, ...]) -> str:
    return f"\x1b[{';'.join(_STYLES[style] for style in styles)}m{text}\x1b[0m"


def _ignore(done: int, of: int) -> None:
    """Show nothing."""


def _takes_color(stream: TextIO) -> bool:
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _is_unicode(stream: TextIO) -> bool:
    return (stream.encoding or "utf-8").lower().replace("-", "").startswith("utf")


def _fit(line: str, stream: TextIO, styled: bool) -> str:
    """`line` as the stream can take it: nothing that a plan holds may stop or disturb a report."""
    encoding = stream.encoding or "utf-8"
    if not line.isprintable():
        line = _tame(line, styled)
    if line.isascii():
        return line
    if not _is_unicode(stream):
        line = line.translate(_PLAIN)
    return line.encode(encoding, "replace").decode(encoding)


def _tame(line: str, styled: bool) -> str:
    """`line` with a sign in place of all that a terminal would obey, but for styles."""
    pieces = _STYLE.split(line) if styled else [line]
    pieces[::2] = [showable(piece) for piece in pieces[::2]]
    return "".join(pieces)


def columns(stream: TextIO | None) -> int:
    """How wide a stream is: what COLUMNS says, else its terminal, else 100; never under 60."""
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said) > 0:
        return max(int(said), NARROWEST)
    if stream is None:
        return _WIDTH_OF_A_PIPE
    try:
        return max(os.get_terminal_size(stream.fileno()).columns, NARROWEST)
    except (OSError, ValueError):
        return _WIDTH_OF_A_PIPE
