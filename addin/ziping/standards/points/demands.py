"""A number that a standard only asks for (覆盖率达到95%以上。每低1个百分点扣1分) beside a target cell: they must be the same, or the actual must reach both."""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import PERCENT
from ziping.standards.cells.conversion import TIMES, convertible, rescaled
from ziping.standards.cells.values import Value, read_target, shown
from ziping.standards.clauses.edges import OF_TARGET
from ziping.standards.clauses.joint import together
from ziping.standards.clauses.phrases import FAULTS, LATENESS, SAMPLED
from ziping.standards.clauses.rule import FULL, Award, Count, Linear, Met, Ratio, Relative, Rule, Span, Steps, Word
from ziping.standards.clauses.sections import SCORING
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.sayings.marks import PRINTED
from ziping.standards.words.desirable import reached_by_more
from ziping.standards.words.tokens import Token, tokens
from ziping.standards.words.vocabulary import Pattern, in_order, words

__all__ = ["agreed", "named_beside", "no_more_than_listed", "one_of_several", "to_be_reached"]

HUNDRED = Decimal(100)


def agreed(rule: Rule, target: Value | None, actual: Value) -> None:
    """NotScorable where the standard asks for another number than the target and the actual does not reach both, or calls a target a limit that is none."""
    _looking_down(rule, target)
    _looking_up(rule, target, actual)
    _opposed(rule, target)
    _all_of_it(rule, target, actual)
    _another_time(rule, target, actual)
    _either_way(rule, target)
    _end_of_it(rule, target)
    if _PACE.search(rule.source) and target is not None and target.kind == actual.kind == "number" and target.unit == actual.unit == PERCENT and actual.low < target.low == HUNDRED:
        raise NotScorable(f"评分标准按序时进度计分，指标值{quoted(target.text)}像是全年的进度，请在指标值中填写序时进度。")
    if rule.demanded is None or target is None or target.kind != "number" or actual.kind != "number":
        return
    wanted, upward = rule.demanded
    unit = rule.unit
    if (target.bare and unit == PERCENT and actual.unit != PERCENT) or (not target.bare and convertible(target.unit, unit) is None):
        return  # a quantity, of which the rate is worked out
    goal = target.low if target.bare else rescaled(target, unit, "指标值")
    number = actual.low if actual.bare else rescaled(actual, unit, "完成值") if convertible(actual.unit, unit) is not None else None
    if goal == wanted or (number is not None and (number >= max(goal, wanted) if upward else number <= min(goal, wanted))):
        return
    year = "全年" if rule.subject.startswith("逐") else ""
    raise NotScorable(f"评分标准要求{year}{shown(wanted, unit)}，指标值为{quoted(target.text)}，两者不同，完成值{quoted(actual.text)}没有同时达到，无法确定按哪一个计分，请核对指标值或标准。")


_ONLY_UPWARD, _ALSO_DOWNWARD = Pattern(r"(?<![或和、若])正向指标[(（](?:即|指)?[^()（）]{0,8}[≥>]"), Pattern(r"[反负逆]向")


def _looking_up(rule: Rule, target: Value | None, actual: Value) -> None:
    """正向指标（即目标值为≥X，得分=权重*B/A）, beside a target that has no ≥: whether it is one is not said, unless it is just reached."""
    if target is not None and target.kind == "number" and not target.relation and _ONLY_UPWARD.search(rule.source) and not _ALSO_DOWNWARD.search(rule.source) and not (actual.kind == "number" and actual.low == target.low and actual.unit == target.unit):
        raise NotScorable(f"评分标准只说明了正向指标（目标值为≥）的算法，指标值{quoted(target.text)}没有写明“≥”，无法确定是否适用，请在指标值前写明“≥”。")


_PACE = Pattern(r"(?:达到|不低于)(?:序时|时序)进度")
_DOWNWARD = Pattern(r"(?:[逆反负]|逆向|反向|负向)指标|越[低少小短]越好")


