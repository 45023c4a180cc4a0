"""Any bureau's form, read and built again as a workbook of ours, is read back with everything it said."""

from __future__ import annotations

from pathlib import Path

import pytest
from forms import drawing, variants

from ziping.evaluation import Datum, Form
from ziping.forms import build_workbook, read_sheets, read_workbook

FUND = ("initial", "adjusted", "executed", "points", "rate", "score")
ROW = ("target", "actual", "points", "score", "standard", "reason")


def said(form: Form) -> dict[str, object]:
    """Everything that stands in a form, by name; blank cells left out, for they may have become formulas."""

    def told(datum: Datum | None) -> object:
        if datum is None or datum.blank:
            return None
        return round(datum.figure.quantity.value, 10).normalize() if datum.figure else "".join(datum.text.split())

    cells = {name: told(getattr(form, name)) for name in ("project", "unit", "department", "total_points", "total_score", "grade")}
    for line in form.funds:
        cells |= {f"{line.role}/{line.label}/{name}": told(getattr(line, name)) for name in FUND}
    for number, row in enumerate(form.indicators):
        cells[f"row {number}"] = "/".join(row.path)
        cells |= {f"row {number}/{name}": told(getattr(row, name)) for name in ROW}
    for number, goal in enumerate(form.goals):
        cells |= {f"goal {number}/{name}": told(getattr(goal, name)) for name in ("expected", "achieved")}
    return {name: value for name, value in cells.items() if value is not None}


@pytest.mark.parametrize("seed", range(30))
def test_a_foreign_form_keeps_everything_it_said(seed: int, tmp_path: Path) -> None:
    foreign = read_sheets([drawing.draw(variants.choice(seed))])
    build_workbook(foreign, tmp_path / "ours.xlsx")
    ours = read_workbook(tmp_path / "ours.xlsx")
    for form, again in zip(foreign.forms, ours.forms, strict=True):
        kept = said(again)
        assert form.kind is again.kind
        for name, value in said(form).items():
            assert kept.get(name) == value, name
