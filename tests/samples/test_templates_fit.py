"""A shipped template asks its scheme's workbooks for nothing that they do not have, and says what is still blank instead of guessing."""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from ziping.amounts import unit_named
from ziping.evaluation import Evaluation, ProjectLine, typed
from ziping.forms import build_workbook, read_workbook
from ziping.forms.build import blank
from ziping.reports import report
from ziping.schemes import available, load

ROOT = Path(__file__).parents[2]
STILL_BLANK = ("REPORT-BLANK", "REPORT-NO-TEXT", "REPORT-EMPTY-LIST", "REPORT-FORM-UNSCORED")  # known to the workbook, not filled in
SCHEMES = [id for id in available() if load(id).report]


@pytest.fixture(scope="module")
def build():  # noqa: ANN201 - the module templates/build.py
    spec = importlib.util.spec_from_file_location("template_builder", ROOT / "templates" / "build.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def told(evaluation: Evaluation, folder: Path, build) -> tuple[list, list[str]]:  # noqa: ANN001
    """The findings and paragraphs of an evaluation's report, by way of its workbook."""
    build_workbook(evaluation, folder / "book.xlsx")
    build.build(ROOT / "templates" / "source" / f"{evaluation.template}.md", folder / "template.docx")
    findings = report(read_workbook(folder / "book.xlsx"), folder / "report.docx", folder / "template.docx")
    return findings, [p.text for p in docx.Document(str(folder / "report.docx")).paragraphs]


@pytest.mark.parametrize("id", SCHEMES)
def test_a_blank_workbook_has_every_figure_and_every_text_that_the_template_asks_for(id: str, tmp_path: Path, build):
    scheme = load(id)
    findings, text = told(blank(scheme, "某某市某某局", scheme.first_year), tmp_path, build)
    assert [f.message for f in findings if f.code not in STILL_BLANK] == []
    assert [f.message for f in findings if f.code == "REPORT-NO-TEXT" and f.place is None] == []
    assert len(findings) > 10
    assert any("【缺：" in line for line in text)


GUANGDONG = {
    "收入/本年收入": ("1000", "900", None), "收入/财政拨款收入": ("950", None, None), "支出/基本支出": ("400", "300", None), "支出/项目支出": ("580", "500", None),
    "预算执行/财政下达预算数": ("1000", None, None), "预算执行/年初结转和结余": ("0", None, None), "预算执行/年末结转和结余": ("20", None, None),
    "预算执行/政府采购金额": ("0", None, "0"), "三公经费/三公经费合计": ("12", "15", "10"), "资产/全部固定资产": ("100", None, None),
    "资产/在用固定资产": ("97", None, None), "人员/行政编制数": ("10", None, None), "人员/在职人数": ("9", None, None),
}  # fmt: skip
CHANGSHA = {
    "收入/预算资金": ("100", None, "100"), "支出/人员经费": ("60", "50", None), "支出/公用经费": ("8", "10", None), "支出/项目支出": ("20", "0", None),
    "其他预算支出/政府性基金预算支出": ("5", None, None),
}  # fmt: skip
HUNAN = {
    "收入/财政补助收入": ("90", None, None), "收入/其他收入": ("10", None, None), "支出/工资福利支出": ("30", "30", None),
    "支出/一般商品和服务支出（基本支出）": ("10", "10", None), "支出/对个人和家庭补助支出": ("5", "5", None),
    "支出/一般商品和服务支出（项目支出）": ("40", "30", None), "支出/其他资本性支出": ("5", "5", None), "资产/固定资产年初原值": ("50", None, None),
    "资产/固定资产本年增加": ("10", None, None), "资产/固定资产本年减少": ("4", None, None), "三公经费/公务接待费": ("3", "4", "5"),
    "三公经费/公务用车运行维护费": ("2", "2", "2"), "三公经费/因公出国（境）费": ("0", "0", "0"), "三公经费/公务用车购置费": ("7", "0", "0"),
    "人员/编制数": ("12", None, None), "人员/在职人数": ("9", None, None),
}  # fmt: skip

# What other bodies' figures make of the sentences: scheme, figures (current, last_year, budget), projects, what must stand there.
TOLD = [
    ("expenditure below the budget handed down", "zhanjiang-2021", GUANGDONG, [], ["÷1000元×100%＝98.00%。尚有20.00元未形成支出。"]),
    ("no procurement planned", "zhanjiang-2021", GUANGDONG, [], ["没有安排政府采购预算"]),
    ("public expenses over the budget are not called within it", "zhanjiang-2021", GUANGDONG, [], ["超支2元。与2020年相比，“三公”经费减少3元，下降20.00%。"]),
    ("fixed assets in use", "zhanjiang-2021", GUANGDONG, [], ["利用率为97.00%"]),
    ("no rate of change where last year was nothing", "furong-2022", CHANGSHA, [], ["项目支出共20万元，比上年增加20万元"]),
    ("a fund's expenditure is told where there is one", "furong-2022", CHANGSHA, [], ["政府性基金预算支出5万元。"]),
    ("one project, with signs in its name", "furong-2022", CHANGSHA, [("甲<乙>&丙项目", "20")], ["用于1个项目，其中甲<乙>&丙项目为20万元。"]),
    ("two projects", "furong-2022", CHANGSHA, [("甲", "12"), ("乙", "8")], ["用于2个项目，其中甲为12万元、乙为8万元。"]),
    ("other income and a change on last year", "changde-2016", HUNAN, [], ["其他收入10元，占10.00%", "全年支出共90.00元，比上年增加10.00元，增长12.50%"]),
    ("assets taken off", "changde-2016", HUNAN, [], ["年内增加10元、减少4元，年末为56.00元"]),
    ("a car bought, and the budget exceeded", "changde-2016", HUNAN, [], ["比预算超支5.00元", "公务用车购置费7元"]),
    ("posts and their rate", "changde-2016", HUNAN, [], ["编制12人，在职人员为9人，在职人员控制率为75.00%"]),
]  # fmt: skip


@pytest.mark.parametrize(("id", "figures", "projects", "expected"), [row[1:] for row in TOLD], ids=[row[0] for row in TOLD])
def test_the_sentences_follow_the_figures(id: str, figures: dict, projects: list, expected: list[str], tmp_path: Path, build):
    evaluation = blank(id, "某某市某某局", load(id).first_year, 0)
    for path, (current, last_year, budget) in figures.items():
        line = evaluation.ledger.line(*path.split("/"))
        line.current, line.last_year, line.budget = (typed(value, line.unit) for value in (current, last_year, budget))
    evaluation.ledger.projects = [replace(ProjectLine(name), executed=typed(amount, unit_named("万元"))) for name, amount in projects]
    _, text = told(evaluation, tmp_path, build)
    for phrase in expected:
        assert any(phrase in line for line in text), "\n".join(text)