def _looking_down(rule: Rule, target: Value | None) -> None:
    """该指标为反向指标: what is done in proportion to a target, or by reaching it, needs a target with ≤."""
    by_target = target is not None and target.kind == "number" and target.relation not in ("≤", "<") and any(isinstance(a.guard, Met | Relative) or (isinstance(a.effect, Ratio) and a.effect.of == "completion") for a in rule.arms)
    if by_target and _DOWNWARD.search(rule.source) and "正向" not in rule.source:
        raise NotScorable(f"评分标准说明是反向指标，指标值{quoted(target.text)}没有写明“≤”，无法确定如何计分，请在指标值前写明“≤”。")  # type: ignore[union-attr]


_CLAUSES = Pattern(r"[,;。:\n]")


def _either_way(rule: Rule, target: Value | None) -> None:
    """NotScorable for 达到目标值得80%分值，每增加1个百分点加…，每减少… beside 5%, which names nothing: of an unemployment rate less is better."""
    if len(rule.arms) < 3:
        return
    just = any(a.guard == Relative("=") and isinstance(a.effect, Award) for a in rule.arms)
    ways = {(a.effect.side, a.effect.gain) for a in rule.arms if isinstance(a.effect, Steps) and a.effect.base is None} if just else set()
    if ways == {(1, True), (-1, False)} and not (_MORE_DONE.search(rule.source) and not (target is not None and target.relation)) and (target is None or target.relation not in ("≥", ">")) and not any(reached_by_more(clause) for clause in _CLAUSES.split(rule.source)):
        shown_as = quoted(target.text) if target is not None else "为空"
        raise NotScorable(f"评分标准没有写明考核什么，指标值{shown_as}没有写明“≥”，无法确定增加是好还是不好，请在指标值前写明“≥”，或由填报人填写得分。")


def _end_of_it(rule: Rule, target: Value | None) -> None:
    """高于80%的按线性内插, which a share of a whole ends at 100%, beside 95%: which of the two earns all the points is not said."""
    if (target is None or target.kind == "number" and target.unit == PERCENT and target.low != HUNDRED) and "100" not in rule.source and any(isinstance(a.effect, Linear) for a in rule.arms) and any(isinstance(a.guard, Span) and a.guard.low == HUNDRED and a.effect == Award(FULL) for a in rule.arms):
        raise NotScorable(f"评分标准没有写明按线性内插得满分的数，指标值为{quoted(target.text) if target is not None else '空'}，无法确定按指标值还是按100%计，请核对指标值，或由填报人填写得分。")


_MORE_DONE = Pattern(r"(?:多|超额?)完成(?:\d|[一二两]).*(?:少|未)完成(?:\d|[一二两])|(?:大于|超过|高于)(?:目标|指标|计划)值的,每.*(?:小于|低于|少于)(?:目标|指标|计划)值的,每")
_ALL_OF_IT, _BY_A_GOAL = Pattern(r"全部(?:完成|建成|完工|实施)"), Pattern(r"目标|指标|计划")


def _all_of_it(rule: Rule, target: Value | None, actual: Value) -> None:
    """任务全部完成得满分 beside 320户 and 320户: a rate below the whole, an upper limit or a cost tells nothing of the task."""
    if "全部" not in rule.source or target is None or target.kind != "number" or actual.kind != "number" or not any(a.guard == Met(True) for a in rule.arms):
        return
    apart = target.relation in ("≤", "<") or target.unit == PERCENT and target.low != HUNDRED or target.unit.base == "元"
    if apart and _ALL_OF_IT.search(rule.source) and not _BY_A_GOAL.search(rule.source):
        raise NotScorable(f"评分标准“{rule.words()}”考核是否全部完成，指标值{quoted(target.text)}和完成值{quoted(actual.text)}没有说明，请写明“全部完成”或未完成多少。")


_PAID_OUT = Pattern(r"(?:拨付|到位|发放|投资|引资|筹资|收入|营收|产值|销售|募集|筹集|税收|贷款|交易)(?:资金)?(?:总额|金额|额|数额|数)?(?:达到|完成)(?:年度|全年|年初)*(?:计划|目标|指标)")


def to_be_reached(source: str, target: Value | None) -> Value | None:
    """拨付额达到计划数得满分 beside 1.2亿元: an amount that is paid out or taken in is to be reached, as no other amount without a sign is."""
    target = _remarked(source, target)
    plain = target is not None and target.kind == "number" and not target.relation and target.unit.base == "元" and _PAID_OUT.search(source)
    return target.but(relation="≥") if plain else target  # type: ignore[union-attr]


