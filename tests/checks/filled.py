"""Workbooks of every scheme, filled in correctly: figures at random within the relations of the forms, derived cells by the forms' own formulas."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from ziping.amounts import half_up, show
from ziping.evaluation import Datum, Evaluation, Form, FormKind, Fund, Goal, Level, ProjectLine, typed
from ziping.forms.build import completed
from ziping.forms.build.blank import blank
from ziping.schemes import Scheme, load

CENT = Decimal("0.01")


def amount(rng: Random, high: int = 90000) -> Decimal:
    return Decimal(rng.choice((0, rng.randint(1, 999), rng.randint(1, high * 100)))) * CENT


def share_out(rng: Random, total: Decimal, parts: int) -> list[Decimal]:
    """The total in so many parts that add up to it, each with two decimals."""
    cuts = sorted(rng.randint(0, int(total * 100)) for _ in range(parts - 1))
    edges = [0, *cuts, int(total * 100)]
    return [Decimal(b - a) * CENT for a, b in zip(edges, edges[1:], strict=False)]


def text(value: Decimal) -> Datum | None:
    return typed(show(half_up(value, 2)))


def filled(scheme_id: str, rng: Random) -> Evaluation:
    """The built evaluation: every cell with its place, formulas with their results."""
    scheme = load(scheme_id)
    year = max(scheme.first_year, 2021)
    evaluation = blank(scheme, "某市某中心", year, projects=rng.randint(1, 3))
    evaluation.settings = {caption: typed(f"{year + 1}年3月1日" if "日期" in caption else "某某") for caption in scheme.settings}
    _projects(evaluation, rng)
    for number, form in enumerate(evaluation.monitors):
        _monitor(form, evaluation.projects[number], rng)
    _list(evaluation, scheme, rng)
    if evaluation.overall is not None:
        _overall(evaluation, rng)
    if evaluation.scoring is not None:
        _rows(evaluation.scoring, rng, Decimal(100))
    if evaluation.base is not None:
        evaluation.base.posts, evaluation.base.staff = typed(posts := rng.randint(5, 90)), typed(rng.randint(1, posts))
        for line in evaluation.base.lines:
            line.last_year = line.budget = line.executed = None
    if evaluation.ledger is not None:
        _ledger(evaluation, scheme, rng)
        _project_expenditure(evaluation, scheme)
    if evaluation.base is not None:
        _base(evaluation, scheme, rng)
    _overall_rates(evaluation)
    return completed(evaluation)


def _projects(evaluation: Evaluation, rng: Random) -> None:
    for number, form in enumerate(evaluation.projects):
        form.project, form.department, form.unit = typed(f"项目{'甲乙丙'[number]}"), typed("某市某中心"), typed("某市某中心")
        for line in form.funds[1:]:
            line.initial = text(initial := amount(rng))
            line.adjusted = text(adjusted := initial + amount(rng, 900))
            line.executed = text(share_out(rng, adjusted, 2)[0])
        form.funds[1].initial, form.funds[1].adjusted = text(Decimal("90.00")), text(Decimal("100.00"))
        form.funds[1].executed = text(Decimal(rng.randint(5000, 10000)) * CENT)
        form.goals = [Goal(typed("保障运行。"), typed("已经完成。"))]
        _rows(form, rng, Decimal(90))


def _rows(form: Form, rng: Random, full: Decimal) -> None:
    """Points by the weights that the form prints, targets in numbers, actuals that reach them or say why not."""
    groups: dict[str, list] = {}
    for row in form.indicators:
        groups.setdefault(row.level1.name, []).append(row)
    weights = {name: next((row.level1.weight.value for row in rows if row.level1.weight is not None), None) for name, rows in groups.items()}
    bare = [name for name, weight in weights.items() if weight is None]
    spare = full - sum(len(groups[name]) for name in bare)  # a point for each row, the rest as it falls
    for name, weight in zip(bare, share_out(rng, spare / 100, len(bare)) if bare else [], strict=True):
        weights[name] = len(groups[name]) + weight * 100
    for name, rows in groups.items():
        for number, (row, points) in enumerate(zip(rows, _points(rng, weights[name], len(rows)), strict=True)):
            if form.kind is not FormKind.OVERALL:
                row.points = typed(show(points))
            if not row.level3.name:
                row.level3 = Level(f"第{number + 1}项{name}")
            _reached(row, rng)


def _reached(row, rng: Random) -> None:  # noqa: ANN001
    wanted = rng.randint(10, 200)
    got = rng.randint(wanted // 2, wanted + wanted // 5)
    row.target, row.actual = typed(f"≥{wanted}个"), typed(f"{got}个")
    row.reason = typed("有两个点位推迟验收，下年补齐" if got < wanted else "")


def _points(rng: Random, total: Decimal, parts: int) -> list[Decimal]:
    """Whole points, at least one each."""
    extra = sorted(rng.randint(0, int(total) - parts) for _ in range(parts - 1)) if parts > 1 else []
    edges = [0, *extra, int(total) - parts]
    return [Decimal(b - a + 1) for a, b in zip(edges, edges[1:], strict=False)]


def _monitor(form: Form, project: Form, rng: Random) -> None:
    form.project, form.department, form.unit = project.project, typed("某市某中心"), typed("某市某中心")
    form.indicators = []
    total = sum((line.initial.value for line in project.funds[1:]), Decimal(0))  # type: ignore[union-attr, misc]
    for line, initial in zip(form.funds[1:], share_out(rng, total, len(form.funds) - 1), strict=True):
        line.initial = text(initial)
        line.expected = text(expected := share_out(rng, initial, 2)[0])
        line.executed = text(share_out(rng, expected, 2)[0])


def _list(evaluation: Evaluation, scheme: Scheme, rng: Random) -> None:
    if evaluation.ledger is None or scheme.ledger is None or scheme.ledger.projects is None:
        return
    kinds = scheme.ledger.projects.kinds
    evaluation.ledger.projects = [
        ProjectLine(form.project.text, kind=typed(rng.choice(kinds)) if kinds else None) for form in evaluation.projects  # type: ignore[union-attr]
    ]


def _overall(evaluation: Evaluation, rng: Random) -> None:
    """Sources add up to the structure; 项目支出 is the projects' own sum."""
    form = evaluation.overall
    assert form is not None
    lines = {line.role: line for line in form.funds}
    for column in ("adjusted", "executed"):
        projects = sum((getattr(line, column).value for each in evaluation.projects for line in each.funds[1:]), Decimal(0)) * 10000
        basic = Decimal(rng.randint(100, 90000)) * 10000
        other = share_out(rng, basic, 2)[0]
        setattr(lines[Fund.BASIC], column, text(basic))
        setattr(lines[Fund.OTHER], column, text(other))
        setattr(lines[Fund.FISCAL], column, text(basic + projects - other))
    form.goals = [Goal(typed("保障运行。"), typed("已经完成。"))]
    _rows(form, rng, Decimal(100))


