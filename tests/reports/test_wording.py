"""What a template's tags print."""

from __future__ import annotations

from decimal import Decimal

import pytest
from bodies import body, form, full

from ziping.amounts import PERCENT, WAN_YUAN, YUAN, Figure, unit_named
from ziping.evaluation import FormKind, typed
from ziping.reports.catalogue import CLOSE, OPEN, Notes
from ziping.reports.data import Data
from ziping.reports.language import Language
from ziping.reports.values import Shown, add, change_words, convert, saving_words, settle, share, trimmed


def told(expression: str, evaluation: object = None) -> str:
    """What `{{ expression }}` prints, marks as plain text."""
    language = Language(Data(evaluation or body()))
    text = language.environment().from_string("{{ " + expression + " }}").render(language.context())
    return settle(text).replace(OPEN, "").replace(CLOSE, "")


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ('数("收入合计.本年数")', "1487.51万元"),
        ('数("人员/在职.本年数")', "15人"),
        ('数("三公经费/公务接待.上年决算数")', "0.95万元"),
        ('数("三公经费.本年预算数")', "2.00万元"),
        ('数("“三公”经费（合计）.本年数")', "0.95万元"),
        ('数("三公经费(合计) .本年数")', "0.95万元"),
        ("三公经费.本年决算数", "0万元"),
        ("编制数", "15人"),
        ("在职人员控制率", "86.67%"),
        ("单位", "某市数据中心"),
        ("年度", "2021"),
        ("上年度", "2020"),
        ("简称", "本单位"),
        ("填报日期", "2022年5月18日"),
    ],
)
def test_a_figure_is_printed_as_shown_with_its_unit(expression: str, text: str) -> None:
    assert told(expression) == text


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ('占比("基本支出.本年数", "支出合计.本年数")', "15.51%"),
        ('占比("项目支出.本年数", "支出合计.本年数", 位=1)', "84.5%"),
        ('完成率("收入合计.本年数", "支出合计.本年数")', "100.00%"),
        ('增减("支出合计.本年数", "支出合计.上年数")', "增加375.01万元，增长33.71%"),
        ('增减("支出合计.上年数", "支出合计.本年数")', "减少375.01万元，下降25.21%"),
        ('增减("收入合计.本年数", "支出合计.本年数", 基="上年同期")', "与上年同期持平"),
        ('增减("支出合计.本年数", "支出合计.上年数", 率=False)', "增加375.01万元"),
        ('增减("收入合计.本年数", "三公经费.本年决算数")', "增加1487.51万元"),
        ('增减("三公经费.本年决算数", "三公经费.上年决算数")', "减少0.95万元，下降100.00%"),
        ('增减词("三公经费.本年决算数", "三公经费.上年决算数")', "减少"),
        ('增减额("三公经费.本年决算数", "三公经费.上年决算数")', "0.95万元"),
        ('增减率("支出合计.本年数", "支出合计.上年数")', "33.71%"),
        ('变动率("支出合计.上年数", "支出合计.本年数")', "-25.21%"),
        ('差额("支出合计.上年数", "支出合计.本年数")', "-375.01万元"),
        ('节约("三公经费.本年预算数", "三公经费.本年决算数")', "节约2.00万元"),
        ('节约("三公经费.本年决算数", "三公经费.本年预算数")', "超支2.00万元"),
        ('节约("收入合计.本年数", "支出合计.本年数")', "与预算持平"),
        ('合计("基本支出.本年数", "项目支出.本年数")', "1487.51万元"),
        ("合计(项目清单)", "6.75万元"),
        ('合计(项目清单 | map(attribute="预算数") | list)', "7.50万元"),
        ('净值("原值.本年数", "累计折旧.本年数")', "480.56万元"),
        ('数("基本支出.本年数") | 元', "2307400元"),
        ('数("支出合计.本年数") | 亿元', "0.15亿元"),
        ('数("支出合计.本年数") | 亿元(4)', "0.1488亿元"),
        ('数("支出合计.本年数") | 位(1)', "1487.5万元"),
        ('数("三公经费.本年预算数") | 去零', "2万元"),
        ('数("支出合计.本年数") | 数值', "1487.51"),
        ('差额("支出合计.上年数", "支出合计.本年数") | 绝对值', "375.01万元"),
    ],
)
def test_computed_figures(expression: str, text: str) -> None:
    assert told(expression) == text


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("列举(项目清单)", "项目11.25万元、项目22.25万元、项目33.25万元"),
        ('列举(项目清单, 列="预算数", 分隔="；", 末="和")', "项目11.50万元；项目22.50万元和项目33.50万元"),
        ('列举(项目清单, 列="")', "项目1、项目2、项目3"),
        ('列举(分项("支出/项目支出"))', "商品和服务支出508.34万元、资本性支出748.43万元、其他0万元"),
        ('列举(非零(分项("项目支出")), 末="和")', "商品和服务支出508.34万元和资本性支出748.43万元"),
        ("个数(项目清单)", "3"),
        ('列举(["甲", "乙"])', "甲、乙"),
    ],
)
def test_lists(expression: str, text: str) -> None:
    assert told(expression) == text


