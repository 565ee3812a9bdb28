"""How much room text takes in a picture, whatever the font of the system turns out to be.

The widths are those of the widest of the usual fonts (DejaVu Sans, Verdana), in parts of the size:
a text that is said to fit does fit.
"""

from __future__ import annotations

_WIDTHS = {
    "narrow": ("ijlI|.,:;'!`", 0.35),
    "slim": ('frt()[]{}/\\-" ', 0.46),
    "wide": ("mwMW@%&OQGDHNU—…", 1.0),
    "digits": ("0123456789", 0.64),
}
_BY_SIGN = {sign: width for signs, width in _WIDTHS.values() for sign in signs}
_UPPER = 0.78
_OTHER = 0.63
_FULL = 1.05  # also what stands for a sign that cannot be shown
_BOLD = 1.1


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of `text` at a font size, at most."""
    total = sum(_width_of_sign(sign) for sign in text)
    return total * size * (_BOLD if bold else 1)


def fit_text(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """`text`, cut with an ellipsis where it is wider than `room`; "" where nothing is left."""
    if text_width(text, size, bold=bold) <= room:
        return text
    room -= text_width("…", size, bold=bold)
    scale = size * (_BOLD if bold else 1)
    kept = 0
    for sign in text:
        room -= _width_of_sign(sign) * scale
        if room < 0:
            break
        kept += 1
    return text[:kept].rstrip() + "…" if kept else ""


def wrap_text(text: str, room: float, size: float, lines: int) -> list[str]:
    """`text` in at most so many lines, broken at blanks where it has them; the last one is cut."""
    wrapped: list[str] = []
    rest = text
    while rest and len(wrapped) < lines - 1 and text_width(rest, size) > room:
        head = fit_text(rest, room + text_width("…", size), size).removesuffix("…")
        blank = head.rfind(" ")
        if not rest[len(head) :].startswith(" ") and blank > 0:
            head = head[:blank]
        if not head:
            break
        wrapped.append(head.rstrip())
        rest = rest[len(head) :].lstrip()
    return [*wrapped, fit_text(rest, room, size)] if rest else wrapped


def _width_of_sign(sign: str) -> float:
    if sign.isascii() and sign.isprintable():
        return _BY_SIGN.get(sign, _UPPER if sign.isupper() else _OTHER)
    if sign in _BY_SIGN:
        return _BY_SIGN[sign]
    from unicodedata import combining, east_asian_width

    if combining(sign):
        return 0.0
    if east_asian_width(sign) in "WF" or ord(sign) > 0xFFFF:
        return _FULL + (0.35 if ord(sign) > 0x1F000 else 0)
    return _FULL if not sign.isalpha() or sign.isupper() else 0.72
