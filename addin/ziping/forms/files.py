"""Workbook files → grids: .xlsx, .xlsm, .xls, .et, .ods. Whatever cannot be read is refused with one sentence; nothing is ever executed.

A sheet of an .xlsx that is written as nearly every program writes it is scanned; of any other the values come from python-calamine, and formulas,
error cells, number formats and hidden rows from one pass over its XML, made only for the sheets that need it. A file is held in memory, so that the officer's file is never locked, and its unpacked size is
bounded before anything is unpacked.
"""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import python_calamine
from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from ziping.files import KINDS
from ziping.forms import compound, ods, ooxml
from ziping.forms.grid import Details, Sheet
from ziping.forms.kinds import OLE, ZIP, Kind, compound_kind, package_kind
from ziping.forms.usual import UsualSheet, usual_sheet
from ziping.forms.usual_texts import usual_strings
from ziping.forms.xmlparts import Broken, read_part
from ziping.packages import Double, once, single_parts
from ziping.refusal import Refusal, unopened

FILE_LIMIT = 100 * 2**20  # bytes of the file as it lies on the disk
UNPACKED_LIMIT = 400 * 2**20  # bytes of all parts together
PART_LIMIT = 5000  # parts of a package
CELL_LIMIT = 2_000_000  # cells of the rectangle around a sheet's values: far more than a year's ledger has; where memory fails, python-calamine ends the program without a word


class Unreadable(Refusal):
    """A file that is no workbook we can read: one Chinese sentence."""


def read_grids(path: str | Path) -> list[Sheet]:
    """Every worksheet of a file in its order, hidden ones too. Raises `Unreadable`."""
    return read_file(path)[0]


def read_file(path: str | Path) -> tuple[list[Sheet], bool]:
    """Like `read_grids`, and whether the file carries program code, which is never run."""
    path = Path(path)
    if path.name.startswith("~$"):
        raise Unreadable(f"“{path.name}”是 Excel 或 WPS 打开文件时留下的临时文件，不是工作簿，请选文件名不带“~$”的那一份。")
    try:
        sheets, programmed = _read(_content(path), path.name)
        once(sheet.name.casefold() for sheet in sheets)
    except Double as double:
        raise Unreadable(f"{double.told(f'“{path.name}”', '数')}，请用 Excel 打开核对后另存为 .xlsx 再试。") from None
    return sheets, programmed


def _read(content: bytes, name: str) -> tuple[list[Sheet], bool]:
    if content.startswith(ZIP):
        return _package(content, name)
    if content.startswith(OLE):
        kind, programmed = compound_kind(io.BytesIO(content))
        if kind is Kind.LOCKED:
            raise Unreadable(f"“{name}”设有打开密码，无法读取，请在 Excel 中取消密码并另存后再试。")
        return _binary(content, kind, name), programmed
    if content.lstrip()[:1] in (b"<", b"{") or b"<html" in content[:2000].lower():
        raise Unreadable(f"“{name}”的内容是网页或文本而不是工作簿，请用 Excel 打开后另存为“Excel 工作簿（*.xlsx）”再试。")
    raise Unreadable(f"“{name}”不是 Excel 或 WPS 工作簿（{KINDS}），请核对文件。")


def _programmed(names: set[str]) -> bool:
    """Whether a package's list of parts has program code in it: VBA, or scripts of LibreOffice."""
    return any(name.endswith("vbaProject.bin") or name.startswith(("Scripts/", "Basic/")) for name in names)


def _content(path: Path) -> bytes:
    try:
        status = path.stat() if path.exists() else None
    except (OSError, ValueError) as error:  # a name the system cannot hold, a link that leads to itself
        raise Unreadable(f"路径“{str(path)[:200]!r}”不能使用，请核对路径。") from error
    if status is None:
        raise Unreadable(f"找不到文件“{path}”，请核对路径。")
    if stat.S_ISDIR(status.st_mode):
        raise Unreadable(f"“{path}”是文件夹，应为一个工作簿文件，请指明文件。")
    if not stat.S_ISREG(status.st_mode):
        raise Unreadable(f"“{path.name}”不是普通文件，无法读取，请核对路径。")
    if status.st_size > FILE_LIMIT:
        raise Unreadable(f"“{path.name}”有 {status.st_size // 2**20} MB，超过 {FILE_LIMIT // 2**20} MB 的上限，请删去无关内容后再试。")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Unreadable(unopened(path.name, error)) from error
    if not content:
        raise Unreadable(f"“{path.name}”是空文件，请重新取得该工作簿。")
    return content


def _package(content: bytes, name: str) -> tuple[list[Sheet], bool]:
    damaged = Unreadable(f"“{name}”已损坏，无法解开，请用 Excel 打开并修复后另存，或重新取得该文件。")
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
        parts = package.infolist()
        single_parts(package)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        raise damaged from error
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable(f"“{name}”设有密码，无法读取，请取消密码并另存后再试。")
    if len(parts) > PART_LIMIT or sum(part.file_size for part in parts) > UNPACKED_LIMIT:
        raise Unreadable(f"“{name}”解开后超过 {UNPACKED_LIMIT // 2**20} MB，不像正常的自评表，已停止读取，请核对文件来源。")
    names = {part.filename for part in parts}
    try:
        kind, workbook = package_kind(package)
        if kind is Kind.OPEN:
            return _opendocument(package, name), _programmed(names)
        if kind is Kind.BINARY:
            raise Unreadable(f"“{name}”是 Excel 二进制工作簿（.xlsb），请用 Excel 另存为“Excel 工作簿（*.xlsx）”再试。")
        if kind is Kind.EXCEL:
            return _excel(content, package, workbook, name), _programmed(names)
    except Unreadable:
        raise
    except (zipfile.BadZipFile, CalamineError, Broken, ValueError, KeyError, OSError, EOFError) as error:
        raise damaged from error
    raise Unreadable(f"“{name}”不是工作簿（可能是 Word 文档或普通压缩包），请核对文件。")


