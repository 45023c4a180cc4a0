"""From the wording of a template to the Word file: `templates/build.py`."""

from __future__ import annotations

import importlib.util
import zipfile
from pathlib import Path

import docx
import pytest
from bodies import body
from docx.oxml.ns import qn
from words import lines

from ziping.reports import report

ROOT = Path(__file__).parents[2]
W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


def load_build():  # noqa: ANN201 - a module
    spec = importlib.util.spec_from_file_location("templates_build", ROOT / "templates" / "build.py")
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


build = load_build()


def made(tmp_path: Path, source: str) -> Path:
    """The report that a template source gives for the made-up body."""
    (tmp_path / "t.md").write_text(source, encoding="utf-8")
    build.build(tmp_path / "t.md", tmp_path / "t.docx")
    report(body(), tmp_path / "out.docx", tmp_path / "t.docx")
    return tmp_path / "out.docx"


@pytest.mark.parametrize(
    ("source", "items"),
    [
        ("# 概况", [("Heading1", "概况")]),
        ("一行，\n接着一行。\n\n另一段。", [("BodyText", "一行，接着一行。"), ("BodyText", "另一段。")]),
        ("{{ 数(\n\"a.本年数\") }}", [("BodyText", '{{ 数( "a.本年数") }}')]),
        ("文{% if 甲\nand 乙 %}字{% endif %}", [("BodyText", "文{% if 甲 and 乙 %}字{% endif %}")]),
        ("// 注释\n文\n// 注释\n字", [("BodyText", "文"), ("BodyText", "字")]),
        ("@标题 题\n@副标题 副\n@落款 单位", [("Title", "题"), ("Subtitle", "副"), ("ZpSignature", "单位")]),
        ("@素材 部门概况/“三公”经费", [("BodyText", '{{ 素材("部门概况/三公经费") }}')]),
        ("@素材 概况 不含下级", [("BodyText", '{{ 素材("概况", 下级=False) }}')]),
        ("@表 整体自评表 附表1 自评表", [("BodyText", '{{ 表("整体自评表", 表名="附表1 自评表") }}')]),
        ("@若 年度 > 1\n甲\n@又若 年度\n乙\n@否则\n丙\n@完", [
            ("tag", "{%p if 年度 > 1 %}"), ("BodyText", "甲"), ("tag", "{%p elif 年度 %}"), ("BodyText", "乙"), ("tag", "{%p else %}"),
            ("BodyText", "丙"), ("tag", "{%p endif %}")]),
        ("@每 项 在 项目清单\n{{项.名称}}\n@完", [("tag", "{%p for 项 in 项目清单 %}"), ("BodyText", "{{项.名称}}"), ("tag", "{%p endfor %}")]),
        ("{% if 甲 %}\n\n文\n\n{% endif %}", [("tag", "{%p if 甲 %}"), ("BodyText", "文"), ("tag", "{%p endif %}")]),
        ("文\n{% if 甲 %}\n字\n{% endif %}。", [("BodyText", "文{% if 甲 %}字{% endif %}。")]),
        ("{% if 甲 %}\n文\n{% endif %}", [("tag", "{%p if 甲 %}"), ("BodyText", "文"), ("tag", "{%p endif %}")]),
    ],
)  # fmt: skip
def test_a_source_is_read_as_paragraphs(source: str, items: list[tuple[str, str]]) -> None:
    assert [(item.style, item.text) for item in build.read_source(source, "t.md")] == items


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("# 一、概况", "leave the number out"),
        ("文\n## （二）概况", "t.md:2"),
        ("###### 六级", "not a heading"),
        ("#概况", "not a heading"),
        ("@不认识 甲", "unknown or incomplete directive @不认识"),
        ("@素材", "incomplete directive"),
        ("@若 年度\n文", "@若 without @完"),
        ("@完", "unknown or incomplete"),
        ("@每 项 在 项目清单\n@否则\n@完", "unknown or incomplete"),
    ],
)
def test_a_source_written_wrong_is_refused_with_its_line(source: str, words: str) -> None:
    with pytest.raises(build.SourceError, match=words):
        build.read_source(source, "t.md")


