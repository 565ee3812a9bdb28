"""How pictures look: one table of colours for light and dark, and the rules that use them.

The four colours of state differ in lightness as well as in hue, and never stand without a shape or
a word. Each colour is given twice, plain and as a custom property: what knows no properties takes
the plain one, and the page that holds a picture may set its own.
"""

from __future__ import annotations

from trueplan.record import Record

ROOT = "trueplan-chart"
FONT = "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans',sans-serif"


class Colour(Record):
    """What a colour is for, and its hexadecimal value on a light and on a dark ground."""

    role: str
    light: str
    dark: str


COLOURS = (
    Colour("ground", "#fdfcfa", "#171513"),
    Colour("surface", "#f5f2ed", "#211e1b"),
    Colour("ink", "#28241f", "#ece7df"),
    Colour("muted", "#6b645a", "#a89f93"),
    Colour("hairline", "#e4dfd7", "#34302b"),
    Colour("edge", "#b3aa9d", "#6a6258"),
    Colour("accent", "#95570a", "#e3ab5c"),
    Colour("open", "#d6cec2", "#4b453d"),
    Colour("moving", "#73a9cc", "#7db0d6"),
    Colour("trouble", "#bd3f2b", "#d8674f"),
    Colour("done", "#2c5a4c", "#b4dcc8"),
)
STATE_ROLES = ("open", "moving", "trouble", "done")
# What is written, and on what: each pair has a contrast of 4.5 : 1 or more in both themes.
TEXT_ON = (
    ("ink", "ground"),
    ("ink", "surface"),
    ("muted", "ground"),
    ("muted", "surface"),
    ("accent", "ground"),
)


class Rule(Record):
    """The properties of a class: `paints` take the name of a colour, the rest stands as it is."""

    name: str
    paints: tuple[tuple[str, str], ...] = ()
    rest: str = ""


def _filled(name: str, role: str, rest: str = "") -> Rule:
    return Rule(name, (("fill", role),), rest)


def _drawn(name: str, role: str, width: str = "1", rest: str = "") -> Rule:
    return Rule(name, (("stroke", role),), f"fill:none;stroke-width:{width};{rest}")


RULES = (
    _filled("ground", "ground"),
    Rule("text", (("fill", "ink"),), "font-size:13px"),
    Rule("title", (("fill", "ink"),), "font-size:18px;font-weight:600"),
    Rule("heading", (("fill", "ink"),), "font-size:13px;font-weight:600"),
    Rule("label", (("fill", "ink"),), "font-size:12px"),
    Rule("note", (("fill", "muted"),), "font-size:12px"),
    Rule("strong", (("fill", "ink"),), "font-size:12px;font-weight:600"),
    Rule("small", (("fill", "muted"),), "font-size:11px"),
    Rule("call", (("fill", "accent"),), "font-size:12px"),
    Rule(
        "halo", (("stroke", "ground"),), "stroke-width:4;stroke-linejoin:round;paint-order:stroke"
    ),
    _drawn("hairline", "hairline"),
    _drawn("edge", "edge"),
    _drawn("axis", "muted"),
    _drawn("now", "ink", "1", "stroke-dasharray:1 3;stroke-linecap:round"),
    _drawn("accent-line", "accent", "1.25"),
    _drawn("accent-dashes", "accent", "1.25", "stroke-dasharray:4 3"),
    _filled("accent-fill", "accent"),
    _filled("muted-fill", "muted"),
    _filled("edge-fill", "edge"),
    _filled("open-fill", "open"),
    _filled("moving-fill", "moving"),
    _filled("trouble-fill", "trouble"),
    _filled("done-fill", "done"),
    _filled("moving-wash", "moving", "opacity:.3"),
    _filled("moving-haze", "moving", "opacity:.18"),
    _filled("trouble-wash", "trouble", "opacity:.45"),
    _filled("done-wash", "done", "opacity:.16"),
    _drawn("ink-line", "ink", "1.5"),
    _drawn("muted-line", "muted", "1.5"),
    _drawn("muted-dots", "muted", "1", "stroke-dasharray:2 3"),
    _drawn("moving-line", "moving", "1.5"),
    _drawn("done-line", "done", "2"),
    _drawn("trouble-line", "trouble", "1.5"),
    _drawn("trouble-dashes", "trouble", "1.25", "stroke-dasharray:4 3"),
    _drawn("ground-line", "ground", "1.5"),
    Rule("mark", (("fill", "ground"), ("stroke", "done")), "stroke-width:1.5"),
    Rule("box", (("fill", "surface"), ("stroke", "hairline"))),
    Rule("box-critical", (("fill", "surface"), ("stroke", "accent")), "stroke-width:1.5"),
)


def style_sheet() -> str:
    """The rules as CSS, with the colours for a dark ground where one is wanted."""
    light = {colour.role: colour.light for colour in COLOURS}
    lines = [
        f".{ROOT}{{{_properties(light)}font-family:{FONT};font-variant-numeric:tabular-nums}}",
        *(_rule(rule, light) for rule in RULES),
        "@media (prefers-color-scheme:dark){",
        f".{ROOT}{{{_properties({colour.role: colour.dark for colour in COLOURS})}}}",
        "}",
    ]
    return "\n".join(lines)


def _properties(values: dict[str, str]) -> str:
    return "".join(f"--{ROOT}-{role}:{value};" for role, value in values.items())


def _rule(rule: Rule, light: dict[str, str]) -> str:
    paints = "".join(
        f"{name}:{light[role]};{name}:var(--{ROOT}-{role});" for name, role in rule.paints
    )
    return f".{ROOT} .{rule.name}{{{paints}{rule.rest}}}".replace(";}", "}")
