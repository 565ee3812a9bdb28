"""Tests of `trueplan.workspace`."""
