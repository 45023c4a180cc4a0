"""Slips of the pen are found: one figure of a values-only copy is typed wrong, and a finding names its cell.

Asked of every figure that stands in an equality which holds. A change within the rounding of the figures it is added to cannot be found by
anybody and is left out. Every fifth cell is tried; `ZIPING_MUTATIONS=all` tries each.
"""

from __future__ import annotations

import os
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from checks.mutations import SLIPS, figures, size, slips, values_only, with_cell
from checks.whole import whole
from ziping.checks import FAMILIES, check
from ziping.checks.book import Book
from ziping.checks.run import CheckResult, run
from ziping.evaluation import Datum, Evaluation, Place
from ziping.findings import Finding

SAMPLES = Path(__file__).parents[2] / "workbooks" / "samples"
STEP = 1 if os.environ.get("ZIPING_MUTATIONS") == "all" else 5
LEAST = Decimal("0.95")
# The text and the formulas say nothing new of a copy that holds values only, and reading them a thousand times is slow.
NEEDED = [family for family in FAMILIES if family.name not in ("narrative", "formulas")]


def identity(finding: Finding) -> tuple:
    return finding.code, finding.place, finding.related, finding.shown_actual, finding.shown_expected


def rounding(place: Place, bound: CheckResult) -> Decimal:
    """The tightest equality the cell stands in: the sum of the roundings of the others, in base units."""
    slacks = [
        sum((d.figure.quantity.slack for d in data if d is not None and d.figure is not None), Decimal(0))
        for data in bound.bound if any(d is not None and d.place == place for d in data)
    ]
    return min(slacks, default=Decimal(0))


def tried(evaluation: Evaluation) -> list[tuple[str, Place, Datum, bool]]:
    """(slip, cell, as retyped, whether a new finding names the cell) of each slip that is larger than the rounding."""
    before = run(Book(evaluation), NEEDED)
    known = {identity(finding) for finding in before.findings}
    found = []
    cells = [(place, datum) for place, (datum, _) in figures(evaluation).items() if place in before.covered]
    for place, datum in cells[::STEP]:
        for slip, new in slips(datum):
            moved = size(datum, new)
            if moved is not None and datum.figure and moved.scaleb(datum.figure.unit.shift) <= rounding(place, before):
                continue
            after = run(Book(with_cell(evaluation, place, new)), NEEDED)
            hit = any(place == f.place or place in f.related for f in after.findings if identity(f) not in known)
            found.append((slip, place, new, hit))
    return found


TALLY: Counter = Counter()


@pytest.mark.parametrize("name", ["whole", *sorted(path.stem for path in SAMPLES.glob("*.xlsx"))])
def test_slips_are_found(name: str, capsys: pytest.CaptureFixture) -> None:
    from ziping.forms import read_workbook

    evaluation = values_only(whole() if name == "whole" else read_workbook(SAMPLES / f"{name}.xlsx"))
    trials = tried(evaluation)
    total, hits = Counter(t[0] for t in trials), Counter(t[0] for t in trials if t[3])
    with capsys.disabled():
        rates = "  ".join(f"{slip} {hits[slip]}/{total[slip]}" for slip in SLIPS)
        print(f"\n{name}: {rates}  all {Decimal(100 * hits.total()) / total.total():.1f}%")
    missed = [f"{slip}: {place} retyped {new.text!r}" for slip, place, new, hit in trials if not hit]
    assert hits.total() >= LEAST * total.total(), "\n".join(missed)


def test_the_whole_evaluation_leaves_few_figures_alone() -> None:
    """Most figures stand in an equality; the rest are parts of 其中 and figures of their own."""
    evaluation = values_only(whole())
    covered = check(evaluation).covered
    alone = [place for place in figures(evaluation) if place not in covered]
    assert len(alone) * 4 < len(figures(evaluation))
