"""`ziping demo`: the main job on the sample workbooks, from the figures to the report."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from shutil import copyfile

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from ziping import checks, functions, reports, resources
from ziping.amounts import show
from ziping.files import replace_file
from ziping.forms import read_workbook

CORRECTED = "-corrected"
COLUMNS = ("单位", "年度", "自评得分", "核算得分", "等级", "错误", "警告", "报告")


def run_demo(out: Path, console: Console, beside: Console, force: bool = False) -> None:
    """Checks every sample, writes one report a body (from the corrected workbook where there is one) and prints one table; beside: where progress is shown.

    The workbooks are laid beside the reports to be opened and tried. A file that is there already may have been worked on and stays, unless `force`.
    """
    samples = resources.samples()
    names = {path.stem for path in samples}
    table = Table(title="样例自评结果")
    for column in COLUMNS:
        table.add_column(column, overflow="fold", justify="right" if column in ("错误", "警告") else "left")
    with Progress(console=beside, transient=True) as progress:
        for path in progress.track(samples, description="计分、校验、写报告"):
            evaluation = read_workbook(path)
            result = checks.check(evaluation)
            if force or not (out / path.name).exists():
                with replace_file(out / path.name) as copy:
                    copyfile(path, copy)
            written = ""
            if path.stem + CORRECTED not in names:
                target = out / (path.stem.removesuffix(CORRECTED) + ".docx")
                written = str(target)
                if target.exists() and not force:
                    written = "已有，没有改写"
                else:
                    reports.report(evaluation, target)
            grade = result.grade or (functions.perf_grade(result.stated, result.scheme) if result.stated is not None else "")
            unit = evaluation.unit + ("（更正后）" if path.stem.endswith(CORRECTED) else "")
            table.add_row(
                unit, str(evaluation.year or ""), _plain(result.stated), result.score.text, grade or "—",
                str(result.counts["error"]), str(result.counts["warning"]), written or "—",
            )  # fmt: skip
    console.print(table)
    console.print(f"报告和样例工作簿在 {out}。“更正后”只改了能从表内数据推算的格，其余错误要由填报人核实；同一单位有更正后样例的，报告从更正后的写出。", markup=False)


def _plain(score: Decimal | None) -> str:
    return "—" if score is None else show(score.normalize())
