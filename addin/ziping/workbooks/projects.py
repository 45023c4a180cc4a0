"""新增项目: a further project form, linked into the whole body's forms, planted into a copy of the workbook.

What the new project changes is found by building the workbook twice, without it and with it. Where her workbook holds what we would have
built, the change is applied; where it does not, the call is refused with the cell: nothing she added is lost, nothing is linked wrongly.
"""

from __future__ import annotations

import copy
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from ziping import schemes
from ziping.evaluation import Datum, Evaluation, Form, FormKind, Fund, FundLine, Goal, Indicator, Level, Place, ProjectLine
from ziping.forms import build_workbook, read_workbook
from ziping.forms.build.blank import SHEETS, blank_form
from ziping.forms.files import read_grids
from ziping.forms.formula_syntax import Unsupported, parse
from ziping.forms.grid import Grid, address, number, position, raw
from ziping.forms.narrative import FIGURES
from ziping.refusal import Refusal
from ziping.workbooks.cells import Write, fill, recalculate, writable
from ziping.workbooks.graft import Graft
from ziping.workbooks.package import Package

NARRATIVE = "报告素材"
_REBUILT = ("使用说明",)  # says the same in every workbook
_SETTINGS = "设置"


def with_project(evaluation: Evaluation, name: str = "") -> Evaluation:
    """A copy of the evaluation with one more blank project form, and a monitoring form where it has those."""
    name = name.strip()
    if name and any(form.project and form.project.text.strip() == name for form in evaluation.projects):
        raise Refusal(f"已有名称为“{name}”的项目自评表，一个项目只能有一张，请另写名称。")
    scheme = schemes.load(evaluation.scheme) if evaluation.scheme in schemes.available() else None
    more = copy.deepcopy(evaluation)
    taken = {form.sheet for form in evaluation.forms}
    plans = ((FormKind.PROJECT, more.projects, scheme.project if scheme else None), (FormKind.MONITOR, more.monitors, scheme.monitor if scheme else None))
    for kind, forms, plan in plans:
        if kind is FormKind.MONITOR and not forms:
            continue
        if plan is not None:
            form = blank_form(plan, kind, evaluation.year, len(forms) + 1)
        elif forms:
            form = _emptied(forms[-1])
        else:
            raise Refusal("工作簿里没有项目支出绩效自评表，不能照样增加，请先用带项目表的方案新建工作簿，或采用下发的项目自评表。")
        form.sheet = next(SHEETS[kind].format(n) for n in range(len(forms) + 1, 1000) if SHEETS[kind].format(n) not in taken)
        if kind is FormKind.PROJECT and name:
            form.project = Datum(name)
            _take_over(more, form, name)
        forms.append(form)
    return more


def _take_over(evaluation: Evaluation, form: Form, name: str) -> None:
    """The amounts of a project that 项目清单 has already move into its form: from now on the list shows what the form says."""
    ledger, total = evaluation.ledger, form.fund(Fund.TOTAL)
    line = next((line for line in ledger.projects if line.name.strip() == name), None) if ledger is not None else None
    if line is None or total is None or ledger.money_unit != form.money_unit:  # type: ignore[union-attr]
        return
    for listed, own in (("budget", "initial"), ("adjusted", "adjusted"), ("executed", "executed")):
        datum = getattr(line, listed)
        if datum:
            setattr(total, own, replace(datum, place=None, formula=None))
            setattr(line, listed, None)


