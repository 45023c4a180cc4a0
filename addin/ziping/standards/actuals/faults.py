"""Standards that take points off for several faults (未制定方案扣2分；迟报每次扣1分): what an actual in words says of each of them.

A fault that is named is taken off, once or as often as it is said to have happened; where one is named, or everything that was asked for is affirmed, those that
are not named did not happen. What names no fault, or may name two, decides nothing.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from ziping.standards.actuals.happenings import as_grave, happened, named, statements, summed
from ziping.standards.cells.values import Value
from ziping.standards.clauses.awards import Off
from ziping.standards.clauses.rule import Arm, Count, Judged
from ziping.standards.refusal import NotScorable, quoted
from ziping.standards.sayings.another import drops_manner
from ziping.standards.sayings.deciding import PARTS, decide
from ziping.standards.sayings.matching import NONE
from ziping.standards.sayings.nothing import nothing_of
from ziping.standards.sayings.statements import polarity
from ziping.standards.words.vocabulary import Pattern, in_order

if TYPE_CHECKING:
    from ziping.standards.points.binding import Bound, Outcome

__all__ = ["ELSE_WELL", "alternatives", "faulted"]

_ALL_WELL = Pattern(r"(?:以上)?(?:各项)?(?:均|都|全部)已?(落实|完成|符合|达到|做到|具备|满足|到位|达标)(?:要求|标准)?")
_OF_ITS_OWN = ("落实", "完成", "到位", "达标")  # 全部完成 says nothing of 未按时报送
_PUNCTUAL = Pattern(r"按时|及时|足额|如期|按期|准时|提前|规定时[间限]")
_WHOLLY = Pattern(r"完全|所有|全部|全面|全员|均|都")
_LACK = Pattern(r"(?:工作|制度|资料|会议|项目|管理|单位|部门)?(?:无|没有|缺)|(?:未|没有|没)[^,;。]{0,6}(?:建立|制定|设立|成立|编制|编报|配备|设置|出台|签订|安装|开展|组织|召开|安排|确定)")
_SEEN = Pattern(r"[^\W\d未不没无]{0,8}(?:有|存在|发生|出现|发现)([^\W\d未不没无]{2,10}(?:、[^\W\d未不没无]{2,8})+?)(现象|行为|情况|问题|情形)")
ELSE_WELL = Pattern(r"[,;](?:其他|其余|其它)(?:方面|各项)?(?:均|都)?(?:无问题|未发现问题|正常|符合要求|无异常)$")
_OF_A_GRADE = Pattern(r"\d+(?:起|次|例)(?:一般|较大|重大|特大|特别重大)[^\W\d]{2,8}")  # a number and the grade behind it
_HAPPENED = Pattern(r"^(?:发生|出现)了?")
_OR, _CLAUSES = Pattern(r"或者?|、|,"), Pattern(r"[,;]")
_DENIES = Pattern(r"未|没有|没|无|不(?!定期)")


def faulted(bound: Bound, actual: Value) -> Outcome | None:
    """Full points less what the faults cost that the actual names; None where it does not tell them."""
    text = actual.text.rstrip("。;,")
    if actual.kind != "text" and not _OF_A_GRADE.fullmatch(text) or not bound.faults:
        return None
    faults = [a for a in bound.words if isinstance(a.effect, Off | Judged) or not a.effect.amount.value]  # type: ignore[union-attr]
    if text in NONE:
        if text in ("无", "没有", "不存在") and (lacking := next((a.guard.phrase for a in faults if _LACK.match(a.guard.phrase)), "")):  # type: ignore[union-attr]
            raise NotScorable(f"完成值{quoted(text)}可理解为没有评分标准所列的情形，也可理解为“{lacking}”，请按标准中的原词写明。")
        return None
    faults += bound.counts
    whole = [a.guard.phrase for a in bound.words if a not in faults]  # type: ignore[union-attr]
    if (well := _ALL_WELL.fullmatch(text)) and all(_DENIES.match(named(a)) for a in faults) and (well[1] not in _OF_ITS_OWN or all(well[1] in named(a) for a in faults)):
        return summed(bound, actual, dict.fromkeys(range(len(faults)), Decimal(0)), faults)
    numbers: dict[int, Decimal] = {}
    said: list[str] = []
    demands = _demands(whole)
    for piece in _of_faults(statements(ELSE_WELL.sub("", _in_full(text, bound.rule.source, faults))), faults, demands):
        counted = happened(piece, faults, bound.rule.source)
        if counted is None:
            if none := [at for at, arm in enumerate(faults) if isinstance(arm.effect, Count) and arm.effect.what and at not in numbers and nothing_of(piece, arm.effect, "")]:
                numbers |= dict.fromkeys(none, Decimal(0))  # 未发生事故
                continue
            if re.search(r"\d", piece):
                return None
            if graver := [at for at, arm in enumerate(faults) if not isinstance(arm.effect, Count) and at not in numbers and _HAPPENED.match(piece) and as_grave(_HAPPENED.sub("", piece), _HAPPENED.sub("", named(arm)))]:
                numbers |= dict.fromkeys(graver, Decimal(1))  # 发生重大事故, where 较大及以上事故 is the fault
                continue
            said.append(piece)
        elif counted[0] in numbers:
            return None
        else:
            numbers[counted[0]] = counted[1]
    if said and not _worded(",".join(said), faults, whole, numbers):
        return None
    numbers |= {at: Decimal(0) for at, arm in enumerate(faults) if at not in numbers and _exists(named(arm), said)}
    some = any(numbers.values())
    if len(numbers) < len(faults) and not some and -1 not in numbers:
        return None
    met = [_meets(piece, demands) for piece in statements(text)] if demands and not some and -1 not in numbers else demands
    if untold := next((demand for demand in demands if demand not in met), ""):
        raise NotScorable(f"完成值{quoted(text)}没有说明评分标准中的“{untold}”，请一并写明。")
    if whole and not some and -1 not in numbers and (late := _PUNCTUAL.search(whole[0])) and late[0] not in text:
        return None  # 按时报送得3分，未报送扣2分: 已报送 says nothing of the time
    if whole and not some and -1 not in numbers and _WHOLLY.search(whole[0]) and not _WHOLLY.search(text):
        return None  # 所有对象完全公示得1分，发现1个对象未公示扣1分: 已公示 says nothing of all of them
    return summed(bound, actual, numbers, faults)


_IN_SHORT = Pattern(r"(?:^|(?<=[,;。\n]))(?:虽|已)?(?P<does>设立|设置|设有|建立|制定|编制|成立)(?P<name>[^\W\d]{2,8})[、,]?但")


def _in_full(text: str, source: str, faults: list[Arm]) -> str:
    """已设立橱窗, where the standard itself says 设立橱窗、但… of the 宣传橱窗 that is not to be lacking: the thing by its full name."""
    short = _IN_SHORT.search(source)
    called = [re.fullmatch(rf"(?:未|没有)({short['does']}[^\W\d]{{1,12}}{short['name']})", named(a)) for a in faults] if short is not None else []
    full = [match[1] for match in called if match is not None]
    return re.sub(rf"(?:^|(?<=[,;已未])){short['does']}{short['name']}(?=[,;]|$)", full[0], text) if short is not None and len(full) == 1 else text


_NONE_OF, _JOINED = Pattern(r"(?P<no>无|没有|未发生|未出现)(?P<kinds>[^\W\d未不没无]{2,}(?:、|[和与及或][^\W\d未不没无]{2,})+)"), Pattern(r"[、和与及或]")
_AND_BETTER = Pattern(r"(?:及|或)(?:其)?以上(?:等次|等级)?$")


def _demands(whole: list[str]) -> list[str]:
    """检查合格 of 检查合格，且未发生投诉和通报: what is asked for beside the faults."""
    parts = [part for demand in whole for part in PARTS.split(demand) if part]
    return [_AND_BETTER.sub("", part) for part in parts if polarity(part)[1]] if any(polarity(part)[1] is False for part in parts) else []


def _meets(piece: str, demands: list[str]) -> str:
    """The one demand that the piece affirms, 合格 of 检查合格; not of 按时验收合格, nor one of two things that are asked for; "" where there is none."""
    affirmed = len(piece) > 1 and polarity(piece)[1]
    met = [each for each in demands if affirmed and each.endswith(piece) and not drops_manner(each, piece) and not _JOINED.search(each.removesuffix(piece))]
    return met[0] if len(met) == 1 else ""


def _of_faults(pieces: list[str], faults: list[Arm], demands: list[str]) -> list[str]:
    """合格，无投诉和通报, where 检查合格，且未发生投诉和通报 is asked for: each of the faults denied by itself, and nothing of the demand beside them."""
    found = []
    for piece in pieces:
        none = _NONE_OF.fullmatch(piece)
        kinds = _JOINED.split(none["kinds"]) if none is not None else []
        split = len(kinds) > 1 and all(sum(kind in named(arm) for arm in faults) == 1 for kind in kinds)
        found += [f"{none['no']}{kind}" for kind in kinds] if split else [piece]  # type: ignore[index]
    rest = [p for p in found if not (_meets(p, demands) and not any(p in named(arm) for arm in faults))]
    return rest or found


def alternatives(phrase: str) -> list[str]:
    """未建立小组或未及时调整的, 无计划或总结: each of them is the fault."""
    parts = [p for p in _OR.split(phrase) if p]
    if (seen := _SEEN.fullmatch(phrase)) is not None:
        return [f"{thing}{seen[2]}" for thing in seen[1].split("、")]  # 村内有焚烧垃圾、秸秆现象
    if len(parts) > 1 and all(_DENIES.match(p) or _DENIES.search(p) for p in parts):
        return parts
    there = _THERE_IS.match(phrase)
    kinds = [_SORT.sub("", p) for p in _OR.split(phrase[there.end() :])] if there is not None else []
    return kinds if len(kinds) > 1 and all(_KIND.fullmatch(kind) for kind in kinds) else [phrase]  # 存在截留、挪用的: either is there


_THERE_IS, _SORT = Pattern(r"^(?:存在|发生|出现|发现|有)"), Pattern(r"等?(?:情况|问题|现象|情形|行为)?$")
_KIND = Pattern(r"[^\W\d未不没无并且和及的]{2,6}")


_NOT_SET_UP = Pattern(r"(?:未|没有)(?:建立|制定|设立|成立|编制|设置|出台|配备)([^\W\d]{2,8})")


def _exists(fault: str, said: list[str]) -> bool:
    """台账完整, 台账不完整: of what one says how it is, it has been set up."""
    thing = _NOT_SET_UP.fullmatch(fault) or _NOT_DONE.fullmatch(fault)
    return thing is not None and any(piece.startswith(thing[1]) and _AS_IT_IS.fullmatch(piece.removeprefix(thing[1])) is not None for piece in said)


_NOT_DONE = Pattern(r"(?:未|没有)(公开|公示|报送|上报|提交|发放|拨付|编制|开展)")
_AS_IT_IS = Pattern(r"(?:更新|记录|内容|登记)?(?:不够?|未)?(?:完整|健全|完善|规范|齐全|准确|及时|清晰|详细)")


def _worded(text: str, faults: list[Arm], whole: list[str], numbers: dict[int, Decimal]) -> bool:
    """The faults affirmed (1) or denied (0) by the statements, into `numbers`; −1 stands for all that was asked for; False where they cannot be told."""
    names, text = _left_undone([named(arm) for arm in faults], text)
    names = _wherever(names, text)
    called = [(at, each) for at, name in enumerate(names) for each in (alternatives(name) if name else [])]
    phrases, taking = [*whole, *(each for _, each in called)], [*(False for _ in whole), *(True for _ in called)]
    decided = decide(phrases, text, [not takes for takes in taking])
    told = decided.holds
    if decided.stray or decided.opposed:
        from ziping.standards.sayings.aligning import align  # most actuals never need them
        from ziping.standards.sayings.pairing import paired

        aligned = align(phrases, text, taking)
        if aligned is None and not whole and len(phrases) == len(faults) and not decided.opposed:
            aligned = paired(phrases, text)
        if aligned is None:
            return False
        told = tuple(aligned)
    holds = told[len(whole) :]
    failed = next((piece for piece in _CLAUSES.split(text) if whole and _fails(piece, whole, [each for _, each in called])), text if whole and told[0] is False and True not in holds else "")
    if failed and any(isinstance(arm.effect, Count) and (arm.effect.lack or (pair := _EACH_OF_TWO.fullmatch(whole[0])) is not None and arm.effect.what == f"未{pair[1]}") for arm in faults):
        return False  # 每少一项扣2分, 甲、乙均公开 beside 每有1项未公开: how many of them are not there is told elsewhere
    if failed:
        raise NotScorable(f"评分标准没有写明{failed}的扣多少分，完成值中的{quoted(failed)}不能据此计分，请由填报人填写得分。")
    if whole and told[0]:
        numbers[-1] = Decimal(0)
    for at, arm in enumerate(faults):
        mine = [yes for (i, _), yes in zip(called, holds, strict=True) if i == at]
        if not mine or all(yes is None for yes in mine):
            continue
        if at in numbers or (None in mine and True not in mine):
            return False
        if True in mine and isinstance(arm.effect, Count):
            return False  # how often is not said
        numbers[at] = Decimal(1 if True in mine else 0)
    if any(numbers.get(at) and name != named(faults[at]) and _HALFWAY.fullmatch(named(faults[at])) for at, name in enumerate(names)) and sum(map(bool, numbers.values())) > 1:
        return False  # 未列入，未落实: the second is a fault of what was taken in
    return bool(numbers)


_EACH_OF_TWO = Pattern(r"[^、,]{2,12}、[^、,]{2,12}均([^\W\d未不没无]{2})")


def _fails(piece: str, whole: list[str], called: list[str]) -> bool:
    """台账不完整, where 台账完整 is asked for and what its contrary costs is not said."""
    return False in decide(whole, piece, [True for _ in whole]).holds and True not in decide(called, piece, [False for _ in called]).holds


_WHERE = Pattern(r"^(?:村庄|村内|村域|村里|辖区|区域内|辖区内|镇区|场镇|街面|路面|现场|场内|院内|河道|渠道|沿线|公路沿线)(?=(?:有|存在|发现|出现)[^\W\d未不没无])")


def _wherever(faults: list[str], text: str) -> list[str]:
    """有焚烧秸秆现象 of 村庄有焚烧秸秆现象: where it was need not be told again; as they stand where two places are told apart, or the actual names one."""
    places = {said[0] for fault in faults if (said := _WHERE.match(fault)) is not None}
    return faults if len(places) != 1 or any(place.rstrip("内里") in text for place in places) else [_WHERE.sub("", fault) for fault in faults]


_HALFWAY = Pattern(r"(?:虽然?|尽管)?已?(?P<done>[^\W\d未不没无]{2,16}?),?(?:但是?|而)(?P<fault>(?:未|没有)[^\W\d未不没无]{2,12})")
_PUT = Pattern(r"^(未|没有)(?:将|把)[^\W\d未不没无]{2,12}?(?=[纳列]入)")
_WELL = Pattern(r"(?:得到)?(?:较好|很好|良好|有效|切实|较好地|有效地)的?落实|落实(?:较好|很好|良好|到位)")
_NOT_WELL = Pattern(r"(?:未|没有)(?:得到)?(?:较好|很好|良好|有效|切实)的?(?:落实)(?:到位)?|(?:未|没有)落实到位")


def _left_undone(faults: list[str], text: str) -> tuple[list[str], str]:
    """未落实 of 已列入预算但未得到较好落实, and 未列入年度预算 of 未将经费列入年度预算, with what is said in the same words: of two faults in turn the second is one only where the first is not."""
    halfway = [(at, match) for at, fault in enumerate(faults) if (match := _HALFWAY.fullmatch(fault)) is not None]
    if len(faults) != 2 or len(halfway) != 1:
        return faults, text
    at, match = halfway[0]
    first = _PUT.sub(r"\1", faults[1 - at])
    content, yes = polarity(first)
    if yes is not False or not in_order(match["done"], content):
        return faults, text
    undone = _NOT_WELL.sub("未落实", match["fault"])
    text = _WELL.sub("落实", text) if undone != match["fault"] else text
    text = text.replace("落实不到位", "未落实") if undone == "未落实" else text
    text = re.sub(rf"(?:^|(?<=[,已未])){match['done']}(?=[,并且但]|$)", content, text)  # 列入预算 is the standard's own word for it
    return [undone if i == at else first for i in range(2)], text
