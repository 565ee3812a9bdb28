"""Plans without estimates, by the boxes of their weeks. 2026-01-01 is their first day."""

from __future__ import annotations

from tests.history.builders import PATH, Commits, life_of, plan_of
from trueplan.app.box_forecast import BoxDays, forecast_by_boxes
from trueplan.history.life import Life

TASKS = [f"Step {at}" for at in range(10)]


def plan(done: int, of: int = 10) -> str:
    boxes = ", ".join(f"[{'x' if at < done else ' '}] {TASKS[at]}" for at in range(of))
    return plan_of(f"Piles: {boxes}")


def weekly(*states: tuple[int, int]) -> Life:
    """A revision a week, from 1 January on: boxes done, of how many."""
    commits = Commits()
    for week, (done, of) in enumerate(states):
        day = 1 + 7 * week
        commits.commit(f"c{week}", {PATH: plan(done, of)}, day=f"2026-01-{day:02}")
    return commits.lives()[PATH]


def forecast(life: Life, today: str, start: str = "", target: str | None = None) -> BoxDays | None:
    return forecast_by_boxes(life, today, start or today, target, 1, 1_000)


def test_each_week_like_the_last() -> None:
    """Two boxes in each of four weeks, two left: one week more, whatever is drawn."""
    life = weekly((0, 10), (2, 10), (4, 10), (6, 10), (8, 10))
    found = forecast(life, "2026-01-31", target="2026-02-07")
    assert found is not None
    assert found.days[0] == "2026-02-07"
    assert found.method.startswith("resampled weeks; 5 weeks of boxes, as the plan has no estim")


def test_a_level_beyond_the_sample_is_not_told_and_says_so() -> None:
    """Five weeks tell no level above 5 / 6."""
    found = forecast(weekly((0, 10), (2, 10), (4, 10), (6, 10), (8, 10)), "2026-01-31")
    assert found is not None
    assert [day is None for day in found.days] == [False, False, True, True]
    assert found.method.endswith("; of so few, no level above 83 % can be told")


def test_it_starts_where_it_is_told_to() -> None:
    life = weekly((0, 10), (2, 10), (4, 10), (6, 10), (8, 10))
    found = forecast(life, "2026-01-31", "2026-03-01", "2026-02-20")
    assert found is not None
    assert found.days[0] == "2026-03-08"
    assert found.chance == 0


def test_a_plan_that_rests_says_why_no_day_is_told() -> None:
    """One box in the first of 31 weeks, nine open."""
    found = forecast(weekly((0, 10), (1, 10)), "2026-08-05")
    assert found is not None
    assert found.days[3] is None
    assert "; at their pace " in found.method
    assert found.method.endswith(" % of the trials take over ten years")


def test_new_boxes_count_against_what_was_done() -> None:
    """Two done and two added in each week: it never ends."""
    found = forecast(weekly((0, 4), (2, 6), (4, 8), (6, 10)), "2026-01-24")
    assert found is not None
    assert found.days[:2] == (None, None)


def test_nothing_to_go_by() -> None:
    """No week with a box, and a plan of this week."""
    assert forecast(life_of(plan(0), plan(0)), "2026-02-20") is None
    assert forecast(weekly((0, 10), (3, 10)), "2026-01-05") is None
