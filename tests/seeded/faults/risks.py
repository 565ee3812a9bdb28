"""Faults in risks and rollout."""

from __future__ import annotations

from tests.seeded.fault import Fault, Replace
from tests.seeded.faults.places import BICYCLES, FIRING, GLAZE, PHONE, SHOP, YOYAKU

RISKS = (
    Fault(
        "a risk that nobody answers",
        "template",
        "ferry",
        Replace(BICYCLES, "| High | Low | Two is right |", "| High | Low | TBD |"),
        "TP501",
        "A trailer counts as two",
    ),
    Fault(
        "a risk that nobody answers",
        "list of risks",
        "kiln",
        Replace(GLAZE, "\n  - Mitigation: weigh the brass weight every Monday", ""),
        "TP501",
        "**The scale drifts**",
    ),
    Fault(
        "a risk that nobody answers",
        "Japanese",
        "tea",
        Replace(YOYAKU, "| 電話番号も書く |", "| |"),
        "TP501",
        "名前の読み違い",
    ),
    Fault(
        "a rating that is misspelled",
        "template",
        "ferry",
        Replace(PHONE, "| Medium | High | It is valid", "| Medum | High | It is valid"),
        "TP502",
        "Medum",
    ),
    Fault(
        "a rating that is none",
        "block quote, other columns",
        "kiln",
        Replace(FIRING, "| Low | 20% | Accepted |", "| Hihg | 20% | Accepted |"),
        "TP502",
        "Hihg",
    ),
    Fault(
        "a flag without a way back",
        "template",
        "ferry",
        Replace(
            BICYCLES,
            "100% of the boards; rollback: switch it off in the console",
            "100% of the boards",
        ),
        "TP503",
        "`bicycle_places`: 100% of the boards",
    ),
    Fault(
        "more than all passengers",
        "template",
        "ferry",
        Replace(
            PHONE, "10% of passengers in the first week", "110% of passengers in the first week"
        ),
        "TP504",
        "110%",
    ),
    Fault(
        "more than all visitors",
        "plain header, list phases",
        "kiln",
        Replace(SHOP, "then 100% of visitors", "then 1000% of visitors"),
        "TP504",
        "1000%",
    ),
)
