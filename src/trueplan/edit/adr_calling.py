"""What decisions call each other: the usual label, the words behind "Supersedes"."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence

from trueplan.edit.adr_head import AdrFile, Head, fields_in, key_of, key_of_section, read_head
from trueplan.edit.adr_label import Label, Named, call_like, read_label, write_label, write_link
from trueplan.edit.adr_name import read_adr_name
from trueplan.edit.index_row import link_to
from trueplan.markdown import Heading
from trueplan.model.link_target import resolve

_PLAIN = Label("", 4, "", words=False)


def name_from(folder: str, path: str, number: int, title: str) -> Named:
    """A decision as a document in `folder` calls it."""
    return Named(number, title, link_to(posixpath.relpath(path, folder or ".")))


def title_label(file: AdrFile) -> Label | None:
    """The form in which a record says its number above its text; None where it does not."""
    heading = said_title(read_head(file.source))
    return None if heading is None else read_label(heading, file.adr.number)


def bare_title(file: AdrFile) -> str:
    """The title of a record without its number; the name of its file where it has none."""
    heading = said_title(read_head(file.source)) or file.name.rpartition(".")[0]
    label = read_label(heading, file.adr.number)
    if label is None or not label.words:
        return heading
    lead = write_label(label._replace(words=False), file.adr.number or 0, "")
    return heading[len(lead) :].strip()


def usual_label(neighbours: Sequence[AdrFile], name: str) -> Label:
    """What decisions are called in a word, by their titles: `ADR 0004`; else by their files.

    `name` is that of a file.
    """
    for one in reversed(neighbours):
        label = title_label(one)
        if label is not None and label.width and any(sign.isalpha() for sign in label.lead):
            return label._replace(gap="", words=False)
    read = read_adr_name(name)
    if read is None:
        return _PLAIN
    lead = read.lead.replace("_", "-") if read.lead else ""
    return Label(lead, len(read.digits), "", words=False)


def say_supersedes(
    neighbours: Sequence[AdrFile], others: Sequence[Named], label: Label, *, linked: bool
) -> str:
    """The decisions that give way, as a neighbour names those that gave way to it."""
    if not linked:
        return ", ".join(write_label(label, one.number, one.title) for one in others)
    models = (_model(file) for file in reversed(neighbours))
    model = next((found for found in models if found is not None), None)
    called = []
    for one in others:
        said = call_like(*model, one) if model is not None else None
        called.append(said or write_link(label, one))
    return ", ".join(called)


def _model(file: AdrFile) -> tuple[str, int] | None:
    """What a record says that it supersedes, up to a comma, and the number of that."""
    head = read_head(file.source)
    for raw in _supersedes(head):
        number = _number(raw, file)
        if number is not None:
            return raw, number
    return None


def _supersedes(head: Head) -> list[str]:
    found = []
    for node in head.nodes:
        for block in node.blocks:
            if block.kind == "front-matter":
                continue
            found += [
                head.source.text(*field.value.span)
                for field in fields_in(block, head.source)
                if key_of(field) == "supersedes"
            ]
            if block.kind == "paragraph" and key_of_section(node) in ("status", "supersedes"):
                for _, line in head.source.lines(block.start, block.end):
                    match = re.match(r"supersedes:?\s+(.+)", line.strip(), re.IGNORECASE)
                    found += [match[1]] if match else []
    return [re.split(r",\s+", raw)[0].strip() for raw in found]


def _number(raw: str, file: AdrFile) -> int | None:
    target = re.search(r"\]\(\s*<?([^()<>\s]*)", raw)
    if target is not None:
        path = resolve(file.path, target[1])
        name = read_adr_name(posixpath.basename(path or ""))
        return None if name is None else name.number
    digits = re.search(r"(?<!\d)0*(\d{1,4})(?!\d)", raw)
    return int(digits[1]) if digits is not None else None


def said_title(head: Head) -> str | None:
    """What a record is called at its top: by its heading, else by its front matter."""
    if head.title is not None and isinstance(head.title.heading, Heading):
        return head.title.heading.text.replace("\n", " ").strip()
    fields = (field for block in head.nodes[0].blocks for field in fields_in(block, head.source))
    return next((field.value.value for field in fields if key_of(field) == "title"), None)
