"""What the builder writes, the reader gives back: the sources of the samples against the workbooks made of them."""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from ziping.evaluation import Datum, Evaluation, Place
from ziping.forms import blank
from ziping.forms.build import build_workbook
from ziping.forms.reading import read_workbook

WORKBOOKS = Path(__file__).parents[2] / "workbooks"
SOURCES = sorted((WORKBOOKS / "samples" / "source").glob("*.toml"))
# What only one side knows: where cells are, words as printed, the builder's notes, the unit of a form without money.
ONE_SIDED = {"place", "printed", "file", "label", "formula", "sheet", "extra", "note", "money_unit", "title", "settings", "causes", "notes", "sheets"}


def sources():  # noqa: ANN201 - the module of workbooks/
    sys.path.insert(0, str(WORKBOOKS))
    try:
        spec = importlib.util.spec_from_file_location("source", WORKBOOKS / "source.py")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(WORKBOOKS))
    return module


def differences(given: object, read: object, where: str = "") -> list[str]:
    """Where a typed figure or text was not read back; a Datum that is None was left to a formula."""
    if given is None or isinstance(given, Place):
        return []
    if isinstance(given, Datum):
        if given.blank:
            return []
        if read is None:
            return [f"{where}: {given.text!r} is missing"]
        if given.figure is not None and read.figure is not None:
            same = given.figure.quantity.value == read.figure.quantity.value
        else:
            same = given.text.strip() == read.text.strip()
        return [] if same else [f"{where}: {given.text!r} was read as {read.text!r}"]
    if isinstance(given, list | tuple):
        found = [] if len(given) == len(read) else [f"{where}: {len(given)} became {len(read)}"]
        return found + [line for n, pair in enumerate(zip(given, read, strict=False)) for line in differences(*pair, f"{where}[{n}]")]
    if is_dataclass(given):
        names = [field.name for field in fields(given) if field.compare and field.name not in ONE_SIDED]
        return [line for name in names for line in differences(getattr(given, name), getattr(read, name, None), f"{where}.{name}")]
    return [] if given == read else [f"{where}: {given!r} became {read!r}"]


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_a_sample_is_read_back_as_its_source_tells_it(source: Path, tmp_path: Path) -> None:
    given = sources().read(source)
    path = tmp_path / "样例.xlsx"
    build_workbook(given, path)
    assert differences(given, read_workbook(path)) == []


def test_the_year_is_not_that_of_a_monitoring_form_beside_others(tmp_path: Path) -> None:
    given = blank("liuyang-2021", "样例单位", None)
    given.monitors[0].title = Datum("2021年项目支出绩效目标执行监控表")
    build_workbook(given, tmp_path / "表.xlsx")
    read = read_workbook(tmp_path / "表.xlsx")
    assert (read.monitors[0].year, read.year) == (2021, None)
    alone = Evaluation(unit="样例单位", monitors=read.monitors)
    build_workbook(alone, tmp_path / "监控表.xlsx")
    assert read_workbook(tmp_path / "监控表.xlsx").year == 2021
