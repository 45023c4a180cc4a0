"""The findings of a text beside its arithmetic: what each code means, how grave it is, what it says and what repairs it."""

from __future__ import annotations

from ziping.findings import Finding, Severity, Wording, by_code

__all__ = ["CATALOGUE", "finding"]

CATALOGUE = by_code((
    Wording("prose-number-missing", "标题序号缺号", Severity.WARNING, "“{quote}”之前缺少序号“{expected}”。", "补上缺少的部分，或顺次修改序号。"),
    Wording("prose-number-doubled", "标题序号重复", Severity.WARNING, "“{quote}”与前一标题的序号重复，应为“{expected}”。", "顺次修改序号。"),
    Wording("prose-number-mixed", "标题序号样式不一", Severity.WARNING, "“{quote}”与同级标题的序号样式不一，应写作“{expected}”。", "同级标题使用同一种序号。"),
    Wording("prose-number-order", "标题序号颠倒", Severity.WARNING, "“{quote}”的序号不接前文，应为“{expected}”。", "顺次修改序号。"),
    Wording("prose-section-empty", "标题下没有内容", Severity.WARNING, "“{quote}”之下没有内容。", "补写该部分内容；没有相关事项的写“无”。"),
    Wording("prose-year", "年度可能不对", Severity.INFO, "“{quote}”说的是{actual}年，本报告为{expected}年度，请核对年度。", "如确为上年数据可不改。"),
))  # fmt: skip


def finding(code: str, quote: str, expected: str = "", actual: str = "") -> Finding:
    """A finding of this catalogue; KeyError for an unknown code or a message with a hole."""
    given = {"quote": quote, "expected": expected, "actual": actual}
    return CATALOGUE[code].finding(given, quote=quote, shown_expected=expected, shown_actual=actual)
