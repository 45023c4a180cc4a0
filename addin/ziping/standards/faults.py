"""Standards that take points off for several faults (未制定方案扣2分；迟报每次扣1分): what an actual in words says of each of them.

A fault that is named is taken off, once or as often as it is said to have happened; where one is named, or everything that was asked for is affirmed, those that
are not named did not happen. What names no fault, or may name two, decides nothing.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from ziping.amounts import half_up
from ziping.standards.awards import Off
from ziping.standards.counting import names_fault
from ziping.standards.deciding import decide
from ziping.standards.matching import NONE
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.rule import Arm, Count
from ziping.standards.stepping import taken
from ziping.standards.tokens import numeral
from ziping.standards.values import EVENTS, Value, shown
from ziping.standards.vocabulary import Pattern

if TYPE_CHECKING:
    from ziping.standards.binding import Bound, Outcome

__all__ = ["faulted"]

_CLAUSES = Pattern(r"[,;。]")
_LIST = Pattern(r"[、和]|以及")
_NUMBERED = Pattern(r"(?:共|发现|出现|发生|存在|有)*([^\d]*?)(\d+|[一二两三四五六七八九十]+(?=[起次件例项处条个篇人户份名宗张天]))个?(人次|件次|项次|[^\W\d])([^\d]*)")
_SAID = Pattern(r"^(?:的|共|计(?!划)|发现|存在|出现|发生|有)+|(?:的|共|计|问题|情况|现象)+$")
_ALL_WELL = Pattern(r"(?:以上)?(?:各项)?(?:均|都|全部)已?(落实|完成|符合|达到|做到|具备|满足|到位|达标)(?:要求|标准)?")
_OF_ITS_OWN = ("落实", "完成", "到位", "达标")  # 全部完成 says nothing of 未按时报送
_PUNCTUAL = Pattern(r"按时|及时|足额|如期|按期|准时|提前|规定时[间限]")
_LACK = Pattern(r"(?:无|没有|缺)|(?:未|没有|没)[^,;。]{0,6}(?:建立|制定|设立|成立|编制|编报|配备|设置|出台|签订|安装|开展|组织|召开|安排|确定)")
_NOT_LACKING = Pattern(r"[未不没无](?:缺|少|漏|迟|错|欠)")
_OR = Pattern(r"或者?|、|,")
_DENIES = Pattern(r"未|没有|没|无|不(?!定期)")


def faulted(bound: Bound, actual: Value) -> Outcome | None:
    """Full points less what the faults cost that the actual names; None where it does not tell them."""
    text = actual.text.rstrip("。;,")
    if actual.kind != "text" or not bound.faults:
        return None
    faults = [a for a in bound.words if isinstance(a.effect, Off) or not a.effect.amount.value]  # type: ignore[union-attr]
    if text in NONE:
        if text in ("无", "没有", "不存在") and (lacking := next((a.guard.phrase for a in faults if _LACK.match(a.guard.phrase)), "")):  # type: ignore[union-attr]
            raise NotScorable(f"完成值{quoted(text)}可理解为没有评分标准所列的情形，也可理解为“{lacking}”，请按标准中的原词写明。")
        return None
    faults += bound.counts
    whole = [a.guard.phrase for a in bound.words if a not in faults]  # type: ignore[union-attr]
    if (well := _ALL_WELL.fullmatch(text)) and all(_DENIES.match(_named(a)) for a in faults) and (well[1] not in _OF_ITS_OWN or all(well[1] in _named(a) for a in faults)):
        return _costs(bound, actual, dict.fromkeys(range(len(faults)), Decimal(0)), faults)
    numbers: dict[int, Decimal] = {}
    said: list[str] = []
    for piece in _pieces(text):
        counted = _counted(piece, faults)
        if counted is None:
            if re.search(r"\d", piece):
                return None
            said.append(piece)
        elif counted[0] in numbers:
            return None
        else:
            numbers[counted[0]] = counted[1]
    if said and not _worded(",".join(said), faults, whole, numbers):
        return None
    happened = any(numbers.values())
    if len(numbers) < len(faults) and not happened and -1 not in numbers:
        return None
    if whole and not happened and -1 not in numbers and (late := _PUNCTUAL.search(whole[0])) and late[0] not in text:
        return None  # 按时报送得3分，未报送扣2分: 已报送 says nothing of the time
    return _costs(bound, actual, numbers, faults)


def _named(arm: Arm) -> str:
    effect = arm.effect
    return effect.what or effect.lack if isinstance(effect, Count) else arm.guard.phrase  # type: ignore[union-attr]


def _pieces(text: str) -> list[str]:
    found = []
    for clause in filter(None, _CLAUSES.split(text)):
        parts = [p for p in _LIST.split(clause) if p]
        found += parts if all(re.search(r"\d", p) for p in parts) else [clause]
    return found


def _counted(piece: str, faults: list[Arm]) -> tuple[int, Decimal] | None:
    """Which fault a number of occurrences is of, and how many."""
    match = _NUMBERED.fullmatch(piece)
    if match is None:
        return None
    number = Decimal(match[2]) if match[2].isdecimal() else numeral(match[2])
    name = _SAID.sub("", match[1] + match[4])
    if number is None or not name or _NOT_LACKING.match(name):
        return None
    ranks = [(_rank(name, arm, match[3]), at) for at, arm in enumerate(faults)]
    best = max(rank for rank, _ in ranks)
    hits = [at for rank, at in ranks if rank == best > 0]
    whole = _named(faults[hits[0]]) if hits else ""
    rest = name.replace(whole if whole in name else whole[-2:], "", 1)
    if len(hits) != 1 or any(at != hits[0] and len(_named(other)) > 1 and _named(other)[-2:] in rest for at, other in enumerate(faults)):
        return None  # 迟报漏报共2次: how often each of them?
    return hits[0], number


def _rank(name: str, arm: Arm, measure: str) -> int:
    effect = arm.effect
    if isinstance(effect, Count):
        if effect.measure != measure and not {effect.measure, measure} <= EVENTS | {"人次", "件次", "项次"}:
            return 0
        if effect.lack:
            return _lacks(name, effect)
        what = _SAID.sub("", effect.what)
        return 3 if what == name else 2 if names_fault(name, what) else 0
    return 0


_LACKING = Pattern(r"(?:缺少|缺失|缺|少|漏|欠)")


def _lacks(name: str, effect: Count) -> int:
    """少开专题会, 制度缺: so many less of what the standard counts."""
    match = _LACKING.search(name)
    if match is None:
        return 0
    rest = name.replace(match[0], "", 1)
    return 3 if rest == effect.what else 2 if not rest or not effect.what or effect.what.endswith(rest) or rest.endswith(effect.what) else 0


def _alternatives(phrase: str) -> list[str]:
    """未建立小组或未及时调整的, 无计划或总结: each of them is the fault."""
    parts = [p for p in _OR.split(phrase) if p]
    if len(parts) > 1 and all(_DENIES.match(p) or _DENIES.search(p) for p in parts):
        return parts
    return [phrase]


def _worded(text: str, faults: list[Arm], whole: list[str], numbers: dict[int, Decimal]) -> bool:
    """The faults affirmed (1) or denied (0) by the statements, into `numbers`; −1 stands for all that was asked for; False where they cannot be told."""
    named = [(at, each) for at, arm in enumerate(faults) for each in (_alternatives(_named(arm)) if _named(arm) else [])]
    decided = decide([*whole, *(each for _, each in named)], text, [*(True for _ in whole), *(False for _ in named)])
    if decided.stray or decided.opposed:
        return False
    holds = decided.holds[len(whole) :]
    if whole and decided.holds[0]:
        numbers[-1] = Decimal(0)
    for at, arm in enumerate(faults):
        mine = [yes for (i, _), yes in zip(named, holds, strict=True) if i == at]
        if not mine or all(yes is None for yes in mine):
            continue
        if at in numbers or (None in mine and True not in mine):
            return False
        if True in mine and isinstance(arm.effect, Count):
            return False  # how often is not said
        numbers[at] = Decimal(1 if True in mine else 0)
    return bool(numbers)


def _costs(bound: Bound, actual: Value, numbers: dict[int, Decimal], faults: list[Arm]) -> Outcome | None:
    full, off, named = bound.full, Decimal(0), []
    for at, number in sorted(numbers.items()):
        if at < 0 or not number:
            continue
        arm = faults[at]
        if isinstance(arm.effect, Count):
            cost = taken(arm.effect, number, full)[1]
            named.append(f"{_named(arm)}{shown(number)}{arm.effect.measure}")
        elif number == 1:
            cost = arm.effect.amount.of(full) if isinstance(arm.effect, Off) else full
            named.append(arm.guard.phrase)  # type: ignore[union-attr]
        else:
            return None
        off += cost
    points = half_up(max(Decimal(0), full - off), 2)
    counted = "、".join(named) or "没有所列的情形"
    return points, lambda: f"完成值“{actual.text}”，计{counted}，共扣{shown(off)}分，得{shown(points)}分", int(sum(v for k, v in numbers.items() if k >= 0))


