"""Broken and hostile Word files, each made by a function under the name of its fault.

`Fault.prose`, `Fault.report`: what becomes of the file as a finished report and as a template, `refused` or `read`.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from hostile.packages import FILE_ENTITY, LAUGHS, Maker, cut, doubled, encrypted, flooded, nameless, packed, parts, repacked, without, written

from ziping import resources

TEMPLATE = resources.template("liuyang")
REFUSED, READ = "refused", "read"
TYPES, DOCUMENT, STYLES, NUMBERS = "[Content_Types].xml", "word/document.xml", "word/styles.xml", "word/numbering.xml"
HEADER, CORE, RELATIONS, MAIN = "word/header1.xml", "docProps/core.xml", "word/_rels/document.xml.rels", "_rels/.rels"
ANOTHER = '<Relationship Id="rIdMore" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>'
HEADED = ANOTHER.replace("numbering", "header").replace("header.xml", "header1.xml")
MACROS = b"application/vnd.ms-word.document.macroEnabled.main+xml"


@dataclass(frozen=True, slots=True)
class Fault:
    """name: a sentence; make: writes the file."""

    name: str
    make: Maker
    prose: str = REFUSED
    report: str = REFUSED


def changed(*changes: tuple[str, str, str]) -> Maker:
    """The shipped template with (part, pattern, text in its place) carried out."""
    return repacked(TEMPLATE, *((part, partial(re.sub, pattern.encode(), text.encode(), flags=re.S)) for part, pattern, text in changes))


def replaced(part: str, data: bytes) -> Maker:
    return lambda path: packed(parts(TEMPLATE) | {part: data}, path)


def untyped(part: str) -> Maker:
    """A part that has lost its content type and counts as plain XML."""
    return changed((TYPES, f'<Override PartName="/{re.escape(part)}"[^>]*/>', ""))


def retyped(part: str, kind: str) -> Maker:
    return changed((TYPES, f'(<Override PartName="/{re.escape(part)}" ContentType=")[^"]*', rf"\g<1>{kind}"))


def unrelated(kind: str) -> Maker:
    return changed((RELATIONS, f'<Relationship [^>]*relationships/{kind}"[^>]*/>', ""))


def wrong_check_sum(path: Path) -> None:
    """One byte of a stored part differs from what its check sum says."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts(TEMPLATE).items():
            archive.writestr(name, data)
    raw = path.read_bytes()
    at = raw.index(b"<w:styles")
    path.write_bytes(raw[:at] + b"<w:Styles" + raw[at + 9 :])


def entities(doctype: str) -> Maker:
    return changed((DOCUMENT, r"^(<\?xml[^>]*\?>)?", r"\g<0>" + doctype), (DOCUMENT, r"(<w:t[^>]*>)", r"\g<1>&i;"))


