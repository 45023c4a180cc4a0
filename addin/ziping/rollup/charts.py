"""The charts of the first sheet, native and fed from cells, so that they can be copied into any other document."""

from __future__ import annotations

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from ziping.rollup.sheet import Column, Look, put_row
from ziping.rollup.tables import Tables

MOST_CHECKS = 12  # bars of one chart
STEP = 10  # up to here an axis counts one by one
DATA = 46  # the row from which the charts' figures stand
TEXT = {"name": "宋体", "size": 9}
TITLE = {"name": "宋体", "size": 12, "bold": True}
GRID = {"visible": True, "line": {"color": "#E0E0E0", "width": 0.75}}
BLUE, ORANGE, AMBER = "#4472C4", "#C55A11", "#FFC000"
NUMBER = Column("", 0, "whole")
WORDS = Column("", 0, "text")


def add_charts(book: xlsxwriter.Workbook, sheet: Worksheet, look: Look, tables: Tables) -> None:
    """Score distribution, execution rate against score, findings by check. Rows of the figures are written in their order."""
    bands, grades = list(tables.bands.itertuples(index=False)), list(tables.grades.itertuples(index=False))
    checks = [line for line in tables.checks.itertuples(index=False) if line.error or line.warning][:MOST_CHECKS]
    sheet.write_string(DATA - 2, 0, "图表数据", look.note)
    for at, heading in ((0, "自评总分"), (1, "工作簿数"), (3, "等级"), (4, "工作簿数"), (6, "校验项"), (7, "错误"), (8, "警告")):
        sheet.write_string(DATA - 1, at, heading, look.head)
    for n in range(max(len(bands), len(grades), len(checks))):
        row = DATA + n
        if n < len(bands):
            put_row(sheet, look, row, (WORDS, NUMBER), (bands[n].band, bands[n].books))
        if n < len(grades):
            put_row(sheet, look, row, (WORDS, NUMBER), (grades[n].grade, grades[n].books), first=3)
        if n < len(checks):
            put_row(sheet, look, row, (WORDS, NUMBER, NUMBER), (checks[n].title, checks[n].error, checks[n].warning), first=6)
    sheet.insert_chart("A9", _bars(book, len(bands), max(line.books for line in bands)), {"object_position": 2})
    last = len(tables.bodies) + 2
    if tables.bodies["rate"].notna().any() and tables.bodies["stated"].notna().any():
        sheet.insert_chart("E9", _scatter(book, last), {"object_position": 2, "x_offset": 30})
    if checks:
        sheet.insert_chart("A27", _findings(book, len(checks), max(line.error + line.warning for line in checks)), {"object_position": 2})


def _finish(chart, title: str, x: str, y: str, width: int, height: int = 340) -> None:  # noqa: ANN001 - xlsxwriter.chart.Chart
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
    _finish(chart, "自评总分分布", "自评总分（分）", "工作簿数", 440)
    chart.set_y_axis({"name": "工作簿数", "name_font": TEXT, "num_font": TEXT, "major_gridlines": GRID, "line": {"none": True}, "num_format": "0"}
                     | ({"major_unit": 1} if most <= STEP else {}))
    chart.set_legend({"none": True})
    return chart


def _scatter(book: xlsxwriter.Workbook, last: int):  # noqa: ANN202
    chart = book.add_chart({"type": "scatter"})
    chart.add_series({
        "name": "单位", "categories": ["单位一览", 3, 12, last, 12], "values": ["单位一览", 3, 4, last, 4],
        "marker": {"type": "circle", "size": 5, "fill": {"color": ORANGE, "transparency": 40}, "border": {"none": True}},
    })  # fmt: skip
    _finish(chart, "执行率与自评总分", "预算执行率", "自评总分（分）", 470)
    chart.set_x_axis({"name": "预算执行率", "name_font": TEXT, "num_font": TEXT, "num_format": "0%", "major_gridlines": GRID})
    chart.set_legend({"none": True})
    chart.show_blanks_as("gap")
    return chart


def _findings(book: xlsxwriter.Workbook, count: int, most: int):  # noqa: ANN202
    chart = book.add_chart({"type": "bar", "subtype": "stacked"})
    for column, name, colour in ((7, "错误", ORANGE), (8, "警告", AMBER)):
        chart.add_series({
            "name": name, "categories": ["汇总", DATA, 6, DATA + count - 1, 6], "values": ["汇总", DATA, column, DATA + count - 1, column],
            "fill": {"color": colour}, "gap": 40,
        })  # fmt: skip
    _finish(chart, "各校验项发现的问题", "问题数（处）", "", 940, 360)
    chart.set_x_axis({"name": "问题数（处）", "name_font": TEXT, "num_font": TEXT, "major_gridlines": GRID, "num_format": "0", "label_position": "high"}
                     | ({"major_unit": 1} if most <= STEP else {}))
    chart.set_y_axis({"reverse": True, "num_font": TEXT, "line": {"color": "#BFBFBF"}, "interval_unit": 1})
    chart.set_legend({"position": "top", "font": TEXT})
    return chart