def _emptied(form: Form) -> Form:
    """The layout of a form that came from elsewhere, with nothing filled in: names of the first two levels, their weights, points of execution."""
    blank = Form(form.kind, form.sheet, year=form.year, money_unit=form.money_unit, title=form.title)
    for line in form.funds:
        there = {key: Datum() for key in ("initial", "adjusted", "executed") if getattr(line, key) is not None}
        points = line.points if line.role is Fund.TOTAL else None
        blank.funds.append(FundLine(line.label, line.role, points=replace(points, place=None, formula=None) if points else None, printed=line.printed, **there))
    blank.goals = [Goal(Datum(), Datum()) for _ in form.goals]
    extra = {key: Datum() for row in form.indicators for key in row.extra}
    for row in form.indicators:
        levels = [Level(level.name, level.weight and replace(level.weight, place=None, formula=None)) for level in (row.level1, row.level2)]
        standard = Datum() if row.standard is not None else None
        blank.indicators.append(Indicator(*levels, target=Datum(), actual=Datum(), standard=standard, points=Datum() if row.points else None, extra=dict(extra)))
    blank.notes = {key: value for key, value in form.notes.items() if key == "注"}
    return blank


def add_project(path: Path, name: str, out: Path) -> str:
    """Writes a copy of the workbook with a further project form and its links; returns the name of the new sheet.

    Refused for a workbook that is not of our layout, and where a cell that must change holds something of hers.
    """
    path, out = Path(path), Path(out)
    writable(path, out)
    evaluation = read_workbook(path)
    grids = {grid.name: grid for grid in read_grids(path)}
    if _SETTINGS not in grids:
        raise Refusal(f"“{path.name}”里没有“设置”表，不是自评工作簿的格式，请先用“采用外来表”转成自评工作簿再增加项目。")
    _order_list(evaluation, grids)
    more = with_project(evaluation, name)
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder) / "before.xlsx", Path(folder) / "after.xlsx"
        build_workbook(evaluation, before)
        build_workbook(more, after)
        package, built = Package(path), Package(after)
        olds, news = ({grid.name: grid for grid in read_grids(file)} for file in (before, after))
        graft = Graft(package, built)
        moved = {
            sheet for sheet, new in news.items()
            if sheet in grids and sheet in olds and sheet not in (*_REBUILT, NARRATIVE) and _update(package, graft, grids[sheet], olds[sheet], new)
        }  # fmt: skip
        _refer_elsewhere(moved, grids, news)
        if NARRATIVE in grids and NARRATIVE in olds:
            _list_figures(package, graft, grids[NARRATIVE], olds[NARRATIVE], news[NARRATIVE], bool(moved))
        order = list(news)
        added = [sheet for sheet in order if sheet not in olds]
        for sheet in added:
            if sheet in grids:
                raise Refusal(f"工作簿里已有名为“{sheet}”的工作表，不能再增加同名的表，请先给它改名。")
            graft.plant(sheet, next((s for s in reversed(order[: order.index(sheet)]) if s in grids or s in added), order[0]))
        recalculate(package)
        package.write(out)
    return added[0]


def _order_list(evaluation: Evaluation, grids: dict[str, Grid]) -> None:
    """The lines of 项目清单 in the rows where they stand, those of project forms without a name yet included."""
    ledger = evaluation.ledger
    if ledger is None or ledger.sheet not in grids:
        return
    rows = {position(line.place.cell)[0]: line for line in ledger.projects if line.place}
    unnamed = [form for form in evaluation.projects if not form.project or not form.project.text.strip()]
    for (row, _), formula in grids[ledger.sheet].details.formulas.items():
        if row not in rows and any(formula.replace("'", "").startswith(f"=IF({form.sheet}!") for form in unnamed):
            rows[row] = ProjectLine("")
    if len(rows) >= len(ledger.projects):
        ledger.projects = [rows[row] for row in sorted(rows)]


