"""What is known when all of a standard is read: the threshold that a requirement names, the target that it prints, the figures of which a rate is made."""

from __future__ import annotations

from decimal import Decimal

from ziping.amounts import PERCENT
from ziping.standards.cells.conversion import COUNTED
from ziping.standards.clauses.awards import Off
from ziping.standards.clauses.clauses import Clause, Clauses
from ziping.standards.clauses.edges import Edge, RawSpan, percent
from ziping.standards.clauses.every import Per
from ziping.standards.clauses.phrases import FAULTS
from ziping.standards.clauses.rule import FULL, ZERO, Award, Else, Met, Ratio, Relative, Word
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.tokens import tokens
from ziping.standards.words.vocabulary import Pattern

__all__ = ["conclude"]

_COMPARED = Pattern(r"(?:如果|如|若|当)?([^\W\d]{2,20}?)(大于|超过|高于|多于|超出|小于|低于|少于)([^\W\d]{2,20})")
_BARE_AMOUNT = Pattern(r"实际|计划|预算|执行|支出|金额|数额|额$|数$")
_PLANNED_AMOUNT = Pattern(r"计划|预算")
_MEETS = Pattern(r"(?:每)?(?:符合|满足|具备|达到|做到)")
_OF_POINTS = Pattern(r"符合|满足|具备|达到|全部|以上|齐全|项")


def conclude(reader: Clauses) -> None:
    """The clauses as they stand when nothing is left to be read; NotScorable where points or a requirement were named that no rule takes up."""
    source, clauses = reader.cursor.source, reader.clauses
    if reader.listed and not any(isinstance(c.effect, Per) and c.effect.counted or (isinstance(c.guard, RawSpan) and _MEETS.fullmatch(c.guard.subject)) or (isinstance(c.guard, Word) and _OF_POINTS.search(c.guard.phrase)) for c in clauses):
        raise NotScorable(f"评分标准{quoted(source)}列出了条件，但没有写明如何计分，请由填报人填写得分或补充标准。")
    if reader.listed and any(c.numbered and isinstance(c.guard, Word) and isinstance(c.effect, Award) for c in clauses):
        raise NotScorable(f"评分标准{quoted(source)}中有的条件没有写明得分，请由填报人填写得分或补充标准。")
    if reader.required and not _restating(reader) and not _stepping_out(reader) and not _demanding(reader) and not (clauses and all(_breach(c) for c in clauses) and not all(isinstance(c.guard, Word) for c in clauses)):
        raise NotScorable(f"评分标准中的{quoted(reader.required)}没有读懂，可能影响得分，请由填报人填写得分或改写该句。")
    if reader.promised is not None:
        _kept_promise(reader)
    if reader.printed:
        _anchored(reader)
    _made_of(reader)
    _defined(reader)


_RATE_DEFINED = Pattern(r"(?:^|[,;。:\n])([^=,;。:\d()]{2,20}率)=[^=,;。]*/")


def _defined(reader: Clauses) -> None:
    """变动率=（本年数-上年数）/上年数×100%，≤0得满分: the only rate that is defined is the one that is held against the numbers."""
    names = set(_RATE_DEFINED.findall(reader.cursor.source))
    spans = [c for c in reader.clauses if isinstance(c.guard, RawSpan)]
    if len(names) != 1 or any(c.guard.subject for c in spans) or not all(e is None or e.value == 0 or percent(e.unit) == PERCENT for c in spans for e in (c.guard.low, c.guard.high)):  # type: ignore[union-attr]
        return
    for clause in spans:
        clause.guard = RawSpan(clause.guard.low, clause.guard.high, *names)  # type: ignore[union-attr]


def _breach(clause: Clause) -> bool:
    """迟报一次扣0.2分, 每发现一处扣1分: what each breach of a requirement costs."""
    if isinstance(clause.guard, Word) and clause.effect == Award(ZERO):
        return FAULTS.search(clause.guard.phrase) is not None  # 出现严重违规不得分
    if isinstance(clause.effect, Per):
        return clause.effect.counted and not clause.effect.gain
    low = clause.guard.low if isinstance(clause.guard, RawSpan) and clause.guard.low == clause.guard.high else None
    return isinstance(clause.effect, Off) and low is not None and low.value == 1 and low.unit is not None and low.unit.text in COUNTED


def _restating(reader: Clauses) -> bool:
    """办结率90%以上。达到90%以上的得5分: the requirement is said again by the rule."""
    asked = {(t.value, percent(t.unit)) for text in reader.required.split("\n") for t in tokens(text) if t.kind == "NUM"}
    edges = {(e.value, percent(e.unit)) for c in reader.clauses if isinstance(c.guard, RawSpan) for e in (c.guard.low, c.guard.high) if e is not None}
    return bool(asked) and asked <= edges


