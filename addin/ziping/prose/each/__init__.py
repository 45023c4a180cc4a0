"""Claims about what each gets: means, prices times numbers, workings in brackets."""
