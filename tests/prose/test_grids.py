"""Tables: totals of columns and what the cells of a row give; a wrong digit of a cell is noticed."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from ziping.prose import check_prose

sys.path.insert(0, str(Path(__file__).parent))
from grids import BOUGHT, GRIDS, GROWN, PARTED, SCORED, SHARED, SPENT, TRAPS  # noqa: E402


def told(table: str) -> list[tuple[str, str, str, str]]:
    claims = check_prose(f"有关情况如下。\n{table}\n特此说明。").claims
    return [(str(c.kind), str(c.verdict), c.stated, c.recomputed) for c in claims]


@pytest.mark.parametrize(("table", "expected"), [row[1:] for row in GRIDS], ids=[row[0] for row in GRIDS])
def test_table(table: str, expected: list[tuple[str, str, str, str]]) -> None:
    found = told(table)
    assert set(expected) <= set(found), found
    if not any(verdict == "fails" for _, verdict, *_ in expected):
        assert not [one for one in found if one[1] == "fails"]


@pytest.mark.parametrize("table", [row[1] for row in TRAPS], ids=[row[0] for row in TRAPS])
def test_trap(table: str) -> None:
    assert not [one for one in told(table) if one[1] == "fails"]


def test_a_quote_is_what_stands_at_its_position() -> None:
    for _, table, _ in GRIDS:
        for claim in check_prose(table).claims:
            assert table[claim.start : claim.end] == claim.quote
            assert claim.explanation.endswith("。")


def test_cells_are_no_part_of_a_sentence() -> None:
    assert not check_prose("支出合计30.00万元，其中：\n甲 | 12.00万元 | 1\n乙 | 15.00万元 | 2\n").claims


def test_a_wrong_digit_of_a_cell_is_noticed() -> None:
    chance, changed, noticed, missed = random.Random(2), 0, 0, []
    for table in (SPENT, BOUGHT, SCORED, PARTED, SHARED, GROWN):
        for at in range(table.index("\n", table.index("|")), len(table)):
            if not table[at].isdigit():
                continue
            if table[at - 2] == ".":
                continue  # the last decimal may be rounded
            digit = chance.choice([d for d in "123456789" if d != table[at]])
            changed += 1
            if any(one[1] == "fails" for one in told(table[:at] + digit + table[at + 1 :])):
                noticed += 1
            else:
                missed.append(table[max(0, at - 12) : at + 12] + f" → {digit}")
    assert changed > 150
    assert noticed / changed >= 0.95, "\n".join(missed)
