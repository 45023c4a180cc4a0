"""A sheet of a workbook we built, planted into another workbook's package with its styles; every part already there stays as it is.

Only for sheets of our own making: cells, widths, drop-downs, conditional formats and print set-up, no drawings, no tables.
"""

from __future__ import annotations

import copy
import re

from lxml import etree

from ziping.workbooks.package import MAIN, PACKAGE, RELATION, TYPES, Package, main, relations_of

_WORKSHEET = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
_CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_OWN_FORMATS = 164  # number formats below are built in


class Graft:
    """Plants sheets of `source` into `target`; the styles are joined once."""

    def __init__(self, target: Package, source: Package) -> None:
        self.target, self.source = target, source
        self._texts = _shared_texts(source)
        self._cells, self._differences = self._join_styles()

    def plant(self, name: str, after: str) -> None:
        """The sheet `name` as a new sheet behind the sheet `after`, with its print area and titles."""
        tree = self._adapted(name)
        numbers = [int(match[1]) for part in self.target.names if (match := re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", part))]
        part = f"xl/worksheets/sheet{max(numbers, default=0) + 1}.xml"
        self.target.put(part, tree)
        types = self.target.tree("[Content_Types].xml")
        etree.SubElement(types, f"{{{TYPES}}}Override", {"PartName": f"/{part}", "ContentType": _CONTENT})
        self.target.put("[Content_Types].xml", types)
        self._list(name, part, after)

    def replace(self, name: str) -> None:
        """The sheet `name` in the place of the one of that name."""
        self.target.put(dict(self.target.sheets())[name], self._adapted(name))

    def _adapted(self, name: str) -> etree._Element:
        tree = copy.deepcopy(self.source.tree(dict(self.source.sheets())[name]))
        for cell in tree.iter(main("c")):
            if cell.get("s"):
                cell.set("s", self._cells[int(cell.get("s"))])
            if cell.get("t") == "s":
                self._inline(cell)
        for tag, attribute in (("row", "s"), ("col", "style")):
            for element in tree.iter(main(tag)):
                if element.get(attribute):
                    element.set(attribute, self._cells[int(element.get(attribute))])
        for rule in tree.iter(main("cfRule")):
            if rule.get("dxfId"):
                rule.set("dxfId", str(self._differences + int(rule.get("dxfId"))))
        for view in tree.iter(main("sheetView")):
            view.attrib.pop("tabSelected", None)
        return tree

    def _inline(self, cell: etree._Element) -> None:
        value = cell.find(main("v"))
        words = self._texts[int(value.text)]
        cell.remove(value)
        cell.set("t", "inlineStr")
        cell.append(copy.deepcopy(words))

    def _join_styles(self) -> tuple[list[str], int]:
        """The source's styles appended to the target's: the new number of each cell style, and where differential styles begin."""
        part, own = _styles_part(self.target), self.target.tree(_styles_part(self.target))
        other = self.source.tree(_styles_part(self.source))
        starts = {}
        for tag in ("fonts", "fills", "borders"):
            into, from_ = own.find(main(tag)), other.find(main(tag))
            starts[tag] = len(into)
            into.extend(copy.deepcopy(list(from_)))
            into.set("count", str(len(into)))
        formats = _join_formats(own, other)
        into, cells = own.find(main("cellXfs")), []
        for xf in other.find(main("cellXfs")):
            new = copy.deepcopy(xf)
            for attribute, tag in (("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders")):
                new.set(attribute, str(int(new.get(attribute) or 0) + starts[tag]))
            new.set("numFmtId", formats.get(new.get("numFmtId") or "0", new.get("numFmtId") or "0"))
            new.set("xfId", "0")
            cells.append(str(len(into)))
            into.append(new)
        into.set("count", str(len(into)))
        differences = _join_differences(own, other)
        self.target.put(part, own)
        return cells, differences

    def _list(self, name: str, part: str, after: str) -> None:
        book = self.target.workbook()
        listing = self.target.tree(relations_of(book))
        taken = {entry.get("Id") for entry in listing}
        key = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        etree.SubElement(listing, f"{{{PACKAGE}}}Relationship", {"Id": key, "Type": _WORKSHEET, "Target": "/" + part})
        self.target.put(relations_of(book), listing)
        tree = self.target.tree(book)
        sheets = tree.find(main("sheets"))
        names = [sheet.get("name") for sheet in sheets]
        at = names.index(after) + 1 if after in names else len(names)
        number = max((int(sheet.get("sheetId")) for sheet in sheets), default=0) + 1
        sheets.insert(at, etree.Element(main("sheet"), {"name": name, "sheetId": str(number), f"{{{RELATION}}}id": key}))
        _shift(tree, at)
        self._names(tree, name, at)
        self.target.put(book, tree)

    def _names(self, tree: etree._Element, name: str, at: int) -> None:
        """Print area and print titles of the planted sheet."""
        theirs = self.source.tree(self.source.workbook())
        order = [sheet.get("name") for sheet in theirs.find(main("sheets"))]
        defined = theirs.find(main("definedNames"))
        for entry in defined if defined is not None else ():
            if entry.get("localSheetId") == str(order.index(name)):
                ours = tree.find(main("definedNames"))
                if ours is None:
                    ours = etree.Element(main("definedNames"), nsmap={None: MAIN})
                    tree.insert(tree.index(tree.find(main("sheets"))) + 1, ours)
                new = copy.deepcopy(entry)
                new.set("localSheetId", str(at))
                ours.append(new)


def _shift(tree: etree._Element, at: int) -> None:
    """Numbers of sheets from `at` on are one higher."""
    for entry in tree.iter(main("definedName")):
        if entry.get("localSheetId") and int(entry.get("localSheetId")) >= at:
            entry.set("localSheetId", str(int(entry.get("localSheetId")) + 1))
    for view in tree.iter(main("workbookView")):
        for attribute in ("activeTab", "firstSheet"):
            if view.get(attribute) and int(view.get(attribute)) >= at:
                view.set(attribute, str(int(view.get(attribute)) + 1))


def _styles_part(package: Package) -> str:
    return next(target for kind, target, _ in package.relations(package.workbook()).values() if kind == "styles")


def _shared_texts(package: Package) -> list[etree._Element]:
    """The shared texts as inline ones."""
    part = next((target for kind, target, _ in package.relations(package.workbook()).values() if kind == "sharedStrings"), None)
    found = []
    for item in package.tree(part).iterfind(main("si")) if part else ():
        words = etree.Element(main("is"), nsmap={None: MAIN})
        words.extend(copy.deepcopy(list(item)))
        found.append(words)
    return found


def _join_formats(own: etree._Element, other: etree._Element) -> dict[str, str]:
    theirs = other.find(main("numFmts"))
    if theirs is None:
        return {}
    ours = own.find(main("numFmts"))
    if ours is None:
        ours = etree.Element(main("numFmts"), nsmap={None: MAIN})
        own.insert(0, ours)
    known = {entry.get("formatCode"): entry.get("numFmtId") for entry in ours}
    free = max([_OWN_FORMATS - 1, *(int(entry.get("numFmtId")) for entry in ours)]) + 1
    found = {}
    for entry in theirs:
        code = entry.get("formatCode")
        if code not in known:
            known[code] = str(free)
            etree.SubElement(ours, main("numFmt"), {"numFmtId": str(free), "formatCode": code})
            free += 1
        found[entry.get("numFmtId")] = known[code]
    ours.set("count", str(len(ours)))
    return found


def _join_differences(own: etree._Element, other: etree._Element) -> int:
    ours, theirs = own.find(main("dxfs")), other.find(main("dxfs"))
    if ours is None:
        ours = etree.Element(main("dxfs"), {"count": "0"}, nsmap={None: MAIN})
        after = own.find(main("cellStyles"))
        own.insert(own.index(after if after is not None else own.find(main("cellXfs"))) + 1, ours)
    start = len(ours)
    ours.extend(copy.deepcopy(list(theirs)) if theirs is not None else [])
    ours.set("count", str(len(ours)))
    return start
