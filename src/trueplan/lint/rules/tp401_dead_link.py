"""TP401: a relative link leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.lint.finding import Found
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject
from trueplan.model.located import Link
from trueplan.text.pattern import Pattern

_LINES = Pattern(r":(\d+)(?:-(\d+)|:\d+)?$")
_TEMPLATE = ("<", "{", "YYYY", "XXXX", "NNNN")


def check(subject: Subject) -> Iterator[Found]:
    """Report each relative link to a file or folder that is not there."""
    rows = subject.listing.rows if subject.listing is not None else ()
    listed = {row.link_span for row in rows}
    for link in subject.links:
        path = subject.resolve(link.target)
        if path is None or path.startswith("..") or subject.files.exists(path):
            continue
        if link.span in listed or _is_no_path(link, subject):
            continue  # TP409 looks at the rows of an index, TP107 at what is left of a template
        yield _found(link, path, subject)


def _is_no_path(link: Link, subject: Subject) -> bool:
    """Whether the target is a piece of a template, or code that only reads like a link."""
    target = link.target
    if not target.strip(" .…") or any(sign in target for sign in _TEMPLATE):
        return True
    before = subject.source[link.span.start - 1 : link.span.start]
    return before.isalnum() and "/" not in target and "." not in target


def _found(link: Link, path: str, subject: Subject) -> Found:
    kind = "picture" if link.image else "link"
    lines = _LINES.search(path)
    if lines is not None and subject.files.exists(path[: lines.start()]):
        last = f"-L{lines[2]}" if lines[2] else ""
        bare = link.target[: link.target.rindex(lines[0])]
        return Found(
            link.span,
            f"the link leads to {path}: the file is there, but no file is called so on the web",
            help=f"write the lines as an anchor: {bare}#L{lines[1]}{last}",
            mark="does not open on the web",
            seen=link.target,
        )
    spelled = subject.files.spelled(path)
    if spelled is not None:
        return Found(
            link.span,
            f"the {kind} leads to {path}, which is spelled {spelled}",
            help="write upper and lower case as the file has it: GitHub tells them apart",
            mark="differs in case",
            seen=link.target,
        )
    meant = _meant(link.target, subject)
    return Found(
        link.span,
        f"the {kind} leads to {path}, which does not exist",
        help=f"did you mean {meant}?" if meant else "correct the path, or remove the link",
        mark="no such file",
        seen=link.target,
    )


def _meant(target: str, subject: Subject) -> str | None:
    """The target with a step up more or less, where that leads to a file."""
    candidates = [f"../{target}", f"../../{target}"]
    if target.startswith("../"):
        candidates.insert(0, target[3:])
    for candidate in candidates:
        path = subject.resolve(candidate)
        if path is not None and not path.startswith("..") and subject.files.exists(path):
            return candidate
    return None


RULE = Rule(
    code="TP401",
    name="dead-link",
    severity="error",
    scope="document",
    summary="A relative link leads to a file that does not exist.",
    what=(
        "Reports relative links and pictures in plans, ADRs, journals, backlog and index whose "
        "target is not in the repository. A leading slash starts at the root. Lines behind a "
        "colon (`vite.config.ts:52-172`), as editors write them, are reported too: on the web "
        "such a link opens nothing, `vite.config.ts#L52-L172` does."
    ),
    why="A reader who follows it loses the decision, the journal or the code it stood for.",
    limits=(
        "Addresses with a scheme, anchors in the same file (see TP402), paths that leave the "
        "repository and pieces of a template are not looked at. A difference in case is found "
        "only where the disk tells upper and lower case apart."
    ),
    bad="""\
# Implementation Plan: Harbour lights

**Status**: Planned

See [the survey](../surveys/2026-masts.md).
""",
    good="""\
# Implementation Plan: Harbour lights

**Status**: Planned

See [the survey](../surveys/2026-lights.md).
""",
    files=(("docs/surveys/2026-lights.md", "# Survey\n"),),
    check=check,
)
