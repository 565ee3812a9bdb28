"""Which headings, rows or items are the phases, where a plan offers several."""

from __future__ import annotations

from tests.reader.texts import plan_of, texts


def _phases(text: str) -> list[tuple[str, str | None, str]]:
    return [(one.word, one.number, one.title) for one in plan_of(text).phases]


def test_the_outer_series_holds_the_work() -> None:
    """Tasks inside phases belong to the phases."""
    plan = plan_of("""
        ## Phase 1: Base
        ### Task 1: Dig
        - [x] hole
        ### Task 2: Pour
        - [ ] concrete
        ## Phase 2: Roof
        ### Task 3: Beams
        - [ ] cut
    """)
    assert [(one.word, one.number, one.boxes) for one in plan.phases] == [
        ("phase", "1", (1, 2)),
        ("phase", "2", (0, 1)),
    ]


def test_of_two_series_the_one_with_boxes_is_the_work() -> None:
    """A design told by phases and a timeline of weeks with the boxes: the weeks."""
    assert _phases("""
        ## Design
        ### Phase 1: Base
        Words.
        ### Phase 2: Roof
        Words.
        ## Timeline
        ### Week 1: Dig
        - [ ] a
        ### Week 2: Build
        - [ ] b
    """) == [("week", "1", "Dig"), ("week", "2", "Build")]


def test_a_timeline_without_boxes_is_a_second_series() -> None:
    """The phases carry the boxes, the weeks repeat them."""
    assert _phases("""
        ## Work
        ### Phase 1: Base
        - [ ] a
        ### Phase 2: Roof
        - [ ] b
        ## Timeline
        ### Week 1: Phase 1
        ### Week 2: Phase 2
    """) == [("phase", "1", "Base"), ("phase", "2", "Roof")]


def test_numbers_that_start_over_are_a_second_series() -> None:
    """An appendix that repeats the numbers without work is left out."""
    assert _phases("""
        ## Phases
        ### Phase 1: Base
        - [ ] a
        ### Phase 2: Roof
        - [ ] b
        ## Migration
        ### Phase 1: Copy
        Words.
        ### Phase 2: Switch
        Words.
    """) == [("phase", "1", "Base"), ("phase", "2", "Roof")]


def test_a_number_written_twice_stays_in_its_series() -> None:
    """A slip of the author is kept, to be found as one."""
    assert _phases("""
        ## Phases
        ### Phase 1: Base
        - [ ] a
        ### Phase 2: Roof
        - [ ] b
        ### Phase 2: Walls
        - [ ] c
        ### Phase 3: Paint
        - [ ] d
    """) == [
        ("phase", "1", "Base"),
        ("phase", "2", "Roof"),
        ("phase", "2", "Walls"),
        ("phase", "3", "Paint"),
    ]


def test_a_series_may_run_on_under_another_section() -> None:
    """What counts on is the same series, wherever it stands."""
    assert [
        number
        for _, number, _ in _phases("""
        ## Work
        ### Phase 1: Base
        - [ ] a
        ### Phase 2: Roof
        - [ ] b
        ## Later work
        ### Phase 3: Paint
        - [ ] c
    """)
    ] == ["1", "2", "3"]


def test_a_single_phase_is_one() -> None:
    """A plan may have one phase only."""
    assert _phases("# P\n\n## Phase 1: All of it\n- [ ] a\n") == [("phase", "1", "All of it")]


def test_headings_with_a_number_alone() -> None:
    """Without a keyword they are phases where they carry boxes."""
    plan = plan_of("""
        # Tasks
        ## 1. Set up
        - [ ] 1.1 a
        - [ ] 1.2 b
        ## 2. Build
        - [x] 2.1 c
        ## Later
        - [ ] d
    """)
    assert [(one.word, one.number, one.title, one.boxes) for one in plan.phases] == [
        ("", "1", "Set up", (0, 2)),
        ("", "2", "Build", (1, 1)),
    ]
    assert texts(plan.tasks) == ["d"]


def test_headings_with_a_number_alone_and_no_boxes_are_chapters() -> None:
    """A numbered document without work has no phases."""
    assert _phases("# P\n\n## 1. Motivation\nWords.\n\n## 2. Design\nWords.\n") == []


def test_lettered_headings() -> None:
    """Letters count as numbers do."""
    assert _phases("# P\n\n## A) Base\n- [ ] a\n\n## B) Roof\n- [ ] b\n") == [
        ("", "A", "Base"),
        ("", "B", "Roof"),
    ]


def test_keywords_win_over_numbered_chapters() -> None:
    """Chapters are numbered too; the phases have a keyword."""
    assert _phases("""
        ## 1. Design
        Words.
        ## 2. Roadmap
        ### Phase 1: Base
        - [ ] a
        ### Phase 2: Roof
        - [ ] b
        ## 3. Risks
        Words.
    """) == [("phase", "1", "Base"), ("phase", "2", "Roof")]


def test_headings_win_over_the_rows_of_a_table() -> None:
    """A summary of phases as a table does not replace them."""
    assert [
        number
        for _, number, _ in _phases("""
        | Phase | Status |
        |---|---|
        | Phase 1 | Done |
        | Phase 2 | Done |
        | Phase 3 | Done |

        ## Phase 1: Base
        - [ ] a
        ## Phase 2: Roof
        - [ ] b
    """)
    ] == ["1", "2"]


def test_a_table_of_other_things_is_none() -> None:
    """Rows that are not numbered are no phases."""
    assert (
        _phases("# P\n\n| Step | Command |\n|---|---|\n| Build | `make` |\n| Test | `t` |\n") == []
    )


def test_the_list_of_progress_is_not_the_phases() -> None:
    """Rows under Completed Phases are companions of the phases."""
    assert [
        number
        for _, number, _ in _phases("""
        ## Phases
        ### Phase 1: Base
        - [ ] a
        ## Progress Tracking
        ### Completed Phases
        - [x] Phase 1 - Completed 2026-01-02
        - [ ] Phase 2 - Not Started
    """)
    ] == ["1"]


def test_a_ticked_list_of_phases_marks_them() -> None:
    """A roadmap ticks its phases in a list on top, and tells of them below."""
    plan = plan_of("""
        # Roadmap

        - [x] **Phase 1: Base** - walls
        - [ ] **Phase 2: Roof** - beams

        ## Phase 1: Base
        Words.
        ## Phase 2: Roof
        Words.
    """)
    assert [one.marked_done for one in plan.phases] == [True, False]


def test_headings_in_fences_are_no_phases() -> None:
    """What stands in code is an example."""
    assert [
        number
        for _, number, _ in _phases("""
        ## Phase 1: Base
        ```markdown
        ## Phase 2: Example
        - [ ] x
        ```
        - [ ] a
        ## Phase 3: Roof
        - [ ] b
    """)
    ] == ["1", "3"]


def test_spans_of_phases_end_where_the_next_begins() -> None:
    """A phase holds its sub-headings and nothing behind its section."""
    text = "# P\n\n## Phase 1: A\n\n### Why\n\nW.\n\n## Phase 2: B\n\nW.\n\n## Risks\n\nW.\n"
    source = text.encode()
    first, second = plan_of(text).phases
    assert first.span.slice(source) == b"## Phase 1: A\n\n### Why\n\nW.\n\n"
    assert second.span.slice(source) == b"## Phase 2: B\n\nW.\n\n"
