"""Lists as their sentence opens them: 支出总额 …, 其中 …; 按性质区分 …; 包括 …; … 合计: which total, which parts, where they end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import pairwise

from ziping.amounts import Quantity, foots
from ziping.prose.closed import STAFF, closed, graded, instalment, is_grade, paired, shared_out
from ziping.prose.divided import DIVIDED, THEREOF, headed_total, named_whole, other_stage, total_of
from ziping.prose.figures import Kind
from ziping.prose.misprints import misprint, one_wrong
from ziping.prose.reading import WITHIN, Role, Said, twin_lead

__all__ = ["TOGETHER", "Group", "groups", "new_scope"]

TWIN = 6  # characters between an amount and its twin in another unit
FEW = 8  # parts by which a list may be complete by their names
LONGEST = 60  # parts that one list may have

_THINGS = ("个", "项", "家", "类", "种", "所", "批", "笔")
_EXHAUSTIVE = re.compile(r"(?<!主要)来源|(?<!主要)构成|(?<!主要)组成|分为|按.*分|分中央和地方|分级次|分城乡|分别为|分别是")
_NEW_SCOPE = re.compile(r"另外|此外|另有|合计|共计|总计|总额|总支出|总收入|结余|结转|年初|年末|上年|去年|同期|节约|预算(?:数|为|安排)|(?<!项)目前|截[至止]|已(?:经)?(?:拨付|支付|支出|使用|完成|到位)|[年度](?:收入|支出)合计|(?:全年|实际|累计)(?:共计?|实际|累计)?(?:执行|支出|使用|支付)")
_LEFT = ("结余", "结转")
_HEADED = re.compile(r"来源|构成|组成|^分.+[批次期笔]")
_GIVEN = ("下达", "拨付", "安排", "支付", "到位")
_ASIDE = re.compile(r"[,，(](?:上年|去年|(?:19|20)\d\d年)(?:同期)?(?:数|的|为)*")
_DENIED = re.compile(r"[,，、;；]?(?:尚)?未(?P<what>[^,，、;；。\d]{2})")
_DUE = re.compile("应|计划|需|总额")
TOGETHER = re.compile(r"(?:\([^()]*\)|\))?[,，、;；](?:以上|[两二三四五六七八九]?[项者批笔])?(?:共|合计|共计|总计|累计)[^,，、;；。]{0,6}$")  # 甲a、乙b,共c
_GRAND, _NEXT = re.compile("(?:收入|支出|收|支)总[量计]"), re.compile("[,，、;；]结转(?:至)?下年(?:支出|使用)?$")
_AMONG = re.compile(r"[^,，;；。:：]{0,6}中[,，]|中(?![央心小学介间期级等标队有医药型国部东西华文层档途止断转试考专职高外方段和秋位性午奖签尚已仍未可需])")  # 抽检120批次中,甲80批次,乙40批次
_RECEIVED = re.compile(r"合计|总额|资金|受理|收到|接收|交办|转办|接到|派|下达|发现|问题|项目")
_GRANT, _THING = re.compile(r"(?:资金|补助|转移支付|拨款|经费)(?:共|合计|为)*$"), re.compile(r"[,，、][^,，、;；。:：]{2,40}(?:建设|项目|工程|帮助|补助|奖补|资金|经费)$")
_FOR = re.compile(r"[,，]为(?!上级|中央|[省市县区]级|本级|财政|年初|预算|上年|企业|群众)[^,，、;；。:：]{2,30}(?:建设|项目|工程|补助|奖补|资金|经费)$")  # 省级资金90万元,为甲村道路建设50万元,乙渠维修项目40万元
_WORKED_OUT = re.compile(r"(?:^|按[^;；。]{2,40})(?:计算|测算|核算|折算)(?:应)?(?:约|共)?为$")  # 甲68万元,按每人每天380元计算为64万元: no part of its own
_YEARS = re.compile(r"(?:19|20)\d\d年")
_SPENT = re.compile("^(?!.*收入).*支出|收支|缺口")
_OPEN = re.compile(r"^[^;；]{0,12}(?:未|正在|在办|尚|其[他它])[^;；]{0,6}$")  # a third outcome: 支持412件,不支持296件,未审结35件
_TAIL = re.compile(r"[^\s,，;；、。:：()（）][^,，;；。()（）]*[,，]")  # …22万元[按规定结转下年使用,]自筹3万元: said of the part before


@dataclass(slots=True)
class Group:
    """A total with its parts inside one sentence (`total` may stand in the sentence before). `taken`: indices of the parts."""

    total: Said
    parts: list[Said]
    taken: list[int]
    marker: str
    adjacent: bool
    complete: bool = False
    foots: bool = False
    apart: bool = False  # the total stands in another paragraph
    others: list[Said] = field(default_factory=list)  # totals that are meant in another reading


def groups(said: Sequence[Said], previous: Sequence[Said], hidden: Iterable[int] = (), earlier: Sequence[Said] = ()) -> list[Group]:
    """The lists of a sentence, inner lists first. hidden: figures that stand for no part (原值 and 折旧 beside their 净值).

    previous: totals that a list may divide without naming them; earlier: those that it must name.
    """
    found: list[Group] = []
    taken: set[int] = set(hidden)
    for index in range(len(said) - 1, -1, -1):
        opener = said[index]
        if not opener.amount or not (opener.marker or _opens(said, index)):
            continue
        if opener.marker == "即" and index and said[index - 1].mention.kind is Kind.RATE:
            continue  # 支付至97%即828万元: the amount of that rate
        if opener.marker == WITHIN:
            (total, adjacent), others = named_whole([*earlier, *previous, *said[:index]], opener), []
            near = [s for s in previous if s.amount and s.mention.figure.unit.base == opener.mention.figure.unit.base] if not index else []
            total = near[-1] if total is None and len({s.mention.figure.quantity.value for s in near}) == 1 else total  # in other words
        if opener.marker != WITHIN or total is None and _opens(said, index):  # 在全市采购金额12亿元中,甲7亿元
            total, adjacent, others = total_of(said, previous, index)
        if _HEADED.search(opener.marker) and (total is None or not adjacent):
            whole = headed_total([*earlier, *previous], opener)
            total, adjacent, others = (whole, True, []) if whole or total not in said else (total, adjacent, others)
        if total is None or total.earned and not opener.earned and any(one.earned for one in said[index:]) or opener.marker.startswith("分别") and (_STRENGTH.get(total.lead[:1]) == 1 or total.serial) and not total.marker:
            continue  # 甲10分、乙20分,得分分别为…: a row beside a row
        if total not in said and opener.marker.startswith("分别") and len(set(_YEARS.findall(opener.lead))) > 1 >= len(set(_YEARS.findall(total.lead))):
            continue  # 2021年、2022年支出分别为a和b: each year's own
        members = _members(said, index, taken, total)
        if not members or _repeated(said, members, total):
            continue
        group = Group(total, [said[i] for i in members], members, opener.marker or "closed", adjacent, others=others)
        behind = said[members[-1] + 1] if members[-1] + 1 < len(said) else None
        summed = len(members) > 1 and behind is not None and _alike(behind, opener) and TOGETHER.match(behind.lead.removeprefix(said[members[-1]].noun))
        if summed and behind is not None and (total not in said or _gives(behind, group.parts)):
            group.total, group.others = behind, []
        _settle(group, said)
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


def _gives(total: Said, parts: Sequence[Said]) -> bool:
    footing = foots(total.mention.figure, [part.mention.figure for part in parts])
    return footing is not None and footing.exact


def _alike(one: Said, other: Said) -> bool:
    return one.amount and not one.mention.loose and one.mention.figure.unit.base == other.mention.figure.unit.base and one.mention.depth == other.mention.depth


def _repeated(said: Sequence[Said], members: Sequence[int], total: Said) -> bool:
    """Whether a bracket tells again the whole list that stands before it: 甲1.2亿元、乙3.4亿元(甲12034万元、乙33985万元)."""
    inside = {said[i].name for i in members if said[i].name}
    before = {one.name for one in said[: members[0]] if one.amount and one.mention.depth < said[members[0]].mention.depth}
    return len(inside) > 1 and total.name in inside <= before


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
    alike = foots(Quantity(first), [part.mention.figure for part in parts])  # both ways give one total, which is not the stated one
    twice = not group.foots and alike is not None and alike.exact
    told = holds or twice or group.foots and misprint(parts, group.total.mention)
    return Group(group.total, parts, rest, ";", False, complete=twice, foots=holds) if told else None


def _opens(said: Sequence[Said], index: int) -> bool:
    """Whether an amount opens a list without a word that says so: 基本支出 behind the total, the first instalment, a bracket of several."""
    one, before = said[index], said[index - 1] if index else None
    if not index and (one.mention.kind is Kind.MONEY and DIVIDED.match(one.lead) or one.mention.kind is Kind.COUNT and THEREOF.match(one.lead)):
        return True
    whole = next((i for i in range(index - 1, -1, -1) if said[i].amount and said[i].mention.figure.unit.base == one.mention.figure.unit.base), None)
    third = said[index + 2] if index + 2 < len(said) else None
    more = third is not None and third.amount and third.mention.figure.unit.base == one.mention.figure.unit.base and third.mention.depth == one.mention.depth and bool(_OPEN.search(third.lead))
    if whole is not None and index + 1 < len(said) and not more and said[index + 1].amount and paired(one.name, said[index + 1].name) and _RECEIVED.search(twin_lead(said, whole)):
        return True
    if before is None or not before.amount:
        return False
    if one.name.endswith("基本支出") and re.search(r"总|合计|支出数|实际支出|决算", before.name + before.lead[-12:]):
        return True
    following = said[index + 1] if index + 1 < len(said) else one
    if all(STAFF.search(s.name) for s in (one, following)) and not STAFF.search(before.name) and following.amount and following is not one:
        return True
    if one.mention.kind is Kind.MONEY is before.mention.kind and _GRANT.search(before.lead) and _FOR.match(one.lead) and following is not one and _THING.search(following.lead):
        return True
    if _AMONG.match(one.lead) and before.mention.kind is not Kind.PLAIN:
        return True
    if one.mention.kind is Kind.COUNT and graded([s.name for s in said[index : index + 3]]) and not is_grade(before.name) and before.mention.figure.unit.base == one.mention.figure.unit.base:
        return True
    if instalment(one.lead) == 1 and index + 1 < len(said) and instalment(said[index + 1].lead) == 2:
        return True
    return one.mention.depth > before.mention.depth and one.lead[:1] == "(" and index + 1 < len(said) and said[index + 1].mention.depth == one.mention.depth


def _members(said: Sequence[Said], index: int, taken: set[int], total: Said) -> list[int]:
    """The parts: amounts of the same measure and bracket that follow until the subject changes."""
    first = said[index]
    years = len(set(_YEARS.findall(total.lead))) > 1 or first.marker.startswith("分") and first.marker[-2:] in _GIVEN or "累计" in total.lead and bool(_YEARS.search(first.lead))  # 2021年、2022年共下达…,其中2021年…,2022年…
    members = []
    for i in range(index, min(len(said), index + 3 * LONGEST)):
        part = said[i]
        if part.mention.depth < first.mention.depth:
            break
        if members and "一是" not in first.lead and re.search("[;；。][二三四五六]是", part.lead):
            break  # …900万元中,尚有260万元未付;二是…
        if part.mention.depth > first.mention.depth or i in taken:
            continue
        if part.mention.kind is Kind.SCORE and part.earned != first.earned:
            continue
        if part.role is not Role.AMOUNT or part.mention.loose and i > index or part.price and not first.price or part.source:
            continue
        if part.mention.figure.unit.base != first.mention.figure.unit.base or part.mention.kind is not first.mention.kind:
            continue
        if members and (denied := _DENIED.match(part.lead)) and denied["what"] in total.lead and not _DUE.search(total.lead):
            continue  # 到位80万元,其中县级到位30万元,未到位20万元
        if "收入" in first.name and _SPENT.search(part.name):
            continue  # 收入合计90万元,其中甲收入50万元,支出40万元;乙收入…
        if members and (_ASIDE.fullmatch(part.lead) or _WORKED_OUT.search(part.lead)):
            continue  # 接待费3万元,上年4万元
        if len(members) > 1 and TOGETHER.match(part.lead.removeprefix(said[i - 1].noun)):
            break
        if members and not _HEADED.search(first.marker) and not (_GRAND.search(total.lead) and _NEXT.match(part.lead)) and new_scope(replace(part, year=first.year) if years else part, first):
            break
        members.append(i)
        if len(members) == LONGEST:
            break
    return members


_STRENGTH = {"、": 1, ",": 2, "，": 2, ";": 3, "；": 3}


def _strength(lead: str) -> int:
    """The strongest separator between a part and the figure before it."""
    return max((_STRENGTH.get(char, 0) for char in lead), default=0)


def _own_length(parts: Sequence[Said], total: Said) -> int:
    """How many parts there are before a separator stronger than the one between the first two.

    `甲100万元,其中设备30万元;乙80万元`: behind a semicolon another whole may follow, unless a colon announced the list.
    """
    if len(parts) < 2:
        return len(parts)
    inside = 0 < _strength(parts[0].lead[:1]) < 3  # the list opens in the middle of its clause
    if parts[0].marker and not parts[0].marker.startswith("分别") and inside and _strength(parts[1].lead) == 3 and not re.search("[:：]|其中[,，]", parts[0].lead) and not closed(parts, total, False):
        return 1
    limit = max(_strength(parts[1].lead), 1)
    return next((i for i in range(2, len(parts)) if _strength(parts[i].lead) > limit), len(parts))


def _shorten(group: Group, least: int) -> None:
    """A list whose first parts already give the total to the last digit ended there, whatever is said after it."""
    for count in range(len(group.parts) - 1, max(least, 2) - 1, -1):
        footing = foots(group.total.mention.figure, [part.mention.figure for part in group.parts[:count]])
        on = _strength(group.parts[count].lead) == 1 and group.taken[count] == group.taken[count - 1] + 1  # 甲12项、乙2项、丙1项: one row
        if footing and footing.exact and not on:
            group.foots, group.parts, group.taken = True, group.parts[:count], group.taken[:count]
            return


def _firsts(group: Group, said: Sequence[Said]) -> list[int]:
    """The first part behind every semicolon, where these give the total: 其中大会68万元,含场租5万元;常委会28万元."""
    spans = pairwise([group.taken[0], *group.taken])
    firsts = [at for at, (last, here) in enumerate(spans) if not at or any(_strength(one.lead) == 3 for one in said[last + 1 : here + 1])]
    if not 1 < len(firsts) < len(group.parts):
        return []
    footing = foots(group.total.mention.figure, [group.parts[at].mention.figure for at in firsts])
    return firsts if footing is not None and footing.exact else []


def _may_end(parts: Sequence[Said], count: int) -> bool:
    """Whether a list may end after `count` parts: at its last one, or where the next one begins a new clause."""
    if count == len(parts):
        return True
    return _strength(parts[count].lead) > _strength(parts[1].lead) or sum(char in _STRENGTH for char in parts[count].lead) > 1


def _settle(group: Group, said: Sequence[Said]) -> None:
    """Cut the list where it foots, else where it ends by its separators; note whether it must be complete."""
    quantities = [part.mention.figure.quantity for part in group.parts]
    own = len(group.parts) if shared_out(said, group.taken) else _own_length(group.parts, group.total)
    whole = next((count for count in range(2, min(own, FEW) + 1) if closed(group.parts[:count], group.total, False)), 0)  # no fewer are all
    for total in [group.total, *reversed(group.others)]:
        best = 0
        running = Quantity(Decimal(0))
        for count, quantity in enumerate(quantities, 1):
            running = Quantity(running.value + quantity.value, running.slack + quantity.slack)
            if count == 1 or count < whole or not (count == own or total is group.total and _may_end(group.parts, count)):
                continue
            footing = foots(total.mention.figure, [running])
            if footing and footing.holds:
                best = count
        if best:
            group.total, group.foots = total, True
            group.parts, group.taken = group.parts[:best], group.taken[:best]
            break
    if not group.foots and (firsts := _firsts(group, said)):
        group.foots, group.parts, group.taken = True, [group.parts[i] for i in firsts], [group.taken[i] for i in firsts]
    if not group.foots and sum(quantity.value for quantity in quantities) > group.total.mention.figure.quantity.value:
        _shorten(group, whole)
    if not group.foots:
        if "收入" in group.total.name and all("支出" in part.name for part in group.parts):
            group.total = next((other for other in reversed(group.others) if "支出" in other.name), group.total)
        group.total = next((other for other in (group.total, *reversed(group.others)) if closed(group.parts[:own], other, False)), group.total)
        parts, taken = group.parts, group.taken
        amount = group.total.mention.figure.quantity.value
        own = whole if whole and any(one.value > amount for one in quantities[whole:own]) else own  # 离退休71人,其中离休6人,退休56人,供养117人
        group.parts, group.taken = parts[:own], taken[:own]
        if not group.adjacent and own > 1:
            meant = (other for other in (group.total, *reversed(group.others)) if misprint(group.parts, other.mention))
            group.total = next(meant, group.total)
        if own > 1 and not misprint(group.parts, group.total.mention) and misprint(parts, group.total.mention):  # 甲a、b;乙c、d
            group.parts, group.taken = parts, taken
    scored = group.total.earned and len(group.parts) > 2 and not any(re.search("权重|分值|满分|扣", part.lead) for part in group.parts)
    told = group.adjacent or not group.marker.startswith(("分别", "按"))  # …,单价分别为: not of any amount before
    group.complete = scored or told and bool(_EXHAUSTIVE.search(group.marker)) or closed(group.parts, group.total, group.adjacent or not group.others) and not _inner(group.parts)


def _inner(parts: Sequence[Said]) -> bool:
    """Whether the last parts divide one before them: 在岗28人,本科20人,其余8人."""
    figures = [part.mention.figure for part in parts]
    least = 2 if len(figures) > 2 and re.match("[,，、;；]?(?:其余|余下|剩余)", parts[-1].lead) is None else len(figures)
    tails = [(figures[at], foots(figures[at], figures[at + 1 :])) for at in range(len(figures) - 2) if figures[at].value and len(figures) - at - 1 <= least]
    return any(footing is not None and footing.holds for _, footing in tails)


def new_scope(part: Said, first: Said) -> bool:
    """Whether an amount behind a list speaks of something else: another year, another stage, a total, a carry-over."""
    clause = _TAIL.sub("", re.split("[;；]", part.lead)[-1])
    turned = any(word[0] not in first.lead and not (word[0] in _LEFT and any(other in first.lead for other in _LEFT)) for word in _NEW_SCOPE.finditer(clause))
    return turned or (part.year is not None and part.year != first.year and not (part.year == 0 and first.year != -1)) or other_stage(part, first)
