"""The errata list (勘误表): everything of a report that does not hold, as a Word table."""

from __future__ import annotations

import re
from copy import deepcopy
from pathlib import Path

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from ziping.files import replace_file
from ziping.prose import ProseResult, Verdict
from ziping.signs import listed

__all__ = ["write_errata"]

_HEADINGS = ("序号", "原文", "问题", "文中数", "复算数")
_WIDTHS = (1.3, 9.5, 8.5, 2.6, 2.8)  # centimetres


def write_errata(result: ProseResult, out: str | Path, title: str = "报告数据勘误表") -> int:
    """A Word table of everything that does not hold: quote, what is wrong, the figure as stated and as recomputed.

    Returns the number of rows. An existing file is replaced; whoever calls asks first.
    """
    failing = [claim for claim in result.claims if claim.verdict is Verdict.FAILS]
    rows = [(_short(claim.quote), claim.explanation, claim.stated, claim.recomputed) for claim in failing]
    rows += [(_short(finding.quote), finding.message + finding.hint, finding.shown_actual, finding.shown_expected) for finding in result.findings]
    judged = sum(claim.verdict is not Verdict.UNSURE for claim in result.claims)
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2.5)
    _font(document.styles["Normal"], "仿宋", 10.5)
    heading = document.add_paragraph()
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = heading.add_run(title)
    run.bold, run.font.size = True, Pt(18)
    document.add_paragraph(f"共核对数据关系{judged}处，其中不符{len(failing)}处；其他提示{len(result.findings)}条。复算数按文中其他数据计算得出，供核对时参考。")
    if rows:
        table = document.add_table(rows=1, cols=len(_HEADINGS), style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, _WIDTHS, strict=True):
            column.width = Cm(width)
        _fill(table.rows[0], _HEADINGS, bold=True)
        _repeat(table.rows[0])
        pattern = table.add_row()
        _fill(pattern, _HEADINGS)
        for number, row in enumerate(rows, 1):
            table._tbl.append(_like(pattern, (str(number), *row)))
        table._tbl.remove(pattern._tr)
    with replace_file(out) as temporary:
        document.save(str(temporary))
    return len(rows)


def _font(style, name: str, size: float) -> None:  # noqa: ANN001
    style.font.name, style.font.size = name, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in ("w:eastAsia", "w:ascii", "w:hAnsi"):
        fonts.set(qn(attribute), name)
    for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(attribute), None)


def _fill(row, values: tuple[str, ...], bold: bool = False) -> None:  # noqa: ANN001
    for cell, value, width in zip(row.cells, values, _WIDTHS, strict=True):
        cell.width = Cm(width)
        cell.paragraphs[0].add_run(listed(value)).bold = bold


def _like(pattern, values: tuple[str, ...]):  # noqa: ANN001, ANN202
    """A row of the pattern's form: copied whole, which costs a fraction of making its cells one by one."""
    copied = deepcopy(pattern._tr)
    for text, value in zip(copied.iter(qn("w:t")), values, strict=True):
        text.text = listed(value)
    return copied


def _repeat(row) -> None:  # noqa: ANN001
    """The heading row comes again on every page."""
    row._tr.get_or_add_trPr().append(row._tr.makeelement(qn("w:tblHeader"), {}))


def _short(quote: str, most: int = 120) -> str:
    quote = re.sub(r"\s+", " ", quote)
    return quote if len(quote) <= most else quote[: most // 2] + "……" + quote[-most // 2 :]
