"""When work will be done, and how far to trust that. Only forecasts import numpy."""
