"""The names of a workbook's figures: `三公经费.本年决算数` → the cell that holds it.

Floor 2. One way to name a figure, for the placeholders of 报告素材, the templates of reports and the text checks. A name is
`line.column`; where two lines share a name the outer heading goes before it: `三公经费/公务接待.本年决算数`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ziping.evaluation import BaseData, Datum, Evaluation, Form, Ledger

BASE_COLUMNS = {"last_year": "上年决算数", "budget": "本年预算数", "executed": "本年决算数"}
LEDGER_COLUMNS = {"last_year": "上年数", "budget": "年初预算数", "current": "本年数", "share": "占比", "change": "变动率"}
FUND_COLUMNS = {"initial": "年初预算数", "adjusted": "全年预算数", "executed": "全年执行数", "rate": "执行率", "score": "得分"}
OVERALL, SCORING = "整体自评", "评分表"
RESULTS = ("总分", "等级")
HEAD_COUNTS = ("编制数", "在职人数", "在职人员控制率")
PROJECT_COLUMNS = {"budget": "年初预算数", "adjusted": "全年预算数", "executed": "执行数"}


def names(evaluation: Evaluation) -> dict[str, Datum]:
    """Every name of the evaluation's figures, in the order of the sheets; blank cells included, absent ones left out.

    A short name that two cells would share is given to neither; both keep their long names.
    """
    found: dict[str, Datum] = {}
    shared: set[str] = set()
    for name, datum in _spellings(evaluation):
        if name in found:
            shared.add(name)
        else:
            found[name] = datum
    for name in shared:
        del found[name]
    return found


def _spellings(evaluation: Evaluation) -> Iterator[tuple[str, Datum]]:
    yield from evaluation.settings.items()
    for outer, name, datum in chain(_base(evaluation.base) if evaluation.base else (), _ledger(evaluation.ledger) if evaluation.ledger else ()):
        yield name, datum
        if outer:
            yield f"{outer}/{name}", datum
    for title, form in titled(evaluation):
        for name, datum in _form(form) if form is not None else ():
            yield f"{title}/{name}", datum


def titled(evaluation: Evaluation) -> list[tuple[str, Form | None]]:
    """The forms with indicators, the two of the whole body even where they are not there, with what stands before the names of their figures."""
    named = [(OVERALL, evaluation.overall), (SCORING, evaluation.scoring)]
    return named + [(form.project.text.strip() if form.project else form.sheet, form) for form in evaluation.projects]


def might_be_of(evaluation: Evaluation, name: str) -> bool:
    """Whether a name that the evaluation does not have might be a figure's of a form that it does not have either: of a column of such a form."""
    column = name.rpartition(".")[2] if "." in name else ""
    if evaluation.base is None and (name in HEAD_COUNTS or column in BASE_COLUMNS.values()):
        return True
    if evaluation.ledger is None and (column in LEDGER_COLUMNS.values() or column in PROJECT_COLUMNS.values()):
        return True
    title, slash, rest = name.partition("/")
    there = {known for known, form in titled(evaluation) if form is not None}
    return bool(slash) and title not in there and (column in FUND_COLUMNS.values() or rest in RESULTS)


def _columns(line: object, columns: dict[str, str]) -> list[tuple[str, Datum]]:
    return [(heading, datum) for attribute, heading in columns.items() if (datum := getattr(line, attribute)) is not None]


def _base(base: BaseData) -> Iterator[tuple[str, str, Datum]]:
    for name, datum in zip(HEAD_COUNTS, (base.posts, base.staff, base.staff_rate), strict=True):
        if datum is not None:
            yield "", name, datum
    for line in base.lines:
        *above, name = line.path
        outer = "/".join(above)
        for heading, datum in _columns(line, BASE_COLUMNS):
            yield outer, f"{name}.{heading}", datum


def _ledger(ledger: Ledger) -> Iterator[tuple[str, str, Datum]]:
    for line in ledger.lines:
        for heading, datum in _columns(line, LEDGER_COLUMNS):
            yield line.section, f"{line.name}.{heading}", datum
    for project in ledger.projects + ([ledger.projects_total] if ledger.projects_total else []):
        for heading, datum in _columns(project, PROJECT_COLUMNS):
            yield "项目清单", f"{project.name}.{heading}", datum


def _form(form: Form) -> Iterator[tuple[str, Datum]]:
    for line in form.funds:
        for heading, datum in _columns(line, FUND_COLUMNS):
            yield f"{line.label}.{heading}", datum
    for name, datum in zip(RESULTS, (form.total_score, form.grade), strict=True):
        if datum is not None:
            yield name, datum
