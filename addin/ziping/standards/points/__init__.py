"""A rule bound to an indicator's points, and what a number earns under it."""
