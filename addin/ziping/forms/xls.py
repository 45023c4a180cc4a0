"""Old .xls files by xlrd: values, merges, number formats, error cells, hidden rows. Formulas are not read, only their results.

python-calamine reads such files too, but without number formats: `100%` would become a 1. It stands in for a file that xlrd cannot take.
"""

from __future__ import annotations

import datetime
import io

import xlrd

from ziping.forms.formats import GENERAL, format_of
from ziping.forms.grid import Details, Raw, Sheet
from ziping.forms.xls_results import texts_lost

__all__ = ["Odd", "sheets", "texts_lost"]


class Odd(Exception):
    """A file that xlrd cannot take."""


def sheets(content: bytes) -> list[Sheet]:
    """The worksheets of a file in their order; `Odd` when xlrd cannot read it."""
    try:
        book = xlrd.open_workbook(file_contents=content, formatting_info=True, logfile=io.StringIO())
        return [_sheet(book, page) for page in book.sheets()]
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - xlrd raises whatever its parsing of an odd file runs into
        raise Odd(str(error)) from error


def _sheet(book: xlrd.Book, page: xlrd.sheet.Sheet) -> Sheet:
    formats, errors = {}, {}
    rows: list[list[Raw]] = []
    for number in range(page.nrows):
        row: list[Raw] = []
        for column, (kind, value) in enumerate(zip(page.row_types(number), page.row_values(number), strict=True)):
            if kind == xlrd.XL_CELL_TEXT:
                row.append(value)
            elif kind in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
                row.append(_number(book, kind, value))
                how = format_of(book.format_map[book.xf_list[page.cell_xf_index(number, column)].format_key].format_str)
                if how is not GENERAL:
                    formats[number, column] = how
            elif kind == xlrd.XL_CELL_BOOLEAN:
                row.append(bool(value))
            else:
                row.append("")
                if kind == xlrd.XL_CELL_ERROR:
                    errors[number, column] = xlrd.error_text_from_code.get(value, "#VALUE!")
        rows.append(row)
    merges = [(top, left, bottom - 1, right - 1) for top, bottom, left, right in page.merged_cells]
    hidden = frozenset(row for row, look in page.rowinfo_map.items() if look.hidden)
    return Sheet(page.name, rows, merges, hidden=bool(page.visibility), details=Details({}, errors, formats, hidden))


def _number(book: xlrd.Book, kind: int, value: float) -> Raw:
    if kind == xlrd.XL_CELL_NUMBER:
        return value
    try:
        moment = xlrd.xldate_as_datetime(value, book.datemode)
    except (ValueError, OverflowError):
        return value
    return moment if moment.time() != datetime.time() else moment.date()
