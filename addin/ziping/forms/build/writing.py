"""Pages to an .xlsx file by XlsxWriter: formulas with their values, formats, drop-downs, print set-up. The same evaluation gives the same bytes."""

from __future__ import annotations

import datetime
import io
from decimal import Decimal
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from ziping.evaluation import Evaluation
from ziping.files import replace_file
from ziping.forms.build.canvas import Book, Cell, Page, Style
from ziping.forms.build.measure import heights, one_page
from ziping.forms.formula_syntax import address, column_letters
from ziping.forms.formulas import ErrorValue, Value
from ziping.refusal import Refusal
from ziping.signs import LONGEST, plain

CREATED = datetime.datetime(2020, 1, 1)
CALCULATED_BY = 191029  # Excel 2019 and later; a file computed by an older Excel is computed anew on opening
MARK = "样例"
LIMIT = 10**15  # a float keeps fifteen digits
_ALIGN = {"left": "left", "center": "center", "right": "right"}


class _Sheet(Worksheet):
    """XlsxWriter leaves the type of an empty result away, which reads as "never computed"; here it is the empty text that it is.

    Nothing else will do as a blank: `=""` must hold for it when Excel computes only the cells that depend on a change.
    """

    def _xml_formula_element(self, formula, result, attributes=()) -> None:
        super()._xml_formula_element(formula, result, [*attributes, ("t", "str")] if result == "" else attributes)


def write(book: Book, values: dict[tuple[str, int, int], Value], shown: dict[str, dict[tuple[int, int], str]], evaluation: Evaluation, path: Path) -> None:
    """Write the file beside its place and move it there, so that a file is never half written."""
    buffer = io.BytesIO()  # XlsxWriter leaves an open archive behind when a disk is full
    _write(book, values, shown, evaluation, buffer)
    with replace_file(path) as temporary:
        temporary.write_bytes(buffer.getvalue())


def _write(book: Book, values: dict, shown: dict, evaluation: Evaluation, buffer: io.BytesIO) -> None:
    workbook = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False})
    workbook.set_calc_mode("auto", CALCULATED_BY)
    workbook.calc_on_load = False  # cached values stand until somebody changes a cell: right without the add-in too
    title = f"{evaluation.unit}{evaluation.year or ''}年度绩效自评" if evaluation.unit else "绩效自评"
    workbook.set_properties({
        "title": plain(title), "subject": "预算绩效自评", "category": MARK if evaluation.sample else "绩效自评", "keywords": MARK if evaluation.sample else "",
        "comments": f"{MARK}：数据取自已公开的自评材料" if evaluation.sample else "", "created": CREATED, "author": "",
    })  # fmt: skip
    if evaluation.scheme:
        workbook.set_custom_property("评价方案", evaluation.scheme)
    if evaluation.sample:
        workbook.set_custom_property(MARK, True)
    formats: dict[Style, xlsxwriter.format.Format] = {}
    for page in book.pages:
        _page(workbook, formats, page, values, shown[page.name], evaluation)
    first = next((i for i, page in enumerate(book.pages) if page.name not in ("封面", "使用说明")), 0)
    workbook.worksheets()[first].activate()
    workbook.close()


def _format(workbook: xlsxwriter.Workbook, formats: dict, style: Style):
    if style not in formats:
        made = {
            "font_name": style.font, "font_size": style.size, "font_charset": 134, "bold": style.bold, "align": _ALIGN[style.align],
            "valign": style.valign, "text_wrap": True, "locked": style.locked,
        }  # fmt: skip
        if style.border:
            made |= {"border": 1, "border_color": "#595959"}
        if style.hatched:
            made |= {"pattern": 14, "fg_color": "#BFBFBF", "bg_color": "#FFFFFF"}
        elif style.fill:
            made |= {"bg_color": f"#{style.fill}", "pattern": 1}
        if style.number:
            made["num_format"] = style.number
        if style.indent:
            made["indent"] = style.indent
        if style.color:
            made["font_color"] = f"#{style.color}"
        if style.quoted:
            made["quote_prefix"] = True
        formats[style] = workbook.add_format(made)
    return formats[style]


