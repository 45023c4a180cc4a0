"""The worksheet functions in a real LibreOffice: bound in every sample, equal to the core, live when a cell changes."""

from __future__ import annotations

import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from calc.conftest import SAMPLES
from calc.office import ROOT, Office, Person
from ziping.checks.book import Book
from ziping.evaluation import Datum
from ziping.forms import read_workbook
from ziping.functions import FUNCTIONS, perf_explain, perf_score
from ziping.standards import NotScorable
from ziping.surface import FUNCTIONS as DESCRIBED

BLANKS = sorted((ROOT / "workbooks").glob("*.xlsx"))
BOUND = "ZIPING.CALC.FUNCTIONS.PERF"
VALUE_ERROR = 519


def same(shown: tuple[str, float, int], expected: object) -> bool:
    """A cell's text, value and error against a result of the core; None for a refusal."""
    text, value, error = shown
    if expected is None:
        return error == VALUE_ERROR
    if isinstance(expected, bool):
        return error == 0 and value == float(expected)
    if isinstance(expected, Decimal):
        return error == 0 and value == pytest.approx(float(expected), rel=1e-14)
    return error == 0 and text == expected


def core(name: str, *arguments: object) -> object:
    try:
        return FUNCTIONS[name](*arguments)
    except NotScorable:
        return None


def text_of(datum: Datum | None) -> str | None:
    return datum.text.strip() if datum is not None and datum.text.strip() else None


def indicators(path: Path) -> list[tuple[object, ...]]:
    """Points, target, actual and standard of every scored row of a sample."""
    book = Book(read_workbook(path))
    rows = [(points.value, row) for form in book.scored_forms for row, points in book.leaf_points(form) if points is not None and points.value is not None]
    return [(points, text_of(row.target), text_of(row.actual), text_of(row.standard)) for points, row in rows]


SCORED = {path: rows for path in SAMPLES if (rows := indicators(path))}


def test_there_are_samples_with_indicators_to_score() -> None:
    assert len(SCORED) >= 3
    assert sum(map(len, SCORED.values())) > 100


@pytest.mark.parametrize("path", SCORED, ids=lambda p: p.stem)
def test_every_indicator_of_a_sample_scores_as_the_core_does(path: Path, office: Office) -> None:
    """Beside each indicator of the sample, PERF_SCORE and PERF_EXPLAIN of its own words are computed live."""
    rows = SCORED[path]
    office.open()
    sheet = office.sheets()[0]
    for number, row in enumerate(rows, 1):
        office.put(sheet, f"A{number}", format(row[0], "f"))
        for column, text in zip("BCD", row[1:], strict=True):
            if text:
                office.put_text(sheet, f"{column}{number}", text)
    last = len(rows)
    office.fill(sheet, f"E1:F{last}", [[f"=PERF_SCORE(A{r};B{r};C{r};D{r})", f"=PERF_EXPLAIN(A{r};B{r};C{r};D{r})"] for r in range(1, last + 1)])
    office.recalculate()
    told = {cell: (text, value, error) for _, cell, _, text, value, error in office.formulas(BOUND)}
    assert len(told) == 2 * last
    for number, row in enumerate(rows, 1):
        assert same(told[f"E{number}"], core("PERF_SCORE", *row)), (row, told[f"E{number}"])
        assert same(told[f"F{number}"], perf_explain(*row)), (row, told[f"F{number}"])


@pytest.mark.parametrize("path", [*SAMPLES, *BLANKS], ids=lambda p: p.stem)
def test_every_perf_cell_of_a_workbook_is_bound_and_keeps_its_value(path: Path, office: Office, person: Person) -> None:
    values, formulas = openpyxl.load_workbook(path, data_only=True), openpyxl.load_workbook(path)
    stored = {
        (sheet.title, cell.coordinate): values[sheet.title][cell.coordinate].value
        for sheet in formulas for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str) and cell.data_type == "f" and "PERF_" in cell.value
    }  # fmt: skip
    office.open(str(person.copy(path)))
    office.recalculate()
    told = {(sheet, cell): (text, value, error) for sheet, cell, _, text, value, error in office.formulas(BOUND)}
    assert told.keys() == stored.keys()
    assert not office.formulas("PERF_")  # nothing is left under a name that Calc does not know
    for place, expected in stored.items():
        wanted = Decimal(repr(expected)) if isinstance(expected, int | float) else expected or ""
        assert same(told[place], wanted), (place, told[place], expected)


def test_a_score_follows_its_input(office: Office) -> None:
    office.open()
    sheet = office.sheets()[0]
    office.put_text(sheet, "A1", "≥95%")
    office.put_value(sheet, "B1", 0.9)
    office.put(sheet, "C1", "=PERF_SCORE(10;A1;B1)")
    assert office.get(sheet, "C1")["value"] == 9.47
    office.put_value(sheet, "B1", 0.95)
    assert office.get(sheet, "C1")["value"] == 10
    office.put_text(sheet, "B1", "")
    assert office.get(sheet, "C1")["text"] == ""


