"""Revisions of a plan, as events and as progress over time; pure, what git said is handed in."""
