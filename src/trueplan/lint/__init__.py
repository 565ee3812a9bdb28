"""Findings: the engine, the rules, what silences them. One rule a file."""
