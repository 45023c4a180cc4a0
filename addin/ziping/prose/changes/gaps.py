"""What two amounts leave between them: 新增30户,退出12户,净增18户; 限额90亿元…余额82亿元…低于限额8亿元; 应付60万元,已付45万元,尚欠15万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import foots
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, claim, in_unit, recomputed, shown
from ziping.prose.judging.slips import POINT, digits, moved_by, off_by, printed
from ziping.prose.text.ending import ends_there, goes_on, more_follows
from ziping.prose.text.figures import Kind
from ziping.prose.text.naming import plain_name
from ziping.prose.text.said import Role, Said, alike, twin_lead

__all__ = ["both_ways", "gap_claims"]

REVERSED = 5  # digits of a change from which it is no accident that it is the gap the other way round
NEAR = 8  # figures before a gap that it may lie between
_NET = re.compile(r"净(?:增(?:加|长)?|减(?:少)?|流入|流出)(?:了|为)?$")
_NET_OF = re.compile(r"净(?:增加?|减少?|流入|流出|投放|回笼)[^,，;；。:：\d]{0,6}$|净额$")  # with what came and went behind it
_CHANGE = re.compile(r"(?:调增|调减|增加|减少|追加|压减|核增|核减|变动|调整)[^,，;；。:：\d]{0,6}$")
_IN = re.compile(r"新增|增加|调增|核增|转入|新纳入|新建档|流入|调入|新开|新参保|新入|登记|迁入|招录|新进|划入|投放")
_OUT = re.compile(r"取消|退出|减少|调减|清退|转出|注销|流出|调出|停发|停保|死亡|撤销|关停|核减|迁出|退休|离职|辞职|划出|收回")
_LIMITED = re.compile(r"(?:低于|少于|超过|超出|高于)(?P<what>[^,，;；。:：\d]{0,6}(?:限额|上限|控制数))(?:为|了|约)?$")
_BELOW = re.compile("低于|少于")
_BEYOND = re.compile(r"^[^,，;；。]{0,8}[,，(](?:比|较)?(?:年度|年初|原)?(?:(?P<over>超|超过|超出|多于|高于)|(?P<under>少于|低于|不及))?(?:预算|计划|目标|任务)(?:数|任务)?(?P<more>多|超)?(?P<less>少)?(?:了|出)?$")
_SINCE_JANUARY = re.compile(r"^[,，](?:比|较)年初(?:预算)?(?:数|的)?(?P<way>净?增加|减少|调增|调减|追加|压减)了?$")
_STILL = re.compile(r"(?:尚有|还有|仍有|剩余)[^,，;；。\d]{0,6}$")
_TAKEN_IN, _LET_GO = re.compile("纳入|识别|认定|新增|立案|受理|排查|发现"), re.compile("消除|退出|解除|销号|整改|办结|完成")
_ALL_OF_THEM, _ALREADY = re.compile(r"(?<!公)共(?![用同享])|总数|累计|全部"), re.compile(r"(?:^|[,，])[^,，;；。]{0,6}已[^,，;；。]{0,10}$")
_OF_SOME_TIME = re.compile("累计|本年|今年|当年|年内|历年|往年|本月")  # what has been done this year, and what has come in all the years
_IN_A_YEAR = re.compile(r"本年|今年|当年|年内|历年|往年|上年|以前年度|本月|(?:19|20)\d\d年")
_BARELY_STILL, _UNDONE = re.compile(r"(?:尚有|还有|仍有|剩余)$"), re.compile("(?:(?:尚|还|仍)?(?:未|没有?|待)|(?P<doing>正在|正))(?P<what>[^的]{2})")
_AFTER = re.compile(r"^[^,，;；。]{0,6}后[,，]?[^,，;；。\d]{2,12}$")
_AIM = re.compile("预算|计划|目标|任务|应")
_OVERRUN = re.compile(r"[,，](?:超出|超过|超)(?:预算|申请|计划)(?:金额|数|资金)?(?:为|了)?$")
_FROM = re.compile(r"(?:由|从)[^,，;；]*$")
_RISEN_TO = re.compile(r"^[^,，;；]{0,4}(?P<way>增加|增长|扩大|发展|减少|下降|降|缩短|提高|压缩)(?:到|至|为)了?")
_FUND_CLOSING = re.compile(r"(?:年末|期末)?(?:滚存|累计)结余(?:为|达)?$")
_FUND_OPENING = re.compile(r"上年(?:末|底|度)?(?:滚存|累计)?结余(?:为)?$|年初(?:滚存|累计)结余(?:为)?$")
_FUND_FLOW = re.compile(r"(?:当年|本年|当期|本期)(?:收支)?结余(?:为)?$")
_FUND_LACK = re.compile(r"(?:当年|本年|当期|本期)(?:收支)?(?:缺口|赤字)(?:为)?$")
_OWED = re.compile(r"(?:尚|还|仍)?(?:欠(?:付|拨|缴)?|空编|空缺|缺口|缺编|缺失|短缺|尾款|余款|未(?:支付|拨付|到位|付|结算|支出|缴))[^,，;；。\d]{0,6}$")
_LACKING, _NOT_YET = re.compile("[,，](?:仍|还|尚|缺口|相)?差"), re.compile("未(?:到位|支付|拨付|完成|落实|配套|缴|收)")
_ADJUSTED = re.compile("调[增减整]|追加|压减|核[增减]|收回")
_LAST_PAID, _CONTRACT = re.compile("尾款|余款"), re.compile("合同|中标|结算|成交|决算")
_COME = re.compile("(?:实际|已)?(?:到位|支付|拨付|完成|落实|配套|缴纳|收到)(?:资金)?$")
_BY = re.compile("按(?:照)?(?:合同|计划|约定|进度)")
_DUE = re.compile(r"应|编制|合同|计划|需|核定|批复|总投资|下达")
_PAID = re.compile(r"已|实收|实有|在编|在岗|实际|累计|支付|拨付|到位")


def gap_claims(said: Sequence[Said], before: Before) -> Iterator[Claim]:
    """One claim for every net change, room under a limit, carried balance and debt whose two sides are told."""
    for at, gap in enumerate(said):
        if gap.mention.loose or gap.mention.kind not in (Kind.MONEY, Kind.COUNT) or not gap.mention.figure.value:
            continue
        near = [one for one in said[max(0, at - NEAR) : at] if _firm(one, gap)]
        if gap.role is Role.CHANGE and at and said[at - 1].amount and _firm(said[at - 1], gap):
            yield from _reversed(said[at - 1], gap, before)
        if _NET.search(gap.lead):
            yield from _net(said, near, gap)
        elif _NET_OF.search(gap.lead) and gap.amount and at + 2 < len(said) and said[at + 1].marker:
            yield from _net(said, [one for one in said[at + 1 : at + 1 + NEAR] if one.amount and _firm(one, gap)], gap, _NET_OF.search(gap.lead)[0])  # type: ignore[index]
        elif _STILL.search(twin_lead(said, at)):
            yield from _still(said, near, gap)
        elif at > 1 and _AFTER.search(gap.lead):
            yield from _deducted(said, at)
        elif (beyond := _BEYOND.match(gap.lead)) and len(near) > 1 and (beyond["over"] or beyond["under"] or beyond["more"] or beyond["less"]):
            yield from _beyond(near, gap, bool(beyond["over"] or beyond["more"]))
        elif at > 1 and (since := _SINCE_JANUARY.match(gap.lead)) and len(near) > 1 and near[-1] is said[at - 1]:
            yield from _since(near[-2], near[-1], gap, since["way"][0] in "净增追" or since["way"] == "调增")
        elif at and _RISEN_TO.match(gap.lead) and near and near[-1] is said[at - 1] and _FROM.search(near[-1].lead):
            yield from _moved(said, at)
        elif (limited := _LIMITED.search(gap.lead)) is not None:
            yield from _limit([*before.told, *near], gap, limited["what"])
        elif _OVERRUN.search(gap.lead) and at and said[at - 1].amount and _firm(said[at - 1], gap):
            yield from _overrun([one for one in before.told if one.amount and _firm(one, gap) and one not in said[at - 1 :]], said[at - 1], gap)
        elif _FUND_CLOSING.search(gap.lead) and not _FUND_OPENING.search(gap.lead):
            yield from _fund(_clause_of(said, at), gap)
        elif _LACKING.fullmatch(gap.lead) and at and _NOT_YET.match(gap.noun) and said[at - 1].amount and _firm(said[at - 1], gap):
            yield from _lacking(said[at - 1], [one for one in (*before.told, *said[: at - 1]) if one.amount and _firm(one, gap)], gap, goes_on(said, at))
        elif _OWED.search(gap.lead) and len(near) == 2 and _DUE.search(near[0].lead) and _PAID.search(near[1].lead) and not _DUE.search(_BY.sub("", near[1].lead)):
            yield from _told(near[0], near[1], gap, slip=True, sure=_owed_of_all(said, *near, gap))


def both_ways(total: Said, parts: Sequence[Said]) -> bool:
    """Whether amounts are what came and what went of a change: 净增造价64万元,其中增加102万元、核减38万元; 调减预算45万元,其中甲调增12万元、乙调减57万元."""
    went = [bool(_OUT.search(part.lead)) and not _IN.search(part.lead) for part in parts]
    return bool(_NET_OF.search(total.lead)) and any(went) or bool(_CHANGE.search(total.lead)) and any(went) and any(_IN.search(part.lead) for part in parts)


def _owed_of_all(said: Sequence[Said], due: Said, paid: Said, gap: Said) -> bool:
    """Whether what is owed is all of what was due and has not been paid; the last instalment is of the contract alone."""
    at, (whole, part, rest) = said.index(gap), (one.mention.figure.quantity.value for one in (due, paid, gap))
    if goes_on(said, at) or gap.mention.kind is Kind.MONEY and more_follows(said, at):
        return False
    if any(alike(one, gap) and one.mention.figure.quantity.value == abs(whole - part - rest) for one in said[at + 1 :]):
        return False  # 空编12名,冻结编制10名
    return not _LAST_PAID.search(gap.lead) or _CONTRACT.search(due.lead) is not None and ends_there(said, at, (gap.noun,))


def _firm(one: Said, other: Said) -> bool:
    return not one.mention.loose and alike(one, other)


def _reversed(now: Said, change: Said, before: Before) -> Iterator[Claim]:
    """`投资189.73万元,比上年减少36.58万元` where the text told 153.15万元 of the same name: to the last digit, and the other way round."""
    if not change.direction or digits(change.mention.figure) < REVERSED or len(now.name) < 2:
        return
    year = before.year_of(now)
    told = [one for one in before.earlier if _firm(one, now) and plain_name(one.name) == plain_name(now.name)]
    named = re.search(r"(?:19|20)\d\d", change.of)
    told = [one for one in told if (before.year_of(one) == int(named[0]) != year if named else year and (before.year_of(one) or year) < year)]
    gaps = [(one, now.mention.figure.quantity.value - one.mention.figure.quantity.value) for one in told]
    if any(value == change.direction * change.mention.figure.quantity.value for _, value in gaps):
        return
    then = next((one for one, value in gaps if value == -change.direction * change.mention.figure.quantity.value), None)
    if then is not None:
        low, high = (then, now) if change.direction < 0 else (now, then)
        worked = in_unit(high.mention.figure.quantity.value - low.mention.figure.quantity.value, change.mention)
        words = f"{shown(now.mention)}比前文{shown(then.mention)}{'多' if change.direction < 0 else '少'}{worked}，文中写作{'减少' if change.direction < 0 else '增加'}，请核对增减。"
        yield claim(ClaimKind.CHANGE, [then.mention, now.mention, change.mention], Verdict.FAILS, shown(change.mention), worked, words)


def _net(said: Sequence[Said], near: Sequence[Said], gap: Said, way: str = "") -> Iterator[Claim]:
    """way: the words of a net change that stand before its noun: 净增造价64万元,其中增加造价102万元、核减造价38万元."""
    leads = {one: twin_lead(said, said.index(one)) for one in near}
    came = [one for one in near if _IN.search(leads[one]) and not _OUT.search(leads[one])]
    went = [one for one in near if _OUT.search(leads[one]) and not _IN.search(leads[one])]
    if len(came) == len(went) == 1 and len(near) == 2:
        high, low = (came[0], went[0]) if re.search("增|入|放|额", way or gap.lead[-6:]) else (went[0], came[0])
        yield from _told(high, low, gap)


def _still(said: Sequence[Said], near: Sequence[Said], gap: Said) -> Iterator[Claim]:
    """`纳入监测32户97人,消除风险21户66人,年末尚有11户31人`; `完成整治265个,共排查286个,尚有21个`; `共有库房90间,已改造64间,尚有26间`."""
    leads = {one: twin_lead(said, said.index(one)) for one in near}
    came = [one for one in near if _TAKEN_IN.search(leads[one])]
    went = [one for one in near if _LET_GO.search(leads[one])]
    if len(came) == len(went) == 1 and (near.index(came[0]) < near.index(went[0]) or _ALL_OF_THEM.search(came[0].lead) and not _OF_SOME_TIME.search(came[0].lead + went[0].lead)):
        yield from _told(came[0], went[0], gap, slip=True, sure=_all_that_is_left(said, came[0], went[0], gap, leads[went[0]]))
    elif len(near) == 2 and not came + went and _ALL_OF_THEM.search(near[0].lead) and _ALREADY.search(near[1].lead) and not near[1].marker and near[1] is said[said.index(gap) - 1]:
        yield from _told(*near, gap, slip=True, sure=not _IN_A_YEAR.search(near[1].lead) and _all_that_is_left(said, *near, gap, re.split("已", near[1].lead)[-1], alone=True))


def _all_that_is_left(said: Sequence[Said], all_: Said, done: Said, gap: Said, doing: str, alone: bool = False) -> bool:
    """Whether what is still left is all that has not been done: nothing is told of it, or that the very thing was not done; what is under way is no more than that.

    doing: the words of what has been done; alone: what is under way may be some of what is left.
    """
    undone = _UNDONE.match(gap.noun)
    whole = gap.mention.figure.quantity.value > all_.mention.figure.quantity.value - done.mention.figure.quantity.value
    same = undone is not None and undone["what"] in doing and (not undone["doing"] or whole and not alone)
    barely = not gap.noun and _BARELY_STILL.search(twin_lead(said, said.index(gap))) is not None
    return (barely or same) and ends_there(said, said.index(gap), (gap.noun,))


def _deducted(said: Sequence[Said], at: int) -> Iterator[Claim]:
    """`成本380万元,扣除票款120万元、其他收入20万元后,亏损240万元`."""
    gap = said[at]
    first = next((i for i in range(at - 1, 0, -1) if "扣除" in said[i].lead), 0)
    terms = said[first - 1 : at] if first else []
    if len(terms) > 1 and all(one.amount and _firm(one, gap) and not one.mention.depth for one in terms) and not any(one.marker for one in terms[1:]):
        footing = foots(gap.mention.figure, [terms[0].mention.figure, *(-one.mention.figure for one in terms[1:])])
        off = footing.expected - footing.actual if footing is not None else 0
        slip = any(off_by(one.mention.figure, off if one is terms[0] else -off) for one in terms) or off_by(gap.mention.figure, -off)  # type: ignore[arg-type]
        if footing is not None and (footing.holds or slip):
            worked = in_unit(footing.expected, gap.mention)
            sum_ = "-".join(shown(one.mention) for one in terms) + f"={worked}"
            yield recomputed(ClaimKind.BALANCE, [*(one.mention for one in terms), gap.mention], Verdict.HOLDS if footing.holds else Verdict.FAILS, worked, sum_)


def _beyond(near: Sequence[Said], gap: Said, over: bool) -> Iterator[Claim]:
    """`计划180亿元,实际完成204亿元,超计划24亿元`."""
    aim, done = near[-2:]
    if aim.amount and done.amount and _AIM.search(aim.lead) and not _BEYOND.match(aim.lead) and not _AIM.search(done.lead) and not aim.serial and not done.serial:
        yield from _told(*((done, aim) if over else (aim, done)), gap)


def _since(opening: Said, closing: Said, gap: Said, more: bool) -> Iterator[Claim]:
    """`年初结转18万元,年末结转30万元,比年初增加12万元`."""
    revised = "年初" in opening.lead and "调整" in closing.lead and "预算" in opening.lead + closing.lead
    twins = re.split("年初", opening.lead)[-1], re.split("年末|年底|期末", closing.lead)[-1]
    if opening.amount and closing.amount and "年初" in opening.lead and (twins[0] == twins[1] or revised):
        yield from _told(*((closing, opening) if more else (opening, closing)), gap)


def _overrun(told: Sequence[Said], spent: Said, gap: Said) -> Iterator[Claim]:
    """`申请甲补贴90万元,乙补贴10万元;…支出甲补贴93万元,超出预算金额3万元`: of the one budget of the paragraph that a slip keeps from giving it."""
    low = [(one, foots(gap.mention.figure, [spent.mention.figure, -one.mention.figure])) for one in told if one.mention.figure.quantity.value < spent.mention.figure.quantity.value]
    if any(footing is not None and footing.holds for _, footing in low):
        return
    missed = {one.mention.figure.value: one for one, footing in low if footing is not None and (off_by(gap.mention.figure, footing.difference) or off_by(spent.mention.figure, -footing.difference) or footing.expected in moved_by(footing.actual, POINT))}
    if len(missed) == 1 and digits(gap.mention.figure) > 2:
        yield from _told(spent, next(iter(missed.values())), gap)


def _moved(said: Sequence[Said], at: int) -> Iterator[Claim]:
    """`由年初的29家增加到34家,年内新增6家、退出1家`, `由94座增加到103座(新建9座)`: what came and went is all between them."""
    then, now = said[at - 1 : at + 1]
    flows = [one for one in said[at + 1 : at + 3] if _firm(one, now) and (_IN.search(one.lead) or _OUT.search(one.lead) or "新建" in one.lead)]
    flows = [one for one in flows if not re.search("[;；]|比|较|其中", one.lead)]
    bracket = len(flows) == 1 and flows[0].lead.startswith("(新")
    if len(flows) == 2 and _IN.search(flows[0].lead) and _OUT.search(flows[1].lead) or bracket:
        came, *went = flows
        footing = foots(now.mention.figure, [then.mention.figure, came.mention.figure, *(-one.mention.figure for one in went)])
        assert footing is not None
        worked = in_unit(footing.expected, now.mention)
        sum_ = f"{shown(then.mention)}+{shown(came.mention)}" + "".join(f"-{shown(one.mention)}" for one in went) + f"={worked}"
        yield recomputed(ClaimKind.BALANCE, [then.mention, *(one.mention for one in flows), now.mention], Verdict.HOLDS if footing.holds else Verdict.FAILS, worked, sum_)


def _limit(told: Sequence[Said], gap: Said, what: str) -> Iterator[Claim]:
    """Between the one limit that the paragraph tells and the balance told since."""
    told = [one for one in told if one.amount and _firm(one, gap) and not (one.marker or one.mention.depth or one.lead.startswith("、"))]
    limits = [one for one in told if one.name.endswith(what[-2:])]
    if len({one.mention.figure.quantity.value for one in limits}) != 1:
        return
    behind = [one for one in told[told.index(limits[-1]) + 1 :] if one.name.endswith("余额")]
    if len({one.mention.figure.quantity.value for one in behind}) == 1:
        high, low = (limits[-1], behind[-1]) if _BELOW.search(gap.lead) else (behind[-1], limits[-1])
        yield from _told(high, low, gap)


def _lacking(came: Said, told: Sequence[Said], gap: Said, on: bool) -> Iterator[Claim]:
    """`县级资金120万元。…县级资金到位98万元,差22万元未到位`: of what was due by the same name. on: the words behind go on to say what the gap takes in."""
    name = plain_name(_COME.sub("", came.name))
    due = [one for one in told if name and plain_name(one.name) == name and not one.marker and one is not came]
    if len({one.mention.figure.quantity.value for one in due}) == 1:
        since = told[told.index(due[-1]) :]
        moved = due[-1].behind.removeprefix(due[-1].noun).startswith("(") or any(_ADJUSTED.search(one.behind) or one is not due[-1] and _ADJUSTED.search(one.lead) for one in since)
        yield from _told(due[-1], came, gap, slip=True, sure=not moved and not on)


def _clause_of(said: Sequence[Said], at: int) -> list[Said]:
    """What is like the figure between the semicolons around it; all of the sentence where it has none."""
    start = next((i for i in range(at, 0, -1) if re.match("[;；]", said[i].lead)), 0)
    end = next((i for i in range(at + 1, len(said)) if re.match("[;；]", said[i].lead)), len(said))
    return [one for one in said[start:end] if one is not said[at] and _firm(one, said[at])]


def _fund(around: Sequence[Said], closing: Said) -> Iterator[Claim]:
    """`当年结余b,年末滚存结余c(上年末滚存结余a)`: c − b = a."""
    flows = [one for one in around if _FUND_FLOW.search(one.lead) or _FUND_LACK.search(one.lead)]
    openings = [one for one in around if _FUND_OPENING.search(one.lead)]
    if len(flows) == len(openings) == 1:
        flow, opening = flows[0], openings[0]
        lack = bool(_FUND_LACK.search(flow.lead))
        footing = foots(closing.mention.figure, [opening.mention.figure, -flow.mention.figure if lack else flow.mention.figure])
        assert footing is not None
        worked = in_unit(footing.expected, closing.mention)
        verdict = Verdict.HOLDS if footing.holds else Verdict.FAILS
        sum_ = f"{shown(opening.mention)}{'-' if lack else '+'}{shown(flow.mention)}={worked}"
        yield recomputed(ClaimKind.BALANCE, [opening.mention, flow.mention, closing.mention], verdict, worked, sum_)


def _told(high: Said, low: Said, gap: Said, slip: bool = False, sure: bool = True) -> Iterator[Claim]:
    """slip: it fails only where one wrong digit explains it; not `sure`: it does not fail."""
    footing = foots(gap.mention.figure, [high.mention.figure, -low.mention.figure])
    if footing is None:
        return
    holds = footing.holds or printed(gap.mention.figure, footing.expected).value == gap.mention.figure.value  # 66.48公里 of 60公里: 6公里 more
    if not holds and not sure:
        return
    off = footing.expected - footing.actual
    likely = off_by(high.mention.figure, off) or off_by(low.mention.figure, -off) or off_by(gap.mention.figure, -off)
    if not holds and not likely and (slip or footing.expected <= 0):
        return
    worked = in_unit(footing.expected, gap.mention)
    verdict = Verdict.HOLDS if holds else Verdict.FAILS
    sum_ = f"{shown(high.mention)}-{shown(low.mention)}={worked}"
    yield recomputed(ClaimKind.BALANCE, [high.mention, low.mention, gap.mention], verdict, worked, sum_)
