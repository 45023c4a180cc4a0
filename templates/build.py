"""Make the Word templates: `source/ID.md` (the wording) → `ID.docx` (an ordinary Word file with docxtpl tags).

    python templates/build.py [ID ...]

What a source may say is described in README.md beside this file. Page, styles and numbering follow the typography of official
documents (GB/T 9704): A4, margins 37/35/28/26 mm, 22 lines a page, page numbers on the outer side.
"""

from __future__ import annotations

import copy
import re
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "addin"))

from ziping.reports.package import save  # noqa: E402
from ziping.reports.styles import BODY, FANGSONG, HEI, HINT, KAI, LATIN, SONG, STYLES, XIAOBIAOSONG  # noqa: E402

MARGINS = {"top_margin": 37, "bottom_margin": 35, "left_margin": 28, "right_margin": 26, "header_distance": 20, "footer_distance": 25}
# Level: number format and text; chineseCountingThousand counts 一 … 十, 十一, 二十.
NUMBERING = (("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3."), ("decimal", "（%4）"), ("decimal", "%5）"))
FALLBACKS = {FANGSONG: "仿宋", KAI: "楷体", XIAOBIAOSONG: "方正小标宋_GBK", HEI: "SimHei", SONG: "SimSun"}
LINES = {"标题": "Title", "副标题": "Subtitle", "封面行": "ZpCover", "称谓": "ZpSalutation", "落款": "ZpSignature", "附注": "ZpNote", "附注续": "ZpNoteNext"}
OPENING, ELSE, CLOSING = ("若", "每"), ("又若", "否则"), "完"


class SourceError(Exception):
    """A source that is written wrong: file, line and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph of the template: style id and text; `style` "page" is a page break, "tag" a paragraph that holds a tag only.

    flush: against the left margin alone; a long file name or figure that goes to the next line would stretch the line before.
    """

    style: str
    text: str = ""
    flush: bool = False


# ---------------------------------------------------------------------------------------------------------------
# Reading a source


def read_source(text: str, name: str) -> list[Item]:
    """The paragraphs of a source in order."""
    items: list[Item] = []
    pending: list[str] = []
    open_blocks: list[tuple[str, int]] = []
    open_tags: list[bool] = []  # of each open {% if %} or {% for %}: whether it stands between paragraphs

    def finish() -> None:
        if pending:
            items.append(Item(BODY, _joined(pending)))
            pending.clear()

    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if not line or line.startswith(("//", "#", "@")):
            finish()
        if not line or line.startswith("//"):
            continue
        if line.startswith("#"):
            items.append(_heading(line, name, number))
        elif line.startswith("@"):
            items.append(_directive(line[1:], name, number, open_blocks))
        elif _between(line, pending, open_tags):
            finish()
            items.append(Item("tag", "{%p " + line[2:-2].strip() + " %}"))
        else:
            pending.append(line)
    finish()
    if open_blocks:
        raise SourceError(f"{name}:{open_blocks[-1][1]}: @{open_blocks[-1][0]} without @完")
    return items


def _joined(lines: list[str]) -> str:
    """Lines of one paragraph; no blank between Chinese characters, one inside a tag that goes over two lines."""
    text = ""
    for line in lines:
        inside = text.rfind("{%") > text.rfind("%}") or text.rfind("{{") > text.rfind("}}")
        text += (" " if inside else "") + line
    return text


def _between(line: str, pending: list[str], open_tags: list[bool]) -> bool:
    """Whether a line is a tag between paragraphs: alone on its line, not within a paragraph, and so is the tag it belongs to."""
    alone = re.fullmatch(r"\{%(?:(?!%\}).)*%\}", line) is not None
    result = False
    for word in re.findall(r"\{%-?\s*(\w+)", line):
        if word in ("if", "for"):
            result = alone and not pending and all(open_tags)
            open_tags.append(result)
        elif open_tags:
            result = alone and open_tags[-1]
            if word.startswith("end"):
                open_tags.pop()
    return result


def _heading(line: str, name: str, number: int) -> Item:
    marks, _, words = line.partition(" ")
    if set(marks) != {"#"} or len(marks) > len(NUMBERING) or not words.strip():
        raise SourceError(f"{name}:{number}: not a heading of level 1 to {len(NUMBERING)}: {line}")
    if re.match(r"[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]", words.strip()):
        raise SourceError(f"{name}:{number}: headings are numbered by Word, leave the number out: {line}")
    return Item(f"Heading{len(marks)}", words.strip())


