"""Faults of a plan against what was committed."""

from __future__ import annotations

from tests.seeded.fault import Fault, Past, Replace, Write
from tests.seeded.faults.places import BICYCLES, BOARD, ROADMAP, TASKS

PAST = (
    Fault(
        "a ticked task whose file was never committed",
        "task list",
        "seeds",
        Replace(
            TASKS,
            "- [ ] T006 [P] [US1] Page of an offer in `src/seeds/pages/offer.py`",
            "- [x] T006 [P] [US1] Add the page of an offer in `src/seeds/pages/offer.py`",
        ),
        "TP701",
        "src/seeds/pages/offer.py",
        past=Past("2026-03-03"),
    ),
    Fault(
        "an open task whose file has come",
        "task list",
        "seeds",
        Write("src/seeds/request.py", "FIELDS = []\n"),
        "TP702",
        "src/seeds/request.py",
        at=TASKS,
        past=Past("2026-03-03", "2026-03-06"),
    ),
    Fault(
        "in progress, and quiet for seven weeks",
        "roadmap",
        "trail",
        Replace(ROADMAP, "- [ ] Routes for sledges", "- [ ] Routes for skis"),
        "TP703",
        "Active",
        past=Past("2026-01-12", "2026-01-19"),
    ),
    Fault(
        "planned, and worked on under its backlog item",
        "template",
        "ferry",
        Write("board/places.py", "PLACES = 12\n"),
        "TP704",
        "Planned",
        at=BICYCLES,
        past=Past("2026-03-03", "2026-03-06", "Places on the board (FER-003)"),
    ),
    Fault(
        "completed, and an item added since",
        "template",
        "ferry",
        Replace(BOARD, "- [x] Hang the screen\n", "- [x] Hang the screen\n- [x] Dim it at night\n"),
        "TP705",
        "Completed",
        past=Past("2026-03-03", "2026-03-06"),
    ),
)
