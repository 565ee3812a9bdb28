"""Lives of plans, in small cases worked by hand."""
