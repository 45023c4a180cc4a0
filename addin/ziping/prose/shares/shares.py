"""Shares: 占…的 p%, 占比 p%, each of the whole that its words and its sentence mean; those of a list are told `together`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ziping.amounts import foots, ratio
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, claim, shown, verdict_of
from ziping.prose.judging.grouping import Group
from ziping.prose.judging.slips import digits, one_slip, printed, significant, slip_of
from ziping.prose.lists.sharing import of_another, of_their_sum
from ziping.prose.shares.implied import compared
from ziping.prose.shares.together import THIS_ONE, all_shares, all_told, as_share, is_share, shares_in_rows, shares_of_their_sum
from ziping.prose.shares.wholes import headed, named_wholes, narrower
from ziping.prose.text.figures import Kind
from ziping.prose.text.markers import WITHIN
from ziping.prose.text.naming import CALLED, names_agree
from ziping.prose.text.said import Role, Said
from ziping.prose.text.stages import of_a_while

__all__ = ["share_claims"]

SPAN = 30  # characters before a whole that 占 may stand in
HALF = Decimal("0.5")
_REMARK = re.compile(r"[,，](?:主要|均|全部|全)(?:为|是|用于|系)[^,，;；]{2,40}[,，]")
_BASE = re.compile(r"(?:比|较|与|同)(?:上年|去年|上一年|年初|同期|(?:19|20)\d\d年)[^,，;；]{0,16}$")  # 比上年的9万元增加1万元,占…: of what was told before it
_LAST_YEARS = re.compile(r"(?:上年|去年|上一年|上年同期|同期)(?:度|同期)?$")  # 占28.69%,上年占26.53%
_KIND = re.compile("新生|学生|在校生|人员|教师|职工|经费|项目|支出|资金")
_EVERYWHERE = re.compile(r"全[市省县区国州镇乡](?:总[数量额])?|总[数量额]")


def share_claims(said: Sequence[Said], found: Sequence[Group], before: Before) -> Iterator[Claim]:
    """One claim for every share whose part and whole the text gives; one for the shares of every complete list."""
    found = [group for group in found if group.foots or group.total in said or group.marker == WITHIN or not of_their_sum(group, said) and not of_another(group, said)]
    rows = list(shares_in_rows(said, found, before)) + list(shares_of_their_sum(said, found))
    yield from rows
    done = {claim.figures[-1] for claim in rows}
    for index, share in enumerate(said):
        row = share.serial or index + 1 < len(said) and said[index + 1].serial
        row = row and not any(group.total in said for group in found)  # without its whole beside it only shares_in_rows may judge
        if share.role is Role.SHARE and not share.mention.loose and share.mention not in done and not row:
            made = _share(said, index, found, before)
            if made is not None and not (share.serial and made.verdict is Verdict.FAILS):  # its part stands as far back
                yield made
    for group in found:
        made = all_shares(group, said, before.previous)
        if made is not None:
            yield made


def _share(said: Sequence[Said], index: int, found: Sequence[Group], before: Before) -> Claim | None:
    share = said[index]
    parts = [s for s in said[max(0, index - 6) : index] if s.amount and not s.mention.loose and s.mention.depth <= share.mention.depth and not s.noun.startswith("倍")]
    parts = [s for s in parts if not s.price] or parts  # 支出12万元,以每人每月972元计发,占…
    if not parts or re.search(r"分别|各占|共占|合计占|两项|(?<!及)以上", share.lead) or _LAST_YEARS.search(_before_of(share)):
        return None
    if share.explicit:
        if len(parts) < 2 or parts[-1] is not said[index - 1] or parts[-2].mention.figure.unit.base != parts[-1].mention.figure.unit.base:
            return None
        meant = [one for one in parts[:-1] if "占" not in one.lead[-SPAN:] and one.mention.figure.unit.base == parts[-1].mention.figure.unit.base]
        meant = [one for one in meant if not _BASE.search(one.lead)]
        if not meant:
            return None
        part = next((one for one in reversed(meant) if is_share(share, one, parts[-1])), meant[-1])  # 占甲a的p%,占乙b的q%: of one thing
        return as_share(share, part, parts[-1], verdict_of(is_share(share, part, parts[-1])))
    part = next((one for one in reversed(parts) if not _BASE.search(one.lead)), parts[-1])
    subject = _subject(share)
    own = next((one for one in reversed(parts) if one.name and one.name == _before_of(share)), None)
    own = own or _by_its_beginning(share, found)
    if own is not None and own is not part:
        part, subject = own, own.name
    if subject and not names_agree(subject, part.name):
        named = [s for s in [*before.previous, *said[:index]] if s.amount and names_agree(subject, s.name) and not s.mention.loose]
        named = [s for s in named if s.mention.figure.unit.base == part.mention.figure.unit.base]
        part, subject = (named[-1], subject) if len({s.mention.figure.quantity.value for s in named}) == 1 else (part, "?")
    direct = own is not None or part not in said or all(s.role is not Role.AMOUNT or _BASE.search(s.lead) or s.mention.depth > share.mention.depth or s.noun.startswith("倍") for s in said[said.index(part) + 1 : index])
    base = part.mention.figure.unit.base
    group = next((g for g in found if part in g.parts), None)
    pool = [s for s in [*before.previous, *said[max(0, index - 12) : index]] if s.amount and s is not part and s.mention.figure.unit.base == base]
    named, literal = named_wholes(said, index, part, before)
    if any(s in said for s in named) or (group and group.adjacent and group.total in said):
        pool = [s for s in pool if s in said]
    within = group is not None and group.marker == WITHIN and group.adjacent
    wholes = named if literal else [group.total] if group and within and not share.of else named + ([group.total] if group else []) + pool
    for whole in reversed(wholes):
        if is_share(share, part, whole):
            return as_share(share, part, whole, Verdict.HOLDS)
    if (meant := _in_another_unit(said, share, part, wholes)) is not None:
        return meant
    last = group is not None and part is group.parts[-1] and not any(said[i + 1].role is Role.SHARE for i in group.taken[:-1])
    if last and group and any(is_share(share, group.total, whole) for whole in wholes + pool if whole is not group.total):
        return None  # 四个庭共239件,其中…丁庭32件,占全院的55%
    second = parts[-2] if len(parts) > 1 and not (direct and said[said.index(parts[-2]) + 1].role is Role.SHARE) else None
    if second is not None and any(is_share(share, second, whole) for whole in pool if whole is not second):
        return None
    alike = [s for s in before.previous if s.amount and not s.mention.loose and names_agree(part.name, s.name) and s.year in (part.year, None)]
    if _EVERYWHERE.fullmatch(share.of) and len({s.mention.figure.quantity.value for s in alike}) == 1 and not named:
        named = alike[-1:]  # 其中,市本级实际采购金额12万元,占全市的6%
    whole = _proven(said, share, wholes) or _designated(share, named, group, said) or headed(said, index, before)
    if whole is None:
        return None
    outer = _outer([*before.previous, *said], share, whole)
    inner = compared(whole, outer, part, share) if outer is not None else None
    alone = _slipped(share, part, whole, Decimal(1))
    if inner is not None and outer is not None and (inner.verdict is not Verdict.FAILS or not alone and _slipped(share, part, whole, outer.mention.figure.quantity.value)):
        return inner
    remark = re.sub(r"占.*", "", share.lead)
    plain = len(remark) <= 6 or bool(_REMARK.fullmatch(remark)) if not subject else subject != "?"
    clear = direct and not whole.mention.loose and plain and not (share.of and not literal and narrower(share, whole))
    clear = clear and (whole in said or before.year_of(whole) in (None, before.year) or not any(is_share(share, part, one) for one in before.earlier if one.mention.figure.unit.base == base))
    clear = clear and (whole in said or not _agree_on_another(said, share, whole))
    clear = clear and not (of_a_while(part) and whole not in said and whole not in before.previous)
    clear = clear and (whole in said or whole in before.told or whole in before.previous or _within_reach(share, part, whole))
    clear = clear and not (THIS_ONE.match(share.of) and whole not in said and whole not in before.previous)
    clear = clear and (outer is None or alone)
    return as_share(share, part, whole, Verdict.FAILS if clear else Verdict.UNSURE, all_told([one for one in said if one.role is Role.SHARE and one.of == share.of]))


def _outer(said: Sequence[Said], share: Said, whole: Said) -> Said | None:
    """The share told of the whole itself: 老年人口264万人,[占18.7%],其中高龄人口191万人,占13.5%, which may be of what that is of, or of another still."""
    at = said.index(whole) if whole in said else len(said)
    outer = next((one for one in said[at + 1 : at + 2] if one.role is Role.SHARE and not one.explicit and not one.mention.loose), None)
    return outer if outer is not None and outer is not share and share.of in ("", outer.of) else None


def _slipped(share: Said, part: Said, whole: Said, by: Decimal) -> bool:
    """Whether one slip, in the share or an amount, is all that keeps it from being right; by: the share that the whole is itself, 1 where the share is of the whole."""
    figure, other, of = (one.mention.figure for one in (share, part, whole))
    rate = figure.quantity.value
    if not rate or not by or not of.value:
        return False
    quotient = other.quantity.value / of.quantity.value
    return slip_of(figure, quotient * by) or slip_of(other, of.quantity.value * rate / by) or slip_of(of, other.quantity.value * by / rate)


def _in_another_unit(said: Sequence[Said], share: Said, part: Said, wholes: Sequence[Said]) -> Claim | None:
    """`甲1.76亿元,占3.5%;乙2.35万元,占4.6%`: the share is right of the whole that another one of the sentence is of, but for the unit of the part."""
    for whole in reversed(wholes):
        figure = part.mention.figure.but(unit=whole.mention.figure.unit)
        if part.mention.kind is not Kind.MONEY or figure == part.mention.figure or not is_share(share, replace(part, mention=replace(part.mention, figure=figure)), whole):
            continue
        others = [(next((s for s in reversed(said[:at]) if s.amount and not s.noun.startswith("倍")), None), one) for at, one in enumerate(said) if one is not share and one.role is Role.SHARE and one.of == share.of]
        if any(other is not None and other is not part and is_share(one, other, whole) for other, one in others):
            words = f"占{shown(share.mention)}须以{figure}算得，文中写作{shown(part.mention)}，请核对单位。"
            return claim(ClaimKind.UNIT, [share.mention, part.mention], Verdict.FAILS, shown(part.mention), str(figure), words)
    return None


def _within_reach(share: Said, part: Said, whole: Said) -> bool:
    """Whether a slip may lead from the share of this whole to the stated one: a whole of another paragraph may be another body's."""
    quotient, stated = ratio(part.mention.figure, whole.mention.figure), share.mention.figure.quantity.value
    if quotient is None or not stated or not quotient.value:
        return False
    times = abs(quotient.value / stated)
    return HALF < times < 1 / HALF or abs(times.log10() - times.log10().to_integral_value()) < Decimal("0.01")


