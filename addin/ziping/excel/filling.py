"""Values into the blank cells they belong to, after the officer has seen them: 带入上年数据 and 导入决算."""

from __future__ import annotations

import xlwings as xw

from ziping import workbooks
from ziping.amounts import typed_number
from ziping.excel.asking import asking
from ziping.surface import listed


def fill(book: xw.Book, done: workbooks.CarryOver) -> str:
    """Writes values into the blank cells they belong to, after the officer has seen them; a cell with a formula is left to it."""
    placed = [item for item in done.carried if item.target is not None]
    other = [item for item in done.kept if not item.same]
    more = listed(
        [f"{item.target}  {item.what}：表中 {item.old}，来源 {item.text}" for item in other] + done.notes,
        f"另有 {len(other)} 处已填有不同的内容，保持不动。" if other else "",
    )
    if not placed:
        return f"没有可以带入的数据。{more}".strip()
    asking(book).agree(listed([f"{item.target}  {item.what}：{item.text}" for item in placed], f"将写入 {len(placed)} 处空白单元格，是否继续？"))
    sheets = {sheet.name: sheet for sheet in book.sheets}
    written = 0
    for item in placed:
        cell = sheets[item.target.sheet].range(item.target.cell)
        if str(cell.formula or "") == "":
            cell.value = _typed(item.text)
            written += 1
    return f"已写入 {written} 处。{more}".strip()


def _typed(text: str) -> float | str:
    """A text as it is typed into a cell: a number as a number, anything else as the text it is."""
    number = typed_number(text)
    if number is not None:
        return float(number)
    return f"'{text}" if text[:1].isdigit() or text[:1] in ("=", "+", "-", "@") else text  # or Excel makes a formula, a date or a number of it
