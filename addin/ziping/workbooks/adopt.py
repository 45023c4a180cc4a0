"""采用外来表: any bureau's form becomes a working workbook of ours, with what was typed into it kept exactly.

`plan_adoption` reads and decides, and writes nothing; `adopt` writes. Between the two the officer sees what was recognised, what was not,
and what would be carried in from last year's workbook and the final accounts.
"""

from __future__ import annotations

import copy
import re
import tempfile
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

from ziping import schemes
from ziping.evaluation import BaseData, Datum, Entry, Evaluation, Form, Fund, Indicator, Place
from ziping.files import replace_file
from ziping.forms import blank, build_workbook, examine, examine_workbook, read_workbook
from ziping.forms.files import read_grids
from ziping.forms.forms import NAMES
from ziping.forms.grid import position
from ziping.forms.listing import record_of, show_lines
from ziping.forms.reading import Reading
from ziping.forms.trail import Passed, Taken
from ziping.refusal import Refusal
from ziping.workbooks.accounts import read_accounts
from ziping.workbooks.carry import Carried, carry_over
from ziping.workbooks.goals import NOTE, begin_evaluations
from ziping.workbooks.importing import fill_from_accounts
from ziping.workbooks.leftovers import Leftover, leftovers
from ziping.workbooks.mapping import mapping_page
from ziping.workbooks.moved import moved
from ziping.workbooks.openrows import keep_open_rows
from ziping.workbooks.settling import DERIVED, Kept, settle

_NOTE = re.compile(r"^(?:注|备注|说明|填表说明|填报说明|填写说明|编制说明)\d*[:：]")
CONTACTS = ("填报日期", "填报人", "单位负责人", "财务负责人", "联系人", "联系电话")


@dataclass(slots=True)
class Plan:
    """What adopting a form would make, before anything is written.

    recognised: what was understood, a line a form; taken: cell by cell; passed: sheets, or parts of one, that were not taken, with the
    heading they lack; typed: derived cells that stay as typed; left: texts and figures of the form that have no place in the workbook;
    carried: what comes from last year's workbook and the accounts; kept: what these offer where something stands already; moved: the cells of the
    form with those of the workbook.
    """

    form: str
    evaluation: Evaluation
    recognised: list[str] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    passed: list[Passed] = field(default_factory=list)
    typed: list[Kept] = field(default_factory=list)
    left: list[Leftover] = field(default_factory=list)
    carried: list[Carried] = field(default_factory=list)
    kept: list[Carried] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)  # what of the accounts was not used, and why
    moved: dict[Place, Place] = field(default_factory=dict)
    plain: Evaluation | None = None  # the evaluation before anything was carried

    def without_carried(self) -> Plan:
        """The same plan with nothing from last year or the accounts."""
        return replace(self, evaluation=self.plain or self.evaluation, carried=[], kept=[], notes=[], plain=None)

    def lines(self) -> list[str]:
        """The plan for people."""
        lines = list(self.recognised)
        lines += [f"{self._told(entry.place)} {entry.what}：{entry.why}，保留原值 {entry.typed or '（空白）'}{_given(entry)}".strip() for entry in self.typed]
        lines += [f"{self._told(entry.place)} “{_short(entry.text)}”{entry.why}" for entry in self.left]
        for entry in self.carried:
            source = f"（取自 {entry.source}）" if entry.source else ""
            lines.append(f"将带入 {entry.what}：{entry.text}{source}")
        for entry in (entry for entry in self.kept if not entry.same):
            lines.append(f"不带入 {entry.what}：{entry.text}，表中已有 {entry.old or '数据'}")
        lines += self.notes
        return lines

    def _told(self, place: Place | None) -> str:
        """A cell of the form and, behind an arrow, that of the workbook, where it stands elsewhere."""
        after = self.moved.get(place) if place else None
        return f"{place or ''}" + (f"→{after}" if after and after != place else "")

    def _cells(self, place: Place | None) -> dict[str, str | None]:
        after = self.moved.get(place) if place else None
        return {
            "sheet": place.sheet if place else None, "cell": place.cell if place else None,
            "new_sheet": after.sheet if after else None, "new_cell": after.cell if after else None,
        }  # fmt: skip

    def as_json(self) -> dict:
        """The plan for scripts."""
        return {
            "form": self.form,
            "unit": self.evaluation.unit,
            "year": self.evaluation.year,
            "scheme": self.evaluation.scheme,
            "taken": [{**self._cells(t.place), "what": t.what, "why": t.why} for t in self.taken],
            "passed": [{"sheet": p.sheet, "why": p.why, "missing": list(p.missing)} for p in self.passed],
            "typed": [{**self._cells(k.place), "what": k.what, "typed": k.typed, "computed": k.computed or None, "why": k.why} for k in self.typed],
            "left": [{"sheet": e.place.sheet, "cell": e.place.cell, "text": e.text} for e in self.left],
            "carried": [c.as_json() for c in self.carried],
            "kept": [c.as_json() for c in self.kept],
            "notes": self.notes,
        }  # fmt: skip