def _proven(said: Sequence[Said], share: Said, wholes: Sequence[Said]) -> Said | None:
    """The whole of which the sentence's other shares, two at least, are shares."""
    pairs = [(a, b) for a, b in zip(said, said[1:], strict=False) if a.amount and b.role is Role.SHARE and b is not share and b.of == share.of]
    pairs = [(a, b) for a, b in pairs if a.mention.figure.value and not b.explicit and digits(b.mention.figure) > 1]
    said_of = [a for a, b in zip(said, said[1:], strict=False) if b.role is Role.SHARE and b is not share and b.explicit and not share.of]  # 占总支出90万元的46%;乙…,占32%;丙…,占22%
    fitting = [whole for whole in wholes if sum(is_share(b, a, whole) for a, b in pairs if a is not whole) + (whole in said_of) > 1]
    return fitting[-1] if len({s.mention.figure.quantity.value for s in fitting}) == 1 else None


def _agree_on_another(said: Sequence[Said], share: Said, whole: Said) -> bool:
    """Whether the shares of the sentence, three at least or two of enough digits, are of one whole, and it is not this one, which was told before."""
    pairs = [(a, b) for a, b in zip(said, said[1:], strict=False) if a.amount and b.role is Role.SHARE and b.of == share.of and not b.explicit and b.mention.figure.value]
    pairs = [(a, b) for a, b in pairs if a.mention.figure.unit.base == whole.mention.figure.unit.base and a.mention.figure.value]
    telling = all(significant(b.mention.figure) > 2 for _, b in pairs)
    if len(pairs) < (2 if telling else 3) or len(pairs) > 2 and all_told([b for _, b in pairs]):
        return False
    implied = [ratio(a.mention.figure, b.mention.figure) for a, b in pairs]
    first, figure = implied[0], whole.mention.figure
    due = printed(figure, first.value) if first is not None else figure
    if first is None or due == figure or one_slip(due, figure) or (same := foots(figure, [first])) is not None and same.holds:
        return False
    return all((footing := foots(one, [first])) is not None and footing.holds for one in implied[1:] if one is not None)


