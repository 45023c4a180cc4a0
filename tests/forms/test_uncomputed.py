"""A file saved without the add-in: its PERF_ cells show #NAME?, which is one fact and no score."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from ziping.amounts import WAN_YUAN
from ziping.checks import check
from ziping.evaluation import Datum, Indicator, Level, typed
from ziping.forms import blank, build_workbook
from ziping.forms.listing import as_record, show
from ziping.forms.uncomputed import uncomputed

CELLS = [
    ("a function of ours", "=PERF_SCORE(F8,D8,E8)", "#NAME?", True),
    ("… as LibreOffice writes an unknown one", '=IF(E8="","",perf_score(F8,D8,E8))', "#NAME?", True),
    ("… with the prefix of another host", "=_xll.PERF_TOTAL(G8:G9)", "#NAME?", True),
    ("… by the link to the add-in", "=[1]!PERF_RATE(F8,E8)", "#NAME?", True),
    ("a misspelt one", "=PERF_SCOER(F8,D8,E8)", "#NAME?", False),
    ("a name that only ends like ours", "=MYPERF_SCORE(F8)", "#NAME?", False),
    ("another error", "=PERF_SCORE(F8,D8,E8)", "#VALUE!", False),
    ("a result", "=PERF_SCORE(F8,D8,E8)", None, False),
    ("no formula", None, "#NAME?", False),
]


@pytest.mark.parametrize(("formula", "error", "expected"), [row[1:] for row in CELLS], ids=[row[0] for row in CELLS])
def test_uncomputed(formula: str | None, error: str | None, expected: bool) -> None:
    assert uncomputed(Datum(error or "5", None, None, formula, error)) is expected


def filled(path: Path) -> None:
    evaluation = blank("national-project-2020", "某单位", 2021)
    form = evaluation.projects[0]
    form.indicators = [Indicator(Level("产出指标"), Level("数量指标"), Level("开会"), typed("50个"), typed("45个"), points=typed("90"))]
    form.funds[1].adjusted, form.funds[1].executed = typed("100", WAN_YUAN), typed("90", WAN_YUAN)
    build_workbook(evaluation, path)


def saved_without_the_addin(path: Path, to: Path) -> None:
    """The file with #NAME? for the result of every formula of ours that had one, and of the one that shows the total."""
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(to, "w") as written:
        for name in package.namelist():
            part = package.read(name).decode() if name.endswith(".xml") else package.read(name)
            if "worksheets/sheet" in name:
                part = re.sub(r'<c ([^>]*?)(?: t="str")?><f>([^<]*PERF_[^<]*)</f><v>[^<]+</v></c>', r'<c \1 t="e"><f>\2</f><v>#NAME?</v></c>', part)
            written.writestr(name, part)


def test_it_is_one_finding_and_the_total_is_not_computed(tmp_path: Path) -> None:
    filled(tmp_path / "before.xlsx")
    saved_without_the_addin(tmp_path / "before.xlsx", tmp_path / "after.xlsx")
    codes = [finding.code for finding in check(tmp_path / "before.xlsx").findings]
    assert not {"formula-not-computed", "formula-error"} & set(codes)
    result = check(tmp_path / "after.xlsx")
    found = [finding for finding in result.findings if finding.code in ("formula-not-computed", "formula-error")]
    assert [finding.code for finding in found] == ["formula-not-computed"]
    kinds = [place.cell for place in (found[0].place, *found[0].related)]
    assert sorted(kinds) == ["H15", "H6", "H7", "I13", "I14", "J6"], "grade, two rates, the score of the indicator, the total, the score of the rate"
    assert result.stated is None
    assert any("总分未计算" in line for line in show(tmp_path / "after.xlsx"))
    assert as_record(tmp_path / "after.xlsx")["forms"][0]["total"]["score"] is None
    assert as_record(tmp_path / "before.xlsx")["forms"][0]["total"]["score"] == "90"
