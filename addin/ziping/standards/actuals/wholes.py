"""The two figures of which a rate is made that the standard only names: 培训300人，合格270人 for 培训合格率; 预算数2450万元，完成数2327.5万元 for 预算完成率.

Which of them is the part and which the whole is told by their names alone: the part bears the name of the rate, the whole is what such a rate is of. A manner in
the rate (按期办结率) must stand with the part too.
"""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.amounts import EXACT, PERCENT
from ziping.standards.cells.conversion import convertible
from ziping.standards.cells.values import Value, read_actual
from ziping.standards.clauses.edges import OF_TARGET
from ziping.standards.clauses.rule import Met, Ratio, Relative
from ziping.standards.points.binding import Bound
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.vocabulary import Pattern

__all__ = ["of_a_whole"]

_PIECES = Pattern(r"[,;。]")
_LEAD = r"(?:其中|全年|本年度?|年度|累计|共计?|实际|已|随机)*"
_FIGURE = r"(?P<figure>\d[\d.,]*[^\W\d表合满]{0,3}?)"
_BEFORE = Pattern(rf"{_LEAD}(?P<name>[^\W\d]{{2,14}}?)(?:为|是|有|共|:)?(?P<figure>\d[\d.,]*[^\W\d]{{0,3}})")
_BEHIND = Pattern(rf"{_LEAD}{_FIGURE}(?P<name>(?:表示|调查|测试|考核)?(?:满意|合格|达标|就业|知晓|成活))")
_RATE = Pattern(r"(?P<of>[^\W\d]{0,16}?)(?P<part>满意|合格|就业|破案|结案|办结|达标|及格|整改|参保|入学|到位|公开|覆盖|发放|拨付|支付|签约|成活|知晓|编报)(?:率|度)")
_OF_WHAT = {
    "满意": Pattern(r"(?:收回|回收)(?:的)?(?:有效)?(?:问卷|调查表)|(?:走访|访谈|调查|回访|抽访|受访)(?:群众|对象|农户|学员|企业|居民|家长)?(?:人数|户数)?"),
    "合格": Pattern(r"(?:参加)?(?:培训|考核|抽检|检测|抽查|抽样|检验|监测|验收|体检)(?:数量|数|人数|批次|样品|学员|人员)?"),
    "就业": Pattern(r"(?:参加)?(?:培训|参训|结业)(?:学员|人员|人数)?|毕业(?:生|学员)?(?:人数|总数)?"),
    "破案": Pattern(r"立案(?:数|件数|总数)?"),
    "结案": Pattern(r"(?:立案|受理|收案|报案)(?:数|件数|总数)?"),
    "办结": Pattern(r"(?:受理|收到|交办|接到|接收|收件)(?:工单|件|诉求|事项|案件)?(?:数|总数)?"),
    "达标": Pattern(r"(?:监测|检测|抽查|检查|考核|抽检)(?:数|批次|样品|断面|点位|天数)?"),
    "及格": Pattern(r"(?:参加)?(?:考试|测试|考核)(?:人数)?"),
    "整改": Pattern(r"(?:发现|查出|反馈|交办)(?:的)?问题(?:数)?|应整改(?:问题)?(?:数)?"),
    "参保": Pattern(r"应参保(?:人数|人员)?"),
    "到位": Pattern(r"(?:应|计划)(?:到位|投入|安排|下达)(?:资金|金额|数)?|计划资金"),
    "编报": Pattern(r"应编报(?:项目|单位|部门)?(?:数|总数)?"),
    "公开": Pattern(r"应公开(?:事项|项目|信息|内容|单位|部门)?(?:数|总数)?"),
    "覆盖": Pattern(r"应覆盖(?:户数|人数|村数|面积|对象|数)?"),
    "发放": Pattern(r"应发放?(?:资金|补贴|补助|金额|人数|户数|数)?"),
    "拨付": Pattern(r"应拨付?(?:资金|金额|款项|数)?"),
    "支付": Pattern(r"应支付(?:资金|金额|款项|数)?"),
    "签约": Pattern(r"应签约(?:户数|人数|居民|对象|数)?"),
    "成活": Pattern(r"(?:栽植|种植|栽种|造林|植树)(?:苗木|树木|株数|面积|数量|数)?"),
    "知晓": Pattern(r"(?:调查|走访|抽样|抽查|访谈)(?:群众|对象|农户|居民|人员)?(?:人数|户数)?|(?:收回|回收)(?:的)?(?:有效)?(?:问卷|调查表)"),
    "入学": Pattern(r"适龄(?:儿童|少年|人口)(?:人数|总数)?"),
}
_HANDED_OUT, _CAME_BACK = Pattern(r"(?:共计?|累计)?发放(?:了)?(?:满意度)?(?:调查)?(?:问卷|调查表)(?:共|共计)?\d+份"), Pattern(r"(?:实际|共)?(?:收回|回收)(?:有效)?(?:问卷|调查表)")
_OF_THE_SAMPLE = Pattern(r"(?:抽检|抽查|抽样|检测|检验)(?:数量|数|批次|样品)?")
_OF_ITS_OWN = frozenset(["合格", "达标", "及格"])  # of those trained, or of those tested? the rate's own name must say it
_SHARE_OF = Pattern(r"(?P<of>[^\W\d占]{2,16})占(?P<whole>[^\W\d占]{2,12}?)的?比例")
_SHARE_SAID = Pattern(r"(?P<of>[^\W\d占]{2,16})占(?P<whole>[^\W\d占]{2,12}?)的(?:比例为?)?(?P<share>\d+(?:\.\d+)?)%")
_DUE, _OF_MONEY = frozenset(["发放", "拨付", "支付"]), Pattern("资金|经费|款")
_MANNER = Pattern(r"按|及时|如期|首次|初次|一次|有效|限|稳定|高|优|重点|新增|无|不|未|超|逾|提前|完全|全部|群体|满意|合格")
_BUDGET_RATE = Pattern(r"[^\W\d]{0,10}预算(?:资金)?(?:执行|完成|支出)率")
_SPENT_RATE = Pattern(r"(?:项目|部门|资金|经费|预算|全年|年度|支出)*执行率")
_BUDGET = Pattern(r"(?P<when>年初|全年|年度|调整后|调整)?(?P<of>[^\W\d]{0,8}?)(?:预算)(?:总额|金额|数额|总数|数|额|安排数?)?")
_SPENT = Pattern(r"(?P<of>[^\W\d]{0,8}?)(?:完成|执行|支出|决算|列支)(?:总额|金额|数额|总数|数|额)?")
_ASSETS, _DEBTS = Pattern(r"资产(?:总额|合计|总计|总数)?"), Pattern(r"负债(?:总额|合计|总计|总数)?")
_IN_USE, _ALL_FIXED = Pattern(r"(?:实际)?在用(?:的)?固定资产(?:总额|原值|总值)?"), Pattern(r"(?:所有|全部)?固定资产(?:总额|原值|总值)|(?:所有|全部)固定资产")
_POSTS = Pattern(r"(?:核定|批准|下达|总)?编制(?:人员)?(?:人数|总数|数)?|(?:核定|批准)(?:的)?编制(?:人数|总数|数)?")
_STAFF = Pattern(r"(?:实有|实际|年末|期末)*(?:在职|在编|在编在职|在职在编)(?:人员|职工)?(?:人数|总数|数)?")
_BEYOND_POSTS = frozenset(["超编", "超编制", "超员"])
_STAFFED = Pattern(r"(?:在职|在编)?人员控制率")
_DEFINED = Pattern(r"[率度]\)?(?:=|:|指|是指|为)[^,;。]*/")


