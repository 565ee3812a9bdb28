"""Tests of the rules and their engine."""
