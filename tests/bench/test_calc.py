"""10 000 PERF_SCORE cells in a live Calc against the same rule written as a native formula, computed in the same run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from calc.conftest import extension, person, running  # noqa: F401 - fixtures
from calc.office import Office

ROWS, LIMIT = 10_000, 15
# The rule of a ratio target, as one would write it by hand: nothing while a cell is blank, the ratio of two percentages, full points at most.
NATIVE = (
    '=IF(OR(C{row}="";B{row}="");"";ROUND(MAX(0;MIN(1;IF(ISNUMBER(B{row});B{row};VALUE(SUBSTITUTE(B{row};"%";""))/100)'
    '/(VALUE(SUBSTITUTE(SUBSTITUTE(C{row};"≥";"");"%";""))/100)))*10;2))'
)


@pytest.fixture
def sheet(running: Office) -> Iterator[tuple[Office, str]]:  # noqa: F811
    running.open()
    name = running.sheets()[0]
    running.fill(name, f"B1:C{ROWS}", [[f"{row % 9973 / 100:.2f}%", "≥95%"] for row in range(ROWS)])
    yield running, name
    running.close_all()


def test_scoring_ten_thousand_cells_against_a_native_formula(sheet: tuple[Office, str]) -> None:
    office, name = sheet
    ratios = []
    for _ in range(3):
        native, native_last, _ = office.seconds(name, f"E1:E{ROWS}", NATIVE, ROWS)
        ours, our_last, error = office.seconds(name, f"F1:F{ROWS}", "=PERF_SCORE(10;C{row};B{row})", ROWS)
        assert not error
        assert our_last == native_last
        ratios.append(ours / native)
        print(f"PERF_SCORE {ours:.3f} s, native {native:.3f} s for {ROWS} cells: {ours / native:.1f} times")
    assert min(ratios) <= LIMIT
