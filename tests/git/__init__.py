"""Tests of `trueplan.git`."""
