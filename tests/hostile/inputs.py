"""Hostile and broken files, each made by a function under the name of its fault. `Fault.outcome`: `refused` (with a word of the sentence) or `read`."""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hostile.packages import FILE_ENTITY, LAUGHS, Maker, cut, doubled, encrypted, flooded, nameless, packed, parts, repacked, without, written

from ziping import resources

SAMPLE = next(path for path in resources.samples() if path.stem == "liuyang-2021")
SHEET = "xl/worksheets/sheet5.xml"
NUMBERS = b'<row r="%d"><c r="A%d"><v>1</v></c><c r="B%d"><v>2</v></c></row>'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@dataclass(frozen=True, slots=True)
class Fault:
    """name: a sentence; make: writes the file; outcome: refused | read | any; words: of the sentence or of a finding; suffix: of the file."""

    name: str
    make: Maker
    outcome: str = "any"
    words: str = ""
    suffix: str = ".xlsx"


def changed(part: str, change: Callable[[bytes], bytes]) -> Maker:
    """The sample with one part passed through `change`."""
    return repacked(SAMPLE, (part, change))


def with_text(text: str) -> Maker:
    """The sample with a text in the place of its body's name and at the end of every longer text."""

    def change(xml: bytes) -> bytes:
        xml = xml.replace("浏阳市数据资源中心".encode(), text.encode("utf-8", "surrogatepass"), 1)
        return re.sub("。</t>".encode(), lambda _: ("。" + text + "</t>").encode("utf-8", "surrogatepass"), xml, count=6)

    return changed("xl/sharedStrings.xml", change)


