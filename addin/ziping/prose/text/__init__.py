"""A text as sentences, figures and headings: what each figure is called, and what a sentence says of it."""
