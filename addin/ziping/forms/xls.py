"""What python-calamine leaves out of .xls: number formats, error cells, hidden rows, by xlrd. Formulas of .xls are not read, only their results.

A file that xlrd cannot take (some old writers) is read without them: values and merges are there all the same.
"""

from __future__ import annotations

import io

from ziping.forms.grid import Details, format_of


class Looks:
    """The looks of an .xls file's cells, read when first asked."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._book = None
        self._tried = False

    def details(self, sheet: str) -> Details:
        book = self._open()
        if book is None or sheet not in book.sheet_names():
            return Details()
        import xlrd

        page = book.sheet_by_name(sheet)
        formats, errors = {}, {}
        for row in range(page.nrows):
            for column, kind in enumerate(page.row_types(row)):
                if kind in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
                    style = book.xf_list[page.cell_xf_index(row, column)]
                    how = format_of(book.format_map[style.format_key].format_str)
                    if how.decimals is not None or how.date:
                        formats[row, column] = how
                elif kind == xlrd.XL_CELL_ERROR:
                    errors[row, column] = xlrd.error_text_from_code.get(page.cell_value(row, column), "#VALUE!")
        hidden = frozenset(row for row, look in page.rowinfo_map.items() if look.hidden)
        return Details({}, errors, formats, hidden)

    def _open(self):  # noqa: ANN202 - xlrd.Book
        if not self._tried:
            self._tried = True
            import xlrd

            try:
                self._book = xlrd.open_workbook(file_contents=self._content, formatting_info=True, logfile=io.StringIO())
            except Exception:  # noqa: BLE001 - xlrd raises whatever its parsing of an odd file runs into
                self._book = None
        return self._book