def _excel(content: bytes, package: zipfile.ZipFile, workbook: str, name: str) -> list[Sheet]:
    """Sheets that are written as usual are read here; python-calamine is asked only for the others."""
    index = ooxml.index_of(package, workbook)
    styles = ooxml.Styles(package, index.styles)
    strings, plain = _strings(package, index), styles.plain
    usual: dict[str, UsualSheet] = {}
    others: dict[str, bytes] = {}  # sheets whose values the scan does not tell
    for sheet, part in index.parts.items():
        xml = read_part(package, part)
        found = None if plain is None else usual_sheet(xml, strings, plain, styles.told)
        if found is not None:
            usual[sheet] = found
        if found is None or found.values is None:
            others[sheet] = xml
    for sheet, xml in others.items():
        if max(xml.count(b"</v>"), xml.count(b"</") // 4) > CELL_LIMIT:  # a cell closes its value and itself, perhaps a formula and its row
            raise Unreadable(f"“{name}”的工作表“{sheet}”数据过多，超过 {CELL_LIMIT // 10_000} 万个单元格，请删除多余的行和列后再试。")
        rows, columns = ooxml.extent(xml)
        if rows * columns > CELL_LIMIT:
            raise Unreadable(f"“{name}”的工作表“{sheet}”数据范围达 {rows} 行 {columns} 列，请删除多余的行和列后再试。")
    book = None if index.listed is not None and len(usual) == len(index.listed) and not others else _open(content, name)
    listed = index.listed if index.listed is not None else [(meta.name, False) for meta in book.sheets_metadata]  # type: ignore[union-attr]
    sheets = []
    for number, (sheet, hidden) in enumerate(listed):
        found = usual.get(sheet)
        if found is not None and found.values is not None:
            sheets.append(Sheet(sheet, found.values.rows, found.merges, hidden=hidden, details=found.details, written=found.values.written))
        elif book.sheets_metadata[number].typ is SheetTypeEnum.WorkSheet:  # type: ignore[union-attr]
            fetch = partial(_details, name, sheet, partial(ooxml.details, others.get(sheet), styles))
            sheets.append(_sheet(book, number, found.details if found is not None else fetch if sheet in others else Details()))  # type: ignore[arg-type]
    return sheets


def _strings(package: zipfile.ZipFile, index: ooxml.Index) -> list[str] | None:
    """The shared texts; None where it is uncertain what every program takes for them."""
    if index.listed is None:
        return None
    try:
        return usual_strings(read_part(package, ooxml.STRINGS)) if ooxml.STRINGS in package.NameToInfo else []
    except Broken:
        return None


def _details(name: str, sheet: str, fetch: Callable[[], Details]) -> Details:
    """Details are fetched late; what is broken in them is told like every other damage."""
    try:
        return fetch()
    except MemoryError:
        raise
    except Exception as error:  # the parts of a foreign file can be wrong in any way
        raise Unreadable(f"“{name}”的工作表“{sheet}”已损坏，无法读取公式和格式，请用 Excel 打开并另存后再试。") from error


def _opendocument(package: zipfile.ZipFile, name: str) -> list[Sheet]:
    if ods.encrypted(package):
        raise Unreadable(f"“{name}”设有打开密码，无法读取，请取消密码并另存后再试。")
    document = ods.Document(package, CELL_LIMIT)
    if document.oversized:
        raise Unreadable(f"“{name}”的工作表“{document.oversized}”数据范围过大，请删除多余的行和列后再试。")
    return document.sheets()


def _binary(content: bytes, kind: Kind, name: str) -> list[Sheet]:
    from ziping.forms import xls

    if kind is Kind.OTHER:
        raise Unreadable(f"“{name}”不是工作簿（可能是旧版 Word 文档），请核对文件。")
    try:
        if kind is Kind.BROKEN:
            raise compound.Circular("directory")
        compound.look_over(content)
    except compound.Circular as error:
        raise Unreadable(f"“{name}”已损坏，无法读取，请用 Excel 打开并修复后另存，或重新取得该文件。") from error
    try:
        sheets = xls.sheets(content)
        if xls.texts_lost(content):
            raise Unreadable(f"“{name}”里由公式得出的文字和空白有的存成了 0（LibreOffice 另存为 .xls 时会这样），与真正的 0 无法区分，没有读取，请改用 .xlsx 文件。")
        return sheets
    except xls.Odd:
        book = _open(content, name)
        return [_sheet(book, index, Details()) for index, meta in enumerate(book.sheets_metadata) if meta.typ is SheetTypeEnum.WorkSheet]


def _open(content: bytes, name: str) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except python_calamine.PasswordError as error:
        raise Unreadable(f"“{name}”设有打开密码，无法读取，请取消密码并另存后再试。") from error
    except (CalamineError, OSError, ValueError) as error:
        raise Unreadable(f"“{name}”已损坏或不是工作簿，无法读取，请用 Excel 打开并另存后再试。") from error


def _sheet(book: CalamineWorkbook, index: int, details) -> Sheet:  # noqa: ANN001 - Details or a function that makes one
    sheet = book.get_sheet_by_index(index)
    merges = [(top, left, bottom, right) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()]
    hidden = book.sheets_metadata[index].visible is not SheetVisibleEnum.Visible
    return Sheet(sheet.name, sheet.to_python(skip_empty_area=False), merges, hidden=hidden, details=details)