_REMARKED = Pattern(r"(?P<figure>[^()]*\d[^()]*[^\W\d%]|[^()]*\d%)\((?P<remark>[^()\d≥≤<>%]{3,20})\)")
_CHANGES_IT = Pattern(r"以[上下内外前后]|[不未无没含约超增减升降涨跌浮]|左右|其中|除外|部分")


def _remarked(source: str, target: Value | None) -> Value | None:
    """≤42岁（市级平均年龄）, where 市级人员平均年龄 is what the standard compares with: the number, and whose it is."""
    said = _REMARKED.fullmatch(target.text) if target is not None and target.kind == "text" and target.text[-1] == ")" else None
    if said is None or _CHANGES_IT.search(said["remark"]) or not in_order(said["remark"], source):
        return target
    number = read_target(said["figure"])
    return number.but(text=target.text) if number is not None and number.kind == "number" and not number.bare else target  # type: ignore[union-attr]


def _opposed(rule: Rule, target: Value | None) -> None:
    """预算执行率≥95%得满分 beside ≤95%, 未超概算 beside ≥200万元: the same limit, looked at from the other side."""
    if target is None or target.kind != "number" or not target.relation or rule.unit.base not in ("", "百分点") and convertible(target.unit, rule.unit) is None:
        return
    best = max((_worth(arm.effect) for arm in rule.arms if isinstance(arm.guard, Span) and isinstance(arm.effect, Award)), default=Decimal(0))
    for arm in rule.arms:
        span = arm.guard
        if not isinstance(span, Span) or (span.low is None) == (span.high is None) or not isinstance(arm.effect, Award) or not 0 < _worth(arm.effect) == best:
            continue  # <95%得5分 beside ≥95%得10分 is what is earned on the wrong side
        edge, wrong = (span.high, ("≥", ">")) if span.low is None else (span.low, ("≤", "<"))
        same = rule.subject == OF_TARGET and span.low is None and edge == HUNDRED or convertible(target.unit, rule.unit) is not None and rescaled(target, rule.unit, "指标值") == edge
        if target.relation in wrong and same:
            raise NotScorable(f"指标值{quoted(target.text)}与评分标准“{arm.text(rule.unit, rule.subject)}”的方向相反，请核对指标值或标准。")


def _worth(award: Award) -> Decimal:
    """What an award is beside the others of its rule: everything before any number of points."""
    return Decimal("Infinity") if award == Award(FULL) else award.amount.value


def _another_time(rule: Rule, target: Value | None, actual: Value) -> None:
    """20日内下达得满分，逾期10日内… beside 30日内: late against which of the limits is not said, unless both are kept."""
    if target is None or target.kind != "number" or target.bare or rule.unit.base not in TIMES or actual.kind != "number" or not LATENESS.search(rule.source) or LATENESS.search(rule.subject) or convertible(target.unit, rule.unit) is None or convertible(actual.unit, rule.unit) is None:
        return
    limits = [a.guard.high for a in rule.arms if isinstance(a.guard, Span) and a.guard.low is None and a.guard.high is not None and isinstance(a.effect, Award) and a.effect.amount.value]
    goal, number = rescaled(target, rule.unit, "指标值"), rescaled(actual, rule.unit, "完成值")
    if len(limits) == 1 and goal != limits[0] and number > min(goal, limits[0]):
        raise NotScorable(f"评分标准的时限是{shown(limits[0], rule.unit)}，指标值为{quoted(target.text)}，两者不同，完成值{quoted(actual.text)}没有同时达到，请核对指标值或标准。")


_DENIED = Pattern(r"[未不没无]|缺|漏|迟|错|虚|超")
_AND = Pattern(r"[、,和与及且并同]+")


