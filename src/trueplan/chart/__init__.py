"""Pictures from plain values, as SVG and as lines for a terminal. Knows nothing of plans."""
