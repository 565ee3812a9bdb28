"""Tests of `trueplan.reader`."""
