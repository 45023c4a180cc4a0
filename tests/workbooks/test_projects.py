"""A further project comes with its links; what stands in the workbook stays, and what would be lost is refused by name."""

from __future__ import annotations

import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from ziping import checks, resources
from ziping.evaluation import Place
from ziping.forms import blank, build_workbook, read_workbook
from ziping.forms.files import read_grids
from ziping.refusal import Refusal
from ziping.workbooks import add_project, project_added, write_carried
from ziping.workbooks.carry import Carried
from ziping.workbooks.cells import Write, fill, recalculate
from ziping.workbooks.package import Package

WITH_PROJECTS = [path for path in resources.samples() if not path.stem.startswith("changde")]
NAME = "数据平台建设"


def typed_cells(path: Path) -> dict[tuple[str, int, int], object]:
    return {
        (grid.name, r, c): value for grid in read_grids(path) for r, row in enumerate(grid.rows) for c, value in enumerate(row)
        if value not in ("", None) and (r, c) not in grid.details.formulas
    }  # fmt: skip


@pytest.mark.parametrize("sample", WITH_PROJECTS, ids=lambda path: path.stem)
def test_a_project_is_added_to_a_sample_and_nothing_typed_is_lost(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "增.xlsx"
    sheet = add_project(sample, NAME, out)
    before, after = read_workbook(sample), read_workbook(out)
    assert len(after.projects) == len(before.projects) + 1
    assert after.projects[-1].sheet == sheet
    assert after.projects[-1].project.text == NAME
    if after.ledger and after.ledger.projects:
        assert NAME in [line.name for line in after.ledger.projects]
    texts = [value for (name, _, _), value in typed_cells(out).items() if name != "报告素材"]
    for (name, row, column), value in typed_cells(sample).items():
        if name not in ("报告素材", "收支与资产"):
            assert typed_cells(out)[name, row, column] == value
            break
        assert value in texts or name == "报告素材"
    assert [entry.text.text for entry in after.narrative] == [entry.text.text for entry in before.narrative]
    assert checks.check(after).counts["error"] <= checks.check(before).counts["error"]
    openpyxl.load_workbook(out)


LINKS = [
    ("all forms that sum the list of projects", None, "“整体自评表”“基础数据表”“监控表2”“收支与资产”已链接到它。"),
    ("the list alone: the overall form was typed", "liuyang-2021", "“收支与资产”已链接到它，“整体自评表”里填的是数、不是公式，没有链接，请自行加上这个项目的数。"),
    ("the list, in a workbook without an overall form", "furong-2022", "“收支与资产”已链接到它。"),
    ("nothing", "zhanjiang-2021", "没有别的表要链接到它。"),
]


@pytest.mark.parametrize(("sample", "links"), [row[1:] for row in LINKS], ids=[row[0] for row in LINKS])
def test_it_says_what_computes_with_the_new_form(sample: str | None, links: str, book: Path, tmp_path: Path) -> None:
    out = tmp_path / "增.xlsx"
    sheet = add_project(next(path for path in resources.samples() if path.stem == sample) if sample else book, NAME, out)
    assert project_added(out, sheet, NAME) == f"已增加项目“{NAME}”（“{sheet}”表），{links}"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "自评.xlsx"
    build_workbook(blank("liuyang-2021", "某局", 2021), path)
    return path


def test_the_new_projects_money_flows_into_the_whole_bodys_forms(book: Path, tmp_path: Path) -> None:
    out = tmp_path / "增.xlsx"
    sheet = add_project(book, NAME, out)
    package = Package(out)
    form = read_workbook(out).projects[-1]
    cell = form.fund(form.funds[0].role).adjusted.place.cell
    parts = next(line for line in form.funds[1:])
    fill(package, {Place(sheet, parts.adjusted.place.cell): Write("12.50")})
    recalculate(package)
    package.write(tmp_path / "填.xlsx")
    after = read_workbook(tmp_path / "填.xlsx")
    assert after.projects[-1].funds[0].adjusted.value == Decimal("12.5"), cell
    assert next(line for line in after.ledger.projects if line.name == NAME).adjusted.value == Decimal("12.5")


@pytest.mark.parametrize("attached", ["否", None])
@pytest.mark.parametrize("scheme", ["liuyang-2021", "furong-2022"])
def test_a_project_of_the_list_moves_into_its_form_with_its_amounts(scheme: str, attached: str | None, tmp_path: Path) -> None:
    path, out = tmp_path / "自评.xlsx", tmp_path / "增.xlsx"
    build_workbook(blank(scheme, "某局", 2022), path)
    made = openpyxl.load_workbook(path)
    sheet = made["收支与资产"]
    row = next(cell.row for cell in sheet["B"] if cell.value == "项目名称")
    columns = {cell.value: cell.column for cell in sheet[row] if cell.value}
    sheet.cell(row + 2, columns["项目名称"], NAME)
    for heading, amount in (("年初预算数", 200), ("全年预算数", 210), ("执行数", 195.5)):
        sheet.cell(row + 2, columns[heading], amount)
    if "附自评表" in columns:
        sheet.cell(row + 2, columns["附自评表"], attached)
    made.save(path)
    planted = add_project(path, NAME, out)
    after = openpyxl.load_workbook(out)
    linked = [after["收支与资产"].cell(row + 2, column).value for heading, column in columns.items() if heading not in ("序号", "项目类别", "执行率")]
    assert all(str(formula).startswith("=") and planted in formula for formula in linked), linked
    total = read_workbook(out).projects[-1].funds[0]
    assert (total.initial.value, total.adjusted.value, total.executed.value) == (200, 210, Decimal("195.5"))


def test_a_sheet_of_her_own_stays_untouched(book: Path, tmp_path: Path) -> None:
    made = openpyxl.load_workbook(book)
    made.create_sheet("我的底稿")["B2"] = "底稿"
    made.save(book)
    add_project(book, NAME, tmp_path / "增.xlsx")
    with zipfile.ZipFile(book) as one, zipfile.ZipFile(tmp_path / "增.xlsx") as other:
        parts = dict(Package(book).sheets())
        assert one.read(parts["我的底稿"]) == other.read(dict(Package(tmp_path / "增.xlsx").sheets())["我的底稿"])


def test_a_cell_of_hers_in_the_way_is_refused_by_name(book: Path, tmp_path: Path) -> None:
    ledger = read_workbook(book).ledger
    made = openpyxl.load_workbook(book)
    sheet = made[ledger.sheet]
    row = next(cell.row for cell in sheet["B"] if cell.value == "项目名称")
    sheet.cell(row + 2, 4).value = "自己记的数"
    made.save(book)
    with pytest.raises(Refusal, match="自己记的数"):
        add_project(book, NAME, tmp_path / "增.xlsx")
    assert not (tmp_path / "增.xlsx").exists()


def test_a_second_project_of_that_name_is_refused(book: Path, tmp_path: Path) -> None:
    add_project(book, NAME, tmp_path / "增.xlsx")
    with pytest.raises(Refusal, match=NAME):
        add_project(tmp_path / "增.xlsx", NAME, tmp_path / "再.xlsx")


def test_a_bureaus_form_is_to_be_adopted_first(tmp_path: Path) -> None:
    from forms import drawing, variants
    from workbooks.test_adopt import save

    form = save([drawing.draw(variants.choice(3))], tmp_path / "表.xlsx")
    with pytest.raises(Refusal, match="采用外来表"):
        add_project(form, NAME, tmp_path / "增.xlsx")


def test_many_projects_move_the_rows_of_the_list(book: Path, tmp_path: Path) -> None:
    path = book
    for number in range(8):
        out = tmp_path / f"{number}.xlsx"
        add_project(path, f"项目{number}", out)
        path = out
    after = read_workbook(path)
    assert [line.name for line in after.ledger.projects if line.name] == [f"项目{number}" for number in range(8)]


# ---------------------------------------------------------------------------------------------------------------
# Cells in place


def test_values_go_into_blank_cells_and_formulas_follow(book: Path, tmp_path: Path) -> None:
    evaluation = read_workbook(book)
    lines = {line.path[-1]: line for line in evaluation.base.lines}
    places = [lines[name].last_year.place for name in ("出国经费", "公务接待")]
    out = tmp_path / "填.xlsx"
    write_carried(book, [Carried("上年", value, None, place) for value, place in zip(("1.25", "2"), places, strict=True)], out)
    total = next(line for line in read_workbook(out).base.lines if line.path == ("三公经费",))
    assert total.last_year.value == Decimal("3.25")
    untouched = {name for name in Package(book).names if Package(book).read(name) == Package(out).read(name)}
    assert {"xl/styles.xml", "xl/sharedStrings.xml", "xl/workbook.xml"} <= untouched


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_formula_is_never_overwritten(book: Path, tmp_path: Path, overwrite: bool) -> None:
    total = next(line for line in read_workbook(book).base.lines if line.path == ("三公经费",))
    with pytest.raises(Refusal, match="公式"):
        write_carried(book, [Carried("上年", "1", None, total.last_year.place)], tmp_path / "填.xlsx", overwrite=overwrite)
    assert not (tmp_path / "填.xlsx").exists()


def test_a_filled_cell_is_overwritten_only_when_asked(tmp_path: Path) -> None:
    sample = next(path for path in resources.samples() if path.stem == "liuyang-2021")
    posts = read_workbook(sample).base.posts
    with pytest.raises(Refusal, match="已有数据"):
        write_carried(sample, [Carried("编制数", "99", None, posts.place)], tmp_path / "填.xlsx")
    write_carried(sample, [Carried("编制数", "99", None, posts.place)], tmp_path / "填.xlsx", overwrite=True)
    assert read_workbook(tmp_path / "填.xlsx").base.posts.value == 99


@pytest.mark.parametrize("sample", resources.samples(), ids=lambda path: path.stem)
def test_recalculating_an_unchanged_workbook_changes_nothing(sample: Path) -> None:
    package = Package(sample)
    assert recalculate(package) == []
    assert all(package.read(part) == Package(sample).read(part) for _, part in package.sheets())