def test_headings_are_numbered_by_word_and_not_typed(tmp_path: Path) -> None:
    path = made(tmp_path, "# 概况\n## 职能\n@素材 职能概述\n# 第二章\n")
    assert lines(path) == [
        "概况", "职能", "第一段。", "第二段，接待费0万元。", "主要职责", "支出14875100元，【缺：没有的.本年数】。", "空着的一节",
        "【缺：部门概况/职能概述/（二）空着的一节】", "第二章",
    ]  # fmt: skip
    document = docx.Document(str(path))
    numbering = document.part.numbering_part.element
    formats = [(lvl.find("w:numFmt", W).get(qn("w:val")), lvl.find("w:lvlText", W).get(qn("w:val")), lvl.find("w:pStyle", W).get(qn("w:val"))) for lvl in numbering.iter(qn("w:lvl"))]
    assert formats == [
        ("chineseCountingThousand", "%1、", "Heading1"), ("chineseCountingThousand", "（%2）", "Heading2"), ("decimal", "%3.", "Heading3"),
        ("decimal", "（%4）", "Heading4"), ("decimal", "%5）", "Heading5"),
    ]  # fmt: skip
    for level in range(1, 6):
        style = next(s for s in document.styles.element.iter(qn("w:style")) if s.get(qn("w:styleId")) == f"Heading{level}")
        assert style.find("w:pPr/w:numPr/w:numId", W).get(qn("w:val")) == "1"
        assert int(style.find("w:pPr/w:numPr/w:ilvl", W).get(qn("w:val"))) == level - 1


def test_every_style_names_its_east_asian_face(tmp_path: Path) -> None:
    document = docx.Document(str(made(tmp_path, "@标题 题\n文\n@表 基础数据表\n")))
    faces = {s.find("w:name", W).get(qn("w:val")): s.find("w:rPr/w:rFonts", W) for s in document.styles.element.iter(qn("w:style")) if s.get(qn("w:type")) == "paragraph"}
    assert {name: fonts.get(qn("w:eastAsia")) for name, fonts in faces.items() if name in ("Title", "Body Text", "heading 1", "heading 2", "表格文字", "footer")} == {
        "Title": "方正小标宋简体", "Body Text": "仿宋_GB2312", "heading 1": "黑体", "heading 2": "楷体_GB2312", "表格文字": "仿宋_GB2312", "footer": "宋体",
    }  # fmt: skip
    assert all(fonts is not None and fonts.get(qn("w:eastAsia")) and not fonts.get(qn("w:asciiTheme")) for fonts in faces.values())
    assert all(fonts.get(qn("w:hint")) == "eastAsia" for fonts in faces.values())
    used = {p.style.name for p in document.paragraphs} | {p.style.name for t in document.tables for row in t.rows for cell in row.cells for p in cell.paragraphs}
    assert used <= faces.keys()


def test_the_page_is_that_of_official_documents(tmp_path: Path) -> None:
    document = docx.Document(str(made(tmp_path, "文\n")))
    section = document.sections[0]
    millimetres = [round(getattr(section, name).mm) for name in ("page_width", "page_height", "top_margin", "bottom_margin", "left_margin", "right_margin")]
    assert millimetres == [210, 297, 37, 35, 28, 26]
    assert section.header.paragraphs[0].text == section.even_page_header.paragraphs[0].text == "样例"
    assert [p.text for p in (section.footer.paragraphs[0], section.even_page_footer.paragraphs[0])] == ["— 1 —"] * 2
    assert section.footer.paragraphs[0].alignment != section.even_page_footer.paragraphs[0].alignment
    body_style = document.styles["Body Text"].paragraph_format
    assert (round(document.styles["Normal"].paragraph_format.line_spacing.pt, 1), document.styles["Normal"].font.size.pt) == (28.9, 16)
    assert body_style.first_line_indent.pt == 32


def test_a_cover_is_a_section_without_page_number(tmp_path: Path) -> None:
    document = docx.Document(str(made(tmp_path, "@标题 题\n@封面行 评价年度：{{年度}}年度\n@分页\n# 概况\n文\n")))
    cover, rest = document.sections
    assert not "".join(p.text for p in cover.footer.paragraphs).strip()
    assert "—" in rest.footer.paragraphs[0].text
    assert rest._sectPr.find("w:pgNumType", W).get(qn("w:start")) == "1"
    assert cover.header.paragraphs[0].text == rest.header.paragraphs[0].text == "样例"


def test_the_committed_templates_are_what_their_sources_give(tmp_path: Path) -> None:
    for source in sorted((ROOT / "templates" / "source").glob("*.md")):
        target = tmp_path / f"{source.stem}.docx"
        build.build(source, target)
        committed = source.parents[1] / target.name
        assert committed.is_file(), f"run templates/build.py: {committed.name} is missing"
        assert parts(committed) == parts(target), f"run templates/build.py: {committed.name} is not what its source gives"


def parts(path: Path) -> dict[str, bytes]:
    """The parts of a Word file; how they are packed may differ between machines."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
