"""Which amount a list divides: the one it follows, the one its head names, the one just divided in another way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from os.path import commonprefix

from ziping.amounts import foots
from ziping.prose.text.closed import closed
from ziping.prose.text.figures import Kind
from ziping.prose.text.markers import within
from ziping.prose.text.naming import NAMED, bare, names_agree
from ziping.prose.text.said import Role, Said

__all__ = ["AGAINST", "DIVIDED", "THEREOF", "head_of", "headed_total", "named_subject", "named_whole", "other_stage", "total_of"]

ENDING = 4  # characters that the name of a whole and of its part end with alike

_AGAINST = re.compile(r"(?:比|较|与|同)(?:上年|去年|上一年|(?:19|20)\d\d年)[^,，;；]{0,8}$")
_ONE_BY_ONE = ("分别为", "分别是", "具体为", "具体是")
AGAINST = re.compile(r"[)。,，;；]*(?:与|比|较|同|相比)[^,，;；]*$")
_AIM = re.compile("^[,，](?:超额|超|全面|提前|圆满|足额)?完成[^,，;；。:：]{0,8}(?:目标|任务|计划)(?:任务)?(?:数|量)?(?:的)?$")
_COMPARED = re.compile(r"(?:^|[,，。])[比较](?:上年|去年|同期|年初|任务|计划|目标|预算|\d)[^,，;；。:：]{0,8}$")
_VACANT = re.compile("(?:空编|缺编|空缺|超编)(?:人员)?$")  # 在编813人,空编7名。其中…: nobody sits there
_PLAN = re.compile(r"完成.{0,6}(?:预算|计划|任务)")
DIVIDED = re.compile(r"[。\s]*(?:分|按|从)[^,，;；:：0-9]{1,12}看[,，:：]|[。\s]*(?:以上|上述)[^,，;；:：]{1,6}中[,，]")
THEREOF = re.compile(r"[。\s]*[^,，;；:：。]{2,16}中[,，]")  # …受理120件。所受理的诉求中,直办80件,转办40件
_SUBJECT = re.compile(r"[。;；,，\s]*(?P<whole>[^,，;；:：。\d]{2,16})$")
_ANY = re.compile(r"(?:全部|所有|全[年省市县区州镇乡校局院]|本[年级]|各[级类])*(?:支出|收入|资金|经费|人员|项目|总额|金额|数量|总数)?")
_SEPARATORS = re.compile(r"[\s,，、;；:：()]*(?:占[^,，;；]{0,20})?[\s,，、;；:：()]*")


def headed_total(amounts: Sequence[Said], opener: Said) -> Said | None:
    """The one amount that the words before the opening word call just so: 收入总计由以下部分组成:…, 中央资金分三批下达:…."""
    head = re.split("由|主要|来源|构成|组成|的|分[一二三四五六七八九十两0-9]", re.sub("^.*其中[,，:：]?", "", opener.lead))[0].strip("。,，;；:： ")
    same = [s for s in amounts if s.amount and s.mention.figure.unit.base == opener.mention.figure.unit.base and len(head) >= NAMED]
    alike = [s for s in same if re.sub("为$", "", s.lead).endswith(head)] or [s for s in same if names_agree(bare(head), s.name)]
    return alike[-1] if len({s.mention.figure.quantity.value for s in alike}) == 1 else None


def named_subject(amounts: Sequence[Said], opener: Said) -> tuple[str, Said | None]:
    """What the words before 按…分 say is divided, and the one amount told by that very name: 教师80人,…。[教师]按职称分:…; "" where they name nothing."""
    found = _SUBJECT.search(opener.lead.partition(opener.marker)[0]) if opener.marker[:1] == "按" else None
    subject = "" if found is None or _ANY.fullmatch(found["whole"]) else bare(found["whole"])
    meant = [s for s in amounts if subject and s.amount and s.name == subject and s.mention.figure.unit.base == opener.mention.figure.unit.base and not s.mention.loose and s.year != -1]
    kinds = [s for s in amounts if subject and s.amount and s.name != subject and s.name.endswith(subject) and s.mention.figure.unit.base == opener.mention.figure.unit.base]
    if kinds:
        return subject, None  # 教师80人,外聘教师20人。教师按职称分:…: of these or of both
    return subject, meant[-1] if len({s.mention.figure.quantity.value for s in meant}) == 1 else None


def total_of(said: Sequence[Said], previous: Sequence[Said], index: int) -> tuple[Said | None, bool, list[Said]]:
    """The amount the list belongs to, whether the list follows it at once, and what else may be meant."""
    opener, previous = said[index], [s for s in previous if not _COMPARED.search(s.lead) and not _VACANT.search(s.lead)]
    base = opener.mention.figure.unit.base
    candidates = [s for s in said[max(0, index - 6) : index] if s.amount and s.mention.figure.unit.base == base]
    candidates = [s for s in candidates if s.mention.depth <= opener.mention.depth and (opener.price or not s.price)]
    aims = [s for s, rate in zip(said, said[1:index], strict=False) if rate.explicit]  # 就业546人,完成目标510人的107%,其中甲62人
    aims += [s for s in candidates[1:] if _AIM.match(s.lead)]  # …,超额完成任务510人,其中甲62人
    aims += [s for s, by in zip(said, said[1:index], strict=False) if s in candidates and _COMPARED.search(s.lead) and by.role is Role.CHANGE]  # 比任务1300台多86台。其中犁具220台
    candidates = [s for s in candidates if s not in aims] or candidates
    if candidates and opener.marker[:1] in ("按", "分") and opener.marker[:2] != "分别" and len({s.mention.figure.quantity.value for s in candidates}) > 1:
        whole, told = _divided(candidates), [s for s in previous if s.amount and s.mention.figure.unit.base == base and not s.mention.loose]
        if whole is None and len({s.mention.figure.quantity.value for s in told}) == 1 and all(s.marker or s.lead[:1] in "、,，" for s in candidates):
            return told[-1], False, []
        return whole, True, []  # 持证42人,其中甲30人、乙12人;按等级分,一级20人
    if candidates:
        total = candidates[-1]
        between = opener.lead.partition(opener.marker)[0] if opener.marker else ""
        adjacent = said[index - 1] is total and bool(_SEPARATORS.fullmatch(between.removeprefix(total.noun)))
        following = said[said.index(total) + 1 : index]
        if not adjacent and not between.strip(",，、;；:：()") and following and all(s.mention.kind is Kind.COUNT and s.lead in ("", "、", ",", "，") for s in following):
            adjacent = True  # 37户128人,其中…户
        if not adjacent and len(following) == 1 and following[0].marker == opener.marker and following[0].mention.kind is Kind.COUNT and len(opener.lead) <= 1:
            adjacent = True  # 设备费40万元用于:计算机28台15万元
        if not adjacent and not between.strip(",，、;；:：()"):
            adjacent = all(s.mention.kind is Kind.RATE or s in aims for s in said[said.index(total) + 1 : index])
        if opener.marker[:1] in ("按", "分"):  # a new way to divide may go back to the sentence before
            candidates = [*(s for s in previous if s.amount and s.mention.figure.unit.base == base), *candidates]
        others = [] if opener.mention.depth > total.mention.depth else [*candidates[-4:-1], *_moved(said, index, base)]  # a bracket belongs to what it follows
        return total, adjacent or opener.marker == "", others
    moved = _moved(said, index, base)
    if moved and opener.marker == "其中" and said[index - 1] is moved[0] and not any(s.amount for s in said[:index]):
        return moved[0], True, []  # 节约资金a,其中:货物类b
    earlier = [s for s in previous if s.amount and s.mention.figure.unit.base == base and not _AGAINST.search(s.lead)]
    if opener.marker[:1] == "按" and opener.mention.kind in (Kind.MONEY, Kind.COUNT) and (whole := _divided(earlier)) is not None:
        return whole, True, []
    if opener.marker[:1] == "按" and opener.mention.kind is Kind.COUNT and len({s.mention.figure.quantity.value for s in earlier if not s.mention.loose}) == 1:
        return earlier[-1], False, []
    earlier = [s for s in earlier if not other_stage(s, opener)] or earlier
    head = "".join(s.lead for s in said[: index + 1])
    named = [s for s in earlier if len(s.name) >= 3 and s.name in head]
    if named:
        return named[-1], False, [s for s in earlier[-4:] if s is not named[-1]]
    if opener.marker[:1] == "分" and opener.marker[:2] != "分别":  # …12亿元。分中央和地方看,中央7亿元,地方5亿元
        divided = [s for s in earlier if len(earlier) == 1 or len(commonprefix((s.name[::-1], opener.name[::-1]))) >= ENDING]
        if len({s.mention.figure.quantity.value for s in divided}) == 1:
            return divided[-1], True, []
    if earlier and opener.mention.kind is Kind.MONEY and DIVIDED.match(opener.lead):
        return max(earlier, key=lambda s: s.mention.figure.quantity.value), False, earlier  # 分主要税种看:甲a
    if opener.marker in _ONE_BY_ONE and head_of(opener).lstrip("。 ").startswith(opener.marker) and previous and previous[-1].amount and previous[-1].mention.figure.unit.base == base:
        return previous[-1], True, []  # …项目资金90万元。分别为:甲a、乙b
    first = head_of(opener).startswith(("其中", "包括")) or opener.marker == "其中" and all(s.mention.kind is Kind.COUNT for s in said[:index])
    if earlier and (first or THEREOF.match(opener.lead)) and opener.mention.kind in (Kind.MONEY, Kind.COUNT):  # …12万元。其中:甲3万元: most likely, not certainly
        return earlier[-1], False, earlier[-8:-1]
    return None, False, []


def _divided(amounts: Sequence[Said]) -> Said | None:
    """What the sentence before has just divided, and nothing besides: 支出557万元,其中:基本支出517万元,项目支出40万元。按功能分类:…."""
    told = [s for s in amounts if not AGAINST.match(s.lead) and not _PLAN.search(s.lead) and s.year != -1]
    for at, whole in enumerate(told):
        parts = [s for s in told[at + 1 :] if s.mention.figure.value]
        footing = foots(whole.mention.figure, [s.mention.figure for s in parts]) if len(parts) > 1 else None
        if footing is not None and (footing.holds or len(parts) == 2 and closed(parts, whole, True)):
            return whole
    return None


def named_whole(amounts: Sequence[Said], opener: Said) -> tuple[Said | None, bool]:
    """The one amount that the list says it lies within: 基本支出中,工资600万元."""
    whole = within(opener.lead)
    alike = [s for s in amounts if s.amount and s.mention.figure.unit.base == opener.mention.figure.unit.base and not other_stage(s, opener)]
    alike = [s for s in alike if s.stage != "budget" or "预算" in opener.lead or opener.stage == "budget"] or alike
    meant = [s for s in alike if names_agree(whole, s.name) and s.year in (None, 0, opener.year, alike[-1].year)]
    meant = [s for s in meant if s.name == whole] or meant
    return (meant[-1], True) if len({s.mention.figure.quantity.value for s in meant}) == 1 else (None, False)


def _moved(said: Sequence[Said], index: int, base: str) -> list[Said]:
    """The increase right before a list, which may be what the list explains: 比上年增加60万元,其中:甲50万元,乙10万元."""
    for one in reversed(said[max(0, index - 2) : index]):
        if one.mention.kind is not Kind.RATE:
            return [one] if one.role is Role.CHANGE and one.mention.figure.unit.base == base else []
    return []


def head_of(opener: Said) -> str:
    return opener.lead.lstrip(",，(（、")


def other_stage(part: Said, first: Said) -> bool:
    return bool(part.stage and first.stage and part.stage != first.stage)
