"""Tests of `trueplan.markdown`."""
