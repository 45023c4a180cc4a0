"""Reports as files: what is read out of Word, web pages, Markdown and text, what is refused, and the errata list."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ziping.documents import CheckedDocument, UnreadableDocument, check_document, read_document, show, write_errata
from ziping.refusal import Refusal

RIGHT = "全年支出合计812.40万元，其中：基本支出300.15万元，项目支出512.25万元。"
WRONG = "全年支出合计812.40万元，其中：基本支出300.15万元，项目支出521.25万元。"


def word(path: Path, *paragraphs: str) -> Path:
    document = Document()
    for words in paragraphs:
        document.add_paragraph(words)
    document.save(str(path))
    return path


TEXTS = [
    ("text in UTF-8", "a.txt", RIGHT.encode()),
    ("text with a mark", "a.txt", RIGHT.encode("utf-8-sig")),
    ("text of an older system", "a.txt", RIGHT.encode("gb18030")),
    ("text in UTF-16", "a.txt", RIGHT.encode("utf-16")),
    ("Markdown", "a.md", f"# 报告\n\n**{RIGHT}**\n".encode()),
    ("a web page", "a.html", f"<html><head><style>p{{}}</style><script>1+1=3</script></head><body><p>{RIGHT}</p></body></html>".encode()),
    ("a web page whose sentence is cut into pieces", "a.htm", ("<p>" + RIGHT.replace("300.15", "<span>300</span><b>.15</b>") + "</p>").encode()),
    ("a web page laid out in a table", "a.html", ("<table><tr><td>" + "完成工作。" * 100 + RIGHT + "</td></tr></table>").encode()),
    ("a web page with references", "a.html", "<p>&#20840;年&nbsp;".encode() + RIGHT.encode() + b"</p>"),
]


@pytest.mark.parametrize(("name", "raw"), [row[1:] for row in TEXTS], ids=[row[0] for row in TEXTS])
def test_a_claim_is_found_in(name: str, raw: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    checked = check_document(path)
    assert [(str(c.verdict), c.stated) for c in checked.claims] == [("holds", "812.40万元")]
    assert not checked.failed
    for claim in checked.claims:
        assert checked.text[claim.start : claim.end] == claim.quote


LONG_PAGES = [
    ("signs that open nothing", "<"), ("comments without end", "<!--"), ("comments", "<!---->"), ("tags without end", "<p "), ("attributes without end", '<a b="'),
    ("words between marks of one line", "<b>x</b>"), ("cells without a table", "<td>x"), ("rows of one table", "<table><tr><td>x"),
]  # fmt: skip


@pytest.mark.parametrize("piece", [row[1] for row in LONG_PAGES], ids=[row[0] for row in LONG_PAGES])
def test_four_times_the_page_takes_about_four_times_as_long(piece: str, tmp_path: Path) -> None:
    def seconds(count: int) -> float:
        (tmp_path / "a.html").write_text(piece * count + "年", encoding="utf-8")
        begin = time.process_time()
        read_document(tmp_path / "a.html")
        return time.process_time() - begin

    assert seconds(120_000) < 10 * seconds(30_000) + 0.5


def test_words_beside_a_tag_that_is_none_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<p title="a>b">甲<5且乙>3<!-- 丙 --></p><p>丁<b', encoding="utf-8")
    assert read_document(tmp_path / "a.html").text == "甲<5且乙>3\n丁<b"


def test_word_paragraphs_and_tables(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    document = Document()
    document.add_heading("一、概况", level=1)
    paragraph = document.add_paragraph()
    for piece in (RIGHT[:7], RIGHT[7:15], RIGHT[15:]):
        paragraph.add_run(piece)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "合计", "812.40"
    document.save(str(path))
    read = read_document(path)
    assert read.text.split("\n")[:2] == ["一、概况", RIGHT]
    assert read.levels == {0: 1}
    assert read.text.split("\n")[2] == "| 合计 | 812.40 |"


SPENT = (("项目", "预算", "执行"), ("巡检", "120.50", "118.20"), ("采购", "86.30", "86.30"), ("培训", "43.20", "40.00"), ("合计", "250.00", "245.40"))
TABLES = [
    ("a web page", "a.html", "<p>支出如下</p><table>" + "".join("<tr>" + "".join(f"<td><p>{cell}</p></td>" for cell in row) + "</tr>" for row in SPENT) + "</table>"),
    ("a web page whose cells span rows", "a.html", "<table><tr><td rowspan=2>项目</td><td colspan=2>金额</td></tr><tr><td>预算</td><td>执行</td></tr>" + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in SPENT[1:]) + "</table>"),
    ("Markdown", "a.md", "支出如下\n\n" + "\n".join(("|" + "|".join(SPENT[0]) + "|", "|---|--:|--:|", *("| " + " | ".join(row) + " |" for row in SPENT[1:]))) + "\n"),
    ("text", "a.txt", "支出如下\n" + "\n".join("\t".join(row) for row in SPENT)),
]  # fmt: skip


@pytest.mark.parametrize(("name", "page"), [row[1:] for row in TABLES], ids=[row[0] for row in TABLES])
def test_the_totals_of_a_table_are_recomputed(name: str, page: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(page, encoding="utf-8")
    told = {(c.stated, c.recomputed, str(c.verdict)) for c in check_document(tmp_path / name).claims}
    assert told == {("250.00", "250.00", "holds"), ("245.40", "244.50", "fails")}


def test_the_totals_of_a_table_in_word_are_recomputed(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("支出如下")
    table = document.add_table(rows=6, cols=3)
    table.rows[0].cells[1].merge(table.rows[0].cells[2])
    for row, cells in zip(table.rows, (("项目", "金额"), *SPENT), strict=True):
        for cell, words in zip(row.cells, cells, strict=False):
            cell.text = words
    document.save(str(tmp_path / "a.docx"))
    told = {(c.stated, c.recomputed, str(c.verdict)) for c in check_document(tmp_path / "a.docx").claims}
    assert told == {("250.00", "250.00", "holds"), ("245.40", "244.50", "fails")}


def test_word_prints_its_numbers(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    document = Document()
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for level, form, text in ((0, "chineseCounting", "%1、"), (1, "chineseCounting", "（%2）"), (2, "decimal", "%3."))
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for level, words in ((0, "概况"), (1, "职能"), (1, "机构"), (0, "支出"), (1, "基本支出"), (2, "人员经费")):
        properties = document.add_paragraph(words)._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>'))
    document.save(str(path))
    assert read_document(path).text.split("\n") == ["一、概况", "（一）职能", "（二）机构", "二、支出", "（一）基本支出", "1.人员经费"]


def test_deleted_words_do_not_count(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    document = Document()
    paragraph = document.add_paragraph("支出")
    paragraph._p.append(parse_xml(f'<w:del {nsdecls("w")}><w:r><w:delText>99</w:delText></w:r></w:del>'))
    paragraph._p.append(parse_xml(f'<w:ins {nsdecls("w")}><w:r><w:t>12万元</w:t></w:r></w:ins>'))
    document.save(str(path))
    assert read_document(path).text == "支出12万元"


MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
SAID_ONCE = [
    ("words that were moved", "<w:moveFrom><w:r><w:t>99</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>12万元</w:t></w:r></w:moveTo>"),
    ("a text box", "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:t>12万元</w:t></mc:Choice><mc:Fallback><w:t>12万元</w:t></mc:Fallback></mc:AlternateContent></w:r>"),
]


@pytest.mark.parametrize("inner", [row[1] for row in SAID_ONCE], ids=[row[0] for row in SAID_ONCE])
def test_what_stands_in_the_file_twice_is_read_once(inner: str, tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("支出")
    for piece in parse_xml(f"<w:p {nsdecls('w')} {MC}>{inner}</w:p>"):
        paragraph._p.append(piece)
    document.save(str(tmp_path / "a.docx"))
    assert read_document(tmp_path / "a.docx").text == "支出12万元"


def test_a_hyphen_that_keeps_its_line_is_a_hyphen(tmp_path: Path) -> None:
    document = Document()
    for paragraph in (document.add_paragraph(), document.add_table(rows=1, cols=1).rows[0].cells[0].paragraphs[0]):
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>5</w:t><w:noBreakHyphen/><w:t>10%</w:t></w:r>"))
    document.save(str(tmp_path / "a.docx"))
    assert read_document(tmp_path / "a.docx").text == "5-10%\n| 5-10% |"


def test_what_stands_in_content_controls_is_read(tmp_path: Path) -> None:
    """But for a table of contents."""
    def control(inner: str, properties: str = "") -> str:
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    cells = [f"<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>" for words in ("合计", "812.40", "完成")]
    contents = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    field = '<w:p><w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" </w:instrText></w:r><w:r><w:t>一、概况</w:t></w:r></w:p>'
    document = Document()
    body = document.element.body
    for inner in (
        control("<w:p><w:r><w:t>目录 一、概况</w:t></w:r></w:p>", contents), control(field), control(f"<w:p><w:r><w:t>{RIGHT}</w:t></w:r></w:p>"),
        f"<w:tbl><w:tr>{cells[0]}{control(cells[1])}{cells[2]}</w:tr></w:tbl>",
    ):  # fmt: skip
        for element in parse_xml(f"<w:body {nsdecls('w')}>{inner}</w:body>"):
            body.insert(len(body) - 1, element)
    document.save(str(tmp_path / "a.docx"))
    assert read_document(tmp_path / "a.docx").text.split("\n") == [RIGHT, "| 合计 | 812.40 | 完成 |"]


CELLS = [(("预算", "数"), "预算数"), (("12.50", "30.00"), "12.50 30.00"), (("95%", "－3"), "95% －3"), (("2023", "年"), "2023年"), (("", "12"), "12")]


@pytest.mark.parametrize(("lines", "read"), CELLS)
def test_the_lines_of_a_cell(lines: tuple[str, ...], read: str, tmp_path: Path) -> None:
    document = Document()
    first, second = document.add_table(rows=1, cols=2).rows[0].cells
    first.text = lines[0]
    for words in lines[1:]:
        first.add_paragraph(words)
    second.paragraphs[0].add_run("\n".join(lines))
    document.save(str(tmp_path / "a.docx"))
    assert read_document(tmp_path / "a.docx").text == f"| {read} | {read} |"


REFUSED = [
    ("a missing file", "none.docx", None, "打不开“none.docx”（找不到文件或文件夹）"),
    ("a damaged Word file", "a.docx", b"PK\x03\x04 not a document", "损坏"),
    ("a text called .docx", "a.docx", b"hello", "损坏"),
    ("an old Word file", "a.doc", b"\xd0\xcf\x11\xe0", "另存为.docx"),
    ("more words than a report has", "a.txt", ("字" * 2_000_001).encode(), "2000001字，超过200万字"),
    ("another kind of file", "a.pdf", b"%PDF", "不是可核对的文件"),
]


@pytest.mark.parametrize(("name", "raw", "words"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_refused_in_one_sentence(name: str, raw: bytes | None, words: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if raw is not None:
        path.write_bytes(raw)
    with pytest.raises(UnreadableDocument, match=words) as refused:
        read_document(path)
    assert isinstance(refused.value, Refusal)
    assert str(refused.value).count("。") == 1


def test_as_many_words_as_a_report_may_have(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(("字" * 2_000_000).encode())
    assert len(read_document(tmp_path / "a.txt").text) == 2_000_000


def test_json_of_a_report(tmp_path: Path) -> None:
    checked = check_document(word(tmp_path / "a.docx", "一、概况", "二、支出", WRONG))
    record = json.loads(json.dumps(checked.as_json(), ensure_ascii=False))
    assert set(record) == {"file", "claims", "findings"}
    assert set(record["claims"][0]) >= {"kind", "quote", "start", "end", "stated", "recomputed", "verdict"}
    assert (record["claims"][0]["verdict"], record["claims"][0]["recomputed"]) == ("fails", "821.40万元")
    assert record["findings"][0]["code"] == "prose-section-empty"
    assert record["findings"][0]["quote"] == "一、概况"
    assert checked.failed


def test_lines_for_people(tmp_path: Path) -> None:
    told = list(show(check_document(word(tmp_path / "a.docx", WRONG, RIGHT))))
    assert told[0].startswith("不符")
    assert told[-1] == "相符1处，不符2处，不能确定0处，提示0条。"  # the list, and the part that is told with other digits in the next line


def test_errata_list(tmp_path: Path) -> None:
    out = tmp_path / "errata.docx"
    rows = write_errata(check_document(word(tmp_path / "a.docx", "一、概况", "二、支出", WRONG)), out)
    document = Document(str(out))
    table = document.tables[0]
    assert rows == len(table.rows) - 1 == 2
    assert [cell.text for cell in table.rows[0].cells] == ["序号", "原文", "问题", "文中数", "复算数"]
    assert [cell.text for cell in table.rows[1].cells][3:] == ["812.40万元", "821.40万元"]
    assert "“一、概况”之下没有内容" in table.rows[2].cells[2].text


def test_an_errata_list_without_errors_says_so(tmp_path: Path) -> None:
    out = tmp_path / "errata.docx"
    assert write_errata(CheckedDocument(()), out) == 0
    assert not Document(str(out)).tables
    assert "不符0处" in "".join(p.text for p in Document(str(out)).paragraphs)
