"""The state of a decision, in the words in which those beside it say theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trueplan.edit.adr_head import AdrFile, read_head, status_places
from trueplan.edit.adr_label import Label, Named, call_like, write_label, write_link
from trueplan.edit.voice import in_voice
from trueplan.record import Literal

NewState = Literal["proposed", "accepted"]

_BY = re.compile(r"(.*?\b(?:by|with)\b:?\s+)(.*)", re.IGNORECASE | re.DOTALL)
_EMPHASIS = ("**", "__", "*", "_", "`")
_ODD = "[(]),;:—–|<"


def say_state(state: NewState, raw: str, neighbours: Sequence[AdrFile]) -> str:
    """A state as a neighbour says it, the last one first; else in the voice of `raw`."""
    for one in reversed(neighbours):
        if one.adr.state == state and one.adr.raw_status is not None:
            said = raw_status(one)
            same_case = (said.islower(), said.isupper()) == (raw.islower(), raw.isupper())
            if is_plain(said) and same_case:
                return said
    return voiced(state.capitalize(), raw)


def say_superseded(
    raw: str, label: Label, by: Named, neighbours: Sequence[AdrFile], *, linked: bool
) -> str:
    """The status of a decision that gave way to another, as neighbours say it.

    `raw` is its status until now, `label` the form in which the other is called without a model.
    """
    for one in reversed(neighbours):
        if one.adr.state == "superseded" and one.adr.successor is not None:
            said = like_superseded(raw_status(one), one.adr.successor, by)
            if said is not None and ("](" in said) <= linked:
                return said
    called = write_link(label, by) if linked else write_label(label, by.number, by.title)
    return f"{voiced('Superseded', raw, bare=True)} by {called}"


def like_superseded(raw: str, number: int, by: Named) -> str | None:
    """A status such as "Superseded by [0004](0004-a.md)", with another decision in it."""
    split = _BY.fullmatch(raw)
    said = None if split is None else call_like(split[2].strip("*_"), number, by)
    if split is None or said is None:
        return None
    opening = next((sign for sign in _EMPHASIS if raw.startswith(sign)), "")
    wrapped = opening and raw.endswith(opening) and opening not in raw[len(opening) : -len(opening)]
    return f"{split[1]}{said}{opening if wrapped else ''}"


def voiced(words: str, raw: str, *, bare: bool = False) -> str:
    """`words` in the case of `raw` and with its emphasis, unless `bare`."""
    opening = next((one for one in _EMPHASIS if raw.startswith(one)), "")
    inner = raw.strip("*_`")
    first = re.split(r"[\[(,;:.—–|<]| - | by | on ", inner, maxsplit=1)[0].strip()
    said = in_voice(words, first or words)
    return said if bare else f"{opening}{said}{opening if inner != raw else ''}"


def raw_status(file: AdrFile) -> str:
    """The first line of the status as written; "" without one."""
    places = status_places(read_head(file.source))
    if places:
        return places[0][0].slice(file.source).decode("utf-8", "replace")
    return file.adr.raw_status.value.split("\n")[0] if file.adr.raw_status is not None else ""


def is_plain(said: str) -> bool:
    """Whether a status is its word and no more, so that another can say the same."""
    odd = any(sign in said for sign in _ODD) or any(sign.isdigit() for sign in said)
    return bool(said) and not odd and len(said.split()) <= 2
