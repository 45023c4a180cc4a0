"""带入上年数据: last year's workbook becomes this year's 上年 columns, names and outline; nothing typed is ever overwritten."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from ziping.amounts import YUAN, Figure, Unit, half_up, read_figure, show
from ziping.evaluation import Datum, Evaluation, Form, Indicator, Ledger, Place, ProjectLine, Scaled
from ziping.refusal import Refusal

# What is true of the body and stays so from year to year; dates and figures do not.
_LASTING = ("填报人", "单位负责人", "联系人", "联系电话", "主管部门", "财务负责人", "单位简称", "评价单位")


@dataclass(frozen=True, slots=True)
class Carried:
    """One value taken over: what it is, where it came from, where it goes (its place, where the workbook exists already), what stands there.

    datum: what the evaluation took for it.
    """

    what: str
    text: str
    source: Place | None
    target: Place | None = None
    old: str = ""
    datum: Datum | None = field(default=None, repr=False, compare=False)

    @property
    def same(self) -> bool:
        """Whether what stands there says the same."""
        figures = read_figure(self.text), read_figure(self.old)
        if all(figures):
            return figures[0].quantity.value == figures[1].quantity.value  # type: ignore[union-attr]
        return "".join(self.text.split()) == "".join(self.old.split())

    def as_json(self) -> dict[str, str | bool | None]:
        source, target = self.source, self.target
        return {
            "what": self.what, "new": self.text, "old": self.old or None, "same": self.same,
            "source": str(source) if source else None, "sheet": target.sheet if target else None, "cell": target.cell if target else None,
        }  # fmt: skip


@dataclass(slots=True)
class CarryOver:
    """What was carried, and what was left because something stands there already."""

    carried: list[Carried] = field(default_factory=list)
    kept: list[Carried] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)  # what was not used, and why

    def lines(self, verb: str = "将写入") -> list[str]:
        """The proposals for people: from where, to where, what stands there. verb: 已写入 of what is done."""
        lines = [f"{verb} {entry.target or ''} {entry.what}：{entry.text}（取自 {entry.source}）".replace("写入  ", "写入 ") for entry in self.carried]
        lines += [f"不写入 {entry.target or ''} {entry.what}：{entry.text}，表中已有 {entry.old}" for entry in self.kept if not entry.same]
        return lines + self.notes

    def as_json(self) -> dict:
        """The proposals for scripts."""
        return {"carried": [entry.as_json() for entry in self.carried], "kept": [entry.as_json() for entry in self.kept], "notes": self.notes}


def carry_over(this: Evaluation, last: Evaluation) -> CarryOver:
    """Fills blank 上年 cells and names of `this` from `last`, in place. Refused when `last` is not the year before or another body's."""
    if this.unit and last.unit and this.unit != last.unit:
        raise Refusal(f"上年工作簿的单位是“{last.unit}”，本年是“{this.unit}”，两者应当一致，请核对所选的文件。")
    if this.year and last.year and last.year != this.year - 1:
        raise Refusal(f"上年工作簿的评价年度应为 {this.year - 1}，实际为 {last.year}，请核对所选的文件。")
    done = CarryOver()
    _settings(this, last, done)
    _base(this, last, done)
    _ledger(this, last, done)
    _projects(this, last, done)
    _indicators(this, last, done)
    return done


def in_unit(figure: Figure, unit: Unit) -> Figure:
    """An amount in the unit of the cell that takes it; in a greater one with two decimals, as the forms print it."""
    same = figure.to(unit)
    if figure.unit.shift >= unit.shift:
        decimals = max(0, (figure.decimals or 0) - (figure.unit.shift - unit.shift))
        return Figure(same.value, unit, decimals)
    return Figure(half_up(same.value, 2), unit, 2)


def typed_as(figure: Figure) -> str:
    """A figure as it is typed into a cell of its unit, with all its decimals."""
    own = max(0, -figure.value.normalize().as_tuple().exponent)  # type: ignore[operator]
    return show(figure.value, max(own, figure.decimals or 0))


def _offer(done: CarryOver, what: str, old: Datum | None, present: Datum | None, unit: Unit | None = None) -> Datum | None:
    """The Datum that belongs into a cell: the present one when something stands there, else last year's value without its formula.

    unit: of a cell of figures. An amount that last year's form states in another is converted; a figure of something else is not offered.
    """
    if old is not None and isinstance(old.error, Scaled):
        done.notes.append(f"{what}：上年表中（{old.place}）的数字格式把 {old.error.held:f} 显示成 {old.error.shown}，没有带入，请核对后填写")
    if old is None or old.blank or old.error:
        return present
    text, figure = old.text, old.figure
    if figure is not None and unit is not None and figure.unit != unit:
        if not figure.unit.base == unit.base == YUAN.base:
            return present
        figure = in_unit(figure, unit)
        text = typed_as(figure)
    if present is None:  # a workbook yet to be built
        datum = Datum(text, figure)
        done.carried.append(Carried(what, text, old.place, datum=datum))
        return datum
    if present.formula is not None:  # the form's own formula gives it
        return present
    carried = Carried(what, text, old.place, present.place, present.text)
    if not present.blank:
        done.kept.append(carried)
        return present
    datum = Datum(text, figure, present.place, label=present.label)
    done.carried.append(replace(carried, datum=datum))
    return datum


