"""Claims about what has changed or is left: growth, bases, balances, savings, the money carried over a year."""