def _given(entry: Kept) -> str:
    return f"，公式为 {entry.computed}" if entry.computed and not entry.computed.startswith("#") else ""


def _short(text: str, limit: int = 40) -> str:
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1] + "…"


def plan_adoption(form: Path | str, last: Path | str | None = None, accounts: Path | str | None = None) -> Plan:
    """What a workbook made of this form would hold. Writes nothing.

    Refused for a file that cannot be read or holds no form of ours, and for a last year's workbook of another body or year.
    """
    path = Path(form)
    grids = read_grids(path)
    reading = examine_workbook(path, planned=True)
    evaluation = copy.deepcopy(reading.evaluation)
    evaluation.file = ""
    if reading.planned:
        begin_evaluations(evaluation)
    unused = _only_one_each(reading)
    _give_points(evaluation)
    _fit_scheme(evaluation)
    _fill_settings(evaluation)
    keep_open_rows(evaluation, grids)
    evaluation, typed = settle(evaluation)
    taken = [Taken(Place(t["sheet"], t["cell"]), t["what"], t["why"]) for t in record_of(reading, explain=True)["explanation"]["taken"]]
    plan = Plan(path.name, evaluation, show_lines(reading), taken, [*reading.trail.passed, *unused], typed)
    plan.recognised += [f"{p.sheet}：未采用，{p.why}" for p in plan.passed if not _said(p, plan.recognised) and "封面" not in p.why]
    if reading.planned:
        plan.recognised.append(NOTE)
    if not evaluation.year:
        plan.recognised.append("评价年度：表中没有写明，请在新工作簿的“设置”表填写")
    if not evaluation.unit:
        plan.recognised.append("单位名称：表中没有写明，请在新工作簿的“设置”表填写")
    built = _built(plan)
    plan.moved = moved(reading, examine(built))
    plan.left = leftovers(grids, reading, built)
    if reading.planned:
        titles = {form.title.place for form in reading.evaluation.forms}
        plan.left = [entry for entry in plan.left if entry.place not in titles]  # a title became that of an evaluation
    if not evaluation.scheme:
        plan.left = _keep_notes(evaluation, reading, plan.left)
    if last or accounts:
        plan.plain = copy.deepcopy(evaluation)
        for done in _carry(evaluation, last, accounts):
            plan.carried += done.carried
            plan.kept += done.kept
            plan.notes += done.notes
        plan.evaluation, _ = settle(evaluation)
    return plan


def _keep_notes(evaluation: Evaluation, reading: Reading, left: list[Leftover]) -> list[Leftover]:
    """The notes printed below a form stay below it; what is no note is given back."""
    forms = [(form, ours) for form, ours in zip(reading.evaluation.forms, evaluation.forms, strict=True)]
    rest = []
    for entry in left:
        row = position(entry.place.cell)[0]
        above = [ours for form, ours in forms if form.sheet == entry.place.sheet and _first_row(form) <= row]
        if above and _NOTE.match(entry.text.strip()):
            notes = above[-1].notes
            notes["注"] = Datum(f"{notes['注'].text}\n{entry.text.strip()}" if "注" in notes else entry.text.strip())
        else:
            rest.append(entry)
    return rest


def _first_row(form: Form) -> int:
    places = [d.place for d in (form.title, form.unit, form.project) if d and d.place] + [row.place for row in form.indicators if row.place]
    return min((position(place.cell)[0] for place in places), default=0)


def _said(passed: Passed, lines: list[str]) -> bool:
    return any(line.startswith(f"{passed.sheet}：未采用，{passed.why}") for line in lines)


def adopt(plan: Plan, out: Path | str) -> None:
    """Writes the workbook of a plan, with the sheet 识别说明 at its end. An existing file is replaced; the form itself is never touched."""
    with replace_file(Path(out)) as temporary:
        build_workbook(plan.evaluation, temporary, [mapping_page(plan)])
        _verify(plan, read_workbook(temporary))


