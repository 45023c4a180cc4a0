"""A sheet's XML as nearly every program writes it, scanned for formulas, errors and formats without building a tree.

The pattern of the usual way must account for every character of the cells; a sheet written in any other way is left to the reader of any XML.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ziping.forms.grid import Details, Format, position
from ziping.forms.shared import member

_CHARACTER = r"[^<&\x00-\x08\x0b-\x1f]"  # a carriage return would be read as a line's end
_TEXT = rf"{_CHARACTER}*+(?:&(?:amp|lt|gt|quot|apos|#\d{{1,7}}|#x[0-9a-fA-F]{{1,6}});{_CHARACTER}*+)*+"
_ATTRIBUTES = r'(?: [A-Za-z0-9:]++="[^"<&\x00-\x1f]*+")*+'
_ADDRESS = r"[A-Z]{1,3}[1-9]\d{0,6}"
_FORMULA = rf'<f(?: t="[a-z]++")?+(?: ref="[A-Z0-9:]++")?+(?: si="\d++")?+(?: ?/>|>{_TEXT}</f>)'
_STORED = rf'<v>{_TEXT}</v>|<is><t(?: xml:space="preserve")?+>{_TEXT}</t></is>|<v ?/>'
_CELL = rf'<c r="{_ADDRESS}"(?: s="\d++")?+(?: t="(?:[a-rt-z][a-zA-Z]*+|str|s(?!"><f))")?+(?: ?/>|>(?:{_FORMULA})?+(?:{_STORED})?+</c>)'
_ROW = rf'<row r="[1-9]\d{{0,6}}"{_ATTRIBUTES}(?: ?/>|>(?:{_CELL})*+</row>)'
_ROOT = r"""(?:<\?xml version=["']1\.0["'] encoding=["'](?:UTF-8|utf-8)["'](?: standalone=["']yes["'])?\?>\s*)?+<worksheet (?:[\w:]++="[^"<&]*+"\s*)++>"""
_SHEET = re.compile(rf"({_ROOT})((?:[^<]++|<(?!sheetData>))*+)<sheetData>((?:{_ROW})*+)</sheetData>([\s\S]*+)(?<=</worksheet>)\s*", re.A)

_SPACE = re.compile(r'\sxmlns="http://(?:schemas\.openxmlformats\.org|purl\.oclc\.org)/[\w/]*main"')
_ELSEWHERE = re.compile(r"<(?:[!?]|(?:c|v|f|row|sheetData)[\s/>])")  # cells that do not stand among the cells; remarks and declarations
_TELLING = re.compile(  # every cell with something in it but a shared text
    rf'<c r="({_ADDRESS})"(?: s="(\d++)")?+(?: t="([a-rt-z][a-zA-Z]*+|str)")?+>'
    r'(?:<f(?: t="([a-z]++)")?+(?: ref="[A-Z0-9:]++")?+(?: si="(\d++)")?+(?: ?/>|>([^<]*+)</f>))?+(<v(?: ?/>|>([^<]*+)))?+', re.A)
_HIDDEN = re.compile(r'<row r="(\d++)"[^>]* hidden="(?:1|true)"', re.A)
_REFERENCE = re.compile(r"&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([0-9a-fA-F]+));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


def usual_details(xml: bytes, told: Mapping[str | None, Format]) -> Details | None:
    """What `ooxml.details` tells of the same sheet; None where it is written in another way. `told` as in `ooxml.Styles`."""
    try:
        text = xml.decode("utf-8")
    except UnicodeDecodeError:
        return None
    sheet = _SHEET.fullmatch(text)
    if sheet is None or "\ufffe" in text or "\uffff" in text:  # no characters of XML
        return None
    root, head, cells, tail = sheet.groups()
    if not _SPACE.search(root) or _ELSEWHERE.search(head) or _ELSEWHERE.search(tail):
        return None
    found = Details({}, {}, {}, frozenset())
    formulas, errors, formats = found.formulas, found.errors, found.formats
    groups: dict[str, tuple[str, int, int]] = {}
    for address, style, kind, way, group, formula, stored, value in _TELLING.findall(cells):
        if stored and kind in ("", "n"):
            if style in told:
                formats[position(address)] = told[style]
        elif stored and kind == "e":
            errors[position(address)] = _plain(value) or "#VALUE!"
        if formula or group:
            at = position(address)
            formula = _plain(formula) if "&" in formula else formula
            if way == "shared":
                formula = member(formula, group, *at, groups)
            if formula:
                formulas[at] = "=" + formula
    if " hidden=" in cells:
        found.hidden_rows = frozenset(int(row) - 1 for row in _HIDDEN.findall(cells))
    return found


def _plain(text: str) -> str:
    """A text as it reads, its references resolved."""
    return _REFERENCE.sub(lambda match: _NAMED[match[1]] if match[1] else chr(int(match[2]) if match[2] else int(match[3], 16)), text)
