"""What makes a form look right: heights of wrapped rows, cells dealt out over columns, contents and formats of cells."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from ziping import schemes
from ziping.amounts import PLAIN, WAN_YUAN, YUAN, Unit
from ziping.evaluation import Datum, typed
from ziping.forms.build import blank, build_workbook
from ziping.forms.build.canvas import Page, Style, converted
from ziping.forms.build.content import content
from ziping.forms.build.indicator_form import spread
from ziping.forms.build.measure import A4, HIGHEST, broken, heights, lines, one_page
from ziping.forms.build.phrases import _runs as runs

LINES = [
    ("one character", "字", 1),
    ("as many as fit", "字" * 9, 1),
    ("one more than fits", "字" * 10, 2),
    ("Latin letters take half the room", "a" * 16, 1),
    ("a break begins a line", "甲\n乙", 2),
    ("an empty line counts", "甲\n\n乙", 3),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in LINES], ids=[row[0] for row in LINES])
def test_lines_of_a_wrapped_text(text: str, expected: int) -> None:
    assert lines(text, 10, 100) == expected


def page_with(*cells: tuple[int, int, str, int, int]) -> tuple[Page, dict]:
    page = Page("表", [10.0, 10.0, 10.0])
    for row, column, text, rows, columns in cells:
        page.put(row, column, text, Style(), rows, columns)
    return page, {(row, column): text for row, column, text, _, _ in cells}


def test_a_row_is_as_high_as_its_longest_text() -> None:
    found = heights(*page_with((0, 0, "短", 1, 1), (0, 1, "长" * 30, 1, 1), (1, 0, "短", 1, 1)))
    assert found[0] > 3 * found[1]


def test_a_merged_cell_is_measured_over_its_width() -> None:
    narrow, wide = (heights(*page_with((0, 0, "长" * 30, 1, columns)))[0] for columns in (1, 3))
    assert wide < narrow / 2


def test_a_text_over_several_rows_is_shared_out_among_them() -> None:
    found = heights(*page_with((0, 0, "长" * 60, 3, 1)))
    single = heights(*page_with((0, 0, "长" * 60, 1, 1)))
    assert sum(found.values()) == pytest.approx(single[0])
    assert found[0] == found[1] == found[2]


def test_no_row_is_higher_than_excel_takes() -> None:
    assert heights(*page_with((0, 0, "长" * 9000, 1, 1)))[0] == HIGHEST


@pytest.mark.parametrize(("rows", "fits"), [(30, True), (38, True), (39, False)], ids=["short", "a quarter too long", "longer"])
def test_a_form_is_shrunk_onto_one_page_only_while_it_stays_readable(rows: int, fits: bool) -> None:
    page = Page("表", [90.0])
    assert one_page(page, dict.fromkeys(range(rows), 24.0)) is fits


@pytest.mark.parametrize("scheme", schemes.available())
def test_a_blank_project_form_and_its_monitoring_form_fit_one_page(scheme: str, tmp_path: Path) -> None:
    build_workbook(blank(scheme, "", 2021), tmp_path / "a.xlsx")
    forms = [sheet for sheet in openpyxl.load_workbook(tmp_path / "a.xlsx") if sheet.title.startswith(("项目自评表", "监控表"))]
    assert [sheet.title for sheet in forms if sheet.page_setup.fitToHeight not in (None, 1)] == []
    for sheet in forms:
        rows = sum(sheet.row_dimensions[row].height or 15 for row in range(1, sheet.max_row + 1))
        down = A4[sheet.page_setup.orientation == "landscape"][1]
        assert down / rows > 0.65, "smaller than that it is not legible"


SPREADS = [
    ("one column each", [10, 10, 10], [1, 1, 1], [1, 1, 1]),
    ("the first takes two shares", [10, 10, 10, 10], [2, 1, 1], [2, 1, 1]),
    ("unequal columns", [5, 5, 20, 10, 10], [1, 2, 2], [2, 1, 2]),
]


@pytest.mark.parametrize(("widths", "shares", "expected"), [row[1:] for row in SPREADS], ids=[row[0] for row in SPREADS])
def test_spread(widths: list, shares: list, expected: list) -> None:
    assert spread(widths, shares) == expected


CONTENTS = [
    ("an amount keeps its decimals", typed("403.00", WAN_YUAN), WAN_YUAN, (Decimal("403.00"), "#,##0.00")),
    ("… and shows none where none were written", typed("969", WAN_YUAN), WAN_YUAN, (Decimal(969), "#,##0")),
    ("… or four", typed("41.4964", WAN_YUAN), WAN_YUAN, (Decimal("41.4964"), "#,##0.0000")),
    ("a percentage is a true one", typed("86.67%"), PLAIN, (Decimal("0.8667"), "0.00%")),
    ("… without decimals", typed("100%"), PLAIN, (Decimal(1), "0%")),
    ("a text stays a text", typed("大于93%"), PLAIN, ("大于93%", "")),
    ("another unit stays a text", typed("5元", WAN_YUAN), WAN_YUAN, ("5元", "")),
    ("a blank is nothing", typed(""), YUAN, (None, "")),
    ("an error stays visible", Datum("#DIV/0!", error="#DIV/0!"), PLAIN, ("#DIV/0!", "")),
    ("points have no separators", typed("15"), PLAIN, (Decimal(15), "")),
]


@pytest.mark.parametrize(("datum", "unit", "expected"), [row[1:] for row in CONTENTS], ids=[row[0] for row in CONTENTS])
def test_content(datum: Datum, unit: Unit, expected: tuple) -> None:
    value, number = content(datum, unit)
    assert (value, number) == expected


def test_a_cell_of_text_keeps_a_percentage_as_text() -> None:
    assert content(typed("95%"), PLAIN, text=True) == ("95%", "")


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [(WAN_YUAN, YUAN, "E8*10000"), (YUAN, WAN_YUAN, "ROUND(E8/10000,2)"), (YUAN, YUAN, "E8"), (PLAIN, YUAN, "E8")],
    ids=["万元 to 元 is exact", "元 to 万元 is rounded as printed", "the same unit", "no unit"],
)
def test_conversion(source: Unit, target: Unit, expected: str) -> None:
    assert converted("E8", source, target) == expected


def test_neighbours_become_ranges() -> None:
    assert runs(["B5", "B6", "B7", "B9", "C9", "'表'!B1", "'表'!B2"]) == ["B5:B7", "B9", "C9", "'表'!B1", "'表'!B2"]


# a heading, the breadth of its cell in points, and where it is broken
HEADINGS = [
    ("产出指标（50分）", 65, "产出指标\n（50分）"), ("产出指标（50分）", 120, "产出指标（50分）"), ("产出指标", 30, "产出指标"),
    ("服务对象满意度指标（10分）", 65, "服务对象满意度指标（10分）"),
]


@pytest.mark.parametrize(("heading", "room", "shown"), HEADINGS)
def test_a_heading_breaks_before_its_weight_and_not_within(heading: str, room: float, shown: str) -> None:
    assert broken(heading, 10.5, room) == shown
