"""Evaluation and template → Word report. The only place where a report is rendered."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from ziping import resources, schemes
from ziping.amounts import fold
from ziping.evaluation import Evaluation
from ziping.findings import Finding
from ziping.refusal import Refusal
from ziping.reports.catalogue import CLOSE, OPEN, title_of
from ziping.reports.data import Data, TemplateFault
from ziping.reports.language import Language
from ziping.reports.package import save, stamp
from ziping.reports.placing import drop_emptied, place_blocks, sign_beside_text, text_of
from ziping.reports.template import PROPERTIES, Template
from ziping.reports.word import highlight


def report(evaluation: Evaluation | str | Path, out: str | Path, template: str | Path | None = None) -> list[Finding]:
    """Write the report of an evaluation (or of the workbook at a path) to `out` and return what was missing for it.

    template: a .docx or the id of a shipped one; without it the one that the workbook names. What is missing never stops the report:
    it is marked at its place and returned as findings. TemplateFault (nothing written) for a template that cannot be used. An
    existing `out` is replaced.
    """
    if not isinstance(evaluation, Evaluation):
        from ziping.forms import read_workbook

        evaluation = read_workbook(evaluation)
    path = find_template(template if template is not None else own_template(evaluation))
    document, findings = render(evaluation, path)
    save(document, Path(out))
    return findings


def render(evaluation: Evaluation, path: Path):  # noqa: ANN201 - a python-docx Document and the findings
    """The report as a document that is not yet saved, and the findings of writing it."""
    template = Template(path)
    data = Data(evaluation)
    language = Language(data)
    environment, context = language.environment(), language.context()
    template.prepare(language, environment, context)
    template.fill(environment, context)
    document = template.docx
    place_blocks(document, language.blocks, lambda what: TemplateFault(f"模板“{path.name}”{what}，没有生成报告，请照模板说明改正后再导出。"))
    drop_emptied(document)
    sign_beside_text(document)
    for part in document.part.package.iter_parts():
        element = getattr(part, "element", None)
        if element is not None and re.match(r"/word/(document|header|footer)\d*\.xml$", str(part.partname)):
            highlight(element)
    for entry in language.narrative.unused():
        data.notes.add("REPORT-UNUSED-TEXT", title_of(entry), entry.text.place)
    for name in PROPERTIES:
        text = getattr(document.core_properties, name) or ""
        setattr(document.core_properties, name, text.replace(OPEN, "").replace(CLOSE, ""))
    title = next((text_of(p._p) for p in document.paragraphs if p.style.name == "Title" and p.text.strip()), path.stem)
    stamp(document, title.replace(OPEN, "").replace(CLOSE, ""), evaluation.unit, _when(evaluation))
    return document, data.notes.findings


def own_template(evaluation: Evaluation) -> str:
    """The template the workbook names, else that of its scheme; Refusal where there is none, with those that tell what the workbook holds."""
    if evaluation.template:
        return evaluation.template
    if not evaluation.scheme:
        fitting = _fitting(evaluation)
        if fitting:
            raise Refusal(f"工作簿没有写明用哪个报告模板，请用 --template 指定一个 .docx，或从 {'、'.join(fitting)} 中选一个。")
        raise Refusal(f"工作簿里只有项目自评表，{_UNFIT}")
    scheme = schemes.load(evaluation.scheme) if evaluation.scheme in schemes.available() else None
    named = scheme.report if scheme else evaluation.scheme
    if not named or resources.template(named) is None:
        title = f"“{scheme.title}”" if scheme else f"“{evaluation.scheme}”"
        raise Refusal(f"评价方案{title}没有配套的报告模板，{_UNFIT}")
    return named


_UNFIT = "现有模板都是部门整体支出绩效自评报告，不适合它；确需报告的，请按本级财政部门的提纲做一个 .docx 模板，用 --template 指定。"


def _fitting(evaluation: Evaluation) -> list[str]:
    """The shipped templates of schemes for what the workbook holds: the whole body, or projects alone."""
    plans = [schemes.load(name) for name in schemes.available()]
    return sorted({plan.report for plan in plans if plan.report and _of_whole(plan) is _of_whole(evaluation)})


def _of_whole(holder: Evaluation | schemes.Scheme) -> bool:
    """Whether there is more than forms of single projects."""
    return any((holder.overall, holder.scoring, holder.base, holder.ledger))


def _known() -> str:
    return "、".join(sorted(p.stem for p in resources.folder("templates").glob("*.docx") if not p.name.startswith("~$")))


def find_template(given: str | Path) -> Path:
    """A template by path or by the id of a shipped one."""
    path = Path(given)
    if path.suffix.lower() == ".docx" or path.is_file():
        return path
    shipped = resources.template(str(given)) if str(given) else None
    if shipped is None:
        raise Refusal(f"没有名为“{given}”的报告模板，请用 --template 指定一个 .docx，或从 {_known()} 中选一个。")
    return shipped


def _when(evaluation: Evaluation) -> datetime:
    """The day the report is dated: 填报日期, else the last day of the year evaluated; never the clock."""
    datum = evaluation.settings.get("填报日期")
    match = re.search(r"((?:19|20)\d\d)\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})", fold(datum.text) if datum else "")
    try:
        return datetime(*(int(part) for part in match.groups())) if match else datetime(evaluation.year or 2000, 12, 31)
    except ValueError:
        return datetime(evaluation.year or 2000, 12, 31)
