"""A sample's source laid over the blank evaluation of its scheme, key by key; the keys are on the page of `source`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ziping.amounts import PLAIN, Unit, unit_named
from ziping.evaluation import (
    BaseData,
    Datum,
    Entry,
    Evaluation,
    Form,
    FormKind,
    FundLine,
    Goal,
    Indicator,
    Ledger,
    LedgerLine,
    Level,
    ProjectLine,
    typed,
)
from ziping.forms.build.blank import blank_form
from ziping.schemes import FormScheme, Scheme, load

MONEY = ("initial", "adjusted", "executed", "expected")
FUND = (*MONEY, "points", "rate", "score")
ROW = ("target", "actual", "standard", "points", "score", "reason", "expected", "remark")
AMOUNTS = ("last_year", "budget", "current", "share", "change")


class _Keys:
    """A table whose every key must be asked for."""

    def __init__(self, where: str, data: Any) -> None:
        if not isinstance(data, dict):
            raise ValueError(f"{where}: a table is expected")
        self.where, self.data = where, dict(data)

    def take(self, key: str, default: Any = None) -> Any:
        value = self.data.pop(key, default)
        if isinstance(value, float):
            raise ValueError(f"{self.where}: {key}: write {value} as a text; a float has no decimals of its own")
        return value

    def need(self, key: str) -> Any:
        if key not in self.data:
            raise ValueError(f"{self.where}: {key} is missing")
        return self.take(key)

    def datum(self, key: str, unit: Unit = PLAIN) -> Datum | None:
        return typed(self.take(key), unit)

    def table(self, key: str) -> _Keys:
        return _Keys(f"{self.where}: {key}", self.take(key, {}))

    def tables(self, key: str) -> Iterator[_Keys]:
        for number, data in enumerate(self.take(key, []), start=1):
            table = _Keys(f"{self.where}: {key} {number}", data)
            yield table
            table.close()

    def close(self) -> None:
        if self.data:
            raise ValueError(f"{self.where}: {next(iter(self.data))}: unknown key")


class Overlay:
    """One source file. `over(blank)` makes the evaluation, `tell` adds its narrative."""

    def __init__(self, name: str, data: dict[str, Any]) -> None:
        self.keys = _Keys(name, data)

    def over(self, blank: Callable[[Scheme, str, int | None, int], Evaluation]) -> Evaluation:
        keys = self.keys
        scheme, year = load(keys.need("scheme")), keys.need("year")
        if not scheme.covers(year):
            raise ValueError(f"{keys.where}: year: the scheme {scheme.id} is not for {year}")
        evaluation = blank(scheme, keys.need("unit"), year, 0)
        evaluation.template = keys.take("report", scheme.report)
        evaluation.sample = keys.take("sample", True)
        settings = keys.table("settings")
        for caption in list(settings.data):
            evaluation.settings[caption] = settings.datum(caption) or Datum()
        for name, target in (("base", evaluation.base), ("ledger", evaluation.ledger)):
            table = keys.table(name)
            if table.data and target is None:
                raise ValueError(f"{table.where}: the scheme has no such form")
            if isinstance(target, BaseData):
                _base(table, target)
            elif isinstance(target, Ledger):
                _ledger(table, target)
        for name, form, plan in (("overall", evaluation.overall, scheme.overall), ("scoring", evaluation.scoring, scheme.scoring)):
            table = keys.table(name)
            if form is not None and plan is not None:
                _form(table, form, plan)
                table.close()
            elif table.data:
                raise ValueError(f"{table.where}: the scheme has no such form")
        for name, kind, plan, forms in (
            ("projects", FormKind.PROJECT, scheme.project, evaluation.projects),
            ("monitors", FormKind.MONITOR, scheme.monitor, evaluation.monitors),
        ):
            for number, table in enumerate(keys.tables(name), start=1):
                if plan is None:
                    raise ValueError(f"{table.where}: the scheme has no such form")
                form = blank_form(plan, kind, year, number)
                form.project = typed(table.need("project"))
                _form(table, form, plan)
                forms.append(form)
        keys.close()
        return evaluation

    def tell(self, evaluation: Evaluation, told: list[tuple[tuple[str, ...], str]]) -> None:
        """Put the texts at the headings of the outline; headings of the text's own follow the one they belong to."""
        entries = list(evaluation.narrative)
        for path, text in told:
            lines = text.split("\n")
            notes = [line.removeprefix(">").strip() for line in lines if line.startswith(">")]
            entry = Entry(path, Datum("\n".join(line for line in lines if not line.startswith(">"))), "".join(notes))
            at = next((n for n, known in enumerate(entries) if known.path == path), None)
            if at is not None:
                entries[at] = entry
                continue
            above = [n for n, known in enumerate(entries) if len(path) > 1 and known.path[: len(path) - 1] == path[:-1]]
            entries.insert(above[-1] + 1 if above else len(entries), entry)
        evaluation.narrative = entries


