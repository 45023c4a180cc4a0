"""Whether words that leave something out name one half of a pair that is written without 和 or 、 (决算信息 of 预算决算信息, 区 of 县区): of the other half they tell nothing."""

from __future__ import annotations

from ziping.standards.words.vocabulary import Pattern

__all__ = ["halved"]

_PAIRS = tuple(
    Pattern(f"(?P<one>{one})(?P<other>{other})")
    for one, other in (
        *((r"预算?", "决算"), (r"收入?", "支出?"), ("结转", "结余"), ("签订", "(?:履行|执行|备案)"), ("教师", "学生"), ("学生", "教师"), ("数量", "质量"), ("招标", "采购"), ("会计", "出纳"), ("立项", "验收"), ("申报", "审批")),
        *((r"人员(?:经费)?", "公用经费"), ("财务", "业务"), ("业务", "财务"), ("道路", "桥梁"), ("会议费?", "培训费?"), ("中央", "[省市县]级")),
        *(("防汛", "抗旱"), ("抗旱", "防汛"), ("中", "小学"), ("供水", "排水"), ("老年人", "残疾人"), ("残疾人", "老年人"), ("种植", "养殖"), ("党员", "干部"), ("干部", "党员"), ("干部", "职工"), ("文化", "体育"), ("土地", "房屋"), ("工资", "福利")),
        *(("生猪", "肉牛"), ("规划", "设计"), ("宣传", "培训"), ("采购", "验收"), ("非税", "收入"), ("城", "乡")),
        (r"(?:年度?|季度?|月度?|周|日|旬|快|简)报", r"(?:年度?|季度?|月度?|周|日|旬|快|简)报"),
        (r"(?:新|改|扩|续|重|迁)建", r"(?:新|改|扩|续|重|迁)建"),
        (r"(?:学校|医院|企业|社区|银行|合作社|养老院|敬老院|幼儿园|卫生院)", r"(?:学校|医院|企业|社区|银行|合作社|养老院|敬老院|幼儿园|卫生院)"),
        (r"(?<![全本我该])[省市县区乡镇村](?!级以[上下])", r"[市县区乡镇村]"),
    )
)


def halved(said: str, asked: str) -> bool:
    """Whether of a pair in what is asked exactly one half is said, or a wider kind than is asked of, or two words of it are put together to a name of their own."""
    if (tender := _TENDER.search(said)) is not None and tender[0] not in asked:
        return True
    if any(narrow[0] not in said and narrow["kind"] in said for narrow in _NARROWS.finditer(asked)):
        return True
    for pair in _PAIRS:
        for found in pair.finditer(asked):
            whole, one, other = found[0], found["one"], found["other"]
            if whole not in said and ((one in said) != (other in said) or len(one) == 1 and _SPELT.get(one, one) in said):
                return True
    return False


_NARROWS = Pattern(r"(?:退役|现役|隐性|残疾|离退休|退休|困难|特困|失能|半失能|留守|低收入|贫困|脱贫|孤独症|重度|流动|外来|困境|返乡|失业|农村留守)(?P<kind>军人|士兵|债务|儿童|老人|老年人|人口|人员|职工|学生|群众|家庭|党员|妇女|农户|户)")  # 军人 are more than 退役军人
_TENDER = Pattern(r"公开(?:招标|采购|比选|遴选|竞标|竞价|招聘)")  # a way of tendering, not 公开招标信息 with its object left out
_SPELT = {"预": "预算", "收": "收入"}
