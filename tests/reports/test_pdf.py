"""What LibreOffice makes of a report: numbers of headings, pages, PDF. Left out where there is no LibreOffice."""

from __future__ import annotations

import subprocess
import sys
import types
from pathlib import Path

import pytest
from bodies import full
from test_template_sources import build
from words import make

from ziping.refusal import Refusal
from ziping.reports import pdf, report, winword, write_pdf

needs_libreoffice = pytest.mark.skipif(pdf.soffice() is None, reason="no LibreOffice on this machine")

SOURCE = """@标题 报告
# 概况
## 职能
### 主要职责
#### 之一
##### 其一
##### 其二
#### 之二
##### 又其一
### 其他
## 人员
# 问题
## 预算
### 编制
"""
NUMBERED = [
    "报告", "一、概况", "（一）职能", "1.主要职责", "（1）之一", "1）其一", "2）其二", "（2）之二", "1）又其一", "2.其他", "（二）人员", "二、问题", "（一）预算", "1.编制",
]  # fmt: skip


@needs_libreoffice
def test_headings_are_numbered_as_documents_do_and_begin_anew_under_their_parents(tmp_path: Path) -> None:
    (tmp_path / "t.md").write_text(SOURCE + "".join(f"# 第{n}章\n" for n in range(3, 13)), encoding="utf-8")
    build.build(tmp_path / "t.md", tmp_path / "t.docx")
    report(full(), tmp_path / "out.docx", tmp_path / "t.docx")
    profile = (tmp_path / "profile").as_uri()
    command = [pdf.soffice(), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path), str(tmp_path / "out.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    found = [line.replace(" ", "") for line in (tmp_path / "out.txt").read_text(encoding="utf-8-sig").splitlines() if line.strip()]
    assert found[: len(NUMBERED)] == NUMBERED
    assert found[-3:] == ["十、第10章", "十一、第11章", "十二、第12章"]


@needs_libreoffice
def test_a_report_becomes_a_pdf(tmp_path: Path) -> None:
    report(full(), tmp_path / "报告 1.docx", make(tmp_path / "t.docx", "{{ 单位 }}", '{{ 表("整体自评表") }}'))
    write_pdf(tmp_path / "报告 1.docx", tmp_path / "报告 1.pdf")
    assert (tmp_path / "报告 1.pdf").read_bytes().startswith(b"%PDF-")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["t.docx", "报告 1.docx", "报告 1.pdf"]


def test_without_either_program_the_officer_is_told_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "soffice", lambda: None)
    with pytest.raises(Refusal, match="没有找到 Word 或 LibreOffice.*另存为 PDF"):
        write_pdf(make(tmp_path / "t.docx", "x"), tmp_path / "t.pdf")
    assert not (tmp_path / "t.pdf").exists()


@pytest.mark.skipif(not Path("/bin/sh").exists(), reason="needs a shell to play LibreOffice")
@pytest.mark.parametrize(("script", "words"), [("exit 1", "没有转换成功"), ("sleep 30", "秒内没有完成")])
def test_a_conversion_that_fails_or_hangs_is_told_and_leaves_the_old_pdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, words: str) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(pdf, "soffice", lambda: str(program))
    monkeypatch.setattr(pdf, "TIMEOUT", 1)
    (tmp_path / "t.pdf").write_bytes(b"old")
    with pytest.raises(Refusal, match=words):
        write_pdf(make(tmp_path / "t.docx", "x"), tmp_path / "t.pdf")
    assert (tmp_path / "t.pdf").read_bytes() == b"old"


# ---------------------------------------------------------------------------------------------------------------
# Word, played: what it is asked, and what happens without it


class Word:
    """Word's object model, as far as it is used; `asked` is what it was asked."""

    def __init__(self, fails: bool = False) -> None:
        self.__dict__.update(asked=[], fails=fails, Documents=self)

    def __setattr__(self, name: str, value: object) -> None:
        self.asked.append((name, value))

    def Open(self, path: str, **how: bool) -> Word:  # noqa: N802
        self.asked.append(("Open", path, how))
        return self

    def ExportAsFixedFormat(self, path: str, kind: int) -> None:  # noqa: N802
        if self.fails:
            raise OSError("com_error")
        self.asked.append(("Export", kind))
        Path(path).write_bytes(b"%PDF-by Word")

    def Close(self, save: bool) -> None:  # noqa: N802
        self.asked.append(("Close", save))

    def Quit(self, save: bool) -> None:  # noqa: N802
        self.asked.append(("Quit", save))


def _installed(monkeypatch: pytest.MonkeyPatch, word: Word | None) -> None:
    """A Windows with this Word; the process that would talk to it is a call."""

    def dispatch(name: str) -> Word:
        if word is None or name != "Word.Application":
            raise OSError("com_error")
        return word

    client = types.ModuleType("win32com.client")
    client.DispatchEx = dispatch
    monkeypatch.setitem(sys.modules, "win32com", types.ModuleType("win32com"))
    monkeypatch.setitem(sys.modules, "win32com.client", client)
    monkeypatch.setattr(winword.sys, "platform", "win32")

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        assert command[1:4] == ["-I", "-m", "ziping.reports.winword"]
        try:
            winword.export(*command[4:])
        except OSError:
            return subprocess.CompletedProcess(command, 1)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(winword.subprocess, "run", run)


@pytest.mark.parametrize("ended", ["in time", "too late"])
def test_half_a_file_of_word_is_no_pdf(ended: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        Path(command[-1]).write_bytes(b"%PDF-half")
        if ended == "too late":
            raise subprocess.TimeoutExpired(command, 1)
        return subprocess.CompletedProcess(command, 1)

    monkeypatch.setattr(winword.sys, "platform", "win32")
    monkeypatch.setattr(winword.subprocess, "run", run)
    assert not winword.convert(tmp_path / "t.docx", tmp_path / "t.pdf", 1)


def test_word_makes_the_pdf_where_it_is_and_is_ended_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    word = Word()
    _installed(monkeypatch, word)
    monkeypatch.setattr(pdf, "soffice", lambda: pytest.fail("LibreOffice is not asked"))
    write_pdf(make(tmp_path / "t.docx", "x"), tmp_path / "t.pdf")
    assert (tmp_path / "t.pdf").read_bytes() == b"%PDF-by Word"
    assert word.asked[:3] == [("Visible", False), ("DisplayAlerts", 0), ("AutomationSecurity", 3)], "nobody sees it and no macro runs"
    assert word.asked[3][2]["ReadOnly"]
    assert word.asked[-3:] == [("Export", 17), ("Close", False), ("Quit", False)]


@pytest.mark.parametrize("word", [None, Word(fails=True)], ids=["not installed", "it fails"])
def test_without_word_it_is_libreoffices_turn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, word: Word | None) -> None:
    _installed(monkeypatch, word)
    monkeypatch.setattr(pdf, "soffice", lambda: None)
    with pytest.raises(Refusal, match="没有找到 Word 或 LibreOffice"):
        write_pdf(make(tmp_path / "t.docx", "x"), tmp_path / "t.pdf")
    assert word is None or word.asked[-1] == ("Quit", False)
