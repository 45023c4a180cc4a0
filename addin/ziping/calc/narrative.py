"""核对文字 without a report: the texts of 报告素材, paragraph by paragraph, as `ziping.forms` reads them."""

from __future__ import annotations

from collections.abc import Iterator

from ziping.prose import Verdict, check_prose
from ziping.refusal import Refusal
from ziping.surface import listed

_HEADING, _LEVEL = "正文", "一级标题"
_FIGURES = "可引用的数据"  # heads the list below the texts
_LOWEST_HEAD = 40  # row


def verdict(document: object) -> str:
    """How many texts were read, what holds, and each claim that fails with its cell."""
    texts = [found for sheet in document.Sheets for found in _texts(sheet)]
    if not texts:
        raise Refusal("工作簿里没有填写报告素材，没有可核对的文字，请先填写“报告素材”表，或核对导出的报告。")
    holding, failing = 0, []
    for cell, text in texts:
        claims = check_prose(text).claims
        holding += sum(claim.verdict is Verdict.HOLDS for claim in claims)
        failing += [f"{cell}：{claim.explanation}" for claim in claims if claim.verdict is Verdict.FAILS]
    return listed(failing, f"核对了报告素材 {len(texts)} 段：相符 {holding} 处，不符 {len(failing)} 处。")


def _texts(sheet: object) -> Iterator[tuple[str, str]]:
    """Cell and text of what is written below 正文; nothing where a sheet has no such column."""
    used = sheet.createCursor()
    used.gotoEndOfUsedArea(False)
    rows = sheet.getCellRangeByPosition(0, 0, used.RangeAddress.EndColumn, used.RangeAddress.EndRow).getDataArray()
    head = next((number for number, row in enumerate(rows[:_LOWEST_HEAD]) if _HEADING in row and _LEVEL in row), None)
    if head is None:
        return
    column, level = rows[head].index(_HEADING), rows[head].index(_LEVEL)
    for number, row in enumerate(rows[head + 1 :], head + 1):
        if row[level] == _FIGURES:
            return
        if row[column] != "":
            cell = sheet.getCellByPosition(column, number)
            yield cell.AbsoluteName.rpartition(".")[2].replace("$", ""), cell.String