def sheet(rows: bytes, merges: bytes = b"") -> Maker:
    """The sample with further rows, or rows of its own, on its last sheet."""
    return changed("xl/worksheets/sheet7.xml", lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>" + merges, 1))


# ---------------------------------------------------------------------------------------------------------------
# Makers that need more than a line


def lying_bomb(path: Path) -> None:
    """A part that unpacks to 600 MB and says that it has a thousand bytes."""
    content = parts(SAMPLE)
    del content["xl/sharedStrings.xml"]
    packed(content, path)
    head = f'<sst xmlns="{MAIN}"><si><t>'.encode()
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/sharedStrings.xml", "w", force_zip64=True) as part:
        part.write(head)
        for _ in range(600):
            part.write(b" " * 2**20)
        part.write(b"</t></si></sst>")
        size = len(head) + 600 * 2**20 + 15
    raw = path.read_bytes()
    assert size.to_bytes(4, "little") in raw
    path.write_bytes(raw.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little")))


def external(path: Path) -> None:
    """A formula over another file and one over DDE, with the parts that Excel keeps for them."""
    content = parts(SAMPLE)
    content["xl/externalLinks/externalLink1.xml"] = (
        f'<externalLink xmlns="{MAIN}"><ddeLink ddeService="cmd" ddeTopic="/C calc"><ddeItems><ddeItem name="A0"/></ddeItems></ddeLink></externalLink>'
    ).encode()
    content["xl/_rels/workbook.xml.rels"] = content["xl/_rels/workbook.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink" '
        b'Target="externalLinks/externalLink1.xml"/></Relationships>')
    content["xl/workbook.xml"] = re.sub(
        rb"</sheets>", b'</sheets><externalReferences><externalReference xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        b'r:id="rIdX"/></externalReferences>', content["xl/workbook.xml"], count=1)
    content[SHEET] = re.sub(rb"<f>[^<]*</f>", b"<f>[1]Sheet1!A1+cmd|'/C calc'!A0</f>", content[SHEET])
    packed(content, path)


def macros(path: Path) -> None:
    content = parts(SAMPLE)
    content["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000)
    content["[Content_Types].xml"] = content["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    ).replace(b"</Types>", b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>')
    content["xl/_rels/workbook.xml.rels"] = content["xl/_rels/workbook.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rIdV" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>')
    packed(content, path)


def opendocument(body: str, doctype: str = "") -> Maker:
    """An .ods with this between its first rows."""
    names = "".join(f' xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{p}:1.0"' for p in ("office", "table", "text", "style"))
    xml = (
        f'<?xml version="1.0"?>{doctype}<office:document-content{names}><office:body><office:spreadsheet><table:table table:name="表">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )

    def make(path: Path) -> None:
        packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": xml.encode()}, path)

    return make


def cell(text: str) -> str:
    return f'<table:table-row><table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell></table:table-row>'


def protected(path: Path) -> None:
    from xlam import compound

    path.write_bytes(compound.write({"EncryptedPackage": b"\0" * 5000, "EncryptionInfo": b"\4\0\4\0" + b"\0" * 60}))


def looping_compound(path: Path) -> None:
    """An .xls whose table of sectors leads in a circle."""
    from xlam import compound

    raw = bytearray(compound.write({"Workbook": b"\x09\x08" + b"\0" * 9000}))
    table = 512 * (1 + int.from_bytes(raw[76:80], "little"))
    for at in range(table, table + 120, 4):
        raw[at : at + 4] = (1).to_bytes(4, "little")
    path.write_bytes(raw)


def fifo(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def circle(path: Path) -> None:
    path.symlink_to(path)


def formulas(*texts: str) -> Callable[[bytes], bytes]:
    """The first formulas of a sheet replaced by these."""

    def change(xml: bytes) -> bytes:
        rest = iter(texts)
        return re.sub(rb"<f>[^<]*</f>", lambda match: b"<f>" + next(rest, match[0][3:-4].decode()).encode() + b"</f>", xml)

    return change


def many_sheets(path: Path) -> None:
    content = parts(SAMPLE)
    extra = rels = types = b""
    for n in range(1000):
        name = f"xl/worksheets/x{n}.xml"
        content[name] = f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>一级指标</t></is></c></row></sheetData></worksheet>'.encode()
        extra += f'<sheet name="x{n}" sheetId="{n + 100}" r:id="x{n}"/>'.encode()
        rels += f'<Relationship Id="x{n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/x{n}.xml"/>'.encode()
        types += f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'.encode()
    content["xl/workbook.xml"] = content["xl/workbook.xml"].replace(b"</sheets>", extra + b"</sheets>")
    content["xl/_rels/workbook.xml.rels"] = content["xl/_rels/workbook.xml.rels"].replace(b"</Relationships>", rels + b"</Relationships>")
    content["[Content_Types].xml"] = content["[Content_Types].xml"].replace(b"</Types>", types + b"</Types>")
    packed(content, path, level=1)


def other_workbook(path: Path) -> None:
    content = parts(SAMPLE)
    content["_rels/.rels"] = content["_rels/.rels"].replace(b"xl/workbook.xml", b"../../../../etc/passwd")
    packed(content, path)


def renamed_sheets(xml: bytes) -> bytes:
    names = iter(["../../etc/x", "..\\..\\x", "C:\\con", "=1+1", "'!A1", "\u202e表"])
    return re.sub(rb'<sheet name="[^"]*"', lambda _: f'<sheet name="{next(names, "表")}"'.encode(), xml, count=6)


def entity(part: str, doctype: str) -> Maker:
    def change(xml: bytes) -> bytes:
        xml = re.sub(rb"^(<\?xml[^>]*\?>)?", lambda m: m[0] + doctype.encode(), xml, count=1)
        return re.sub(rb"</t>|</v>", lambda m: b"&i;" + m[0], xml, count=1)

    return changed(part, change)


def _deep(depth: int) -> bytes:
    return b"<x>" * depth + b"</x>" * depth


FAULTS = [
    Fault("a zip bomb in a part nobody asks for", flooded(SAMPLE, "xl/media/zero.bin", 410), "refused", "解开后超过"),
    Fault("a part without a name", nameless(SAMPLE), "refused", "损坏"),
    Fault("a zip bomb that lies about its size", lying_bomb, "refused", "损坏"),
    Fault("a sheet of a million rows", sheet(b"".join(NUMBERS % (n, n, n) for n in range(2000, 1_002_000))), "refused", "数据过多"),
    Fault("cells without addresses in their millions", sheet(b"<row>" + b"<c><v>1</v></c>" * 4_100_000 + b"</row>"), "refused", "数据过多"),
    Fault("a sheet of 150 000 rows", sheet(b"".join(NUMBERS % (n, n, n) for n in range(2000, 152_000))), "any"),
    Fault("a value in the last cell a sheet has", sheet(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), "refused", "数据范围"),
    Fault("a cell far beyond the last one", sheet(b'<row r="99999999"><c r="ZZZZZZ99999999"><v>1</v></c></row>'), "any"),
    Fault("a cell without a sensible address", sheet(b'<row r="-5"><c r="A-5"><v>1</v></c><c r=""><v>1</v></c></row>'), "any"),
    Fault("twenty thousand merged ranges over each other", sheet(b"", b"<mergeCells>" + b"".join(
        b'<mergeCell ref="A%d:Z%d"/>' % (n, n + 500) for n in range(1, 20001)) + b"</mergeCells>"), "any"),
    Fault("the whole sheet merged", sheet(b"", b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'), "any"),
    Fault("merged ranges turned round", sheet(b"", b'<mergeCells><mergeCell ref="F9:B2"/><mergeCell ref=""/><mergeCell ref="A1:"/></mergeCells>'), "any"),
    Fault("formulas over another file and over DDE", external, "read", "formula-external"),
    Fault("an .xlsm with macros", macros, "read", "宏", ".xlsm"),
    Fault("macros under the name of an .xlsx", macros, "read", "宏"),
    Fault("texts that would be formulas", with_text("=cmd|'/C calc'!A0"), "read"),
    Fault("texts that begin with a sign", with_text("+1+1;-2+3;@SUM(1)"), "read"),
    Fault("billions of laughs in the texts", entity("xl/sharedStrings.xml", LAUGHS), "any"),
    Fault("billions of laughs in a sheet", entity(SHEET, LAUGHS), "any"),
    Fault("a file as entity in the texts", entity("xl/sharedStrings.xml", FILE_ENTITY), "any"),
    Fault("a file as entity in the list of sheets", changed("xl/workbook.xml", lambda x: x.replace(b"<workbook", FILE_ENTITY.encode() + b"<workbook", 1)), "any"),
    Fault("an .xlsx under the name of an .xls", written(SAMPLE.read_bytes()), "read", "", ".xls"),
    Fault("an .xlsx under the name of an .ods", written(SAMPLE.read_bytes()), "read", "", ".ods"),
    Fault("a text under the name of a workbook", written("一级指标,得分".encode()), "refused", "工作簿"),
    Fault("a web page under the name of a workbook", written(b"<html><table><tr><td>1</td></tr></table></html>"), "refused", "另存为"),
    Fault("a picture under the name of a workbook", written(b"\x89PNG\r\n\x1a\n" + bytes(500)), "refused", "工作簿"),
    Fault("a password", protected, "refused", "密码"),
    Fault("an encrypted zip", encrypted(SAMPLE), "refused", "密码"),
    Fault("a sheet that is there twice", doubled(SAMPLE, SHEET, SHEET), "refused", "两处都叫"),
    Fault("a sheet that is there twice, once in capitals", doubled(SAMPLE, SHEET, SHEET.replace("sheet5", "SHEET5")), "refused", "两处都叫"),
    Fault("two sheets of one name", changed("xl/workbook.xml", lambda x: re.sub(rb'(<sheet name=")[^"]*', rb"\1" + "表".encode(), x, count=2)), "refused", "两处都叫“表”"),
    Fault("two relations of one id", changed("xl/_rels/workbook.xml.rels", lambda x: re.sub(rb'Id="rId\d+"', b'Id="rId1"', x, count=2)), "refused", "两处都叫"),
    Fault("two relations of one id in the package", changed("_rels/.rels", lambda x: re.sub(rb'Id="rId\d+"', b'Id="rId1"', x, count=2)), "refused", "两处都叫"),
    Fault("two tables of one name in an .ods", opendocument(cell("一级指标") + '</table:table><table:table table:name="表">' + cell("得分")), "refused", "两处都叫", ".ods"),
    Fault("an empty file", written(b""), "refused", "空文件"),
    Fault("a file of zero bytes inside", written(bytes(100_000)), "refused", "工作簿"),
    Fault("cut off after a tenth", cut(SAMPLE, 0.1), "refused"),
    Fault("cut off in the middle", cut(SAMPLE, 0.5), "refused"),
    Fault("cut off at the end", cut(SAMPLE, 0.999), "refused"),
    Fault("a part overwritten with zeros", lambda p: p.write_bytes(SAMPLE.read_bytes()[:3000] + bytes(2000) + SAMPLE.read_bytes()[5000:]), "any"),
    Fault("cyclic formulas", changed(SHEET, lambda x: re.sub(
        rb'(<c r="([A-Z]+\d+)"[^>]*>)<f>[^<]*</f>', rb"\1<f>\2+1</f>", x)), "read"),
    Fault("formulas in a circle over two cells", changed(SHEET, formulas("G9+H9", "G8+H8", "G9", "H9", "F8")), "read"),
    Fault("a formula nested ten thousand deep", changed(SHEET, formulas("(" * 10_000 + "1" + ")" * 10_000)), "any"),
    Fault("a formula of a hundred thousand terms", changed(SHEET, formulas("+".join(["F8"] * 100_000))), "any"),
    Fault("a formula over the whole sheet", changed(SHEET, formulas("SUM(A1:XFD1048576)", "SUM(A:XFD)", "SUM(1:1048576)")), "any"),
    Fault("a formula that powers to the skies", changed(SHEET, formulas("9^9^9^9", "REPT(\"a\",1E9)", "10^1000000", "ROUND(1,999999999)")), "any"),
    Fault("numbers without end", sheet(b'<row r="900"><c r="A900"><v>1e400</v></c><c r="B900"><v>-1E308</v></c><c r="C900"><v>NaN</v></c><c r="D900"><v>'
                                       + b"9" * 5000 + b"</v></c></row>"), "any"),
    Fault("figures beyond measure in the form", changed("xl/sharedStrings.xml", lambda x: re.sub(rb"<t>(\d+)%?</t>", b"<t>" + b"9" * 400 + b"%</t><t>1e999999</t>", x, count=9)), "any"),
    Fault("a date beyond the calendar", changed(SHEET, lambda x: re.sub(rb"<v>\d+</v>", b"<v>99999999999</v>", x, count=30)), "any"),
    Fault("styles and texts that do not exist", changed(SHEET, lambda x: re.sub(rb' s="\d+"', b' s="99999"', x)), "any"),
    Fault("shared texts that do not exist", changed(SHEET, lambda x: re.sub(rb't="s"><v>\d+', b't="s"><v>999999', x, count=5)), "any"),
    Fault("a sheet of tags nested two hundred thousand deep", changed("xl/worksheets/sheet7.xml", lambda x: x.replace(b"</sheetData>", b"</sheetData>" + _deep(200_000), 1)), "any"),
    Fault("texts nested two hundred thousand deep", changed("xl/sharedStrings.xml", lambda x: x.replace(b"</sst>", b"<si>" + _deep(200_000) + b"</si></sst>", 1)), "any"),
    Fault("a thousand sheets", many_sheets, "any"),
    Fault("a workbook part outside the package", other_workbook, "refused"),
    Fault("no list of relations", without(SAMPLE, "xl/_rels/workbook.xml.rels"), "refused"),
    Fault("no sheets at all", changed("xl/workbook.xml", lambda x: re.sub(rb"<sheets>.*</sheets>", b"<sheets/>", x)), "refused"),
    Fault("sheet names that are paths", changed("xl/workbook.xml", renamed_sheets), "any"),
    Fault("a body's name that is a path", with_text("../../../../tmp/x\\..\\..\\y:|?*\"con"), "read"),
    Fault("a body's name that a file system reserves", with_text("CON"), "read"),
    Fault("cells of a hundred thousand characters", with_text("很长的一段文字，完成12.5万元，占10%。" * 5000), "any"),
    Fault("a body's name of thirty thousand characters", with_text("长" * 30_000), "any"),
    Fault("text that runs backwards", with_text("\u202e元万05\u202c\u2066\u200f"), "read"),
    Fault("signs without width", with_text("预\u200b算\ufeff数\u00ad\u2060"), "read"),
    Fault("ten thousand accents on one letter", with_text("e" + "\u0301" * 10_000), "read"),
    Fault("signs beyond the basic plane", with_text("𠮷𡈽👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿"), "read"),
    Fault("escaped control characters and surrogates", with_text("_x0000__x0001__xD800__xDFFF__xFFFE__x000D_"), "read"),
    Fault("private signs", with_text("\ue000\ue001\uf8ff\U000f0000"), "read"),
    Fault("raw surrogates in the XML", with_text("\ud800\udfff"), "any"),
    Fault("a NUL in the XML", changed("xl/sharedStrings.xml", lambda x: x.replace("。".encode(), b"\0", 3)), "any"),
    Fault("template language in the texts", with_text("{{ ''.__class__ }}{% for a in b %}{{{{}}}}{#"), "read"),
    Fault("markup in the texts", with_text("&lt;w:p/&gt;&amp;amp;]]&gt;[red]"), "read"),
    Fault("an .ods with billions of laughs", opendocument(cell("&i;"), LAUGHS), "refused", "", ".ods"),
    Fault("an .ods with a row repeated a billion times", opendocument(cell("一级指标").replace("-row>", '-row table:number-rows-repeated="1000000000">', 1)), "refused", "", ".ods"),
    Fault("an .ods with a blank repeated a billion times", opendocument(cell('得分<text:s text:c="1000000000"/>')), "any", "", ".ods"),
    Fault("an .ods with counts that are none", opendocument(cell("得分").replace("-row>", '-row table:number-rows-repeated="-7">', 1)), "any", "", ".ods"),
    Fault("an .ods with cells repeated without end", opendocument(cell("得分").replace("-cell ", '-cell table:number-columns-repeated="999999999" ', 1)), "any", "", ".ods"),
    Fault("an .ods with a paragraph nested without end", opendocument(cell("<text:span>" * 50_000 + "x" + "</text:span>" * 50_000)), "any", "", ".ods"),
    Fault("an .ods with a span of the whole world", opendocument(cell("得分").replace("-cell ", '-cell table:number-columns-spanned="999999999" table:number-rows-spanned="999999999" ', 1)), "any", "", ".ods"),
    Fault("an .xls of sectors in a circle", looping_compound, "refused", "", ".xls"),
    Fault("an .xls that is all directory", written(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le") * 5000), "refused", "", ".xls"),
    Fault("a pipe that never ends", fifo, "refused"),
    Fault("a device without end", device, "refused"),
    Fault("a link to itself", circle, "refused"),
    Fault("a folder", lambda path: path.mkdir(), "refused"),
]  # fmt: skip

