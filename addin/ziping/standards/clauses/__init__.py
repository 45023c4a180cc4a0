"""The grammar: tokens of a standard as clauses of a guard and an effect, and what a rule is made of."""
