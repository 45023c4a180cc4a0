"""The worksheet functions from the VBA wrapper down: the same arguments everywhere, and the same results as the pure functions."""

from __future__ import annotations

import datetime
import inspect
import io
import re
import types
from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
import windows
from windows import MISSING, NOT_AVAILABLE, Cells
from xlam.wrappers import TEXTS, udf_module, unicode_literal, wizard_module

from ziping.excel import cells
from ziping.functions import FUNCTIONS as PURE
from ziping.standards import NotScorable
from ziping.surface import FUNCTIONS, Function

Call = Callable[..., object]
WRAPPER = re.compile(r"^Public Function (\w+)\((.*)\)$", re.M)


@pytest.fixture(scope="module")
def ours() -> Iterator[tuple[types.ModuleType, types.ModuleType]]:
    with windows.functions() as both:
        yield both


@pytest.fixture(scope="module")
def call(ours: tuple[types.ModuleType, types.ModuleType]) -> Call:
    """A function as the add-in calls it, through xlwings' own `call_udf`; the single cell of the table that it gives back."""
    udfs, _ = ours

    def call(name: str, *arguments: object) -> object:
        rows = udfs.call_udf("ziping.excel.udfs", name, arguments, None, Cells([[None]]))
        return rows[0][0] if len(rows) == len(rows[0]) == 1 else rows

    return call


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_vba_python_and_description_have_the_same_arguments(function: Function, ours: tuple[types.ModuleType, types.ModuleType]) -> None:
    written = dict(WRAPPER.findall(udf_module()))
    assert written[function.name] == ", ".join(("Optional " if a.optional else "") + a.name for a in function.arguments)
    implementation = getattr(ours[1], function.name)
    parameters = inspect.signature(implementation).parameters
    assert [(p.name, p.default is None) for p in parameters.values()] == [(a.name, a.optional) for a in function.arguments]
    assert not implementation.__annotations__, "xlwings would take an annotation for a converter"
    assert implementation.__xlfunc__["category"] == "绩效自评"
    assert {a["name"]: a["options"] for a in implementation.__xlfunc__["args"]} == {a.name: {"ndim": 2, "err_to_str": True} for a in function.arguments}


def test_wrappers_call_as_xlwings_own_generator_would(ours: tuple[types.ModuleType, types.ModuleType]) -> None:
    udfs, module = ours
    file = io.StringIO()
    udfs.generate_vba_wrapper("ziping.excel.udfs", module, file, types.SimpleNamespace(Name="ziping.xlam"))
    calls = re.findall(r"XLPy(\.CallUDF\(.*?Array\(.*?\)), ActiveWorkbook, Application\.Caller\)", file.getvalue())
    own = re.findall(r"engine(\.CallUDF\(.*Array\(.*\)), ThisWorkbook, Application\.Caller\)", udf_module())
    assert sorted(own) == sorted(calls)
    assert len(own) == len(FUNCTIONS)


def test_there_is_a_wrapper_for_every_function_and_none_else() -> None:
    names = [name for name, _ in WRAPPER.findall(udf_module())]
    assert names == [function.name for function in FUNCTIONS] == list(PURE)


