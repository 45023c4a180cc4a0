"""Texts as nearly every program writes them in the parts of a workbook, those that its cells share first of all; any others are left to the
readers of any XML.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ziping.forms.xmlparts import Broken, tree

ADDRESS = r"[A-Z]{1,3}+[1-9]\d{0,6}+"
BEGINS = re.compile(rb"""(?:<\?xml version=["']1\.0["'] encoding=["'](?:UTF-8|utf-8)["'](?: standalone=["']yes["'])?\?>\s*)?+<\w""")
KEPT = 2**12  # bytes around the cells or texts of a part that are remembered; programs write few of them
_CONTROLS = tuple({*range(32)} - {9, 10})  # a carriage return would be read as a line's end
_LOOSE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)", re.A)
_REFERENCE = re.compile(r"&(#?\w+);", re.A)
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_ODD = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")

_LOOK = r'<rPr>(?:<\w++(?: \w++="[^"<&]*+")*+ ?/>)*+</rPr>'
RUN = re.compile(r'<t(?: xml:space="(preserve)")?+>([^<]*+)</t>')
_STRING = re.compile(  # a shared text: whether blanks count and its words, or its runs
    rf'<si>(?:{RUN.pattern}|((?:<r>(?:{_LOOK})?+<t(?: xml:space="preserve")?+>[^<]*+</t></r>)++))(?:<phoneticPr(?: \w++="[^"<&]*+")*+ ?/>)?+</si>')
_TRAILING = re.compile(r"<t>[^<]*+(?:(?<=[ \t\n])|(?<=&#10;))</t>")
_BLANKS = (b" ", b"\t", b"\n", b"&#10;")  # that are kept around a text only where it says so
_OTHER = re.compile(rb"<(?:!|\w+:|si\b)|<[^<]*<[^<]*<")  # before the first text: anything but a declaration and the root


def usual_strings(xml: bytes) -> list[str] | None:
    """The shared texts of a workbook in their order, "" for one of blanks alone; None where one is written in another way."""
    words = _strings(xml)
    return words if words is None or not any(map(str.isspace, words)) else list(map(unless_blank, words))  # type: ignore[arg-type]


def _strings(xml: bytes) -> list[str] | None:
    begins, ends = xml.find(b"<si>"), xml.rfind(b"</sst>")
    head = xml[:begins]
    if not 0 <= begins <= ends or not BEGINS.match(head) or _OTHER.search(head) or not stands_around(head + xml[ends:], "sst"):
        return None
    xml = xml[begins:ends]
    text = decoded(xml)
    if text is None or (b"_" in xml and b"_x" in xml):
        return None
    blanks = [blank.decode() for blank in _BLANKS if blank in xml]
    trimmed = any(f"<t>{blank}" in text for blank in blanks) or (any(f"{blank}</t>" in text for blank in blanks) and _TRAILING.search(text) is not None)
    bare = text.replace('<si><t xml:space="preserve">', "<si><t>")
    words: list[str | None] = bare.split("</t></si><si><t>")  # type: ignore[assignment]
    if trimmed or not (bare.startswith("<si><t>") and bare.endswith("</t></si>")) or bare.count("<") != 4 * len(words):
        return _formatted(text)
    words[0] = words[0].removeprefix("<si><t>")  # type: ignore[union-attr]
    words[-1] = words[-1].removesuffix("</t></si>")  # type: ignore[union-attr]
    if "&" in text:
        words = [text_of(each) if "&" in each else each for each in words]  # type: ignore[operator, arg-type]
    return None if None in words else words  # type: ignore[return-value]


def _formatted(text: str) -> list[str] | None:
    """The same of texts of which some are in parts, or have blanks around them."""
    found = _STRING.split(text)
    if any(found[::4]):  # something between the texts
        return None
    words: list[str | None] = []
    for blanks, each, runs in zip(found[1::4], found[2::4], found[3::4], strict=True):
        told = [kept_text(part, keeps) for keeps, part in RUN.findall(runs)] if runs else [kept_text(each, blanks)]
        words.append(None if None in told else "".join(told))  # type: ignore[arg-type]
    return None if None in words else words  # type: ignore[return-value]


def decoded(xml: bytes) -> str | None:
    """Cells or texts as characters; None with one that XML does not have, or with an & that begins no reference."""
    for control in _CONTROLS:  # each look-up goes through the bytes many at a time
        if control in xml:
            return None
    try:
        text = xml.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if ("&" in text and _LOOSE.search(text)) or "\ufffe" in text or "\uffff" in text else text


def stands_around(xml: bytes, name: str) -> bool:
    """Whether the rest of a part, with its cells or texts left out, is XML of a workbook without a prefix for its names; a size of the cells that is told is one."""
    return (_stands_around if len(xml) <= KEPT else _stands_around.__wrapped__)(xml, name)


@lru_cache(maxsize=64)
def _stands_around(xml: bytes, name: str) -> bool:
    try:
        root = tree(xml)
    except Broken:
        return False
    space = root.tag.partition("}")[0][1:]
    if root.prefix is not None or root.tag != f"{{{space}}}{name}" or not re.fullmatch(r"http://(?:schemas\.openxmlformats\.org|purl\.oclc\.org)/[\w/]*main", space):
        return False
    return all(re.fullmatch(rf"{ADDRESS}(?::{ADDRESS})?", element.get("ref") or "", re.A) for element in root.iter("{*}dimension"))


def text_of(words: str) -> str | None:
    """A text as a cell holds it; None with a character that is written in an old way or that no text has, which programs read differently."""
    try:
        told = unescaped(words)
    except ValueError:  # a number that no character has
        return None
    return None if "_x" in told or ("&#" in words and _ODD.search(told)) else told


def kept_text(words: str, blanks: str | None) -> str | None:
    """The same of a text that is kept with the blanks around it only where it says so (`blanks`)."""
    told = text_of(words)
    return None if told is None or (not blanks and told != told.strip(" \t\n")) else told


def unless_blank(text: str | None) -> str | None:
    """The text; "" for one of blanks alone, which a person sees as a blank cell."""
    return "" if text is not None and text.isspace() else text


def unescaped(text: str) -> str:
    """A text as it reads, its references resolved. ValueError where a number is that of no character."""
    if "&" not in text:
        return text
    pieces = _REFERENCE.split(text)
    pieces[1::2] = map(_character, pieces[1::2])
    return "".join(pieces)


@lru_cache(maxsize=8192)
def _character(reference: str) -> str:
    """`amp` → &, `#24471` and `#x5F97` → 得."""
    if reference[0] != "#":
        return _NAMED[reference]
    return chr(int(reference[2:], 16) if reference[1] == "x" else int(reference[1:]))
