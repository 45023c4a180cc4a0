"""Claims about wholes and their parts: sums, counts, items below their total."""
