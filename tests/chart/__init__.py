"""Tests of `trueplan.chart`."""
