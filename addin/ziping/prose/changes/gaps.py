"""What two amounts leave between them: 新增30户,退出12户,净增18户; 限额90亿元…余额82亿元…低于限额8亿元; and what is still left of one, by `undone`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.amounts import foots
from ziping.prose.changes.between import Gap, between, firm
from ziping.prose.changes.undone import LACKING, OWED, STILL, lacking, owed, still_left
from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, claim, in_unit, recomputed, shown
from ziping.prose.judging.slips import POINT, digits, moved_by, off_by, one_slip_off
from ziping.prose.text.figures import Kind
from ziping.prose.text.naming import plain_name
from ziping.prose.text.said import Role, Said, twin_lead

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
_BEYOND_PLAN = re.compile(r"^[^,，;；。]{0,8}[,，(](?:比|较)?(?:年度|年初|原)?(?:(?P<over>超|超过|超出|多于|高于)|(?P<under>少于|低于|不及))?(?:(?:预算|计划|目标|任务)(?:数|任务)?(?P<more>多|超)?(?P<less>少)?(?:了|出)?|(?P<beyond>超额完成|超额)(?:任务|计划|目标)?)$")
_SINCE_JANUARY = re.compile(r"^[,，](?:比|较)年初(?:预算)?(?:数|的)?(?P<way>净?增加|减少|调增|调减|追加|压减)了?$")
_AFTER = re.compile(r"^[^,，;；。]{0,6}后[,，]?[^,，;；。\d]{2,12}$")
_AIM = re.compile("预算|计划|目标|任务|应")
_OVERRUN = re.compile(r"[,，](?:超出|超过|超)(?:预算|申请|计划)(?:金额|数|资金)?(?:为|了)?$")
_FROM = re.compile(r"(?:由|从)[^,，;；]*$")
_RISEN_TO = re.compile(r"^[^,，;；]{0,4}(?P<way>增加|增长|扩大|发展|减少|下降|降|缩短|提高|压缩)(?:到|至|为)了?")
_FUND_CLOSING = re.compile(r"(?:年末|期末)?(?:滚存|累计)结余(?:为|达)?$")
_FUND_OPENING = re.compile(r"上年(?:末|底|度)?(?:滚存|累计)?结余(?:为)?$|年初(?:滚存|累计)结余(?:为)?$")
_FUND_FLOW = re.compile(r"(?:当年|本年|当期|本期)(?:收支)?结余(?:为)?$")
_FUND_LACK = re.compile(r"(?:当年|本年|当期|本期)(?:收支)?(?:缺口|赤字)(?:为)?$")


def gap_claims(said: Sequence[Said], before: Before) -> Iterator[Claim]:
    """One claim for every net change, room under a limit, carried balance and debt whose two sides are told: by the first rule for its words that knows them."""
    for at, own in enumerate(said):
        if own.mention.loose or own.mention.kind not in (Kind.MONEY, Kind.COUNT) or not own.mention.figure.value:
            continue
        gap = Gap(said, at, [one for one in said[max(0, at - NEAR) : at] if firm(one, own)], before)
        if own.role is Role.CHANGE and gap.beside is not None and gap.beside.amount:
            yield from _reversed(gap.beside, own, before)
        if STILL.search(twin_lead(said, at)):
            yield from still_left(gap)
            continue
        for words, rule in _RULES:
            if words.search(own.lead) and (made := list(rule(gap))):
                yield from made
                break


def both_ways(total: Said, parts: Sequence[Said]) -> bool:
    """Whether amounts are what came and what went of a change: 净增造价64万元,其中增加102万元、核减38万元; 调减预算45万元,其中甲调增12万元、乙调减57万元."""
    went = [bool(_OUT.search(part.lead)) and not _IN.search(part.lead) for part in parts]
    return bool(_NET_OF.search(total.lead)) and any(went) or bool(_CHANGE.search(total.lead)) and any(went) and any(_IN.search(part.lead) for part in parts)


def _reversed(now: Said, change: Said, before: Before) -> Iterator[Claim]:
    """`投资189.73万元,比上年减少36.58万元` where the text told 153.15万元 of the same name: to the last digit, and the other way round."""
    if not change.direction or digits(change.mention.figure) < REVERSED or len(now.name) < 2:
        return
    year = before.year_of(now)
    told = [one for one in before.earlier if firm(one, now) and plain_name(one.name) == plain_name(now.name)]
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


def _net(gap: Gap) -> Iterator[Claim]:
    """`新增30户,退出12户,净增18户`."""
    yield from _between_both_ways(gap, gap.near, gap.own.lead[-6:])


def _net_of(gap: Gap) -> Iterator[Claim]:
    """`净增造价64万元,其中增加造价102万元、核减造价38万元`: the words of a net change stand before its noun, and what came and went behind it."""
    way, behind = _NET_OF.search(gap.own.lead), gap.said[gap.at + 1 : gap.at + 1 + NEAR]
    if way is not None and gap.own.amount and len(behind) > 1 and behind[0].marker:
        yield from _between_both_ways(gap, [one for one in behind if one.amount and firm(one, gap.own)], way[0])


def _between_both_ways(gap: Gap, told: Sequence[Said], way: str) -> Iterator[Claim]:
    """Between the one amount that came and the one that went. way: the words that say of which there is more."""
    leads = {one: twin_lead(gap.said, gap.said.index(one)) for one in told}
    came = [one for one in told if _IN.search(leads[one]) and not _OUT.search(leads[one])]
    went = [one for one in told if _OUT.search(leads[one]) and not _IN.search(leads[one])]
    if len(came) == len(went) == 1 and len(told) == 2:
        high, low = (came[0], went[0]) if re.search("增|入|放|额", way) else (went[0], came[0])
        yield from between(high, low, gap.own)


def _deducted(gap: Gap) -> Iterator[Claim]:
    """`成本380万元,扣除票款120万元、其他收入20万元后,亏损240万元`."""
    said, at, left = gap.said, gap.at, gap.own
    first = next((i for i in range(at - 1, 0, -1) if "扣除" in said[i].lead), 0)
    terms = said[first - 1 : at] if first else []
    if len(terms) > 1 and all(one.amount and firm(one, left) and not one.mention.depth for one in terms) and not any(one.marker for one in terms[1:]):
        footing = foots(left.mention.figure, [terms[0].mention.figure, *(-one.mention.figure for one in terms[1:])])
        signed = [(1 if one is terms[0] else -1, one.mention.figure) for one in terms]
        if footing is not None and (footing.holds or one_slip_off(left.mention.figure, signed, footing.difference)):
            worked = in_unit(footing.expected, left.mention)
            sum_ = "-".join(shown(one.mention) for one in terms) + f"={worked}"
            yield recomputed(ClaimKind.BALANCE, [*(one.mention for one in terms), left.mention], Verdict.HOLDS if footing.holds else Verdict.FAILS, worked, sum_)


def _beyond_plan(gap: Gap) -> Iterator[Claim]:
    """`计划180亿元,实际完成204亿元,超计划24亿元`; a plan with amounts of other things told since is another thing's."""
    way = _BEYOND_PLAN.match(gap.own.lead)
    if way is None or len(gap.near) < 2 or not (way["over"] or way["under"] or way["more"] or way["less"] or way["beyond"] and len(gap.near) == 2):
        return
    aim, done = gap.near[-2:]
    if any(one.amount for one in gap.said[gap.said.index(aim) + 1 : gap.said.index(done)]):
        return
    if aim.amount and done.amount and _AIM.search(aim.lead) and not _BEYOND_PLAN.match(aim.lead) and not _AIM.search(done.lead) and not aim.serial and not done.serial:
        yield from between(*((done, aim) if way["over"] or way["more"] or way["beyond"] else (aim, done)), gap.own)


