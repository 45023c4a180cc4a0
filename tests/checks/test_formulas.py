"""Formulas in real files: a built workbook whose XML is touched up as a careless hand or another program would leave it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from checks.filled import filled
from ziping.checks import check
from ziping.forms import read_workbook
from ziping.forms.build import build_workbook

Edit = Callable[[str], str]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("formulas") / "book.xlsx"
    build_workbook(filled("liuyang-2021", Random(7)), path)
    return path


def edited(book: Path, sheet: str, cell: str, edit: Edit, to: Path) -> Path:
    """A copy with the content of one cell's element changed."""
    with zipfile.ZipFile(book) as source, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as target:
        names = re.findall(r'<sheet name="([^"]+)"', source.read("xl/workbook.xml").decode())
        part = f"xl/worksheets/sheet{names.index(sheet) + 1}.xml"
        for item in source.infolist():
            content = source.read(item)
            if item.filename == part:
                pattern = re.compile(rf'(<c r="{cell}"[^>]*>)(.*?)(</c>)')
                text, count = pattern.subn(lambda m: m[1] + edit(m[2]) + m[3], content.decode("utf-8"))
                assert count == 1, f"{sheet}!{cell}"
                content = text.encode("utf-8")
            target.writestr(item, content)
    return to


def without_formula(content: str) -> str:
    assert "<f>" in content
    return re.sub(r"<f>.*?</f>", "", content)


def other_formula(old: str, new: str) -> Edit:
    def edit(content: str) -> str:
        assert old in content, content
        return content.replace(old, new, 1)

    return edit


def value(number: str) -> Edit:
    return lambda content: re.sub(r"<v>.*?</v>", f"<v>{number}</v>", content)


def codes(path: Path) -> set[str]:
    return {finding.code for finding in check(path).findings if finding.code.startswith("formula-")}


def place(book: Path, pick: Callable) -> tuple[str, str]:
    datum = pick(read_workbook(book))
    assert datum.place
    return datum.place.sheet, datum.place.cell


BASELINE = {"formula-overwritten"}  # the generator types the scores of indicators that the workbook works out

EDITS = [
    ("an input changed without recalculating", lambda e: e.base.lines[5].executed, value("987654"), "formula-stale"),
    ("a stored result from elsewhere", lambda e: e.overall.funds[0].rate, value("0.123"), "formula-stale"),
    ("a rate that uses the next row", lambda e: e.overall.funds[0].rate, lambda c: re.sub(r"([A-Z]+)5\b", r"\g<1>6", c), "formula-row"),
    ("a link to another computer's add-in", lambda e: e.projects[0].indicators[0].score, other_formula("PERF_SCORE(", "[1]!PERF_SCORE("), "formula-foreign-link"),
    ("a number that makes it fit", lambda e: e.projects[0].funds[0].executed, lambda c: re.sub(r"<f>(.*?)</f>", r"<f>SUM(\1,3.5)</f>", c), "formula-plug"),
]


@pytest.mark.parametrize(("name", "pick", "edit", "code"), EDITS, ids=[row[0] for row in EDITS])
def test_what_was_done_to_a_formula_is_found(name: str, pick: Callable, edit: Edit, code: str, book: Path, tmp_path: Path) -> None:  # noqa: ARG001
    assert codes(book) <= BASELINE
    sheet, cell = place(book, pick)
    assert code in codes(edited(book, sheet, cell, edit, tmp_path / "edited.xlsx"))


def test_a_formula_typed_over_is_found(book: Path, tmp_path: Path) -> None:
    sheet, cell = place(book, lambda e: e.projects[0].indicators[1].score)
    found = check(edited(book, sheet, cell, without_formula, tmp_path / "edited.xlsx")).findings
    assert (sheet, cell) in {(f.place.sheet, f.place.cell) for f in found if f.code == "formula-overwritten" and f.place}
