"""Grids → Evaluation: every sheet is looked at once, taken for what its headings say, and what was taken for what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from ziping.collector import held
from ziping.evaluation import BaseData, Evaluation, Form, FormKind, Unread
from ziping.forms.abroad import abroad
from ziping.forms.bands import Mark
from ziping.forms.base import is_base, read_base
from ziping.forms.broken import broken
from ziping.forms.caption_words import is_title
from ziping.forms.captions import year_in
from ziping.forms.files import Unreadable, read_file
from ziping.forms.forms import GOALS_ALONE, HEADINGS, NAMES, headings_in, looks_like_a_form, read_form
from ziping.forms.grid import Grid
from ziping.forms.headings import LEVELS, key, role_of, squeezed
from ziping.forms.layout import Layout, telling_cells
from ziping.forms.ledger import ledger_band, projects_band, read_ledger
from ziping.forms.narrative import read_narrative, read_settings
from ziping.forms.parts import Part, parts_of
from ziping.forms.trail import Trail
from ziping.marks import lists_findings


@dataclass(slots=True)
class Reading:
    """What was read: the evaluation, every form in the order of the sheets, and the trail."""

    evaluation: Evaluation
    forms: list[Form | BaseData] = field(default_factory=list)
    trail: Trail = field(default_factory=Trail)
    planned: bool = False  # whether tables of goals were taken for forms

    @property
    def recognised(self) -> bool:
        evaluation = self.evaluation
        return bool(self.forms or evaluation.ledger or evaluation.narrative)


def read_workbook(path: str | Path) -> Evaluation:
    """The evaluation that a workbook holds. Raises `Unreadable` for a file that cannot be read or that holds no form of ours."""
    return examine_workbook(path).evaluation


def read_sheets(grids: Sequence[Grid], file: str = "") -> Evaluation:
    """The evaluation on sheets that a host has open; an empty one when there is no form among them."""
    return examine(grids, file).evaluation


def examine_workbook(path: str | Path, planned: bool = False) -> Reading:
    """Like `read_workbook`, with every form and the trail."""
    with held():
        grids, macros = read_file(path)
        reading = examine(grids, str(path), planned)
    if not reading.recognised:
        raise Unreadable(_nothing(Path(path).name, reading.trail))
    reading.evaluation.macros = macros
    return reading


def _nothing(name: str, trail: Trail) -> str:
    """The sentence for a workbook without any form of ours: the sheet that came nearest and what it lacks."""
    if any(passed.why == _FINDINGS for passed in trail.passed):
        return f"“{name}”是校验结果或汇总，不是自评表，请核对文件。"
    near = next((passed for passed in trail.passed if passed.missing), None)
    lack = f"：工作表“{near.sheet}”{near.why}，缺少标题{'、'.join(f'“{word}”' for word in near.missing)}" if near else ""
    if near and near.why in GOALS_ALONE:
        return f"“{name}”不是自评表{lack}，要从目标表开始填自评表请用“采用外来表”（ziping adopt）转成工作簿，否则请核对文件。"
    return f"“{name}”中没有认出绩效自评的表{lack}，请核对文件，表头应含“一级指标”“三级指标”“年度指标值”“实际完成值”“得分”等标题。"


def examine(grids: Sequence[Grid], file: str = "", planned: bool = False) -> Reading:
    """Everything on the sheets. Forms on hidden sheets count only where no visible sheet has one; our own sheets always do. `planned`: where there is
    no form at all, a table of goals (目标申报表) is taken for one that has yet to be filled in.
    """
    reading = _examine(grids, file, False)
    return _examine(grids, file, True) if planned and not reading.recognised else reading


def _examine(grids: Sequence[Grid], file: str, planned: bool) -> Reading:
    reading = Reading(Evaluation(file=file, sheets=tuple(grid.name for grid in grids)), planned=planned)
    hidden: list[Grid] = []
    for grid in grids:
        if grid.hidden and not _ours(grid):
            hidden.append(grid)
        else:
            _sheet(grid, reading)
    if hidden and not reading.forms:
        for grid in hidden:
            _sheet(grid, reading)
    else:
        for grid in hidden:
            reading.trail.skip(grid.name, "是隐藏的工作表，未读取")
    _gather(reading)
    return reading


def _ours(grid: Grid) -> bool:
    return key(grid.name) in ("设置", "报告素材", "收支与资产", "项目清单", "收支与资产情况表")


@lru_cache(maxsize=8192)
def _ours_in(words: str) -> bool:
    """Whether a cell's words occur in a form or sheet of ours and hardly elsewhere: without one of them a sheet need not be looked at closely."""
    return role_of(words) in LEVELS or key(words) in _OURS or is_title(words)