# (sentence, function, arguments as Excel gives them, result in the cell)
RESULTS = [
    ("a target met", "PERF_SCORE", (10.0, "≥95%", "96%", MISSING), 10.0),
    ("cells instead of values", "PERF_SCORE", (Cells([[10.0]]), Cells([["≥95%"]]), Cells([["96%"]]), MISSING), 10.0),
    ("a number as text", "PERF_SCORE", ("10", "50个", "40个", MISSING), 8.0),
    ("blank points", "PERF_SCORE", (Cells([[None]]), "≥95%", "96%", MISSING), ""),
    ("a blank actual", "PERF_SCORE", (10.0, "≥95%", Cells([[None]]), MISSING), ""),
    ("the empty text is blank", "PERF_SCORE", (10.0, "≥95%", "", MISSING), ""),
    ("dates of Excel", "PERF_SCORE", (10.0, datetime.datetime(2022, 12, 31), datetime.datetime(2022, 12, 30), MISSING), 10.0),
    ("an optional blank cell", "PERF_SCORE", (10.0, "≥95%", "96%", Cells([[None]])), 10.0),
    ("a rate", "PERF_RATE", (403.0, 500.0), 0.806),
    ("a rate of texts", "PERF_RATE", ("403.00", "500"), 0.806),
    ("no rate over zero", "PERF_RATE", (403.0, 0.0), ""),
    ("no rate over a blank", "PERF_RATE", (403.0, Cells([[None]])), ""),
    ("a change", "PERF_CHANGE", (110.0, 100.0), 0.1),
    ("full points are the limit", "PERF_EXEC_SCORE", (120.0, 100.0, MISSING), 10.0),
    ("just below full", "PERF_EXEC_SCORE", (99.9, 100.0, MISSING), 9.99),
    ("points of their own", "PERF_EXEC_SCORE", (50.0, 100.0, 20.0), 10.0),
    ("a total of a column", "PERF_TOTAL", (Cells([[10.0], [5.5]]), MISSING, MISSING, MISSING), 15.5),
    ("a total of a row", "PERF_TOTAL", (Cells([[10.0, 5.5]]), MISSING, MISSING, MISSING), 15.5),
    ("a total waits for a score", "PERF_TOTAL", (Cells([[10.0], [None]]), MISSING, MISSING, MISSING), ""),
    ("a row that is no indicator", "PERF_TOTAL", (Cells([[10.0], [None]]), Cells([[10.0], [None]]), MISSING, MISSING), 10.0),
    ("0.1 + 0.2 is 0.3", "PERF_FOOTS", (0.3, Cells([[0.1], [0.2]]), MISSING), True),
    ("a difference in words", "PERF_FOOTS", (100.0, Cells([[60.0], [39.0]]), MISSING), "合计 100 比分项之和 99 多 1"),
    ("a grade", "PERF_GRADE", (90.0, MISSING), "优"),
    ("just below a grade", "PERF_GRADE", (89.99, MISSING), "良"),
    ("no grade for a blank", "PERF_GRADE", (Cells([[None]]), MISSING), ""),
    ("a column at once", "PERF_RATE", (Cells([[1.0], [2.0]]), Cells([[4.0], [None]])), [[0.25], [""]]),
    ("one value for a whole column", "PERF_RATE", (Cells([[1.0], [2.0]]), 4.0), [[0.25], [0.5]]),
    ("a row stretches over a column", "PERF_RATE", (Cells([[1.0], [2.0]]), Cells([[4.0, 8.0]])), [[0.25, 0.125], [0.5, 0.25]]),
    ("one row of a column fails alone", "PERF_RATE", (Cells([["x"], [2.0]]), 4.0), [[cells.FAILED], [0.5]]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "arguments", "result"), [row[1:] for row in RESULTS], ids=[row[0] for row in RESULTS])
def test_results_through_xlwings(call: Call, name: str, arguments: tuple, result: object) -> None:
    got = call(name, *arguments)
    assert got == result
    assert type(got) is type(result)


def test_explanations_and_text_are_texts(call: Call) -> None:
    assert "满分" in call("PERF_EXPLAIN", 10.0, "≥95%", "96%", MISSING) or call("PERF_EXPLAIN", 10.0, "≥95%", "96%", MISSING)
    assert call("PERF_TEXT", "甲4.00万元，乙5.00万元，合计10.00万元。").startswith("不符")


