"""Real commits that tick boxes, replayed: what is the same, and why the rest is not."""

from __future__ import annotations

import pytest

from replay_ticks import (
    HISTORIES,
    NO_REFERENCE,
    OVER_SUBTASKS,
    REPOSITORIES,
    Outcome,
    count_reasons,
    import_history,
    replay_repository,
    tabulate,
)


@pytest.fixture(scope="module")
def replayed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Outcome]]:
    """What became of each commit, by repository."""
    if not HISTORIES.is_dir():
        pytest.skip("the folder shared/histories is not beside the project")
    found = {}
    for name in REPOSITORIES:
        folder = tmp_path_factory.mktemp(name)
        import_history(name, folder / "history")
        found[name] = replay_repository(folder / "history", folder / "scratch")
    return found


def test_how_many_are_identical(replayed: dict[str, list[Outcome]]) -> None:
    """Files and lines; a file differs where the commit did more than tick."""
    assert tabulate(replayed).rows == [
        ["parrotink", "165", "172", "26", "632", "346", "339"],
        ["seva", "9", "11", "0", "35", "0", "0"],
        ["anon-identity", "1", "1", "0", "4", "4", "4"],
        ["clubs", "0", "0", "0", "0", "0", "0"],
    ]


def test_why_the_others_differ(replayed: dict[str, list[Outcome]]) -> None:
    """Nearly always because people wrote more than a tick in that commit."""
    everything = [one for outcomes in replayed.values() for one in outcomes]
    assert dict(count_reasons(everything).most_common()) == {
        "the hash of a commit was put behind a task": 121,
        "other words were changed": 72,
        "a task was reworded": 27,
        "a task was added": 26,
        "a task was removed": 17,
        "a box says “in progress” now": 16,
        OVER_SUBTASKS: 15,
        "a status was changed": 10,
        "blank lines were changed": 2,
        NO_REFERENCE: 1,
        "a box was emptied": 1,
        "a line end changed": 1,
    }


def test_a_line_that_was_only_ticked_is_the_same(replayed: dict[str, list[Outcome]]) -> None:
    """Byte for byte, wherever `tick` did not refuse."""
    told = (OVER_SUBTASKS, NO_REFERENCE)
    for outcomes in replayed.values():
        for one in outcomes:
            if not any(reason in told for reason in one.reasons):
                assert one.same == one.alone, one.step
