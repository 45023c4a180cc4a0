"""Whether words that leave something out name one half of a pair that is written without 和 or 、 (决算信息 of 预算决算信息, 区 of 县区): of the other half they tell nothing."""

from __future__ import annotations

from ziping.standards.words.vocabulary import Pattern

__all__ = ["halved"]

_PAIRS = tuple(
    Pattern(f"(?P<one>{one})(?P<other>{other})")
    for one, other in (
        *((r"预算?", "决算"), (r"收入?", "支出?"), ("结转", "结余"), ("签订", "(?:履行|执行|备案)"), ("教师", "学生"), ("学生", "教师"), ("数量", "质量"), ("招标", "采购"), ("会计", "出纳"), ("立项", "验收")),
        (r"(?:年度?|季度?|月度?|周|日|旬|快|简)报", r"(?:年度?|季度?|月度?|周|日|旬|快|简)报"),
        (r"(?:新|改|扩|续|重|迁)建", r"(?:新|改|扩|续|重|迁)建"),
        (r"(?:学校|医院|企业|社区|银行|合作社|养老院|敬老院|幼儿园|卫生院)", r"(?:学校|医院|企业|社区|银行|合作社|养老院|敬老院|幼儿园|卫生院)"),
        (r"(?<![全本我该])[省市县区乡镇村](?!级以[上下])", r"[市县区乡镇村]"),
    )
)


def halved(said: str, asked: str) -> bool:
    """Whether of a pair in what is asked exactly one half is said, or two words of it are put together to a name of their own."""
    if (tender := _TENDER.search(said)) is not None and tender[0] not in asked:
        return True
    for pair in _PAIRS:
        for found in pair.finditer(asked):
            whole, one, other = found[0], found["one"], found["other"]
            if whole not in said and ((one in said) != (other in said) or len(one) == 1 and _SPELT.get(one, one) in said):
                return True
    return False


_TENDER = Pattern(r"公开(?:招标|采购|比选|遴选|竞标|竞价|招聘)")  # a way of tendering, not 公开招标信息 with its object left out
_SPELT = {"预": "预算", "收": "收入"}