def _update(package: Package, graft: Graft, hers: Grid, old: Grid, new: Grid) -> bool:
    """The cells of a sheet that the new project changes; a sheet whose rows move is replaced, if it holds nothing but what we built.

    Returns whether it was replaced.
    """
    changed = {at for at in _filled(old) | _filled(new) if _content(old, *at) != _content(new, *at)}
    if not changed:
        return False
    moved = sorted(old.merges) != sorted(new.merges) or any(_content(old, *at) and not _content(new, *at) for at in changed)
    for row, column in sorted(_filled(hers) | _filled(old) if moved else changed):
        if _content(hers, row, column) != _content(old, row, column) and not _superseded(hers, new, row, column):
            raise Refusal(
                f"“{hers.name}”表 {address(row, column)} 的内容与自评工作簿的格式不同（{_told(hers, row, column)}），增加项目要改写这里，没有写出，请先移走该内容或手工增加项目表。"
            )
    if moved:
        graft.replace(hers.name)
        return True
    writes = {}
    for row, column in changed:
        formula = new.details.formulas.get((row, column))
        value = raw(new, row, column)
        writes[Place(hers.name, address(row, column))] = Write(formula, True) if formula else Write("" if value is None else str(value))
    fill(package, writes, overwrite=True)
    return False


def _superseded(hers: Grid, new: Grid, row: int, column: int) -> bool:
    """A 否 under 附自评表 is true no longer."""
    return _content(hers, row, column) == "否" and (row, column) in new.details.formulas and any(
        "附自评表" in str(raw(hers, above, column) or "") for above in range(row))


def _refer_elsewhere(moved: set[str], grids: dict[str, Grid], news: dict[str, Grid]) -> None:
    """Refused where a sheet of hers has formulas on a sheet whose rows have moved: they would point at other cells."""
    for name, grid in grids.items():
        for at, formula in (grid.details.formulas if moved and name not in news else {}).items():
            sheet = next((sheet for sheet in moved if sheet in formula), None)
            if sheet:
                raise Refusal(f"“{name}”表 {address(*at)} 的公式引用了“{sheet}”表，增加项目后该表的行会移动，没有写出，请先移走该公式。")


def _list_figures(package: Package, graft: Graft, hers: Grid, old: Grid, new: Grid, must: bool) -> None:
    """报告素材: her texts stay, the list of figures below them is made anew."""
    ours, theirs = (_listed_from(grid) for grid in (old, hers))
    above = lambda grid, end: {at: _content(grid, *at) for at in _filled(grid) if at[0] < end and at[1] < _HINTS}  # noqa: E731
    if ours != theirs or above(hers, theirs) != above(old, ours):
        if must:
            raise Refusal(f"“{hers.name}”表的行与自评工作簿的格式不同，增加项目要改写其下方的数据清单，没有写出，请先恢复该表的行。")
        return
    graft.replace(hers.name)
    hints = {at for at in _filled(hers) | _filled(new) if at[0] < theirs and at[1] >= _HINTS and _content(hers, *at) != _content(new, *at)}
    fill(package, {Place(hers.name, address(*at)): Write(str(raw(hers, *at) or "")) for at in hints}, overwrite=True)


_HINTS = 5  # the column of 填写说明; her own remarks may stand there


def _listed_from(grid: Grid) -> int:
    """The row where the list of figures begins; the end of the sheet where there is none."""
    return next((row for row, line in enumerate(grid.rows) if line and line[0] == FIGURES), len(grid.rows))


def _told(grid: Grid, row: int, column: int) -> str:
    content = grid.details.formulas.get((row, column)) or str(_content(grid, row, column) or "空白")
    return content if len(content) <= 30 else content[:29] + "…"


def _filled(grid: Grid) -> set[tuple[int, int]]:
    return {(r, c) for r, line in enumerate(grid.rows) for c, value in enumerate(line) if value not in (None, "")} | set(grid.details.formulas)


def _content(grid: Grid, row: int, column: int) -> object:
    """What was typed into a cell, or its formula however it is spelled; "" for a blank one."""
    formula = grid.details.formulas.get((row, column))
    if formula:
        with suppress(Unsupported):
            return parse(formula)
        return "".join(formula.split())
    value = raw(grid, row, column)
    exact = number(value)
    if exact is not None:
        return exact.normalize()
    return "" if value is None else "".join(str(value).split())
