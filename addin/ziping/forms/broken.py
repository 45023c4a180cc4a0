"""Headings that show an error value: nobody can read what they head, so the cells below them are not read either."""

from __future__ import annotations

from collections.abc import Iterator

from ziping.evaluation import Datum
from ziping.forms.grid import datum
from ziping.forms.layout import Layout


def broken(layout: Layout) -> Iterator[Datum]:
    """The cells with an error value in rows of words alone, where titles, captions and headings stand; a row with a figure is one of data."""
    for row, column in layout.grid.details.errors:
        if not layout.figures(row):
            yield datum(layout.grid, row, column)
