"""What a decision is called: `ADR 0004: Vector charts`, `4. Vector charts`, `ADR-004`.

A label that one decision has in a place is the model of the label that another gets there.
"""

from __future__ import annotations

import re

from trueplan.record import Record

# Words that may stand before a number; other ones are part of a title: "Three tiers".
_LEAD = r"(?:architectur(?:e|al)|decisions?|records?|adrs?|madr|log|number|no|nr|[\W_])*?"
_NO_NUMBER = re.compile(
    r"((?:adr|(?:architectur(?:e|al) )?decision(?: record)?)\s*(?:[:–—]|\s-)\s+)(?=\S)",
    re.IGNORECASE,
)
_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\(\s*<?([^()<>\s]*)>?\s*\)")


class Named(Record):
    """A decision as another document calls it. `target` leads to it from there."""

    number: int
    title: str
    target: str


class Label(Record):
    """The form of a label. `width` is that of the number, 0 without one; `words` for the title."""

    lead: str
    width: int
    gap: str
    words: bool


TITLE_ALONE = Label("", 0, "", words=True)


def read_label(text: str, number: int | None) -> Label | None:
    """The form of a label that names decision `number`; None where it is another text."""
    if number is not None:
        pattern = rf"({_LEAD})(0*{number})(?!\d|%|\.\d)([\s:.)\]|–—_-]*)(.*)"
        found = re.fullmatch(pattern, text, re.IGNORECASE | re.DOTALL)
        if found is not None and (found[3] or not found[4]):
            return Label(found[1], len(found[2]), found[3], words=bool(found[4]))
    bare = _NO_NUMBER.match(text)
    return Label(bare[1], 0, "", words=True) if bare is not None else None


def write_label(label: Label, number: int, title: str) -> str:
    """The label of a decision in a form."""
    digits = str(number).zfill(label.width) if label.width else ""
    return f"{label.lead}{digits}{label.gap}{title if label.words else ''}".rstrip()


def write_link(label: Label, named: Named) -> str:
    """A label as a link."""
    return f"[{_bracketed(write_label(label, named.number, named.title))}]({named.target})"


def call_like(raw: str, number: int | None, named: Named) -> str | None:
    """`raw`, which names or links to decision `number`, as it names another; None if it does not.

    Words behind a link were said of the one decision, and are left out.
    """
    link = _LINK.search(raw)
    if link is None:
        label = read_label(raw, number)
        return None if label is None else write_label(label, named.number, named.title)
    before = raw[: link.start()]
    if any(sign.isdigit() for sign in before):
        lead = read_label(before, number)
        if lead is None or lead.words:
            return None
        before = write_label(lead, named.number, "") + before[len(before.rstrip()) :]
    behind = raw[link.end() :]
    behind = "" if any(sign.isalnum() for sign in behind) else behind
    label = _as_wide(read_label(link[1], number) or TITLE_ALONE, link[1], link[2], named)
    dot = "./" if link[2].startswith("./") and not named.target.startswith("../") else ""
    return f"{before}{write_link(label, named._replace(target=dot + named.target))}{behind}"


def _as_wide(label: Label, text: str, target: str, named: Named) -> Label:
    """The form of a link's words, with as many digits as the file has where these were the same."""
    old, new = (re.match(r"\D*(\d+)", one.rpartition("/")[2]) for one in (target, named.target))
    if old is None or new is None or not label.width or old[1] not in text:
        return label
    return label._replace(width=len(new[1]))


def words_of_link(raw: str) -> str:
    """The words of the first link, else all of them without emphasis."""
    link = _LINK.search(raw)
    return raw.strip("*_` ") if link is None else link[1]


def split_link(raw: str) -> tuple[str, str]:
    """Some words up to the end of the first link in them, and what stands behind it."""
    link = _LINK.search(raw)
    end = len(raw) if link is None else link.end()
    while raw[end : end + 1] in ("*", "_") and raw[end : end + 1]:
        end += 1
    return raw[:end], raw[end:]


def _bracketed(text: str) -> str:
    """`text` as the words of a link: its brackets escaped unless they are in pairs."""
    depth = 0
    for sign in text:
        depth += (sign == "[") - (sign == "]")
        if depth < 0 or depth > 1:
            break
    if depth == 0 and "](" not in text and "][" not in text:
        return text
    return text.replace("[", "\\[").replace("]", "\\]")