def _since(gap: Gap) -> Iterator[Claim]:
    """`年初结转18万元,年末结转30万元,比年初增加12万元`."""
    since = _SINCE_JANUARY.match(gap.own.lead)
    if since is None or len(gap.near) < 2 or gap.beside is None:
        return
    opening, closing = gap.near[-2:]
    revised = "年初" in opening.lead and "调整" in closing.lead and "预算" in opening.lead + closing.lead
    twins = re.split("年初", opening.lead)[-1], re.split("年末|年底|期末", closing.lead)[-1]
    if opening.amount and closing.amount and "年初" in opening.lead and (twins[0] == twins[1] or revised):
        more = since["way"][0] in "净增追" or since["way"] == "调增"
        yield from between(*((closing, opening) if more else (opening, closing)), gap.own)


def _overrun(gap: Gap) -> Iterator[Claim]:
    """`申请甲补贴90万元,乙补贴10万元;…支出甲补贴93万元,超出预算金额3万元`: of the one budget of the paragraph that a slip keeps from giving it."""
    own, spent = gap.own, gap.beside
    if spent is None or not spent.amount:
        return
    told = [one for one in gap.before.told if one.amount and firm(one, own) and one not in gap.said[gap.at - 1 :]]
    low = [(one, foots(own.mention.figure, [spent.mention.figure, -one.mention.figure])) for one in told if one.mention.figure.quantity.value < spent.mention.figure.quantity.value]
    if any(footing is not None and footing.holds for _, footing in low):
        return
    missed = {one.mention.figure.value: one for one, footing in low if footing is not None and (off_by(own.mention.figure, footing.difference) or off_by(spent.mention.figure, -footing.difference) or footing.expected in moved_by(footing.actual, POINT))}
    if len(missed) == 1 and digits(own.mention.figure) > 2:
        yield from between(spent, next(iter(missed.values())), own)


