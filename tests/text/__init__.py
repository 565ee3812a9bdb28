"""Tests of `trueplan.text`."""