def _directive(line: str, name: str, number: int, open_blocks: list[tuple[str, int]]) -> Item:
    word, _, rest = line.partition(" ")
    rest = rest.strip()
    if word in LINES and rest:
        return Item(LINES[word], rest)
    if word == "左齐" and rest:
        return Item(BODY, rest, flush=True)
    if word == "分页":
        return Item("page")
    if word == "素材" and rest:
        path, only, _ = rest.partition(" 不含下级")
        return Item(BODY, "{{ 素材(" + _quoted(path) + (", 下级=False" if only else "") + ") }}")
    if word == "表" and rest:
        form, _, title = rest.partition(" ")
        return Item(BODY, "{{ 表(" + _quoted(form) + (f", 表名={_quoted(title.strip())}" if title.strip() else "") + ") }}")
    if word in OPENING and rest:
        open_blocks.append((word, number))
        return Item("tag", "{%p if " + rest + " %}" if word == "若" else "{%p for " + re.sub(r"\s在\s", " in ", rest, count=1) + " %}")
    if word in ELSE and open_blocks and open_blocks[-1][0] == "若" and (rest or word == "否则"):
        return Item("tag", "{%p elif " + rest + " %}" if word == "又若" else "{%p else %}")
    if word == CLOSING and open_blocks:
        return Item("tag", "{%p endif %}" if open_blocks.pop()[0] == "若" else "{%p endfor %}")
    raise SourceError(f"{name}:{number}: unknown or incomplete directive @{line}")


def _quoted(text: str) -> str:
    """A text as an argument; quotes in names do not count, see README.md."""
    return '"' + re.sub(r"[\"“”'‘’\\]", "", text.strip()) + '"'


def _tags_without_curly_quotes(text: str) -> str:
    """Word's quotes around an argument become plain ones; quotes within a plain-quoted name are left out."""

    def one(match: re.Match[str]) -> str:
        inside = match[0]
        if '"' in inside:
            return re.sub(r"[“”‘’]", "", inside)
        return inside.replace("“", '"').replace("”", '"')

    return re.sub(r"\{[{%].*?[%}]\}", one, text)


# ---------------------------------------------------------------------------------------------------------------
# Writing a template


def build(source: Path, target: Path) -> None:
    """Make one template."""
    items = read_source(source.read_text(encoding="utf-8"), source.name)
    document = _blank()
    body = document.element.body
    covered = any(item.style == "ZpCover" for item in items)
    for item in items:
        if item.style == "page" and covered:
            _end_cover(document)
            covered = False
        elif item.style == "page":
            body.sectPr.addprevious(parse_xml(f'<w:p {nsdecls("w")}><w:r><w:br w:type="page"/></w:r></w:p>'))
        else:
            body.sectPr.addprevious(_paragraph(item))
    _properties(document)
    save(document, target)


