"""What a plan, an ADR, a journal, a backlog and an index *are*: frozen values with spans."""
