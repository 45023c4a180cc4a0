"""A sheet that was deleted is missed, whether or not a formula shows an error for it; a workbook that never had one is told nothing new."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from checks.case import GONE, Changes, changed, d
from checks.whole import whole
from ziping import resources
from ziping.checks import check
from ziping.checks.absent import NAMES, scheme_sheets
from ziping.checks.book import Book
from ziping.checks.catalogue import Failed
from ziping.evaluation import Evaluation
from ziping.forms.build import blank, build_workbook
from ziping.schemes import SHEETS, available

TWO = {"scheme": "liuyang-2021"}
LIUYANG = TWO | {"projects.1": GONE}
ALL = ("封面", "设置", "整体自评表", "项目自评表1", "基础数据表", "监控表1", "收支与资产", "报告素材", "使用说明")


def told(evaluation: Evaluation) -> list[str]:
    return [event.args["sheets"] for event in scheme_sheets(Book(evaluation)) if isinstance(event, Failed)]


# what is changed of a workbook that has all the sheets of its scheme, and the sheets that are missed
CHANGES: list[tuple[str, Changes, list[str]]] = [
    ("nothing", LIUYANG, []),
    ("another bureau's form has no scheme", {"narrative": [], "base": None}, []),
    ("the whole body's form", LIUYANG | {"overall": None}, ["“整体自评表”"]),
    ("two of them", LIUYANG | {"base": None, "ledger": None}, ["“基础数据表”、“收支与资产”"]),
    ("the monitoring forms", LIUYANG | {"monitors": []}, ["“监控表”"]),
    ("the monitoring forms where there is no project", LIUYANG | {"monitors": [], "projects": []}, []),
    ("the projects' forms where a monitoring form is left", LIUYANG | {"projects": []}, ["“项目自评表”"]),
    ("a scheme of projects without a project", {"scheme": "national-project-2020", "projects": [], "monitors": []}, ["“项目自评表”"]),
    ("a project's monitoring form where another's is there", TWO, ["“监控表（运行维护）”"]),
    ("… and both stand there", TWO | {"monitors.+": replace(whole().monitors[0], project=d("运行维护", "监控2!B2"))}, []),
    ("… and one that states no project", TWO | {"monitors.0.project": ""}, []),
    ("… and one of a project that has no form", TWO | {"monitors.0.project": "网络托管"}, []),
    ("… and a blank one", TWO | {"sheets": (*ALL, "监控表2")}, []),
    ("those of two projects where one's is there", TWO | {"projects.+": replace(whole().projects[1], project=d("机房改造", "项目3!B2"))}, []),
    ("a project's form whose monitoring form is there", TWO | {"projects.1": GONE, "sheets": (*ALL, "监控表2")}, ["“项目自评表2”"]),
    ("… under other names", TWO | {"projects.1": GONE, "sheets": ("网络租赁", "监控表1", "监控表2")}, []),
    ("设置 of a workbook of ours", {"sheets": tuple(name for name in ALL if name != "设置")}, ["“设置”"]),
    ("设置 of one with a single sheet of ours", {"sheets": ("整体自评表", "项目自评表1", "收支与资产")}, []),
    ("a scheme where 设置 is there", {"sheets": ALL}, []),
    ("a sheet of its name is there, and blank", LIUYANG | {"monitors": [], "sheets": (*ALL,)}, []),
    ("a sheet of another name is there", LIUYANG | {"monitors": [], "sheets": tuple(name for name in ALL if name != "监控表1")}, ["“监控表”"]),
]


@pytest.mark.parametrize(("changes", "missed"), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_the_sheets_that_are_missed(changes: Changes, missed: list[str]) -> None:
    assert told(changed(changes)) == missed


@pytest.mark.parametrize("scheme", available())
def test_a_blank_workbook_has_all_its_sheets_and_misses_what_is_deleted(scheme: str, tmp_path: Path) -> None:
    build_workbook(blank(scheme, "某局", 2021), tmp_path / "全.xlsx")
    assert "complete-sheets" not in {finding.code for finding in check(tmp_path / "全.xlsx").findings}
    for name in openpyxl.load_workbook(tmp_path / "全.xlsx").sheetnames:
        if name in ("封面", "设置", "使用说明", "项目自评表1"):
            continue
        book = openpyxl.load_workbook(tmp_path / "全.xlsx")
        del book[name]
        book.save(tmp_path / "缺.xlsx")
        (missed,) = [finding for finding in check(tmp_path / "缺.xlsx").findings if finding.code == "complete-sheets"]
        assert f"“{name.rstrip('1')}”" in missed.message


@pytest.mark.parametrize("path", resources.samples(), ids=lambda path: path.stem)
def test_a_published_workbook_misses_none(path: Path) -> None:
    assert "complete-sheets" not in {finding.code for finding in check(path).findings}


def test_every_sheet_of_a_scheme_has_a_name() -> None:
    assert set(NAMES) == set(SHEETS)
