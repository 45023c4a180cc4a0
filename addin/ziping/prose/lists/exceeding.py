"""Parts that come to more than their total: whether it is theirs for certain, and the claim that says so."""

from __future__ import annotations

import re
from collections.abc import Callable

from ziping.amounts import Relation, foots
from ziping.prose.judging.claims import Claim, ClaimKind, claim, shown, verdict_of
from ziping.prose.judging.grouping import Group
from ziping.prose.judging.slips import one_wrong
from ziping.prose.text.divided import head_of, other_stage
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Said

__all__ = ["exceeding"]

_MONEY = re.compile("收|支|费|结转|结余|资|款|金|额|预算|决算|补助|债|投入|贷|税|基金|产|值|存|价")  # 全省小学11128元,其中农村11227元: each may be of one pupil
_NESTED = re.compile("有效|满意|合格|达标|完成|通过|整改|办结|采纳|收回|使用|正常|到位")
_MARK = re.compile("党员|[男女]|民族|学历|本科|专科|研究生|硕士|博士|岁|职称|级|退休|离休|持证|残|在编|聘|困难|低保|监测|贫|骨干")
_PEOPLE = re.compile("[人员工生师者民童户家属部兵]$|干警|队伍|劳力|编制|岗位")
_ITEM = re.compile(r"(?:^|[;；。,，])\s*(?:[二三四五六七八九十]是|[(（][二三四五六七八九十]+[)）]|[2-9][、.．])")
_ALL_OF_IT = re.compile("累计|合计|总|年末|期末")
_BY_TIME = re.compile(r"[。\s]*(?:分|按)(?:年|季|月|期)[^,，;；:：0-9]{0,3}看")
_BY_KIND = re.compile(r"[。\s]*(?:分|按|从)[^,，;；:：0-9]{0,8}(?:税种|科目|级次)[^,，;；:：0-9]{0,4}看")  # divisions of the whole just told


def exceeding(group: Group, here: bool, added: str) -> Claim:
    """The claim over parts above their total. here: it stands in their sentence; added: what they come to, as printed."""
    total, parts = group.total.mention, [part.mention for part in group.parts]
    slip = len(parts) > 1 and group.in_one_unit and one_wrong(parts, total)
    certain = slip or _of_this_total(group, here) and not any(asked(group) for asked in _OF_ANOTHER)
    certain = certain and not any(asked(group) for asked in _NO_PARTS) and (here or len(parts) > 1 or not _BY_TIME.match(group.parts[0].lead))
    return claim(
        ClaimKind.PARTS, [*parts, total], verdict_of(False, certain), shown(total), added,
        f"所列各部分合计{added}，超过总数{shown(total)}{_single(group)}，请核对。",
    )


def _of_this_total(group: Group, here: bool) -> bool:
    """Whether the words of the list, or how far one part alone is above it, leave no other total."""
    if not here and _ITEM.search(group.total.lead):
        return False  # …;四是代理手续费353万元。其中…: of the last, or of them all
    if here or group.adjacent:
        return group.adjacent
    head, money = head_of(group.parts[0]), group.total.mention.kind is Kind.MONEY
    opened = money and head.startswith(("其中", "包括"))
    named = len(group.total.name) >= 3 and group.total.name in head
    return (
        opened and not group.others
        or named and bool(_above(group))
        or _BY_KIND.match(group.parts[0].lead) is not None
        or opened and any(all(_is_above(part, other) for other in (group.total, *group.others)) for part in group.parts)
    )


def _nested(group: Group) -> bool:
    values = [one.mention.figure.value for one in (group.total, *group.parts)]
    falling = len(values) == 3 and values[2] <= values[1] <= values[0]
    return group.total.mention.kind is Kind.COUNT and falling and _NESTED.search("".join(part.lead for part in group.parts)) is not None


def _of_two_nouns(group: Group) -> bool:
    return group.total.mention.kind is Kind.COUNT and len({part.noun[:2] for part in group.parts} - {""}) > 1


def _spent_of_income(group: Group) -> bool:
    return "收入" in group.total.name and all("支出" in part.name for part in group.parts)


def _apart(group: Group) -> bool:
    return group.apart or any(part.name and part.name == group.total.name for part in group.parts)


def _of_no_money(group: Group) -> bool:
    return len(group.parts) == 1 and group.total.mention.kind is Kind.MONEY and not _MONEY.search(group.total.lead + group.parts[0].lead)


def _overlapping(group: Group) -> bool:
    """Whether people are counted by marks of which one may bear several."""
    leads = [part.lead for part in group.parts]
    one_mark = not any(_MARK.search(lead) for lead in leads) or any(all(mark in lead for lead in leads) for mark in ("级", "职称", "岁"))
    return group.total.mention.figure.unit.base == "人" and len(leads) > 1 and (not one_mark or _by_what_befell(group))


def _by_what_befell(group: Group) -> bool:
    """Whether people are counted by kinds of what was done to them, of which one may bear several: 处分90人,其中甲类处分80人、乙类处分20人."""
    act = group.total.name[-2:]
    return len(act) > 1 and not _PEOPLE.search(act) and all(part.name.endswith(act) and part.name != act for part in group.parts)


def _of_another_time(group: Group) -> bool:
    return len({group.total.year, group.parts[0].year} - {None}) > 1 or other_stage(group.total, group.parts[0])


def _of_a_row(group: Group) -> bool:
    """Whether the total is the last of a row and the list opens a clause of its own: 优8个、良19个、合格9个;其中城关镇12个."""
    return group.total.lead[:1] == "、" and group.parts[0].lead[:1] in (";", "；")


def _told_once_more(group: Group) -> bool:
    """Whether a part is the total itself, by another name: 净资产326万元,其中本期盈余14万元,累计盈余326万元."""
    total = group.total.mention.figure
    return any(_ALL_OF_IT.search(part.lead) and part.mention.figure == total for part in group.parts)


_Asked = Callable[[Group], bool]
_OF_ANOTHER: tuple[_Asked, ...] = (  # why the parts may be of another total, if no slip leads to this one
    _nested,  # 收回90份,其中有效85份,满意80份
    _of_two_nouns,
    _spent_of_income,
    _apart,
)
_NO_PARTS: tuple[_Asked, ...] = (_of_no_money, _overlapping, _of_another_time, _of_a_row, _told_once_more)  # why they need not be below it, whatever leads there


def _single(group: Group) -> str:
    """Which part alone is above the total."""
    above = [shown(part.mention) for part in _above(group)]
    return f"（其中{'、'.join(above[:3])}一项即已超过）" if above and len(group.parts) > 1 else ""


def _above(group: Group) -> list[Said]:
    return [part for part in group.parts if _is_above(part, group.total)]


def _is_above(part: Said, total: Said) -> bool:
    footing = foots(total.mention.figure, [part.mention.figure], Relation.AT_MOST)
    return footing is not None and not footing.holds
