"""Trial time and days: 10 March 2026 is a Tuesday."""

from __future__ import annotations

from trueplan.app.forecast_memory import Memory
from trueplan.app.trial_clock import FoundPace, TrialClock, find_pace
from trueplan.forecast.pace import Pace, Worked
from trueplan.forecast.work import Remaining
from trueplan.schedule.calendar import Calendar, Calendars
from trueplan.text.day import day_number

TUESDAY = "2026-03-10"
ANN = Remaining("pier#1", "pier", "Ann", 2)
BEN = Remaining("boat#1", "boat", "Ben", 2)
NOBODY = Remaining("quay#1", "quay", "", 2)
SAID = "; `sessions-per-week` under [schedule] says it better"


class Remembered(Memory):
    """A past that is given."""

    def __init__(self, **days: tuple[str, ...]) -> None:
        super().__init__(TUESDAY, None)
        self.days = days

    @property
    def worked(self) -> dict[str, Worked]:
        """In work since the first of their days."""
        last = day_number(TUESDAY)
        return {
            name.replace("_", " "): Worked(
                [(day_number(days[0]), last)], tuple(map(day_number, days))
            )
            for name, days in self.days.items()
        }


def fortnight(*numbers: int) -> tuple[str, ...]:
    return tuple(f"2026-02-{24 + one}" if one < 5 else f"2026-03-{one - 4:02}" for one in numbers)


def test_sessions_are_working_days() -> None:
    """Five sessions from Tuesday end on Monday; nothing left is of the first day."""
    clock = TrialClock(Calendars(), TUESDAY, [ANN])
    assert clock.worktimes == {}
    assert [clock.day(at) for at in (0.0, 1.0, 4.0, 4.5, 5.0)] == [
        "2026-03-10",
        "2026-03-10",
        "2026-03-13",
        "2026-03-16",
        "2026-03-16",
    ]
    assert clock.dates((1.0, None, float("inf"), 1e9)) == (
        (50, "2026-03-10"),
        (80, None),
        (85, None),
        (95, None),
    )


def test_a_target_is_met_at_its_end_and_never_before_the_start() -> None:
    clock = TrialClock(Calendars(), TUESDAY, [ANN])
    assert [clock.until(day) for day in ("2026-03-10", "2026-03-15", "2026-03-16")] == [1, 4, 5]
    assert clock.until("2026-03-09") < 0


def test_a_pace_that_was_told_is_a_factor() -> None:
    """Two sessions a week beside five of everybody: a session takes two and a half of theirs."""
    calendars = Calendars(Calendar(), (("Ann", Calendar(2.0, told=True)),))
    clock = TrialClock(calendars, TUESDAY, [ANN, BEN])
    assert clock.timed(ANN, FoundPace({}, ())).rate == 2.5
    assert clock.timed(BEN, FoundPace({}, ())).rate == 1
    seen = FoundPace({"owner ben": Pace(4, 2)}, ())
    assert clock.timed(BEN, seen)[-2:] == (5.0, "owner ben")


def test_days_off_of_one_owner_give_calendars_to_all() -> None:
    away = Calendar(5.0, days_off=(("2026-03-11", "2026-03-31"),))
    clock = TrialClock(Calendars(Calendar(), (("Ann", away),)), TUESDAY, [ANN, BEN])
    assert sorted(clock.worktimes) == ["Ann", "Ben"]
    assert clock.day(8.0) == "2026-03-17"  # time is days then
    assert clock.until("2026-03-17") == 8


def test_the_pace_of_owners_is_seen() -> None:
    """Ann's eight days in two weeks are four a week, Ben's four are two; all do three."""
    memory = Remembered(
        owner_ann=fortnight(1, 2, 3, 4, 5, 6, 7, 14), owner_ben=fortnight(1, 2, 3, 4)
    )
    found = find_pace([ANN, BEN], Calendars(), memory)
    assert found.paces == {"owner ann": Pace(4 * 3 + 8, 6), "owner ben": Pace(4 * 3 + 4, 6)}
    shown = "sessions a week while plans were in work, in the last 14 days: Ann 3.3, Ben 2.7"
    assert found.said == (shown + SAID,)
    only = find_pace([ANN, BEN], Calendars(), memory, {"boat"})
    assert only.paces == found.paces
    said = "sessions a week while plans were in work, in the last 14 days: Ben 2.7"
    assert only.said == (said + SAID,)


def test_each_plan_without_an_owner_has_a_pace_of_its_own() -> None:
    memory = Remembered(plan_quay=fortnight(1, 2, 3, 4, 5, 6, 7, 8))
    other = Remaining("dock#1", "dock", "", 2)
    found = find_pace([NOBODY, other], Calendars(), memory)
    assert found.paces == {"plan quay": Pace(4 * 4 + 8, 6), "plan dock": Pace(4 * 4, 4)}
    assert "somebody for each plan without an owner 4.0;" in found.said[0]


def test_what_is_told_is_not_looked_for() -> None:
    calendars = Calendars(Calendar(told=True))
    assert find_pace([ANN], calendars, Remembered()) == FoundPace({}, ())


def test_why_a_pace_is_assumed() -> None:
    assumed = ": 5 sessions a week are assumed" + SAID
    said = [
        find_pace([ANN], Calendars(), memory).said
        for memory in (
            Remembered(),
            Remembered(owner_ann=fortnight(2, 3)),
            Remembered(owner_ann=("2025-06-03", "2025-06-04")),
            Remembered(owner_ann=("2027-01-01",)),
        )
    ]
    assert said == [
        ("git shows no work up to today" + assumed,),
        ("git shows work on 2 of the last 84 days, too little to tell a pace" + assumed,),
        ("git shows no work since 2025-06-04; as if it went on now" + assumed,),
        ("git shows no work up to today" + assumed,),
    ]
