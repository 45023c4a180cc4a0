"""Turns of phrase put plainly, each in its one wording, before the grammar reads them."""
