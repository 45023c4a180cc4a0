"""Enumerations whose count is stated: 设5个科室: 甲、乙、丙、丁、戊; 甲、乙等2个项目."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from ziping.prose.judging.claims import Claim, number_claim
from ziping.prose.text.figures import whole_number
from ziping.prose.text.sentences import Text

__all__ = ["count_claims"]

_COUNTED = r"(?:内设)?(?:职能)?(?:科室|股室|处室|机构|部门|科|处|室|中心|单位|项目|股)"
_ANNOUNCED = re.compile(
    rf"(?:(?P<a>\d{{1,2}}|[两二三四五六七八九十]{{1,3}})个(?P<what>[^\s\d,，;；:：。、()]{{0,8}}?{_COUNTED})"
    rf"|(?P<noun>[^\s\d,，;；:：。、()]{{0,8}}){_COUNTED}(?:共有|共计|共|有)?(?P<b>\d{{1,2}}|[两二三四五六七八九十]{{1,3}})个)"
    r"[,，]?(?P<cue>分别为|分别是|包括:|包括|即|:|为)[:\s]?(?P<list>[^。；;\n\d]{4,240}?)(?P<stop>[。；;\n]|$|[,，](?=[^,，、。；;:：\n\d]{2,8}\d))"
)
_LISTED = re.compile(
    rf"(?:共设|下设|内设|设有|设立|分设|下辖|(?<=[,，。;；:\s局办院位心关级])设)(?![施备计置定在])(?P<list>[^,，;；。:：\n\d、]{{2,24}}(?:、[^,，;；。:：\n\d、]{{2,24}}){{2,24}}?)"
    rf"(?P<a>\d{{1,2}}|[两二三四五六七八九十]{{1,3}})个(?P<what>[^\s\d,，;；:：。、()]{{0,6}}?{_COUNTED})"
)
_TALLIED = re.compile(
    r"(?<=[，,。;；:：排])(?P<list>[^，,。;；:：\n\d、()等]{2,20}(?:、[^，,。;；:：\n\d、()等]{2,20}){2,24})"
    r"(?P<a>\d{1,2}|[两二三四五六七八九十]{1,3})(?P<by>项|类|个|大|本)(?P<what>[^\s\d,，;；:：。、()%年月万亿元]{2,8})"
)
_OPENED = re.compile("(?:涵盖|涵括|囊括)")  # what stands behind is all there is
_SUMMED = re.compile(
    r"(?:包括|包含|分别是|分别为|涉及|即|:)(?P<list>[^，,。;；:：\n\d]{2,24}(?:、[^，,。;；:：\n\d]{2,24}){3,30})[,，]共(?:计)?(?P<a>\d{1,2}|[两二三四五六七八九十]{1,3})(?P<by>类|项|个|种|家|大类)(?P<what>)"
)
_MORE = re.compile(r"[^\s\d,，、;；:：。()]{0,8}[、和及与]\d")
_SENTENCE = re.compile(r"[^。；;]+[。；;]?")  # an announcement and its list stand in one
_COUNT = re.compile(r"[\d两二三四五六七八九十][个项类大本种家]")  # few sentences hold one
_RANGE = re.compile(r"第?([一二三四五六七八九十]{1,2})(?:至|到|-|—)第?([一二三四五六七八九十]{1,2})(?=(?:检察|审判|业务|监督|稽查)?(?:部|科|室|处|股|庭|[中大]?队))")
_WRAP = "\x1f"
_BRACKETS = re.compile(r"\([^()]*\)")
_COMMAS, _ANOTHER = (",", "，"), re.compile("[^。\n]{0,80}(?:另|此外|还[有设])")  # …,编制46名;另有机关党委
_STRICT = ("分别为", "分别是", ":", "即", "包括:")


def _closing(text: str, counting: Iterable[tuple[int, int]]) -> Iterator[Claim]:
    """`设办公室、综合科、运维科3个科室`: the count stands behind its list."""
    for span in counting:
        for match in chain(_LISTED.finditer(text, *span), _TALLIED.finditer(text, *span), _SUMMED.finditer(text, *span)):
            number = whole_number(match["a"])
            names = _BRACKETS.sub("", match["list"])
            if "by" in match.groupdict() and match["by"] not in "大本" and names.count("、") < 3:
                continue  # 甲、乙、丙2个项目 may count the last alone
            if "by" in match.groupdict() and _MORE.match(text, match.end("by")):
                continue  # …,共2个街道、12个乡镇
            if number is not None and number > 1 and not re.search(r"等$|其中|含|[两二三四五六七八九十\d]个?(?:方面|大?类)共?$", names):
                told = match.re is not _TALLIED or _OPENED.match(names) is not None or _many(names) + _ranged(names) < number  # where nothing opens the list, its first names may be other words
                yield _counted(match, "a", number, names, match.end("what"), certain=told)


def _many(names: str) -> int:
    """How many names there are at most."""
    return len([name for name in re.split(r"、|和|与|及|以及", names) if name.strip()])


def _ranged(names: str) -> int:
    """How many more a list names by their numbers: 第一至第五检察部 are five."""
    ends = [(whole_number(first), whole_number(last)) for first, last in _RANGE.findall(names)]
    return sum(last - first for first, last in ends if first is not None and last is not None and last > first)


def _counted(match: re.Match[str], group: str, number: int, names: str, end: int, certain: bool) -> Claim:
    few, many = len([name for name in names.split("、") if name.strip()]), _many(names) + _ranged(names)
    by = match.groupdict().get("by", "个")
    figure, listed = (match.start(group), match.end(group) + len(by)), number if few <= number <= many else few if number < few else many
    return number_claim(match.string, (match.start(), end), figure, number, listed, by if by not in "大本" else "个", "列举的名称为", certain)


def _unwrapped(text: Text) -> str:
    """The text with a character of no meaning where the page wrapped a line, so that positions stay."""
    pieces, seen = [], 0
    for sentence in text.sentences:
        if (at := text.text.find("\n", sentence.start, sentence.end)) >= 0:
            pieces += [text.text[seen:at], text.text[at : sentence.end].replace("\n", _WRAP)]
            seen = sentence.end
    return "".join([*pieces, text.text[seen:]])


def count_claims(text: Text) -> Iterator[Claim]:
    """One claim for every announced and plainly listed count."""
    words = _unwrapped(text)
    counting = [sentence.span() for sentence in _SENTENCE.finditer(words) if "、" in sentence[0] and _COUNT.search(sentence[0])]
    yield from _closing(words, counting)
    for match in chain.from_iterable(_ANNOUNCED.finditer(words, *span) for span in counting):
        group = "a" if match["a"] else "b"
        number = whole_number(match[group])
        names = _BRACKETS.sub("", match["list"])
        if re.search(r"\d个[,，、和及与]$", words[max(0, match.start() - 12) : match.start()]):
            continue  # 综合机构2个,专门机构7个,分别是: the list is that of both
        if number is None or number < 2 or "、" not in names or re.search(r"等(?:$|[^级\x1f])|其中|以及下属|[,，]", names):
            continue
        if any(len(name) > 24 for name in names.split("、")):
            continue
        certain = match["cue"] in _STRICT and not _BRACKETS.search(match["list"]) and not (match["stop"] in _COMMAS and _ANOTHER.match(words, match.end()))
        yield _counted(match, group, number, names, match.end("list"), certain)