def named_beside(rule: Rule) -> frozenset[str]:
    """随机抽查10个村，每发现1个村不达标扣…: the measures of the numbers that a clause beside the rules names, of which a bare figure may be."""
    edges = {v for a in rule.arms if isinstance(a.guard, Span) and not (a.effect == Award(FULL) and a.guard.low) for v in (a.guard.low, a.guard.high)}  # 3处以上不得分
    found: set[str] = set()
    clause: list[Token] = []
    for token in (*tokens(rule.source), Token("SEP", "")):
        if token.kind not in ("SEP", "COMMA"):
            clause.append(token)
            continue
        sampled = SAMPLED.search("".join(t.text for t in clause)) is not None  # 每个村抽查10户: each of them, no step of a rule
        rules = any((t.kind in SCORING and not (sampled and t.kind == "EVERY")) or t.kind in ("OCCUR", "DOWN") or t.value == "<" for t in clause)
        found |= set() if rules else {t.unit.base for t in clause if t.kind == "NUM" and t.unit is not None and t.value not in edges}
        clause = []
    return frozenset(found)


_LISTED = Pattern(r"(?:^|[,;。:\n])([^,;。:、\d]{2,16}(?:、[^,;。:、\d]{2,16})+)")
_EACH = Pattern(r"每(?:发现|出现|有|存在)|发现")
_NOT_MET = Pattern(r"(?:未|不|没有)(?:符合|满足|达到|做到|达标|具备)(?:有关|相关)?(?:要求|标准|条件|规定)?的?")
_ONE_BY_ONE = words("项 个 条 方面 点")


def one_of_several(rule: Rule, effect: Count, number: Decimal) -> bool:
    """合格率、完好率均为100%得满分，每有1项不达标扣…; 预算、决算、绩效信息公开，缺一项扣…: whether so many of those listed may be those that hold as well as those that fail, as one of two is both."""
    joint = next((a.guard.phrase for a in rule.arms if isinstance(a.guard, Word) and together(a.guard.phrase)), "")
    if joint:
        return number * 2 != len(_AND.split(joint))
    listed = _LISTED.match(rule.source) if effect.measure in _ONE_BY_ONE else None
    several = listed[1].count("、") + 1 if listed is not None and not FAULTS.search(listed[1]) and not _DENIED.search(listed[1]) else len(set(PRINTED.findall(rule.source)))
    if several < 2 or effect.measure not in _ONE_BY_ONE:
        return False
    if _EACH.search(rule.source):
        return number == several and _NOT_MET.fullmatch(effect.what) is not None  # 2项 of two: all of them met, or none
    return number <= several and number * 2 != several


_NONE_OVER = Pattern(r"(?:^|[;。:\n])(?P<list>[^,;。:\d均都]{2,16}(?:[、和与及][^,;。:\d均都、和与及]{2,16})+)(?:均|都)(?:不|未)超")
_ANYTHING = Pattern(r"(?:\d+|[一二两三四五六七八九十])(?:个?(?!项)(?:次|笔|起|例|件|处|家|户|人|条|个|单位|项目|部门|月|季度))")


def _over_of_them(source: str, number: Decimal, actual: Value) -> None:
    """NotScorable for 超预算2次, and for 2 and 3项超预算, where 差旅费、印刷费均不超预算 is asked for and each that is over costs some: which of the two it is, nobody knows."""
    listed = _NONE_OVER.search(source)
    several = len(_ONE_OR_OTHER.split(listed["list"])) if listed is not None else 0
    if not several or not number:
        return
    if number > several or actual.kind == "number" and "超" not in actual.text and number * 2 != several or _ANYTHING.search(actual.text):
        raise NotScorable(f"评分标准列了{several}项，完成值{quoted(actual.text)}没有写明其中几项超出，请写明如“1项超预算”。")


_ONE_OR_OTHER = Pattern(r"[、和与及]")


def no_more_than_listed(source: str, effect: Count, number: Decimal, actual: Value) -> None:
    """NotScorable for 3项不符合 where two conditions are listed."""
    if not effect.gain and effect.measure == "项" and effect.what.startswith("超"):
        _over_of_them(source, number, actual)
    if effect.gain or effect.measure not in _ONE_BY_ONE or not (effect.lack == "缺" and not effect.what or _NOT_MET.fullmatch(effect.what)):
        return
    several = len(set(PRINTED.findall(source)))
    listed = _LISTED.match(source) if not several and not effect.lack else None
    several = several or (listed[1].count("、") + 1 if listed is not None else 0)
    if 1 < several < number:
        raise NotScorable(f"评分标准只列了{several}项，完成值{quoted(actual.text)}说的是{shown(number)}项，请核对完成值。")
