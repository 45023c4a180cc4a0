"""The page of all checks, docs/checks.md, made from the catalogue and one failing example each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ziping.checks.catalogue import Check, Family
from ziping.checks.consequences import SLIPPED
from ziping.checks.run import CRASHED, CRASHED_TITLE
from ziping.findings import LABELS, Severity

HEAD = """# 校验项

`ziping check` 和“校验”按钮逐项核对的内容，共 {count} 项，分 {families} 类。本页由程序生成，例子取自测试用例。

- **错误**：数字之间的差超出四舍五入所允许的范围，或者表不能用。**警告**：需要复核或说明原因。**提示**：在误差以内，或值得看一眼。
- 反引号里的是编号，程序和 `--json` 用它认一项校验；表格里只写中文名称。
- 每一项有四种结果：通过、不符、不适用（表中没有这些单元格）、未核对（数据空缺，写明原因）。没有数据不算通过。一项要核对多处的，核对了的都相符、还有几处没有核对，列为部分通过，写明那几处没有核对的原因。
- `--explain` 列出每一项的结果。与 `--json` 同用时，记录里多一个 `checks`，每项一条：`code` 编号，`outcome` 是 `passed`、`failed`、`not applicable`、`not evaluated` 之一，`passed`、`failed`、`not_evaluated` 是通过、不符、未核对的处数，`reason` 是未核对的原因（没有的为 null）；部分通过的 `outcome` 是 `passed`，`not_evaluated` 大于 0，`reason` 只说没有核对的那几处。
- 允许误差只有一种：以万元、亿元或百分比表示的数，按所示位数的半个单位计；人数、分值、得分和以元为单位的金额必须完全相符。“合计”是相等，“其中”是不大于。
"""


RAISED = "；由它引起的不符里有错误的，作为错误列出，那些不符不再另列"


def page(families: Iterable[Family], examples: Mapping[str, str]) -> str:
    """The page as Markdown. examples: the message of a failing case by code; KeyError for a check without one."""
    families = tuple(families)
    count = sum(len(family.checks) for family in families)
    parts = [HEAD.format(count=count, families=len(families))]
    parts += [_contents(families)]
    for family in families:
        parts.append(f"\n## {family.title}\n")
        parts += [_entry(each, examples[each.code]) for each in family.checks]
    parts.append(
        f"\n## 校验程序本身\n\n某一项校验因程序差错没有做完时，列一条**{LABELS[Severity.WARNING]}**“{CRASHED_TITLE}”（`{CRASHED}`）；其余各项照常，这一项计为未核对。"
        "它不是对表的校验，不在上面的项数之内。\n")
    return "".join(parts)


def _contents(families: tuple[Family, ...]) -> str:
    rows = "".join(f"| [{family.title}](#{family.title}) | {len(family.checks)} | {_severities(family)} |\n" for family in families)
    return f"\n| 类别 | 项数 | 其中错误级 |\n|---|---|---|\n{rows}"


def _severities(family: Family) -> int:
    return sum(each.severity is Severity.ERROR for each in family.checks)


def _entry(each: Check, example: str) -> str:
    return (
        f"\n### `{each.code}` {each.title}\n\n"
        f"- **级别** {LABELS[each.severity]}{RAISED if each.code in SLIPPED and each.severity is not Severity.ERROR else ''}\n"
        f"- **常见原因** {each.cause}\n"
        f"- **怎样处理** {each.repair}\n"
        f"- **依据** {each.basis}\n"
        f"- **例子** {example}\n")
