"""How two changed versions of a plan become one; the parts of `trueplan.edit.merge`."""
