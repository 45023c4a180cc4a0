"""Lists judged: totals against their parts, parts above their total, shares of what is listed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from os.path import commonprefix

from ziping.amounts import Quantity, Relation, foots, ratio
from ziping.prose.changes.gaps import both_ways
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, claim, in_unit, shown, verdict_of
from ziping.prose.judging.grouping import Group
from ziping.prose.judging.misprints import LONG_ODDS, ODDS, Habit, exchanged, misprint, slipped, total_slipped
from ziping.prose.judging.slips import one_wrong
from ziping.prose.judging.unitslips import of_another_unit, of_one_unit
from ziping.prose.lists.census import all_kinds, bracketed, but_its_own, kinds_differ, miscounted, plainly_listed, some_ages
from ziping.prose.lists.partly import aimed, leaves_one_out, marks, shared_in_part, told_in_part
from ziping.prose.text.closed import by_levels, closed, shared_out
from ziping.prose.text.divided import head_of, other_stage
from ziping.prose.text.figures import Kind, Mention
from ziping.prose.text.markers import WITHIN
from ziping.prose.text.naming import names_agree
from ziping.prose.text.said import Role, Said

__all__ = ["of_another", "of_their_sum", "sum_claims", "worlds_apart"]

FARTHEST = 5  # part of a total that a list of counts may miss it by
COARSE = 10  # part of a total by which rounding does not bear a list out
FINE = 2  # decimals of a total and a part beside which one without them was hardly rounded
SOME = 20  # things from which a number is met by chance seldom enough
_NAMES_ALL = ("分别为", "分别是", "分别用于", "包括")
_EACH_ONE = re.compile(r"[^,，;；:：]{0,8}[,，]?")
_SERIAL = re.compile(r"[A-Z甲乙丙丁一二三四五六七八九十]|\d号?")
_HEAD = re.compile(r"^[^A-Za-z\d\u4e00-\u9fff]*(?:其中|包括|分别为)?[^A-Za-z\d\u4e00-\u9fff]*")
_NESTED = re.compile("有效|满意|合格|达标|完成|通过|整改|办结|采纳|收回|使用|正常|到位")
_MARK = re.compile("党员|[男女]|民族|学历|本科|专科|研究生|硕士|博士|岁|职称|级|退休|离休|持证|残|在编|聘|困难|低保|监测|贫|骨干")
_PEOPLE = re.compile("[人员工生师者民童户家属部兵]$|干警|队伍|劳力|编制|岗位")
_GENERAL = re.compile("总|合计|比重|预算|支出|全")
_ITEM = re.compile(r"(?:^|[;；。,，])\s*(?:[二三四五六七八九十]是|[(（][二三四五六七八九十]+[)）]|[2-9][、.．])")
_WORKED_OUT = re.compile(r"原值|折旧|摊销|预算|计划|上年|去年|减|增")
_SO_FAR = re.compile(r"累计(?!折旧|摊销)|[季月]度?末")
_VACANT = re.compile("空编|空缺|缺编|余编|超编")
_NEW, _FINISHED = re.compile("新(?:开工|增|建|立|受理|签|批)"), re.compile("完工|竣工|在建|续建|结转|办结|未结|完成|验收")
_BY_TIME = re.compile(r"[。\s]*(?:分|按)(?:年|季|月|期)[^,，;；:：0-9]{0,3}看")
_BY_KIND = re.compile(r"[。\s]*(?:分|按|从)[^,，;；:：0-9]{0,8}(?:税种|科目|级次)[^,，;；:：0-9]{0,4}看")  # divisions of the whole just told


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


_MONEY = re.compile("收|支|费|结转|结余|资|款|金|额|预算|决算|补助|债|投入|贷|税|基金|产|值|存|价")  # 全省小学11128元,其中农村11227元: each may be of one pupil
_POINTS = re.compile(r"(?:得分|分值)(?:为|:)?$")


_MEAN = re.compile(r"(?:平均(?:每[^\W\d]{1,2})?|[人户村校馆院站所县镇乡班家店厂]均)(?:为|约)?$")


def _judge(group: Group, said: Sequence[Said], habit: Habit) -> Claim | None:
    if not group.foots and (whole := _whole_before(group, said)) is not None:
        group.total, group.adjacent, group.foots = whole, False, True
    total, parts = group.total.mention, [part.mention for part in group.parts]
    figures = [*parts, total]
    equal = foots(total.figure, [part.figure for part in parts])
    most = foots(total.figure, [part.figure for part in parts], Relation.AT_MOST)
    if equal is None or most is None or total.kind is Kind.COUNT and not total.figure.value:
        return None  # 下属二级单位0个,其中行政机构7个: what is none divides nothing
    if not total.figure.unit.text and _POINTS.search(group.total.lead) and not any(_POINTS.search(part.lead) for part in group.parts):
        return None  # 得分10, above 其中:当年财政拨款207.45
    if not group.foots and not group.total.lead.strip() and (not total.figure.unit.text or any(one.mention.end == total.start and one.mention.figure.unit == total.figure.unit for one in said)):
        return None  # 10其中: a number behind a number, out of a table whose cells run together; 441万元129万元: a word is missing
    if not group.foots and not total.figure.unit.text and _glued(group):
        return None
    if not group.foots and group.broken and most.holds:
        return None
    if both_ways(group.total, group.parts):
        return None
    if not group.foots and _VACANT.search(group.total.lead):
        return None  # 编制223名,空编27名,其中专业技术人员196人: of those that are there
    if not group.foots and _NEW.search(group.total.lead) and any(_FINISHED.search(part.lead) for part in group.parts):
        return None  # 新开工12个,完工15个: of those of former years too
    if not group.foots and sum(_SO_FAR.search(part.lead) is not None for part in group.parts) > 1:
        return None  # 一季度末累计支出792万元,二季度末累计支出1648万元: each holds the one before
    if not group.foots and (_MEAN.search(group.total.lead) or some_ages([part.lead for part in group.parts])):
        return None  # 馆均18人,其中具有职称的128人
    if not group.foots and _of_the_other_unit(group, said, equal.expected):
        return None
    added = in_unit(equal.expected, max(parts, key=lambda m: m.figure.decimals or 0) if _same_unit(parts, total) else total)
    listing = "+".join(shown(part) for part in parts)
    if not group.foots and group.total not in said and (of_another(group, said) or group.marker != WITHIN and (group.apart or not head_of(group.parts[0]).startswith(("其中", "包括"))) and _exactly_of_their_sum(group, said)):
        return None
    if not group.foots and group.marker == "即" and len(parts) > 1 and not one_wrong(parts, total):
        return None  # 应付至80%即380万元,实际支付362万元
    if not group.foots and most.holds and group.marker == "closed" and len(parts) == 2 and total.kind is Kind.COUNT and abs(equal.difference) * FARTHEST > abs(equal.actual) and not one_wrong(parts, total) and not exchanged(parts, total, 0):
        return None  # 实施32个,完工16个,在建3个: no word opens the list, and no slip leads to its total
    if not group.foots and most.holds and (told_in_part(group, said) or shared_in_part(group, said)):
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
        named = group.total not in said and len(group.total.name) >= 3 and group.total.name in head_of(group.parts[0])
        alone = any(_above(part.figure, total.figure) for part in parts)
        opens = total.kind is Kind.MONEY and not group.adjacent and group.total not in said and head_of(group.parts[0]).startswith(("其中", "包括"))
        alone_of_all = opens and any(all(_above(part.figure, other.mention.figure) for other in (group.total, *group.others)) for part in parts)
        sole = total.kind is Kind.MONEY and not group.others and group.total not in said and head_of(group.parts[0]).startswith(("其中", "包括"))
        certain = group.adjacent or sole or alone and named or bool(_BY_KIND.match(group.parts[0].lead)) and group.total not in said or alone_of_all
        one_mark = not any(_MARK.search(part.lead) for part in group.parts) or any(all(mark in part.lead for part in group.parts) for mark in ("级", "职称", "岁"))
        overlapping = total.figure.unit.base == "人" and len(parts) > 1 and (not one_mark or _by_what_befell(group))  # people are counted by marks that overlap
        nested = total.kind is Kind.COUNT and len(parts) == 2 and parts[1].figure.value <= parts[0].figure.value <= total.figure.value and bool(_NESTED.search(group.parts[0].lead + group.parts[1].lead))
        certain = certain and not (nested or total.kind is Kind.COUNT and len({part.noun[:2] for part in group.parts} - {""}) > 1)  # 收回90份,其中有效85份,满意80份
        certain = certain and not ("收入" in group.total.name and all("支出" in part.name for part in group.parts))
        certain = certain and not (group.total not in said and _ITEM.search(group.total.lead))  # …;四是代理手续费353万元。其中…: of the last, or of them all
        certain = certain and not group.apart and not any(part.name and part.name == group.total.name for part in group.parts)
        certain = certain or len(parts) > 1 and _same_unit(parts, total) and one_wrong(parts, total)
        certain = certain and (len(parts) > 1 or total.kind is not Kind.MONEY or bool(_MONEY.search(group.total.lead + group.parts[0].lead)))
        certain = certain and (len(parts) > 1 or group.total in said or not _BY_TIME.match(group.parts[0].lead))
        certain = certain and not overlapping and len({group.total.year, group.parts[0].year} - {None}) < 2 and not other_stage(group.total, group.parts[0])
        return claim(
            ClaimKind.PARTS, figures, Verdict.FAILS if certain else Verdict.UNSURE, shown(total), added,
            f"所列各部分合计{added}，超过总数{shown(total)}{_single(parts, total)}，请核对。",
        )
    if group.total not in said and not group.adjacent:
        return None
    return claim(ClaimKind.PARTS, figures, Verdict.UNSURE, shown(total), added, f"所列各部分合计{added}，不超过总数{shown(total)}；是否列全无法判断。")


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


def _glued(group: Group) -> bool:
    """Whether numbers without units come out of the cells of a form: a name told twice, 其中 within 其中, a number behind a number."""
    names = [part.name for part in group.parts if part.name]
    twice = len(set(names)) < len(names) or bool(group.total.name) and group.total.name in names
    return twice or any(part.lead.count("其中") > 1 or not part.lead.strip() for part in group.parts)


def _all_counted(group: Group, said: Sequence[Said]) -> bool:
    """Whether a plain list of counts names all there are of a total that nothing else can be meant by, or a slip in a count is all that it misses."""
    if not plainly_listed(group.parts, said) or group.total not in said and not group.adjacent and group.marker != WITHIN:
        return False
    if all_kinds(group.parts):
        return group.adjacent or not group.others
    return (group.adjacent or not group.others) and miscounted(group.parts, group.total)


def _of_the_other_unit(group: Group, said: Sequence[Said], given: Decimal) -> bool:
    """Whether the count right before the list is what it gives, though in another word: 抽查2400人,有效样本2316个,其中满意1728人、…."""
    at = group.taken[0] if group.taken else 0
    before = said[at - 1] if at else None
    return before is not None and before is not group.total and before.mention.kind is group.total.mention.kind is Kind.COUNT and before.mention.figure.quantity.value == given


def worlds_apart(given: Decimal, stated: Decimal, parts: Sequence[Mention]) -> bool:
    """Whether no slip leads from one to the other: another total was meant. A point out of place, in the total or in one part, is a slip."""
    low, high = sorted((abs(given), abs(stated)))
    if not low or high <= 3 * low or abs((high / low).log10() % 1) < Decimal("0.01"):
        return False
    values = [part.figure.quantity.value for part in parts]
    if given > stated:
        return all(given - value * 9 / 10 > stated * 21 / 20 for value in values)
    return all(abs(given + 9 * value - stated) > stated / 20 for value in values)


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


def _by_what_befell(group: Group) -> bool:
    """Whether people are counted by kinds of what was done to them, of which one may bear several: 处分90人,其中甲类处分80人、乙类处分20人."""
    act = group.total.name[-2:]
    return len(act) > 1 and not _PEOPLE.search(act) and all(part.name.endswith(act) and part.name != act for part in group.parts)


def _single(parts: Sequence[Mention], total: Mention) -> str:
    """Which part alone is above the total."""
    above = [shown(part) for part in parts if _above(part.figure, total.figure)]
    return f"（其中{'、'.join(above[:3])}一项即已超过）" if above and len(parts) > 1 else ""


def _same_unit(parts: Sequence, total) -> bool:  # noqa: ANN001
    return all(part.figure.unit == total.figure.unit for part in parts)


def _above(part, total) -> bool:  # noqa: ANN001
    footing = foots(total, [part], Relation.AT_MOST)
    return footing is not None and not footing.holds


def of_their_sum(group: Group, said: Sequence[Said]) -> bool:
    """Whether every part is followed by a share, and the shares are those of the sum of all parts: one of them fits it, or they give 100%."""
    shares = [said[index + 1] for index in group.taken if index + 1 < len(said) and said[index + 1].role is Role.SHARE]
    whole = sum((part.mention.figure.quantity.value for part in group.parts), Decimal(0))
    if len(shares) < max(2, len(group.taken)) or len(shares) != len(group.parts) or not whole:
        return False
    quotients = [ratio(part.mention.figure, Quantity(whole)) for part in group.parts]
    footings = [foots(share.mention.figure, [quotient]) for share, quotient in zip(shares, quotients, strict=True) if quotient is not None]
    footings.append(foots(Quantity(Decimal(1)), [share.mention.figure for share in shares]))
    return any(footing is not None and footing.holds for footing in footings)


def _exactly_of_their_sum(group: Group, said: Sequence[Said]) -> bool:
    """Whether the shares of all parts are those of their own sum, each of them: then the total told before is none of theirs."""
    shares = [said[index + 1] for index in group.taken if index + 1 < len(said) and said[index + 1].role is Role.SHARE]
    whole = sum((part.mention.figure.quantity.value for part in group.parts), Decimal(0))
    if not len(shares) == len(group.taken) == len(group.parts) > 1 or not whole:
        return False
    quotients = [ratio(part.mention.figure, Quantity(whole)) for part in group.parts]
    footings = [foots(share.mention.figure, [quotient]) for share, quotient in zip(shares, quotients, strict=True) if quotient is not None]
    return all(footing is not None and footing.holds for footing in footings)


def of_another(group: Group, said: Sequence[Said]) -> bool:
    """Whether the shares of the parts name a whole that is not this total: 按性质分,药品40万元,占事业收入的54%."""
    shares = [said[index + 1] for index in group.taken if index + 1 < len(said) and said[index + 1].role is Role.SHARE]
    return group.total not in said and any(share.of and group.total.name and not names_agree(share.of, group.total.name) and not _GENERAL.search(share.of) for share in shares)
