"""The commands that make workbooks out of workbooks: new, adopt, add-project, carry-over, import-accounts, finalize, repair-links."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ziping.cli.output import output_file, people, results, show_findings, show_lines, write_json
from ziping.cli.parameters import Book, Force, Json, Out, Yes

SAME = (".xlsx", ".xlsm")  # commands that keep the officer's own file in its kind

if TYPE_CHECKING:
    from ziping.workbooks import CarryOver


def register(app: typer.Typer) -> None:
    """Adds the commands of this page."""
    for command, name, text in COMMANDS:
        app.command(name, help=text)(command)


def new(
    output: Annotated[Path, typer.Argument(help="输出的 .xlsx", show_default=False)],
    scheme: Annotated[str, typer.Option(help="方案编号，见 ziping schemes")],
    unit: Annotated[str, typer.Option(help="单位名称")],
    year: Annotated[int, typer.Option(help="评价年度")] = date.today().year - 1,
    last: Annotated[Path | None, typer.Option("--from", help="上年工作簿：带入名称和上年数", show_default=False)] = None,
    projects: Annotated[int, typer.Option(min=1, max=99, help="项目数")] = 1,
    force: Force = False,
) -> None:
    from ziping import workbooks

    target = output_file(output, force, *([last] if last else []))
    for line in workbooks.new(scheme, unit, year, target, last=last, projects=projects).lines("已写入"):
        results.print(line, markup=False)
    people.print(f"工作簿已写入 {target}", markup=False)


def adopt(
    form: Annotated[Path, typer.Argument(help="下发的表格", show_default=False)],
    output: Out,
    last: Annotated[Path | None, typer.Option("--from", help="上年工作簿", show_default=False)] = None,
    accounts: Annotated[Path | None, typer.Option("--accounts", help="部门决算导出文件", show_default=False)] = None,
    yes: Yes = False,
    as_json: Json = False,
    force: Force = False,
) -> None:
    from ziping import workbooks

    target = output_file(output, force, form, *(path for path in (last, accounts) if path))
    plan = workbooks.plan_adoption(form, last=last, accounts=accounts)
    asked = bool(plan.carried) and not yes
    show_lines(plan.lines(), as_json, asked)
    if asked and not typer.confirm("以上带入的数据是否写入？", err=True):
        plan = plan.without_carried()
    workbooks.adopt(plan, target)
    if as_json:
        write_json(plan.as_json())
    people.print(f"工作簿已写入 {target}", markup=False)


def add_project(
    book: Book,
    output: Out,
    name: Annotated[str, typer.Option("--name", help="项目名称，可以以后再填")] = "",
    force: Force = False,
) -> None:
    from ziping import workbooks

    target = output_file(output, force, book)
    sheet = workbooks.add_project(book, name, target)
    results.print(workbooks.project_added(target, sheet, name.strip()), markup=False)
    people.print(f"工作簿已写入 {target}", markup=False)


def carry_over(
    book: Book,
    last: Annotated[Path, typer.Option("--from", help="上年工作簿", show_default=False)],
    output: Out,
    yes: Yes = False,
    as_json: Json = False,
    force: Force = False,
) -> None:
    from ziping import workbooks

    target = output_file(output, force, book, last, suffixes=SAME)
    _write(book, target, workbooks.carry_over_file(book, last), yes=yes, as_json=as_json)


def import_accounts(
    book: Book,
    accounts: Annotated[Path, typer.Option("--accounts", help="部门决算导出文件", show_default=False)],
    output: Out,
    yes: Yes = False,
    as_json: Json = False,
    force: Force = False,
) -> None:
    from ziping import workbooks

    target = output_file(output, force, book, accounts, suffixes=SAME)
    _write(book, target, workbooks.import_accounts_file(book, accounts), yes=yes, as_json=as_json)


def _write(book: Path, target: Path, done: CarryOver, *, yes: bool, as_json: bool) -> None:
    """Shows what would be written, asks, writes."""
    from ziping import workbooks

    show_lines(done.lines() if done.carried else [*done.lines(), "没有可以带入的数据。"], as_json, asked=bool(done.carried) and not yes)
    written = bool(done.carried) and (yes or typer.confirm(f"以上 {len(done.carried)} 处空白单元格是否写入？", err=True))
    if written:
        workbooks.write_carried(book, done.carried, target)
    if as_json:
        write_json(done.as_json() | {"written": written})
    people.print(f"工作簿已写入 {target}" if written else "没有写出文件。", markup=False)


def finalize(
    book: Book,
    output: Out,
    force: Annotated[bool, typer.Option("--force", help="有错误，总分没有依据，总分、单位名称、评价年度空白也生成，并覆盖已存在的文件")] = False,
) -> None:
    from ziping import workbooks

    target = output_file(output, force, book)
    findings = workbooks.finalize(book, target, force=force)
    show_findings(findings)
    people.print(f"送审版已写入 {target}", markup=False)
    raise typer.Exit(1 if any(f.severity == "error" for f in findings) else 0)


def repair_links(book: Book, output: Out, force: Force = False) -> None:
    from ziping import workbooks

    target = output_file(output, force, book, suffixes=SAME)
    repaired = workbooks.repair_links(book, target)
    results.print(f"已修复 {repaired} 个公式。" if repaired else "没有需要修复的 PERF 公式。", markup=False)
    people.print(f"工作簿已写入 {target}" if repaired else "没有写出文件。", markup=False)


def recalculate(book: Book, output: Out, force: Force = False) -> None:
    from ziping import workbooks

    target = output_file(output, force, book, suffixes=SAME)
    beyond = workbooks.recalculate_file(book, target)
    if beyond:
        results.print(f"有 {len(beyond)} 个公式（首个：{beyond[0]}）只有电子表格程序能算，其值保持原样。", markup=False)
    people.print(f"工作簿已写入 {target}", markup=False)


COMMANDS: tuple[tuple[Callable, str, str], ...] = (
    (new, "new", "按方案新建空白自评工作簿。"),
    (adopt, "adopt", "把任一财政部门的表格转为可计分、可校验的自评工作簿。"),
    (add_project, "add-project", "增加一张项目支出绩效自评表，并链接到用公式汇总它的表。"),
    (carry_over, "carry-over", "从上年工作簿带入名称和上年数，只填空白单元格。"),
    (import_accounts, "import-accounts", "从部门决算导出文件带入收支数据，只填空白单元格。"),
    (recalculate, "recalculate", "没有加载项时重算全部得分，另存一份。"),
    (finalize, "finalize", "另存送审版：公式转为数值，无外部链接，已锁定。有错误，总分没有依据，或总分、单位名称、评价年度空白时须加 --force。"),
    (repair_links, "repair-links", "修复指向他处加载项的 PERF 公式。"),
)