def _overall_rates(evaluation: Evaluation) -> None:
    """Actuals of the indicators that the workbook can work out: the officer looks them up."""
    form = evaluation.overall
    if form is None:
        return
    built = completed(evaluation)
    spent = sum((built.overall.fund(role).executed.value for role in (Fund.BASIC, Fund.PROJECT)), Decimal(0))  # type: ignore[union-attr, misc]
    planned = sum((built.overall.fund(role).adjusted.value for role in (Fund.BASIC, Fund.PROJECT)), Decimal(0))  # type: ignore[union-attr, misc]
    base = {line.name: line for line in built.base.lines}  # type: ignore[union-attr]
    before, three = base["部门整体支出预算调整"].last_year, base["三公经费"]
    for row in form.indicators:
        name = row.name
        row.target, row.standard = typed("按公式计算"), None
        if "在职人员控制率" in name:
            row.actual = None
        elif "三公经费" in name:
            row.actual = _percent(three.executed.value - three.last_year.value, three.last_year.value) if three.last_year and three.last_year.value else typed("")  # type: ignore[union-attr, operator]
        elif "增长率" in name:
            row.actual = _percent(spent / 10000 - before.value, before.value) if before and before.value else typed("")  # type: ignore[operator]
        elif "控制率" in name or "完成率" in name:
            row.actual = _percent(spent, planned)
        elif "到位率" in name:
            row.actual = typed("100.00%")
        else:
            _reached(row, Random(name))
            continue
        row.reason = typed("按公式计算")
        row.score = typed("1")


def _percent(top: Decimal, bottom: Decimal) -> Datum | None:
    return typed(show(half_up(top / bottom * 100, 2)) + "%")


def _ledger(evaluation: Evaluation, scheme: Scheme, rng: Random) -> None:
    """From the totals down: the parts of a linked line share it out, those of any other are free and make it up."""
    ledger, plan = evaluation.ledger, scheme.ledger
    assert ledger is not None
    assert plan is not None
    built = completed(evaluation)  # what is linked does not depend on what is filled in below
    for column in ("last_year", "budget", "current"):
        for parent in ledger.lines:
            parts = [line for line in ledger.lines if (line.section, line.parent) == (parent.section, parent.name)]
            linked = getattr(_find(built, parent), column)
            whole = linked.value if linked is not None and linked.formula and plan.line(parent.section, parent.name).link else None  # type: ignore[union-attr]
            _column(built, evaluation, plan, parent, parts, column, whole, rng)


