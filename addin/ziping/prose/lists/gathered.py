"""As many amounts as the sentence after them says, added up there: 发放甲40万元,惠及90人;发放乙25万元,惠及12人;发放丙9万元。三项资金合计74万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import Quantity, foots
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, in_unit, recomputed, settled, shown
from ziping.prose.judging.slips import one_wrong, worlds_apart
from ziping.prose.text.divided import other_stage
from ziping.prose.text.ending import ends_there
from ziping.prose.text.figures import Kind, whole_number
from ziping.prose.text.said import Said, alike

__all__ = ["gathered_claims"]

FEW = 2  # amounts that may be of one thing: they fail only where one slip explains it
_TOGETHER = re.compile(r"^[。\s]*(?:以上|上述|前述|这)?(?P<many>\d{1,2}|[两二三四五六七八九十])(?:大)?(?:项|类|笔|者|块|种|方面|部分)(?P<word>[^,，;；。:：\d]{0,14}?)(?:合计|共计|总计)[^,，;；。:：\d]{0,8}$")
_ABOVE = re.compile(r"^[。\s]*(?:以上|上述|前述)(?:(?!合同|协议|申请|补|批|中标|预算|计划|概算|[已应未预实]?[付拨结审核]|[及和与、])[^,，;；。:：\d]){0,10}?(?:采购|购置)?(?:金额|费用|资金|价款|总价)?(?:合计|共计|总计)(?:为|金额|资金)?$")
_COME_TO = re.compile(r"[^,，;；。:：\d]{0,4}[,，](?:小计|共计|计|合计|金额|合)(?:为)?")  # 水罐车4辆,单价168万元,[计]672万元
_BY_WORD = re.compile(r"^[。\s]*(?:年末|全局|全院|全校|全厅)?(?P<word>实有|在职|在编|在岗|核定|聘用)(?:在职)?(?:人员|人数|职工)?(?:总计|合计|共计|总数|共)(?:为)?$")
_ONCE_EACH = re.compile(r"去重|剔除|重复|扣除|不含")  # people of several kinds are counted once
_IN, _OUT = re.compile(r"取得|收回|收到|收入|征收"), re.compile(r"缴|支付|投入|支出|发放|拨付")
_OF_ANOTHER = re.compile(r"比|较|上年|去年|同期|预算|计划|目标|应|节约|结余|结转|合计|共计|总计|增加|减少")


def gathered_claims(said: Sequence[Said], before: Before, judged: Sequence[Claim]) -> Iterator[Claim]:
    """One claim for a sentence that begins with the total of what stands above: by the word that all of it is told by, by what each comes to, or by how many there are."""
    total = said[0] if said else None
    if total is None or not total.amount or total.mention.loose or total.mention.kind not in (Kind.MONEY, Kind.COUNT):
        return
    if total.mention not in settled(judged):
        yield from _by_their_word(total, said, before)
    if total.mention not in {claim.figures[-1] for claim in judged}:
        yield from _of_all_above(total, before) if _ABOVE.search(total.lead) and ends_there(said, 0) else _of_so_many(total, said, before)


def _of_all_above(total: Said, before: Before) -> Iterator[Claim]:
    """`水罐车4辆,单价168万元,计672万元;… 以上车辆采购金额合计1390万元`: where the sentence before tells of each a price and what it comes to."""
    worths = [one for one in before.beside if one.amount and alike(one, total) and not one.mention.loose and _COME_TO.fullmatch(one.lead)]
    if len(worths) > FEW and len({one.lead for one in worths}) == 1 and len(worths) == sum(1 for one in before.beside if one.price):
        yield from _judged(worths, total, only_by_a_slip=True)


def _of_so_many(total: Said, said: Sequence[Said], before: Before) -> Iterator[Claim]:
    """`发放甲40万元;发放乙25万元;发放丙9万元。三项资金合计74万元`: where the sentence before, or the paragraph, tells just so many."""
    match = _TOGETHER.search(total.lead)
    if match is None or _ONCE_EACH.search(total.lead + total.noun):
        return
    many = whole_number(match["many"])
    called = [one for one in before.told if one not in said and one.amount and alike(one, total) and len(match["word"]) > 1 and one.name.endswith(match["word"])]
    if len(called) == many and len({one.name for one in called}) == many and not any(one.mention.loose or _OF_ANOTHER.search(one.lead) for one in called):
        yield from _judged(called, total, only_by_a_slip=True)  # 食品抽检5860批次,合格…;药品抽检324批次,…。三类抽检总计…
        return
    for row in (before.beside, before.told):
        parts = [one for one in row if one not in said and one.amount and alike(one, total) and not one.price and not one.marker]
        if len(parts) == many and not any(one.mention.loose or one.mention.depth or _OF_ANOTHER.search(one.lead) or other_stage(one, parts[0]) for one in parts) and not _both_ways(parts):
            yield from _judged(parts, total, only_by_a_slip=many <= FEW)
            return


def _by_their_word(total: Said, said: Sequence[Said], before: Before) -> Iterator[Claim]:
    """`行政编制41名,实有38人;事业编制29名,实有27人。实有人员总计65人,其中…`: all that the sentence before tells by the word. It fails where the list behind it gives what they do."""
    word = _BY_WORD.match(total.lead) if total.mention.kind is Kind.COUNT else None
    if word is None:
        return
    parts = [one for one in before.beside if one.amount and alike(one, total) and not one.mention.loose and re.split("[,，;；]", one.lead)[-1].removesuffix("人员") in (word["word"], word["word"] + "有")]
    footing = foots(total.mention.figure, [part.mention.figure for part in parts]) if len(parts) >= FEW else None
    if footing is None:
        return
    behind = [one for one in said[1:] if one.amount and alike(one, total) and not one.mention.loose]
    given = any((same := foots(Quantity(footing.expected), [one.mention.figure for one in behind[:count]])) is not None and same.exact for count in range(2, len(behind) + 1))
    if footing.holds or given and behind[0].marker:
        worked = in_unit(footing.expected, total.mention)
        sum_ = "+".join(shown(part.mention) for part in parts) + f"={worked}"
        yield recomputed(ClaimKind.SUM, [*(part.mention for part in parts), total.mention], Verdict.HOLDS if footing.holds else Verdict.FAILS, worked, sum_)


def _both_ways(parts: Sequence[Said]) -> bool:
    """Whether some came in and others went out: 取得租金40万元,缴纳税款9万元."""
    return any(_IN.search(part.lead) for part in parts) and any(_OUT.search(part.lead) for part in parts)


def _judged(parts: Sequence[Said], total: Said, only_by_a_slip: bool) -> Iterator[Claim]:
    mentions = [part.mention for part in parts]
    footing = foots(total.mention.figure, [mention.figure for mention in mentions])
    if footing is None:
        return
    slip = one_wrong(mentions, total.mention)
    if not footing.holds and not slip and (only_by_a_slip or worlds_apart(footing.expected, footing.actual, mentions)):
        return
    if not footing.holds and total.mention.figure.unit.base == "人" and footing.actual < footing.expected:
        return  # one and the same may be of two kinds
    worked = in_unit(footing.expected, total.mention)
    sum_ = "+".join(shown(mention) for mention in mentions) + f"={worked}"
    yield recomputed(ClaimKind.SUM, [*mentions, total.mention], Verdict.HOLDS if footing.holds else Verdict.FAILS, worked, sum_)
