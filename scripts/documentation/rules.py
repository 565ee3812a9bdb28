"""The page of each rule, and the list of them."""

from __future__ import annotations

from collections.abc import Sequence

from documentation.commits import PLAN
from documentation.example import Shown, show_example
from documentation.markdown import code, fence, join, table
from documentation.pages import NOTICE, Pages
from trueplan.app.rules import GROUPS, group_of, list_rules
from trueplan.lint.rule import Committed, Rule

_CONFIDENCE = {
    "certain": "certain: it follows from the text",
    "likely": "likely: it judges, and may now and then be wrong",
}


def rule_pages() -> Pages:
    """All pages below docs/rules."""
    rules = list_rules()
    pages = {f"docs/rules/{rule.code}.md": _page(rule) for rule in rules}
    pages["docs/rules/index.md"] = _index(rules)
    return pages


def _page(rule: Rule) -> str:
    shown = show_example(rule)
    return join(
        f"# {rule.code} {rule.name}",
        NOTICE,
        rule.summary,
        _facts(rule),
        f"## What it does\n\n{rule.what}",
        f"## Why it is bad\n\n{rule.why}",
        _bad(rule, shown),
        _good(rule),
        f"## The fix\n\n{rule.fix}" if rule.fix else "",
        _difference(shown),
        f"## What it does not see\n\n{rule.limits}" if rule.limits else "",
        _quiet(rule),
    )


def _facts(rule: Rule) -> str:
    applies = "plans [in the template](../guide/template.md#template-rules)"
    if not rule.template:
        applies = {"index": "indexes of plans", "plan": "every plan"}.get(
            rule.scope, "every document that is read"
        )
    rows = [
        ("Severity", rule.severity),
        ("Confidence", _CONFIDENCE[rule.confidence]),
        ("Looks at", group_of(rule)),
        ("Applies to", applies),
        ("Fix", "[yes](#the-fix)" if rule.fix else "none"),
    ]
    return table(("", ""), rows)


def _bad(rule: Rule, shown: Shown) -> str:
    words = f"On {rule.today}, `trueplan check` says:"
    if rule.template:
        words = f'With `check.template = "always"`, on {rule.today}, `trueplan check` says:'
    output = f"{words}\n\n{fence(shown.output, 'text')}"
    if not rule.bad:
        return f"## What is reported\n\n{shown.setting}\n\n{output}"
    kept = "" if rule.bad_encoding == "utf-8" else f", as {rule.bad_encoding}"
    parts = (
        _file(rule.bad_path, rule.bad, kept),
        *_beside(rule.files),
        *_commits(rule.past, rule.bad_path),
    )
    return "## Bad\n\n" + "\n\n".join((*parts, output))


def _good(rule: Rule) -> str:
    if not rule.good:
        return ""
    files = rule.files if rule.good_files is None else rule.good_files
    same_files = files == rule.files
    parts = ["## Good"]
    if rule.good == rule.bad:
        kept = "" if rule.bad_encoding == "utf-8" else ", as utf-8"
        parts.append(f"{code(rule.bad_path)} with the same text{kept}.")
    else:
        parts.append(_file(rule.bad_path, rule.good))
    if same_files and files:
        parts.append("What stands beside it is the same.")
    else:
        parts += _beside(files)
    if rule.good_past is not None:
        parts += _commits(rule.good_past, rule.bad_path)
    elif rule.past:
        parts.append("Its commits are the same.")
    return "\n\n".join(parts)


def _beside(files: Sequence[tuple[str, str]]) -> list[str]:
    return [_file(path, text) for path, text in files]


def _commits(past: Sequence[Committed], path: str) -> list[str]:
    """The commits of an example as a table; none where it has no past."""
    if not past:
        return []
    rows = [
        (
            one.day,
            one.subject,
            ", ".join(code(path if name == PLAN else name) for name, _ in one.files),
        )
        for one in past
    ]
    return ["Its commits:", table(("Day", "Commit", "Files"), rows)]


def _file(path: str, text: str, kept: str = "") -> str:
    if not text.strip():
        return f"{code(path)}, empty."
    language = "markdown" if path.endswith(".md") else "text"
    return f"{code(path)}{kept}:\n\n{fence(text, language)}"


def _difference(shown: Shown) -> str:
    if not shown.difference:
        return ""
    option = "--fix" if shown.safe[0] else "--unsafe-fixes"
    return f"In the bad example `{option}` changes:\n\n{fence(shown.difference, 'diff')}"


def _quiet(rule: Rule) -> str:
    guide = "../guide/checking.md"
    lines = []
    if rule.scope == "file":
        lines.append("- In place: not possible.")
    else:
        comment = f"<!-- trueplan: ignore {rule.code} the reason -->"
        lines.append(f"- [In place](<{guide}#silence-in-place>): {code(comment)}")
    if rule.code != "TP007":  # what cannot be read has nothing that could change
        accept = f'trueplan accept {rule.code} PLAN --because "the reason"'
        lines.append(f"- [Until it changes](<{guide}#accept>): {code(accept)}")
    setting = f'ignore = ["{rule.code}"]'
    lines.append(
        f"- [In the configuration](../configuration.md): {code(setting)} under `[check]`, or a "
        "pattern of files under `[check.per-file-ignores]`"
    )
    return "## Keep it quiet\n\n" + "\n".join(lines)


def _index(rules: Sequence[Rule]) -> str:
    parts = []
    for digit, group in GROUPS.items():
        members = [rule for rule in rules if rule.code[2] == digit]
        if members:
            parts.append(f"## {group[:1].upper()}{group[1:]}\n\n{_list(members)}")
    return join(
        "# Rules",
        NOTICE,
        f"{len(rules)} rules. An error cannot be so: a contradiction, a dead link, a file that "
        "cannot be read. A warning needs a hand, a note is worth a look. **T** marks rules for "
        "plans [in the template](../guide/template.md#template-rules), **F** those with a fix. "
        "`trueplan explain CODE` shows a page in the terminal; "
        "[Checking](../guide/checking.md) tells how to choose and silence rules.",
        *parts,
        fence("---\nhidden:\nglob:\n---\n\nTP*", "{toctree}"),
    )


def _list(rules: Sequence[Rule]) -> str:
    rows = [
        (
            f"[{rule.code}]({rule.code}.md)",
            rule.name,
            rule.severity,
            " ".join(["T"] * rule.template + ["F"] * bool(rule.fix)),
            rule.summary,
        )
        for rule in rules
    ]
    return table(("Code", "Name", "Severity", "", "What it reports"), rows)