def of_a_whole(bound: Bound, target: Value | None, actual: Value) -> tuple[Value | None, Value] | None:
    """The target and the actual that the two figures tell; None where they are not a part and its whole by their names."""
    if _DEFINED.search(bound.rule.source):
        return None
    if (share := _SHARE_SAID.fullmatch(actual.text.rstrip("。;"))) is not None and bound.rule.subject.replace("的", "") == f"{share['of']}占{share['whole']}比例":
        return target, Value("number", actual.text, "", Decimal(share["share"]), unit=PERCENT)
    told, aim = _told(actual.text), []
    if len(told) == 1 and target is not None and len(aim := _told(target.text)) == 1 and _STAFF.fullmatch(told[0][0]) and _POSTS.fullmatch(aim[0][0]):
        told, target, aim = [*aim, *told], None, []  # 在职47人 of 编制45人
    elif len(told) == 1 and target is not None and target.kind == "text" and len(aim) == 1:
        told, target = [*aim, *told], None  # 预算数85万元 in the target's cell
        if _BUDGET.fullmatch(aim[0][0]) is None:
            return None
    if len(told) != 2 or told[0][1].bare or told[1][1].bare or convertible(told[0][1].unit, told[1][1].unit) is None or told[0][1].unit.text in ("%", "百分点"):
        return None
    posts = _named(told, _STAFF, _POSTS) if all(v.low == v.low.to_integral_value() for _, v in told) else None
    if posts is not None and "编" in bound.rule.source and (target is None or target.kind == "text" or target.kind == "number" and target.low == posts[1].low and target.unit.base == posts[1].unit.base):
        if any(a.guard == Relative(">") for a in bound.rule.arms):
            return posts[1].but(relation="≤"), posts[0].but(text=actual.text)  # 编制45人，在职46人, where each above the posts takes points off
        if len(bound.counts) == 1 and bound.counts[0].effect.what in _BEYOND_POSTS and not bound.counts[0].effect.gain:  # type: ignore[union-attr]
            return None, posts[0].but(text=actual.text, low=max(Decimal(0), posts[0].low - posts[1].low))
    if target is not None and target.unit != PERCENT:
        return None
    subject = bound.rule.subject
    if len(bound.rule.arms) == 1 and isinstance(share := bound.rule.arms[0].effect, Ratio) and share.of == "value" and _SPENT_RATE.fullmatch(share.name):
        pair = _budget(bound, told)
        return None if pair is None or pair[1].low <= 0 else (pair[1], pair[0].but(text=actual.text))  # 得分=执行率×20分
    if posts is not None and _STAFFED.fullmatch(subject) and bound.rule.unit == PERCENT and posts[1].low > 0:
        return target, Value("number", actual.text, "", _share(*posts), unit=PERCENT)
    if subject == OF_TARGET or any(isinstance(a.guard, Relative | Met) for a in bound.rule.arms):
        pair = _budget(bound, told)
        return None if pair is None or target is not None or aim and any(isinstance(a.guard, Met) for a in bound.rule.arms) else (pair[1].but(relation="≤"), pair[0].but(text=actual.text))
    if bound.rule.unit != PERCENT:
        return None
    pair = _budget(bound, told) if _BUDGET_RATE.fullmatch(subject) else _named(told, _DEBTS, _ASSETS) if subject == "资产负债率" else _named(told, _IN_USE, _ALL_FIXED) if subject.endswith("固定资产利用率") else _told_apart(of, told) if (of := _SHARE_OF.fullmatch(subject)) is not None else _part(subject, told)
    if pair is None:
        return None
    part, whole = pair
    share = _share(part, whole)
    if whole.low <= 0 or _RATE.fullmatch(subject) and share > 100:
        raise NotScorable(f"完成值{quoted(actual.text)}中的部分多于总数，不能算出{subject}，请核对完成值。")
    return target, Value("number", actual.text, "", share, unit=PERCENT)


