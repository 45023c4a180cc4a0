"""The names and targets of a monitoring form typed over the formulas that show those of its project form."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from checks.case import d
from checks.filled import filled
from ziping.checks import CHECKS
from ziping.checks.book import Book
from ziping.checks.catalogue import PASSED, Failed
from ziping.checks.linked import showing, shown
from ziping.evaluation import Evaluation, Form, FormKind, Indicator, Level, Place
from ziping.forms import read_workbook
from ziping.forms.build import build_workbook

CODE = "formula-overwritten"
Rows = dict[int, dict[str, str]]
ROWS = 5


def link(cell: str) -> str:
    return showing(Place("项目", cell))


def book(changes: Rows) -> Book:
    """A project form of five rows and its monitoring form, which shows them. changes: by row, what is typed into the monitoring form, or blank in the other."""
    project, monitor = (Form(kind, sheet, d(sheet, f"{sheet}!A1")) for kind, sheet in ((FormKind.PROJECT, "项目"), (FormKind.MONITOR, "监控")))
    for row in range(ROWS):
        typed, here, there = changes.get(row, {}), row + 10, row + 20
        name, target = typed.get("theirs", f"第{row}项"), typed.get("wanted", f"≥{row}个")
        project.indicators.append(Indicator(level3=Level(name, None, Place("项目", f"D{there}"), name), target=d(target, f"项目!E{there}")))
        shown = typed.get("name", name)
        level = Level(shown, None, Place("监控", f"D{here}"), shown, None if "name" in typed else link(f"D{there}"))
        wanted = d(typed.get("target", target), f"监控!E{here}", formula=None if "target" in typed else link(f"E{there}"))
        monitor.indicators.append(Indicator(level3=level, target=wanted))
    return Book(Evaluation(projects=[project], monitors=[monitor]))


# what differs, by row, and the cells that are told
CASES: list[tuple[str, Rows, list[str]]] = [
    ("all are formulas", {}, []),
    ("a name", {1: {"name": "另一项"}}, ["监控!D11"]),
    ("a name typed as it stands there", {1: {"name": "第1项"}}, ["监控!D11"]),
    ("a target", {2: {"target": "≥1个"}}, ["监控!E12"]),
    ("a name and the target of another row", {1: {"name": "另一项"}, 2: {"target": "≥1个"}}, ["监控!D11", "监控!E12"]),
    ("both of a row, which may be one of its own", {1: {"name": "另一项", "target": "≥1个"}}, []),
    ("a target where the project form has none", {2: {"target": "≥1个", "wanted": ""}}, []),
    ("a target left blank", {2: {"target": ""}}, []),
    ("two of five", {1: {"target": "≥3个"}, 2: {"target": "≥1个"}}, []),
    ("all but one", {row: {"target": "≥3个"} for row in range(1, ROWS)}, []),
]


@pytest.mark.parametrize(("changes", "places"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_what_is_typed_over_a_link_to_the_project_form_is_told(changes: Rows, places: list[str]) -> None:
    events = list(CHECKS[CODE](book(changes)))
    assert [str(event.place) for event in events if isinstance(event, Failed)] == places
    assert events.count(PASSED) == 2 - len({column for row in changes.values() for column in ("name", "target") if row.get(column)})


def test_the_sentence_names_what_is_typed_and_the_link() -> None:
    (event,) = [event for event in CHECKS[CODE](book({2: {"target": "≥1个"}})) if isinstance(event, Failed)]
    assert "是手工填写的“≥1个”，同一列有 4 行是公式；请恢复公式 =IF('项目'!$E$22=\"\",\"\",'项目'!$E$22)，或确认手工填写的正确" in CHECKS[CODE].finding(event).message


@pytest.mark.parametrize(("sheet", "formula"), [("项目 1", "='项目 1'!$E$7"), ("甲'乙", "='甲''乙'!$E$7")])
def test_a_sheet_is_named_as_formulas_name_it(sheet: str, formula: str) -> None:
    assert showing(Place(sheet, "E7")).endswith(f',{formula.removeprefix("=")})')


def test_a_monitoring_form_is_built_with_links(tmp_path: Path) -> None:
    build_workbook(filled("national-project-2020", Random(1)), tmp_path / "book.xlsx")
    evaluation = read_workbook(tmp_path / "book.xlsx")
    (column, targets) = shown(Book(evaluation))
    assert all(cell.formula == showing(cell.source) for cell in (*column, *targets))
    assert [cell.text for cell in column] == [row.name for row in evaluation.projects[0].indicators if row.level3.name]
