"""Files are written whole or not at all."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from ziping.files import replace_file, sweep


def test_a_file_is_replaced_when_the_block_ends_well(tmp_path: Path) -> None:
    target = tmp_path / "报告.docx"
    target.write_text("old")
    with replace_file(target) as temporary:
        temporary.write_text("new")
        assert target.read_text() == "old"
        assert temporary.parent == tmp_path
        assert temporary.suffix == ".docx"
    assert target.read_text() == "new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_stays_when_the_block_raises(tmp_path: Path) -> None:
    target = tmp_path / "报告.docx"
    target.write_text("old")
    with pytest.raises(UnicodeEncodeError), replace_file(target) as temporary:
        temporary.write_text("half \udc80", encoding="utf-8")
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="missing"), replace_file(tmp_path / "missing" / "a.txt"):
        pass


@pytest.mark.skipif(os.name == "nt", reason="permissions of files are another matter there")
@pytest.mark.parametrize("mode", [0o640, 0o644, 0o600])
def test_permissions_of_the_file_replaced_are_kept(tmp_path: Path, mode: int) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old")
    target.chmod(mode)
    with replace_file(target) as temporary:
        temporary.write_text("new")
    assert target.stat().st_mode & 0o777 == mode


LEFT = [
    ("left by a killed run", ".汇总~ziping-ab12_cd3.xlsx", True), ("left in another file's place", ".合计~ziping-ab12_cd3.xlsx", False),
    ("hidden by an officer", ".汇总-20210101.xlsx", False), ("the file itself", "汇总.xlsx", False),
]


@pytest.mark.parametrize(("name", "goes"), [row[1:] for row in LEFT], ids=[row[0] for row in LEFT])
def test_only_what_a_killed_run_left_is_swept(name: str, goes: bool, tmp_path: Path) -> None:
    (tmp_path / name).write_text("x")
    sweep(tmp_path, "汇总")
    assert (tmp_path / name).exists() is not goes


def test_the_names_that_are_swept_are_those_that_are_written(tmp_path: Path) -> None:
    with replace_file(tmp_path / "一[二].xlsx") as temporary:
        shutil.copy(temporary, tmp_path / "kept")
    (tmp_path / "kept").rename(temporary)
    assert len(list(tmp_path.iterdir())) == 2
    sweep(tmp_path, "一[二]")
    assert [path.name for path in tmp_path.iterdir()] == ["一[二].xlsx"]


def test_a_long_name_has_room_for_the_temporary_one(tmp_path: Path) -> None:
    target = tmp_path / ("单" * 80 + ".docx")
    with replace_file(target) as temporary:
        temporary.write_text("x")
    assert target.exists()
