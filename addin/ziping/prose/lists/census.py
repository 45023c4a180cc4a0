"""Lists of counts: whether their parts are all there are, by how they are called or by how near they come to the total.

A list of counts seldom leaves a little out: what it does not name is as large as the parts that it names. Where no more than a
fraction of the smallest part is missing, or digits that changed places explain the gap, a figure is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ziping.amounts import foots
from ziping.prose.judging.misprints import exchanged
from ziping.prose.judging.slips import one_wrong, slips_to
from ziping.prose.text.ending import goes_on
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Said, alike

__all__ = ["all_kinds", "bracketed", "but_its_own", "kinds_differ", "miscounted", "plainly_listed"]

FEW = 5  # things; a kind that is left out may be of one or two where others are of so few
_WEIGHED = frozenset(("吨", "公斤", "千克", "斤", "立方米", "度", "千瓦时"))  # of what is weighed or measured the chief kinds are named, and hardly all
LEFT = 40  # a larger part of all may be a kind that nobody names: 毕业5480人,其中就业2316人、升学2968人
PART = 3  # a gap below the third part of the smallest count is no kind left out
_ROWS = ("一二三四五六七八九十", "ABCDEFGH", "甲乙丙丁戊", "ⅠⅡⅢⅣⅤ", "123456789")
_SERIAL = re.compile(r"(?P<before>.*?)(?P<at>[一二三四五六七八九十A-HⅠⅡⅢⅣⅤ甲乙丙丁]|\d)(?P<behind>[级类区期批档标组班号号段年][^\d]*)$")
_TITLES = (re.compile("正高"), re.compile("副高|(?<!正)高级"), re.compile("中级"), re.compile("初级|助理|员级"))
_LIBRARIANS = (re.compile("研究馆员"), re.compile("副研究馆员"), re.compile("(?<!研究)(?<!助理)馆员"), re.compile("助理馆员"))
_REST = re.compile("^其[他它余]|(?:及|和|与|等)其[他它]|及以下|其[他它]$")
_THING = re.compile("(?:单位|机构|部门|科室|处室|股室|项目|工程|班级|企业|公司|机关|系统|平台|基地|子项|点位)$")
_AGES = re.compile(r"(?P<low>\d{1,3})(?:周?岁)?(?:[-—–~至到](?P<high>\d{1,3}))?周?岁?(?:(?P<under>[(（]?(?:不?含)?[)）]?及?以下)|(?P<over>[(（]?(?:不?含)?[)）]?及?以上))?[^\d]{0,6}$")
_IN_ALL, _BRACKET = re.compile(r"(?<!公)共(?:有|计|设)?$|总计$|合计$"), re.compile(r"[^()\d]{0,6}\([^()\d,，;；。]{1,12}")
_CLOSES = re.compile(r"\)(?:[。;；]|$)")
_WATCHED, _PLACE = re.compile("[(、]?(?P<level>[国省市县区])控"), re.compile("全(?P<level>[市县区])")
_OVERLAP = re.compile("有效|满意|合格|达标|通过|采纳|正常|岁|党员|学历|学位|硕士|博士|本科|双师|少数民族|[男女]性?$")


def kinds_differ(parts: Sequence[Said], total: Said) -> bool:
    """Whether a part is counted as another kind of thing than the whole, which it may outnumber: 单位共1个,包括内设机构14个."""
    kinds = [_THING.search(one.name) or _THING.match(one.noun) for one in (total, *parts)]
    return kinds[0] is not None and any(kind is not None and kind[0] != kinds[0][0] for kind in kinds[1:])


def plainly_listed(parts: Sequence[Said], said: Sequence[Said]) -> bool:
    """Whether the counts stand one behind the other, each called by a name of its own that no other can share."""
    names = [part.name or part.lead for part in parts]
    at = next((i for i, one in enumerate(said) if one is parts[0]), -1)
    row = list(said[at : at + len(parts)])
    plain = at >= 0 and len(row) == len(parts) and all(one is part for one, part in zip(row, parts, strict=True))
    if plain and by_age([part.lead for part in parts]):
        return not parts[-1].noun.startswith("等")
    return plain and len(set(names)) == len(names) > 1 and not any(_OVERLAP.search(name) or not name.strip("、,，;；其中") for name in names) and not parts[-1].noun.startswith("等")


def all_kinds(parts: Sequence[Said]) -> bool:
    """Whether the names are all of one scale, or end with what is left: 一级, 二级, 三级; 正高、副高、中级、初级; 甲类、乙类、其他."""
    names = [part.name or part.lead for part in parts]
    if len(names) > 1 and _REST.search(names[-1]) and len(set(names)) == len(names):
        return len(names) > 2 or "其" in names[-1]
    for scale in (_TITLES, _LIBRARIANS):
        if len(names) > 2 and all(any(word.search(name) for word in scale) for name in names) and scale[-1].search(names[-1]):
            return True
    return _serial(names)


def by_age(leads: Sequence[str]) -> bool:
    """Whether the bands of age follow one another, from the youngest to the oldest there are: 35岁以下、36至45岁、46岁以上."""
    bands = [_AGES.search(lead) for lead in leads]
    if len(bands) < 2 or not all(bands):
        return False
    ends = [(None if band["under"] else int(band["low"]), None if band["over"] else int(band["high"] or band["low"])) for band in bands if band]
    return ends[0][0] in (None, 0) and ends[-1][1] is None and all(a[1] is not None and b[0] is not None and 0 <= b[0] - a[1] <= 1 for a, b in pairwise(ends))


def some_ages(leads: Sequence[str]) -> bool:
    """Whether ages are told that are not all there are: 60岁以上2168人,80岁以上472人; 35岁以下60人,36至45岁50人."""
    return any("岁" in lead and _AGES.search(lead) for lead in leads) and not by_age(leads)


def _serial(names: Sequence[str]) -> bool:
    """`一区` and `二区`; A类, B类, C类: one behind the other from the first."""
    found = [_SERIAL.fullmatch(name) for name in names]
    if len(names) < 2 or not all(found) or len({(match["behind"]) for match in found if match}) > 1:
        return False
    signs = [match["at"] for match in found if match]
    row = next((row for row in _ROWS if signs[0] == row[0]), "")
    return bool(row) and all(row.find(b) == row.find(a) + 1 for a, b in pairwise(signs))


def bracketed(parts: Sequence[Said], total: Said, said: Sequence[Said]) -> bool:
    """Whether a bracket right behind all there are lists them, one slip off: 预算单位共11个(机关1个、分局4个、事业单位5个)."""
    at = next((i for i, one in enumerate(said) if one is total), -1)
    row = list(said[at + 1 : at + 1 + len(parts)])
    behind = said[at + 1 + len(parts)] if at + 1 + len(parts) < len(said) else None
    listed = at >= 0 and len(parts) > 2 and all(one is part for one, part in zip(row, parts, strict=False)) and plainly_listed(parts, said)
    alone = (behind is None or behind.mention.depth < parts[-1].mention.depth) and listed and _CLOSES.match(parts[-1].behind) is not None and not any("等" in part.lead for part in parts)
    alone = alone and not goes_on(said, at + len(parts)) and not any(alike(one, total) for one in said[at + 1 + len(parts) :])
    near = abs(total.mention.figure.quantity.value - sum(part.mention.figure.quantity.value for part in parts)) * PART <= total.mention.figure.quantity.value
    return listed and alone and near and _IN_ALL.search(total.lead) is not None and _BRACKET.fullmatch(parts[0].lead) is not None and slips_to([part.mention for part in parts], total.mention)


def but_its_own(parts: Sequence[Said], total: Said) -> bool:
    """Whether things are told by the level that watches them, and those that the place itself watches are left out: 全区34个(国控3个、省控12个、市控18个)."""
    place, levels = _PLACE.search(total.lead), [match["level"] for part in parts if (match := _WATCHED.match(part.lead))]
    return place is not None and len(levels) == len(parts) and place["level"] not in levels


def miscounted(parts: Sequence[Said], total: Said) -> bool:
    """Whether a slip is all that keeps the counts from giving the total."""
    figures = [part.mention for part in parts]
    footing = foots(total.mention.figure, [figure.figure for figure in figures])
    if footing is None or footing.holds or total.mention.kind is not Kind.COUNT or total.mention.figure.unit.base in _WEIGHED:
        return False
    least = min(figure.figure.quantity.value for figure in figures)
    gap = abs(footing.difference)
    near = total.mention.figure.quantity.value >= 100 and gap * 5 <= total.mention.figure.quantity.value or total.mention.figure.quantity.value >= 1000 and gap * 2 <= total.mention.figure.quantity.value
    left = footing.difference > 0 and gap * LEFT > total.mention.figure.quantity.value and not one_wrong(figures, total.mention)
    return exchanged(figures, total.mention, 0) and near or len(parts) > 1 and gap * PART <= least >= FEW and not left
