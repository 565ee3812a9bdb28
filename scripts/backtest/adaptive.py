"""Labels that learn from how often labels like them held.

Adaptive conformal inference (I. Gibbs and E. Candès, Advances in Neural Information Processing
Systems 34, 2021): after a label that held, the share that is asked of the model sinks by the step
times what the level leaves open; after one that failed, it rises by the step times the level.
Whatever the model gets wrong, also by drift, the labels hold about as often as they say in the long
run. What is known of a label comes late here: it failed once its period has passed with the work
undone, and it held in the period in which the work was done, at once where it says never.
"""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.forecast.survival import label
from trueplan.record import Record


class Pending(Record):
    """A label that nobody knows yet to have held: `due` is the last period it allows, None never.

    `done` is the period of the end, None if there is none.
    """

    level: float
    due: int | None
    done: int | None


class AdaptiveLabels:
    """Labels for cases one after the other, each with what is known by then.

    Periods are counted on one calendar for all cases. `step` is how fast the labels learn: about
    1 / `step` known labels for a change from one extreme to the other.
    """

    def __init__(self, levels: Sequence[float], step: float) -> None:
        self.asked = {level: level for level in levels}
        self.step = step
        self.pending: list[Pending] = []

    def learn(self, passed: int) -> None:
        """Take in what the periods up to `passed` brought."""
        still = []
        for one in self.pending:
            held = one.due is None or (one.done is not None and one.done <= min(passed, one.due))
            if held:
                self.asked[one.level] -= self.step * (1 - one.level)
            elif one.due is not None and one.due <= passed:
                self.asked[one.level] += self.step * one.level
            else:
                still.append(one)
        self.pending = still

    def put(self, chances: Sequence[float], first: int, done: int | None) -> list[int | None]:
        """Label a case whose period 0 is `first`; later levels never come before earlier ones.

        `done` is its end, which is not looked at before it has passed.
        """
        labels: list[int | None] = []
        latest: int | None = first
        for level, asked in self.asked.items():
            found = label(chances, min(max(asked, 0.0), 1.0))
            due = None if found is None else first + found
            latest = None if latest is None or due is None else max(latest, due)
            labels.append(latest)
            self.pending.append(Pending(level, latest, done))
        return labels
