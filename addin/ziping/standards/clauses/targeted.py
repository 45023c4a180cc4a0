"""What a clause says beside the target itself: shares of it, so much over it, missing it, all of a quantity."""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import PERCENT
from ziping.standards.cells.conversion import TIMES
from ziping.standards.clauses.awards import Off
from ziping.standards.clauses.clauses import Clause
from ziping.standards.clauses.edges import GROWTH, OF_IT, OF_TARGET, Edge, RawSpan, percent
from ziping.standards.clauses.every import Per
from ziping.standards.clauses.phrases import LATENESS
from ziping.standards.clauses.rule import FULL, ZERO, Award, Else, Met, Ratio, Relative, Scaled, Word
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.desirable import reached_by_more
from ziping.standards.words.goals import GOALS
from ziping.standards.words.vocabulary import Pattern, words

__all__ = ["beyond_full", "exceeding", "like_to_like", "missed", "names_target", "of_quantity", "of_target", "overstepped", "part_of_full", "tasked"]


def beyond_full(clauses: list[Clause]) -> None:
    """完成得基本分，大于目标值的每增加5%加1分: points above the full ones are none."""
    reached = any(isinstance(c.effect, Ratio) and c.effect.of == "completion" and not c.taking and c.guard is None for c in clauses) or any((c.guard in (Met(True), Relative("≥")) or (isinstance(c.guard, RawSpan) and c.guard.subject == GROWTH and c.guard.high is None)) and isinstance(c.effect, Award) and c.effect.amount != ZERO for c in clauses)
    risen = any(isinstance(c.guard, RawSpan) and c.guard.low is not None and c.guard.high in (None, c.guard.low) and c.effect == Award(FULL) for c in clauses)
    for clause in list(clauses):
        per = clause.effect
        if risen and isinstance(per, Per) and per.gain and not per.counted and clause.guard is None and per.side == 1:
            clauses.remove(clause)  # 达到80%得满分，每超1个百分点加0.1分
            continue
        if reached and isinstance(per, Per) and per.gain and not per.counted and (clause.guard == Relative(">") or (clause.guard is None and per.side == 1)):
            clauses.remove(clause)


def part_of_full(clauses: list[Clause]) -> None:
    """达到目标值得80%分值，每增加1个百分点加0.5分，每减少1个百分点扣0.5分: the part is for just the target."""
    reached = [c for c in clauses if c.guard == Met(True) and isinstance(c.effect, Award) and c.effect.amount != ZERO and c.effect != Award(FULL)]
    steps = [c.effect for c in clauses if isinstance(c.effect, Per) and c.guard is None and not (c.effect.counted or c.effect.late)]
    if len(reached) == 1 and len(steps) == len(clauses) - 1 == 2 and {(per.gain, per.side) for per in steps} == {(True, 1), (False, -1)} and len({percent(per.unit) for per in steps}) == 1 and reached_by_more(reached[0].text) is not False:
        reached[0].guard = Relative("=")  # of no name the target tells which way is better, see `demands`


_TASK = Pattern(r"[^\W\d未不没无及并且按]{0,10}(?:达到|不低于)(?:序时|时序)进度|(?:完成|达到)[^\W\d不未没无及并且按]{2,14}(?:任务|目标|计划)(?:数|值)?|[^\W\d不未没无及并且按]{2,14}(?:完成|达到)(?:年度|全年|当年)?(?:目标任务|任务目标|任务|目标|计划)(?:数|值)?")


def tasked(clauses: list[Clause]) -> None:
    """完成投资任务得满分，每欠1个百分点扣…: beside steps with no number to begin at, the task is the target."""
    _all_done(clauses)
    awards = [c for c in clauses if isinstance(c.effect, Award)]
    steps = [c for c in clauses if isinstance(c.effect, Per) and not c.effect.counted and not c.effect.late and c.guard is None and c.effect.unit.base in ("", "百分点") and c.effect.unit.text]
    ratios = [c for c in clauses if c.guard == Met(False) and isinstance(c.effect, Ratio) and c.effect.of in ("value", "completion") and "/" not in c.effect.name and not c.taking]  # 未完成的按完成率计分
    steps = steps or ratios
    if len(awards) == 1 and steps and len(awards) + len(steps) == len(clauses) and isinstance(awards[0].guard, Word) and awards[0].effect.amount != ZERO and _TASK.fullmatch(awards[0].guard.phrase):  # type: ignore[union-attr]
        awards[0].guard = Met(True)