RAISED = [
    ("a standard that cannot be read", "PERF_SCORE", (10.0, "若干", "一些", "看情况给分"), NotScorable),
    ("a text for a number", "PERF_RATE", ("很多", 1.0), NotScorable),
    ("an unknown scheme", "PERF_GRADE", (90.0, "没有"), NotScorable),
    ("ranges of different sizes", "PERF_RATE", (Cells([[1.0], [2.0]]), Cells([[1.0], [2.0], [3.0]])), cells.Refused),
    ("an error cell", "PERF_RATE", (1.0, Cells([[NOT_AVAILABLE]])), cells.Refused),
    ("a total over an error cell", "PERF_TOTAL", (Cells([[1.0], [NOT_AVAILABLE]]), MISSING, MISSING, MISSING), cells.Refused),
    ("infinity", "PERF_RATE", (float("inf"), 1.0), cells.Refused),
]


@pytest.mark.parametrize(("name", "arguments", "error"), [row[1:] for row in RAISED], ids=[row[0] for row in RAISED])
def test_what_cannot_be_computed_is_raised_never_returned_as_text(call: Call, name: str, arguments: tuple, error: type) -> None:
    with pytest.raises(error):
        call(name, *arguments)


CONVERTED = [(None, None), ("", None), (2.0, Decimal(2)), (0.1 + 0.2, Decimal("0.3")), (3, Decimal(3)), (True, True), (" x", " x"),
             (datetime.datetime(2023, 1, 5), "2023年1月5日"), (datetime.date(2022, 12, 31), "2022年12月31日")]  # fmt: skip


@pytest.mark.parametrize(("given", "value"), CONVERTED)
def test_cells_become_exact_values(given: object, value: object) -> None:
    assert cells.value(given) == value


# ---------------------------------------------------------------------------------------------------------------
# The wrapper itself, executed: a worksheet formula in VBA, through the wrapper, down to the pure function and back

SHEET = {"A1": 10, "B1": "≥95%", "C1": "96%", "A2": 5, "B2": "乱写", "C2": "x", "A3": 10, "B3": "50个", "C3": "40个", "E1": 10, "E2": 5.5}
NA = "#N/A"
FORMULAS = [
    ("values", 'PERF_SCORE(10, "50", "40")', 8.0),
    ("cells", 'PERF_SCORE(Range("A1"), Range("B1"), Range("C1"))', 10.0),
    ("a blank stays blank", 'PERF_SCORE(Range("A1"), Range("B1"), Range("D9"))', ""),
    ("an error cell is an error, not a blank", 'PERF_SCORE(CVErr(2007), "1", "1")', NA),
    ("unscorable is an error, not a text", 'PERF_SCORE(5, Range("B2"), Range("C2"))', NA),
    ("a column, one error inside", 'PERF_SCORE(Range("A1:A3"), Range("B1:B3"), Range("C1:C3"))', [[10.0], [NA], [8.0]]),
    ("whole columns end with the last row in use", 'PERF_SCORE(Range("A:A"), Range("B:B"), Range("C:C"))', [[10.0], [NA], [8.0]]),
    ("a total of a column", 'PERF_TOTAL(Range("E1:E2"))', 15.5),
    ("a total of points", 'PERF_TOTAL(Range("E1:E2"), Range("E1:E2"))', 15.5),
    ("two areas are refused, not read by half", 'PERF_TOTAL(Range("E1,E2"))', NA),
    ("true", 'PERF_FOOTS(15.5, Range("E1:E2"))', True),
    ("an explanation of the unscorable", 'Left(PERF_EXPLAIN(5, Range("B2"), Range("C2")), 1) <> ""', True),
]


@pytest.mark.parametrize(("formula", "result"), [row[1:] for row in FORMULAS], ids=[row[0] for row in FORMULAS])
def test_wrappers_run(ours: tuple[types.ModuleType, types.ModuleType], formula: str, result: object) -> None:
    vba = pytest.importorskip("vba")
    udfs, _ = ours
    stand_in = vba.StandIn(udf=lambda module, name, given: udfs.call_udf(module, name, given, None, Cells([[None]])))
    app = vba.excel(stand_in, cells=SHEET)
    app.add_module(f"Public Function Probe()\n    Probe = {formula}\nEnd Function\n", name="Probe")
    got = vba.cells_of(app.interpreter.run("Probe"))
    assert _shown(got, vba) == result


