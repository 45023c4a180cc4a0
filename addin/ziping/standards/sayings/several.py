"""Several rates in one standard, each with points of its own (6月底支付进度达到50%得2分，9月底达到75%得2分): conditions that add up, which an actual tells by their names."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.amounts import PLAIN, unit_named
from ziping.standards.cells.values import shown
from ziping.standards.clauses.clauses import Clause
from ziping.standards.clauses.edges import GROWTH, OF_TARGET, Edge, RawSpan, percent
from ziping.standards.clauses.rule import FULL, ZERO, Arm, Award, Else, Met, Rule, Span, Word
from ziping.standards.sayings.another import shortens
from ziping.standards.sayings.statements import polarity
from ziping.standards.words.spelling import squeeze
from ziping.standards.words.vocabulary import Pattern, in_order

__all__ = ["LISTED", "as_aimed", "at_month_ends", "bears_name", "figured", "figures", "measured_otherwise", "mixed", "part_by_part"]

LISTED = Pattern(r"[,;、]")  # between several goals, or what is told of each
_FALLS = Pattern(r"(?:每项|各项|其中)?(?:未|没有|不)(?:达到|完成|达标|符合)(?:要求|标准|目标|进度)?(?:的)?(?:(?:时间)?节点|时点|月份|季度|阶段)?(?:要求|目标)?(?:的)?(?:,?(?:该|相应|对应)项)?")


def part_by_part(clauses: list[Clause], same: object) -> None:
    """The clauses as conditions in words, where each names a rate that no other names; `same` tells whether two names are one."""
    parts = [c for c in clauses if isinstance(c.guard, RawSpan)]
    names = [c.guard.subject for c in parts]  # type: ignore[union-attr]
    if len(parts) < 2 or not all(names) or any(n in (GROWTH, OF_TARGET) for n in names) or any(same(a.guard.subject, b.guard.subject) and _measure(a.guard) == _measure(b.guard) for i, a in enumerate(parts) for b in parts[:i]):  # type: ignore[operator]
        return
    if not all(isinstance(c.effect, Award) and not c.effect.amount.share and c.effect.amount != ZERO and c.effect != Award(FULL) and (c.guard.low is None or c.guard.high in (None, c.guard.low)) for c in parts):  # type: ignore[union-attr]
        return
    rest = [c for c in clauses if c not in parts and not _in_words(c)]
    if not all(c.effect == Award(ZERO) and (isinstance(c.guard, Else) or c.guard == Met(False) or (isinstance(c.guard, Word) and _FALLS.fullmatch(c.guard.phrase))) for c in rest):
        return
    for clause in parts:
        clause.guard = Word(_said(clause.guard))  # type: ignore[arg-type]
    for clause in rest:
        clause.guard = Else()


def _in_words(clause: Clause) -> bool:
    """机构健全得2分, beside two numbers of other things: a condition as they are, whose points add up (see `binding`)."""
    return isinstance(clause.guard, Word) and isinstance(clause.effect, Award) and not clause.effect.amount.share and clause.effect.amount != ZERO and clause.effect != Award(FULL)


def _measure(span: RawSpan) -> str:
    unit = (span.low or span.high).unit  # type: ignore[union-attr]
    return unit.base if unit is not None else ""


def _said(span: RawSpan) -> str:
    edge: Edge = span.low or span.high  # type: ignore[assignment]
    sign = ("≥" if span.low.value else "=") if span.low == span.high else ("≥" if edge.closed is not False else ">") if span.high is None else ("≤" if edge.closed is not False else "<")
    unit = percent(edge.unit)
    return f"{span.subject}{sign}{shown(edge.value)}{unit.text if unit is not None else ''}"


def mixed(rule: Rule, full: Decimal) -> Rule:
    """制度健全得2分，培训3次以上得2分, where both together are the full points: conditions that add up, the numbers among them named by what they are of."""
    worded = [a for a in rule.arms if isinstance(a.guard, Word)]
    spans = [a for a in rule.arms if isinstance(a.guard, Span)]
    redundant = [a for a in worded if a.effect == Award(ZERO) and len(spans) == 1 and rule.subject and (said := polarity(a.guard.phrase))[1] is False and in_order(said[0], rule.subject)]  # 未组织演练不得分, beside 组织演练1次以上得1分
    worded = [a for a in worded if a not in redundant]
    rest = [a for a in rule.arms if a not in worded and a not in spans and a not in redundant]
    parts = [a.effect for a in (*worded, *spans)]
    if not worded or len(spans) != 1 or not rule.subject or not all(isinstance(e, Award) and not e.amount.share and e.amount.value for e in parts) or not all(isinstance(a.guard, Else) and a.effect == Award(ZERO) for a in rest):
        return rule
    span = spans[0].guard
    if sum(e.amount.value for e in parts) != full or (span.low is None) == (span.high is None) and span.low != span.high or rule.subject in (GROWTH, OF_TARGET) or any(rule.subject in a.guard.phrase for a in worded):  # type: ignore[union-attr]
        return rule
    edge = span.low if span.low is not None else span.high  # type: ignore[union-attr]
    sign = "≥" if span.low == span.high and edge else "=" if span.low == span.high else ("≥" if span.low_in else ">") if span.high is None else ("≤" if span.high_in else "<")  # type: ignore[union-attr]
    named = Arm(Word(f"{rule.subject}{sign}{shown(edge)}{rule.unit.text}"), spans[0].effect)  # type: ignore[arg-type]
    return rule.but(arms=(*(named if a is spans[0] else a for a in rule.arms if a not in redundant),), subject="", unit=PLAIN)


_MONTH_END = Pattern(r"(?:截至|截止到?|到|至|在|于)?(?:((?:1[02]|[13578])月)31日|((?:4|6|9|11)月)30日)(?:之?前|止|为止|时)?")


def at_month_ends(text: str) -> str:
    """6月30日 is 6月底."""
    return _MONTH_END.sub(lambda m: f"{m[1] or m[2]}底", text) if "日" in text else text


_ASKED = Pattern(r"(.+?)([≥≤><=])(-?\d+(?:\.\d+)?)(\D*)")
_OTHER = Pattern(r"[未不无没非超逾欠漏迟误负降减缓计划应拟约近原每待]|预(?!算)|目标|上年|去年|部分|平均|争取|申报|其中|半年")
_PLAIN = Pattern(r"(?:实际|全年|本年度?|累计|截至|截止|到|至|项目|资金|的|已|当年)*")
_TOLD = Pattern(r"([^≥≤><=]*?)(?:实际)?(?:完成)?(?:达到了?|为|是|:|达)?([≥≤><=]?)(-?\d+(?:\.\d+)?)(%|‰|[^\W\d]{0,4})")

_VERDICT = Pattern(r"([^\d,;。≥≤><=]*?[率度比例数量])(?:已|均)?(未|不|没有)?(?:达标|达到(?:要求|标准|目标值?))")  # 合格率未达标


def figured(text: str, arms: list[Arm]) -> set[int] | None:
    """6月底52%，9月底71%: which of the thresholds are reached; None unless every one of them has its figure, by a name that is its own."""
    asked = [_ASKED.fullmatch(arm.guard.phrase) for arm in arms]  # type: ignore[union-attr]
    told = [_TOLD.fullmatch(piece) or _VERDICT.fullmatch(piece) for piece in at_month_ends(squeeze(text)).rstrip("。;").replace(";", ",").replace("、", ",").split(",") if piece]
    if not all(asked) or len(told) != len(asked) or not all(told):
        return None
    met, seen = set(), set()
    for piece in told:
        hits = [i for i, ask in enumerate(asked) if _names(piece[1], ask[1])]  # type: ignore[index]
        verdict = piece.re.groups == 2  # type: ignore[union-attr]
        if len(hits) != 1 or hits[0] in seen or not verdict and asked[hits[0]][4] != piece[4]:  # type: ignore[index]
            return None
        seen.add(hits[0])
        if verdict:
            met |= set() if piece[2] else {hits[0]}  # type: ignore[index]
            continue
        sign, bound, number = asked[hits[0]][2], Decimal(asked[hits[0]][3]), Decimal(piece[3])  # type: ignore[index]
        held = {"≥": number >= bound, "≤": number <= bound, ">": number > bound, "<": number < bound, "=": number == bound}[sign]
        if piece[2] not in ("", "=") and not (held and piece[2] == sign):  # type: ignore[index]
            return None  # ≥200人, where 300人 are asked for
        if held:
            met.add(hits[0])
    return met


def measured_otherwise(text: str, target: str, arms: list[Arm]) -> bool:
    """合格率达标, where the target says 合格率≥90% and the standard 合格率≥95%: which of the two was reached is not said."""
    asked = [_ASKED.fullmatch(arm.guard.phrase) for arm in arms]  # type: ignore[union-attr]
    aimed = [aim for piece in LISTED.split(squeeze(target).rstrip("。;")) if (aim := _ASKED.fullmatch(piece))]
    said = [_VERDICT.fullmatch(piece) for piece in _PIECES.split(squeeze(text)) if piece]
    return any(verdict for verdict in said) and any(ask and _names(aim[1], ask[1]) and aim.groups()[1:] != ask.groups()[1:] for ask in asked for aim in aimed)


def figures(text: str, arms: list[Arm]) -> tuple[dict[int, bool], str]:
    """Which of the thresholds the figures among the statements reach, and what else is said: 培训3次 in 报表及时，培训3次."""
    asked = [_ASKED.fullmatch(arm.guard.phrase) for arm in arms]  # type: ignore[union-attr]
    held: dict[int, bool] = {}
    rest = []
    for piece in (p for p in _PIECES.split(squeeze(text)) if p):
        told = _TOLD.fullmatch(piece)
        hits = _shares_of(piece, asked) or [i for i, ask in enumerate(asked) if ask and told and _names(told[1], ask[1]) and _same_unit(told[4], ask[4])]
        if len(hits) != 1 or hits[0] in held or told[2] not in ("", "="):  # type: ignore[index]
            rest.append(piece)
            continue
        sign, bound, number = asked[hits[0]][2], Decimal(asked[hits[0]][3]), Decimal(told[3])  # type: ignore[index]
        held[hits[0]] = {"≥": number >= bound, "≤": number <= bound, ">": number > bound, "<": number < bound, "=": number == bound}[sign]
    if any(_NOTHING_GIVEN.search(piece) for piece in rest) and any(yes and _SHARE_OF.search(piece) for piece in _PIECES.split(squeeze(text)) for yes in held.values()):
        return {}, text  # 未安排经费，为省级经费的24%: the one denies the other
    return ({}, text) if any(_DIGIT.search(piece) for piece in rest) else (held, ",".join(rest))


_SHARE_OF = Pattern(r"(?:为|占|达到?|相当于)(?P<of>[^\W\d]{2,16}?)的?(?P<share>\d+(?:\.\d+)?%)")
_AND, _ITS_SHARE = Pattern(r"[和与及、]"), Pattern(r"的?(?:比例|比重|比率)$")


def _shares_of(piece: str, asked: list[re.Match[str] | None]) -> list[int]:
    """为中央和省级投入的12%, where 投入占中央省级投入的比例 is asked for: what it is a share of names it."""
    said = _SHARE_OF.fullmatch(piece)
    of = "占" + _AND.sub("", said["of"]) if said is not None else ""
    found = [i for i, ask in enumerate(asked) if of and ask is not None and ask[4] == "%" and _AND.sub("", _ITS_SHARE.sub("", ask[1])).endswith(of)]
    return found if len(found) == 1 else []


def as_aimed(text: str, target: str, arms: list[Arm]) -> str:
    """免疫密度95% as 重点疫病免疫密度95%, where the target says 免疫密度≥90% of the threshold that the standard calls so; empty unless it names every one of them."""
    asked = [_ASKED.fullmatch(arm.guard.phrase) for arm in arms]  # type: ignore[union-attr]
    aimed = [_ASKED.fullmatch(piece) for piece in LISTED.split(squeeze(target).rstrip("。;")) if piece]
    if not all(asked) or not all(aimed) or len(asked) != len(aimed):
        return ""
    names: dict[str, str] = {}
    for at, aim in enumerate(aimed):
        alike = [ask for ask in asked if ask.groups()[1:] == aim.groups()[1:]]  # type: ignore[union-attr]
        mine = [ask[1] for ask in alike if ask[1].endswith(aim[1])] or [ask[1] for ask in alike if ask is asked[at] and _called_briefly(aim[1], ask[1], [other[1] for other in asked])]  # type: ignore[union-attr, index]
        if len(mine) != 1 or mine[0] in names.values():
            return ""
        names[aim[1]] = mine[0]  # type: ignore[index]
    told = [(_TOLD.fullmatch(piece) or _VERDICT.fullmatch(piece), piece) for piece in LISTED.split(squeeze(text).rstrip("。;"))]
    return ",".join(names[said[1]] + piece.removeprefix(said[1]) if said is not None and said[1] in names else piece for said, piece in told)


def _called_briefly(said: str, name: str, names: list[str]) -> bool:
    """公办园占比 of 公办园在园幼儿占比: begins and ends alike, and could be no other of the names; what is left out tells no time and denies nothing."""
    left = squeezed_out(said, name)
    return len(said) >= 4 and said[:2] == name[:2] and said[-2:] == name[-2:] and bool(left) and not _OTHER.search(left) and not _DIGIT.search(left) and sum(in_order(said, other) for other in names) == 1


def squeezed_out(said: str, name: str) -> str:
    """The signs of the name that the shorter one leaves out; empty where it is not the same signs in their order."""
    left, rest = [], list(said)
    for sign in name:
        if rest and rest[0] == sign:
            rest.pop(0)
        else:
            left.append(sign)
    return "" if rest else "".join(left)


_DIGIT, _NOTHING_GIVEN = Pattern(r"\d"), Pattern(r"(?:未|没有)(?:安排|拨付|投入|下达|落实|列支)")


def _same_unit(said: str, asked: str) -> bool:
    one, other = unit_named(said), unit_named(asked)
    return said == asked or (bool(one.base) and one.base == other.base and not one.shift and not other.shift)


_PIECES = Pattern(r"[,;。]")


_AS_OF = Pattern(r"(?P<name>[^\d]*?)(?:截[至止])?(?P<when>\d{1,2}月)份?(?P<end>底|末)?(?P<more>[^\d]*)")


def _names(said: str, name: str) -> bool:
    if _running_total(said, name):
        return False
    if said.startswith("占"):
        return _JOINTS.sub("", _ITS_SHARE.sub("", name)).endswith(_JOINTS.sub("", said.removesuffix("的")))  # 占中央和省级投入的12%
    if said.startswith("上半年") and name.startswith("半年"):
        said = said.removeprefix("上")
    if (as_of := _AS_OF.fullmatch(said)) is not None and name.startswith(as_of["when"]):
        said = f"{as_of['when']}{as_of['end'] or ''}{as_of['name']}{as_of['more']}"
        if as_of["name"] or as_of["more"]:
            return bears_name(said, name)  # 执行进度6月, 6月执行进度 of 6月预算执行进度
    if said in name:
        return len(said) >= 2 and set(_FIGURES.findall(said)) <= set(_FIGURES.findall(name)) and not shortens(said, name, "") and not _OTHER.search(name.replace(said, "", 1))
    return name in said and _PLAIN.fullmatch(said.replace(name, "", 1)) is not None


_JOINTS = Pattern(r"[和与、]")
_FIGURES = Pattern(r"\d+")
_SO_FAR = Pattern(r"前[一二两三四五六七八九十\d]+个?(?:季度?|月)")


def _running_total(said: str, name: str) -> bool:
    """三季度 is one quarter, 前三季度 are three."""
    return any(match[0] not in said and match[0][1:].removeprefix("个") in said for match in _SO_FAR.finditer(name))


def bears_name(said: str, name: str) -> bool:
    """开工及时率 of 项目开工及时率, 前三季度进度 of 前三季度进度：进度率: the name with words left out that tell nothing else apart."""
    if _running_total(said, name) or not in_order(said, name) or not set(_FIGURES.findall(said)) <= set(_FIGURES.findall(name)):
        return False
    rest = list(said)
    return not _OTHER.search("".join(c for c in name if not (rest and c == rest[0] and rest.pop(0))))
