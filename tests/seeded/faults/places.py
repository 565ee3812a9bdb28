"""Where the documents of the clean repositories stand."""

BOARD = "docs/plans/2026-01-12-departure-board.md"
PHONE = "docs/plans/2026-02-09-phone-tickets.md"
SALOON = "docs/plans/2026-02-16-saloon-announcements.md"
BICYCLES = "docs/plans/2026-03-02-bicycle-places.md"
INDEX = "docs/plans/README.md"
BACKLOG = "BACKLOG.md"
ADR_1 = "docs/adr/0001-paper-ticket-codes.md"
ADR_2 = "docs/adr/0002-square-ticket-codes.md"

GLAZE = "docs/plans/glaze-calculator.md"
FIRING = "docs/plans/firing-log.md"
SHOP = "docs/plans/shop-window.md"

TASKS = "specs/001-seed-exchange/tasks.md"
CALENDAR = "docs/plans/2026-02-10-seed-calendar.md"

YOYAKU = "docs/plans/2026-01-15-yoyaku.md"
SHELF = "docs/plans/2026-02-20-tea-shelf.md"

ROADMAP = "docs/roadmap.md"
