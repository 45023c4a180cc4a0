"""How many projects got which grade, against how many there are: 自评项目18个,…。自评结果为“优”的15个、“良”的2个、“中”的1个."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ziping.prose.judging.claims import Claim, ClaimKind, verdict_of
from ziping.prose.text.figures import counted
from ziping.prose.text.sentences import Text

__all__ = ["rating_claims"]

FAR = 260  # characters before a list that the number of projects stands in
_QUOTED = "“”\"'《》「」"
_GRADE = rf"[{_QUOTED}]?(?:优秀|优|良好|良|中等|中|较差|差|合格|不合格|[一二三四]等|[一二三四]级|[ABCD](?:级|等)?)[{_QUOTED}]?(?:等级|等次|等|级|档)?(?:[(][^()\d]{{0,4}}\d[^()]{{0,12}}[)])?的?(?:项目)?(?:有|共|为)?"
_ONE = rf"{_GRADE}(?P<number>\d{{1,4}})(?:个|项)"
_LIST = re.compile(rf"(?P<of>{_GRADE}\d{{1,4}}(?:个|项)(?:[、,，和及]{{1,2}}{_GRADE}\d{{1,4}}(?:个|项)){{1,5}})(?P<stop>[。;；\n]|$|[,，](?!其))")
_EACH = re.compile(_ONE)
_THINGS = re.compile(r"(?P<a>\d{1,4})(?:个|项)(?:[^\s\d,，。;；、]{0,12}?)(?:项目|指标|单位|部门|资金|省份|市县|乡镇|学校|企业|机构)|(?:项目|指标|单位|部门)(?:共有|共计|共|有|为)?(?P<b>\d{1,4})(?:个|项)(?!月|工作日|[^,，。;；]{0,6}指标)")
_ANOTHER = re.compile(r"(?:优秀?|良好?|A级?|一[等级])[^\d,，。;；]{1,6}\d{1,4}(?:个|项)[、,，]$")  # 优秀乡镇4个、良好8个
_OPEN = re.compile(r"主要|部分|例如|如下表|其中")


def rating_claims(text: Text) -> Iterator[Claim]:
    """One claim for every list of grades that ends its sentence and whose paragraph says how many there are."""
    words = text.text
    for match in _LIST.finditer(words):
        start = max(words.rfind("\n", 0, match.start()) + 1, match.start() - FAR)
        head = words[max(start, words.rfind("。", 0, match.start())) : match.start()]
        things = list(_THINGS.finditer(words, start, match.start()))
        if not things or _ANOTHER.search(head) or _OPEN.search(re.split(r"[。;；]", head)[-1]):
            continue
        counts = [int(one["a"] or one["b"]) for one in things]
        figures = [counted(match.start("of") + one.start("number"), one["number"]) for one in _EACH.finditer(match["of"])]
        rated = sum(int(figure.figure.value) for figure in figures)
        holds = rated in counts
        if not holds and len(set(counts)) > 1:
            continue
        last = things[-1]
        group = "a" if last["a"] else "b"
        whole = counted(last.start(group), last[group])
        told = f"各等级合计{rated}个，与文中共{whole.figure.value}个" + ("相符。" if holds else "不符，请核对。")
        if holds:
            at = max(at for at, count in enumerate(counts) if count == rated)
            whole = counted(things[at].start(group := "a" if things[at]["a"] else "b"), things[at][group])
            told = f"各等级合计{rated}个，与文中共{rated}个相符。"
        yield Claim(ClaimKind.COUNT, "", whole.start, match.end("of"), (*figures, whole), f"{whole.figure.value}个", f"{rated}个", verdict_of(holds), told)