_OURS = frozenset(["编制数", "控制率", "类别", "项目名称", "正文"])
_FINDINGS = "是校验结果"
_BESIDES = ("封面", "使用说明", "识别说明")


def _sheet(grid: Grid, reading: Reading) -> None:
    evaluation, trail = reading.evaluation, reading.trail
    if not any(grid.rows):
        return
    if key(grid.name) in _BESIDES:
        evaluation.sample = evaluation.sample or any(isinstance(cell, str) and cell.startswith("样例：") for row in grid.rows for cell in row)
        trail.skip(grid.name, "是封面或说明")
        return
    if lists_findings(grid.rows):
        trail.skip(grid.name, _FINDINGS)
        return
    telling = telling_cells(grid)
    if not telling:
        trail.skip(grid.name, "没有认得的标题", "一级指标", "三级指标", "得分")
        return
    if not any(_ours_in(words) for cells in telling.values() for _, words in cells) and not _ours(grid):
        seen = headings_in(telling, telling)
        missing = [role.value for role in HEADINGS if role not in seen]
        trail.skip(grid.name, "没有认得的标题", *missing, at=min(seen.values()) if looks_like_a_form(seen) else None)
        return
    layout = Layout(grid, telling)
    evaluation.abroad += abroad(grid)
    evaluation.broken += broken(layout)
    settings = read_settings(layout, trail)
    if settings is not None:
        evaluation.settings = settings
        return
    narrative = read_narrative(layout, trail) if any(squeezed(words) == "正文" or "级标题" in words for row in telling.values() for _, words in row) else None
    if narrative is not None:
        evaluation.narrative += narrative
        return
    parts = parts_of(layout)
    if any(part.has(Mark.INDICATORS) for part in parts):
        _parts(layout, parts, reading)
        return
    heads = [row for row, cells in telling.items() if len(cells) > 1 and any(key(words) in ("类别", "项目名称") for _, words in cells)]
    if any(ledger_band(layout, row) or projects_band(layout, row) for row in heads):
        evaluation.ledger = read_ledger(layout, 0, layout.last_row, trail, evaluation.ledger)
        return
    _parts(layout, parts, reading)


def _parts(layout: Layout, parts: list[Part], reading: Reading) -> None:
    if not parts:
        reading.trail.skip(layout.grid.name, "没有认得的标题行", "一级指标", "三级指标", "得分")
    for part in parts:
        if not part.has(Mark.INDICATORS) and is_base(_words_in(layout, part)):
            base = read_base(layout, part.first, part.last, reading.trail)
            if base is not None:
                reading.forms.append(base)
            continue
        form = read_form(layout, part, reading.trail, reading.planned)
        if form is not None:
            reading.forms.append(form)


def _words_in(layout: Layout, part: Part) -> set[str]:
    return {squeezed(part.title), *(key(words) for row in range(part.first, part.last) for _, words in layout.telling.get(row, ()))}


def _gather(reading: Reading) -> None:
    """The forms in their places. Of several forms of the whole body the first is the evaluation's; all stay in `Reading.forms`."""
    evaluation = reading.evaluation
    evaluation.unread = [Unread(passed.place, passed.why, passed.missing, passed.uncomputed) for passed in reading.trail.passed if passed.place]
    for form in reading.forms:
        kind = FormKind.BASE if isinstance(form, BaseData) else form.kind
        if kind is FormKind.MONITOR:
            evaluation.monitors.append(form)  # type: ignore[arg-type]
        elif kind is FormKind.PROJECT:
            evaluation.projects.append(form)  # type: ignore[arg-type]
        elif getattr(evaluation, kind) is None:
            setattr(evaluation, kind, form)
        elif form.title.place:
            evaluation.unread.append(Unread(form.title.place, f"是另一张{NAMES[kind]}，一个工作簿只读第一张"))
    settings = evaluation.settings

    def setting(*names: str) -> str:
        return next((settings[name].text.strip() for name in names if settings.get(name) and not settings[name].error), "")

    whole = [form for form in (evaluation.overall, evaluation.base, evaluation.scoring, *evaluation.projects, *evaluation.monitors) if form]
    evaluation.unit = setting("单位名称") or next((form.unit.text.strip() for form in whole if form.unit and not form.unit.error), "")
    at_year_end = whole[: len(whole) - len(evaluation.monitors)]  # a monitoring form beside them may be that of another year
    evaluation.year = year_in(setting("评价年度", "年度")) or next((form.year for form in at_year_end or whole if form.year), None)
    evaluation.scheme = setting("评价方案", "评分方案", "方案")
    evaluation.template = setting("报告模板", "模板")
