"""Changes told from behind: 下降18.75%,由上年的64起降至52起; 由62天缩短至54天,缩短8天; 3.26万元,较上年减少0.58万元,上年为3.84万元; 增加36万元,增长4.9%(上年749万元); 年初126人,新入38人,离院42人,年末122人."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import change, foots, half_place, ratio
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, claim, in_unit, last_digit, recomputed, settled, shown, verdict_of
from ziping.prose.judging.slips import digits, one_slip_off
from ziping.prose.text.figures import Kind, Mention
from ziping.prose.text.said import Role, Said, alike

__all__ = ["upturned_claims"]

TELLING = 3  # digits from which it is no accident that a change is the gap to the last digit
FLOWS = 4  # figures between what there was at first and at last
_FROM = re.compile(r"^[,，(](?:即|主要)?(?:由|从)(?:上年|去年|上年同期|(?:19|20)\d\d年|年初|原来|原先)?(?:的)?[^,，;；。:：\d]{0,6}$")
_FROM_ALONE = re.compile(r"(?:由|从)[^,，;；。:：]{0,14}$")
_TO = re.compile(r"^[^,，;；。:：\d]{0,4}?(?:下|上)?(?P<way>增加|增长|增|升|提高|扩大|减少|减|降低|下降|降|缩短|压缩|压减|缩减|延长)(?:到|至|为)了?(?:(?:19|20)\d\d年|本年|今年|当年)?的?$")
_BY = re.compile(r"^[^,，;；。\d]{0,2}[,，](?:同比|平均)?(?P<way>增加|提高|扩大|减少|降低|下降|缩短|压缩|压减|缩减|延长)了?$")
_RATE_BY = re.compile(r"^[^,，;；。\d]{0,2}[,，](?:同比)?(?:增加|增长|提高|上升|扩大|减少|降低|下降|缩短|压缩|压减|缩减|延长)了?(?:幅度)?(?:为|达)?$")
_AIM = re.compile("预算|计划|目标|年初")
_LESS = re.compile("减|降|缩|压")
_LAST = re.compile(r"^[^,，;；。\d]{0,2}[,，(](?:上年|去年|上年同期)(?:同期)?(?:数|支出|决算)?(?:为|是)$")
_VERSUS = re.compile(r"^[^,，;；。\d]{0,2}[,，](?:比|较)(?:上年|去年|上年同期)(?:同期)?(?:增加|减少|增|减|下降|上升|多|少)了?$")
_THEN = re.compile(r"^[^,，;；。\d]{0,2}[,，(](?:其中)?(?:上年|去年)(?:同期)?[^,，;；。:：\d]{0,8}$")
_NOW = re.compile(r"^[^,，;；。\d]{0,6}[,，](?:本年|今年|当年)[^,，;；。:：\d]{0,8}$")
_THEN_FIRST, _MORE = re.compile(r"(?:^|[,，;；。\s])(?:上年|去年)(?:同期)?(?P<what>[^,，;；。:：\d]{0,8})$"), re.compile(r"^[^,，;；。\d]{0,6}[,，](?:同比)?(?P<way>多|少)(?P<what>[^,，;；。\d]{0,4})$")
_BEHIND = re.compile(r"^[(](?:上年|去年|上年同期|(?:19|20)\d\d年)(?:同期)?(?:数|支出|决算)?(?:为|是)?$")
_YEAR_BEFORE = re.compile(r"^[^,，;；。\d]{0,4}(?:上年|去年)(?:同期)?(?:实际)?(?:支出|收入|决算)?(?:为)?$")
_SINCE = re.compile(r"^[,，](?:本年|今年)?(?:支出|收入)?同比(?:增加|减少)了?$")
_OPENING = re.compile(r"(?:年初|上年末|上年底|期初)(?!预算|结转|结余)[^,，;；。\d]{0,12}$")
_CLOSING = re.compile(r"^[^,，;；。\d]{0,6}[,，](?:年末|年底|期末|到年底)(?!结转|结余)[^,，;；。\d]{0,10}$")
_CAME = re.compile(r"新增|新入|新进|转入|轮入|新建|入库|购入|增加|接收|纳入|入院|入住|调入|新开|迁入|收入")
_WENT = re.compile(r"轮出|离院|转出|退出|出库|减少|报废|注销|死亡|核销|销号|出院|离职|调出|迁出|清退|关停|离开|退休|毕业")


def upturned_claims(said: Sequence[Said], before: Before, judged: Sequence[Claim]) -> Iterator[Claim]:
    """One claim for every such change whose figures stand right beside each other."""
    known = settled(judged)
    for at, (a, b, c) in enumerate(zip(said, said[1:], said[2:], strict=False)):
        if any(one.mention.loose for one in (a, b, c)):
            continue
        if a.mention.kind is Kind.RATE and a.role is Role.CHANGE and a.direction and _AIM.search(a.lead) is None and a.mention not in known and alike(b, c) and _counts(b, c) and (_FROM.match(b.lead) and _TO.match(c.lead) or _THEN.match(b.lead) and _NOW.match(c.lead)):
            yield from _rate(a, c, b)
        elif alike(a, b) and alike(b, c) and _counts(a, b, c) and c.mention not in known and _FROM_ALONE.search(a.lead) and (to := _TO.match(b.lead)) and (by := _BY.match(c.lead.removeprefix(b.noun))):
            yield from _gap(a, b, c, bool(_LESS.search(to["way"])), bool(_LESS.search(by["way"])))
        elif alike(a, b) and alike(b, c) and _counts(a, b, c) and a.amount and b.role is Role.CHANGE and b.mention not in known and _VERSUS.match(b.lead.removeprefix(a.noun)) and _LAST.match(c.lead.removeprefix(b.noun)):
            yield from _of_last(a, b, c)
        elif a.role is b.role is Role.CHANGE and a.direction == b.direction != 0 and b.mention.kind is Kind.RATE and b.mention not in known and _RATE_BY.match(b.lead) and alike(a, c) and _counts(a, c) and _BEHIND.match(c.lead) and c.mention.depth > b.mention.depth:
            yield from _of_behind(a, b, c)
        elif alike(a, b) and _counts(a, b) and c.role is Role.CHANGE and c.direction and c.mention.kind is Kind.RATE and c.mention not in known and _FROM_ALONE.search(a.lead) and _TO.match(b.lead) and _RATE_BY.match(c.lead):
            yield from _rate(c, b, a)
        elif alike(a, b) and alike(b, c) and _counts(a, b, c) and c.mention not in known and (was := _THEN_FIRST.search(a.lead)) and (now := _NOW.match(b.lead)) and (more := _MORE.match(c.lead)):
            if now[0].endswith(was["what"]) and (not more["what"] or more["what"][:1] in was["what"]):
                yield from _gap(a, b, c, more["way"] == "少", more["way"] == "少")
        elif _OPENING.search(a.lead) and a.amount:
            yield from _flows(said, at, known)
    for last, moved in zip(said, said[1:], strict=False):
        if moved.mention not in known and alike(last, moved) and _counts(last, moved) and _YEAR_BEFORE.match(last.lead) and _SINCE.match(moved.lead) and moved.direction and last is said[0]:
            yield from _other_way(last, moved, before)


def _counts(*row: Said) -> bool:
    return all(one.mention.kind in (Kind.MONEY, Kind.COUNT) and one.mention.figure.value > 0 for one in row)


def _rate(rate: Said, now: Said, then: Said) -> Iterator[Claim]:
    grown = change(now.mention.figure, then.mention.figure)
    footing = foots(rate.mention.figure, [grown if rate.direction > 0 else -grown]) if grown is not None else None
    if footing is not None and grown is not None:
        worked = in_unit(abs(grown.value), rate.mention)
        sum_ = f"({shown(now.mention)}-{shown(then.mention)})÷{shown(then.mention)}={worked}"
        yield last_digit(recomputed(ClaimKind.CHANGE, [then.mention, now.mention, rate.mention], verdict_of(footing.holds), worked, sum_), grown if rate.direction > 0 else -grown)


def _gap(then: Said, now: Said, by: Said, falls: bool, less: bool) -> Iterator[Claim]:
    high, low = (then, now) if falls else (now, then)
    footing = foots(by.mention.figure, [high.mention.figure, -low.mention.figure])
    if footing is None or footing.expected <= 0 or falls != less:
        return
    worked = in_unit(footing.expected, by.mention)
    sum_ = f"{shown(high.mention)}-{shown(low.mention)}={worked}"
    yield recomputed(ClaimKind.CHANGE, [then.mention, now.mention, by.mention], verdict_of(footing.holds), worked, sum_)


def _of_last(now: Said, moved: Said, then: Said) -> Iterator[Claim]:
    high, low = (now, then) if moved.direction > 0 else (then, now)
    footing = foots(moved.mention.figure, [high.mention.figure, -low.mention.figure])
    if footing is None:
        return
    slip = one_slip_off(moved.mention.figure, ((1, high.mention.figure), (-1, low.mention.figure)), footing.difference)
    reversed_ = footing.expected == -footing.actual and digits(moved.mention.figure) >= TELLING - 1
    if not footing.holds and not slip and not reversed_:
        return
    worked = in_unit(footing.expected, moved.mention)
    sum_ = f"{shown(high.mention)}-{shown(low.mention)}={worked}"
    yield recomputed(ClaimKind.CHANGE, [now.mention, then.mention, moved.mention], verdict_of(footing.holds), worked, sum_)


def _of_behind(moved: Said, rate: Said, then: Said) -> Iterator[Claim]:
    quotient = ratio(moved.mention.figure, then.mention.figure)
    footing = foots(rate.mention.figure, [quotient]) if quotient is not None else None
    if footing is not None and quotient is not None:
        worked = in_unit(quotient.value, rate.mention)
        made = recomputed(ClaimKind.CHANGE, [moved.mention, then.mention, rate.mention], verdict_of(footing.holds), worked, f"{shown(moved.mention)}÷{shown(then.mention)}={worked}")
        yield last_digit(made, quotient)


def _flows(said: Sequence[Said], at: int, known: set[Mention]) -> Iterator[Claim]:
    """From what there was at first, by all that came and went, to what there is at last: fails where one slip explains it."""
    first, moves = said[at], []
    for one in said[at + 1 : at + 2 + FLOWS]:
        if not alike(one, first) or one.mention.loose or one.mention.depth != first.mention.depth or one.mention.kind is not Kind.COUNT or re.search("[;；。]", one.lead):
            return
        if _CLOSING.match(one.lead):
            break
        came, went = _CAME.search(one.lead), _WENT.search(one.lead)
        if bool(came) == bool(went):
            return
        moves.append((one, 1 if came else -1))
    else:
        return
    if not moves or one.mention in known:
        return
    footing = foots(one.mention.figure, [first.mention.figure, *(move.mention.figure if sign > 0 else -move.mention.figure for move, sign in moves)])
    if footing is None:
        return
    if footing.holds or one_slip_off(one.mention.figure, ((sign, term.mention.figure) for term, sign in ((first, 1), *moves)), footing.difference):
        worked = in_unit(footing.expected, one.mention)
        sum_ = shown(first.mention) + "".join(f"{'+' if sign > 0 else '-'}{shown(move.mention)}" for move, sign in moves) + f"={worked}"
        yield recomputed(ClaimKind.BALANCE, [first.mention, *(move.mention for move, _ in moves), one.mention], verdict_of(footing.holds), worked, sum_)


def _other_way(last: Said, moved: Said, before: Before) -> Iterator[Claim]:
    """`支出343.44万元…。上年支出352.71万元,本年同比增加9.27万元`: what the paragraph has told of this year lies as far from last year's, but on the other side."""
    told = [one for one in before.told if one.amount and alike(one, last) and not one.mention.loose and one.year != -1]
    due = last.mention.figure.quantity.value + moved.direction * moved.mention.figure.quantity.value
    turned = last.mention.figure.quantity.value - moved.direction * moved.mention.figure.quantity.value
    values = {one.mention.figure.quantity.value: one for one in told}
    place = half_place(moved.mention.figure.decimals, moved.mention.figure.unit.shift)
    if digits(moved.mention.figure) < TELLING or any(abs(value - due) <= place for value in values) or turned not in values:
        return
    now = values[turned]
    words = f"{shown(now.mention)}比上年{shown(last.mention)}{'少' if moved.direction > 0 else '多'}{shown(moved.mention)}，文中写作{'增加' if moved.direction > 0 else '减少'}，请核对增减。"
    yield claim(ClaimKind.CHANGE, [now.mention, last.mention, moved.mention], Verdict.FAILS, shown(moved.mention), f"-{shown(moved.mention)}", words)