def _shown(value: object, vba: types.ModuleType) -> object:
    if isinstance(value, list):
        return [[_shown(each, vba) for each in row] for row in value]
    return NA if value == vba.NA else value


def test_a_python_that_cannot_be_reached_is_asked_once_not_for_every_cell() -> None:
    vba = pytest.importorskip("vba")
    stand_in = vba.StandIn(udf=None)
    app = vba.excel(stand_in)
    app.interpreter.freeze(datetime.datetime(2026, 1, 1, 9, 0, 0))
    app.add_module('Public Function Probe()\n    Probe = PERF_SCORE(10, "50", "40")\nEnd Function\n', name="Probe")
    assert [app.interpreter.run("Probe") for _ in range(3)] == [vba.NA] * 3
    assert stand_in.reached == 1
    app.interpreter.freeze(datetime.datetime(2026, 1, 1, 9, 0, 59))
    app.interpreter.run("Probe")
    assert stand_in.reached == 1
    app.interpreter.freeze(datetime.datetime(2026, 1, 1, 9, 1, 1))
    app.interpreter.run("Probe")
    assert stand_in.reached == 2


def test_missing_arguments_arrive_as_missing() -> None:
    vba = pytest.importorskip("vba")
    seen: list[object] = []
    app = vba.excel(vba.StandIn(udf=lambda module, name, given: seen.append((module, name, given)) or [[1.0]]))
    app.add_module('Public Function Probe()\n    Probe = PERF_SCORE(10, "50", "40")\nEnd Function\n', name="Probe")
    app.interpreter.run("Probe")
    assert seen == [("ziping.excel.udfs", "PERF_SCORE", [10.0, "50", "40", MISSING])]


@pytest.mark.parametrize("key", TEXTS)
def test_chinese_sentences_arrive_whole(key: str) -> None:
    vba = pytest.importorskip("vba")
    app = vba.excel(vba.StandIn())
    assert app.interpreter.run("ZipingText", [key]) == TEXTS[key]


def test_help_for_the_function_wizard_is_whole_and_short_enough() -> None:
    vba = pytest.importorskip("vba")
    app = vba.excel(vba.StandIn())
    text = wizard_module()
    told: list[tuple] = []
    text = re.sub(r"Application\.MacroOptions Macro:=(.*), Description:=(.*), Category:=(.*), ArgumentDescriptions:=(.*)", r"Note \1, \2, \3, \4", text)
    text += "\nPrivate Sub Note(name As String, help As String, label As String, args As Variant)\n    Told name & vbTab & help & vbTab & label & vbTab & Join(args, vbTab)\nEnd Sub\n"
    text += "Private Sub Told(line As String)\n    Debug.Print line\nEnd Sub\n"
    app.add_module(text, name="ZipingWizard")
    app.interpreter.run("ZipingDescribeFunctions")
    told = [tuple(line.split("\t")) for line in app.interpreter.console]
    assert told == [(f.name, f.help, "绩效自评", *(f"{a.label}：{a.help}" for a in f.arguments)) for f in FUNCTIONS]
    assert all(len(part) <= 255 for line in told for part in line)


def test_the_sign_of_a_failed_cell_is_the_same_on_both_sides() -> None:
    vba = pytest.importorskip("vba")
    assert any(f'"{cells.FAILED}"' in module.text for module in vba.modules() if module.name == "ZipingHost")
    assert NOT_AVAILABLE == -2146826246


LITERALS = [("abc", '"abc"'), ("", '""'), ("绩", "ChrW(&H7EE9)"), ('a"b', '"a" & ChrW(&H0022) & "b"'), ("绩a", 'ChrW(&H7EE9) & "a"')]


@pytest.mark.parametrize(("text", "literal"), LITERALS)
def test_texts_beyond_ascii_are_written_by_their_codes(text: str, literal: str) -> None:
    assert unicode_literal(text) == literal
