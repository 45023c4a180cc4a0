"""Whatever is raised, an officer is told one sentence of it."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from ziping.refusal import Refusal, sentence, unopened


def raised(error: BaseException, cause: BaseException | None = None) -> BaseException:
    error.__cause__ = cause
    return error


TOLD = [
    ("a refusal says itself", Refusal("表里没有总分，请补填。"), ("表里没有总分，请补填。",)),
    ("a refusal that came of a disk's complaint still says itself", raised(Refusal("打不开。"), OSError(errno.EIO, "")), ("打不开。",)),
    ("a file that may not be written goes by its name", PermissionError(errno.EACCES, "", "/表/报告.docx"), ("没有权限", "“报告.docx”", "请关闭后再试")),
    ("a file that is to take another's place goes by its folder", PermissionError(errno.EACCES, "", "/表/.报告-x1.docx"), ("没有权限", "“/表”里的文件")),
    ("a full disk", OSError(errno.ENOSPC, ""), ("磁盘已满", "请清理磁盘")),
    ("a full disk under another error", raised(ValueError("x"), OSError(errno.ENOSPC, "")), ("磁盘已满",)),
    ("a full disk in another error", ValueError(OSError(errno.ENOSPC, "")), ("磁盘已满",)),
    ("a file that is not there", FileNotFoundError(errno.ENOENT, "", "表/决算.xlsx"), ("找不到“决算.xlsx”", "请核对路径")),
    ("a name that is too long", OSError(errno.ENAMETOOLONG, "", "长" * 300), ("文件名过长",)),
    ("anything else of the system", OSError(errno.EIO, "", "表/决算.xlsx"), ("磁盘读写出错", "“决算.xlsx”")),
    ("a file known by its number", OSError(errno.EIO, "", 7), ("读写文件时出错",)),
    ("no memory left", MemoryError(), ("内存不足",)),
]


@pytest.mark.parametrize(("error", "words"), [row[1:] for row in TOLD], ids=[row[0] for row in TOLD])
def test_one_sentence(error: BaseException, words: tuple[str, ...]) -> None:
    told = sentence(error)
    assert all(word in told for word in words), told
    assert told.count("。") == 1
    assert told.endswith("。")


UNOPENED = [(OSError(errno.EACCES, ""), "没有权限"), (OSError(errno.ENOENT, ""), "找不到文件或文件夹"), (OSError(9999, ""), "系统错误 9999"), (ValueError("embedded null byte"), "系统错误")]


@pytest.mark.parametrize(("error", "why"), UNOPENED)
def test_a_file_that_does_not_open(error: Exception, why: str) -> None:
    assert unopened("表.xlsx", error) == f"打不开“表.xlsx”（{why}），请先关闭占用它的程序，或核对路径和权限。"


def test_a_fault_of_ours_is_kept_for_whoever_mends_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    told = sentence(KeyError("甲"))
    (log,) = tmp_path.iterdir()
    assert str(log) in told
    assert "KeyError" in log.read_text()


def test_a_fault_of_ours_is_told_where_nothing_can_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    assert sentence(KeyError("甲")) == "程序内部出错，这一步没有做完（KeyError），请转给技术人员。"
