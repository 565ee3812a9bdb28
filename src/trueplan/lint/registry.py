"""Every rule by its code: a literal table, in the order of the codes."""

from __future__ import annotations

from trueplan.lint.rule import Rule
from trueplan.lint.rules import (
    tp201_completed_with_open_work,
    tp203_done_but_status_open,
    tp401_dead_link,
    tp408_index_misses_plan,
)

RULES: dict[str, Rule] = {
    "TP201": tp201_completed_with_open_work.RULE,
    "TP203": tp203_done_but_status_open.RULE,
    "TP401": tp401_dead_link.RULE,
    "TP408": tp408_index_misses_plan.RULE,
}
