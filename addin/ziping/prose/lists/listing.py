"""A few names and right behind them how many there are, whatever they are: 东河、西岭、南坪3个乡镇; 申报、拨付、评价三个环节; 《甲办法》《乙办法》和《丙办法》三项制度."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ziping.prose.judging.claims import Claim, number_claim
from ziping.prose.text.figures import whole_number
from ziping.prose.text.sentences import Text

__all__ = ["listing_claims"]

LONGEST, NAME, FEW = 160, 16, 3  # characters of a list, of one of its names, of a clause that may be one
THREE, MORE = 3, 4  # names from which a number behind them counts them: of places and stages, of what may be done several times for each
_PLACES = "乡镇街道|乡镇|街道|苏木|镇|乡|村|社区|县区|区县|县市|市县|县|区|市|州|旗"
_STAGES = "环节|维度|阶段|片区|分馆|场馆|水厂|分中心|科室|股室|处室|内设机构|一级指标|二级指标|分局|工作组|工作专班|管理所|派出所|中队|校区|院区|二级预算单位|直属单位|下属单位|制度|办法|文件|方面"
_OFTEN = "职责|工作任务|重点任务|领域"
_TOLD = re.compile(rf"(?P<a>\d{{1,2}}|[两二三四五六七八九十]{{1,3}})(?P<by>大类|个大类|个|项|座|类|家|处)(?P<what>(?P<place>{_PLACES})|(?P<stage>{_STAGES})|(?P<often>{_OFTEN}))(?![\d一-龥]{{0,4}}[\d])")
_CLAUSE = re.compile(r"[，,。;；:：\n()\d]")
_BETWEEN = re.compile("、|和|与|及|以及")
_TITLES = re.compile(r"(?:《[^《》]{2,40}》(?:、|和|与|及|以及)?)+$")
_TITLE = re.compile("《[^《》]{2,40}》")
_WITHIN = re.compile("周边|辖区|片区|附近|沿线|之间|所属|下属|范围|境内|内$|等|其中|[的]|各")
_KIND = re.compile(f"(?:{_PLACES})$")
_GOES_ON = re.compile(r"(?:[、和及与]|以及)\s?(?:\d|[两二三四五六七八九十]{1,2}[个项座类家处])")


def listing_claims(text: Text) -> Iterator[Claim]:
    """One claim for every number higher than the names before it can be, and for every one of documents called by their titles.

    A number below them is left alone: the first names may be other words of the sentence.
    """
    words = text.text
    for told in _TOLD.finditer(words):
        number = whole_number(told["a"])
        if number is None or number < 2 or _GOES_ON.match(words, told.end()):
            continue
        start = max((match.end() for match in _CLAUSE.finditer(words, max(0, told.start() - LONGEST), told.start())), default=0)
        span = (start, told.end())
        if (titles := _TITLES.search(words, start, told.start())) is not None and told["stage"] in ("制度", "办法", "文件"):
            many = len(_TITLE.findall(titles[0]))
            if many > 1 and words[max(0, titles.start() - 1) : titles.start()] != "》":
                yield _claim(words, span, told, number, many, certain=abs(number - many) == 1)
            continue
        names = [name for name in _BETWEEN.split(words[start : told.start()]) if name]
        if _opened_before(words, start) or not _are_names(names, words[start : told.start()], told):
            continue
        few = words.count("、", start, told.start()) + 1
        if number >= few and number <= len(names) + (1 if told["place"] else 2):
            yield _claim(words, span, told, number, number if number <= len(names) else len(names), certain=True)


def _are_names(names: list[str], listed: str, told: re.Match[str]) -> bool:
    least = MORE if told["often"] else THREE
    if listed.count("、") + 1 < THREE - 1 or "、" not in listed or len(names) < least or any(len(name) > NAME for name in names[1:]) or _WITHIN.search(listed) or "《" in listed:
        return False
    kinds = {kind[0][-1] for name in names if (kind := _KIND.search(name)) is not None and len(name) > 2}
    return not told["place"] or kinds <= set(told["place"])  # 甲镇、乙镇、丙镇5个村


def _opened_before(words: str, start: int) -> bool:
    """Whether the clause before lists names too, or a bracket stands before the names."""
    if start == 0 or words[start - 1] in "()0123456789":
        return start > 0
    before = _CLAUSE.split(words[max(0, start - 40) : start - 1])[-1]
    return words[start - 1] in "，," and ("、" in before or 0 < len(before) <= FEW)


def _claim(words: str, span: tuple[int, int], told: re.Match[str], number: int, many: int, certain: bool) -> Claim:
    return number_claim(words, span, (told.start("a"), told.end("by")), number, many, told["by"], "列举的名称为", certain)
