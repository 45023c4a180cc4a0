"""The five published reports: what is understood, what does not hold, and nothing else.

The snapshot was read line by line. A line is `verdict kind stated recomputed quote`, the quote cut to 14 characters.
`UPDATE_SNAPSHOTS=1 pytest tests/prose/test_seeds.py` writes it anew.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from ziping.prose import ProseResult, check_prose

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
SNAPSHOTS = Path(__file__).parent / "snapshots"
NAMES = ("changde-2016", "furong-2022", "liuyang-2020", "liuyang-2021", "zhanjiang-2021")
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the published reports are not here")


def read(name: str) -> ProseResult:
    return check_prose((SEEDS / f"{name}.txt").read_text(encoding="utf-8"))


def lines(result: ProseResult) -> list[str]:
    told = [f"{c.verdict} {c.kind} {c.stated} {c.recomputed} {short(c.quote)}" for c in result.claims]
    return told + [f"{f.severity} {f.code} {short(f.quote)}" for f in result.findings]


def short(quote: str) -> str:
    return re.sub(r"\s+", "", quote)[:14]


@pytest.mark.parametrize("name", NAMES)
def test_everything_that_was_read_by_a_person_is_still_read_so(name: str) -> None:
    path = SNAPSHOTS / f"{name}.txt"
    now = "\n".join(lines(read(name))) + "\n"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.write_text(now, encoding="utf-8")
    assert now == path.read_text(encoding="utf-8")


def fails(name: str) -> list[tuple[str, str, str]]:
    return [(str(c.kind), c.stated, c.recomputed) for c in read(name).claims if c.verdict == "fails"]


@pytest.mark.parametrize("name", ["furong-2022", "liuyang-2021", "zhanjiang-2021"])
def test_a_report_without_arithmetic_errors_has_none(name: str) -> None:
    assert fails(name) == []


def test_share_of_assets_and_their_total() -> None:
    assert fails("liuyang-2020") == [("share", "98.93%", "90.62%"), ("shares", "100%", "108.31%")]


def test_parts_above_their_total_and_a_unit() -> None:
    assert fails("changde-2016") == [
        ("parts", "36031421.1元", "46292542.16元"),
        ("parts", "36031421.1元", "66311159.50元"),
        ("unit", "18041267.77万元", "18041267.77元"),
    ]
    items = next(c for c in read("changde-2016").claims if c.recomputed == "66311159.50元")
    assert "45951992.00元" in items.explanation


def test_at_least_sixty_claims_hold() -> None:
    assert sum(c.verdict == "holds" for name in NAMES for c in read(name).claims) >= 60


@pytest.mark.parametrize(
    ("name", "code", "count"),
    [("furong-2022", "prose-number-mixed", 5), ("furong-2022", "prose-section-empty", 3), ("changde-2016", "prose-number-missing", 1),
     ("changde-2016", "prose-number-doubled", 1), ("liuyang-2020", "prose-year", 1), ("liuyang-2021", "prose-number-doubled", 0)],
)  # fmt: skip
def test_findings(name: str, code: str, count: int) -> None:
    assert sum(finding.code == code for finding in read(name).findings) == count


def test_an_estimate_in_words_is_left_alone() -> None:
    text = (SEEDS / "changde-2016.txt").read_text(encoding="utf-8")
    at = text.index("按8%估算")
    assert not [c for c in check_prose(text).claims if c.start <= at <= c.end]
