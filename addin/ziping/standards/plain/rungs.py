"""Rungs of so many things that are missing or fail (缺一项得3分，缺两项得1分; 1项不达标得3分，2项及以上不达标不得分): how many there are is the number that is scored."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.amounts import PERCENT, unit_named
from ziping.standards.cells.values import Value
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.words.spelling import numeral
from ziping.standards.words.vocabulary import Pattern

__all__ = ["how_many", "of_rungs", "rungs"]

_MEASURES = "项|个|处|份|种|条|次|家|户|人|期|篇|类"
_N = r"(\d+|[一二两三四五六七八九十])"
_MORE = r"(及?以上|或以上)?"
_FAILING = r"(?:不达标|未达标|不符合|不合格|未完成|未达到|不满足|未落实|未建立|未公开|未整改|未开展|不完整|不健全|不规范|缺失)"
_EARNS = r"(?:的|者)?,?(?=(?:得|计|扣)\d|不得分|不计分|得[零满]分|\d+(?:\.\d+)?分)"
_START = r"(?:^|(?<=[,;。:\n]))"
_THING = r"(?P<thing>(?!重|核心|关键|主要)[^\W\d未不没无的扣得及]{0,8}?)"
_LACKS = Pattern(rf"{_START}(?:有)?(?:缺少|缺失|缺|少|漏)(?:了)?{_N}(?:(?:至|到|-|~){_N})?({_MEASURES}){_MORE}{_THING}{_EARNS}")
_FAILS = Pattern(rf"{_START}(?:有)?{_N}(?:(?:至|到|-|~){_N})?({_MEASURES}){_MORE}{_THING}(?P<failing>{_FAILING})(?:要求|标准)?{_EARNS}")
_WHOLE = Pattern(rf"{_START}[^,;。\d]{{2,40}}率(?:达到?|为|=|≥)?100%{_EARNS}")


def rungs(source: str) -> str:
    """缺一项得3分，缺两项得1分 as 缺项数=1项…; a whole rate above them is none that is missing."""
    for form, name in ((_LACKS, "缺"), (_FAILS, "")):
        found = list(form.finditer(source))
        measures = {match[3] for match in found}
        failings = {match["failing"] for match in found} if not name else {name}
        if len(found) < 2 or len(measures) != 1 or len(failings) > 1 or len({match[1] for match in found}) < len(found) or len({match["thing"] for match in found if match["thing"]}) > 1:
            continue
        subject = f"{'缺' if failings == {'缺失'} else failings.pop()}{found[0][3]}数"
        source = form.sub(lambda match, subject=subject: f"{subject}{_edges(match)}", source)
        return _WHOLE.sub(f"{subject}=0{found[0][3]},", source, count=1)
    return source


def _figure(text: str) -> str:
    return text if text.isdecimal() else str(numeral(text))


def _edges(match: re.Match[str]) -> str:
    low, high, measure, more = _figure(match[1]), match[2], match[3], match[4]
    return f"{low}-{_figure(high)}{measure}," if high and not more else f"≥{low}{measure}," if more else f"={low}{measure},"


_NAMED = Pattern(rf"(.+)({_MEASURES})数")
_THE_REST = r"(?:,其[余他](?:各?项)?(?:均|都|全部)(?:符合(?:要求|规定|标准)?|达标|合格|齐全|齐备|健全|完整|已建立|已落实|已完成|已达到|已整改|已公开|已开展))?"
_SAID_LACK = Pattern(rf"(?:共|仅|只|有)?(?:(?:缺少|缺失|缺|少|漏)了?{_N}({_MEASURES})(?P<c>[^\W\d]{{0,6}})|有?{_N}({_MEASURES})(?P<a>[^\W\d未不没无]{{0,6}})缺失|(?P<b>[^\W\d未不没无]{{0,6}})缺失{_N}({_MEASURES})){_THE_REST}")
_SAID_FAIL = Pattern(rf"(?:共|仅|只)?(?:有?{_N}({_MEASURES})(?P<a>[^\W\d未不没无]{{0,8}}?)(?P<f>{_FAILING})(?:要求|标准)?|(?P<g>{_FAILING}){_N}({_MEASURES})(?P<b>)){_THE_REST}")


def of_rungs(subject: str) -> bool:
    """Whether so many missing or failing things are what the standard scores."""
    named = _NAMED.fullmatch(subject) if subject[-1:] == "数" else None
    return named is not None and (named[1] == "缺" or re.fullmatch(_FAILING, named[1]) is not None)


def _counted(source: str) -> set[str | None]:
    """What the rungs say is missing or fails: 制度 of 1项制度缺失."""
    return {match["thing"] for form in (_LACKS, _FAILS) for match in form.finditer(source)}


def how_many(subject: str, target: Value | None, actual: Value, source: str) -> Value:
    """缺2项 as two of what is missing, 10次 of 12次 as well; NotScorable for a mere 2项, which may be how many there are."""
    named = _NAMED.fullmatch(subject)
    assert named is not None
    unit, text = unit_named(named[2]), actual.text.rstrip("。;")
    if actual.kind == "number" and actual.unit == PERCENT:
        return Value("number", actual.text, "", Decimal(0), unit=unit) if actual.low == 100 else actual
    said = (_SAID_LACK if named[1] == "缺" else _SAID_FAIL).fullmatch(text)
    if said is not None:
        pairs = ((1, 2), (4, 5), (8, 9)) if named[1] == "缺" else ((1, 2), (6, 7))
        number, measure = next((said[n], said[m]) for n, m in pairs if said[n])
        failing = named[1] if named[1] == "缺" else said["f"] or said["g"]
        if (thing := said["a"] or said["b"] or said.groupdict().get("c")) and thing not in _counted(source):
            return actual  # 1项流程缺失, where 制度 are asked for
        if measure == named[2] and failing == named[1]:
            return Value("number", actual.text, "", Decimal(_figure(number)), unit=unit)
        return actual
    if actual.kind != "number":
        return actual
    same = target is not None and target.kind == "number" and named[1] == "缺" and target.relation not in ("≤", "<") and target.unit == actual.unit and actual.unit in (unit, unit_named(""))
    if same and target.low < actual.low * 2 and actual.low <= target.low:  # type: ignore[union-attr]
        return Value("number", actual.text, "", target.low - actual.low, unit=unit)  # type: ignore[union-attr]
    raise NotScorable(f"评分标准按{subject}计分，完成值{quoted(actual.text)}可能是做到的{named[2]}数，也可能是{subject}，请写明如“{'缺' if named[1] == '缺' else ''}1{named[2]}{'' if named[1] == '缺' else named[1]}”。")
