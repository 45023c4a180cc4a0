"""A claim and its verdict: what it binds, what a slip of the pen would explain, and when nobody can be held to it."""
