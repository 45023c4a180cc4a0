"""Any bureau's form becomes a workbook of ours: what was typed stays, a formula stands only where it says the same, what is left out is told."""

from __future__ import annotations

import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from forms import drawing, variants
from forms_build.test_foreign_forms import said
from workbooks import final_accounts

from ziping import checks, resources
from ziping.amounts import PERCENT, POINTS, WAN_YUAN, read_figure
from ziping.evaluation import Datum, Evaluation, Form, FormKind, Fund, FundLine, Indicator, Level, typed
from ziping.forms import blank, build_workbook, read_workbook
from ziping.forms.files import read_grids
from ziping.refusal import Refusal
from ziping.workbooks import adopt, plan_adoption
from ziping.workbooks.settling import settle

SAMPLES = {path.stem: path for path in resources.samples()}


def save(grids: list, path: Path, more: dict[str, list[list[object]]] | None = None) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for grid in grids:
        sheet = book.create_sheet(grid.name[:31])
        for r, line in enumerate(grid.rows, 1):
            for c, value in enumerate(line, 1):
                if value not in ("", None):
                    cell = sheet.cell(r, c, value)
                    how = grid.details.formats.get((r - 1, c - 1))
                    if how:
                        cell.number_format = ("0." + "0" * how.decimals if how.decimals else "0") + ("%" if how.percent else "")
        for top, left, bottom, right in grid.merges:
            sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    for name, rows in (more or {}).items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def compare(before: Evaluation, after: Evaluation) -> list[str]:
    """Where a form read from the adopted workbook says something else than the bureau's; a rate may have become exact."""
    wrong = []
    for one, other in zip(before.forms, after.forms, strict=True):
        kept = said(other)
        for name, value in said(one).items():
            again = kept.get(name)
            close = name.endswith("/rate") and again is not None and abs(value - again) <= Decimal("0.00005")
            if again != value and not close:
                wrong.append(f"{name}: {value} became {again}")
    return wrong


@pytest.mark.parametrize("seed", range(60))
def test_a_foreign_form_is_adopted_with_everything_it_says(seed: int, tmp_path: Path) -> None:
    form, out = save([drawing.draw(variants.choice(seed))], tmp_path / "表.xlsx"), tmp_path / "自评.xlsx"
    plan = plan_adoption(form)
    adopt(plan, out)
    before, after = read_workbook(form), read_workbook(out)
    assert compare(before, after) == []
    assert [(entry.place.cell, entry.text) for entry in plan.left] == []
    assert checks.check(after).counts["error"] <= checks.check(before).counts["error"]
    assert (after.unit, after.year) == (before.unit, before.year)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_adopted_without_loss_and_without_new_errors(name: str, tmp_path: Path) -> None:
    out = tmp_path / "自评.xlsx"
    plan = plan_adoption(SAMPLES[name])
    adopt(plan, out)
    before, after = read_workbook(SAMPLES[name]), read_workbook(out)
    assert compare(before, after) == []
    assert [entry.text.text for entry in before.narrative] == [entry.text.text for entry in after.narrative]
    assert checks.check(after).counts["error"] <= checks.check(before).counts["error"]
    assert plan.left == []


# ---------------------------------------------------------------------------------------------------------------
# Typed or formula


def project(score: str = "10", target: str = "≥95%", actual: str = "96%", standard: str = "", rate: str = "97.13%", total: str = "10") -> Evaluation:
    line = FundLine("年度资金总额", Fund.TOTAL, adjusted=typed("1000.00", WAN_YUAN), executed=typed("971.34", WAN_YUAN), rate=typed(rate, PERCENT))
    row = Indicator(Level("产出指标"), Level("质量指标"), Level("合格率"), typed(target), typed(actual), typed(standard) if standard else None)
    row.points, row.score = typed("10", POINTS), typed(score, POINTS)
    form = Form(FormKind.PROJECT, "自评表", year=2021, project=Datum("项目甲"), funds=[line], indicators=[row], total_score=typed(total, POINTS))
    return Evaluation(unit="某局", year=2021, projects=[form])


def state(evaluation: Evaluation) -> dict[str, str]:
    form = evaluation.projects[0]
    cells = {"score": form.indicators[0].score, "rate": form.funds[0].rate, "total": form.total_score}
    return {name: "formula" if datum.formula else datum.text for name, datum in cells.items()}


