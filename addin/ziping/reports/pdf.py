"""The report as PDF, by Word or else by LibreOffice, where there is one of them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from ziping.files import replace_file
from ziping.refusal import Refusal
from ziping.reports import winword

# What stands in for a face that the machine lacks, nearest first: 仿宋, 楷体 and 小标宋 are faces with strokes, never a sans serif.
_STROKES = ("Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun", "AR PL UMing CN")
STANDINS = {
    "仿宋_GB2312": ("仿宋", "FangSong", "STFangsong", "FZFangSong-Z02", *_STROKES),
    "楷体_GB2312": ("楷体", "KaiTi", "STKaiti", "FZKai-Z03", "AR PL UKai CN", *_STROKES),
    "方正小标宋简体": ("方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", *_STROKES),
    "宋体": _STROKES,
    "黑体": ("SimHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Zen Hei"),
    "Times New Roman": ("Liberation Serif", "Tinos", "Nimbus Roman", *_STROKES),
}
TIMEOUT = 180  # seconds; a cold start on a slow machine takes about 30
_USUAL = ("/usr/bin/soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice", r"C:\Program Files\LibreOffice\program\soffice.exe")


def soffice() -> str | None:
    """LibreOffice's program, if the machine has it."""
    return shutil.which("soffice") or shutil.which("libreoffice") or next((path for path in _USUAL if Path(path).is_file()), None)


def write_pdf(source: str | Path, out: str | Path) -> None:
    """Convert a Word file, by Word where it is. Refusal when there is neither, or when no PDF comes in time; `out` is then as it was."""
    with tempfile.TemporaryDirectory(prefix="ziping-pdf-", ignore_cleanup_errors=True) as folder:
        work = Path(folder)
        copy, made = work / "report.docx", work / "report.pdf"
        shutil.copyfile(source, copy)
        if not winword.convert(copy, made, TIMEOUT):
            _by_libreoffice(copy, made)
        with replace_file(out) as temporary:
            shutil.copyfile(made, temporary)


def _by_libreoffice(copy: Path, made: Path) -> None:
    """Writes the PDF beside the copy, with a profile of its own in the same folder."""
    program, work = soffice(), copy.parent
    if program is None:
        raise Refusal("没有找到 Word 或 LibreOffice，不能生成 PDF；Word 报告已写好，请在装有 Word 或 WPS 的电脑上打开后另存为 PDF。")
    command = [program, f"-env:UserInstallation={(work / 'profile').as_uri()}", "--headless", "--norestore", "--nolockcheck",
               "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(work), str(copy)]  # fmt: skip
    environment = os.environ | {"SAL_USE_VCLPLUGIN": "svp"}
    if sys.platform.startswith("linux") and "FONTCONFIG_FILE" not in environment:
        environment["FONTCONFIG_FILE"] = str(_fonts(work / "fonts.conf"))
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, start_new_session=True
    )
    try:
        process.wait(TIMEOUT)
    except subprocess.TimeoutExpired as error:
        _end(process)
        raise Refusal(f"LibreOffice 在 {TIMEOUT} 秒内没有完成转换，没有生成 PDF；Word 报告已写好，请稍后再试。") from error
    if not made.is_file() or not made.stat().st_size:
        raise Refusal("LibreOffice 没有转换成功，没有生成 PDF；Word 报告已写好，请用 Word 另存为 PDF。")


def _fonts(path: Path) -> Path:
    """The system's font configuration with the stand-ins."""
    aliases = "".join(
        f'<alias binding="same"><family>{name}</family><accept>{"".join(f"<family>{other}</family>" for other in others)}</accept></alias>'
        for name, others in STANDINS.items()
    )
    include = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
    path.write_text(f'<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>{aliases}{include}</fontconfig>\n', encoding="utf-8")
    return path


def _end(process: subprocess.Popen) -> None:
    """soffice is a script around the program: end both, that is, their group."""
    if hasattr(os, "killpg"):
        import signal

        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