def _told(text: str) -> list[tuple[str, Value]]:
    found = []
    pieces = [p for p in _PIECES.split(text.rstrip("。;")) if p]
    if len(pieces) == 3 and _HANDED_OUT.fullmatch(pieces[0]) and _CAME_BACK.match(pieces[1]):
        pieces = pieces[1:]  # 发放问卷200份，收回190份: of those that came back
    for piece in pieces:
        said = _BEFORE.fullmatch(piece) or _BEHIND.fullmatch(piece)
        value = read_actual(said["figure"]) if said is not None else None
        if value is None or value.kind != "number" or value.relation:
            return []
        found.append((said["name"], value))  # type: ignore[index]
    return found


def _share(part: Value, whole: Value) -> Decimal:
    times = convertible(part.unit, whole.unit) or Decimal(1)
    return EXACT.divide(EXACT.multiply(part.low, times).scaleb(part.unit.shift - whole.unit.shift + 2), whole.low) if whole.low else Decimal(0)


def _named(told: list[tuple[str, Value]], part: Pattern, whole: Pattern) -> tuple[Value, Value] | None:
    ways = [(a, b) for (n, a), (m, b) in ((told[0], told[1]), (told[1], told[0])) if part.fullmatch(n) and whole.fullmatch(m)]
    return ways[0] if len(ways) == 1 else None


