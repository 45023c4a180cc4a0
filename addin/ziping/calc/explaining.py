"""解释得分: what stands behind the PERF formula of the selected cell."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.amounts import show
from ziping.calc.bindings import calls
from ziping.calc.cells import argument, compute, number
from ziping.refusal import Refusal
from ziping.standards import NotScorable
from ziping.surface import function

_REFERENCE = re.compile(r"(?:\$?(?:'(?:[^']|'')+'|[^\W\d][\w]*)\.)?\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?")
_TEXT = re.compile(r'"(?:[^"]|"")*"')
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


class Unread(Exception):
    """An argument that is a calculation of its own."""


def explain(document: object, cell: object) -> str:
    """One sentence or more on the first PERF formula of the cell. `Unread` when an argument has to be computed by Calc itself."""
    found = calls(cell.Formula)
    if not found:
        raise Refusal(f"{place(cell)} 里没有 PERF 公式，请选中一个由公式计算的得分单元格，再点“解释得分”。")
    sheet = cell.getSpreadsheet()
    name, written = found[0]
    given = [_read(document, sheet, text) for text in written]
    return told(cell, name, given)


def told(cell: object, name: str, given: list[object]) -> str:
    """The sentence for a function with its arguments as Calc hands them over."""
    described = function(name)
    filled = [*given, *[None] * (len(described.arguments) - len(given))]
    head = f"{place(cell)} {described.label}"
    if name == "PERF_SCORE":
        reason = compute("PERF_EXPLAIN", *filled)
        return f"{head}：{reason}" if reason else f"{head}：分值、指标值或完成值还没有填写，所以没有得分。"
    arguments = "，".join(f"{each.label} {_shown(value)}" for each, value in zip(described.arguments, given, strict=False))
    shown = cell.String if cell.getError() == 0 else _refused(name, given)
    return "\n".join([f"{head}：{described.help}。", *([f"{arguments}。"] if arguments else []), f"结果：{shown or '空白'}"])


def _refused(name: str, given: list[object]) -> str:
    """That a cell shows an error, and why where the function itself refuses these arguments."""
    try:
        if given:
            compute(name, *given)
    except NotScorable as reason:
        return f"不能计算，{reason}"
    return "不能计算"


def place(cell: object) -> str:
    """整体自评表!G13."""
    sheet, _, name = cell.AbsoluteName.rpartition(".")
    return f"{sheet.strip('$').strip(chr(39))}!{name.replace('$', '')}"


def value(cell: object) -> object:
    """A cell as Calc hands it to a function: text for one cell, so that blank and zero differ."""
    if cell.getError():
        raise Refusal(f"{place(cell)} 是错误值，请先改正它。")
    content = cell.Type.value
    if content == "EMPTY":
        return ""
    if content == "VALUE" or (content == "FORMULA" and cell.FormulaResultType2 == 1):
        return format(number(cell.Value), "f")
    return cell.String


def _read(document: object, sheet: object, text: str) -> object:
    if not text:
        return None
    if _TEXT.fullmatch(text):
        return text[1:-1].replace('""', '"')
    if _NUMBER.fullmatch(text):
        return text
    if not _REFERENCE.fullmatch(text):
        raise Unread(text)
    name, _, area = text.rpartition(".")
    if name:
        name = name.lstrip("$")
        name = name[1:-1].replace("''", "'") if name.startswith("'") else name
        if not document.Sheets.hasByName(name):
            raise Unread(text)
        sheet = document.Sheets.getByName(name)
    found = sheet.getCellRangeByName(area)
    if ":" in area:
        return found.getDataArray()
    return value(found)


def _shown(given: object) -> str:
    if isinstance(given, tuple):
        return f"{sum(len(row) for row in given)} 个单元格"
    found = argument(given)
    return "空白" if found is None else show(found) if isinstance(found, Decimal) else f"“{found}”"