LIVE = {
    "a blank cell is no zero": ("=PERF_SCORE(10;A1;Z99)", ""),
    "a zero is no blank": ("=PERF_SCORE(10;A1;A5)", Decimal(0)),
    "a blank standard": ("=PERF_SCORE(10;A1;A2;Z99)", perf_score(10, "≥95%", "0.9")),
    "a percent in a cell": ("=PERF_SCORE(10;A1;A2)", perf_score(10, "≥95%", Decimal("0.9"))),
    "a text among numbers": ('=PERF_RATE("abc";A4)', None),
    "a rate": ("=PERF_RATE(A3;A4)", core("PERF_RATE", Decimal(1), Decimal(3))),
    "a rate over a blank": ("=PERF_RATE(A3;Z99)", ""),
    "a change": ("=PERF_CHANGE(A3;A4)", core("PERF_CHANGE", Decimal(1), Decimal(3))),
    "execution points": ("=PERF_EXEC_SCORE(A3;A4)", core("PERF_EXEC_SCORE", Decimal(1), Decimal(3))),
    "execution points of twenty": ("=PERF_EXEC_SCORE(A3;A4;20)", core("PERF_EXEC_SCORE", Decimal(1), Decimal(3), Decimal(20))),
    "execution points of a blank cell": ("=PERF_EXEC_SCORE(A3;A4;Z99)", None),
    "a total": ("=PERF_TOTAL(A2:A4)", Decimal("4.9")),
    "a total with a blank": ("=PERF_TOTAL(A2:A6)", ""),
    "a total under a scheme": ('=PERF_TOTAL(A2:A4;;;"liuyang-2021")', core("PERF_TOTAL", [Decimal("0.9"), Decimal(1), Decimal(3)], None, None, "liuyang-2021")),
    "a grade": ("=PERF_GRADE(A7)", core("PERF_GRADE", Decimal(85))),
    "a grade under a scheme": ('=PERF_GRADE(A7;"liuyang-2021")', core("PERF_GRADE", Decimal(85), "liuyang-2021")),
    "footing": ("=PERF_FOOTS(A4;A8:A9)", True),
    "footing that fails": ("=PERF_FOOTS(A3;A8:A9)", core("PERF_FOOTS", Decimal(1), [Decimal(1), Decimal(2)])),
    "of which": ('=PERF_FOOTS(A4;A8:A8;"其中")', True),
    "a text": ("=PERF_TEXT(A10)", core("PERF_TEXT", "支出100万元，其中基本支出60万元，项目支出30万元。")),
    "an error value": ("=PERF_RATE(1/0;3)", "#DIV/0!"),
}  # fmt: skip


def test_every_function_gives_what_the_core_gives(office: Office) -> None:
    office.open()
    sheet = office.sheets()[0]
    for cell, content in {"A1": "≥95%", "A10": "支出100万元，其中基本支出60万元，项目支出30万元。"}.items():
        office.put_text(sheet, cell, content)
    for cell, content in {"A2": 0.9, "A3": 1, "A4": 3, "A5": 0, "A7": 85, "A8": 1, "A9": 2}.items():
        office.put_value(sheet, cell, content)
    office.fill(sheet, f"C1:C{len(LIVE)}", [[formula] for formula, _ in LIVE.values()])
    office.recalculate()
    wrong = {}
    for number, (name, (formula, expected)) in enumerate(LIVE.items(), 1):
        got = office.get(sheet, f"C{number}")
        shown = (got["text"], got["value"], got["error"])
        right = got["text"] == expected and got["error"] if expected == "#DIV/0!" else same(shown, expected)
        if not right:
            wrong[name] = (formula, shown, expected)
    assert not wrong
    assert {f.name for f in DESCRIBED} - {"PERF_EXPLAIN"} <= {formula[1:].split("(")[0] for formula, _ in LIVE.values()}


def test_the_function_wizard_knows_names_help_and_arguments(office: Office) -> None:
    office.open()
    told = office.descriptions()
    assert told.keys() == {f.name for f in DESCRIBED}
    for function in DESCRIBED:
        arguments = told[function.name]["arguments"]
        assert [optional for _, _, optional in arguments] == [a.optional for a in function.arguments]
        assert told[function.name]["description"] and all(name and "#" not in name and text for name, text, _ in arguments)


def test_an_xlsx_edited_in_calc_is_read_by_ziping_with_the_same_figures(office: Office, person: Person) -> None:
    source = ROOT / "workbooks" / "samples" / "liuyang-2021.xlsx"
    office.open(str(person.copy(source)))
    before = read_workbook(source)
    row = next(row for form in before.forms for row in form.indicators if row.actual is not None and row.actual.place is not None and row.points is not None)
    office.put_text(row.actual.place.sheet, row.actual.place.cell, "123.45")
    target = person.home / "edited.xlsx"
    office.save_as(str(target))
    with zipfile.ZipFile(target) as archive:
        stored = "".join(archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/worksheets/"))
    assert "PERF_SCORE(" in stored
    assert "PERFSCORE(" not in stored.upper()
    after = read_workbook(target)
    assert [form.kind for form in after.forms] == [form.kind for form in before.forms]
    old, new = ([(r.place, text_of(r.points), text_of(r.target), text_of(r.actual)) for f in e.forms for r in f.indicators] for e in (before, after))
    changed = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
    assert len(changed) == 1
    assert changed[0][1][3] == "123.45"