def _subject(share: Said) -> str:
    """What the words right before 占 say has the share: ,[中小企业合同金额]占采购规模的74%; nothing where they are no noun."""
    words = re.sub(r"(?:总?金额|总额|数额|资金|总)$", "", re.sub(r"^(?:其中|其|约|仅|均|分别|共|各|所)+|(?:约|仅|均|分别|共|各|所)+$", "", _before_of(share)))
    return words if len(words) > 2 else ""


def _by_its_beginning(share: Said, found: Sequence[Group]) -> Said | None:
    """The one part of the lists that foot which the share is told of with a word of its kind behind: 一年级800人、…,[一年级]新生占在校生总数的40%."""
    words = _before_of(share)
    meant = [part for group in found if group.foots for part in group.parts if len(part.name) >= CALLED and words.startswith(part.name) and _KIND.fullmatch(words.removeprefix(part.name))]
    return meant[0] if len(meant) == 1 else None


def _before_of(share: Said) -> str:
    """The words right before 占."""
    return re.split("[,，;；:：。、)]", share.lead.partition("占")[0])[-1]


def _designated(share: Said, named: Sequence[Said], group: Group | None, said: Sequence[Said]) -> Said | None:
    """The one whole the words point to."""
    if share.of:
        near = [s for s in named if s in said] or ([group.total] if group and names_agree(share.of, group.total.name) else [])
        values = {s.mention.figure.quantity.value for s in named}
        if near:
            return near[-1]
        return named[-1] if len(values) == 1 else None
    if group and (group.foots or group.complete or group.adjacent):
        return group.total
    return None
