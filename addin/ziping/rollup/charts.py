"""The charts of the first sheet, native and fed from cells, so that they can be copied into any other document."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from ziping.amounts import show_percent
from ziping.rollup.columns import BODIES, place
from ziping.rollup.sheet import Column, Look, put_row
from ziping.rollup.tables import Tables

MOST_CHECKS = 12  # bars of one chart
MOST_POINTS = 32_000  # of one series, which is all that older programs draw
FARTHEST = Decimal(2)  # the highest execution rate on the axis: one sheet in another unit must not press all others into a line
CROWD = 2000  # points that are drawn small
STEP = 10  # up to here an axis counts one by one
ROW = 15  # points of a row's height: 20 pixels
WIDE, HALF, GAP = 1088, 534, 20  # pixels: as wide as the figures below
SCORES, TALL = 340, 400
FIRST = 8  # the row under which the charts begin
SECOND = FIRST + SCORES // 20 + 1
DATA = SECOND + TALL // 20 + 3  # the row from which the charts' figures stand
TEXT = {"name": "宋体", "size": 9}
TITLE = {"name": "宋体", "size": 12, "bold": True}
GRID = {"visible": True, "line": {"color": "#E0E0E0", "width": 0.75}}
BLUE, ORANGE, AMBER = "#4472C4", "#C55A11", "#FFC000"
SERIES = [("error", 7, "错误", ORANGE), ("warning", 8, "警告", AMBER)]  # what is counted, in which column, its name and colour
PLACED = {"object_position": 3}
NUMBER = Column("", 0, "whole")
WORDS = Column("", 0, "text")


def add_charts(book: xlsxwriter.Workbook, sheet: Worksheet, look: Look, tables: Tables) -> None:
    """Score distribution, execution rate against score, findings by check. Rows of the figures are written in their order."""
    bands, grades = list(tables.bands.itertuples(index=False)), list(tables.grades.itertuples(index=False))
    checks = [line for line in tables.checks.itertuples(index=False) if line.error or line.warning][:MOST_CHECKS]
    shown = [series for series in SERIES if any(getattr(line, series[0]) for line in checks)]
    sheet.write_string(DATA - 2, 0, "图表数据", look.note)
    for at, heading in ((0, "自评总分"), (1, "工作簿数"), (3, "等级（按总分）"), (4, "工作簿数"), (6, "校验项"), (7, "错误"), (8, "警告")):
        sheet.write_string(DATA - 1, at, heading, look.head)
    for n in range(max(len(bands), len(grades), len(checks))):
        row = DATA + n
        if n < len(bands):
            put_row(sheet, look, row, (WORDS, NUMBER), (bands[n].band, bands[n].books))
        if n < len(grades):
            put_row(sheet, look, row, (WORDS, NUMBER), (grades[n].grade, grades[n].books), first=3)
        if n < len(checks):
            put_row(sheet, look, row, (WORDS, NUMBER, NUMBER), (checks[n].title, checks[n].error, checks[n].warning), first=6)
    sheet.insert_chart(FIRST, 0, _bars(book, len(bands), max(line.books for line in bands)), PLACED)
    points = [(rate, score) for score, rate in zip(tables.bodies["stated"], tables.bodies["rate"], strict=True) if score is not None and rate is not None]
    if points:
        sheet.insert_chart(FIRST, 0, _scatter(book, len(tables.bodies) + 2, points), PLACED | {"x_offset": HALF + GAP})
    if checks:
        sheet.insert_chart(SECOND, 0, _findings(book, shown, len(checks), max(line.error + line.warning for line in checks)), PLACED)


def _finish(chart, title: str, x: str, y: str, width: int, height: int = SCORES) -> None:  # noqa: ANN001 - xlsxwriter.chart.Chart
    chart.set_title({"name": title, "name_font": TITLE, "overlay": False})
    chart.set_x_axis({"name": x, "name_font": TEXT, "num_font": TEXT})
    chart.set_y_axis({"name": y, "name_font": TEXT, "num_font": TEXT, "major_gridlines": GRID, "line": {"none": True}})
    chart.set_size({"width": width, "height": height})
    chart.set_chartarea({"border": {"color": "#BFBFBF"}})


def _bars(book: xlsxwriter.Workbook, count: int, most: int):  # noqa: ANN202
    chart = book.add_chart({"type": "column"})
    chart.add_series({
        "name": "工作簿数", "categories": ["汇总", DATA, 0, DATA + count - 1, 0], "values": ["汇总", DATA, 1, DATA + count - 1, 1],
        "fill": {"color": BLUE}, "gap": 60, "data_labels": {"value": True, "font": TEXT},
    })  # fmt: skip
    _finish(chart, "自评总分分布", "自评总分（分）", "工作簿数", HALF)
    chart.set_y_axis({"name": "工作簿数", "name_font": TEXT, "num_font": TEXT, "major_gridlines": GRID, "line": {"none": True}, "num_format": "0"}
                     | ({"major_unit": 1} if most <= STEP else {}))
    chart.set_legend({"none": True})
    return chart


def rates_shown(rates: list[Decimal]) -> tuple[Decimal, Decimal, int]:
    """From where to where the axis of the execution rates reads, in whole tenths about 100%, and how many rates lie beyond it."""
    low = min(Decimal("0.8"), max(Decimal(0), (min(rates) * 10).to_integral_value(ROUND_FLOOR) / 10))
    high = max(Decimal("1.1"), min(FARTHEST, (max(rates) * 10).to_integral_value(ROUND_CEILING) / 10))
    return low, high, sum(not low <= rate <= high for rate in rates)


def _scatter(book: xlsxwriter.Workbook, last: int, drawn: list[tuple[Decimal, Decimal]]):  # noqa: ANN202
    scores, executed = [score for _, score in drawn], [rate for rate, _ in drawn]
    rates, points = place(BODIES, "执行率"), place(BODIES, "自评总分")
    chart = book.add_chart({"type": "scatter"})
    size = 5 if len(scores) <= CROWD else 3
    for first in range(3, last + 1, MOST_POINTS):
        end = min(first + MOST_POINTS - 1, last)
        chart.add_series({
            "name": "工作簿", "categories": ["单位一览", first, rates, end, rates], "values": ["单位一览", first, points, end, points],
            "marker": {"type": "circle", "size": size, "fill": {"color": ORANGE, "transparency": 40}, "border": {"none": True}},
        })  # fmt: skip
    _finish(chart, "执行率与自评总分", "预算执行率", "自评总分（分）", HALF)
    lowest = max(0, int(min(scores)) // 10 * 10 - 10)
    chart.set_y_axis({"name": "自评总分（分）", "name_font": TEXT, "num_font": TEXT, "num_format": "0", "major_gridlines": GRID, "min": lowest}
                     | ({"max": 100} if max(scores) <= 100 else {}))
    least, most, beyond = rates_shown(executed)
    name = "预算执行率" + (f"（另有 {beyond} 份在 {show_percent(least, 0)}–{show_percent(most, 0)} 之外，没有画出）" if beyond else "")
    chart.set_x_axis({"name": name, "name_font": TEXT, "num_font": TEXT, "num_format": "0%", "major_gridlines": GRID, "min": float(least), "max": float(most),
                      "major_unit": 0.1 if most - least <= 1 else 0.2})
    chart.set_legend({"none": True})
    chart.show_blanks_as("gap")
    return chart


def _findings(book: xlsxwriter.Workbook, shown: list[tuple[str, int, str, str]], count: int, most: int):  # noqa: ANN202
    chart = book.add_chart({"type": "bar", "subtype": "stacked"})
    for _, column, name, colour in shown:
        chart.add_series({
            "name": name, "categories": ["汇总", DATA, 6, DATA + count - 1, 6], "values": ["汇总", DATA, column, DATA + count - 1, column],
            "fill": {"color": colour}, "gap": 40,
        })  # fmt: skip
    what = "错误" if shown == SERIES[:1] else "问题"
    more = "" if count < MOST_CHECKS else f"（前 {count} 项，错误在前）" if what == "问题" else f"（前 {count} 项）"
    _finish(chart, f"各校验项发现的{what}{more}", f"{what}数（处）", "", WIDE, TALL)
    chart.set_x_axis({"name": f"{what}数（处）", "name_font": TEXT, "num_font": TEXT, "major_gridlines": GRID, "num_format": "0", "label_position": "high"}
                     | ({"major_unit": 1} if most <= STEP else {}))
    chart.set_y_axis({"reverse": True, "num_font": TEXT, "line": {"color": "#BFBFBF"}, "interval_unit": 1})
    chart.set_legend({"position": "top", "font": TEXT} if len(shown) > 1 else {"none": True})
    return chart
