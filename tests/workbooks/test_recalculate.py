"""Scores computed without a spreadsheet, into a copy: what the add-in would show is what the file shows."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from ziping import resources
from ziping.forms import read_workbook
from ziping.refusal import Refusal
from ziping.workbooks import finalize, recalculate_file

SAMPLE = next(path for path in resources.samples() if path.stem == "liuyang-2020-corrected")


def without_addin(source: Path, target: Path) -> Path:
    """The workbook as a spreadsheet without the add-in saves it: every PERF_ cell shows #NAME?."""

    def unknown(match: re.Match[bytes]) -> bytes:
        head = re.sub(rb'\st="\w+"', b"", match[1])
        return head[:-1] + b' t="e">' + match[2] + b"<v>#NAME?</v></c>"

    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                content, count = re.subn(rb"(<c [^>]*>)(<f>[^<]*PERF_[^<]*</f>)<v>[^<]*</v></c>", unknown, content)
            new.writestr(name, content)
    return target


def shown(path: Path) -> list[str]:
    book = read_workbook(path)
    form = book.projects[0]
    return [line.rate.text if line.rate else "" for line in form.funds] + [line.score.text if line.score else "" for line in form.funds]


def test_scores_lost_elsewhere_come_back(tmp_path: Path) -> None:
    broken = without_addin(SAMPLE, tmp_path / "坏.xlsx")
    assert shown(broken) != shown(SAMPLE)
    before = broken.read_bytes()
    assert recalculate_file(broken, tmp_path / "好.xlsx") == []
    assert broken.read_bytes() == before
    assert shown(tmp_path / "好.xlsx") == shown(SAMPLE)


def test_an_uncomputed_score_is_never_frozen(tmp_path: Path) -> None:
    broken = without_addin(SAMPLE, tmp_path / "坏.xlsx")
    with pytest.raises(Refusal, match="#NAME"):
        finalize(broken, tmp_path / "送审.xlsx", force=True)
    assert not (tmp_path / "送审.xlsx").exists()


def test_a_workbook_in_order_stays_as_it_is(tmp_path: Path) -> None:
    recalculate_file(SAMPLE, tmp_path / "同.xlsx")
    with zipfile.ZipFile(SAMPLE) as old, zipfile.ZipFile(tmp_path / "同.xlsx") as new:
        assert {name: new.read(name) for name in new.namelist()} == {name: old.read(name) for name in old.namelist()}


def test_a_workbook_without_any_form_of_ours_is_refused(tmp_path: Path) -> None:
    other = openpyxl.Workbook()
    other.active["A1"] = "会议签到"
    other.save(tmp_path / "别的.xlsx")
    with pytest.raises(Refusal, match="没有认出绩效自评的表"):
        recalculate_file(tmp_path / "别的.xlsx", tmp_path / "新.xlsx")
    assert not (tmp_path / "新.xlsx").exists()