def test_an_empty_list_is_a_gap() -> None:
    empty = body()
    empty.ledger.projects = []
    assert told("列举(项目清单)", empty) == "【缺：项目清单】"
    assert told("个数(项目清单)", empty) == "0"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("得{{ 自评得分 }}分。", "得96.6分。"),
        ("得{{ 自评得分 }}，", "得96.6分，"),
        ("编制{{ 编制数 }}名", "编制15名"),
        ("共{{ 支出合计.本年数 }}万元", "共1487.51万元"),
        ("共{{ 支出合计.本年数 }}元", "共1487.51万元元"),  # another unit: left for the writer to see
        ("共{{ 支出合计.本年数 | 元 }}元", "共14875100元"),
        ("率{{ 在职人员控制率 }}%", "率86.67%"),
        ("{{ 编制数 }}{{ 编制数 }}", "15人15人"),
        ("{{ 编制数 }}</w:t></w:r><w:r><w:t>人", "15</w:t></w:r><w:r><w:t>人"),
        ("{{ 编制数 }}</w:t></w:r></w:p><w:p><w:r><w:t>人", "15人</w:t></w:r></w:p><w:p><w:r><w:t>人"),
    ],
)
def test_a_unit_typed_behind_a_tag_is_not_doubled(text: str, shown: str) -> None:
    language = Language(Data(full()))
    assert settle(language.environment().from_string(text).render(language.context())) == shown


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ('数("三公经费.本年决算数") == 0', True),
        ('数("三公经费.上年决算数") > 0', True),
        ('数("收入合计.本年数") == 数("支出合计.本年数")', True),
        ('数("收入合计.本年数") > 数("支出合计.本年数")', False),
        ('数("收入合计.本年数") >= (数("支出合计.本年数") | 元)', True),
        ('数("空白.本年数") == 0', False),
        ('数("空白.本年数") != 0', False),
        ('有("三公经费.本年决算数")', True),
        ('有("空白.本年数")', False),
        ('有("没有.本年数")', False),
        ('有表("基础数据表")', True),
        ('有表("监控表")', False),
        ('有素材("职能概述")', True),
        ('有素材("空着的一节")', False),
    ],
)
def test_conditions_leave_no_note(condition: str, holds: bool) -> None:
    data = Data(body())
    language = Language(data)
    text = language.environment().from_string("{% if " + condition + " %}是{% else %}否{% endif %}").render(language.context())
    assert (text, data.notes.findings) == ("是" if holds else "否", [])


