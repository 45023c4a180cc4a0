"""Totals behind their parts: 甲 3万元、乙 2万元,合计5万元; 各项得分 …, 综合得分93分."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ziping.amounts import foots
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, claim, in_unit, shown, verdict_of
from ziping.prose.judging.grouping import gives
from ziping.prose.judging.misprints import exchanged, misprint
from ziping.prose.judging.slips import slips_to
from ziping.prose.text.closed import instalment
from ziping.prose.text.ending import ends_there, goes_on
from ziping.prose.text.figures import Kind
from ziping.prose.text.naming import ALL_OF_IT
from ziping.prose.text.said import Role, Said

__all__ = ["trailing_claims"]

FEW_OFF = 10  # a tenth of a total: farther off, the list is not all of it
_CHIEF = re.compile("主要|重点|先后|其中")
_HELD_IN_ALL = re.compile(r"[,，](?:全年|本年度?|年内|全市|全县|全区|累计)?共(?:计|有)?(?:开展|举办|组织|实施|建成|聘用|聘请|配备|购置|新增|完成|开设)(?:(?:各类|各种|各项)[^,，、;；\d]{0,8})?")
_TRAILING = re.compile(r"(?:^|[,，、;；\s])(?:以上)?(?:(?P<count>[两二三四五六七八九])(?:大?[项类]|大[^,，、;；\d合共总]{1,4}|者|年|种|笔|部分|[县区市镇乡村地]))?[^,，、;；]{0,16}(?:(?<=[两三四五六]年)累计|合计|共计|总计|总共|(?<!公)共(?!用|同))(?:[^,，、;；]{0,8})$")
_ADDING = re.compile(r"加上|另加|再加|连同|此前已?|前期已?|提前下达")
_SO_FAR = re.compile(r"累计|合计|共|总|截至|全部|达到")
_CARRIES = re.compile(r"[。\s]*(?:再)?加上?(?!快|强|大|班|工)")
_GRAND = re.compile(f"{ALL_OF_IT}|总收入|总支出|总财力|可用")
_AIM, _REACHED = re.compile("目标|计划|任务"), re.compile("实际|完成")
_LATER = re.compile("(?:结案|审结|办结|移送|起诉|转正|转化|整改|销号|验收|结题|结项|毕业|结业|出院|退出|注销)")  # what becomes of things that the first of two parts has counted already
BRIEF = 4  # characters between a total and its twin in another unit
_SIDE_TOTAL = re.compile(r"(?:总(?=收入|支出))?(?P<side>收入|支出)(?:(?<=总收入)|(?<=总支出)|" + ALL_OF_IT + ")(?:为|达|共)?$")
_ASIDE = re.compile(r"其中|年初预算|调整预算|预算数|相抵|完成预算|为预算")
_OF_SOME_TIME = re.compile(r"前[一二三两\d]个?(?:季度|月|批|期|年)|[上下]半年")  # of the first of them, and which these are its words tell
_WEIGHTED = re.compile(r"加权|权重|折算|平均")
_TOTAL_SCORE = re.compile(r"(?:综合|总|最终|合计)(?:得分|评分|分)(?:为|是)?$")


def _plain_list(said: Sequence[Said], index: int, parts: Sequence[Said]) -> bool:
    """`甲a万元、乙b万元,合计c万元` and nothing else in the sentence: the total is that of all its amounts."""
    total = said[index].mention
    amounts = [s for s in said[:index] if s.amount and s.mention.kind is total.kind and (total.kind is not Kind.COUNT or s.mention.figure.unit == total.figure.unit)]
    plain = not goes_on(said, index) and bool(re.fullmatch(r"[,，]?(?:以上)?(?:合计|共计|总计)(?:为|支出|金额)?", said[index].lead)) or _all_listed(said, index, parts)
    if said[index].mention.kind is Kind.SCORE:
        scored = not goes_on(said, index) and bool(amounts) and ("得分" in amounts[0].lead or said[index].lead.endswith("合计得") and all(s.lead.endswith("得") for s in amounts))
        plain = scored and not any(re.search(r"分值|满分|扣|权重", s.lead) for s in amounts)
    staged = said[index].mention.kind is not Kind.SCORE  # 预算执行得9分: no budget
    return plain and len(amounts) == len(parts) and not any(s.marker or staged and s.stage not in ("", parts[0].stage) for s in parts)


def _far(ratio: Decimal) -> bool:
    """Whether a total has nothing to do with its parts: more than threefold or less than a third, and no power of ten."""
    return not Decimal("0.33") < abs(ratio) < 3 and not any(abs(abs(ratio) - power) < power / 100 for power in (Decimal("0.0001"), Decimal("0.1"), Decimal(10), Decimal(10000)))


def _all_listed(said: Sequence[Said], index: int, parts: Sequence[Said]) -> bool:
    """`甲4处、乙7处、丙5处,共18处`, `检查4次、调研11次、视察5次,全年共开展活动22次`, `离休1人、退休33人,离退休人员共35人`: what is counted is all of them, but for one digit."""
    last, before = said[index], said[index - 1]
    if last.mention.kind is not Kind.COUNT or before.noun.startswith("等") or not ends_there(said, index):
        return False
    words, names = last.lead.removeprefix(before.noun), [part.name or part.lead for part in parts]
    listed = len(parts) > 2 and not _CHIEF.search(parts[-1].lead) and all(part.lead.removeprefix(said[said.index(part) - 1].noun)[:1] in "、和及与" for part in parts[:-1])
    figures = [part.mention for part in parts]
    if listed and _HELD_IN_ALL.fullmatch(words):
        footing = foots(last.mention.figure, [figure.figure for figure in figures])
        return slips_to(figures, last.mention) and footing is not None and abs(footing.difference) * FEW_OFF <= footing.actual
    retired = names[::-1] == ["离休", "退休"] and re.fullmatch(r"[,，]离退休(?:人员|职工)?共(?:计|有)?", words) is not None
    both = len(parts) == 2 and not _CHIEF.search(parts[1].lead) and not _LATER.search(before.lead) and before.lead.removeprefix(said[index - 2].noun)[:1] == "、" and before is parts[0] and said[index - 2] is parts[1]
    return bool((len(parts) > 2 or both) and re.fullmatch("[,，]共", words) or retired) and slips_to(figures, last.mention)


def _added(said: Sequence[Said], index: int) -> bool:
    """`下达a,加上提前下达的b,累计c`: three amounts in a row, the second added to the first in so many words."""
    three = said[index - 2 : index + 1]
    if len({s.mention.figure.unit.base for s in three}) > 1 or not all(s.amount for s in three) or three[-1].mention.kind is not Kind.MONEY:
        return False
    if "收入" in three[0].lead and "支出" in three[2].lead:
        return False  # …收入总量a;加上…支出b,支出总量c
    return bool(_ADDING.search(three[1].lead)) and bool(_SO_FAR.search(three[2].lead)) and not _ADDING.search(three[0].lead)


_ADDED_TO = re.compile("[。,，;；、]?(?:再)?加上?(?![大快强])")  # what is added to may stand anywhere before


def _instalments(said: Sequence[Said], index: int) -> int:
    """How many instalments, the first to the last, stand right before a total: 第一批a、第二批b、第三批c,累计d."""
    numbers = [instalment(one.lead) for one in said[:index]]
    first = max((at for at, number in enumerate(numbers) if number == 1), default=-1)
    run = numbers[first:] if first >= 0 else []
    return len(run) if len(run) > 1 and run == list(range(1, len(run) + 1)) else 0


def _carried(said: Sequence[Said], topic: Sequence[Said]) -> Iterator[Claim]:
    """`收入a。加上调入b,收入总量c`: what the sentence before states is added to."""
    before = [s for s in topic if s.mention.kind is Kind.MONEY and not s.mention.depth]
    amounts = [s for s in said if s.mention.kind is Kind.MONEY]
    if not before or len(amounts) < 2 or not _CARRIES.match(said[0].lead) or any(not s.amount or s.mention.loose for s in (*amounts, before[0])):
        return
    end = next((i for i, s in enumerate(amounts) if i and _GRAND.search(s.lead)), None)
    if end is None:
        return
    parts, last = [before[0], *amounts[:end]], amounts[end]
    footing = foots(last.mention.figure, [part.mention.figure for part in parts])
    if footing is not None:
        yield _told(parts, last, in_unit(footing.expected, last.mention), footing.holds)


def _summed_up(said: Sequence[Said]) -> Iterator[Claim]:
    """`支出a,加上上解b,结转c,支出总计d`: everything from the first word of adding on, and the amount before it."""
    money = [one for one in said if one.mention.kind is Kind.MONEY and not one.mention.depth]
    first = next((i for i, one in enumerate(money) if i and re.match("[,，;；、]?(?:再)?加上?", one.lead)), None)
    last = next((i for i, one in enumerate(money) if first and i > first and re.search(f"(?:收入|支出)(?:{ALL_OF_IT})(?:为)?$", one.lead)), None)
    if first is None or last is None or any(not one.amount or one.mention.loose or one.marker for one in money[first : last + 1]):
        return
    added, total = money[first:last], money[last]
    bases = [one for one in money[:first] if one.amount and not one.mention.loose]
    footings = [(base, foots(total.mention.figure, [base.mention.figure, *(one.mention.figure for one in added)])) for base in reversed(bases)]
    base, footing = next(((b, f) for b, f in footings if f and f.holds), footings[0] if len(footings) == 1 else (None, None))
    if base is not None and footing is not None:
        yield _told([base, *added], total, in_unit(footing.expected, total.mention), footing.holds)


def _all_of_a_side(said: Sequence[Said]) -> Iterator[Claim]:
    """`预算收入a,补助收入b,上年结转c,总收入d`: a total of income or spending behind all its items, and nothing else in the clause."""
    start = 0
    for index, last in enumerate(said):
        if re.match("[;；]", last.lead):
            start = index
        side = _SIDE_TOTAL.search(last.lead)
        parts = [one for one in said[start:index] if one.mention.kind is Kind.MONEY and not one.mention.depth]
        if side is None or len(parts) < 2 or not last.amount or last.marker or last.mention.loose:
            continue
        start = index + 1
        if any(not one.amount or one.mention.loose or one.marker or one.price or _ASIDE.search(one.lead) for one in parts) or side["side"] not in parts[0].lead:
            continue
        if len({one.year for one in parts if one.year != -1} | {last.year}) > 1 or re.search("加上|另加|再加", "".join(one.lead for one in parts)):
            continue
        footing = foots(last.mention.figure, [part.mention.figure for part in parts])
        if footing is not None:
            yield _told(parts, last, in_unit(footing.expected, last.mention), footing.holds)


def _of_its_clause(parts: Sequence[Said], last: Said) -> list[Said]:
    """The parts, nearest first, up to the semicolon before which another total of theirs ends a clause: 编制68名、10名,合计78名;实有63人、9人,合计72人."""
    own = next((at + 1 for at, one in enumerate(parts) if re.match("[;；]", one.lead)), 0)
    closed_off = 1 < own < len(parts) and _TRAILING.search(parts[own].lead) and re.fullmatch(r"[,，](?:合计|共计|总计)(?:为)?", last.lead)
    return list(parts[:own] if closed_off else parts)


def _closed_off(parts: Sequence[Said], last: Said) -> bool:
    """Whether the parts are all of a clause behind a semicolon, and their total ends it but for one slip."""
    return re.match("[;；]", parts[-1].lead) is not None and re.fullmatch(r"[,，](?:合计|共计|总计)(?:为)?", last.lead) is not None and not any(one.marker for one in parts) and slips_to([one.mention for one in parts], last.mention)


def _called_alike(parts: Sequence[Said], last: Said) -> bool:
    """Whether what 合计 names is what every part is called, and one slip is all that is wrong: 甲片区面积412亩、…,乙片区面积348亩、…,合计面积760亩."""
    word = re.fullmatch(r"(?:[,，](?:合计|共计|总计)|、)(?P<word>[^,，、;；\d]{2,6})", last.lead)
    return word is not None and not any(one.marker for one in parts) and all(one.lead.endswith(word["word"]) and len(one.lead) > len(word["word"]) for one in parts) and slips_to([one.mention for one in parts], last.mention)


def _told(parts: Sequence[Said], last: Said, added: str, holds: bool) -> Claim:
    words = f"前列各项合计{added}，" + ("与文中合计相符。" if holds else f"文中合计为{shown(last.mention)}，请核对。")
    verdict = verdict_of(holds)
    return claim(ClaimKind.SUM, [part.mention for part in parts] + [last.mention], verdict, shown(last.mention), added, words)


def trailing_claims(said: Sequence[Said], before: Before) -> Iterator[Claim]:
    """One claim for every total that follows its parts: fails only where nothing else can be meant by the parts."""
    yield from _carried(said, before.topic)
    summed = list(_summed_up(said)) or list(_all_of_a_side(said))
    yield from summed
    if summed:
        return
    for index, last in enumerate(said):
        behind = index > 2 and said[index - 1].amount and len(last.lead) <= BRIEF and last.mention.kind is not said[index - 1].mention.kind
        match = _TRAILING.search(said[index - 1].lead) if behind and last.amount and not last.marker else None  # 两项合计163万客,金额489万元
        match = match or _TRAILING.search(last.lead) if last.amount and index >= 2 and not last.marker else None
        run = _instalments(said, index) if match is None and last.amount and "累计" in last.lead else 0
        scored = last.mention.kind is Kind.SCORE and index >= 2 and _TOTAL_SCORE.search(last.lead)
        added = index >= 2 and last.amount and _added(said, index)
        based = index + 1 < len(said) and said[index + 1].explicit  # 占甲、乙合计c的p%: the whole of a share
        if not (match or scored or added or run) or last.mention.loose or based or _WEIGHTED.search(last.lead):
            continue
        parts: list[Said] = []
        for part in reversed(said[max(0, index - 12) : index]):
            if not part.amount or part.mention.figure.unit.base != last.mention.figure.unit.base or part.mention.loose:
                twin = parts and len(parts[-1].lead) <= 1 and part.mention.kind is Kind.COUNT  # 甲3户、8人,乙2户、6人,合计14人
                if part.role in (Role.SHARE, Role.CHANGE) or part.mention.kind is not last.mention.kind or twin:
                    continue
                break
            if part.mention.depth > last.mention.depth or part.price and not last.price or part.source or last.earned and not part.earned:
                continue
            parts.append(part)
        if any(_AIM.search(part.lead) for part in parts) and any(_REACHED.search(part.lead) for part in parts):  # 甲目标a,实际b,乙目标c,实际d
            parts = [part for part in parts if _REACHED.search(part.lead)]
        if last.mention.kind is Kind.SCORE and 2 * sum(part.earned for part in parts) >= len(parts):  # 投入10分得9分,过程30分得27分
            parts = [part for part in parts if part.earned]
        counted = "两二三四五六七八九".find(match["count"]) if match and match["count"] else -1
        counted = run or 2 if added or run else {-1: 0, 0: 2}.get(counted, counted + 1)
        for size in range(len(parts), 1, -1):
            footing = foots(last.mention.figure, [part.mention.figure for part in parts[:size]])
            if footing and footing.holds:
                yield _told(parts[:size], last, in_unit(footing.expected, last.mention), True)
                break
        else:
            parts = _of_its_clause(parts, last)
            row = said[index - 1].serial + 1 if said[index - 1] in parts and said[index - 1].serial else 0  # a、b、c,合计d
            chosen = parts[:counted] if counted else parts[:row] if row else parts
            if len(chosen) < 2 or _ADDED_TO.match(chosen[-1].lead) or _OF_SOME_TIME.search(last.lead):
                continue
            if len(chosen) > 2 and counted != len(chosen) and any(gives([one for one in chosen if one is not part], last, exactly=True) for part in chosen):
                continue  # 结转a用完;下达b,使用c;合计使用d: of all but one, where no word says of how many
            if not last.mention.figure.unit.text and any(not re.search(r"[\u4e00-\u9fff]", part.lead) for part in chosen):
                continue  # cells of several columns behind one another
            footing = foots(last.mention.figure, [part.mention.figure for part in chosen])
            if footing is None or not footing.expected or _far(footing.actual / footing.expected) and not run and not exchanged([part.mention for part in chosen], last.mention):
                continue
            if len(chosen) != row and not _closed_off(chosen, last) and not _called_alike(chosen, last) and not (counted and counted == len(chosen)) and not (misprint(chosen[::-1], last.mention) or exchanged([part.mention for part in chosen], last.mention)) and not _plain_list(said, index, chosen):
                continue
            yield _told(chosen, last, in_unit(footing.expected, last.mention), False)
