"""Every cell of a form is told with the cell of the workbook that it became."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from forms import drawing, variants
from forms.sketch import sketch
from workbooks.test_adopt import save

from ziping.forms import examine_workbook
from ziping.forms.files import read_grids
from ziping.forms.grid import position, text
from ziping.workbooks import adopt, plan_adoption


@pytest.mark.parametrize("seed", range(12))
def test_what_is_told_together_says_the_same(seed: int, tmp_path: Path) -> None:
    form, out = save([drawing.draw(variants.choice(seed))], tmp_path / "表.xlsx"), tmp_path / "自评.xlsx"
    plan = plan_adoption(form)
    adopt(plan, out)
    old, new = ({grid.name: grid for grid in read_grids(path)} for path in (form, out))

    def words(grids: dict, place: object) -> str:
        return "".join(text(grids[place.sheet], *position(place.cell)).split())  # type: ignore[attr-defined]

    rows = [row for each in examine_workbook(form).evaluation.forms for row in each.indicators if row.filled]
    cells = [datum for row in rows for datum in (row.actual, row.reason) if datum]
    assert cells
    assert [words(new, plan.moved[cell.place]) for cell in cells] == [words(old, cell.place) for cell in cells]
    assert all(plan.moved[row.place] for row in rows)
    assert all(entry.place in plan.moved for entry in plan.typed if entry.place)


FORM = """
附件3 | < | < | < | < | < | <
（盖章处） | < | < | < | < | < | <
项目支出绩效自评表（2022年度） | < | < | < | < | < | <
项目名称 | 闸门大修 | < | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 大修闸门 | 10扇 | 8扇 | 100 | 95
总分 | < | < | < | < | 100 | 95
"""


def test_a_score_that_stays_is_told_with_both_cells(tmp_path: Path) -> None:
    form, out = save([sketch(FORM, "表")], tmp_path / "表.xlsx"), tmp_path / "自评.xlsx"
    plan = plan_adoption(form)
    (line,) = [line for line in plan.lines() if "大修闸门 得分" in line]
    assert line.startswith("表!G6→表!")
    new = next(each for each in plan.as_json()["typed"] if each["cell"] == "G6")
    adopt(plan, out)
    book = openpyxl.load_workbook(out)
    assert book[new["new_sheet"]][new["new_cell"]].value == 95
    told = [[cell.value for cell in row] for row in book["识别说明"].iter_rows()]
    assert ["表", "G6", f"{new['new_sheet']}!{new['new_cell']}"] in [[row[0], row[1], row[4]] for row in told]
