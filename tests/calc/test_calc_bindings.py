"""Every spelling under which a file may hold a call of ours, and what must stay as it is."""

from __future__ import annotations

import pytest

from ziping.calc.bindings import bound, calls, unbound

UNBOUND = {
    "small letters": ("=perf_score(10;A1;B1)", "=PERF_SCORE(10;A1;B1)"),
    "a numbered link": ("=[1]!perf_score(10;A1;B1)", "=PERF_SCORE(10;A1;B1)"),
    "a path in quotes": ("='C:\\a b\\ziping.xlam'!perf_score(A1)", "=PERF_SCORE(A1)"),
    "a path with a quote in it": ("='C:\\it''s\\ziping.xlam'!perf_score(A1)", "=PERF_SCORE(A1)"),
    "a path in Calc's own spelling": ("='file:///C:/ziping.xlam'#$Sheet1.PERF_SCORE(A1)", "=PERF_SCORE(A1)"),
    "a book's name": ("=ziping.xlam!PERF_SCORE(A1)", "=PERF_SCORE(A1)"),
    "an XLL": ("=_xll.PERF_SCORE(A1)", "=PERF_SCORE(A1)"),
    "a custom function": ("=_xldudf_PERF_SCORE(A1)", "=PERF_SCORE(A1)"),
    "a custom function behind a link": ("=[2]!_xldudf_PERF_SCORE(A1)", "=PERF_SCORE(A1)"),
    "a function newer than the file": ("=_xlfn._xlws.PERF_SCORE(A1)", "=PERF_SCORE(A1)"),
    "a lost link": ("=#REF!1!perf_score(A1)", "=PERF_SCORE(A1)"),
    "a lost link with a blank": ("=#REF! perf_score(A1)", "=PERF_SCORE(A1)"),
    "the implementation's name in small letters": ("=ziping.calc.functions.perfexecscore(A1;B1)", "=PERF_EXEC_SCORE(A1;B1)"),
    "the longer of two names": ("=perf_exec_score(A1;B1)", "=PERF_EXEC_SCORE(A1;B1)"),
    "inside another function": ('=IF(A1="";"";[1]!perf_rate(A1;B1))', '=IF(A1="";"";PERF_RATE(A1;B1))'),
    "two in one": ("=_xll.perf_rate(A1;B1)+[1]!perf_rate(A2;B2)", "=PERF_RATE(A1;B1)+PERF_RATE(A2;B2)"),
}
KEPT = {
    "bound": "=ZIPING.CALC.FUNCTIONS.PERFSCORE(10;A1;B1)",
    "a name in a text": '=IF(A1="";"请用 [1]!perf_score(A1)";1)',
    "a quoted name in a text": '="他说""perf_score(""。"',
    "a longer name": "=my_perf_score(A1)",
    "a name with an ending": "=perf_scores(A1)",
    "a name without a call": "=perf_score+1",
    "another add-in's function": "=[1]!other(A1)",
    "a sheet whose name looks like one": "='perf_score(1)'.A1",
}


@pytest.mark.parametrize(("formula", "expected"), UNBOUND.values(), ids=UNBOUND.keys())
def test_an_unbound_call_is_bound_by_its_bare_name(formula: str, expected: str) -> None:
    assert unbound(formula)
    assert bound(formula) == expected
    assert bound(expected) == expected


@pytest.mark.parametrize("formula", KEPT.values(), ids=KEPT.keys())
def test_what_is_no_unbound_call_stays_as_it_is(formula: str) -> None:
    assert not unbound(formula)
    assert bound(formula) == formula


CALLS = {
    "plain": ("=ZIPING.CALC.FUNCTIONS.PERFSCORE(10;A1;B1)", [("PERF_SCORE", ("10", "A1", "B1"))]),
    "guarded": ('=IF(F13="";"";ZIPING.CALC.FUNCTIONS.PERFSCORE(3;E13;F13))', [("PERF_SCORE", ("3", "E13", "F13"))]),
    "a semicolon in a text": ('=ZIPING.CALC.FUNCTIONS.PERFSCORE(1;"a;b)";B1)', [("PERF_SCORE", ("1", '"a;b)"', "B1"))]),
    "a calculation as an argument": ("=ZIPING.CALC.FUNCTIONS.PERFRATE(SUM(A1;A2);B1)", [("PERF_RATE", ("SUM(A1;A2)", "B1"))]),
    "a sheet with a bracket in its name": ("=ZIPING.CALC.FUNCTIONS.PERFRATE('a)'.A1;B1)", [("PERF_RATE", ("'a)'.A1", "B1"))]),
    "none": ("=SUM(A1:A3)", []),
    "only in a text": ('="ZIPING.CALC.FUNCTIONS.PERFSCORE(1)"', []),
}


@pytest.mark.parametrize(("formula", "expected"), CALLS.values(), ids=CALLS.keys())
def test_the_calls_of_a_formula_are_found_with_their_arguments(formula: str, expected: list) -> None:
    assert calls(formula) == expected
