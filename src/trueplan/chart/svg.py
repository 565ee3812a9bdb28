"""SVG as text: elements, text that is escaped, numbers that are the same everywhere."""

from __future__ import annotations

from trueplan.chart.style import ROOT, style_sheet
from trueplan.text.showable import showable_line


def number(value: float) -> str:
    """At most two decimals, none that say nothing, and no negative zero."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def escape(text: str) -> str:
    """A text of a plan as XML can hold it: on one line, and with nothing that is obeyed."""
    if not text.isprintable():
        text = "".join("\ufffd" if _is_outside(sign) else sign for sign in text)
    text = showable_line(text)
    for sign, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(sign, name)
    return text


def _is_outside(sign: str) -> bool:
    """Whether XML has no place for a character: halves of pairs, and what is no character."""
    return "\ud800" <= sign <= "\udfff" or sign in "\ufffe\uffff"


def element(name: str, attributes: dict[str, str | float], *children: str) -> str:
    """An element; attributes are escaped, children are SVG already."""
    words = [name]
    for key, value in attributes.items():
        shown = escape(value) if isinstance(value, str) else number(value)
        words.append(f'{key}="{shown}"')
    head = " ".join(words)
    return f"<{head}>{''.join(children)}</{name}>" if children else f"<{head}/>"


def rectangle(kind: str, x: float, y: float, width: float, height: float, corner: float = 0) -> str:
    """A rectangle of a class of the style, its corners rounded with the radius `corner`."""
    attributes: dict[str, str | float] = {"class": kind, "x": x, "y": y}
    attributes |= {"width": width, "height": height}
    return element("rect", attributes | ({"rx": corner} if corner else {}))


def line(kind: str, x1: float, y1: float, x2: float, y2: float) -> str:
    """A straight line."""
    return element("line", {"class": kind, "x1": x1, "y1": y1, "x2": x2, "y2": y2})


def path(kind: str, *steps: str | float) -> str:
    """A path; steps are the letters and the numbers of its data."""
    data = " ".join(step if isinstance(step, str) else number(step) for step in steps)
    return element("path", {"class": kind, "d": data})


def text(kind: str, x: float, y: float, words: str, anchor: str = "start") -> str:
    """A text on its base line, "" without words; `anchor` is start, middle or end."""
    if not words:
        return ""
    attributes: dict[str, str | float] = {"class": kind, "x": x, "y": y}
    if anchor != "start":
        attributes["text-anchor"] = anchor
    return element("text", attributes, escape(words))


def group(name: str, *children: str) -> str:
    """A group that has a name for whoever points at it or hears it."""
    return f"<g>{element('title', {}, escape(name))}{''.join(children)}</g>"


def document(size: tuple[float, float], title: str, description: str, *children: str) -> str:
    """A whole picture that scales with its place; width and height are its natural size."""
    width, height = size
    attributes: dict[str, str | float] = {
        "xmlns": "http://www.w3.org/2000/svg",
        "class": ROOT,
        "viewBox": f"0 0 {number(width)} {number(height)}",
        "width": width,
        "height": height,
        "role": "img",
        "style": "max-width:100%;height:auto",
    }
    body = (
        element("title", {}, escape(title)),
        element("desc", {}, escape(description)),
        f"<style>\n{style_sheet()}\n</style>",
        rectangle("ground", 0, 0, width, height),
        *(child for child in children if child),
    )
    return element("svg", attributes, "\n", "\n".join(body), "\n") + "\n"
