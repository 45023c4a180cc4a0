"""Lists as their sentence opens them: 支出总额 …, 其中 …; 按性质区分 …; 包括 …; … 合计: which total, which parts, where they end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import takewhile

from ziping.amounts import Quantity, foots
from ziping.prose.judging.grouping import STRENGTH, Group, gives, settle
from ziping.prose.judging.misprints import LONG_ODDS, misprint
from ziping.prose.judging.slips import one_wrong
from ziping.prose.text.closed import closed
from ziping.prose.text.divided import headed_total, named_subject, named_whole, total_of
from ziping.prose.text.figures import Kind
from ziping.prose.text.markers import WITHIN
from ziping.prose.text.members import HEADED, TOGETHER, YEARS, carried_over, members_of
from ziping.prose.text.naming import CALLED, names_agree
from ziping.prose.text.opening import opens
from ziping.prose.text.said import Said, alike, measure
from ziping.prose.text.things import of_other_things

__all__ = ["groups"]

NEXT = 3  # amounts behind a total, one of which is its other measure
TWIN = 6  # characters between an amount and its twin in another unit

_OF_THE_YEAR = re.compile("本年(?:收入|支出)(?:合计|小计)?$")  # with what was carried over it is a balance, which has a rule of its own
_LAST_YEARS = re.compile("(?:上年|去年|同期)(?:度|同期)?分别[为是]")
_OWN_SUBJECT = re.compile(r"[,，;；。](?P<name>(?:到位|下达|拨付|安排|筹集|收到|批复)[^,，;；。]{0,4}(?:资金|经费))(?:为|是)[^,，;；。:：\d]{2,12}$")
_MEAN = re.compile("平均|[人户村亩车件场次生]均")
_SO_MANY = re.compile(r"其中[^,，;；。:：\d]{0,6}[两二三四五六七八九](?:个|大)?(?:专项|项目|项|类|笔|部分|块|者)[^,，;；。:：\d]{0,24}(?:合计|共计|总计|共)[^,，;；。:：\d]{0,4}$")
_THINGS = ("个", "项", "家", "类", "种", "所", "批", "笔")


def groups(said: Sequence[Said], previous: Sequence[Said], hidden: Iterable[int] = (), earlier: Sequence[Said] = ()) -> list[Group]:
    """The lists of a sentence, inner lists first. hidden: figures that stand for no part (原值 and 折旧 beside their 净值).

    previous: totals that a list may divide without naming them; earlier: those that it must name.
    """
    found: list[Group] = []
    taken: set[int] = set(hidden)
    for index in range(len(said) - 1, -1, -1):
        opener = said[index]
        if not opener.amount or not (opener.marker or opens(said, index)):
            continue
        if opener.marker == "即" and index and said[index - 1].mention.kind is Kind.RATE:
            continue  # 支付至97%即828万元: the amount of that rate
        if opener.marker == WITHIN:
            (total, adjacent), others = named_whole([*earlier, *previous, *said[:index]], opener), []
            near = [s for s in previous if s.amount and s.mention.figure.unit.base == opener.mention.figure.unit.base] if not index else []
            total = near[-1] if total is None and len({s.mention.figure.quantity.value for s in near}) == 1 else total  # in other words
        if opener.marker != WITHIN or total is None and opens(said, index):  # 在全市采购金额12亿元中,甲7亿元
            total, adjacent, others = total_of(said, previous, index)
        subject, meant = named_subject([*previous, *said[:index]], opener)
        if meant is not None:
            total, adjacent, others = meant, True, []
        if HEADED.search(opener.marker) and (total is None or not adjacent):
            whole = headed_total([*earlier, *previous], opener)
            total, adjacent, others = (whole, True, []) if whole or total not in said else (total, adjacent, others)
        if total is None or total.earned and not opener.earned and any(one.earned for one in said[index:]) or opener.marker.startswith("分别") and (STRENGTH.get(total.lead[:1]) == 1 or total.serial) and not total.marker:
            continue  # 甲10分、乙20分,得分分别为…: a row beside a row
        if total not in said and opener.marker.startswith("分别") and len(set(YEARS.findall(opener.lead))) > 1 >= len(set(YEARS.findall(total.lead))):
            continue  # 2021年、2022年支出分别为a和b: each year's own
        if total not in said and total.mention.kind is opener.mention.kind is Kind.COUNT and total.noun[:2] != opener.noun[:2] and total.noun[:1].isalpha() and opener.noun[:1].isalpha():
            continue  # …及4个乡镇。项目划分为6个片区
        if (own := _OWN_SUBJECT.search(opener.lead)) is not None and total.name and not names_agree(own["name"], total.name):
            continue  # 支出总计380万元,到位资金为财政拨款395万元、自筹5万元: of what has come in
        if _SO_MANY.search(opener.lead) and total.mention.figure.value and opener.mention.figure.quantity.value > total.mention.figure.quantity.value:
            continue  # 甲168万元、乙124万元、丙74万元,其中两个专项合计198万元: of the row, not of its last
        if of_other_things(opener, total):
            continue  # 财务等5个部门参与,分4个步骤进行: neither is of the other
        began = next((one for one in reversed(said[: index + 1]) if one.lead not in ("、", "和", "及")), opener)
        if _LAST_YEARS.search(began.lead) and not _LAST_YEARS.search(total.lead) or opener.price and _MEAN.search(total.lead):
            continue  # 收入a,上年分别为…: last year's own; 平均每公里造价a,其中甲每公里b: one that is above or below the mean
        members = members_of(said, index, taken, total)
        members = [*takewhile(lambda i, whole=total: not of_other_things(said[i], whole), members)]
        if not members or _repeated(said, members, total):
            continue
        anew = total not in said and _told_anew([said[i] for i in members], total, previous)
        group = Group(total, [said[i] for i in members], members, opener.marker or "closed", adjacent, others=others)
        behind = said[members[-1] + 1] if members[-1] + 1 < len(said) else None
        summed = len(members) > 1 and behind is not None and _level(behind, opener) and TOGETHER.match(behind.lead.removeprefix(said[members[-1]].noun))
        if summed and behind is not None and (total not in said or gives(group.parts, behind, exactly=True)):
            group.total, group.others = behind, []
        settle(group, said)
        if not group.foots and (anew or _of_one_row(group, said, previous)):
            continue
        _go_on(group, said, members_of(said, index, taken, total, through=True))
        if subject and not group.foots and not names_agree(subject, group.total.name):
            continue  # 职工152人。科研人员按职称分:…: how many these are goes unsaid
        hedged = [one for one in said[index : group.taken[-1]] if one.amount and one.mention.loose and one.mention.kind is opener.mention.kind]
        group.complete = group.complete and not hedged  # 其中甲40个,乙约30个,其余…
        if not group.foots and not hedged and _numbered(group, said[max(0, index - 3) : index] or previous[-3:]):
            group.complete = True
        elif total not in said and not adjacent and not group.foots:  # 分别为 alone does not say of which total
            group.complete = closed(group.parts, group.total, not group.others) and not hedged
        found.append(group)
        taken.update(group.taken)
        if (beside := _beside(group, said, [*earlier, *previous])) is not None:
            found.append(beside)
            taken.update(beside.taken)
        again = _again(group, said, members)
        if again is not None:
            found.append(again)
            taken.update(again.taken)
    _of_one_whole(found, said)
    return found


def _go_on(group: Group, said: Sequence[Said], further: Sequence[int]) -> None:
    """Let a list that falls short take in what follows under another word where it then gives its total to the last digit or but for a misprint, or what was left of last year.

    further: the amounts that it may go through.
    """
    total, short = group.total.mention.figure, len(group.parts)
    if group.foots or len(further) <= short or list(further[:short]) != group.taken or _OF_THE_YEAR.search(group.parts[0].lead):
        return
    for count in range(len(further), short, -1):
        footing = foots(total, [said[i].mention.figure for i in further[:count]])
        if footing is not None and footing.exact and not any(said[i].mention.loose for i in further[:count]):
            group.taken, group.foots = list(further[:count]), True
    if not group.foots and not misprint(group.parts, group.total.mention) and misprint([said[i] for i in further], group.total.mention, LONG_ODDS):
        group.taken = list(further)
    last = said[further[short]]
    if not group.foots and carried_over(last, group.parts[0]) and _nearer(group, last):
        group.taken = list(further[: short + 1])
    group.parts = [said[i] for i in group.taken]


def _nearer(group: Group, *more: Said) -> bool:
    """Whether further parts bring the list nearer to its total."""
    gap = group.total.mention.figure.quantity.value - sum(part.mention.figure.quantity.value for part in group.parts)
    return abs(gap - sum(part.mention.figure.quantity.value for part in more)) < abs(gap)


def _level(one: Said, other: Said) -> bool:
    return one.amount and not one.mention.loose and alike(one, other) and one.mention.depth == other.mention.depth


def _repeated(said: Sequence[Said], members: Sequence[int], total: Said) -> bool:
    """Whether a bracket tells again the whole list that stands before it: 甲1.2亿元、乙3.4亿元(甲12034万元、乙33985万元)."""
    inside = {said[i].name for i in members if said[i].name}
    before = {one.name for one in said[: members[0]] if one.amount and one.mention.depth < said[members[0]].mention.depth}
    return len(inside) > 1 and total.name in inside <= before


def _of_one_row(group: Group, said: Sequence[Said], previous: Sequence[Said]) -> bool:
    """Whether the total is itself a part, the first of those that give an amount before it just so: 职工65人,其中教师31人、管理人员26人、工勤8人."""
    total = group.total
    if total not in said or not total.marker:
        return False
    before = [one for one in (*previous[-NEXT:], *said[: said.index(total)]) if one.amount and alike(one, total) and not one.mention.loose]
    row = [one.mention.figure for one in (total, *group.parts)]
    return any(footing.exact for one in before[-NEXT:] if (footing := foots(one.mention.figure, row)) is not None)


def _told_anew(parts: Sequence[Said], total: Said, previous: Sequence[Said]) -> bool:
    """Whether a list goes through the things of the list before, one of which is no total of them: 甲60万元,乙40万元。其中甲项目预算70万元,…;乙项目预算50万元."""
    again = [one for one in previous if one.amount and len(one.name) >= CALLED and any(part.name.startswith(one.name) for part in parts)]
    own = len(total.name) >= CALLED and any(part.name.startswith(total.name) for part in parts)
    last = previous and total is previous[-1] and not own  # …丙8万元。其中甲项目预算70万元: behind the last of them
    return len({one.name for one in again}) > 1 and (own or bool(last)) and not _told_again(parts, again)


def _told_again(parts: Sequence[Said], before: Sequence[Said]) -> bool:
    """Whether the parts, by their very names, all but one have the amounts that they had before: one list told twice, one amount of which is misprinted."""
    amounts = [[one.mention.figure.quantity.value for one in before if one.name == part.name and alike(one, part)] for part in parts]
    return all(amounts) and sum(part.mention.figure.quantity.value not in told for part, told in zip(parts, amounts, strict=True)) <= 1


def _of_one_whole(found: Sequence[Group], said: Sequence[Said]) -> None:
    """`…256户。按等级分:C级48户,D级208户;按对象分:甲户61户、乙户129户、…`: ways to divide one whole that the sentence before told."""
    ways = [group for group in found if group.marker[:1] == "按"]
    wholes = {id(group.total): group.total for group in ways if group.foots and group.total not in said}
    if len(wholes) != 1:
        return
    whole = next(iter(wholes.values()))
    for group in ways:
        if not group.foots and group.parts[0].mention.figure.unit.base == whole.mention.figure.unit.base:
            footing = foots(whole.mention.figure, [part.mention.figure for part in group.parts])
            group.total, group.adjacent, group.complete, group.foots = whole, True, len(group.parts) > 1, footing is not None and footing.holds


def _numbered(group: Group, before: Sequence[Said]) -> bool:
    """Whether the text counts just as many things as the list has parts: 4个项目,资金90万元,其中:…."""
    counts = [one for one in before if one.mention.kind is Kind.COUNT and one.mention.figure.unit.text in _THINGS and not one.mention.loose]
    return len(group.parts) > 2 and any(one.mention.figure.value == len(group.parts) and one is not group.total for one in counts)


def _beside(group: Group, said: Sequence[Said], earlier: Sequence[Said]) -> Group | None:
    """The other unit of a list that foots: 救助456人次,支出68万元。其中急难型139人次、支出31万元,支出型317人次、支出37万元."""
    if not group.foots or len(group.parts) < 2 or len(group.taken) != len(group.parts):
        return None
    told = list(said) if group.total in said else list(earlier)
    at = next((i for i in range(len(told) - 1, -1, -1) if told[i] is group.total), None)
    behind = told[at + 1] if at is not None and at + 1 < len(told) and told[at + 1] not in group.parts else None
    ahead = told[at - 1] if at and len(group.total.lead) <= 1 else None  # 90万元、40人,其中甲12人、发放30万元
    twins = [behind if behind is not None and len(behind.lead) <= TWIN else ahead, *(said[i + 1] if i + 1 < len(said) else None for i in group.taken)]
    if any(one is None or not one.amount or one.mention.loose or one.price or one is not ahead and len(one.lead) > TWIN for one in twins):
        return None
    whole, *parts = (one for one in twins if one is not None)
    if whole is behind and len({measure(one) for one in parts}) == 1 and measure(whole) != measure(parts[0]) and at is not None:  # 合同109个,引资7亿元,到位8亿元。其中工业35个,到位6亿元
        named = [one for one in told[at + 1 : at + 1 + NEXT] if one.amount and alike(one, whole) and not one.mention.loose and measure(one) == measure(parts[0])]
        whole = next((one for one in named if one.mention.end < group.parts[0].mention.start), whole)
    kinds = {one.mention.figure.unit.base for one in twins if one is not None}
    if len(kinds) > 1 or whole.mention.figure.unit.base == group.total.mention.figure.unit.base:
        return None
    footing = foots(whole.mention.figure, [part.mention.figure for part in parts])
    holds = footing is not None and footing.holds
    if Kind.MONEY not in (whole.mention.kind, group.total.mention.kind) and not holds and not one_wrong([part.mention for part in parts], whole.mention):
        return None  # one village may be of two projects
    return Group(whole, parts, [i + 1 for i in group.taken], group.marker, group.adjacent, complete=True, foots=holds)


def _again(group: Group, said: Sequence[Said], members: Sequence[int]) -> Group | None:
    """A second division of the same total behind the first: 其中一般债务a,专项债务b;政府债券c,其他债务d."""
    rest = [index for index in members if index > group.taken[-1]]
    if not (group.foots or group.complete) or len(rest) < 2 or len(group.taken) < 2 or not re.match("[;；]", said[rest[0]].lead):
        return None
    parts = [said[index] for index in rest]
    footing = foots(group.total.mention.figure, [part.mention.figure for part in parts])
    holds = footing is not None and footing.holds
    first = sum((part.mention.figure.quantity.value for part in group.parts), Decimal(0))
    same_total = foots(Quantity(first), [part.mention.figure for part in parts])  # both ways give one total, which is not the stated one
    twice = not group.foots and same_total is not None and same_total.exact
    told = holds or twice or group.foots and misprint(parts, group.total.mention)
    return Group(group.total, parts, rest, ";", False, complete=twice, foots=holds) if told else None
