"""A failing claim names the unit that was probably meant where 元 for 万元 explains all of it, and only there."""

from __future__ import annotations

import pytest

from ziping.prose import check_prose

ROWS = [
    ("a change in another unit", "科研支出259万元，比上年同期139万元增支120元。", "“120元”为120万元"),
    ("a change in another unit, the digits wrong too", "科研支出259万元，比上年同期139万元增支140元。", ""),
    ("a rate of a change in another unit", "2022年支出8254.47万元，较上年决算数增加606.12元，增长7.9%。", "“606.12元”为606.12万元"),
    ("a rate of a change in another unit, the rate wrong too", "2022年支出8254.47万元，较上年决算数增加606.12元，增长9.7%。", ""),
    ("a share of an amount in another unit", "支出259万元，其中设备购置99元，占38.22%。", "“99元”为99万元"),
    ("a share in one unit that is wrong", "支出259万元，其中设备购置99万元，占83.22%。", ""),
]


@pytest.mark.parametrize(("text", "named"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_the_unit_that_was_meant(text: str, named: str) -> None:
    told = [claim.explanation for claim in check_prose(text).claims if claim.verdict == "fails"]
    assert told
    assert [words for words in told if "请核对单位" in words] == [words for words in told if named and f"若{named}则正好相符" in words]
    assert bool(named) == any("请核对单位" in words for words in told)
