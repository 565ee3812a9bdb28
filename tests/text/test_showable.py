"""What can be shown without disturbing what is around it."""

from __future__ import annotations

from trueplan.text.showable import showable, showable_line


def test_what_would_be_obeyed_is_replaced() -> None:
    assert showable("a\x1b[31mb\u202ed\x9be\x07") == "a\ufffd[31mb\ufffdd\ufffde\ufffd"


def test_a_line_has_no_line_ends() -> None:
    assert showable_line(" Pour\r\n the\tconcrete\u2028now ") == "Pour the concrete now"
