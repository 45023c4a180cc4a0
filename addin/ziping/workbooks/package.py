"""An .xlsx as the package of parts it is, for changing a few parts and keeping every other one byte for byte.

Saving through a spreadsheet library would lose shapes, seals, header pictures and drop-downs; a spliced package loses nothing.
"""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path, PurePosixPath

from lxml import etree

from ziping.files import replace_file
from ziping.packages import Double, single_parts
from ziping.refusal import Refusal

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
PART_LIMIT = 256 * 2**20
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_blank_text=False)
_STAMP = (1980, 1, 1, 0, 0, 0)


def main(tag: str) -> str:
    """A tag of the spreadsheet namespace."""
    return f"{{{MAIN}}}{tag}"


class Package:
    """The parts of a workbook file, in their order; changes stay in memory until `write`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._changed: dict[str, bytes] = {}
        self._removed: set[str] = set()
        if path.exists() and not path.is_file():  # a pipe or a device never ends
            raise Refusal(f"“{path.name}”不是普通文件，无法读取，请核对路径。")
        try:
            with zipfile.ZipFile(path) as archive:
                single_parts(archive)
                self._names = [info.filename for info in archive.infolist() if not info.is_dir()]
                if any(info.file_size > PART_LIMIT for info in archive.infolist()):
                    raise Refusal(f"“{path.name}”内含过大的部件，可能不是正常的工作簿，请在 Excel 中打开并另存后再试。")
        except Double as double:
            raise Refusal(f"{double.told(f'“{path.name}”', '数')}，请用 Excel 打开核对后另存为 .xlsx 再试。") from None
        except zipfile.BadZipFile:
            raise Refusal(f"“{path.name}”不是完好的 .xlsx 工作簿，请在 Excel 中打开并另存为 .xlsx 后再试。") from None

    @property
    def names(self) -> list[str]:
        return [name for name in self._names if name not in self._removed]

    def read(self, name: str) -> bytes:
        if name in self._changed:
            return self._changed[name]
        try:
            with zipfile.ZipFile(self.path) as archive:
                return archive.read(name)
        except (zipfile.BadZipFile, zlib.error, KeyError, NotImplementedError, RuntimeError, EOFError, ValueError):
            raise Refusal(f"“{self.path.name}”中的部件 {name} 已损坏或缺失，请在 Excel 中打开并另存后再试。") from None

    def tree(self, name: str) -> etree._Element:
        try:
            return etree.fromstring(self.read(name), _PARSER)
        except etree.XMLSyntaxError as error:
            if error.code == etree.ErrorTypes.ERR_NO_MEMORY:
                raise MemoryError from None
            raise Refusal(f"“{self.path.name}”中的部件 {name} 不是完好的 XML，请在 Excel 中打开并另存后再试。") from None

    def utf8(self, name: str) -> bytes:
        """A part's XML in UTF-8, byte for byte where it is written so; refused where it is damaged."""
        tree = self.tree(name)
        written = (tree.getroottree().docinfo.encoding or "UTF-8").upper()
        return self.read(name) if written in ("UTF-8", "ASCII", "US-ASCII") else etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)

    def put(self, name: str, content: bytes | etree._Element) -> None:
        if not isinstance(content, bytes):
            content = etree.tostring(content, xml_declaration=True, encoding="UTF-8", standalone=True)
        self._changed[name] = content
        if name not in self._names:
            self._names.append(name)

    def remove(self, name: str) -> None:
        """Removes a part, its relationships and its content type."""
        self._removed |= {name, relations_of(name)}
        types = self.tree("[Content_Types].xml")
        for entry in types.findall(f"{{{TYPES}}}Override"):
            if entry.get("PartName") == "/" + name:
                types.remove(entry)
                self.put("[Content_Types].xml", types)

    def relations(self, name: str) -> dict[str, tuple[str, str, bool]]:
        """The relationships of a part: id → (type's last word, target part or address, external)."""
        if relations_of(name) not in self.names:
            return {}
        found = {}
        for entry in self.tree(relations_of(name)).findall(f"{{{PACKAGE}}}Relationship"):
            external = entry.get("TargetMode") == "External"
            target = entry.get("Target", "")
            if not external:
                base = PurePosixPath("/") if target.startswith("/") else PurePosixPath("/") / PurePosixPath(name).parent
                target = _join(base, target)
            found[entry.get("Id", "")] = (entry.get("Type", "").rsplit("/", 1)[-1], target, external)
        return found

    def workbook(self) -> str:
        """The name of the main part. Refused for one of the strict kind, whose parts have other names throughout."""
        for kind, target, _ in self.relations("").values():
            if kind == "officeDocument" and target in self.names:
                if self.tree(target).tag != main("workbook"):
                    raise Refusal(f"“{self.path.name}”是“Strict Open XML 电子表格”，不能就地改写，请在 Excel 中另存为“Excel 工作簿 (*.xlsx)”再试。")
                return target
        raise Refusal(f"“{self.path.name}”里没有工作簿，请核对文件。")

    def sheets(self) -> list[tuple[str, str]]:
        """(name, part) of every worksheet, in the order of the tabs."""
        book = self.workbook()
        targets = self.relations(book)
        found = []
        for sheet in self.tree(book).iter(main("sheet")):
            kind, target, _ = targets.get(sheet.get(f"{{{RELATION}}}id", ""), ("", "", False))
            if kind == "worksheet":
                found.append((sheet.get("name", ""), target))
        return found

    def write(self, path: Path) -> None:
        """Writes the package; parts that were not changed are copied byte for byte. Never leaves half a file.

        Refused when a part is damaged: a broken file must not leave the house under a new name.
        """
        for name in self.names:
            if name not in self._changed and name.endswith((".xml", ".rels")):
                self.tree(name)
        with replace_file(path) as temporary, zipfile.ZipFile(temporary, "w") as archive:
            for name in self.names:
                content = self.read(name)
                archive.writestr(zipfile.ZipInfo(name, _STAMP), content, zipfile.ZIP_DEFLATED)


def relations_of(name: str) -> str:
    """The relationships part of a part: xl/workbook.xml → xl/_rels/workbook.xml.rels; "" → _rels/.rels."""
    path = PurePosixPath(name)
    return str(path.parent / "_rels" / f"{path.name}.rels") if name else "_rels/.rels"


def _join(base: PurePosixPath, target: str) -> str:
    parts: list[str] = list(base.parts[1:])
    for part in PurePosixPath(target.lstrip("/")).parts:
        if part == "..":
            parts = parts[:-1]
        elif part != ".":
            parts.append(part)
    return "/".join(parts)
