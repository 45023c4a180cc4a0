"""A sheet that somebody meant as a form and that is none is told with the headings it lacks; helper sheets are left in peace."""

from __future__ import annotations

from pathlib import Path

import pytest

from forms.sketch import sketch
from forms.test_bureaus import write
from ziping.checks import check
from ziping.forms.reading import examine
from ziping.rollup.record import examine as recorded

WHOLE = """
部门整体支出绩效自评表|<|<|<|<|<
填报单位：某区图书馆|<|<|<|<|<
一级指标|二级指标|三级指标|年度指标值|实际完成值|得分
产出指标|数量指标|开放天数|300天|305天|50
效益指标|社会效益指标|读者增长|≥5%|6%|50
总分|<|<|<|<|100
"""
SHEETS = [
    ("a form whose scores and results stand under no heading", "项目支出绩效自评表\n项目名称|换灯\n一级指标|二级指标|三级指标|年度指标值\n产出指标|数量指标|灯|60盏",
     "只有指标和目标值", ("实际完成值", "得分")),
    ("a form whose levels are called otherwise", "巡检情况\n方面|细项|年度指标值|实际完成值|得分\n设备|泵站|4次|4次|10", "没有认得的标题", ("一级指标", "三级指标")),
    ("headings in two rows", "项目支出绩效自评表\n一级指标|换灯\n得分|10", "没有指标表的标题行", ("三级指标", "年度指标值", "实际完成值")),
    ("base data without headings of money", "部门整体支出绩效自评基础数据表\n编制数|12\n三公经费|5|6", "没有经费的标题行", ("上年决算数", "本年预算数", "本年决算数")),
    ("a second form of the whole body", WHOLE, "是另一张部门整体支出绩效自评表", ()),
    ("a plan of goals", "项目支出绩效目标申报表\n一级指标|二级指标|三级指标|指标值\n产出指标|数量指标|灯|60盏", None, ()),
    ("a library of indicators", "指标库\n一级指标|二级指标|三级指标|指标解释\n产出指标|数量指标|灯|已换的路灯", None, ()),
    ("a cover", "绩效自评表\n某区图书馆\n二〇二三年二月", None, ()),
    ("instructions", "填写要求\n得分按评分标准填写\n总分不超过100分", None, ()),
    ("a list of names", "序号|姓名|单位\n1|甲|一室\n2|乙|二室", None, ()),
    ("last year's spending by month", "月份|预算数|执行数|执行率\n1月|10|9|90%", None, ()),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "why", "missing"), [sheet[1:] for sheet in SHEETS], ids=[sheet[0] for sheet in SHEETS])
def test_what_is_told_of_a_sheet_beside_a_form(rows: str, why: str | None, missing: tuple[str, ...]) -> None:
    evaluation = examine([sketch(WHOLE, "整体"), sketch(rows, "旁表")]).evaluation
    assert evaluation.overall is not None
    told = [(sheet.place.sheet, sheet.missing) for sheet in evaluation.unread]
    assert told == ([] if why is None else [("旁表", missing)])
    assert all(why in sheet.why for sheet in evaluation.unread)
    evaluation.file = "自评.xlsx"
    findings = [finding for finding in check(evaluation).findings if finding.code == "identity-unread"]
    assert len(findings) == (why is not None)
    assert all(word in finding.message for finding in findings for word in (why, *missing))


def test_the_rollup_keeps_what_was_not_read(tmp_path: Path) -> None:
    path = tmp_path / "自评.xlsx"
    write(path, WHOLE + "\n".join("|" for _ in range(3)) + SHEETS[0][1])
    record = recorded(str(path))
    assert record.readable
    assert record.unread == ("“Sheet1”（缺少标题实际完成值、得分）",)
    assert recorded(str(path)) == type(record).from_json(record.as_json())
