"""The written document: its text, its numbering, its look, its bytes."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import docx
import pytest
from bodies import HOSTILE, body, form, full
from docx.oxml.ns import qn
from lxml import etree
from words import cells, everything, lines, make, split_runs

from ziping import resources
from ziping.amounts import POINTS
from ziping.evaluation import Datum, Entry, FormKind, typed
from ziping.reports import report

W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("执行率<90%且>80%", "执行率<90%且>80%"),
        ("甲 & 乙 &lt; 丙 &amp;", "甲 & 乙 &lt; 丙 &amp;"),
        ("“双引号”‘单引号’\"'", "“双引号”‘单引号’\"'"),
        ("{% if 年度 %} {# x #} {% raw %} }} %}", "{% if 年度 %} {# x #} {% raw %} }} %}"),
        ("{_{ 单位 }_} ｛｛单位｝｝ {_% x %_}", "{_{ 单位 }_} ｛｛单位｝｝ {_% x %_}"),
        ("上一行\n下一行\r\n第三行", "上一行\n下一行\n第三行"),
        ("\x07响铃\x0c换页\x00\ue000\ue010\x9f", "响铃换页"),
        ("<w:p/></w:t>", "<w:p/></w:t>"),
        ("≥95％、①②③、𠮷野家", "≥95％、①②③、𠮷野家"),
    ],
)
def test_text_of_the_workbook_comes_out_as_it_was_typed(tmp_path: Path, text: str, shown: str) -> None:
    evaluation = body(narrative=[Entry(("节",), Datum(text))], unit=text.replace("\n", "").replace("\r", ""))
    report(evaluation, tmp_path / "out.docx", make(tmp_path / "t.docx", "【{{ 单位 }}】后文", '{{ 素材("节") }}', header="页眉{{ 单位 }}"))
    found = lines(tmp_path / "out.docx")
    assert found[1:] == [line for line in shown.split("\n") if line]
    whole = shown.replace("\n", "")
    assert found[0] == f"【{whole}】后文"
    assert docx.Document(str(tmp_path / "out.docx")).sections[0].header.paragraphs[0].text == f"页眉{whole}"


def test_tags_split_over_runs_and_curly_quotes_in_tags_are_read(tmp_path: Path) -> None:
    template = split_runs(make(tmp_path / "t.docx", "共{{ 数(“支出合计.本年数”) }}。", "{% if 样例 %}样例{% endif %}"))
    report(body(), tmp_path / "out.docx", template)
    assert lines(tmp_path / "out.docx") == ["共1487.51万元。", "样例"]


def test_literal_braces_of_a_template_are_printed(tmp_path: Path) -> None:
    report(body(), tmp_path / "out.docx", make(tmp_path / "t.docx", "写作{_{ 年度 }_}，得{{ 年度 }}"))
    assert lines(tmp_path / "out.docx") == ["写作{{ 年度 }}，得2021"]


@pytest.mark.parametrize(
    "tag",
    ["{{ 占比（“基本支出.本年数”，“支出合计.本年数”） }}", '{{ 占比("基本支出.本年数"，"支出合计.本年数"，位＝2) }}', "{{　占比(“基本支出.本年数”,“支出合计.本年数”)｜位（2）　}}"],
)
def test_signs_of_a_chinese_keyboard_are_read_in_tags(tmp_path: Path, tag: str) -> None:
    report(body(), tmp_path / "out.docx", make(tmp_path / "t.docx", tag))
    assert lines(tmp_path / "out.docx") == ["15.51%"]


def test_wide_brackets_in_a_name_stay(tmp_path: Path) -> None:
    report(body(), tmp_path / "out.docx", make(tmp_path / "t.docx", "{{ 数（“没有（这一行）.本年数”） }}"))
    assert lines(tmp_path / "out.docx") == ["【缺：没有（这一行）.本年数】"]


def test_an_entry_and_those_below_it_stand_under_their_headings(tmp_path: Path) -> None:
    template = make(tmp_path / "t.docx", "# 概况", "## 职能", '{{ 素材("职能概述") }}', "# 下一章", "完。")
    findings = report(body(), tmp_path / "out.docx", template)
    paragraphs = [(p.style.name, p.text) for p in docx.Document(str(tmp_path / "out.docx")).paragraphs]
    assert paragraphs == [
        ("Heading 1", "概况"),
        ("Heading 2", "职能"),
        ("Normal", "第一段。"),
        ("Normal", "第二段，接待费0万元。"),
        ("Heading 3", "主要职责"),
        ("Normal", "支出14875100元，【缺：没有的.本年数】。"),
        ("Heading 3", "空着的一节"),
        ("Normal", "【缺：部门概况/职能概述/（二）空着的一节】"),
        ("Heading 1", "下一章"),
        ("Normal", "完。"),
    ]
    assert [f.code for f in findings] == ["REPORT-PLACEHOLDER", "REPORT-NO-TEXT", *["REPORT-UNUSED-TEXT"] * 3]


def test_an_entry_can_be_taken_without_those_below(tmp_path: Path) -> None:
    report(body(), tmp_path / "out.docx", make(tmp_path / "t.docx", '{{ 素材("职能概述", 下级=False) }}'))
    assert lines(tmp_path / "out.docx") == ["第一段。", "第二段，接待费0万元。"]


def test_a_placeholder_in_a_text_is_a_name_and_never_code(tmp_path: Path) -> None:
    text = "{{单位}}、{{ 年度 }}、{{支出合计.本年数|亿元}}、{{年度*7}}、{{单位.__class__}}、{{合计(项目清单)}}"
    evaluation = body(narrative=[Entry(("节",), Datum(text))])
    findings = report(evaluation, tmp_path / "out.docx", make(tmp_path / "t.docx", '{{ 素材("节") }}', '{{ 文("节") }}'))
    shown = "某市数据中心、2021、0.15亿元、【缺：年度*7】、【缺：单位.__class__】、【缺：合计(项目清单)】"
    assert lines(tmp_path / "out.docx") == [shown, shown]
    assert [f.code for f in findings] == ["REPORT-PLACEHOLDER"] * 3


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("编制{{编制数}}名。", "编制15名。"),
        ("编制{{编制数}}人。", "编制15人。"),
        ("编制{{编制数}}，", "编制15人，"),
        ("支出{{支出合计.本年数}}万元。", "支出1487.51万元。"),
        ("支出{{支出合计.本年数|元}}元。", "支出14875100元。"),
        ("控制率{{在职人员控制率}}%", "控制率86.67%"),
        ("支出{{支出合计.本年数}}", "支出1487.51万元"),
        ("{{支出合计.本年数}}万", "1487.51万元万"),
    ],
)
def test_a_unit_typed_behind_a_placeholder_is_not_doubled(tmp_path: Path, text: str, shown: str) -> None:
    report(body(narrative=[Entry(("节",), Datum(text))]), tmp_path / "out.docx", make(tmp_path / "t.docx", '{{ 素材("节") }}'))
    assert lines(tmp_path / "out.docx") == [shown]


@pytest.mark.parametrize(("score", "error", "codes"), [
    ("", None, ["REPORT-FORM-UNSCORED"]), ("", "#VALUE!", ["REPORT-FORM-ERROR"]), ("5", None, [])])
def test_what_a_form_marks_is_told_once(tmp_path: Path, score: str, error: str | None, codes: list[str]) -> None:
    evaluation = full()
    for row in evaluation.overall.indicators[:2]:
        row.score = Datum(error, error=error) if error else typed(score, POINTS)
    findings = report(evaluation, tmp_path / "out.docx", make(tmp_path / "t.docx", '{{ 表("整体自评表") }}'))
    assert [f.code for f in findings if f.code.startswith("REPORT-FORM")] == codes


def test_marks_are_highlighted_and_nothing_else_is(tmp_path: Path) -> None:
    report(body(), tmp_path / "out.docx", make(tmp_path / "t.docx", "前{{ 数(\"没有.本年数\") }}中{{ 填报人 }}后", header="{{ 联系电话 }}"))
    document = docx.Document(str(tmp_path / "out.docx"))
    runs = [(run.text, run.font.highlight_color is not None) for run in document.paragraphs[0].runs if run.text]
    assert runs == [("前", False), ("【缺：没有.本年数】", True), ("中", False), ("【缺：填报人】", True), ("后", False)]
    assert document.sections[0].header.paragraphs[0].runs[0].font.highlight_color is not None
    with zipfile.ZipFile(tmp_path / "out.docx") as archive:
        assert not any(re.search("[\ue000-\ue0ff]", archive.read(name).decode("utf-8", "ignore")) for name in archive.namelist() if name.endswith(".xml"))


def test_a_paragraph_that_a_condition_empties_goes_and_an_empty_one_stays(tmp_path: Path) -> None:
    tags = "{%p if 年度 < 2000 %}", "更旧", "{%p endif %}"
    template = make(tmp_path / "t.docx", "一", "{% if 年度 < 2000 %}旧{% endif %}", "", *tags, "二", header="{{ 单位 }}")
    report(body(), tmp_path / "out.docx", template)
    assert [p.text for p in docx.Document(str(tmp_path / "out.docx")).paragraphs] == ["一", "", "二"]
    with zipfile.ZipFile(tmp_path / "out.docx") as archive:
        assert not [name for name in archive.namelist() if b"00FACADE" in archive.read(name)]


def test_paragraphs_repeat_over_a_list(tmp_path: Path) -> None:
    report(body(), tmp_path / "out.docx", make(tmp_path / "t.docx", "{%p for 项 in 项目清单 %}", "{{ 项.名称 }}：{{ 项.金额 }}", "{%p endfor %}"))
    assert lines(tmp_path / "out.docx") == ["项目1：1.25万元", "项目2：2.25万元", "项目3：3.25万元"]


@pytest.mark.parametrize("count", [0, 1, 400])
def test_a_list_may_be_empty_or_long(tmp_path: Path, count: int) -> None:
    evaluation = full(rows=max(count, 1))
    evaluation.ledger.projects = evaluation.ledger.projects[:1] * count
    report(evaluation, tmp_path / "out.docx", make(tmp_path / "t.docx", "{{ 列举(项目清单) }}", '{{ 表("项目清单") }}', '{{ 表("评分表") }}'))
    text = everything(tmp_path / "out.docx")
    if count:
        assert text.count("项目1") == 2 * count
        assert len(cells(tmp_path / "out.docx")) == count + 1
        assert len(cells(tmp_path / "out.docx", 1)) == count + 3
    else:
        assert "【缺：项目清单】" in text


def test_hostile_text_in_every_cell_of_a_form(tmp_path: Path) -> None:
    evaluation = full()
    for each in evaluation.forms:
        for row in each.indicators:
            row.target = row.actual = row.reason = Datum(HOSTILE)
    names = ("整体自评表", "项目自评表", "监控表", "评分表")
    report(evaluation, tmp_path / "out.docx", make(tmp_path / "t.docx", *(f'{{{{ 表("{name}") }}}}' for name in names)))
    text = everything(tmp_path / "out.docx")
    assert text.count("执行率<90%且>80% & 甲“乙”‘丙’ {{ 7*7 }} {% raw %} ") == 5 * 12 * 3
    assert text.count("第二行") == 5 * 12 * 3


def test_wide_forms_lie_across_and_the_rest_stands_upright(tmp_path: Path) -> None:
    template = make(tmp_path / "t.docx", "前。", '{{ 表("基础数据表") }}', '{{ 表("监控表") }}', '{{ 表("评分表") }}', "后。", '{{ 表("监控表") }}')
    report(full(), tmp_path / "out.docx", template)
    sections = docx.Document(str(tmp_path / "out.docx")).sections
    assert [s.page_width > s.page_height for s in sections] == [False, True, False, True]
    upright, across = sections[0], sections[1]
    assert (across.page_width, across.page_height) == (upright.page_height, upright.page_width)
    assert across.left_margin in (upright.top_margin, upright.bottom_margin)


def test_no_table_is_wider_than_its_page(tmp_path: Path) -> None:
    names = ("基础数据表", "项目自评表", "监控表", "评分表", "整体自评表", "收支", "项目清单")
    report(full(), tmp_path / "out.docx", make(tmp_path / "t.docx", *(f'{{{{ 表("{name}") }}}}' for name in names)))
    document = docx.Document(str(tmp_path / "out.docx"))
    sections, at, seen = list(document.sections), 0, 0
    for child in document.element.body:
        if child.tag == qn("w:tbl"):
            widths = [int(column.get(qn("w:w"))) for column in child.iter(qn("w:gridCol"))]
            section = sections[at]
            assert sum(widths) <= (section.page_width - section.left_margin - section.right_margin) / 635
            assert min(widths) > 0
            seen += 1
        at += child.find("w:pPr/w:sectPr", W) is not None
    assert seen == len(names) + 1 + 4  # two project forms; four forms in two parts


def test_the_heading_of_the_indicators_heads_every_page(tmp_path: Path) -> None:
    report(full(), tmp_path / "out.docx", make(tmp_path / "t.docx", '{{ 表("整体自评表") }}', '{{ 表("评分表") }}', '{{ 表("基础数据表") }}'))
    tables = docx.Document(str(tmp_path / "out.docx")).tables
    repeated = [[row.cells[0].text for row in table.rows if row._tr.find("w:trPr/w:tblHeader", W) is not None] for table in tables]
    assert repeated == [[], ["一级指标"], ["一级指标"], []]
    between = tables[0]._tbl.getnext()
    assert between.find("w:pPr/w:rPr/w:vanish", W) is not None
    assert between.getnext() is tables[1]._tbl


def test_merges_cover_the_grid_exactly(tmp_path: Path) -> None:
    names = ("项目自评表", "监控表", "整体自评表", "收支", "基础数据表")
    report(full(), tmp_path / "out.docx", make(tmp_path / "t.docx", *(f'{{{{ 表("{name}") }}}}' for name in names)))
    for table in docx.Document(str(tmp_path / "out.docx")).element.body.iter(qn("w:tbl")):
        columns = len(list(table.iter(qn("w:gridCol"))))
        open_merges: set[int] = set()
        for row in table.iter(qn("w:tr")):
            at, merges = 0, set()
            for cell in row.iter(qn("w:tc")):
                span = cell.find("w:tcPr/w:gridSpan", W)
                merge = cell.find("w:tcPr/w:vMerge", W)
                if merge is not None and merge.get(qn("w:val")) == "continue":
                    assert at in open_merges
                if merge is not None:
                    merges.add(at)
                at += int(span.get(qn("w:val"))) if span is not None else 1
            assert at == columns
            open_merges = merges


def test_the_same_evaluation_gives_the_same_bytes(tmp_path: Path) -> None:
    template = make(tmp_path / "t.docx", "{{ 单位 }}", '{{ 表("基础数据表") }}')
    report(body(), tmp_path / "a.docx", template)
    report(body(), tmp_path / "b.docx", template)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


@pytest.mark.parametrize(("filled", "day"), [("2022年5月18日", "2022-05-18"), ("2022/5/18", "2022-05-18"), ("", "2021-12-31"), ("2022年13月40日", "2021-12-31")])
def test_properties_are_the_reports(tmp_path: Path, filled: str, day: str) -> None:
    evaluation = body(unit="甲&乙<局>", settings={"填报日期": Datum(filled)})
    report(evaluation, tmp_path / "out.docx", make(tmp_path / "t.docx", "x", title="{{ 年度 }}年报告（{{ 单位 }}）"))
    properties = docx.Document(str(tmp_path / "out.docx")).core_properties
    assert properties.title == "2021年报告（甲&乙<局>）"
    assert properties.author == "甲&乙<局>"
    assert str(properties.created.date()) == day


def footnoted(path: Path, text: str) -> Path:
    """A template with the text in a footnote."""
    make(path, "正文")
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    notes = f'<w:footnotes {w}><w:footnote w:id="1"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    with zipfile.ZipFile(path) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    content["word/footnotes.xml"] = notes.encode()
    content["[Content_Types].xml"] = content["[Content_Types].xml"].replace(b"</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'.encode())
    rels = "word/_rels/document.xml.rels"
    content[rels] = content[rels].replace(b"</Relationships>", f'<Relationship Id="rId99" Type="{relation}" Target="footnotes.xml"/></Relationships>'.encode())
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return path


def test_footnotes_are_rendered_once(tmp_path: Path) -> None:
    evaluation = full()
    evaluation.unit = "{{ 年度 }}局"
    template = footnoted(tmp_path / "t.docx", "注：{{ 单位 }}")
    document = docx.Document(str(template))
    document.add_section()
    document.add_section()
    document.save(str(template))
    report(evaluation, tmp_path / "out.docx", template)
    with zipfile.ZipFile(tmp_path / "out.docx") as archive:
        root = etree.fromstring(archive.read("word/footnotes.xml"))
    assert "".join(root.itertext()) == "注：{{ 年度 }}局"


def test_footnotes_are_compared_before_rendering(tmp_path: Path) -> None:
    from ziping.reports import TemplateFault

    with pytest.raises(TemplateFault, match="脚注.*“脚注变量”"):
        report(body(), tmp_path / "out.docx", footnoted(tmp_path / "t.docx", "{{ 脚注变量 }}"))


def test_rows_of_an_owners_own_table_repeat(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=4, cols=2)
    for row, texts in zip(table.rows, [("项目", "执行数"), ("{%tr for 项 in 项目清单 %}", ""), ("{{ 项.名称 }}", "{{ 项.执行数 | 数值 }}"), ("{%tr endfor %}", "")], strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.save(str(tmp_path / "t.docx"))
    report(body(), tmp_path / "out.docx", tmp_path / "t.docx")
    assert cells(tmp_path / "out.docx") == [["项目", "执行数"], ["项目1", "1.25"], ["项目2", "2.25"], ["项目3", "3.25"]]


def test_a_text_may_stand_in_an_owners_table_and_a_form_may_not(tmp_path: Path) -> None:
    from ziping.reports import TemplateFault

    document = docx.Document()
    cell = document.add_table(rows=1, cols=1).rows[0].cells[0]
    cell.text = '{{ 素材("职能概述", 下级=False) }}'
    document.save(str(tmp_path / "t.docx"))
    report(body(), tmp_path / "out.docx", tmp_path / "t.docx")
    assert cells(tmp_path / "out.docx") == [["第一段。\n第二段，接待费0万元。"]]
    cell.text = '{{ 表("基础数据表") }}'
    document.save(str(tmp_path / "t.docx"))
    with pytest.raises(TemplateFault, match="附表须直接放在正文里"):
        report(body(), tmp_path / "out2.docx", tmp_path / "t.docx")


@pytest.mark.parametrize("tag", ['{{ 素材("职能概述") }}', '{{ 表("基础数据表") }}'])
def test_nothing_but_lines_stands_in_a_header(tmp_path: Path, tag: str) -> None:
    from ziping.reports import TemplateFault

    with pytest.raises(TemplateFault, match="正文"):
        report(body(), tmp_path / "out.docx", make(tmp_path / "t.docx", "x", header=tag))


ENDINGS = [
    ("a signature behind the text", ["Body Text", "落款", "落款"], [True, True, False]),
    ("notes between", ["Body Text", "Body Text", "附注", "附注续行", "落款"], [False, True, True, True, False]),
    ("notes without a signature", ["Body Text", "附注"], [False, False]),
    ("text behind the signature", ["Body Text", "落款", "Body Text"], [True, False, False]),
]


@pytest.mark.parametrize(("styles", "kept"), [row[1:] for row in ENDINGS], ids=[row[0] for row in ENDINGS])
def test_no_page_holds_the_signature_alone(styles: list[str], kept: list[bool], tmp_path: Path) -> None:
    document = docx.Document(str(resources.template("liuyang")))
    for element in list(document.element.body):
        if element.tag != qn("w:sectPr"):
            document.element.body.remove(element)
    for style in styles:
        document.add_paragraph("一段文字", style)
    document.save(str(tmp_path / "t.docx"))
    report(body(), tmp_path / "out.docx", tmp_path / "t.docx")
    assert [bool(p.paragraph_format.keep_with_next) for p in docx.Document(str(tmp_path / "out.docx")).paragraphs] == kept


@pytest.mark.parametrize(("score", "shown"), [("100", "等级优。"), ("102", "等级【缺：等级】。")], ids=["full points", "more than there are"])
def test_a_total_above_the_full_points_has_no_grade_and_stops_no_report(score: str, shown: str, tmp_path: Path) -> None:
    evaluation = body(scoring=form(FormKind.SCORING, total_score=typed(score), grade=None))
    report(evaluation, tmp_path / "out.docx", make(tmp_path / "t.docx", "等级{{ 等级 }}。"))
    assert lines(tmp_path / "out.docx") == [shown]