VAGUE = "由专家酌情评分"
CASES = [
    ("everything as the formulas give it", {}, {"score": "formula", "rate": "formula", "total": "formula"}),
    ("a score of another number stays, and the total that adds it up follows", {"score": "9.5", "total": "9.5"}, {"score": "9.5", "rate": "formula", "total": "formula"}),
    ("a total that does not add up stays", {"total": "9"}, {"score": "formula", "rate": "formula", "total": "9"}),
    ("a rate within its decimals becomes exact", {"rate": "97.13%"}, {"score": "formula", "rate": "formula", "total": "formula"}),
    ("a rate just beyond its decimals stays", {"rate": "97.12%"}, {"score": "formula", "rate": "97.12%", "total": "formula"}),
    ("a rate of one decimal", {"rate": "97.1%"}, {"score": "formula", "rate": "formula", "total": "formula"}),
    ("a score that no rule can give stays", {"score": "8", "total": "8", "standard": VAGUE}, {"score": "8", "rate": "formula", "total": "formula"}),
    ("a blank score becomes the formula", {"score": "", "total": ""}, {"score": "formula", "rate": "formula", "total": "formula"}),
    ("a blank score that no rule can give stays an input", {"score": "", "total": "", "standard": VAGUE}, {"score": "", "rate": "formula", "total": "formula"}),
]


