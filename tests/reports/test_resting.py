"""A figure that a formula makes of what is not filled in is not told."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from bodies import full
from test_template_sources import ROOT, build

from ziping.amounts import WAN_YUAN, read_figure
from ziping.evaluation import Datum, Evaluation, Form, FormKind, Fund, FundLine, Ledger, LedgerLine, Place, ProjectLine, typed
from ziping.reports import report
from ziping.reports.catalogue import Gap
from ziping.reports.data import Data

SUM = '=IF(COUNT(F7:F9)=0,"",SUM(F7:F9))'


def cell(at: str, text: str, formula: str | None = None, sheet: str = "项目") -> Datum:
    """`'5` is a five that is held as a text."""
    return Datum(text.lstrip("'"), read_figure(text.lstrip("'"), WAN_YUAN), Place(sheet, at), formula, textual=text.startswith("'"))


def spent(executed: tuple[str, str, str], budgets: tuple[str, str, str], told: str, formula: str | None = SUM, name: str = "水库加固") -> Evaluation:
    """A project with three sources of money; its sum goes by way of 项目清单 and its total to the ledger's 项目支出 and the sum of all expenditure."""
    roles = (Fund.FISCAL, Fund.CARRYOVER, Fund.OTHER)
    lines = [FundLine(role.value, role, adjusted=cell(f"E{row}", budgets[row - 7]), executed=cell(f"F{row}", executed[row - 7])) for row, role in enumerate(roles, 7)]
    form = Form(FormKind.PROJECT, "项目", funds=[FundLine("年度资金总额", Fund.TOTAL, executed=cell("F6", told, formula)), *lines])
    ledger = Ledger("收支")
    listed = ProjectLine(name, executed=cell("F38", told, "=项目!F6", "收支"))
    (ledger.projects if name else ledger.nameless).append(listed)
    ledger.projects_total = ProjectLine("合计", executed=cell("F46", told, "=SUM(F38:F45)", "收支"))
    figure = read_figure(told)
    whole = f"{figure.value + 100:.2f}" if figure else "100.00"
    ledger.lines = [
        LedgerLine("支出", "支出合计", current=cell("E10", whole, "=SUM(E11,E14)", "收支")),
        LedgerLine("支出", "基本支出", current=cell("E11", "100", None, "收支"), parent="支出合计"),
        LedgerLine("支出", "项目支出", current=cell("E14", told, '=IF(F46="","",ROUND(F46,2))', "收支"), parent="支出合计"),
    ]
    return Evaluation(unit="某局", year=2024, ledger=ledger, projects=[form])


ALL = ("350", "0", "0")
# name, executed, budgets, what the sums show, the cell that is lacking for 项目支出 and for 支出合计 ("" none)
SUMS = [
    ("every source filled in", ("321.5", "0", "0"), ALL, "321.50", "", ""),
    ("nothing spent, and said so of every source", ("0", "0", "0"), ALL, "0.00", "", ""),
    ("the source that has a budget left blank", ("", "0", "0"), ALL, "0.00", "F7", "F7"),
    ("one of two sources with a budget left blank", ("300", "", "0"), ("350", "20", "0"), "300.00", "F8", "F8"),
    ("words instead of an amount", ("三百多万", "0", "0"), ALL, "0.00", "F7", "F7"),
    ("an amount held as a text, which no sum adds", ("'321.5", "0", "0"), ALL, "0.00", "F7", "F7"),
    ("sources that the project does not have", ("321.5", "", ""), ("350", "", ""), "321.50", "", ""),
    ("nought made of a nought and of blanks", ("0", "", "0"), ("", "", ""), "0.00", "F8", ""),
    ("nothing filled in at all", ("", "", ""), ALL, "", "F7", "F7"),
]


@pytest.mark.parametrize("name", ["水库加固", ""], ids=["named", "nameless"])
@pytest.mark.parametrize("row", SUMS, ids=[row[0] for row in SUMS])
def test_a_sum_is_told_where_its_parts_are_there(row: tuple, name: str) -> None:
    _, executed, budgets, shown, *lacking = row
    data = Data(spent(executed, budgets, shown, name=name))
    for figure, at in zip(("支出/项目支出.本年数", "支出/支出合计.本年数"), lacking, strict=True):
        found = data.figure(figure)
        assert isinstance(found, Gap) is bool(at), figure
        assert (found == 0) is (not at and not found)
        if at:
            data.notes.findings.clear()
            assert "【缺：" in str(found)
            assert [finding.place.cell for finding in data.notes.findings] == [at]


def test_a_total_that_somebody_typed_is_told() -> None:
    assert str(Data(spent(("", "0", "0"), ALL, "321.50", formula=None)).figure("支出/项目支出.本年数")) == "321.50万元"


def test_formulas_in_a_circle_are_followed_once() -> None:
    evaluation = spent(("321.5", "0", "0"), ALL, "321.50", formula="=SUM(F6:F9)")
    assert str(Data(evaluation).figure("支出/项目支出.本年数")) == "321.50万元"


# name, the first indicator's score, what the conclusion says and does not say
SCORES = [
    ("every indicator scored", "5", "未得满分的指标是", "【缺：1项指标的得分】"),
    ("one not computed", "#VALUE!", "尚待补齐的有【缺：1项指标的得分】；已有得分的指标中，未得满分的指标是", "。未得满分的指标是"),
    ("one blank", "", "尚待补齐的有【缺：1项指标的得分】；已有得分的指标中，未得满分的指标是", "。未得满分的指标是"),
    ("one that does not apply", "不适用", "未得满分的指标是", "【缺：1项指标的得分】"),
]


@pytest.mark.parametrize("row", SCORES, ids=[row[0] for row in SCORES])
def test_lost_points_are_told_as_all_only_where_all_is_scored(row: tuple, tmp_path: Path) -> None:
    _, score, says, never = row
    evaluation = full()
    error = score if score.startswith("#") else None
    evaluation.overall.indicators[0].score = Datum("", None, Place("整体自评表", "G13"), "=PERF_SCORE(5,E13,F13)", error) if error else typed(score)
    build.build(ROOT / "templates" / "source" / "liuyang.md", tmp_path / "t.docx")
    findings = report(evaluation, tmp_path / "out.docx", tmp_path / "t.docx")
    text = "\n".join(p.text for p in docx.Document(str(tmp_path / "out.docx")).paragraphs)
    assert says in text
    assert never not in text
    assert any(f.code == "REPORT-UNSCORED" for f in findings) is ("尚待补齐" in says)
