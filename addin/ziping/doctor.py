"""诊断: what is wrong with this installation, if anything; one line a question, each with what to do."""

from __future__ import annotations

import importlib
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata

from ziping import __version__, resources, schemes

_NEEDED = {"openpyxl": "openpyxl", "docxtpl": "docxtpl", "python_calamine": "python-calamine", "xlsxwriter": "xlsxwriter", "lxml": "lxml"}


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to one question: ok, what was looked at, what was found or has to be done."""

    ok: bool
    what: str
    detail: str

    def as_json(self) -> dict[str, object]:
        return {"ok": self.ok, "what": self.what, "detail": self.detail}


def examine() -> tuple[Result, ...]:
    """Every question about this installation with its answer; writes nothing."""
    return tuple(_answers())


def _answers() -> Iterator[Result]:
    yield Result(True, "ziping", __version__)
    yield Result(sys.version_info >= (3, 11), "Python", sys.version.split()[0] + ("" if sys.version_info >= (3, 11) else "，需要 3.11 或更高版本"))
    for module, package in _NEEDED.items():
        try:
            importlib.import_module(module)
            yield Result(True, package, metadata.version(package))
        except ImportError:
            yield Result(False, package, "未安装或已损坏，请重新运行安装程序")
    if sys.platform in ("win32", "darwin"):
        yield _xlwings()
    for name, label in (("templates", "报告和反馈意见的模板"), ("workbooks", "空白工作簿和样例")):
        try:
            count = sum(1 for _ in resources.folder(name).rglob("*.docx" if name == "templates" else "*.xlsx"))
            yield Result(count > 0, label, f"{count} 个" if count else "一个也没有，请重新运行安装程序")
        except FileNotFoundError:
            yield Result(False, label, "缺失，请重新运行安装程序")
    broken = []
    for scheme in schemes.available():
        try:
            schemes.load(scheme)
        except Exception:  # whatever the fault, the answer is which scheme cannot be used
            broken.append(scheme)
    yield Result(not broken, "评分方案", f"{len(schemes.available())} 个" if not broken else f"不能读取：{'、'.join(broken)}，请重新运行安装程序")
    office = shutil.which("soffice") or shutil.which("libreoffice")
    yield Result(True, "LibreOffice", office or "未安装（仅 Calc 插件和没有 Word 时生成 PDF 需要）")


def _xlwings() -> Result:
    try:
        version = metadata.version("xlwings")
    except metadata.PackageNotFoundError:
        return Result(False, "xlwings", "未安装，Excel 加载项不能使用，请重新运行安装程序")
    wanted = next((r.split("==")[1].split(";")[0].strip() for r in metadata.requires("ziping") or () if r.startswith("xlwings==")), version)
    return Result(version == wanted, "xlwings", version if version == wanted else f"版本 {version} 与加载项要求的 {wanted} 不符，请重新运行安装程序")
