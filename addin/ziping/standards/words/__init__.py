"""The words of scoring tables: one spelling, one word for what is said in many, and the tokens that they make."""
