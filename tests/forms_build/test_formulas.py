"""Formulas compute what Excel shows, on exact decimals."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ziping.forms.formula_syntax import Reference, address, bare_name, column_letters, column_number, parse, place, references
from ziping.forms.formulas import Calculator, Cycle, ErrorValue, Formula, Unsupported

CELLS = {
    "A1": Decimal("0.1"), "A2": Decimal("0.2"), "A3": None, "A4": "文字", "A5": True, "A6": ErrorValue("#DIV/0!"), "A7": "12.5", "A8": "95%",
    "B1": Formula("=A1+A2"), "B2": Formula("=B1*10"), "B3": Formula('=IF(A3="","",A3/A1)'), "B4": Formula("=A3"),
    "C1": "业务", "C2": "运维", "C3": "业务", "C4": None, "D1": Decimal(1), "D2": Decimal(2), "D3": Decimal(4), "D4": Decimal(8),
    "E1": Formula("=E2"), "E2": Formula("=E1+1"),
}  # fmt: skip


def perf_score(points: object, _target: object, actual: object, _standard: object = None) -> object:
    if actual == "refuse":
        raise ValueError
    return "" if actual is None else points


FUNCTIONS = {"PERF_SCORE": perf_score, "PERF_TOTAL": lambda scores, _points=None: sum(row[0] or 0 for row in scores)}


@pytest.fixture(scope="module")
def calculator() -> Calculator:
    by_place = {place(cell): value for cell, value in CELLS.items()}

    def lookup(sheet: str, row: int, column: int) -> object:
        if sheet not in ("表", "另 一张"):
            raise KeyError(sheet)
        return by_place.get((row, column)) if sheet == "表" else Decimal(7)

    return Calculator(lookup, FUNCTIONS)


DIV, VALUE, REF = ErrorValue("#DIV/0!"), ErrorValue("#VALUE!"), ErrorValue("#REF!")
ROWS = [
    ("decimals are exact", "=A1+A2", Decimal("0.3")),
    ("a chain of formulas is computed", "=B2", Decimal("3.0")),
    ("a percent sign divides by a hundred", "=50%+1", Decimal("1.5")),
    ("a sign binds closer than a power", "=-2^2", Decimal(4)),
    ("products come before sums", "=1+2*3", Decimal(7)),
    ("brackets come first", "=(1+2)*3", Decimal(9)),
    ("a blank counts nothing in a sum", "=A1+A3", Decimal("0.1")),
    ("a blank is the empty text", '=A3=""', True),
    ("a blank is zero", "=A3=0", True),
    ("a formula on a blank cell shows zero", "=B4", Decimal(0)),
    ("a guarded blank stays blank", "=B3", ""),
    ("the empty text is no number", '=B3+1', VALUE),
    ("a text that is a number counts in arithmetic", "=A7*2", Decimal("25.0")),
    ("a text that is a percentage counts in arithmetic", "=A8*1", Decimal("0.95")),
    ("SUM passes over texts and truth values of cells", "=SUM(A1:A5)", Decimal("0.3")),
    ("SUM passes over a cell's number that is a text", "=SUM(A7)", Decimal(0)),
    ("SUM takes a number typed as a text", '=SUM("3",1)', Decimal(4)),
    ("an error goes through a sum", "=SUM(A1:A6)", DIV),
    ("an error goes through arithmetic", "=A6+1", DIV),
    ("an error is caught", '=IFERROR(A6,"—")', "—"),
    ("zero is no divisor", "=1/A3", DIV),
    ("zero by zero is no quotient", "=A3/A3", DIV),
    ("a text is no number", "=A4+1", VALUE),
    ("halves are rounded up", "=ROUND(2.345,2)", Decimal("2.35")),
    ("halves below zero are rounded away from it", "=ROUND(-0.5,0)", Decimal(-1)),
    ("places before the point", "=ROUND(1250,-2)", Decimal(1300)),
    ("cut off", "=ROUNDDOWN(2.349,2)", Decimal("2.34")),
    ("IF takes the other branch only", '=IF(A1=0.1,"是",1/0)', "是"),
    ("IF without a third argument is FALSE", "=IF(1=2,5)", False),
    ("texts are joined, numbers without trailing zeros", '="共"&2.50&"万元"', "共2.5万元"),
    ("capitals do not matter", '="abc"="ABC"', True),
    ("numbers come before texts", '=5<"1"', True),
    ("COUNT counts numbers", "=COUNT(A1:A5)", Decimal(2)),
    ("COUNTA counts what is there", "=COUNTA(A1:A5)", Decimal(4)),
    ("MAX passes over texts", "=MAX(A1:A5)", Decimal("0.2")),
    ("AND", "=AND(A1>0,A2>0)", True),
    ("OR", "=OR(A1>1,A2>1)", False),
    ("ISNUMBER", "=ISNUMBER(A7)", False),
    ("N of a text is zero", "=N(A4)", Decimal(0)),
    ("ROWS counts rows", "=ROWS(A1:A5)", Decimal(5)),
    ("SUMIF adds what meets the text", '=SUMIF(C1:C4,"业务",D1:D4)', Decimal(5)),
    ("SUMIF adds what meets the comparison", '=SUMIF(D1:D4,">2")', Decimal(12)),
    ("COUNTIF counts texts that are not empty", '=COUNTIF(A1:B8,"?*")', Decimal(3)),
    ("COUNTIF counts what meets the comparison", '=COUNTIF(D1:D4,">=2")', Decimal(3)),
    ("TEXT as a percentage", '=TEXT(0.86667,"0.00%")', "86.67%"),
    ("TEXT with thousands", '=TEXT(1234567.5,"#,##0.00")', "1,234,567.50"),
    ("dollar signs change nothing", "=$A$1+A$2", Decimal("0.3")),
    ("cells of another sheet", "='另 一张'!A1+1", Decimal(8)),
    ("a sheet that is not there", "=没有!A1", REF),
    ("a function of the add-in", "=PERF_SCORE(10,A4,A1)", Decimal(10)),
    ("… by the link to the add-in", "=[1]!PERF_SCORE(10,A4,A1)", Decimal(10)),
    ("… by the path of the add-in", "='C:\\加载项\\ziping.xlam'!PERF_SCORE(10,A4,A1)", Decimal(10)),
    ("… by the prefix of an XLL", "=_xll.PERF_SCORE(10,A4,A1)", Decimal(10)),
    ("… as LibreOffice before 25.2 writes it", "=ZIPING.CALC.FUNCTIONS.PERFSCORE(10,A4,A1)", Decimal(10)),
    ("… by the prefix of Office.js", "=_xldudf_PERF_SCORE(10,A4,A1)", Decimal(10)),
    ("… in small letters", "=perf_score(10,A4,A1)", Decimal(10)),
    ("a function that gives blank", "=PERF_SCORE(10,A4,A3)", ""),
    ("what cannot be scored is an error, never a text", '=PERF_SCORE(10,A4,"refuse")', VALUE),
    ("a block is an argument as rows", "=PERF_TOTAL(D1:D4)", Decimal(15)),
    ("more digits than can be written", "=ROUND(1,99999999)", ErrorValue("#NUM!")),
    ("a power beyond all numbers", "=9^9^9^9^9", ErrorValue("#NUM!")),
    ("an error among the arguments is the result", "=PERF_SCORE(10,A6,A1)", DIV),
]  # fmt: skip


@pytest.mark.parametrize(("formula", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_formula(calculator: Calculator, formula: str, expected: object) -> None:
    value = calculator.evaluate(formula, "表")
    assert value == expected
    assert type(value) is type(expected)


REFUSED = [
    ("a function outside of the language", "=VLOOKUP(A1,B1:C2,2)", "VLOOKUP"),
    ("cells of another workbook", "=[1]Sheet1!A1", "workbook"),
    ("a defined name", "=税率*2", "税率"),
    ("a whole column", "=SUM(A:A)", "A"),
    ("a bracket left open", "=SUM(A1", "is expected at 7"),
    ("nothing at all", "=", "end"),
    ("cells of several sheets", "='一:二'!A1", "several sheets"),
    ("an array", "={1,2}", "{"),
    ("brackets without end", "=" + "(" * 3000 + "1" + ")" * 3000, "too deeply"),
    ("more characters than Excel takes", "=" + "+".join("1" * 5000), "9999 characters"),
    ("a block without end", "=SUM(A1:XFD1048576)", "more cells"),
    ("a format TEXT does not know", '=TEXT(A1,"yyyy-mm-dd")', "yyyy"),
]


@pytest.mark.parametrize(("formula", "named"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_is_not_understood_is_refused_by_name(calculator: Calculator, formula: str, named: str) -> None:
    with pytest.raises(Unsupported, match=named.replace("{", r"\{")):
        calculator.evaluate(formula, "表")


def test_formulas_that_need_each_other_are_refused(calculator: Calculator) -> None:
    with pytest.raises(Cycle):
        calculator.value("表", 0, 4)


@pytest.mark.parametrize(("letters", "number"), [("A", 0), ("Z", 25), ("AA", 26), ("AZ", 51), ("XFD", 16383)])
def test_columns(letters: str, number: int) -> None:
    assert column_number(letters) == number
    assert column_letters(number) == letters


def test_addresses() -> None:
    assert address(11, 27) == "AB12"
    assert place("$AB$12") == (11, 27)
    assert bare_name("_xlfn._xll.perf_rate") == "PERF_RATE"


def test_a_long_chain_of_formulas_is_refused_and_not_a_crash() -> None:
    chain = Calculator(lambda _sheet, row, _column: Formula(f"=A{row + 2}+1"))
    with pytest.raises(Unsupported, match="too deeply"):
        chain.value("表", 0, 0)


@given(st.text(alphabet="A1$:!'\"()+-*/^&<>=%,.;[]#_ SUMIF表", max_size=40))
def test_any_text_is_a_formula_or_refused(text: str) -> None:
    with suppress(Unsupported):
        assert parse("=" + text)


def test_references_are_listed_with_their_sheets() -> None:
    node = parse("=SUM(A1:B2,'另 一张'!C3)+PERF_RATE(D4,-E5)")
    assert list(references(node)) == [
        Reference("", 0, 0, 1, 1), Reference("另 一张", 2, 2, 2, 2), Reference("", 3, 3, 3, 3), Reference("", 4, 4, 4, 4),
    ]  # fmt: skip
