"""Names of bodies, as they are listed and as they are compared."""

from __future__ import annotations

import pytest

from ziping.rollup.bodies import alike, named

NAMES = [
    ("甲市教育局", "甲市教育局"), ("甲市教育局（盖章）", "甲市教育局"), ("甲市教育局 (公章) ", "甲市教育局"), ("甲市教育局（加盖公章）", "甲市教育局"), ("（盖章）甲市教育局", "甲市教育局"),
    ("甲市教育局（签章）", "甲市教育局"), ("甲市印章管理所", "甲市印章管理所"), ("甲市教育局（本级）", "甲市教育局（本级）"), ("甲市文物局（文章）", "甲市文物局（文章）"), ("（盖章）", ""), ("甲县 水 利 局", "甲县水利局"), ("甲县 A 区办", "甲县 A 区办"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_name_without_its_seal(text: str, name: str) -> None:
    assert named(text) == name


ALIKE = [("甲市“两新”中心", '甲市"两新"中心', True), ("甲市教育局（本级）", "甲市教育局(本级)", True), ("甲市 教育局", "甲市教育局（盖章）", True), ("甲市教育局", "乙市教育局", False), ("甲市教育局", "甲市教育局二科", False)]


@pytest.mark.parametrize(("one", "other", "same"), ALIKE)
def test_names_of_one_body(one: str, other: str, same: bool) -> None:
    assert (alike(one) == alike(other)) is same
