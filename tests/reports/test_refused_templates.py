"""Templates that are refused: one Chinese sentence with template, place and word, and nothing written."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest
from bodies import body
from words import make

from ziping.refusal import Refusal
from ziping.reports import TemplateFault, report

UNNAMED = [
    ("a scheme without a template", "national-project-2020", "", "方案“项目支出绩效自评（财预〔2020〕10号）”没有配套的报告模板"),
    ("a scheme that is not shipped", "某市-2021", "", "方案“某市-2021”没有配套的报告模板"),
    ("a template that is not there", "liuyang-2021", "某市", "没有名为“某市”的报告模板"),
    ("neither", "", "", "没有写明用哪个报告模板"),
]


@pytest.mark.parametrize(("scheme", "template", "words"), [row[1:] for row in UNNAMED], ids=[row[0] for row in UNNAMED])
def test_a_workbook_without_a_template_is_told_what_to_name(scheme: str, template: str, words: str, tmp_path: Path) -> None:
    evaluation = body()
    evaluation.scheme, evaluation.template = scheme, template
    with pytest.raises(Refusal, match="--template") as caught:
        report(evaluation, tmp_path / "报告.docx")
    assert words in str(caught.value)
    assert str(caught.value).count("。") == 1
    assert not list(tmp_path.iterdir())


def test_a_workbook_that_names_none_takes_its_schemes_template(tmp_path: Path) -> None:
    evaluation = body()
    evaluation.scheme, evaluation.template = "zhanjiang-2021", ""
    report(evaluation, tmp_path / "报告.docx")
    assert (tmp_path / "报告.docx").exists()


@pytest.mark.parametrize(
    ("paragraph", "words"),
    [
        ("全年支出{{ 支出总计 }}。", ["正文“全年支出{{ 支出总计 }}。”一段", "“支出总计”"]),
        ("{% for 项 in 清单 %}{{ 项 }}{% endfor %}", ["“清单”"]),
        ('{{ 数("支出合计.决算") }}', ["列名“决算”不存在"]),
        ("{{ 支出合计.决算 }}", ["列名“决算”不存在"]),
        ('{% if False %}{{ 占比("支出合计.本年", 1) }}{% endif %}', ["列名“本年”不存在"]),
        ('{{ 数("支出合计.本年数") | 万圆 }}', ["过滤器“万圆”"]),
        ("{% if 年度 %}没有结束", ["没有配对", "endif"]),
        ("{{ 数( }}", ["写法有误"]),
        ("｛｛ 年度 ｝｝", ["全角的“｛｛”"]),
        ("{％ if 年度 ％}", ["全角的“{％”"]),
        ("{% 如果 年度 %}", ["没有的标记“如果”"]),
        ('{{ 表("总表") }}', ["没有叫“总表”的表"]),
        ('{{ 指标("总表") }}', ["没有叫“总表”的自评表"]),
        ("{{ 占比(1) }}", ["函数或运算用法有误"]),
        ("{{ 列举(年度) }}", ["函数或运算用法有误"]),
        ("{{ (项目清单 | first).总额 }}", ["取不到“总额”"]),
        ('见{{ 素材("职能概述") }}', ["各自独占一段", "“见”"]),
        ("{% include 'x' %}", ["不允许在模板里执行"]),
    ],
)
def test_what_cannot_exist_is_refused(tmp_path: Path, paragraph: str, words: list[str]) -> None:
    path = make(tmp_path / "模板.docx", "# 概况", "前一段。", paragraph)
    out = tmp_path / "报告.docx"
    with pytest.raises(TemplateFault) as caught:
        report(body(), out, path)
    message = str(caught.value)
    assert message.startswith("模板“模板.docx”")
    assert message.endswith("。")
    assert "\n" not in message
    for word in words:
        assert word in message
    assert sorted(p.name for p in tmp_path.iterdir()) == ["模板.docx"]


@pytest.mark.parametrize(
    "expression",
    [
        "''.__class__.__mro__[1].__subclasses__()",
        "数.__globals__",
        "数.__self__.evaluation",
        "项目清单.__class__",
        "(项目清单 | first)._cells",
        "支出合计._data.evaluation",
        "项目清单.append(1)",
        "self.__init__",
        "'a' * 1000000000",
        "10 ** 1000000000",
        "'%1000000000d' % 1",
        "'{:1000000000}'.format(1)",
        "'a'.ljust(1000000000)",
        "range(1000000000)",
        "lipsum(100000)",
        "cycler.__init__.__globals__",
        "namespace()",
        "[]|attr('__class__')",
        "'a'|center(1000000000)",
        "项目清单|map('attr', '__class__')|list",
        "项目清单|map(attribute='__class__')|list",
        "项目清单|map(attribute='_cells')|list",
        "'a'" + "|replace('a', 'aaaaaaaaaa')" * 9,
        "'a' + 'b'",
        "[1] + [2]",
    ],
)
def test_code_is_not_run(tmp_path: Path, expression: str) -> None:
    path = make(tmp_path / "t.docx", "{{ " + expression + " }}")
    with pytest.raises(TemplateFault):
        report(body(), tmp_path / "out.docx", path)
    assert not (tmp_path / "out.docx").exists()


def test_headers_and_properties_are_compared_too(tmp_path: Path) -> None:
    with pytest.raises(TemplateFault, match="页眉.*“页眉变量”"):
        report(body(), tmp_path / "out.docx", make(tmp_path / "a.docx", "正文", header="{{ 页眉变量 }}"))
    with pytest.raises(TemplateFault, match="文档属性“标题”.*“属性变量”"):
        report(body(), tmp_path / "out.docx", make(tmp_path / "b.docx", "正文", title="{{ 属性变量 }}"))


@pytest.mark.parametrize(
    "text",
    [
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
        "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}",
        "{% for a in 'ab' %}" * 4 + "x" + "{% endfor %}" * 4,
        "{% set a = 'xx' %}" + "{% set a = a ~ a %}" * 40 + "{{ a }}",
        "{% set a %}x{% endset %}{% set a %}{{ a }}{{ a }}{% endset %}{{ a }}",
        "{% import 'x' as y %}",
        "{% extends 'x' %}",
        "{% filter replace('a', 'b') %}a{% endfilter %}",
    ],
)
def test_what_could_run_without_end_is_refused_before_it_runs(tmp_path: Path, text: str) -> None:
    with pytest.raises(TemplateFault, match="不允许在模板里执行"):
        report(body(), tmp_path / "out.docx", make(tmp_path / "t.docx", text))


def test_what_a_wording_needs_is_allowed(tmp_path: Path) -> None:
    text = "{% for 项 in 项目清单 %}{% set 名 = 项.名称 %}{{ 数('项目清单/' ~ 名 ~ '.执行数') | replace('万元', '') }} {% endfor %}{{ '甲' ~ 年度 }}"
    report(body(), tmp_path / "out.docx", make(tmp_path / "t.docx", text + "{% for a in 'a' %}{% for b in 'b' %}{% for c in 'c' %}{{ c }}{% endfor %}{% endfor %}{% endfor %}"))
    assert docx.Document(str(tmp_path / "out.docx")).paragraphs[0].text == "1.25 2.25 3.25 甲2021c"


def bomb(path: Path) -> Path:
    make(path, "x")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/bomb.xml", b" " * 31_000_000)
    return path


def test_a_template_that_unpacks_to_a_flood_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TemplateFault, match="展开后太大"):
        report(body(), tmp_path / "out.docx", bomb(tmp_path / "t.docx"))


def write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def plain_zip(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "a")
    return path


def broken_document(path: Path) -> Path:
    make(path, "正文")
    content = path.read_bytes()
    return write(path, content[: len(content) // 2])


def hollow_document(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    return path


@pytest.mark.parametrize(
    ("maker", "words"),
    [
        (lambda p: p, "找不到报告模板"),
        (lambda p: write(p, b""), "不是可用的 Word 文件"),
        (lambda p: write(p, b"\xd0\xcf\x11\xe0" + b"\0" * 600), "不是可用的 Word 文件"),
        (plain_zip, "不是 Word 文件"),
        (broken_document, "不是可用的 Word 文件"),
        (hollow_document, "不是可用的 Word 文件"),
    ],
)
def test_a_file_that_is_no_template_is_refused(tmp_path: Path, maker: object, words: str) -> None:
    path = maker(tmp_path / "t.docx")
    with pytest.raises(TemplateFault, match=words):
        report(body(), tmp_path / "out.docx", path)


def test_a_workbook_without_a_template_is_told_which_there_are(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="没有写明用哪个报告模板.*--template"):
        report(body(), tmp_path / "out.docx")
    with pytest.raises(Refusal, match="没有名为“不存在”的报告模板"):
        report(body(template="不存在"), tmp_path / "out.docx")


def test_a_workbook_of_projects_alone_is_offered_no_template_of_the_whole_body(tmp_path: Path) -> None:
    evaluation = body()
    evaluation.overall = evaluation.scoring = evaluation.base = evaluation.ledger = None
    with pytest.raises(Refusal, match="只有项目自评表.*--template") as caught:
        report(evaluation, tmp_path / "out.docx")
    assert not any(name in str(caught.value) for name in ("liuyang", "changde", "furong", "zhanjiang"))
    with pytest.raises(Refusal, match="changde、furong、liuyang、zhanjiang"):
        report(body(), tmp_path / "out.docx")


def test_a_report_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    out = write(tmp_path / "out.docx", b"old")
    with pytest.raises(TemplateFault):
        report(body(), out, make(tmp_path / "t.docx", "{{ 没有 }}"))
    assert out.read_bytes() == b"old"
    report(body(), out, make(tmp_path / "t.docx", "{{ 单位 }}"))
    assert docx.Document(str(out)).paragraphs[0].text == "某市数据中心"
