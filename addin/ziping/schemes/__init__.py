"""Schemes: what the forms of one notice look like, as dated data with a source. One TOML file a scheme, `ID.toml` in this folder.

Floor 2. A scheme is what blank workbooks are made from and where the rules of the whole form come from; the scoring standards that really
run are the sentences in the officer's cells. Nothing is invented: weights, targets and standards stand here only where the source prints
them. An unknown key, a missing source or missing years are load errors that name file and key (`SchemeError`).

The file, all keys (✱ required). Captions and titles may hold `{year}` (评价年度), `{last}` and `{next}`.

    id = "liuyang-2021"                ✱ the file's name
    title = "…"                        ✱ Chinese, for lists: who uses it, for what
    from = 2020                        ✱ first 评价年度 it is for
    to = 2021                          ✱ last one, or "open"
    source = "财预〔2020〕10号"          ✱ document number and article where seen, else "published form of UNIT, YEAR; document not seen"
    money = "万元"                      ✱ unit of amounts where a form says nothing else
    sheets = ["settings", "base", …]   ✱ the sheets of the workbook in their order, out of: settings, overall, scoring, projects, base, ledger,
                                         monitor, narrative; every one but settings and narrative needs its table below
                                         (projects ↔ [project], monitor ↔ [monitor])
    report = "liuyang"                   id of the report template, "" none
    settings = ["单位名称", …]            captions of 设置 and the cover beyond 单位名称, 评价年度, 评价方案, 报告模板 (always there)

    [rules]                              rules of the whole form, as `ziping.standards.FormRules.from_mapping` reads them

    [base]                               部门整体支出绩效自评基础数据表
    title = "部门整体支出绩效自评基础数据表"  ✱
    source, money                        where they differ from the scheme's
    staff = true                         whether it opens with 财政供养人员情况 (编制数, 实际在职人数, 控制率)
    measures = "厉行节约保障措施"           caption of the text box at its foot, "" none
    note = "说明：…"                      printed below
    [[base.lines]]                       in the order of the sheet
    path = ["三公经费", "公务接待"]       ✱ from the outermost heading; the parent must be a line before it
    caption = "2、公务接待"                what is printed, ending with the name (default: last of the path); indenting is the builder's
    relation = "equal"                   how its children stand to it: "equal" (sum formula) or "at_most" (其中, typed); default equal
    link = "projects"                    the cells are formulas: "projects" (project forms or 项目清单 added up), "projects:业务工作专项" (those of that
                                         项目类别), "overall:项目支出" (a line of the overall form's fund block); units are converted

    [overall], [scoring], [project], [monitor]   the forms with indicator rows
    title = "{year}年部门整体支出绩效自评表"  ✱
    source, money                        where they differ from the scheme's
    execution = 10                       points of 预算执行率 in the fund block; left out where the form has none
    exclude_execution = true             scores of the rows alone make the total (default false)
    goals = ["预期目标", "实际完成情况"]    captions of 年度总体目标 (one caption: a single text); left out where the form has none
    funds_heading = "项目资金"              heading of the fund block, goals_heading = "年度总体目标" of the goals, heading = "绩效指标" of the rows;
                                         left out: those of the familiar form of that kind
    total = "总分"                        caption of the total line, "" none
    total_points = 100                   what the form prints there, where it prints it
    grade = true                         whether a 等级 cell follows the total (default false)
    rows = 1                             blank rows for every indicator row with `open = true`
    signatures = ["填报人", "单位负责人"]  captions of the last line
    note = "注：…"                        printed below
    [overall.fund_columns]               key = caption in the sheet's order, keys out of: initial, adjusted, executed, expected, points, rate, score
    [[overall.funds]]
    label = "财政拨款"                    ✱
    role = "财政拨款"                      one of evaluation.Fund; left out where the words name none
    caption = "资金来源：（1）财政拨款"     what is printed (default: label)
    parent = "年度资金总额"               label of the line it is part of
    relation = "equal"                   how its children stand to it (default equal: sum formula)
    link = "projects"                    as for base lines
    [overall.columns]                    key = caption in the sheet's order, keys out of: level1, weight1, level2, weight2, level3, weight3, target,
                                         actual, standard, points, score, reason; for the monitor also expected, likelihood, remark
    extra = ["佐证材料"]                   further columns, after those of `columns` (a key of the form's table)
    [[overall.indicators]]               one indicator row
    level1 = "投入管理"                    left out: as in the row before
    weight1 = 30                         printed behind the name in brackets, or in its own column where `columns` has weight1
    level2, weight2, level3, weight3     the same; level3 left out where the row has none
    points = 3                           分值
    target = "100%"  standard = "…"      as the source prints them
    source = "…"                         where it differs from the form's
    actual = "rate:财政拨款,其他资金"       完成值 is a formula: "rate:LABEL,…" executed ÷ budget of lines of this form's fund block, "staff" 控制率 of the
                                         base data, "change:SECTION/NAME" 变动率 of a line of the ledger
    open = true                          the officer names the third level: `rows` blank rows are made under this heading

    [ledger]                             收支与资产情况表, the figures behind the report's text (a form of ours)
    title = "…"                        ✱
    source, money
    [ledger.columns]                     key = caption, keys out of: last_year, budget, current, share, change
    [[ledger.lines]]
    section = "支出"  name = "基本支出"    ✱ the name is unique in its section
    caption = "其中：基本支出"             what is printed, ending with the name (default: name)
    parent = "支出合计"                   line of the same section it is part of; share is its share of that line
    relation = "equal"                   how ITS CHILDREN stand to it (default equal: sum formula; "at_most": typed)
    sign = -1                            累计折旧 and the like (default 1)
    unit = "人"                           default: the ledger's money
    columns = ["last_year", "current"]   which cells it has (default: all of the ledger's)
    total = false                        never a sum formula though its children are equal (default true)
    link = "base:三公经费/公务接待"         the cells are formulas: "base:PATH" (last_year, budget, executed → last_year, budget, current),
                                         "overall:LABEL" (adjusted → budget, executed → current), "projects" (budget, executed → budget, current),
                                         "staff" (在职人数 → current), "posts" (编制数 → current)
    hint = "…"                           a line for the officer, shown as the cell's input message
    [ledger.projects]                    the 项目清单 below it; left out where there is none
    title = "项目清单"
    kinds = ["业务工作专项", "运行维护专项"] the drop-down 项目类别; left out where the form knows none
    rows = 6                             blank lines

    [[narrative]]                        the report's outline, in order, all levels
    path = ["部门概况", "部门职能概述"]    ✱ headings without their numbers
    by = "officer"                     ✱ "officer": the text is hers; "template": the report writes it from figures; "both"
    hint = "逐条写明主要职责"               shown in the sheet beside the empty cell; for "template": what will stand there

A complete example with every table is `national-project-2020.toml`, extended in `tests/schemes`.
"""

from ziping.schemes.loader import SHEETS, SchemeError, available, load, parse
from ziping.schemes.model import (
    BaseLineScheme,
    BaseScheme,
    FormScheme,
    FundScheme,
    IndicatorScheme,
    LedgerLineScheme,
    LedgerScheme,
    OutlineEntry,
    ProjectsScheme,
    Scheme,
)

__all__ = [
    "BaseLineScheme", "BaseScheme", "FormScheme", "FundScheme", "IndicatorScheme", "LedgerLineScheme", "LedgerScheme", "OutlineEntry",
    "ProjectsScheme", "SHEETS", "Scheme", "SchemeError", "available", "load", "parse",
]  # fmt: skip
