"""Backtests of the forecasts, and the page about them."""
