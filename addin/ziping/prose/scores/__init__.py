"""Claims about points: scores and their totals, dimensions, grades."""
