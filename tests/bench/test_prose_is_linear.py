"""Reading a text takes time in proportion to its length: the time per character at 1 MB is at most 1.3 times that at 10 kB."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from ziping.prose import check_prose

sys.path.insert(0, str(Path(__file__).parents[1] / "prose"))
from grids import GRIDS  # noqa: E402
from sentences import ALL  # noqa: E402

LIMIT = 1.3
REPORT = "\n".join(f"{number}.{text}" for number, (_, text, *_) in enumerate(ALL, 1)) + "\n"
TABLES = "\n以下是表。\n".join(table for _, table, _ in GRIDS) + "\n以下是表。\n"
WITHOUT_STOPS = "支出合计100.50万元，其中：运维12.50万元，占12.44%，采购13.50万元，"


def per_character(text: str, size: int, runs: int) -> float:
    """The best time of several runs, in seconds a character; the processor's own time, so that neighbours do not count."""
    long = (text * (size // len(text) + 1))[:size]
    best = float("inf")
    for _ in range(runs):
        start = time.process_time()
        check_prose(long)
        best = min(best, time.process_time() - start)
    return best / size


@pytest.mark.parametrize(("text", "large"), [(REPORT, 1_000_000), (WITHOUT_STOPS, 200_000), (TABLES, 200_000)], ids=["report", "text without stops", "tables"])
def test_time_per_character_does_not_grow(text: str, large: int, capsys: pytest.CaptureFixture[str]) -> None:
    check_prose(text[:2000])
    small_time, large_time = per_character(text, 10_000, 9), per_character(text, large, 2)
    with capsys.disabled():
        print(f"\n{large // 1000} kB against 10 kB: {large_time / small_time:.2f} times the time a character ({large_time * 1e6:.1f} µs)")
    assert large_time / small_time <= LIMIT
