"""What a rollup reads: folders, patterns and lists of files, each file once; and what lies beside them and is not read."""

from __future__ import annotations

import glob
import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ziping.files import KINDS, WORKBOOKS
from ziping.forms.sniffed import Is, sniffed
from ziping.refusal import Refusal, why

TRIED = frozenset({*WORKBOOKS, ".xlsb", ".xltx", ".xltm", ".xlt"})  # the latter are refused in a sentence of their own
_ARCHIVES = frozenset({".zip", ".rar", ".7z", ".tar", ".gz", ".tgz"})
_BACKUPS = (".xlk", ".bak", ".tmp", ".old", ".orig", ".backup", "~")  # how the names of copies end that programs put beside a file
_SYSTEM = frozenset({"thumbs.db", "desktop.ini"})
LOCK = "~$"
_LIST_LIMIT = 50 * 2**20  # bytes of a list file


@dataclass(slots=True)
class Sources:
    """files: the workbooks in a fixed order; beside: (path, reason) of what was found in the folders and is no workbook, neither by its name nor by its content."""

    files: list[Path] = field(default_factory=list)
    beside: list[tuple[Path, str]] = field(default_factory=list)


def find(sources: Sequence[str | Path], leave_out: Iterable[Path] = ()) -> Sources:
    """Everything that the sources name, each file once, sorted by path; `leave_out` are outputs of this run, files or folders.

    A folder is searched with its subfolders; a file named outright or in a list is taken whatever its name; hidden files are passed
    over. Refused when a source does not exist or no workbook is found at all.
    """
    out = {_key(path) for path in leave_out}
    found = Sources()
    seen: set[str] = set()
    for source in map(str, sources):
        for path, reason in _expand(source):
            key = _key(path)
            if key in seen or key in out or any(_key(parent) in out for parent in path.absolute().parents):
                continue
            seen.add(key)
            if reason:
                found.beside.append((path, reason))
            else:
                found.files.append(path)
    if not found.files:
        shown = "、".join(f"“{source}”" for source in map(str, sources))
        raise Refusal(f"{shown}中没有找到工作簿（{KINDS}），请核对文件夹、通配符或清单。")
    found.files.sort(key=_order)
    found.beside.sort(key=lambda each: _order(each[0]))
    return found


def _key(path: Path) -> str:
    return os.path.realpath(path)


def _order(path: Path) -> tuple[str, str]:
    return unicodedata.normalize("NFC", str(path)).casefold(), str(path)


def passed_over(name: str) -> bool:
    """Hidden files, the locks of LibreOffice among them, and system files."""
    return name.startswith(".") or name.lower() in _SYSTEM


def _expand(source: str) -> Iterator[tuple[Path, str]]:
    path = Path(source)
    try:
        exists = path.exists()
    except (OSError, ValueError):  # a name that the system cannot hold
        raise Refusal(f"来源“{source[:80]}”不是可用的路径，请核对。") from None
    if path.is_dir():
        yield from _folder(path)
    elif exists and path.suffix.lower() not in TRIED and path.suffix.lower() in (".txt", ".csv", ".list", ".lst", ""):
        yield from _list(path)
    elif exists:
        yield path, ""
    elif glob.has_magic(source):
        for match in sorted(glob.glob(source, recursive=True)):
            each = Path(match)
            if each.is_dir():
                yield from _folder(each)
            elif not passed_over(each.name):
                yield each, _passed(each)
    else:
        raise Refusal(f"找不到来源“{source}”，应为文件夹、通配符（如 自评/*.xlsx）、工作簿或清单文件，请核对路径。")


def _folder(folder: Path) -> Iterator[tuple[Path, str]]:
    closed: list[OSError] = []
    for base, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not passed_over(name):
                path = Path(base, name)
                yield path, _passed(path)
    for error in closed:
        yield Path(error.filename), f"文件夹打不开（{why(error)}），其中的文件没有读取，请核对权限"


def _passed(path: Path) -> str:
    """Why a file that was found is not read, "" for one that is: a workbook by its name, or by its content, as `check` takes it.

    A copy that a program made beside a workbook holds one too, and would be a second return of its body.
    """
    ending = path.suffix.lower()
    if path.name.startswith(LOCK):
        return f"是 Excel 或 WPS 打开“{path.name[len(LOCK):]}”时留下的锁文件：该工作簿可能正在编辑，汇总的是它最后一次保存的内容"
    if ending in TRIED:
        return ""
    if path.name.lower().endswith(_BACKUPS):
        return f"从文件名（{path.name}）看是备份或临时文件，没有读取；确要汇总请改名为 .xlsx"
    look = sniffed(path)
    if look.found is Is.WORKBOOK:
        return ""
    if ending in _ARCHIVES:
        return "是压缩包，里面的文件没有读取，请先解压再汇总"
    if look.found is Is.UNSEEN:
        return f"扩展名 {ending or '无'}，{look.reason}，看不出是不是工作簿，没有读取；如是自评表请处理后另存为 .xlsx"
    return f"扩展名 {ending or '无'}，内容也不是工作簿（{KINDS}），没有读取；如是自评表请另存为 .xlsx"


def _list(path: Path) -> Iterator[tuple[Path, str]]:
    """A file with a path a line, relative to the list itself."""
    for name in lines_of(path, "每行一个路径"):
        yield path.parent / name, ""


def lines_of(path: Path, what: str) -> Iterator[str]:
    """The lines of a list, without quotation marks around them; blank ones and those beginning with # are left out."""
    for line in text_of(path, what).splitlines():
        name = line.strip().strip('"').strip()
        if name and not name.startswith("#") and "\0" not in name:
            yield name


def text_of(path: Path, what: str) -> str:
    """The text of a list, UTF-8 or GB 18030. Refused for a file that is none; `what` it should hold."""
    try:
        if not path.is_file():
            raise Refusal(f"清单文件“{path.name}”不存在或不是普通文件，应为{what}的文本文件，请核对路径。")
        if path.stat().st_size > _LIST_LIMIT:
            raise Refusal(f"清单文件“{path.name}”超过 {_LIST_LIMIT // 2**20} MB，请核对是否为{what}的文本文件。")
        content = path.read_bytes()
    except ValueError:  # a name that the system cannot hold
        raise Refusal(f"清单文件“{str(path)[:80]}”不是可用的路径，请核对。") from None
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refusal(f"清单文件“{path.name}”不是文本，应为{what}的文本文件，请核对。")