def _page(workbook: xlsxwriter.Workbook, formats: dict, page: Page, values: dict, shown: dict, evaluation: Evaluation) -> None:
    sheet = workbook.add_worksheet(page.name, worksheet_class=_Sheet)
    for column, width in enumerate(page.widths):
        sheet.set_column(column, column, width)
    rows = heights(page, shown)
    for row, height in rows.items():
        sheet.set_row(row, round(height, 1))
    texts = []
    alarmed = workbook.add_format({"bg_color": "#F8CBAD"})
    for (row, column), cell in sorted(page.cells.items()):
        style = _format(workbook, formats, cell.style)
        if cell.rows > 1 or cell.columns > 1:
            sheet.merge_range(row, column, row + cell.rows - 1, column + cell.columns - 1, "", style)
        _content(sheet, cell, values.get((page.name, row, column)), style)
        if cell.alarm:
            sheet.conditional_format(row, column, row, column, {"type": "formula", "criteria": f"={cell.alarm}", "format": alarmed})
        if cell.style.number == "@":
            texts.append((row, column))
    if texts:
        top, left = min(r for r, _ in texts), min(c for _, c in texts)
        bottom, right = max(r for r, _ in texts), max(c for _, c in texts)
        sheet.ignore_errors({"number_stored_as_text": f"{xlsxwriter.utility.xl_rowcol_to_cell(top, left)}:{xlsxwriter.utility.xl_rowcol_to_cell(bottom, right)}"})
    _validate(sheet, page)
    _print(sheet, page, evaluation, one_page(page, rows))


def _validate(sheet, page: Page) -> None:
    """Drop-downs and number cells; cells with the same rule share one."""
    rules: dict[tuple, list[tuple[int, int]]] = {}
    for at, cell in sorted(page.cells.items()):
        if cell.choices or cell.hint or cell.most or (cell.numeric and not cell.style.locked):
            own = (at,) if cell.most else ()
            rules.setdefault((cell.choices, cell.hint, cell.numeric, cell.most, own), []).append(at)
    for (choices, hint, numeric, most, _), places in rules.items():
        rule: dict = {"validate": "any"}
        if choices:
            rule = {"validate": "list", "source": list(choices), "error_title": "请从列表中选择", "error_message": f"可填：{'、'.join(choices)}"}
            rule["error_type"] = "warning"
        elif most:
            limit = f"=${column_letters(most[1])}${most[0] + 1}"
            rule = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": limit, "error_type": "warning"}
            rule |= {"error_title": "得分", "error_message": "得分应在 0 和分值之间。"}
        elif numeric:
            rule = {"validate": "decimal", "criteria": "between", "minimum": -LIMIT, "maximum": LIMIT, "error_title": "请填数字", "error_message": numeric}
        if hint:
            rule |= {"input_title": hint[0], "input_message": hint[1]}
        (row, column), *others = places
        if others:
            rule["other_cells"] = [[r, c, r, c] for r, c in others]
        sheet.data_validation(row, column, row, column, rule)


def _content(sheet, cell: Cell, value: Value, style) -> None:
    row, column = cell.row, cell.column
    if cell.formula is not None:
        sheet.write_formula(row, column, cell.formula, style, _cached(value))
    elif isinstance(cell.value, Decimal):
        sheet.write_number(row, column, float(cell.value), style)
    elif cell.value:
        if len(cell.value) > LONGEST:
            where = f"“{sheet.get_name()}”表 {address(row, column)}"
            raise Refusal(f"{where} 的文字有 {len(cell.value)} 字，超过一个单元格 {LONGEST} 字的上限，请拆成几段。")
        sheet.write_string(row, column, plain(cell.value), style)  # never a formula, whatever it begins with
    else:
        sheet.write_blank(row, column, None, style)


def _cached(value: Value) -> str | float | bool:
    if isinstance(value, ErrorValue):
        return value.code
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() and abs(value) < 10**15 else float(value)
    return plain(value) if isinstance(value, str) else "" if value is None else value


def _print(sheet, page: Page, evaluation: Evaluation, single: bool) -> None:
    rows, columns = page.size
    sheet.set_paper(9)
    if page.landscape:
        sheet.set_landscape()
    sheet.set_margins(left=0.59, right=0.59, **({"top": 0.5, "bottom": 0.55} if page.landscape else {"top": 0.79, "bottom": 0.71}))
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 1 if single else 0)
    sheet.print_area(0, 0, (page.printed_rows or rows) - 1, (page.printed or columns) - 1)
    if page.repeat:
        sheet.repeat_rows(*page.repeat)
    if page.breaks:
        sheet.set_h_pagebreaks(page.breaks)
    sheet.print_black_and_white()
    sheet.set_header(f"&R&\"宋体,常规\"&9{MARK}" if evaluation.sample else "")
    sheet.set_footer('&C&"宋体,常规"&9第 &P 页 共 &N 页')
    sheet.hide_gridlines(2)
    sheet.set_zoom(page.zoom)
    if page.freeze:
        sheet.freeze_panes(*page.freeze)
    if page.tab:
        sheet.set_tab_color(f"#{page.tab}")