def _paragraph(item: Item):  # noqa: ANN202 - an element
    style = BODY if item.style == "tag" else item.style
    text = _tags_without_curly_quotes(item.text)
    flush = '<w:jc w:val="left"/>' if item.flush else ""
    return parse_xml(
        f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{style}"/>{flush}</w:pPr><w:r><w:rPr>{HINT}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    )


def _blank() -> Document:
    """A document with the page, styles, numbering, fonts, header and footers of a report, and no text."""
    document = docx.Document()
    for part in list(document.part.package.rels.values()):
        if part.reltype in (RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES):
            document.part.package.rels.pop(part.rId)
    for rid, rel in list(document.part.rels.items()):
        if rel.reltype.endswith(("/customXml", "/stylesWithEffects", "/webSettings")):
            document.part.rels.pop(rid)
    _styles(document)
    _fonts(document)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for name, millimetres in MARGINS.items():
        setattr(section, name, Mm(millimetres))
    for grid in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(grid)
    settings = document.settings.element
    document.settings.odd_and_even_pages_header_footer = True
    settings.find(qn("w:themeFontLang")).set(qn("w:eastAsia"), "zh-CN")
    settings.find(qn("w:characterSpacingControl")).set(qn("w:val"), "compressPunctuation")
    settings.remove(settings.find(qn("w:rsids")))
    for header in (section.header, section.even_page_header):
        _fill(header, "Header", "{% if 样例 %}样例{% endif %}")
    _fill(section.footer, "Footer", None, "right")
    _fill(section.even_page_footer, "Footer", None, "left")
    return document


def _styles(document: Document) -> None:
    """Latin text stays English by language: as Chinese, LibreOffice would break a figure over two lines at its decimal point."""
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:eastAsia="{FANGSONG}" w:cs="{LATIN}"/>'
        '<w:kern w:val="2"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    others = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/>'
        '<w:semiHidden/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )
    styles = parse_xml(f'<w:styles {nsdecls("w")}>{defaults}{"".join(style.xml(numbered=True) for style in STYLES)}{others}</w:styles>')
    _replace(document.styles.element, styles)
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="Heading{i + 1}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="640"/></w:pPr></w:lvl>'
        for i, (form, text) in enumerate(NUMBERING)
    )
    numbering = parse_xml(
        f'<w:numbering {nsdecls("w")}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    _replace(document.part.numbering_part.element, numbering)


def _replace(old, new) -> None:  # noqa: ANN001 - elements
    """The root of a part cannot be exchanged; its contents can."""
    for child in list(old):
        old.remove(child)
    for child in list(new):
        old.append(child)


def _fonts(document: Document) -> None:
    """The font table names a substitute for each Chinese face, for machines that have only the other set."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/><w:family w:val="{"roman" if name in (SONG, XIAOBIAOSONG) else "modern"}"/>'
        '<w:pitch w:val="default"/></w:font>'
        for name, other in FALLBACKS.items()
    )
    fonts += f'<w:font w:name="{LATIN}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
    for rel in document.part.rels.values():
        if rel.reltype == RELATIONSHIP_TYPE.FONT_TABLE:
            rel.target_part._blob = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts {nsdecls("w")}>{fonts}</w:fonts>'.encode()


def _fill(story, style: str, text: str | None, align: str = "") -> None:  # noqa: ANN001 - a header or footer
    """One paragraph: the text, or the page number between dashes, one character in from the outer edge."""
    story.is_linked_to_previous = False
    for child in list(story._element):
        story._element.remove(child)
    if text is not None:
        runs = f"<w:r><w:rPr>{HINT}</w:rPr><w:t>{escape(text)}</w:t></w:r>"
        layout = ""
    else:
        runs = (
            '<w:r><w:t xml:space="preserve">— </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> —</w:t></w:r>'
        )
        layout = f'<w:ind w:{align}Chars="100" w:{align}="280"/><w:jc w:val="{align}"/>'
    story._element.append(parse_xml(f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{style}"/>{layout}</w:pPr>{runs}</w:p>'))


def _end_cover(document: Document) -> None:
    """The cover is a section of its own, low on its page, without a page number; the page after it is page 1."""
    body = document.element.body
    cover = copy.deepcopy(body.sectPr)
    for reference in cover.findall(qn("w:footerReference")):
        cover.remove(reference)
    for style, space in (("Title", 3400), ("ZpCover", 2400)):
        first = next((p for p in body.iter(qn("w:p")) if p.pPr is not None and p.pPr.pStyle is not None and p.pPr.pStyle.val == style), None)
        if first is not None:
            first.pPr.pStyle.addnext(parse_xml(f'<w:spacing {nsdecls("w")} w:before="{space}"/>'))
    last = body[-2]
    last.pPr.append(cover)
    empty = document.sections[0]
    empty.footer.is_linked_to_previous = False
    empty.even_page_footer.is_linked_to_previous = False
    number = parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>')
    final = body.sectPr
    before = next((child for child in final if child.tag in (qn("w:cols"), qn("w:docGrid"), qn("w:titlePg"))), None)
    final.append(number) if before is None else before.addprevious(number)


def _properties(document: Document) -> None:
    properties = document.core_properties
    properties.title = "{{ 年度 }}年度绩效自评报告（{{ 单位 }}）"
    properties.author = "ziping"
    properties.last_modified_by = "ziping"
    properties.comments = properties.keywords = properties.subject = ""
    properties.language = "zh-CN"
    properties.revision = 1
    properties.created = properties.modified = datetime(2000, 1, 1)


def main(ids: list[str]) -> int:
    """Reports lie beside this file, the letters of a rollup in `letters/`; each from the `source/` in its own folder."""
    everything = [source for folder in (HERE, HERE / "letters") for source in sorted((folder / "source").glob("*.md"))]
    sources = [HERE / "source" / f"{name}.md" for name in ids] or everything
    for source in sources:
        try:
            build(source, source.parents[1] / f"{source.stem}.docx")
        except (SourceError, FileNotFoundError) as error:
            print(error, file=sys.stderr)
            return 1
        print(f"{source.stem}.docx")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
