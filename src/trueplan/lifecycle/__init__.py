"""The states of plans and phases, the moves between them, and what each move asks for."""
