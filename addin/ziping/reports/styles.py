"""The styles of a report: the typography of official documents (GB/T 9704: body 仿宋 三号 on fixed lines, headings 黑体 and 楷体).

Templates carry these styles; they belong to whoever edits the template in Word. A template from elsewhere that lacks one gets it
when a report is written, so that texts and tables never fall back to a Latin look.
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

FANGSONG, HEI, KAI, XIAOBIAOSONG, SONG, LATIN = "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体", "宋体", "Times New Roman"
HINT = '<w:rFonts w:hint="eastAsia"/>'  # quotes and dashes, which two scripts share, are Chinese
LINE = 579  # twips: 22 lines on the 225 mm of a page
PAGE = {"page_width": Mm(210), "page_height": Mm(297), "top_margin": Mm(37), "bottom_margin": Mm(35), "left_margin": Mm(28), "right_margin": Mm(26)}
LEVELS = 5  # heading levels that are numbered


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style. size in points; indent of the first line in characters; line in twips ("exact") or 0 for single."""

    id: str
    name: str
    font: str = FANGSONG
    size: float = 16
    bold: bool = False
    align: str = "both"
    indent: int = 0
    line: int = LINE
    before: int = 0
    after: int = 0
    level: int = 0  # of a heading
    next: str = ""
    extra: str = ""  # more of w:pPr that stands before the spacing
    side: str = ""  # indents of the whole paragraph, as attributes of w:ind
    block: bool = False  # the space before and after stands around a run of such paragraphs, not between them

    def xml(self, numbered: bool = False) -> str:
        """The w:style element. The order of the children is the schema's."""
        latin = LATIN if self.font in (FANGSONG, SONG, KAI) else self.font
        number = f'<w:numPr><w:ilvl w:val="{self.level - 1}"/><w:numId w:val="1"/></w:numPr>' if numbered and self.level else ""
        spacing = f'<w:spacing w:before="{self.before}" w:after="{self.after}" w:line="{self.line or 240}" w:lineRule="{"exact" if self.line else "auto"}"/>'
        first = f' w:firstLineChars="{self.indent * 100}" w:firstLine="{int(self.indent * self.size * 20)}"' if self.indent or self.level else ""
        indent = f"<w:ind {self.side}{first}/>" if self.side or first else ""
        block = "<w:contextualSpacing/>" if self.block else ""
        outline = f'<w:outlineLvl w:val="{self.level - 1}"/>' if self.level else ""
        based = "" if self.id == "Normal" else '<w:basedOn w:val="Normal"/>'
        after = f'<w:next w:val="{self.next}"/>' if self.next else ""
        kind = ' w:default="1"' if self.id == "Normal" else "" if self.name[0].isascii() else ' w:customStyle="1"'
        weight = "<w:b/><w:bCs/>" if self.bold else '<w:b w:val="0"/><w:bCs w:val="0"/>'
        keep = "<w:keepNext/>" if self.level else ""
        return (
            f'<w:style {nsdecls("w")} w:type="paragraph"{kind} w:styleId="{self.id}"><w:name w:val={quoteattr(self.name)}/>{based}{after}<w:qFormat/>'
            f'<w:pPr>{keep}{self.extra}<w:widowControl w:val="0"/>{number}<w:snapToGrid w:val="0"/>{spacing}{indent}{block}<w:jc w:val="{self.align}"/>{outline}</w:pPr>'
            f'<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{self.font}" w:cs="{latin}"/>{weight}<w:i w:val="0"/>'
            f'<w:color w:val="000000"/><w:sz w:val="{int(self.size * 2)}"/><w:szCs w:val="{int(self.size * 2)}"/></w:rPr></w:style>'
        )


BODY = "BodyText"
STYLES = (
    Style("Normal", "Normal"),
    Style(BODY, "Body Text", indent=2),
    Style("Title", "Title", XIAOBIAOSONG, 22, align="center", line=720, before=280, after=280, block=True, next=BODY),
    Style("Subtitle", "Subtitle", KAI, 16, align="center", after=280, next=BODY),
    Style("Heading1", "heading 1", HEI, indent=2, level=1, next=BODY),
    Style("Heading2", "heading 2", KAI, indent=2, level=2, next=BODY),
    Style("Heading3", "heading 3", FANGSONG, bold=True, indent=2, level=3, next=BODY),
    Style("Heading4", "heading 4", FANGSONG, indent=2, level=4, next=BODY),
    Style("Heading5", "heading 5", FANGSONG, indent=2, level=5, next=BODY),
    Style("Header", "header", HEI, 12, align="right", line=0),
    Style("Footer", "footer", SONG, 14, align="left", line=0),
    Style("ZpSalutation", "称谓", next=BODY),
    Style("ZpCover", "封面行", KAI, 16, align="left", side='w:leftChars="200" w:left="640"', line=640),
    Style("ZpSignature", "落款", align="right", before=LINE, block=True, side='w:rightChars="200" w:right="640"'),
    Style("ZpNote", "附注", indent=2, before=LINE, block=True),
    Style("ZpNoteNext", "附注续行", side='w:leftChars="500" w:left="1600"'),
    Style("ZpTableTitle", "表题", XIAOBIAOSONG, 18, align="center", line=0, after=120, extra="<w:keepNext/>"),
    Style("ZpTableCaption", "表头说明", FANGSONG, 10.5, align="left", line=0, after=40, extra="<w:keepNext/>"),
    Style("ZpTableText", "表格文字", FANGSONG, 10.5, align="center", line=270),
    Style("ZpTableHead", "表格标题", HEI, 10.5, align="center", line=270),
    Style("ZpTableNote", "表注", FANGSONG, 10.5, align="left", line=0, before=60),
)


def ensure(document: Document) -> dict[str, str]:
    """The ids under which a document has our styles, by our ids; those it lacks are added."""
    named = ((style.find(_w("name")), style) for style in document.styles.element if style.tag == _w("style"))
    known = {(name.get(_w("val")) or "").lower(): style.get(_w("styleId")) for name, style in named if name is not None}
    ids = {}
    for style in STYLES:
        found = known.get(style.name.lower())
        if found is None:
            document.styles.element.append(parse_xml(style.xml()))
            found = style.id
        ids[style.id] = found
    return ids


def _w(name: str) -> str:
    return "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}" + name