def overstepped(clauses: list[Clause]) -> None:
    """补助标准≤450元/亩得满分，超过标准不得分: beside one threshold, going beyond the target is going beyond it."""
    whole = [c.guard for c in clauses if isinstance(c.guard, RawSpan) and isinstance(c.effect, Award) and c.effect.amount != ZERO]
    if len(whole) != 1 or sum(isinstance(c.guard, RawSpan) for c in clauses) != 1 or (whole[0].low is None) == (whole[0].high is None):
        return
    beyond = Relative(">" if whole[0].low is None else "<")
    for clause in clauses:
        if clause.guard == beyond and isinstance(clause.effect, Award | Off):
            clause.guard = Else()


def of_quantity(clauses: list[Clause]) -> None:
    """≥3000人得满分，完成90%以上得…: beside one quantity that earns all the points, percentages are of it."""
    spans = [c for c in clauses if isinstance(c.guard, RawSpan)]
    most = max((c.effect.amount.value for c in spans if isinstance(c.effect, Award) and not c.effect.amount.share), default=None)
    whole = [c for c in spans if isinstance(c.effect, Award) and (c.effect == Award(FULL) or (not c.effect.amount.share and c.effect.amount.value == most)) and c.guard.low is not None and c.guard.low.unit is not None and c.guard.low.unit.base not in ("", "百分点", "分") and c.guard.high in (None, c.guard.low)]  # type: ignore[union-attr]
    if len(whole) != 1 or len(spans) < 3:
        return
    parts = [c for c in spans if c is not whole[0]]
    edges = [e for c in parts for e in (c.guard.low, c.guard.high) if e is not None]  # type: ignore[union-attr]
    if not all(e.unit == PERCENT and 0 < e.value <= 100 for e in edges) or not all(names_target(c.guard.subject) or c.guard.subject in ("", "完成") for c in parts):  # type: ignore[union-attr]
        return
    goal = whole[0].guard.low  # type: ignore[union-attr]
    for clause in parts:
        low, high = (e and Edge((goal.value * e.value).scaleb(-2), goal.unit, e.closed) for e in (clause.guard.low, clause.guard.high))  # type: ignore[union-attr]
        clause.guard = RawSpan(low, high)


_ALL_OF_IT = Pattern(r"(?![^,;]*(?:按时|及时|按期|如期|超额|提前|按要求|按规定|且|并|基本))[^\W\d未不没无]{2,16}(?:任务|工作|计划|目标|改造|建设|整治|治理)(?:已|均|都)?(?:全部|全面)完成")


def _all_done(clauses: list[Clause]) -> None:
    """危房改造任务全部完成得满分，未完成不得分: beside missing the target, all of the task is the target."""
    done = [c for c in clauses if isinstance(c.guard, Word) and isinstance(c.effect, Award) and c.effect.amount != ZERO and _ALL_OF_IT.fullmatch(c.guard.phrase)]
    missed = [c for c in clauses if c.guard == Met(False)]
    if len(done) == 1 and missed and all(c in done or c in missed or isinstance(c.guard, Word) for c in clauses):
        done[0].guard = Met(True)


_EXCESS = words("超编 超员 超出 超标 超额 超支 超定额 超计划")


def exceeding(clauses: list[Clause]) -> None:
    """不超过编制数得满分，每超编1人扣0.5分: beside the target itself, what is beyond it is counted from it."""
    if any(c.guard == Relative("≤") and isinstance(c.effect, Award) and c.effect.amount.value for c in clauses):
        for clause in clauses:
            per = clause.effect
            if isinstance(per, Per) and per.counted and not per.gain and per.what in _EXCESS:
                per.counted, per.what, per.side = False, "", 1


