"""The findings as a workbook of their own: one row a finding, a hyperlink to the cell in the checked file, which is not touched."""

from __future__ import annotations

import io
from pathlib import Path
from urllib.parse import quote

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ziping.checks.run import CheckResult
from ziping.checks.table import ended, summary_line
from ziping.evaluation import Place
from ziping.files import replace_file
from ziping.findings import Finding, Severity
from ziping.marks import CELL, COLUMNS, EDGE, FILLS, HEADING, LEVEL, LINKED, NOTHING, SHEET, TITLE, rows
from ziping.signs import listed, plain

PRINTED = 9  # columns that are printed; the rest is for the screen
OUTCOME_COLUMNS = (("校验项", 44), ("结果", 8), ("核对处数", 10), ("不符", 8), ("未核对", 8), ("未核对的原因", 60))
FONT = {"font_name": "宋体", "font_size": 10.5, "valign": "top", "text_wrap": True, "border": 1, "border_color": EDGE}


def write_workbook(result: CheckResult, path: str | Path) -> None:
    """Write the findings workbook. Everything is written as text: no cell of the checked file can become a formula here."""
    path = Path(path)
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    buffer = io.BytesIO()  # XlsxWriter leaves an open archive behind when a disk is full
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": listed(f"{TITLE}{result.unit or result.file}"), "subject": "绩效自评校验"})
        styles = {severity: book.add_format(FONT | {"bg_color": fill, "align": "center", "bold": True}) for severity, fill in FILLS.items()}
        head = book.add_format(FONT | {"bold": True, "bg_color": HEADING, "align": "center", "valign": "vcenter"})
        text = book.add_format(FONT)
        right = book.add_format(FONT | {"align": "right"})
        link = book.add_format(FONT | {"font_color": LINKED, "underline": 1})
        title = book.add_format({"font_name": "宋体", "font_size": 14, "bold": True})
        note = book.add_format({"font_name": "宋体", "font_size": 10.5})
        _findings(book.add_worksheet(SHEET), result, path, styles, (head, text, right, link, title, note))
        _outcomes(book.add_worksheet("全部校验项"), result, head, text)
    with replace_file(path) as temporary:
        temporary.write_bytes(buffer.getvalue())


def _findings(sheet: Worksheet, result: CheckResult, path: Path, styles: dict[Severity, Format], formats: tuple[Format, ...]) -> None:
    head, text, right, link, title, note = formats
    sheet.write_string(0, 0, listed(f"{TITLE}{result.unit or result.file}"), title)
    sheet.write_string(1, 0, summary_line(result), note)
    for number, column in enumerate(COLUMNS):
        sheet.set_column(number, number, column.width)
        sheet.write_string(2, number, column.heading, head)
    found = rows(result.findings)
    for row, finding in enumerate(found, start=3):
        _finding_row(sheet, row, finding, result, path, styles[finding.severity], (text, right, link))
    if not found:
        sheet.write_string(3, 0, NOTHING, note)
    last = 2 + len(found)
    sheet.freeze_panes(3, 0)
    sheet.autofilter(2, 0, last, len(COLUMNS) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, max(last, 3), PRINTED - 1)
    sheet.repeat_rows(2)
    sheet.set_margins(left=0.4, right=0.4)
    sheet.set_footer("&C第 &P 页，共 &N 页")


def _finding_row(
    sheet: Worksheet, row: int, finding: Finding, result: CheckResult, path: Path, severity: Format, formats: tuple[Format, Format, Format],
) -> None:
    text, right, link = formats
    for number, column in enumerate(COLUMNS):
        style = severity if number == LEVEL else right if column.figure else text
        if number == CELL and finding.place and (target := address(result.file, path, finding.place)):
            sheet.write_url(row, number, target, link, string=finding.place.cell, tip="打开原表的这个单元格")
        else:
            sheet.write_string(row, number, listed(column.text(finding)), style)


def address(file: str, path: Path, place: Place) -> str:
    """An external link to the cell, relative to the findings workbook where both share a folder; "" when the file has no path."""
    if not file:
        return ""
    source = Path(file)
    try:
        source = Path(source.resolve().relative_to(path.resolve().parent))
    except ValueError:
        source = source.resolve()
    sheet = place.sheet.replace("'", "''")
    target = f"external:{source}#'{sheet}'!{place.cell}"
    return target if target == plain(target) and len(quote(target)) < 2000 else ""


def _outcomes(sheet: Worksheet, result: CheckResult, head: Format, text: Format) -> None:
    from ziping.checks import CHECKS  # the catalogue imports this module for its public names

    for column, (heading, width) in enumerate(OUTCOME_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, heading, head)
    for row, outcome in enumerate(result.outcomes, start=1):
        sheet.write_string(row, 0, CHECKS[outcome.code].title, text)
        sheet.write_string(row, 1, ended(outcome)[0], text)
        for column, number in enumerate((outcome.count, outcome.failed, outcome.open), start=2):
            sheet.write_number(row, column, number, text)
        sheet.write_string(row, 5, listed(outcome.reason), text)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