def _stepping_out(reader: Clauses) -> bool:
    """每年学法不少于6次。每少一次扣0.3分: the requirement is where the steps begin, and earns all the points."""
    steps = [c.effect for c in reader.clauses if isinstance(c.effect, Per)]
    asked = reader.demanded
    if asked is None or "\n" in reader.required or len(steps) != 1 or any(isinstance(c.guard, RawSpan | Met | Relative) for c in reader.clauses):
        return False
    per, edge = steps[0], asked.low or asked.high
    if per.counted and per.what in ("少报", "缺报", "漏报"):
        per.lack, per.what = "少", ""
    side = -1 if per.lack else per.side
    same = percent(edge.unit) == percent(per.unit) if not per.lack else edge.unit is not None and edge.unit.base == per.unit.base  # type: ignore[union-attr]
    if per.gain or not same or side != (-1 if asked.low is not None else 1):
        return False
    reader.clauses.insert(0, Clause(asked, Award(FULL), reader.required, {}, asked=True))
    return True


def _kept_promise(reader: Clauses) -> None:
    """目标值为30个，每完成1个得0.5分: the target earns the full points, 15."""
    per, goal = reader.clauses[0].effect if len(reader.clauses) == 1 else None, reader.promised
    if not isinstance(per, Per) or not per.counted or not per.gain or per.amount.share or per.unit != goal.unit:  # type: ignore[union-attr]
        raise NotScorable(f"评分标准{quoted(reader.cursor.source)}中的目标值没有读懂，可能影响得分，请由填报人填写得分或改写该句。")
    worth = goal.value / per.size * per.amount.value  # type: ignore[union-attr, operator]
    if reader.stated is not None and reader.stated != worth:
        raise NotScorable(f"评分标准写明满分{reader.stated}分，按目标值计算为{worth}分，两者不符，请核对标准。")
    reader.stated = worth


def _demanding(reader: Clauses) -> bool:
    """辍学率控制在1%以内。达不到要求不得分: what is asked for earns all the points, and nothing else is scored."""
    rest = reader.clauses[0] if len(reader.clauses) == 1 else None
    if reader.demanded is None or "\n" in reader.required or rest is None or rest.guard not in (Met(False), Else()) or not isinstance(rest.effect, Award | Off):
        return False
    if isinstance(rest.effect, Award) and rest.effect.amount == FULL:
        return False
    rest.guard = Else()
    reader.clauses.insert(0, Clause(reader.demanded, Award(FULL), reader.required, {}))
    return True


def _made_of(reader: Clauses) -> None:
    """采购金额大于计划金额的得0分, where 执行率=采购金额/计划金额: a rate above 100%."""
    for clause in reader.clauses:
        said = _COMPARED.fullmatch(clause.guard.phrase) if isinstance(clause.guard, Word) else None
        if said and clause.effect == Award(ZERO) and _rate_of(reader, said[1], said[3]):
            whole = Edge(Decimal(100), PERCENT, False)
            clause.guard = RawSpan(whole, None) if said[2] in ("大于", "超过", "高于", "多于", "超出") else RawSpan(None, whole)


def _rate_of(reader: Clauses, actual: str, planned: str) -> bool:
    """实际采购金额 over 采购计划金额 is 政府采购执行率, which alone is scored."""
    rates = [c.effect.name for c in reader.clauses if isinstance(c.effect, Ratio) and c.effect.of == "value"]
    top, bottom = _BARE_AMOUNT.sub("", actual), _BARE_AMOUNT.sub("", planned)
    return len(rates) == 1 and top == bottom and len(top) >= 2 and "实际" in actual and bool(_PLANNED_AMOUNT.search(planned)) and top in rates[0] and rates[0].endswith(("执行率", "完成率"))


def _anchored(reader: Clauses) -> None:
    """达到 and 未达到 beside a printed target (目标值≥90%，达到得满分) mean that figure."""
    sides = {c.effect.side for c in reader.clauses if isinstance(c.effect, Per) and c.effect.side}
    sign = reader.base_sign or ("≥" if sides == {-1} else "≤" if sides == {1} else "")
    edge = Edge(reader.base, PERCENT, sign in ("≥", "≤"))  # type: ignore[arg-type]
    for clause in reader.clauses:
        if not isinstance(clause.guard, Met):
            continue
        if sign in ("", "="):
            raise NotScorable(f"评分标准中的{quoted(clause.text)}没有写明是不低于还是不高于目标值，请由填报人填写得分。")
        upward = (sign in ("≥", ">")) == clause.guard.yes
        own = edge if clause.guard.yes else Edge(edge.value, PERCENT, not edge.closed)
        clause.guard = RawSpan(own, None) if upward else RawSpan(None, own)
        clause.asked = clause.effect == Award(FULL)
