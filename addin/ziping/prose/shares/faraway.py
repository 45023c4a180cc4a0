"""Rates and shares of a whole told sentences before: 实际执行926万元,执行率88.69%, where the budget was told a chapter above.

Which whole is meant is told by the figures. Where some amount of the text bears the rate out, nothing is said of it; where none does, but
one that its words may mean does so but for digits that changed places, that one was meant.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from ziping.amounts import Figure, Quantity, ratio
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, last_digit, recomputed, settled, shown, verdict_of
from ziping.prose.judging.quotients import quotient_is
from ziping.prose.judging.slips import APART, BESIDE, digits, mistyped, printed, slip_of
from ziping.prose.shares.rates import is_of_time
from ziping.prose.text.figures import Kind, Mention
from ziping.prose.text.naming import names_agree, plain_name
from ziping.prose.text.said import Role, Said, alike

__all__ = ["faraway_claims"]

FEW = 4  # wholes that the words of a rate may mean
SUBJECTS = 24  # amounts before a share that its subject may be told among
NEARBY = 8  # amounts before a rate of which two may be its whole
NEAR = 6  # amounts of the sentence before a rate that it may be of
SHARP = 20  # times what rounding leaves open that a quotient is at least
_RATE = re.compile(r"(?:率|进度|度|比例|比率|完成值|实际值)(?:为|是|达到|达|仅|:)*$")
_NO_RATE = re.compile(r"节约|增长|下降|变动|同比|上升|提高|税|利|控制|折|年化|负债|自给|覆盖")
_BUDGET = re.compile(r"预算|下达|到位|安排|批复|计划|目标|总投资|资金|合同|应|任务|受理|收回|发放|抽查|抽样|回访|检查|调查|共|合计|总|送审")
_AIM = re.compile("任务|计划|目标")
_SUBJECT = re.compile(r"(?:^|[,，、;；。])(?:其中)?(?P<name>(?![两三四五六七八九十几]项)[^,，、;；。:：占\d]{2,12}?)(?:一项)?(?:即|就|便)?(?:仅|只)?占(?:比)?(?:[^,，、;；。:：占\d]{0,16}的)?(?:比重|比例)?(?:为|达)?$")
_AGAINST = re.compile(r"[与比较同][^,，;；。]{0,6}(?:(?:19|20)\d\d年|上年|去年|上一年|同期)[^,，;；。]{0,16}$")  # last year's whole, which this year's is compared with
_LINK = re.compile(r"总|额|数|的|了|金|资")


def faraway_claims(said: Sequence[Said], before: Before, judged: Sequence[Claim]) -> Iterator[Claim]:
    """One claim for every rate that no other rule could judge, and that misses what its words may mean by digits that changed places."""
    known = settled(judged)
    together = list(_of_one_whole(said, before, known))
    yield from together
    known |= {claim.figures[-1] for claim in together} | {claim.figures[-1] for claim in judged if claim.kind is ClaimKind.SHARE}
    for at, rate in enumerate(said):
        mention = rate.mention
        if mention.kind is not Kind.RATE or mention.loose or mention in known or rate.role is Role.CHANGE or rate.serial:
            continue
        if "满意" in rate.lead and "不满意" in said[at - 1].lead and "不满意" not in rate.lead:
            continue  # 不满意8份,满意度85%: of all the others
        if rate.role is Role.OTHER and not _RATE.search(rate.lead) or _NO_RATE.search(rate.lead) or digits(mention.figure) < 3 or mention.figure.value >= 100:
            continue
        told = [one for one in (*before.earlier, *said[:at]) if not one.mention.loose and one.mention.kind in (Kind.MONEY, Kind.COUNT)]
        if (subject := _SUBJECT.search(rate.lead)) is not None and rate.role is Role.SHARE:
            if (made := _of_subject(rate, subject["name"], told)) is not None:
                yield made
            continue
        parts = [one for one in said[max(0, at - NEAR) : at] if one.amount and not one.mention.loose and one.mention.depth <= mention.depth]
        if not parts or parts[-1].serial or is_of_time(rate, parts[-1]) or any(one.mention.kind is not Kind.RATE or re.search("[;；]", one.lead) for one in said[said.index(parts[-1]) + 1 : at + 1]):
            continue
        made = _beside(rate, said, at, judged) or _judged(rate, parts, told, [one for one in said[at + 1 : at + 4] if one.mention.kind in (Kind.MONEY, Kind.COUNT)], said)
        if made is not None:
            yield made


def _of_one_whole(said: Sequence[Said], before: Before, known: Container[Mention]) -> Iterator[Claim]:
    """`中央资金占76%,省级资金占7%,市级资金占17%`: of the one whole that two of the shares or more bear out."""
    shares = [(one, match["name"]) for one in said if one.role is Role.SHARE and not one.mention.loose and (match := _SUBJECT.search(one.lead))]
    if len(shares) < 3:
        return
    told = [one for one in before.earlier[-SUBJECTS:] if one.amount and not one.mention.loose]
    parts = {share.mention: named[-1] for share, name in shares if (named := [one for one in told if name in (one.name, one.lead[-len(name) :])]) and len({one.mention.figure.quantity.value for one in named}) == 1}
    wholes = {one.mention.figure.quantity.value: one for one in told}
    for whole in wholes.values():
        fitting = [share for share, part in parts.items() if part is not whole and alike(part, whole) and _fits(share.figure, part, whole)]
        missing = [share for share, part in parts.items() if share not in fitting and share not in known and alike(part, whole) and part.mention.figure.quantity.value < whole.mention.figure.quantity.value]
        if len(fitting) > 1 and len(missing) == 1:
            yield _claim(next(share for share, _ in shares if share.mention == missing[0]), parts[missing[0]], whole, ClaimKind.SHARE)


def _beside(rate: Said, said: Sequence[Said], at: int, judged: Sequence[Claim]) -> Claim | None:
    """`甲3亿元,占总收入的30%;乙2亿元,占总收入的21%`: of the whole that the other share of the sentence in the same words holds for."""
    part = said[at - 1]
    if rate.role is not Role.SHARE or len(rate.of) < 2 or not part.amount or part.serial or part.mention.depth != rate.mention.depth or rate.lead[:1] not in ",，":
        return None
    others = {one.mention for one in said if one.role is Role.SHARE and one.of == rate.of and one is not rate}
    held = [claim for claim in judged if claim.verdict is Verdict.HOLDS and claim.figures[-1] in others and len(claim.figures) == 3]
    pairs = [sorted(claim.figures[:2], key=lambda figure: figure.figure.quantity.value) for claim in held if claim.figures[1].kind is not Kind.RATE]
    wholes = {whole for (less, whole), claim in zip(pairs, held, strict=False) if _fits(claim.figures[-1].figure, replace(part, mention=less), replace(part, mention=whole))}
    if len(wholes) != 1:
        return None
    (whole,) = wholes
    told = replace(part, mention=whole)
    plain = alike(told, part) and whole.figure.quantity.value > part.mention.figure.quantity.value and not _fits(rate.mention.figure, part, told)
    return _claim(rate, part, told, ClaimKind.SHARE) if plain else None


def _of_subject(rate: Said, name: str, told: Sequence[Said]) -> Claim | None:
    """`差旅费占17.50%`: of the thing that the text told by this name."""
    named = [one for one in told[-SUBJECTS:] if one.amount and name in (one.name, one.lead[-len(name) :])]
    if len({one.mention.figure.quantity.value for one in named}) != 1:
        return None
    part = named[-1]
    wholes = {one.mention.figure.quantity.value: one for one in told if one is not part and alike(one, part)}
    said = {value: one for value, one in wholes.items() if rate.of and rate.of in (one.name, one.lead[-len(rate.of) :]) and not _AGAINST.search(one.lead)}
    if len(said) == 1 and name == part.name and rate.lead.lstrip("。,，;；、").removeprefix("其中").startswith(name):  # part and whole both by their own names: nothing else can be meant
        (whole,) = said.values()
        return _claim(rate, part, whole, ClaimKind.SHARE, _fits(rate.mention.figure, part, whole)) if whole.mention.figure.quantity.value > part.mention.figure.quantity.value else None
    if any(_fits(rate.mention.figure, part, one) for one in wholes.values()):
        return None
    near = {value: one for value, one in wholes.items() if one in told[-SUBJECTS:] and value > part.mention.figure.quantity.value and (not rate.of or names_agree(rate.of, one.name))}
    missed = [one for one in near.values() if _exchanged(rate.mention, part, one)]
    return _claim(rate, part, missed[0], ClaimKind.SHARE) if len(missed) == 1 and len(near) <= 2 * FEW else None


def _claim(rate: Said, part: Said, whole: Said, kind: ClaimKind, holds: bool = False) -> Claim:
    quotient = ratio(part.mention.figure, whole.mention.figure)
    assert quotient is not None
    worked = in_unit(quotient.value, rate.mention)
    made = recomputed(kind, [part.mention, whole.mention, rate.mention], verdict_of(holds), worked, f"{shown(part.mention)}÷{shown(whole.mention)}={worked}")
    return last_digit(made, quotient)


def _judged(rate: Said, parts: Sequence[Said], told: Sequence[Said], after: Sequence[Said], said: Sequence[Said]) -> Claim | None:
    part = parts[-1]
    pairs = ((a, b) for a in parts for b in (*told, *after) if a is not b and a.mention.kind is b.mention.kind)
    if any(_fits(rate.mention.figure, a, b) for a, b in pairs) or _of_two(rate, part, [one for one in told[-NEARBY:] if one is not part and alike(one, part)]):
        return None
    first = _just_before(rate, part, told)
    here = [one for one in said[: said.index(part)] if one.mention in {other.mention for other in told} and alike(one, part) and one.mention.figure.quantity.value >= part.mention.figure.quantity.value]
    wholes = {one.mention.figure.quantity.value: one for one in (*_meant(rate, part, told), *first, *here[-2:])}
    missed = [one for one in wholes.values() if _exchanged(rate.mention, part, one) or _part_exchanged(rate.mention, part, one)]
    missed = missed or [one for one in first if part is said[said.index(rate) - 1] and _one_wrong(rate.mention, part, one)]
    if len(wholes) > FEW + 2 or len(missed) != 1:
        return None
    return _claim(rate, part, missed[0], ClaimKind.SHARE if rate.role is Role.SHARE else ClaimKind.RATE)


def _of_two(rate: Said, part: Said, told: Sequence[Said]) -> bool:
    """Whether two amounts together are a whole that bears the rate out: what was carried over and what was received."""
    sums = (Quantity(a.value + b.value, a.slack + b.slack) for a, b in combinations([one.mention.figure.quantity for one in told], 2))
    return any(quotient_is(rate.mention.figure, part.mention.figure, whole) for whole in sums)


def _fits(rate: Figure, part: Said, whole: Said) -> bool:
    return quotient_is(rate, part.mention.figure, whole.mention.figure, SHARP)


def _one_wrong(rate: Mention, part: Said, whole: Said) -> bool:
    """Whether one digit of a rate of four is all that is wrong."""
    quotient = ratio(part.mention.figure, whole.mention.figure)
    figure = rate.figure
    if quotient is None or quotient.value > 1 or quotient.slack > quotient.value / 200 or digits(figure) < 4:
        return False
    return slip_of(figure, quotient.value)


def _exchanged(rate: Mention, part: Said, whole: Said) -> bool:
    quotient = ratio(part.mention.figure, whole.mention.figure)
    if quotient is None or quotient.value > 1 or quotient.slack > quotient.value / 200:
        return False
    figure, due = rate.figure, printed(rate.figure, quotient.value)
    return any(one.value == due.value for one in mistyped(figure, APART if digits(figure) > 3 else BESIDE, single=False))


def _just_before(rate: Said, part: Said, told: Sequence[Said]) -> list[Said]:
    """What is counted otherwise: 床位1200张,入住640人,入住率53%."""
    if "入住率" in rate.lead:
        return [one for one in told[-8:] if "床位" in one.lead + one.noun][:1]
    near = told[: told.index(part)][-1:] if part in told else []
    return [one for one in near if one.mention.kind is part.mention.kind is Kind.COUNT and digits(rate.mention.figure) > 3]


def _part_exchanged(rate: Mention, part: Said, whole: Said) -> bool:
    """Whether two neighbours that changed places in the part are all that is wrong, of a rate and a part with digits enough."""
    figure = part.mention.figure
    plain = ratio(figure, whole.mention.figure)
    if digits(rate.figure) < 4 or digits(figure) < 3 or plain is None or plain.slack > plain.value / 200:
        return False
    for due in mistyped(figure, BESIDE, single=False):
        moved = abs(due.quantity.value - figure.quantity.value) / whole.mention.figure.quantity.value
        if quotient_is(rate.figure, due, whole.mention.figure) and moved > 20 * rate.figure.quantity.slack:
            return True
    return False


def _meant(rate: Said, part: Said, told: Sequence[Said]) -> list[Said]:
    """The amounts that the words of a rate may mean, the nearest last: by name for a share, what was planned or received for a rate of doing."""
    above = [one for one in told if one is not part and alike(one, part) and one.mention.figure.quantity.value >= part.mention.figure.quantity.value]
    if rate.role is Role.SHARE and rate.of:
        core = set(_LINK.sub("", plain_name(rate.of)))
        return [one for one in above if core and len(core & set(one.lead[-24:] + one.noun[:6])) >= max(2, len(core) * 3 // 4)]
    if rate.role is Role.SHARE:
        return above[-2:]
    named = [one for one in above if len(part.name) > 2 and names_agree(part.name, one.name)]
    aim = _AIM.search(rate.of)
    due: dict[object, Said] = {}
    for one in reversed(above):
        if _BUDGET.search(one.lead) and len(due) < FEW - 1 and (aim is None or aim[0] in one.lead):
            due.setdefault(one.mention.figure.quantity.value, one)
    if not named and not due:
        here = [one for one in told[-4:] if one in above]
        close = [one for one in above[-2 * FEW :] if any(part.lead[at : at + 2] in one.lead[-12:] for at in range(max(0, len(part.lead) - 8), len(part.lead) - 1))]
        named = close[-1:] or (here if len(here) == 1 else [])
    same_noun = [one for one in above[-FEW:] if part.noun and one.noun[:1] == part.noun[:1] and not named and not due]
    return [*named[-1:], *due.values(), *same_noun[-1:]]