def missed(clauses: list[Clause]) -> None:
    """完成率100%得满分，未完成的每低1个百分点扣…: beside one threshold, missing the target is the other side of it."""
    if any(c.guard == Relative("≤") and _REACHED_OR_LESS.search(c.text) for c in clauses):
        for clause in clauses:
            clause.guard = Else() if clause.guard == Met(False) and isinstance(clause.effect, Award | Off) else clause.guard  # 达到或低于目标值得满分，未达到的不得分
    thresholds = [c.guard for c in clauses if isinstance(c.guard, RawSpan) and isinstance(c.effect, Award) and c.effect.amount.value]
    if len(thresholds) == 1 and thresholds[0].low is None and thresholds[0].high.unit is not None and thresholds[0].high.unit.base in TIMES:  # type: ignore[union-attr]
        for clause in clauses:
            if clause.guard == Met(False) and clause.effect == Award(ZERO) and clause.text.startswith("未完成"):
                clause.guard = Word("未完成")  # 验收后3个月内完成得4分，未完成不得分
    if any(isinstance(c.guard, RawSpan) and LATENESS.fullmatch(c.guard.subject) for c in clauses):
        for clause in clauses:
            if clause.guard == Met(False) and clause.effect == Award(ZERO) and "未完成" in clause.text:
                clause.guard = Word("未完成")  # 逾期3个月以上不得分；未完成不得分: not done is not late by so much
    if len(thresholds) != 1 or thresholds[0].low is None or any(c.guard == Met(True) for c in clauses):
        return
    edge = thresholds[0].low
    for clause in clauses:
        if clause.guard == Met(False) and isinstance(clause.effect, Award | Off) and thresholds[0].high is None and edge.unit is not None:
            clause.guard = Else()  # 85%以上得满分，未达标的不得分
        if clause.guard == Met(False) and isinstance(clause.effect, Award | Off) and thresholds[0].high == edge and edge.unit is not None and edge.value > 0:
            clause.guard = RawSpan(None, edge.but(closed=False))  # 供应率100%得满分，未达到的不得分
        if clause.guard == Met(False) and isinstance(clause.effect, Per | Ratio | Scaled) and (edge.value == 100 or (edge.unit is not None and edge.unit.base not in ("", "百分点")) or _UNREACHED.search(clause.text)):
            clause.guard = None if isinstance(clause.effect, Per) else Else()


_REACHED_OR_LESS = Pattern(r"达到(?:、|或者?)[低小少]于|[低小少]于(?:、|或者?)达到")
_UNREACHED = Pattern(r"未达|达不到|没有达|没达")
_LIKE = Pattern(r"[^\W\d未不没无]{0,24}([^\W\d]{2})达到[^\W\d未不没无]{2,30}\1")


def like_to_like(clauses: list[Clause]) -> None:
    """补充的面积达到占用的面积得满分，达不到的不得分: the figure that was to be reached is the target."""
    if len(clauses) == 2 and any(c.guard == Met(False) for c in clauses):
        for clause in clauses:
            if isinstance(clause.guard, Word) and isinstance(clause.effect, Award) and clause.effect.amount != ZERO and _LIKE.fullmatch(clause.guard.phrase):
                clause.guard = Met(True)


def of_target(clauses: list[Clause]) -> None:
    """达到预期目标得满分；达到预期目标80%以上得…: beside percentages of the target, reaching it is 100% of it."""
    _only_taken(clauses)
    _over_target(clauses)
    lows = [c.guard.low for c in clauses if isinstance(c.guard, RawSpan)]
    missed = [c for c in clauses if c.guard == Met(False) and c.effect == Award(ZERO)]
    if lows and len(missed) == 1 and not any(c.guard == Met(True) for c in clauses) and all(e is not None and e.unit is not None and e.unit.base for e in lows):
        least = min(lows, key=lambda e: e.value)  # 完成1-2个的得3分，未完成的得0分
        missed[0].guard = RawSpan(None, Edge(least.value, least.unit, least.closed is False))
    once = [c for c in clauses if isinstance(c.effect, Off)]
    if len(once) == 1 and isinstance(once[0].guard, RawSpan) and once[0].guard.subject == OF_TARGET and once[0].guard.high is None and once[0].guard.low is not None and once[0].guard.low.closed is False and "以上" not in once[0].text:
        raise NotScorable(f"评分标准中的{quoted(once[0].text)}没有写明是超过即扣一次还是每超过一次都扣，请由填报人填写得分或补充标准。")
    edges = [(e, c.guard) for c in clauses if isinstance(c.guard, RawSpan) for e in (c.guard.low, c.guard.high) if e is not None]
    of_it = [e for e, g in edges if names_target(g.subject)]
    if not of_it and any(c.guard == Met(True) and c.effect == Award(FULL) for c in clauses) and all(not g.subject and e.unit == PERCENT and OF_IT <= e.value <= 100 for e, g in edges):
        of_it = [e for e, _ in edges]  # 完成目标任务得满分，90%以上得60%分
    if not of_it:
        return
    if all(e.value >= 100 for e in of_it) and all(e.unit == PERCENT and 0 < e.value < OF_IT for e, g in edges if not g.subject):  # 超过预算10%以内扣2分，超过10%扣4分
        for clause in clauses:
            span = clause.guard
            if isinstance(span, RawSpan) and not span.subject and span.low is not None:
                clause.guard = RawSpan(*(e and Edge(100 + e.value, e.unit, e.closed) for e in (span.low, span.high)), OF_TARGET)
        edges = [(e, c.guard) for c in clauses if isinstance(c.guard, RawSpan) for e in (c.guard.low, c.guard.high) if e is not None]
    joined = {e.value for e in of_it} & {e.value for e, g in edges if not g.subject}  # 完成50%以上得5分，30%-50%得3分: one ladder
    if any(not g.subject and e.unit == PERCENT and e.value < OF_IT for e, g in edges) and not (joined and max(joined) < 100 and all(e.value <= 100 for e, _ in edges)):
        raise NotScorable("评分标准中有的百分比写明与目标相比、有的没有写明，无法确定是目标的百分比还是超出的百分比，请改正标准。")
    if any(e.unit != PERCENT or not (g.subject == "" or names_target(g.subject)) for e, g in edges):
        return
    for signs, upward in (((Met(True), Relative("≥")), True), ((Relative("≤"),), False)):
        reached = [c for c in clauses if c.guard in signs and isinstance(c.effect, Award)]
        off = [c.guard for c in clauses if isinstance(c.guard, RawSpan) and isinstance(c.effect, Off)]  # 超过指标值30%以上的扣2分
        beyond = any(((e.value > 100) == upward and e.value != 100 or (e.value == 100 and e.closed is True)) and not (upward and g in off) for e, g in edges)
        if not reached or beyond:
            continue
        whole = Edge(Decimal(100), PERCENT, True)
        for clause in clauses:
            if isinstance(clause.guard, RawSpan) and clause.guard.subject:
                clause.guard = RawSpan(clause.guard.low, clause.guard.high, OF_TARGET)
        for clause in clauses:
            if upward and clause.guard in (Relative("<"), Met(False)) and isinstance(clause.effect, Ratio):  # 低于指标值按比例得分，低于指标值60%不得分
                clause.guard = RawSpan(None, Edge(whole.value, PERCENT, False), OF_TARGET)
        for clause in reached:
            clause.guard = RawSpan(whole, None, OF_TARGET) if upward else RawSpan(None, whole, OF_TARGET)


