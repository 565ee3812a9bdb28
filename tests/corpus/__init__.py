"""Tests on public plans, where these lie beside the project."""