def _moved(gap: Gap) -> Iterator[Claim]:
    """`由年初的29家增加到34家,年内新增6家、退出1家`, `由94座增加到103座(新建9座)`: what came and went is all between them."""
    then, now = gap.beside, gap.own
    if then is None or not _FROM.search(then.lead):
        return
    flows = [one for one in gap.said[gap.at + 1 : gap.at + 3] if firm(one, now) and (_IN.search(one.lead) or _OUT.search(one.lead) or "新建" in one.lead)]
    flows = [one for one in flows if not re.search("[;；]|比|较|其中", one.lead)]
    bracket = len(flows) == 1 and flows[0].lead.startswith("(新")
    if len(flows) == 2 and _IN.search(flows[0].lead) and _OUT.search(flows[1].lead) or bracket:
        came, *went = flows
        footing = foots(now.mention.figure, [then.mention.figure, came.mention.figure, *(-one.mention.figure for one in went)])
        assert footing is not None
        worked = in_unit(footing.expected, now.mention)
        sum_ = f"{shown(then.mention)}+{shown(came.mention)}" + "".join(f"-{shown(one.mention)}" for one in went) + f"={worked}"
        yield recomputed(ClaimKind.BALANCE, [then.mention, *(one.mention for one in flows), now.mention], Verdict.HOLDS if footing.holds else Verdict.FAILS, worked, sum_)


def _limit(gap: Gap) -> Iterator[Claim]:
    """`限额90亿元…余额82亿元…低于限额8亿元`: between the one limit that the paragraph tells and the balance told since."""
    limited = _LIMITED.search(gap.own.lead)
    if limited is None:
        return
    told = [one for one in (*gap.before.told, *gap.near) if one.amount and firm(one, gap.own) and not (one.marker or one.mention.depth or one.lead.startswith("、"))]
    limits = [one for one in told if one.name.endswith(limited["what"][-2:])]
    if len({one.mention.figure.quantity.value for one in limits}) != 1:
        return
    behind = [one for one in told[told.index(limits[-1]) + 1 :] if one.name.endswith("余额")]
    if len({one.mention.figure.quantity.value for one in behind}) == 1:
        high, low = (limits[-1], behind[-1]) if _BELOW.search(gap.own.lead) else (behind[-1], limits[-1])
        yield from between(high, low, gap.own)


def _clause_of(said: Sequence[Said], at: int) -> list[Said]:
    """What is like the figure between the semicolons around it; all of the sentence where it has none."""
    start = next((i for i in range(at, 0, -1) if re.match("[;；]", said[i].lead)), 0)
    end = next((i for i in range(at + 1, len(said)) if re.match("[;；]", said[i].lead)), len(said))
    return [one for one in said[start:end] if one is not said[at] and firm(one, said[at])]


def _fund(gap: Gap) -> Iterator[Claim]:
    """`当年结余b,年末滚存结余c(上年末滚存结余a)`: c − b = a."""
    closing, around = gap.own, _clause_of(gap.said, gap.at)
    if _FUND_OPENING.search(closing.lead):
        return
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


_RULES = (  # the words before what lies between two amounts, and the rule that knows which two
    (_NET, _net),
    (_NET_OF, _net_of),
    (_AFTER, _deducted),
    (_BEYOND_PLAN, _beyond_plan),
    (_SINCE_JANUARY, _since),
    (_RISEN_TO, _moved),
    (_LIMITED, _limit),
    (_OVERRUN, _overrun),
    (_FUND_CLOSING, _fund),
    (LACKING, lacking),
    (OWED, owed),
)