def _told_apart(of: re.Match[str], told: list[tuple[str, Value]]) -> tuple[Value, Value] | None:
    """变更增加投资占合同价比例: each figure bears the name of its side."""
    ways = [(a, b) for (n, a), (m, b) in ((told[0], told[1]), (told[1], told[0])) if n == of["of"] and m == of["whole"]]
    return ways[0] if len(ways) == 1 else None


def _part(subject: str, told: list[tuple[str, Value]]) -> tuple[Value, Value] | None:
    """满意183份 of 收回问卷200份: the part's name ends the rate's, and what is left of it is no manner."""
    rate = _RATE.fullmatch(subject)
    if rate is None or rate["part"] in _DUE and any(_OF_MONEY.search(rate["of"]) and value.unit.base != "元" for _, value in told):
        return None  # 补贴资金发放率 is of money, not of households
    whole_name, bare = rate["of"] + rate["part"], rate["part"]
    ways = []
    for (name, part), (of, whole) in ((told[0], told[1]), (told[1], told[0])):
        said = name.removeprefix("表示").removesuffix("人数")
        said = said.removesuffix("金额").removesuffix("资金") if bare == "到位" else said
        left = whole_name.removesuffix(said)
        if left != whole_name and said.endswith(bare) and not _MANNER.search(left) and (of == rate["of"] or _OF_WHAT[bare].fullmatch(of) and (bare not in _OF_ITS_OWN or of.removeprefix("参加")[:2] in rate["of"] or rate["of"] in ("质量", "产品质量") and _OF_THE_SAMPLE.fullmatch(of) is not None)):
            ways.append((part, whole))
    return ways[0] if len(ways) == 1 else None


def _budget(bound: Bound, told: list[tuple[str, Value]]) -> tuple[Value, Value] | None:
    """What was spent and the budget it was spent of; a budget of the year's beginning, or an adjusted one, only where the standard means it."""
    source = bound.rule.source
    if "预算" not in source and "执行率" not in source:
        return None
    ways = []
    for (name, spent), (of, budget) in ((told[0], told[1]), (told[1], told[0])):
        part, whole = _SPENT.fullmatch(name), _BUDGET.fullmatch(of)
        if part is None or whole is None or "预算" in name:
            continue
        if any(word not in source for word in (part["of"], whole["of"]) if word) or whole["when"] in ("年初", "调整后", "调整") and whole["when"][:2] not in source or "年初" in source and whole["when"] != "年初":
            continue
        ways.append((spent, budget))
    return ways[0] if len(ways) == 1 else None
