"""One letter a workbook, with its findings, under a name that every file system holds and no other letter has."""

from __future__ import annotations

import shutil
import sys
import time
import zipfile
from pathlib import Path

import docx
import pytest

from ziping import resources
from ziping.cli.boundary import run
from ziping.rollup import rollup
from ziping.rollup.letters import letter, letter_names
from ziping.rollup.record import Issue, Record

SAMPLES = {path.stem: path for path in resources.samples()}
NAMES = [
    ("two workbooks of one body", [("甲局", "a/表.xlsx"), ("甲局", "b/表2.xlsx")], ["甲局（表）反馈意见.docx", "甲局（表2）反馈意见.docx"]),
    ("two of one body under one name", [("甲局", "a/表.xlsx"), ("甲局", "b/表.xlsx")], ["甲局（表）反馈意见.docx", "甲局（表）反馈意见2.docx"]),
    ("names that differ in case alone", [("ABC", "1.xlsx"), ("abc", "2.xlsx")], ["ABC（1）反馈意见.docx", "abc（2）反馈意见.docx"]),
    ("one sign in two Unicode forms", [("é局", "1.xlsx"), ("é局", "1.xlsx")], ["é局（1）反馈意见.docx", "é局（1）反馈意见2.docx"]),
    ("a path", [("../../etc/passwd", "1.xlsx")], ["etc_passwd反馈意见.docx"]),
    ("a Windows path", [("C:\\x\\..\\y", "1.xlsx")], ["C_x_.._y反馈意见.docx"]),
    ("no name", [("", "一.xlsx")], ["一反馈意见.docx"]),
    ("a name of signs that no name may have", [("\u202e\0/:*", "一.xlsx")], ["一反馈意见.docx"]),
]


@pytest.mark.parametrize(("named", "records", "wanted"), NAMES, ids=[row[0] for row in NAMES])
def test_names(named: str, records: list[tuple[str, str]], wanted: list[str]) -> None:  # noqa: ARG001
    assert letter_names([Record(file, unit=unit) for unit, file in records]) == wanted


def test_thousands_of_workbooks_without_a_name_of_their_own_are_named_quickly() -> None:
    begin = time.process_time()
    names = letter_names([Record(f"{n}/自评表.xlsx") for n in range(5000)])
    assert len(set(names)) == 5000
    assert names[-1] == "自评表反馈意见5000.docx"
    assert time.process_time() - begin < 5


def test_a_long_name_is_cut_to_what_a_file_system_holds() -> None:
    names = letter_names([Record("1.xlsx", unit="长" * 5000), Record("2.xlsx", unit="长" * 5001)])
    assert len(set(names)) == 2
    assert all(len(name.encode()) <= 255 for name in names)


def text(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def test_a_letter_tells_the_findings_of_its_workbook(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("liuyang-2020", "liuyang-2020-corrected", "zhanjiang-2021"):
        shutil.copy(SAMPLES[name], folder / f"{name}.xlsx")
    assert run(["rollup", str(folder), "-o", str(tmp_path / "汇总.xlsx"), "--letters", str(tmp_path / "意见")]) == 0
    result = rollup([folder], tmp_path / "汇总2.xlsx")
    names = letter_names(result.readable)
    assert sorted(p.name for p in (tmp_path / "意见").iterdir()) == sorted(names)
    for record, name in zip(result.readable, names, strict=True):
        words = text(tmp_path / "意见" / name)
        assert record.unit in words
        for issue in record.issues:
            assert (" ".join(issue.message.split()) in words) == (issue.severity != "info"), issue


def test_texts_of_a_workbook_are_texts_in_its_letter(tmp_path: Path) -> None:
    wicked = "{{ 7*7 }}{% for x in y %}<w:p/>&amp;\ue000\x00=cmd|'/C calc'!A0\u202e"
    record = Record("1.xlsx", unit=f"局{wicked}", issues=(Issue("x", "error", "表", "A1", "", wicked),), counts={"error": 1, "warning": 0})
    path = tmp_path / "意见.docx"
    path.write_bytes(letter((record, ())))
    words = text(path)
    assert "{{ 7*7 }}" in words
    assert "<w:p/>&amp;" in words
    assert "49" not in words


def test_a_workbook_without_findings_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "意见.docx"
    path.write_bytes(letter((Record("1.xlsx", unit="某局", year=2021, counts={"error": 0, "warning": 0}), ())))
    assert "未发现错误" in text(path)


def test_no_word_of_the_title_is_broken(tmp_path: Path) -> None:
    """A line of the title holds twenty signs of its size, and what follows the body's name has a line of its own."""
    path = tmp_path / "意见.docx"
    path.write_bytes(letter((Record("1.xlsx", unit="甲市机关事务管理和公共资源交易服务中心", year=2021), ())))
    titles = [paragraph.text for paragraph in docx.Document(str(path)).paragraphs if paragraph.style.name == "Title"]
    assert titles == ["关于甲市机关事务管理和公共资源交易服务中心", "2021年度绩效自评的反馈意见"]


def test_the_committed_template_is_what_its_source_gives(tmp_path: Path) -> None:
    import importlib.util

    root = Path(__file__).parents[2]
    spec = importlib.util.spec_from_file_location("letters_build", root / "templates" / "build.py")
    module = importlib.util.module_from_spec(spec)  # type: ignore[arg-type]
    sys.modules["letters_build"] = module
    spec.loader.exec_module(module)  # type: ignore[union-attr]
    module.build(root / "templates" / "letters" / "source" / "feedback.md", tmp_path / "feedback.docx")
    assert parts(tmp_path / "feedback.docx") == parts(root / "templates" / "letters" / "feedback.docx")


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
