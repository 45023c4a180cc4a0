"""What an actual in words says: its statements, what they speak of, what they affirm and deny."""
