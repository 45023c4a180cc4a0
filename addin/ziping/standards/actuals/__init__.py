"""A rule held against an actual that is more than a number: words, counts in words, several figures, dates."""
