"""What scoring a cell costs, as ratios against a reference measured in the same run."""

from __future__ import annotations

import subprocess
import sys
import time
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from pathlib import Path

from ziping.standards import score

ADDIN = Path(__file__).parents[2] / "addin"
IMPORT_LIMIT = 3
CALL_LIMIT = 20


def _seconds(code: str) -> float:
    """Processor time inside a fresh interpreter, its own start left out: what else the machine does is not counted."""
    program = f"import sys, time; sys.path.insert(0, {str(ADDIN)!r}); t = time.process_time(); {code}; print(time.process_time() - t)"
    run = subprocess.run([sys.executable, "-I", "-S", "-c", program], capture_output=True, text=True, check=True)
    return float(run.stdout)


def test_importing_the_language_costs_little(capsys) -> None:  # noqa: ANN001
    _seconds("import ziping.standards")  # compiles what is not compiled yet
    pairs = [(_seconds("import decimal, re, tomllib"), _seconds("from ziping.standards import score")) for _ in range(11)]
    reference, ours = min(a for a, _ in pairs), min(b for _, b in pairs)
    with capsys.disabled():
        print(f"\nimport ziping.standards: {ours * 1000:.1f} ms = {ours / reference:.2f} × import decimal, re, tomllib ({reference * 1000:.1f} ms)")
    assert ours <= IMPORT_LIMIT * reference


def by_hand(points: str, actual: str) -> Decimal:
    """≤100%计5分，每超过1个百分点扣0.5分，扣完为止, as one would write it for this one rule."""
    full, value = Decimal(points), Decimal(actual.rstrip("%"))
    if value <= 100:
        return full
    steps = (value - 100).to_integral_value(ROUND_FLOOR)
    return max(Decimal(0), full - steps * Decimal("0.5")).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _best(call) -> float:  # noqa: ANN001
    times = []
    for _ in range(15):
        start = time.process_time()
        call()
        times.append(time.process_time() - start)
    return min(times)


def test_a_known_standard_costs_little_more_than_an_if(capsys) -> None:  # noqa: ANN001
    standard = "≤100%计5分，每超过1个百分点扣0.5分，扣完为止"
    actuals = [f"{90 + i / 10}%" for i in range(200)]
    assert [score("5", "", a, standard).points for a in actuals] == [by_hand("5", a) for a in actuals]  # type: ignore[union-attr]
    reference = _best(lambda: [by_hand("5", a) for a in actuals]) / len(actuals)
    ours = _best(lambda: [score("5", "", a, standard) for a in actuals]) / len(actuals)
    with capsys.disabled():
        print(f"\na call with a known standard: {ours * 1e6:.1f} µs = {ours / reference:.1f} × a hand-written if ({reference * 1e6:.2f} µs)")
    assert ours <= CALL_LIMIT * reference
