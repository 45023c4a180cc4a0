"""The commands. Each reads its arguments, calls one core function and shows the result; rooms are imported when they are needed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ziping import __version__
from ziping.amounts import show
from ziping.cli import books
from ziping.cli.help import Commands
from ziping.cli.interrupt import resumable
from ziping.cli.output import folder_for, output_file, output_folder, people, results, show_findings, told, write_json
from ziping.cli.parameters import Book, Force, Json, Last
from ziping.refusal import Refusal

app = Commands(
    name="ziping", help="绩效自评：计分、校验、写报告。", no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False
)


@app.callback(invoke_without_command=True)
def _root(version: Annotated[bool, typer.Option("--version", help="显示版本")] = False) -> None:
    if version:
        print(__version__)
        raise typer.Exit


@app.command(help="一个指标的得分和理由。")
def score(
    points: Annotated[str, typer.Option(help="分值")],
    target: Annotated[str, typer.Option(help="年度指标值")] = "",
    actual: Annotated[str, typer.Option(help="实际完成值")] = "",
    standard: Annotated[str, typer.Option(help="评分标准原文")] = "",
    as_json: Json = False,
) -> None:
    from ziping import standards

    try:
        result = standards.score(points, target, actual, standard)
        if result is None:
            raise Refusal("分值、指标值和完成值不能空缺（有评分标准时指标值可空），请补全后再计分。")
    except Refusal as refusal:
        if as_json:
            write_json({"error": str(refusal)})
            raise typer.Exit(2) from None
        raise
    if as_json:
        write_json({"points": show(result.points, 2), "full": format(result.full, "f"), "explanation": result.explanation, "basis": result.basis})
    else:
        results.print(show(result.points, 2), markup=False)
        results.print(result.explanation, markup=False)
        understood = standards.understand(standard, points).render() if standard.strip() else ""
        if understood.removeprefix("理解为：") not in result.explanation:  # which mostly says how the standard was understood
            results.print(understood, markup=False)


@app.command(help="列出读懂了什么：表、指标行、资金行及其单元格。")
def read(book: Book, as_json: Json = False, explain: Annotated[bool, typer.Option("--explain", help="说明依据和缺少的标题")] = False) -> None:
    from ziping.forms.listing import as_record, show

    if as_json:
        write_json(as_record(book, explain=explain))
    else:
        for line in show(book, explain=explain):
            results.print(line, markup=False)


@app.command(help="核对表内、表间、文字与数据、本年与上年是否一致。")
def check(
    book: Book,
    last: Last = None,
    as_json: Json = False,
    explain: Annotated[bool, typer.Option("--explain", help="列出每项校验的结果，--json 也有")] = False,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="把校验结果写成工作簿", show_default=False)] = None,
    force: Force = False,
) -> None:
    from ziping import checks

    target = output_file(output, force, book) if output else None
    result = checks.check(book, last)
    if target:
        checks.write_workbook(result, target)
    if as_json:
        write_json(result.as_json(explain))
    else:
        checks.show(result, results, explain=explain)
    if target:
        people.print(f"校验结果已写入 {target}", markup=False)
    raise typer.Exit(1 if result.counts["error"] else 0)


@app.command(help="生成绩效自评报告（Word）。")
def report(
    book: Book,
    output: Annotated[Path, typer.Option("-o", "--output", help="输出的 .docx", show_default=False)],
    template: Annotated[Path | None, typer.Option(help="报告模板（.docx），缺省用工作簿所列的模板", show_default=False)] = None,
    pdf: Annotated[bool, typer.Option("--pdf", help="同时生成 PDF（需 Word 或 LibreOffice）")] = False,
    force: Force = False,
) -> None:
    from ziping import checks, reports
    from ziping.forms import read_workbook

    target = output_file(output, force, book, *([template] if template else []), suffixes=(".docx",))
    pdf_target = output_file(output.with_suffix(".pdf"), force, book, suffixes=(".pdf",)) if pdf else None
    evaluation = read_workbook(book)
    findings = reports.report(evaluation, target, template)
    result = checks.check(evaluation)  # findings never block a report, but she must know of them
    show_findings([*findings, *(finding for finding in result.findings if finding.severity == "error")])
    people.print(f"报告已写入 {target}", markup=False)
    if pdf_target:
        try:
            reports.write_pdf(target, pdf_target)
        except Refusal as refusal:  # the report is there: this is no refusal of the command
            people.print(str(refusal), markup=False)
            raise typer.Exit(1) from None
        people.print(f"PDF 已写入 {pdf_target}", markup=False)


@app.command(help="逐句核对一份报告（.docx/.txt/.md/.html）中的数字。")
def prose(
    file: Annotated[Path, typer.Argument(help="报告文件", show_default=False)],
    as_json: Json = False,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="把差错写成勘误表（.docx）", show_default=False)] = None,
    force: Force = False,
) -> None:
    from ziping import documents

    target = output_file(output, force, file, suffixes=(".docx",)) if output else None
    result = documents.check_document(file)
    if target:
        documents.write_errata(result, target)
    if as_json:
        write_json(result.as_json())
    else:
        for line in documents.show(result):
            results.print(line, markup=False)
    if target:
        people.print(f"勘误表已写入 {target}", markup=False)
    raise typer.Exit(1 if result.failed else 0)


books.register(app)


@app.command(help="汇总许多工作簿：排名、合计、问题清单。")
def rollup(
    sources: Annotated[list[str], typer.Argument(help="文件夹、通配符或清单文件", show_default=False)],
    output: Annotated[Path, typer.Option("-o", "--output", help="输出的 .xlsx", show_default=False)],
    letters: Annotated[Path | None, typer.Option(metavar="<folder>", help="反馈意见的输出文件夹", show_default=False)] = None,
    resume: Annotated[bool, typer.Option("--resume", help="接着上次做，只读有变动的工作簿，只写有变动的反馈意见")] = False,
    roster: Annotated[Path | None, typer.Option(help="应报送的单位名单（文本每行一个，或有“单位名称”一列的工作簿）", show_default=False)] = None,
    verified: Annotated[bool, typer.Option("--verified", help="金额悬殊的已逐份核实，照所填的计入合计")] = False,
    scheduler: Annotated[str, typer.Option(help="local、processes 或 tcp://主机:端口")] = "local",
    as_json: Json = False,
    force: Force = False,
) -> None:
    with resumable("已中断，加 --resume 接着做。"):
        from ziping import rollup as room

        target = output_file(output, force or resume)
        if letters and letters.is_dir() and not (force or resume) and any(letters.iterdir()):
            raise Refusal(f"反馈意见的文件夹“{letters}”里已有文件，请换一个空文件夹，或加 --force 覆盖同名文件。")
        with folder_for(letters) as folder:
            result = room.rollup(sources, target, letters=folder, resume=resume, scheduler=scheduler, roster=roster, verified=verified, console=people)
    if as_json:
        write_json(result.as_json())
    told(as_json).print(result.summary(), markup=False)


@app.command(help="列出现有的评分方案。")
def schemes(as_json: Json = False) -> None:
    from ziping import schemes as room

    known = [room.load(name) for name in room.available()]
    if as_json:
        write_json([{"id": s.id, "title": s.title, "source": str(s.source), "report": s.report} for s in known])
    for scheme in () if as_json else known:
        results.print(f"{scheme.id}\t{scheme.title}{'' if scheme.report else '　没有配套的报告模板，写报告请用 --template 指定'}", markup=False)


@app.command(help="检查本机安装是否完好。")
def doctor(as_json: Json = False) -> None:
    from ziping import doctor as room

    results = room.examine()
    if as_json:
        write_json([result.as_json() for result in results])
    for result in () if as_json else results:
        results.print(f"{'✓' if result.ok else '✗'} {result.what}：{result.detail}", markup=False)
    raise typer.Exit(0 if all(result.ok for result in results) else 1)


@app.command(help="在样例上走一遍：计分、校验、写报告。")
def demo(out: Annotated[Path, typer.Option("--out", metavar="<folder>", help="输出文件夹")] = Path("ziping-demo"), force: Force = False) -> None:
    from ziping.cli.demo import run_demo

    run_demo(output_folder(out), results, people, force)