FAULTS = [
    Fault("no list of content types", without(TEMPLATE, TYPES)),
    Fault("content types that are no XML", replaced(TYPES, b"<Types")),
    *(Fault(f"{part} without its content type", untyped(part)) for part in (DOCUMENT, STYLES, NUMBERS)),
    Fault("properties without their content type, which a finished report does not need", untyped(CORE), READ),
    Fault("a header without its content type, which is still its XML", untyped(HEADER), READ, READ),
    Fault("styles under the content type of numbers", retyped(STYLES, "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml")),
    Fault("the body under the content type of styles", retyped(DOCUMENT, "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml")),
    Fault("macros under the name of a document without them", retyped(DOCUMENT, MACROS.decode())),
    Fault("no relations of the package", without(TEMPLATE, MAIN)),
    Fault("a relation to a part that is not there", without(TEMPLATE, STYLES)),
    Fault("a header that is not there", without(TEMPLATE, HEADER)),
    Fault("relations that are no XML", replaced(RELATIONS, b"<Relationships><Relationship")),
    Fault("a relation that leaves the package", changed((RELATIONS, r'Target="styles\.xml"', 'Target="../../../../etc/passwd"'))),
    Fault("styles that lie on another machine", changed((RELATIONS, r'Target="styles\.xml"', 'Target="file:///etc/passwd" TargetMode="External"'))),
    Fault("a header that lies on another machine", changed((RELATIONS, r'Target="header1\.xml"', r'Target="http://127.0.0.1/h.xml" TargetMode="External"')), READ),
    Fault("relations of one name", changed((RELATIONS, r'Id="rId\d+"', 'Id="rId1"'))),
    Fault("a relation whose name differs from another's in nothing but case", changed((RELATIONS, "</Relationships>", HEADED.replace("rIdMore", "RID1") + r"\g<0>")), READ, READ),
    Fault("two relations to the numbers", changed((RELATIONS, r'<Relationship [^>]*relationships/numbering"[^>]*/>', rf"\g<0>{ANOTHER}"))),
    Fault("a further relation to a header, which is a relation of its own", changed((RELATIONS, "</Relationships>", HEADED + r"\g<0>")), READ, READ),
    Fault("a part without a name", nameless(TEMPLATE)),
    Fault("a body that is there twice", doubled(TEMPLATE, DOCUMENT, DOCUMENT)),
    Fault("a body that is there twice, once in capitals", doubled(TEMPLATE, DOCUMENT, DOCUMENT.upper())),
    Fault("no relation to styles, for which Word takes its own", unrelated("styles"), READ, READ),
    Fault("no relation to numbers, which are then not printed", unrelated("numbering"), READ, READ),
    *(Fault(f"{part} cut off", changed((part, r"^(.{200}).*$", r"\1"))) for part in (DOCUMENT, STYLES, NUMBERS)),
    Fault("properties cut off", changed((CORE, r"^(.{200}).*$", r"\1"))),
    *(Fault(f"{part} empty", replaced(part, b"")) for part in (DOCUMENT, STYLES, NUMBERS, HEADER, CORE)),
    Fault("styles with another root", replaced(STYLES, b"<x/>")),
    Fault("properties with another root", replaced(CORE, b"<x/>"), READ),
    Fault("a document without a body", replaced(DOCUMENT, b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>')),
    Fault("a document that is a web page", replaced(DOCUMENT, b"<html><body><p>1</p></body></html>")),
    Fault("a paragraph whose style has no name", changed((DOCUMENT, r'<w:pStyle w:val="[^"]*"/>', "<w:pStyle/>"))),
    Fault("a style of no known kind", changed((STYLES, r'w:type="paragraph"', 'w:type="？"')), READ),
    Fault("styles without names and ids", changed((STYLES, r'<w:name w:val="[^"]*"/>', "<w:name/>"), (STYLES, r' w:styleId="[^"]*"', "")), READ),
    Fault("styles based on one another in a circle", changed((STYLES, r'<w:basedOn w:val="[^"]*"/>', '<w:basedOn w:val="Heading1"/>')), READ, READ),
    Fault("a level of numbers that is a text", changed((NUMBERS, r'w:ilvl="\d+"', 'w:ilvl="（%4）"')), READ, READ),
    Fault("a list of numbers without what it is drawn from", changed((NUMBERS, r"<w:abstractNum .*</w:abstractNum>", "")), READ, READ),
    Fault("numbers that begin beyond all bounds", changed((NUMBERS, r'<w:start w:val="\d+"/>', f'<w:start w:val="{"9" * 400}"/>')), READ, READ),
    Fault("a page of no size", changed((DOCUMENT, r"<w:pgSz[^>]*/>", "")), READ, READ),
    Fault("a page without margins", changed((DOCUMENT, r"<w:pgMar[^>]*/>", "")), READ, READ),
    Fault("no section at all", changed((DOCUMENT, r"<w:sectPr.*?</w:sectPr>", "")), READ, READ),
    Fault("a page in millimetres", changed((DOCUMENT, r"<w:pgSz[^>]*/>", '<w:pgSz w:w="210mm" w:h="297mm"/>')), READ, READ),
    Fault("a page as wide as a word", changed((DOCUMENT, r'<w:pgSz w:w="\d+"', '<w:pgSz w:w="宽"')), READ),
    Fault("a table without a grid", changed((DOCUMENT, r"<w:sectPr", "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:sectPr")), READ),
    Fault("a cell that spans a word", changed((DOCUMENT, r"<w:sectPr", '<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val="x"/></w:tcPr>'
                                                                      "<w:p/></w:tc></w:tr></w:tbl><w:sectPr")), READ),
    Fault("a date that is none in the properties", changed((CORE, r"(<dcterms:created[^>]*>)[^<]*", r"\g<1>昨天")), READ, READ),
    Fault("a password that Word has set", written(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(9000))),
    Fault("an encrypted zip", encrypted(TEMPLATE)),
    Fault("a part that its check sum disowns", wrong_check_sum),
    Fault("cut off in the middle", cut(TEMPLATE, 0.5)),
    Fault("cut off at the end", cut(TEMPLATE, 0.999)),
    Fault("a workbook under the name of a document", written(min(resources.samples()).read_bytes())),
    Fault("an empty file", written(b"")),
    Fault("text that unpacks to a flood", flooded(TEMPLATE, "word/more.xml", 31)),
    Fault("a picture that unpacks to a flood", flooded(TEMPLATE, "word/media/more.png", 200)),
    Fault("billions of laughs", entities(LAUGHS.replace("\\", r"\\"))),
    Fault("an entity that names a file", entities(FILE_ENTITY)),
    Fault("tags nested two hundred thousand deep", changed((DOCUMENT, r"</w:body>", "<w:x>" * 200_000 + "</w:x>" * 200_000 + "</w:body>"))),
    Fault("a NUL in the text", changed((DOCUMENT, r"(<w:t[^>]*>)", "\\g<1>\0"))),
]  # fmt: skip
