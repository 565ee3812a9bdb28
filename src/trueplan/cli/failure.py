"""From an error to what is said about it and the exit code: the only place that does."""

from __future__ import annotations

import errno
import os
import sys

from trueplan.cli.terminal import Terminal
from trueplan.errors import Missing, TrueplanError

INTERRUPTED = 130
BROKEN_PIPE = 141  # what a shell says of a program that the signal ended
OUR_BUG = 70


def report_failure(error: BaseException, terminal: Terminal, as_json: bool) -> int:
    """Say what went wrong, on standard error; returns the exit code."""
    if isinstance(error, KeyboardInterrupt):
        return INTERRUPTED
    if isinstance(error, BrokenPipeError):
        _drop_output()
        return BROKEN_PIPE
    if isinstance(error, TrueplanError):
        kind, message, help, code = error.kind, error.message, error.help, error.exit_code
    elif isinstance(error, OSError):
        kind, code, help = "file", 2, None
        message = ": ".join(str(one) for one in (error.filename, error.strerror) if one)
        if error.errno == errno.ENOSPC:
            _drop_output()
    else:
        kind, code = "bug", OUR_BUG
        message, help = _describe(error)
        if os.environ.get("TRUEPLAN_TRACEBACK") == "1":
            import traceback

            traceback.print_exception(error, file=terminal.err)
    missing: tuple[Missing, ...] = getattr(error, "missing", ())
    if as_json:
        from trueplan.wire.error import encode_error

        answer = encode_error(kind, message, help, code, missing)
        for line in answer.decode().rstrip("\n").split("\n"):
            terminal.say(line)
    else:
        terminal.fail(message, help)
        _list_missing(missing, terminal)
    return code


def _list_missing(missing: tuple[Missing, ...], terminal: Terminal) -> None:
    """Everything that a guard misses: where it stands, and the command that settles it."""
    for one in missing:
        terminal.say(f"  {one.path}:{one.line}  {one.what}")
        terminal.say(f"      {one.command}")


def _describe(error: BaseException) -> tuple[str, str]:
    """A bug in one line: what, and where in our code it came up."""
    place = ""
    trace = error.__traceback__
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__", ""))
        if module.startswith("trueplan"):
            place = f" at {module}:{trace.tb_lineno}"
        trace = trace.tb_next
    said = " ".join(str(error).split())
    return (
        f"this is a bug in trueplan: {type(error).__name__}: {said}{place}",
        "report it with this line and what TRUEPLAN_TRACEBACK=1 adds to it",
    )


def _drop_output() -> None:
    """Let the flush at exit go nowhere, for it would fail again."""
    if sys.stdout is None:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
