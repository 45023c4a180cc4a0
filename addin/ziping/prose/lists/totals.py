"""Lists judged: totals against their parts, and the number of the parts where it is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from os.path import commonprefix

from ziping.amounts import Relation, foots
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, claim, in_unit, shown, verdict_of
from ziping.prose.judging.grouping import Group
from ziping.prose.judging.misprints import LONG_ODDS, ODDS, Habit, exchanged, misprint, slipped, total_slipped
from ziping.prose.judging.slips import one_wrong, worlds_apart
from ziping.prose.judging.unitslips import of_another_unit, of_one_unit
from ziping.prose.lists.census import all_kinds, bracketed, but_its_own, kinds_differ, miscounted, plainly_listed
from ziping.prose.lists.exceeding import exceeding
from ziping.prose.lists.nowhole import no_whole
from ziping.prose.lists.partly import aimed, leaves_one_out, marks, shared_in_part, told_in_part
from ziping.prose.lists.sharing import of_their_sum
from ziping.prose.text.closed import by_levels, closed, shared_out
from ziping.prose.text.figures import Kind, Mention
from ziping.prose.text.markers import WITHIN
from ziping.prose.text.said import Said

__all__ = ["sum_claims"]

FARTHEST = 5  # part of a total that a list of counts may miss it by
_BESIDES = re.compile("[^。]{0,24}[,，;；](?:另[给拨分下安]|其余|余下|剩余)")
COARSE = 10  # part of a total by which rounding does not bear a list out
FINE = 2  # decimals of a total and a part beside which one without them was hardly rounded
SOME = 20  # things from which a number is met by chance seldom enough
_NAMES_ALL = ("分别为", "分别是", "分别用于", "包括")
_EACH_ONE = re.compile(r"[^,，;；:：]{0,8}[,，]?")
_SERIAL = re.compile(r"[A-Z甲乙丙丁一二三四五六七八九十]|\d号?")
_HEAD = re.compile(r"^[^A-Za-z\d\u4e00-\u9fff]*(?:其中|包括|分别为)?[^A-Za-z\d\u4e00-\u9fff]*")
_WORKED_OUT = re.compile(r"原值|折旧|摊销|预算|计划|上年|去年|减|增")


def sum_claims(found: Sequence[Group], said: Sequence[Said], habit: Habit) -> Iterator[Claim]:
    """One claim for every list with at least two parts, one for a single part above its total. habit: takes in the lists that fall short."""
    for group in found:
        if any(part.mention.loose for part in group.parts) or group.total.mention.loose:
            continue
        counted = _counted(group, said)
        if counted is not None:
            yield counted
        made = _judge(group, said, habit)
        if made is not None:
            yield made


def _counted(group: Group, said: Sequence[Said]) -> Claim | None:
    """`项目支出188万元,共4个项目,分别为:甲96万元、…`: the stated number of the parts of a list that foots."""
    at = group.taken[0] if group.taken and group.foots else 0
    count = said[at - 1] if at else None
    opener = group.parts[0]
    if count is None or count.mention.kind is not Kind.COUNT or count.mention.loose or count is group.total or opener.marker not in _NAMES_ALL or len(group.parts) < 3:
        return None
    if count.mention.figure.unit.base not in ("个", "项", "类") or opener.mention.kind is not Kind.MONEY or not _EACH_ONE.fullmatch(opener.lead.partition(opener.marker)[0]):
        return None
    number, many = count.mention.figure.value, len(group.parts)
    words = f"列出的各项为{many}{count.mention.figure.unit.text}，与文中“{shown(count.mention)}”" + ("相符。" if number == many else "不符，请核对。")
    told = f"{many}{count.mention.figure.unit.text}"
    end = group.parts[-1].mention.end
    return Claim(ClaimKind.COUNT, "", count.mention.start, end, (count.mention,), shown(count.mention), told, verdict_of(number == many), words)


def _judge(group: Group, said: Sequence[Said], habit: Habit) -> Claim | None:
    if not group.foots and (whole := _whole_before(group, said)) is not None:
        group.total, group.adjacent, group.foots = whole, False, True
    total, parts = group.total.mention, [part.mention for part in group.parts]
    figures = [*parts, total]
    equal = foots(total.figure, [part.figure for part in parts])
    most = foots(total.figure, [part.figure for part in parts], Relation.AT_MOST)
    if equal is None or most is None or no_whole(group, said) or not group.foots and group.broken and most.holds:
        return None
    added = in_unit(equal.expected, max(parts, key=lambda m: m.figure.decimals or 0) if group.in_one_unit else total)
    listing = "+".join(shown(part) for part in parts)
    if not group.foots and group.marker == "即" and len(parts) > 1 and not one_wrong(parts, total):
        return None  # 应付至80%即380万元,实际支付362万元
    if not group.foots and most.holds and group.marker == "closed" and len(parts) == 2 and total.kind is Kind.COUNT and abs(equal.difference) * FARTHEST > abs(equal.actual) and not one_wrong(parts, total) and not exchanged(parts, total, 0):
        return None  # 实施32个,完工16个,在建3个: no word opens the list, and no slip leads to its total
    if not group.foots and most.holds and (told_in_part(group, said) or shared_in_part(group, said) or _goes_on(group, said, abs(equal.difference))):
        return None
    if group.foots and abs(equal.difference) * COARSE > abs(equal.actual):
        return None  # 1.39亿元,其中甲0.01亿元;乙1亿元: only what 1亿元 may have lost by rounding bears it out
    if group.foots and (fine := _as_finely(figures)):
        slip = one_wrong(fine[:-1], fine[-1])
        words = "请核对总数和各部分。" if slip else "少写小数的部分若是四舍五入所得，可以相符，请核对。"
        return claim(
            ClaimKind.SUM, figures, Verdict.FAILS if slip else Verdict.UNSURE, shown(total), added,
            f"各部分合计{added}，文中总数为{shown(total)}，相差{in_unit(abs(equal.difference), total, 0)}，{words}",
        )
    if group.foots:
        return claim(ClaimKind.SUM, figures, Verdict.HOLDS, shown(total), added, f"各部分合计{added}，与总数{shown(total)}相符。")
    if most.holds and len(parts) < 2:
        return None
    if group.total not in said and worlds_apart(equal.expected, equal.actual, parts) and not one_wrong(parts, total):
        return None
    if (odd := slipped(parts, total)) is not None:
        return of_another_unit(parts, total, odd)
    if (meant := total_slipped(parts, total)) is not None:
        return of_one_unit(parts, total, meant)
    shares = shared_out(said, group.taken)
    counted = total.kind is Kind.COUNT and not but_its_own(group.parts, group.total) and (_all_counted(group, said) or bracketed(group.parts, group.total, said))
    kin = len(parts) > 1 and _kin(group) and one_wrong(parts, total)
    odds = LONG_ODDS if most.holds and leaves_one_out(group, equal.difference) else ODDS
    loosely = group.total not in said and not misprint(group.parts, total) and not kin
    if loosely and not counted and total.kind is Kind.COUNT and (of_their_sum(group, said) or not group.complete):
        return None  # the shares are of what is listed, which need not be all
    if most.holds and not group.complete and not shares and not counted:
        habit.see(group.parts, total)
    if (group.complete and len(parts) > 1) or shares or kin or counted or (len(parts) > 1 and (misprint(group.parts, total, odds) or not most.holds and exchanged(parts, total, 10) or exchanged(parts, total))):
        words = "各部分相加得" if len(listing) > 60 else f"{listing}="
        made = claim(
            ClaimKind.SUM, figures, Verdict.FAILS, shown(total), added,
            f"{words}{added}，文中总数为{shown(total)}，相差{in_unit(abs(equal.difference), total, 0)}，请核对总数和各部分。",
        )
        return replace(made, whole=group.adjacent and closed(group.parts, group.total, True))
    if not group.complete and marks(group, said):
        return None
    if group.parts[0].lead[:1] == "(" and not group.parts[0].marker and (len(parts) < 3 or most.holds or any(_WORKED_OUT.search(part.lead) for part in group.parts)):
        return None  # a bracket may hold what the figure was worked out of: 净值12万元(原值20万元,折旧8万元)
    if total.kind is Kind.COUNT and group.marker == ":" and not group.complete:
        return None  # 未完成指标2个:一是维修计划4个,…
    if not most.holds and (total.kind is Kind.COUNT and kinds_differ(group.parts, group.total) or aimed(group, said)):
        return None
    if not most.holds:
        return exceeding(group, group.total in said, added)
    if group.total not in said and not group.adjacent:
        return None
    return claim(ClaimKind.PARTS, figures, Verdict.UNSURE, shown(total), added, f"所列各部分合计{added}，不超过总数{shown(total)}；是否列全无法判断。")


def _goes_on(group: Group, said: Sequence[Said], gap: Decimal) -> bool:
    """Whether what stands behind the last part is one too: 阀井21座、雨篦子66座、[穿路1处]; 甲县819万元、乙县1226万元;[另给丙区、丁县各]100万元."""
    last = group.taken[-1] if group.taken else len(said)
    behind = said[last + 1] if last + 1 < len(said) else None
    if behind is None or not behind.amount:
        return False
    return bool(_BESIDES.match(behind.lead)) or behind.lead.startswith("、") and behind.mention.figure.value == gap


def _as_finely(figures: Sequence[Mention]) -> list[Mention]:
    """Parts and total with the decimals of the finest where they do not foot so: a part without decimals (16万元 beside 90.79万元) is as exact as the others."""
    decimals = [one.figure.decimals or 0 for one in figures]
    most = max(decimals)
    if most < FINE or decimals[-1] != most or most not in decimals[:-1] or min(decimals) == most or len({one.figure.unit for one in figures}) > 1:
        return []
    fine = [replace(one, figure=one.figure.but(value=one.figure.value.quantize(Decimal(1).scaleb(-most)), decimals=most)) for one in figures]
    footing = foots(fine[-1].figure, [one.figure for one in fine[:-1]])
    return fine if footing is not None and not footing.holds else []


def _whole_before(group: Group, said: Sequence[Said]) -> Said | None:
    """The amount before the list, not the next one, that its counts give to the last: 改造180户,甲镇59户、…、乙镇43户,其中C级59户、D级121户."""
    at = group.taken[0] if group.taken else 0
    if len(group.parts) < 2 or group.total not in said or group.total.mention.kind is not Kind.COUNT:
        return None
    for one, behind in zip(said[:at], said[1:], strict=False):
        if one is not group.total and one.amount and not behind.explicit and one.mention.figure.value >= SOME and one.mention.figure.unit.base == group.total.mention.figure.unit.base and not one.mention.loose:
            footing = foots(one.mention.figure, [part.mention.figure for part in group.parts])
            if footing is not None and footing.exact:
                return one
    return None


def _all_counted(group: Group, said: Sequence[Said]) -> bool:
    """Whether a plain list of counts names all there are of a total that nothing else can be meant by, or a slip in a count is all that it misses."""
    if not plainly_listed(group.parts, said) or group.total not in said and not group.adjacent and group.marker != WITHIN:
        return False
    if all_kinds(group.parts):
        return group.adjacent or not group.others
    return (group.adjacent or not group.others) and miscounted(group.parts, group.total)


def _kin(group: Group) -> bool:
    """Whether all parts are called by the noun of the total: 126公里产业路,其中硬化路88公里、砂石路38公里."""
    names = [part.name for part in group.parts]
    noun = commonprefix([name[::-1] for name in names])[::-1]
    alone = {name.removesuffix(noun) for name in names}
    told = [_HEAD.sub("", part.lead) for part in group.parts]
    if len({_SERIAL.sub("", one) for one in told}) == 1 and all(_SERIAL.search(one) for one in told):
        return len(set(told)) == len(told)  # A级、B级; 1号堆、2号堆
    told = noun in (group.total.name[-len(noun) :], group.total.noun[: len(noun)]) or len(noun) > 1 and noun in group.total.lead[-24:] + group.total.noun
    return bool(noun) and "" not in alone and len(alone) == len(names) and told or by_levels(names)
