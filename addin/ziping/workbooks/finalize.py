"""送审版: the copy that leaves the house. Formulas are frozen to the values they show, nothing links elsewhere, everything is locked, no text is cut off.

The file that goes to the finance bureau is opened without the add-in: a live PERF formula would turn into #NAME? there. What serves the
filling in (`AIDS`) is no form and is hidden: it is neither printed nor counted among the pages, and whoever reads the file by
program still finds the unit, the year and the scheme. The officer's own workbook is never touched. Refused while findings of severity error stand, a
total, the unit or the year is blank, or a total has no score to be the sum of, unless forced.
"""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from ziping import checks, marks
from ziping.findings import Finding, unsent
from ziping.forms.files import read_grids
from ziping.refusal import Refusal
from ziping.workbooks.package import MAIN, Package, main, relations_of
from ziping.workbooks.rowheights import grow

# What may stand before sheetProtection in a worksheet, by the schema's order.
_BEFORE_PROTECTION = {main(tag) for tag in ("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr")}
AIDS = frozenset({"设置", "报告素材", "使用说明", "识别说明"})
_LINK_KINDS = {"externalLink", "connections", "queryTable", "calcChain", "volatileDependencies", "attachedToolbars", "vbaProject"}


def finalize(book: Path, out: Path, *, force: bool = False) -> list[Finding]:
    """Writes the 送审版 of a workbook and returns its findings.

    Refused for errors, a blank total, unit or year and a total without a score (unless forced), for formulas without a value, and for marks of 校验.
    """
    if book.suffix.lower() != ".xlsx":
        raise Refusal(f"“{book.name}”不是 .xlsx 工作簿，送审版只能由 .xlsx 生成，请先在 Excel、WPS 或 LibreOffice 中另存为 .xlsx。")
    if any(grid.name == marks.SHEET and marks.lists_findings(grid.rows) for grid in read_grids(book)):
        raise Refusal(marks.MARKED)
    result = checks.check(book)
    lacking = unsent(result.findings)
    if lacking and not force:
        raise Refusal(f"“{book.name}”还有 {lacking}，不能生成送审版；请先按校验结果改正、补齐，确需送审时加 --force。")
    package = Package(book)
    grow(package, book)
    _freeze(package)
    _cut_links(package)
    _lock(package)
    _hide_aids(package)
    package.write(out)
    return list(result.findings)


def _freeze(package: Package) -> None:
    for name, part in package.sheets():
        sheet = package.tree(part)
        for cell in sheet.iter(main("c")):
            formula = cell.find(main("f"))
            if formula is None:
                continue
            value = cell.find(main("v"))
            if value is None or (value.text is None and cell.get("t") != "str"):
                raise Refusal(f"“{name}”表 {cell.get('r')} 的公式还没有算出的值，送审版要以值代替公式，请先在 Excel 中打开、重算并保存。")
            if cell.get("t") == "e" and value.text == "#NAME?":
                raise Refusal(
                    f"“{name}”表 {cell.get('r')} 的公式没有算出（#NAME?），是因为保存时没有自评加载项；"
                    "请在装有加载项的 Excel 中重算并保存，或先用 ziping recalculate 重算，再生成送审版。"
                )
            cell.remove(formula)
            if cell.get("t") == "str" and not (value.text or "").strip():
                cell.remove(value)
                del cell.attrib["t"]
            elif cell.get("t") == "str":  # the type of a formula's text; a typed text is written inline
                cell.set("t", "inlineStr")
                cell.remove(value)
                text = etree.SubElement(etree.SubElement(cell, main("is")), main("t"))
                text.text = value.text
                text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            for attribute in ("cm", "vm"):
                cell.attrib.pop(attribute, None)
        package.put(part, sheet)


def _cut_links(package: Package) -> None:
    book = package.workbook()
    relations = package.relations(book)
    tree = package.tree(book)
    gone = {key for key, (kind, _, _) in relations.items() if kind in _LINK_KINDS}
    for key in gone:
        package.remove(relations[key][1])
    for tag in ("externalReferences", "functionGroups"):
        for element in tree.findall(main(tag)):
            tree.remove(element)
    defined = tree.find(main("definedNames"))
    if defined is not None:
        for name in list(defined):
            if "[" in (name.text or ""):
                defined.remove(name)
        if not len(defined):
            tree.remove(defined)
    calculation = tree.find(main("calcPr"))
    if calculation is not None:
        calculation.attrib.pop("fullCalcOnLoad", None)
    package.put(book, tree)
    listing = package.tree(relations_of(book))
    for entry in list(listing):
        if entry.get("Id") in gone:
            listing.remove(entry)
    package.put(relations_of(book), listing)


def _hide_aids(package: Package) -> None:
    """Only the forms stay in sight; the file opens on the first of them. LibreOffice prints a hidden sheet that has an area to be printed."""
    book = package.workbook()
    tree = package.tree(book)
    entries = list(tree.iter(main("sheet")))
    seen = [entry for entry in entries if entry.get("name") not in AIDS and entry.get("state", "visible") == "visible"]
    if not seen:
        return
    for entry in entries:
        if entry.get("name") in AIDS:
            entry.set("state", "hidden")
    unseen = {str(number) for number, entry in enumerate(entries) if entry.get("name") in AIDS}
    for defined in tree.findall(main("definedNames")):
        for name in [name for name in defined if name.get("localSheetId") in unseen and name.get("name", "").startswith("_xlnm.Print_")]:
            defined.remove(name)
        if not len(defined):
            tree.remove(defined)
    first = entries.index(seen[0])
    for view in tree.iter(main("workbookView")):
        view.set("activeTab", str(first))
        view.set("firstSheet", str(first))
    package.put(book, tree)
    for name, part in package.sheets():
        sheet = package.tree(part)
        for view in sheet.iter(main("sheetView")):
            view.attrib.pop("tabSelected", None)
            if name == seen[0].get("name"):
                view.set("tabSelected", "1")
        package.put(part, sheet)


def _lock(package: Package) -> None:
    for _, part in package.sheets():
        sheet = package.tree(part)
        for old in sheet.findall(main("sheetProtection")):
            sheet.remove(old)
        at = sum(1 for child in sheet if child.tag in _BEFORE_PROTECTION)
        sheet.insert(at, etree.Element(main("sheetProtection"), {"sheet": "1", "objects": "1", "scenarios": "1"}, nsmap={None: MAIN}))
        package.put(part, sheet)
    styles = next((name for name in package.names if name.endswith("styles.xml")), None)
    if styles:
        tree = package.tree(styles)
        for protection in tree.iter(main("protection")):
            protection.attrib.pop("locked", None)
        package.put(styles, tree)