def _project_expenditure(evaluation: Evaluation, scheme: Scheme) -> None:
    """Where 项目支出 is typed, it is what the project forms come to."""
    line, plan = evaluation.ledger.line("支出", "项目支出"), scheme.ledger.line("支出", "项目支出")  # type: ignore[union-attr]
    if line is None or plan is None or plan.link or not evaluation.projects or any(other.parent == line.name for other in evaluation.ledger.lines):  # type: ignore[union-attr]
        return
    for column, mine in (("executed", "current"), ("initial", "budget")):
        if mine in plan.columns:
            total = sum((getattr(each, column).value for form in evaluation.projects for each in form.funds[1:]), Decimal(0))
            setattr(line, mine, text(total.scaleb(4 - line.unit.shift)))


def _find(evaluation: Evaluation, line):  # noqa: ANN001, ANN202
    return evaluation.ledger.line(line.section, line.name)  # type: ignore[union-attr]


def _column(built: Evaluation, evaluation: Evaluation, plan, parent, parts, column: str, whole: Decimal | None, rng: Random) -> None:  # noqa: ANN001
    def has(line) -> bool:  # noqa: ANN001
        columns = plan.line(line.section, line.name).columns
        return not columns or column in columns

    def link(line) -> bool:  # noqa: ANN001
        return bool(plan.line(line.section, line.name).link)

    counted = parent.unit.base != "元"
    if not parent.parent and not parts and has(parent) and not link(parent):
        setattr(parent, column, typed(rng.randint(0, 90)) if counted else text(amount(rng)))
    free = [line for line in parts if has(line) and not link(line) and not any(other.parent == line.name for other in evaluation.ledger.lines)]
    at_most = any(line.relation == "at_most" for line in parts)
    if at_most and has(parent):
        setattr(parent, column, text(value := amount(rng)))
        whole = value
    if whole is not None and parts:
        taken = sum(
            (cell.value for line in parts if link(line) and (cell := getattr(_find(built, line), column)) is not None and cell.value is not None), Decimal(0))
        rest = max(Decimal(0), whole - taken)
        for line, value in zip(free, share_out(rng, rest, len(free)) if free else [], strict=True):
            setattr(line, column, text(value))
        return
    for line in free:
        value = amount(rng, 90) if line.sign < 0 else amount(rng) + 100
        setattr(line, column, typed(rng.randint(0, 20)) if counted else text(value))


def _base(evaluation: Evaluation, scheme: Scheme, rng: Random) -> None:
    base, plan = evaluation.base, scheme.base
    assert base is not None
    assert plan is not None
    built = completed(evaluation)
    known = {line.name: line for line in built.ledger.lines if line.section == "支出"}  # type: ignore[union-attr]
    lines = {line.path: line for line in base.lines}
    public = known["日常公用经费"]
    for path, line in lines.items():
        children = [other for other in lines if other[:-1] == path]
        if children or path[-1] in ("公用经费", "部门整体支出预算调整") or path[0] in ("公用经费", "项目支出"):
            continue
        line.last_year, line.budget, line.executed = text(amount(rng, 90)), text(amount(rng, 90)), text(amount(rng, 90))
    last = known["项目支出"].last_year
    kinds = [line for path, line in lines.items() if path[0] == "项目支出" and len(path) == 2]
    for line, value in zip(kinds, share_out(rng, last.value if last and last.value else Decimal(0), len(kinds)), strict=True):  # type: ignore[arg-type]
        line.last_year = text(value)
    basic = {column: getattr(known["基本支出"], column) for column in ("current",)}
    line = lines[("公用经费",)]
    line.executed = text(share_out(rng, basic["current"].value / 2, 2)[0])  # type: ignore[union-attr]
    line.budget, line.last_year = text(amount(rng, 90) + 9), public.last_year or text(Decimal("90.00"))
    for path, part in lines.items():
        if path[0] == "公用经费" and len(path) == 2:
            for column in ("last_year", "budget", "executed"):
                setattr(part, column, text(getattr(line, column).value / 4 - CENT if getattr(line, column).value > 1 else Decimal(0)))
    total = lines[("部门整体支出预算调整",)]
    total.budget = text(sum((built.overall.fund(role).adjusted.value for role in (Fund.BASIC, Fund.PROJECT)), Decimal(0)) / 10000)  # type: ignore[union-attr, misc]
    total.executed = text(sum((built.overall.fund(role).executed.value for role in (Fund.BASIC, Fund.PROJECT)), Decimal(0)) / 10000)  # type: ignore[union-attr, misc]
    evaluation.ledger.line("支出", "人员经费").current = text(  # type: ignore[union-attr]
        basic["current"].value - line.executed.value)  # type: ignore[union-attr, operator]
    rebuilt = completed(evaluation)
    spent_before = rebuilt.ledger.line("支出", "支出合计").last_year  # type: ignore[union-attr]
    total.last_year = text(spent_before.value) if spent_before is not None and spent_before.value is not None else None