@pytest.mark.parametrize(
    ("expression", "code", "named"),
    [
        ('数("空白.本年数")', "REPORT-BLANK", "空白.本年数"),
        ('数("没有.本年数")', "REPORT-ABSENT", "没有.本年数"),
        ('占比("基本支出.本年数", "空白.本年数")', "REPORT-BLANK", "空白.本年数"),
        ('占比("基本支出.本年数", "三公经费.本年决算数")', "REPORT-ZERO-BASE", "三公经费.本年决算数"),
        ('增减率("基本支出.本年数", "三公经费.本年决算数")', "REPORT-ZERO-BASE", "三公经费.本年决算数"),
        ('合计("基本支出.本年数", "人员/在职.本年数")', "REPORT-UNITS", "人员/在职.本年数"),
        ('数("人员/在职.本年数") | 万元', "REPORT-UNITS", "人员/在职.本年数"),
        ('差额("单位名称", "基本支出.本年数")', "REPORT-NOT-A-NUMBER", "单位名称"),
        ('文("空着的一节")', "REPORT-NO-TEXT", "空着的一节"),
        ('文("问题")', "REPORT-SAME-NAME", "问题"),
        ('文("没有这一节")', "REPORT-NO-TEXT", "没有这一节"),
        ("填报人", "REPORT-BLANK", "填报人"),
        ("联系电话", "REPORT-ABSENT", "联系电话"),
    ],
)
def test_a_gap_is_marked_and_noted_with_its_name(expression: str, code: str, named: str) -> None:
    data = Data(body())
    language = Language(data)
    text = language.environment().from_string("{{ " + expression + " }}").render(language.context())
    assert text.startswith(OPEN + "【缺：")
    assert named in text
    (finding,) = data.notes.findings
    assert (finding.code, finding.severity) == (code, "warning")
    assert named in finding.message
    assert finding.message.endswith("。")


def test_a_blank_cell_is_noted_with_its_place() -> None:
    data = Data(body())
    str(data.figure("空白.本年数"))
    assert data.notes.findings[0].place is not None
    assert "（《收支与资产》B" in data.notes.findings[0].message


def test_a_gap_shown_twice_is_noted_once() -> None:
    data = Data(body())
    assert str(data.figure("没有.本年数")) == str(data.figure("没有.本年数"))
    assert len(data.notes.findings) == 1


def test_texts_of_entries_stand_within_sentences() -> None:
    assert told('文("绩效/问题")') == "绩效的问题"
    assert told('文("职能概述")') == "第一段。第二段，接待费0万元"


def test_forms_are_told_by_their_rows() -> None:
    whole = full(rows=3)
    assert told('列举(失分("整体自评表"), 列="得分")', whole) == "指标14.8分"
    assert told('(指标("整体自评表") | first).指标值', whole) == "≥95%"
    assert told("(项目表 | first).全年执行数", whole) == "400万元"
    assert told("自评得分", whole) == "96.6分"
    assert told("等级", whole) == "优"


def test_the_score_of_a_scoring_form_stands_in_for_the_overall_form() -> None:
    assert told("自评得分", body(scoring=form(FormKind.SCORING, total_score=typed("92")))) == "92分"


def value(text: str, unit: object = WAN_YUAN) -> Shown:
    return Shown(typed(text, unit).figure, text, Notes())


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (lambda: add(value("1.05"), value("500", YUAN)), "1.10万元"),
        (lambda: add(value("1.05"), value("1", YUAN)), "1.0501万元"),
        (lambda: add(value("15", unit_named("人")), value("2", unit_named("人")), sign=-1), "13人"),
        (lambda: share(value("1"), value("8"), 1), "12.5%"),
        (lambda: share(value("0.125"), value("10")), "1.25%"),
        (lambda: share(value("1"), value("800")), "0.13%"),  # 0.125 half-up
        (lambda: change_words(value("90.62", PERCENT), value("88.46", PERCENT)), "提高2.16个百分点"),
        (lambda: saving_words(value("2"), value("0.95")), "节约1.05万元"),
        (lambda: convert(value("11124990.85", YUAN), "万元"), "1112.50万元"),
        (lambda: convert(value("11124950", YUAN), "万元"), "1112.50万元"),
        (lambda: convert(value("1112.50"), "元"), "11125000元"),
        (lambda: trimmed(value("969.00")), "969万元"),
        (lambda: trimmed(value("100")), "100万元"),
        (lambda: trimmed(value("0.00")), "0万元"),
    ],
)
def test_arithmetic_is_exact_and_half_up(made: object, text: str) -> None:
    assert str(made()) == text


def test_no_float_is_let_in() -> None:
    assert Shown(Figure(Decimal("1.5"), WAN_YUAN), "", Notes()) == Decimal("1.5")
    assert (value("1.5") == 1.5) is False
