"""The first sheet of the result: figures and charts on one page."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import xlsxwriter

from ziping.amounts import WAN_YUAN, Figure, ratio, show_percent
from ziping.rollup.bodies import alike
from ziping.rollup.charts import ROW, add_charts
from ziping.rollup.roster import told
from ziping.rollup.sheet import Look, put
from ziping.rollup.tables import NO_DEPARTMENT, Tables


def write_front(book: xlsxwriter.Workbook, sheet, look: Look, tables: Tables) -> None:  # noqa: ANN001
    """Figures and charts on one page; the charts' own figures stand below them."""
    sheet.hide_gridlines(2)
    for at, width in enumerate((24, 14, 3, 30, 15, 3, 40, 10, 10)):
        sheet.set_column(at, at, width)
    sheet.set_default_row(ROW)
    sheet.set_row(0, 28)
    years = sorted({int(year) for year in tables.bodies["year"] if year is not None})
    shown = f"{years[0]}" + (f"–{years[-1]}" if len(years) > 1 else "") + " 年度" if years else ""
    sheet.write_string(0, 0, f"{shown}绩效自评汇总", look.title)
    years = f"工作簿不是同一年度的，排名和金额按年度分开；以下金额合计只含 {_year(tables.years[0])}{_why(tables)}。" if len(tables.years) > 1 else ""
    nothing = "" if _counted(tables)["budget"].notna().any() else "没有一份工作簿的金额可以计入合计，合计写“—”，原因见“单位一览”的备注。"
    if note := told(tables.roster) + years + nothing:
        sheet.write_string(1, 0, note, look.note)
    words, number = look.cells["text"], look.cells["whole"]
    for row, line in enumerate(_facts(tables), start=2):
        for at, pair in zip((0, 3, 6), line, strict=False):
            if pair is not None:
                put(sheet, row, at, pair[0], words)
                value = pair[1]
                put(sheet, row, at + 1, value, number if isinstance(value, int) else look.cells["money"])
    add_charts(book, sheet, look, tables)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 1)


def _counted(tables: Tables) -> pd.DataFrame:
    """The departments whose amounts are added up on the first sheet: those of the year of most workbooks."""
    frame = tables.departments
    return frame[frame["year"] == tables.years[0]] if len(tables.years) > 1 else frame


def _facts(tables: Tables) -> list[list[tuple[str, object] | None]]:
    bodies, several = tables.bodies, len(tables.years) > 1
    frame = _counted(tables)
    within = f"{_year(tables.years[0])}，" if several else ""
    budget, executed = (sum(values, Decimal(0)) if (values := [value for value in frame[name] if value is not None]) else None for name in ("budget", "executed"))
    rate = ratio(Figure(executed, WAN_YUAN), Figure(budget, WAN_YUAN)) if budget else None
    budget, executed = ("—" if value is None else value for value in (budget, executed))  # nothing is no nought
    tried = sum(tried for _, _, tried in tables.unreadable)
    repeated = int((bodies["repeat"] != "").sum())
    named = bodies["department"][bodies["department"] != NO_DEPARTMENT]
    unnamed = f"，{len(bodies) - len(named)} 份未填写" if len(named) < len(bodies) else ""
    first = [("工作簿（份）", len(bodies) + tried), ("其中：已读取", len(bodies)), ("不能读取", tried), ("其他文件（未读）", len(tables.unreadable) - tried),
             ("内容重复（不计入合计）", repeated)]  # fmt: skip
    second = [("单位（个）", bodies["unit"].map(alike).nunique()), (f"主管部门（个{unnamed}）", named.map(alike).nunique()), (f"预算数合计（{within}万元）", budget), (f"执行数合计（{within}万元）", executed),
              (f"执行率{f'（{_year(tables.years[0])}）' if several else ''}", show_percent(rate.value) if rate is not None else "—")]  # fmt: skip
    single = bodies[bodies["repeat"] == ""]
    third = [("错误（处）", int(single["errors"].sum())), ("警告（处）", int(single["warnings"].sum())), ("有错误的工作簿", int((single["errors"] > 0).sum())),
             ("金额未计入合计的工作簿", int(sum(tables.departments["without"]))), ("异常情况（条）", len(tables.outliers))]  # fmt: skip
    return [list(line) for line in zip(first, second, third, strict=True)]


def _why(tables: Tables) -> str:
    """Why the amounts of that year are on the first sheet and not those of another one."""
    years = tables.bodies["year"][tables.bodies["repeat"] == ""]
    counts = {year: sum(years.isna() if year is None else years == year) for year in tables.years}
    chosen, *others = tables.years
    as_many = "、".join(_year(year) for year in others if year is not None and counts[year] == counts[chosen])
    return f"（{counts[chosen]} 份，" + (f"与{as_many}一样多，取较近的年度）" if as_many else "写明年度的工作簿中最多）")


def _year(year: int | None) -> str:
    return f"{year} 年" if year is not None else "未写明年度的"