def _settings(this: Evaluation, last: Evaluation, done: CarryOver) -> None:
    for caption in this.settings:
        if caption in _LASTING and caption in last.settings:
            this.settings[caption] = _offer(done, caption, last.settings[caption], this.settings[caption]) or Datum()


def _base(this: Evaluation, last: Evaluation, done: CarryOver) -> None:
    if this.base is None or last.base is None:
        return
    this.base.posts = _offer(done, "编制数", last.base.posts, this.base.posts)
    before = {line.path: line for line in last.base.lines}
    for line in this.base.lines:
        if line.path in before:
            line.last_year = _offer(done, f"基础数据表 {line.name} 上年决算数", before[line.path].executed, line.last_year, this.base.money_unit)


def _ledger(this: Evaluation, last: Evaluation, done: CarryOver) -> None:
    if this.ledger is None or last.ledger is None:
        return
    for line in this.ledger.lines:
        before = last.ledger.line(line.section, line.name)
        closing = last.ledger.line(line.section, line.name.replace("年初", "年末", 1)) if "年初" in line.name else None
        if closing is not None:  # this year begins with what the last one left
            line.current = _offer(done, f"收支与资产 {line.name} 本年数", closing.current, line.current, line.unit)
        if before is not None:
            line.last_year = _offer(done, f"收支与资产 {line.name} 上年数", before.current, line.last_year, line.unit)


def _projects(this: Evaluation, last: Evaluation, done: CarryOver) -> None:
    """Project names, in order, for the forms and lines that have none yet."""
    names = [form.project for form in last.projects if form.project is not None and not form.project.blank]
    present = {form.project.text.strip() for form in this.projects if form.project}
    for form, name in zip(this.projects, names, strict=False):
        if (form.project is None or form.project.blank) and name.text.strip() not in present:
            form.project = _offer(done, f"{form.sheet} 项目名称", name, form.project)
    if this.ledger is not None and last.ledger is not None:
        _project_list(this, this.ledger, last.ledger, done)


def _project_list(this: Evaluation, ledger: Ledger, last: Ledger, done: CarryOver) -> None:
    """The projects of last year's list that this year's has not: into one that is yet to be built; of one that stands they are only told, for its blank
    lines are no part of the evaluation, and which projects go on the officer knows."""
    there = {"".join(line.name.split()) for line in ledger.projects}
    if this.file:  # a form's own line of the list shows its name
        there |= {"".join(form.project.text.split()) for form in this.projects if form.project}
    lacking = [line for line in last.projects if line.name.strip() and "".join(line.name.split()) not in there]
    if this.file:
        if lacking:
            names = "、".join(f"“{line.name.strip()}”" for line in lacking)
            done.notes.append(f"上年项目清单中的{names}不在《{ledger.sheet}》的项目清单里，没有写入，本年仍实施的请自行列入")
        return
    blank = iter([line for line in ledger.projects if not line.name.strip()])
    for before in lacking:
        line = next(blank, None)
        if line is None:
            ledger.projects.append(line := ProjectLine(""))
        line.name = before.name
        done.carried.append(Carried("项目清单 项目名称", before.name.strip(), before.place))


def _indicators(this: Evaluation, last: Evaluation, done: CarryOver) -> None:
    """分值 and 评分标准 of the rows that both years have, in forms of the same scheme; a project's form by its name."""
    if this.scheme != last.scheme:
        return
    projects = {form.project.text.strip(): form for form in last.projects if form.project}
    pairs = [(this.overall, last.overall), (this.scoring, last.scoring)]
    pairs += [(form, projects.get(form.project.text.strip())) for form in this.projects if form.project]
    for form, old in pairs:
        if form is None or old is None:
            continue
        counts = Counter(row.path for row in old.indicators)
        before = {row.path: row for row in old.indicators if counts[row.path] == 1}
        for row in form.indicators:
            if (mate := before.get(row.path)) is not None:
                _standard(done, form, row, mate)


def _standard(done: CarryOver, form: Form, row: Indicator, mate: Indicator) -> None:
    """Points of a row that is to be built already have those of the scheme, if it sets any."""
    points = mate.points if mate.points is not None and mate.points.formula is None else None
    row.points = _offer(done, f"{form.sheet} {row.name} 分值", points, row.points)
    row.standard = _offer(done, f"{form.sheet} {row.name} 评分标准", mate.standard, row.standard)
