"""Tests of the command line: whole outputs, exit codes."""