def _only_taken(clauses: list[Clause]) -> None:
    """完成率每降低1%扣0.1分，完成率低于50%的不得分: the steps lead down from the whole of the target."""
    spans = [c for c in clauses if isinstance(c.guard, RawSpan)]
    steps = [c for c in clauses if isinstance(c.effect, Per)]
    if len(spans) == len(steps) == 1 == len(clauses) - 1 and spans[0].effect == Award(ZERO) and spans[0].guard.low is None and _RATE.fullmatch(spans[0].guard.subject) and spans[0].guard.subject and steps[0].guard is None and steps[0].effect.side == -1 and not (steps[0].effect.counted or steps[0].effect.gain) and steps[0].effect.unit == PERCENT:  # type: ignore[union-attr]
        clauses.insert(0, spans[0].but(guard=Relative("≥"), effect=Award(FULL), limits={}))


_OVER = Pattern(r"超(?:出|过)?(?:预算|概算|计划|支|目标|指标)(?:值|数|金额)?")


def _over_target(clauses: list[Clause]) -> None:
    """不超概算得满分，超概算5%以内得…: beside the target itself, so much over it is 100% and so much of it."""
    spans = [c for c in clauses if isinstance(c.guard, RawSpan)]
    if not any(c.guard == Relative("≤") for c in clauses) or not spans or not all(_OVER.fullmatch(c.guard.subject) for c in spans[:1]):  # type: ignore[union-attr]
        return
    edges = [e for c in spans for e in (c.guard.low, c.guard.high) if e is not None]  # type: ignore[union-attr]
    if any(e.unit != PERCENT or e.value >= 100 or e.value < 0 for e in edges) or not all(_OVER.fullmatch(c.guard.subject) or not c.guard.subject for c in spans):  # type: ignore[union-attr]
        return
    for clause in spans:
        low, high = clause.guard.low, clause.guard.high  # type: ignore[union-attr]
        low = Edge(Decimal(100) + (low.value if low else 0), PERCENT, low.closed if low and low.value else False)
        clause.guard = RawSpan(low, Edge(Decimal(100) + high.value, PERCENT, high.closed) if high else None, OF_TARGET)


def names_target(subject: str) -> bool:
    return subject == OF_TARGET or _VERB.sub("", subject) in GOALS or bool(_RATE.fullmatch(subject))


_VERB = Pattern(r"^(?:实际)?(?:完成值?|达到)?(?:在|达到|达)?")
_RATE = Pattern(r"(?:实际|目标|任务|指标|年度|计划)*完成(?:率|比例)?")