@pytest.mark.parametrize(("given", "wanted"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_a_formula_stands_only_where_it_says_the_same(given: dict[str, str], wanted: dict[str, str]) -> None:
    settled, kept = settle(project(**given))
    assert state(settled) == wanted
    assert {entry.typed for entry in kept if entry.typed} == {value for value in wanted.values() if value not in ("formula", "")}


def test_a_formula_of_hers_with_another_result_becomes_the_value_it_showed() -> None:
    ours = project()
    ours.projects[0].total_score = Datum("9", read_figure("9"), formula="=SUM(H9:H10)-1")
    settled, kept = settle(ours)
    assert state(settled)["total"] == "9"
    assert [entry.computed for entry in kept] == ["10"]


# ---------------------------------------------------------------------------------------------------------------
# What is told


def test_what_is_not_taken_is_listed_and_told_on_the_last_sheet(tmp_path: Path) -> None:
    grid = drawing.draw(variants.choice(3))
    grid.rows.append(["经局务会研究同意上报"])
    form = save([grid], tmp_path / "表.xlsx", {"通讯录": [["姓名", "电话"], ["某人", "0"]]})
    plan = plan_adoption(form)
    assert any(passed.sheet == "通讯录" and passed.missing for passed in plan.passed)
    assert [entry.text for entry in plan.left] == ["经局务会研究同意上报"]
    assert any("通讯录" in line and "未采用" in line for line in plan.lines())
    adopt(plan, tmp_path / "自评.xlsx")
    last = read_grids(tmp_path / "自评.xlsx")[-1]
    words = {cell for row in last.rows for cell in row}
    assert last.name == "识别说明"
    assert {"通讯录", "经局务会研究同意上报"} <= words
    record = plan.as_json()
    assert record["taken"]
    assert record["left"][0]["text"] == "经局务会研究同意上报"


@pytest.mark.parametrize("words", ["另附说明材料三份", 98765.4, "备用金：7788.99"])
def test_what_stands_beside_a_form_is_told(tmp_path: Path, words: object) -> None:
    grid = drawing.draw(variants.choice(3))
    grid.rows[2] = [*grid.rows[2], *[None] * 30, words]
    plan = plan_adoption(save([grid], tmp_path / "表.xlsx"))
    assert [entry.text for entry in plan.left] == [str(words)]


MONEY = [["项目支出绩效自评表"], ["（2022年度）"], ["单位：万元"], ["项目名称", "桥梁维护"], ["主管部门", "某局", None, "实施单位", "某中心"],
         ["项目资金（万元）", None, "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
         [None, "年度资金总额", 403, 403, 390, 10, 0.9677, 9.68], [None, "其中：当年财政拨款", 403, 403, 390], [None, "其他资金", 0, 0, 0],
         ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"],
         [None, "产出指标", "数量指标", "维护次数", "≥12次", "12次", 90, 90], ["总分", None, None, None, None, None, 100, 99.68]]


@pytest.mark.parametrize(("cell", "shows", "told"), [("C7", "0.00", 0), ("C7", "0.0,", 1), ("C8", "0.0,", 1)])
def test_a_figure_that_its_format_shows_as_another_is_told(cell: str, shows: str, told: int, tmp_path: Path) -> None:
    """Though the formula that comes in its place gives the very number that it holds."""
    book = openpyxl.Workbook()
    for row in MONEY:
        book.active.append(row)
    book.active[cell].number_format = shows
    book.save(tmp_path / "表.xlsx")
    plan = plan_adoption(tmp_path / "表.xlsx")
    assert [entry.place.cell for entry in plan.left] == [cell] * told
    assert sum("以哪个数为准无从判断" in line and cell in line for line in plan.lines()) == told


def test_notes_below_a_form_stay_below_it(tmp_path: Path) -> None:
    how = next(variants.choice(seed) for seed in range(200) if variants.choice(seed).notes == 3 and variants.choice(seed).kind == "project")
    form = save([drawing.draw(how)], tmp_path / "表.xlsx")
    adopt(plan_adoption(form), tmp_path / "自评.xlsx")
    words = "\n".join(str(cell) for grid in read_grids(tmp_path / "自评.xlsx") if grid.name != "识别说明" for row in grid.rows for cell in row)
    assert variants.NOTES[0] in words


def test_a_workbook_of_a_shipped_tree_gets_its_scheme_and_outline(tmp_path: Path) -> None:
    ours = blank("liuyang-2021", "某局", 2021)
    ours.scheme, ours.narrative, ours.template = "", [], ""
    build_workbook(ours, tmp_path / "表.xlsx")
    plan = plan_adoption(tmp_path / "表.xlsx")
    assert plan.evaluation.scheme == "liuyang-2021"
    assert plan.evaluation.narrative
    ours.overall.indicators[0].points = typed("99")
    build_workbook(ours, tmp_path / "别.xlsx")
    assert plan_adoption(tmp_path / "别.xlsx").evaluation.scheme == ""


def test_a_workbook_without_a_form_is_refused(tmp_path: Path) -> None:
    form = save([], tmp_path / "表.xlsx", {"通讯录": [["姓名", "电话"], ["某人", "0"]]})
    with pytest.raises(Refusal, match="没有认出"):
        plan_adoption(form)


def test_accounts_are_proposed_first_and_can_be_left_out(tmp_path: Path) -> None:
    how = final_accounts.choice(1)
    grid = drawing.draw(next(variants.choice(n) for n in range(50) if variants.choice(n).kind == "project"))
    form = save([grid], tmp_path / "表.xlsx")
    unit, year = read_workbook(form).unit, read_workbook(form).year
    final_accounts.draw(how, tmp_path / "决算.xlsx", body=unit, year=year)
    plan = plan_adoption(form, accounts=tmp_path / "决算.xlsx")
    assert plan.carried
    assert any("将带入" in line for line in plan.lines())
    adopt(plan, tmp_path / "带入.xlsx")
    assert read_workbook(tmp_path / "带入.xlsx").ledger.line("支出", "支出合计").current.value == final_accounts.expected(how)["本年支出", "决算数"]
    adopt(plan.without_carried(), tmp_path / "不带入.xlsx")
    assert read_workbook(tmp_path / "不带入.xlsx").ledger is None


def test_the_blank_rows_of_a_form_leave_as_much_room_as_before(tmp_path: Path) -> None:
    how = next(c for c in map(variants.choice, range(100)) if c.kind == "project" and c.merged and c.weights == "bracket" and c.projects == 1 and not c.pages)
    form = save([drawing.draw(how)], tmp_path / "表.xlsx")
    rows = read_workbook(form).projects[0].indicators
    book = openpyxl.load_workbook(form)
    for row in rows:
        for datum in (row.target, row.actual, row.points, row.score, row.standard, row.reason):
            if datum and datum.place:
                book.active[datum.place.cell].value = None
        book.active[row.level3.place.cell].value = None
    book.save(form)
    plan = plan_adoption(form)
    adopt(plan, tmp_path / "自评.xlsx")
    assert len(plan.evaluation.projects[0].indicators) == len(rows)
    assert [row.level2.name for row in plan.evaluation.projects[0].indicators] == [row.level2.name for row in rows]
    sheet = openpyxl.load_workbook(tmp_path / "自评.xlsx")[plan.evaluation.projects[0].sheet]
    assert sum("PERF_SCORE(" in str(cell.value) for line in sheet.iter_rows() for cell in line) == len(rows)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed: .xls and .ods forms are not tried")
def test_old_and_open_file_formats_are_adopted_alike(tmp_path: Path) -> None:
    form = save([drawing.draw(variants.choice(3))], tmp_path / "表.xlsx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    for kind in ("xls", "ods"):
        subprocess.run(["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(tmp_path), str(form)], check=True, capture_output=True, timeout=240)
        adopt(plan_adoption(tmp_path / f"表.{kind}"), tmp_path / f"{kind}.xlsx")
        assert compare(read_workbook(form), read_workbook(tmp_path / f"{kind}.xlsx")) == []
