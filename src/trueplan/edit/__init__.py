"""Intents become edits: one file per intent, spans in, edits out."""