def _base(keys: _Keys, base: BaseData) -> None:
    people = unit_named("人")
    base.posts, base.staff, base.staff_rate = keys.datum("posts", people), keys.datum("staff", people), keys.datum("staff_rate")
    base.measures, title = keys.datum("measures"), keys.datum("title")
    base.title = title or base.title
    lines = keys.table("lines")
    for path in list(lines.data):
        line = next((line for line in base.lines if "/".join(line.path) == path), None)
        if line is None:
            raise ValueError(f"{lines.where}: {path}: the scheme has no such line")
        row = lines.table(path)
        for key in ("last_year", "budget", "executed"):
            setattr(line, key, row.datum(key, base.money_unit))
        row.close()
    keys.close()


def _form(keys: _Keys, form: Form, plan: FormScheme) -> None:
    form.year = keys.take("year", form.year)
    title = keys.datum("title")
    form.title = title or (Datum(plan.title.replace("{year}", str(form.year))) if "year" in plan.title and form.kind is FormKind.MONITOR else form.title)
    for key in ("unit", "project", "department"):
        value = keys.datum(key)
        if value is not None:
            setattr(form, key, value)
    form.total_points, form.total_score, form.grade = keys.datum("total_points"), keys.datum("total_score"), keys.datum("grade")
    funds = keys.table("funds")
    for label in list(funds.data):
        line = next((line for line in form.funds if line.label == label), None)
        if line is None:
            raise ValueError(f"{funds.where}: {label}: the scheme has no such line")
        _fund(funds.table(label), line, form.money_unit)
    goals = [Goal(goal.datum("expected"), goal.datum("achieved")) for goal in keys.tables("goals")]
    form.goals = goals or form.goals
    notes = keys.table("notes")
    form.notes |= {caption: notes.datum(caption) or Datum() for caption in list(notes.data)}
    rows = list(_rows(keys))
    form.indicators = rows or form.indicators
    for row in keys.tables("scores"):
        path = tuple(row.need("path"))
        item = next((item for item in form.indicators if item.path == path), None)
        if item is None:
            raise ValueError(f"{row.where}: {'/'.join(path)}: the scheme has no such row")
        for key in ROW:
            value = row.datum(key)
            if value is not None:
                setattr(item, key, value)


def _fund(keys: _Keys, line: FundLine, unit: Unit) -> None:
    for key in FUND:
        value = keys.datum(key, unit if key in MONEY else PLAIN)
        if value is not None or key != "points":
            setattr(line, key, value)
    keys.close()


def _rows(keys: _Keys) -> Iterator[Indicator]:
    levels = [Level(), Level(), Level()]
    for row in keys.tables("indicators"):
        for depth in range(3):
            name, weight = row.take(f"level{depth + 1}"), row.datum(f"weight{depth + 1}")
            if name is not None:
                levels[depth:] = [Level(name, weight), *[Level()] * (2 - depth)]
            elif depth == 2:
                levels[2] = Level("", weight)
            else:
                levels[depth] = Level(levels[depth].name, weight)
        item = Indicator(*levels, likelihood=row.take("likelihood", ""))
        for key in ROW:
            setattr(item, key, row.datum(key))
        for key in ("causes", "extra"):
            table = row.table(key)
            setattr(item, key, {name: table.datum(name) or Datum() for name in list(table.data)})
        yield item


def _ledger(keys: _Keys, ledger: Ledger) -> None:
    values = keys.table("values")
    for name in list(values.data):
        line = next((line for line in ledger.lines if f"{line.section}/{line.name}" == name), None)
        if line is None:
            raise ValueError(f"{values.where}: {name}: the scheme has no such line")
        _amounts(values.table(name), line)
    for row in keys.tables("lines"):
        unit = row.take("unit")
        line = LedgerLine(
            row.need("section"), row.need("name"), parent=row.take("parent", ""), relation=row.take("relation", "equal"), sign=row.take("sign", 1),
            unit=unit_named(unit) if unit else ledger.money_unit,
        )  # fmt: skip
        _amounts(row, line)
        last = max((n for n, other in enumerate(ledger.lines) if other.section == line.section), default=len(ledger.lines) - 1)
        ledger.lines.insert(last + 1, line)
    for row in keys.tables("projects"):
        ledger.projects.append(_project(row, row.need("name"), ledger.money_unit))
    total = keys.table("projects_total")
    if total.data:
        ledger.projects_total = _project(total, "合计", ledger.money_unit)
        total.close()
    keys.close()


def _amounts(keys: _Keys, line: LedgerLine) -> None:
    for key in AMOUNTS:
        setattr(line, key, keys.datum(key, PLAIN if key in ("share", "change") else line.unit))
    keys.close()


def _project(keys: _Keys, name: str, unit: Unit) -> ProjectLine:
    return ProjectLine(name, keys.datum("budget", unit), keys.datum("executed", unit), adjusted=keys.datum("adjusted", unit), kind=keys.datum("kind"))