def _built(plan: Plan) -> list:
    """The cells of the workbook as it would be written, without 识别说明."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsx"
        build_workbook(plan.evaluation, path)
        return read_grids(path)


def _verify(plan: Plan, made: Evaluation) -> None:
    """The last look before the file gets its name: every form is there with as many rows as it had."""
    def sizes(evaluation: Evaluation) -> Counter:
        return Counter((str(form.kind), sum(map(_filled, form.indicators)), len(form.funds)) for form in evaluation.forms)

    wanted, got = sizes(plan.evaluation), sizes(made)
    if wanted != got:
        raise Refusal(f"“{plan.form}”转成的工作簿读回后与原表不一致（原有 {sum(wanted.values())} 张表，读回 {sum(got.values())} 张），没有写出，请把该表交技术人员查看。")


def _filled(row: Indicator) -> bool:
    return any((row.level3.name, row.target, row.actual, row.points, row.standard))


def _only_one_each(reading: Reading) -> list[Passed]:
    """Forms of the whole body beyond the first of their kind: a workbook has one of each."""
    evaluation = reading.evaluation
    taken = [id(form) for form in (evaluation.base, evaluation.overall, evaluation.scoring, *evaluation.projects, *evaluation.monitors)]
    found = []
    for form in reading.forms:
        if id(form) not in taken:
            name = NAMES[form.kind] if isinstance(form, Form) else "基础数据表"
            found.append(Passed(form.sheet, f"是另一张{name}，一个工作簿只采用第一张"))
    return found


def _give_points(evaluation: Evaluation) -> None:
    """Points of the execution rate that only a heading tells get a cell: in a workbook of ours its score is computed from it."""
    for form in evaluation.forms:
        line = form.fund(Fund.TOTAL) or next(iter(form.funds), None)
        if form.execution_points is not None and line is not None:
            line.points, form.execution_points = Datum(form.execution_points.text, form.execution_points.figure), None


def _fit_scheme(evaluation: Evaluation) -> None:
    """The shipped scheme whose tree, points and standards are exactly the form's; with it comes the outline of the report."""
    if evaluation.scheme not in schemes.available():
        evaluation.scheme = next((name for name in schemes.available() if _fits(evaluation, schemes.load(name))), "")
    if evaluation.scheme and not evaluation.narrative:
        plan = blank(evaluation.scheme, evaluation.unit, evaluation.year)
        evaluation.narrative = [Entry(entry.path, Datum(), entry.note) for entry in plan.narrative]
        evaluation.template = evaluation.template or plan.template


def _fits(evaluation: Evaluation, scheme: schemes.Scheme) -> bool:
    if evaluation.year is not None and not scheme.covers(evaluation.year):
        return False
    pairs = [(getattr(evaluation, name), getattr(scheme, name)) for name in ("overall", "scoring")]
    if not any(form is not None for form, _ in pairs):
        return False
    return all(form is None or (plan is not None and plan.indicators and _same(form, plan)) for form, plan in pairs)


def _same(form: Form, plan: schemes.FormScheme) -> bool:
    columns = {key for key, _ in plan.columns}
    if len(form.indicators) != len(plan.indicators) or any(row.standard for row in form.indicators) > ("standard" in columns):
        return False
    for row, wanted in zip(form.indicators, plan.indicators, strict=True):
        points = row.points.value if row.points else None
        standard = "".join(row.standard.text.split()) if row.standard else ""
        if row.path != tuple(name for name in wanted.path if name) or points not in (None, wanted.points):
            return False
        if standard and standard != "".join(wanted.standard.split()):
            return False
    return True


def _fill_settings(evaluation: Evaluation) -> None:
    """设置 from the forms' own heads and signatures; what all forms say the same is typed there once."""
    forms = list(evaluation.forms)
    for caption in CONTACTS:
        said = [form.notes[caption] for form in forms if form.notes.get(caption)]
        present = evaluation.settings.get(caption)
        if said and (present is None or present.blank):
            evaluation.settings[caption] = Datum(said[0].text, said[0].figure)
        else:
            evaluation.settings.setdefault(caption, Datum())
    departments = Counter(form.department.text.strip() for form in forms if form.department)
    present = evaluation.settings.get("主管部门")
    if departments and (present is None or present.blank):
        evaluation.settings["主管部门"] = Datum(departments.most_common(1)[0][0])
    base = evaluation.base
    if isinstance(base, BaseData) and base.unit and base.unit.text.strip() == evaluation.unit:
        base.unit = DERIVED


def _carry(evaluation: Evaluation, last: Path | str | None, accounts: Path | str | None) -> list:
    done = []
    if last:
        done.append(carry_over(evaluation, read_workbook(last)))
    if accounts:
        done.append(fill_from_accounts(evaluation, read_accounts(accounts), make=True))
    return done
