"""Claims about one quantity told twice."""
