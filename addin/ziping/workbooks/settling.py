"""Which cells of a foreign form become formulas: those whose typed value the formula of our form gives as well.

A cell that says something else stays as it was typed, and is listed: nothing the officer typed is overwritten by a formula.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ziping.amounts import PERCENT, Figure, foots, half_up, show
from ziping.evaluation import Datum, Evaluation, Form, FormKind, Fund, Place
from ziping.forms.build import completed
from ziping.forms.formula_syntax import Unsupported, parse, place, references

Path = tuple[str | int, ...]
DERIVED = Datum(formula="=")  # asks the builder for the form's own formula


@dataclass(frozen=True, slots=True)
class Kept:
    """A derived cell that stays typed: where it stood, what stands there, what the formula would give ("" when nothing)."""

    place: Place | None
    what: str
    typed: str
    computed: str
    why: str


@dataclass(frozen=True, slots=True)
class _Slot:
    path: Path
    what: str


def settle(evaluation: Evaluation) -> tuple[Evaluation, list[Kept]]:
    """A copy of the evaluation with formulas wherever they give what was typed, and the derived cells that stay typed.

    A typed amount or score counts as given when it equals the formula's value rounded to the decimals that were typed; a rate when it
    agrees as far as its decimals tell. A blank cell becomes the formula, unless that gives an error.
    """
    settled = copy.deepcopy(evaluation)
    slots = [slot for slot in _slots(settled) if _get(settled, slot.path) is not None]
    typed = {slot.path: _get(settled, slot.path) for slot in slots}
    for slot in slots:
        _set(settled, slot.path, DERIVED)
    kept: dict[Path, Kept] = {}
    inputs: set[Path] = set()
    while True:  # every round settles at least one cell more
        made = completed(settled)
        wrong: dict[Path, tuple[_Slot, Datum, str]] = {}
        for slot in slots:
            if slot.path in kept or slot.path in inputs:
                continue
            computed = _get(made, slot.path)
            if computed is None or computed.formula is None:
                inputs.add(slot.path)
                _set(settled, slot.path, _plain(typed[slot.path]))
                wrong[slot.path] = (slot, computed or Datum(), "")
            elif why := _differs(typed[slot.path], computed):
                wrong[slot.path] = (slot, computed, why)
        if not wrong:
            break
        told = {path: entry for path, entry in wrong.items() if path not in inputs}
        for path in _first(told) if len(told) == len(wrong) else ():
            slot, computed, why = told[path]
            rounded = _rounded(path, typed, made, kept)
            for score in rounded:
                kept[score] = Kept(typed[score].place, next(s.what for s in slots if s.path == score), typed[score].text, _shown(_get(made, score)), ROUNDED)
                _set(settled, score, _plain(typed[score]))
            if rounded:
                continue
            datum = typed[path]
            kept[path] = Kept(datum.place, slot.what, datum.text, _shown(computed), why)
            _set(settled, path, _plain(datum))
    return settled, [entry for path, entry in kept.items() if typed[path] or entry.why.startswith("评分")]


ROUNDED = "总分是按四舍五入后的得分相加的"


def _rounded(total: Path, typed: dict[Path, Datum], made: Evaluation, kept: dict[Path, Kept]) -> list[Path]:
    """The scores that were typed rounded, where the typed total is the sum of them as typed and not of what their formulas give: they stay as typed."""
    if total[-1] != "total_score" or typed[total].figure is None:
        return []
    at = total[:-1]
    scores = [path for path, datum in typed.items() if path[: len(at)] == at and path[-1] == "score" and datum.figure is not None]
    if sum(typed[path].figure.value for path in scores) != typed[total].figure.value:  # type: ignore[union-attr]
        return []
    results = ((path, _get(made, path)) for path in scores if path not in kept)
    return [path for path, result in results if result and result.figure and result.figure.value != typed[path].figure.value]  # type: ignore[union-attr]


def _shown(computed: Datum) -> str:
    """A number without the zeros behind it."""
    if computed.figure is None or computed.text.endswith("%"):
        return computed.text
    return show(computed.figure.value.normalize())


def _plain(datum: Datum) -> Datum:
    """The cell as typed: its value without the formula that gave it."""
    return Datum(datum.text, datum.figure, datum.place, None, datum.error, datum.label)


def _differs(typed: Datum, computed: Datum) -> str:
    """Why the formula does not stand for what was typed; "" when it does."""
    if computed.error:
        return "评分标准不能自动计分，按原表填写" if typed else "评分标准不能自动计分，须按实际情况填写"
    if typed.blank or typed.error:
        return ""
    if computed.blank:
        return "公式还没有结果，按原表填写"
    if typed.figure is None or computed.figure is None:
        return "" if "".join(typed.text.split()) == "".join(computed.text.split()) else "与公式结果不同"
    return "" if _agrees(typed.figure, computed.figure) else "与公式结果不同"


def _agrees(typed: Figure, computed: Figure) -> bool:
    rate = PERCENT in (typed.unit, computed.unit)
    if rate and typed.unit.base == "" == computed.unit.base:
        footing = foots(typed, [Figure(computed.value, computed.unit)])
        return footing is not None and footing.holds
    exact = Figure(computed.value, typed.unit)
    places = max(typed.decimals or 0, max(0, -typed.value.normalize().as_tuple().exponent))  # type: ignore[operator]
    return half_up(exact.value, places) == half_up(typed.value, places)


def _first(wrong: dict[Path, tuple[_Slot, Datum, str]]) -> Iterator[Path]:
    """Of the differing cells those that no other differing cell feeds: what hangs on them is looked at again."""
    places = {computed.place for _, computed, _ in wrong.values() if computed.place}
    free = []
    for path, (_, computed, _) in wrong.items():
        try:
            node = parse(computed.formula or "")
        except Unsupported:
            free.append(path)
            continue
        sheet = computed.place.sheet if computed.place else ""
        if not any(_touches(reference, sheet, places - {computed.place}) for reference in references(node)):
            free.append(path)
    yield from free or wrong


def _touches(reference: Any, sheet: str, places: set[Place | None]) -> bool:
    at = set(reference.cells())
    name = reference.sheet or sheet
    return any(p is not None and p.sheet == name and place(p.cell) in at for p in places)


# ---------------------------------------------------------------------------------------------------------------
# The cells that a form of ours may derive


def _get(root: object, path: Path) -> Datum | None:
    for step in path:
        root = root[step] if isinstance(step, int) else getattr(root, step)  # type: ignore[index]
    return root  # type: ignore[return-value]


def _set(root: object, path: Path, datum: Datum | None) -> None:
    for step in path[:-1]:
        root = root[step] if isinstance(step, int) else getattr(root, step)  # type: ignore[index]
    setattr(root, path[-1], datum)  # type: ignore[arg-type]


def _slots(evaluation: Evaluation) -> Iterator[_Slot]:
    for name in ("overall", "scoring"):
        form = getattr(evaluation, name)
        if form is not None:
            yield from _form((name,), form)
    for name in ("projects", "monitors"):
        for number, form in enumerate(getattr(evaluation, name)):
            yield from _form((name, number), form)
    if evaluation.base is not None:
        yield _Slot(("base", "staff_rate"), "控制率")
        parents = {line.path[:-1] for line in evaluation.base.lines}
        for number, line in enumerate(evaluation.base.lines):
            if line.path in parents:
                for attribute in ("last_year", "budget", "executed"):
                    yield _Slot(("base", "lines", number, attribute), "/".join(line.path))
    if evaluation.ledger is not None:
        for number, line in enumerate(evaluation.ledger.lines):
            for attribute in ("last_year", "budget", "current", "share", "change"):
                yield _Slot(("ledger", "lines", number, attribute), f"{line.section}/{line.name}")
        for number, project in enumerate(evaluation.ledger.projects):
            for attribute in ("budget", "adjusted", "executed", "rate"):
                yield _Slot(("ledger", "projects", number, attribute), f"项目清单/{project.name}")
        if evaluation.ledger.projects_total is not None:
            for attribute in ("budget", "adjusted", "executed", "rate"):
                yield _Slot(("ledger", "projects_total", attribute), "项目清单/合计")


def _form(at: Path, form: Form) -> Iterator[_Slot]:
    title = form.project.text.strip() if form.project else ""
    head = f"{form.sheet}“{title}” " if title else f"{form.sheet} "
    for attribute, what in (("unit", "单位名称"), ("department", "主管部门")):
        yield _Slot((*at, attribute), head + what)
    if form.kind is FormKind.MONITOR:
        yield _Slot((*at, "project"), head + "项目名称")
    for number, line in enumerate(form.funds):
        amounts = ("initial", "adjusted", "executed") if line.role is Fund.TOTAL else ()
        for attribute in (*amounts, "rate", *(("score",) if line.points and line.points.figure else ())):
            yield _Slot((*at, "funds", number, attribute), head + f"{line.label} {_FUND[attribute]}")
    for number, row in enumerate(form.indicators):
        yield _Slot((*at, "indicators", number, "score"), head + f"{row.name} 得分")
        if form.kind is FormKind.MONITOR:
            yield _Slot((*at, "indicators", number, "target"), head + f"{row.name} 年度指标值")
    for attribute, what in (("total_points", "总分值"), ("total_score", "总分"), ("grade", "等级")):
        yield _Slot((*at, attribute), head + what)


_FUND = {"initial": "年初预算数", "adjusted": "全年预算数", "executed": "全年执行数", "rate": "执行率", "score": "得分"}
