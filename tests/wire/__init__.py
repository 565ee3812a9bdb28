"""Tests of the JSON, SARIF, JUnit and GitHub forms."""
