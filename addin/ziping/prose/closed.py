"""Lists that leave nothing out by what they name: 基本支出 and 项目支出; 出国、用车、接待; 在编 and 编外."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ziping.prose.figures import Kind, Mention
from ziping.prose.reading import Said

__all__ = ["closed"]

# Lists that are complete by what they name, and the words one of which the total must carry.
_CLOSED = (
    (("基本支出", "项目支出"), "支出|总|合计|决算|预算"),
    (("人员", "公用"), "基本支出"),
    (("出国", "车", "接待"), ""),
    (("购置", "运行"), "车"),
)
# Ways to divide people into two groups that leave nobody out.
_PEOPLE = (("在编|编内", "编外|聘用|合同|临时|临聘|劳务|派遣|非编"), ("在职|在岗", "退休|离休"))
_POSTS = re.compile(r"行政|事业|工勤|参公|参照|政法专项")


def _people(names: Sequence[str], total: Mention) -> bool:
    if total.kind is not Kind.COUNT or total.figure.unit.base != "人" or len(names) < 2:
        return False
    if all(_POSTS.search(name) for name in names):
        return True
    if len(names) > 2:
        return False
    return any(re.search(a, names[0]) and re.search(b, names[1]) or re.search(b, names[0]) and re.search(a, names[1]) for a, b in _PEOPLE)


def closed(names: Sequence[str], total: Said, adjacent: bool) -> bool:
    """Whether what the parts name leaves nothing out of the total."""
    if _people(names, total.mention):
        return True
    return any(
        re.search(whole, total.name or total.lead[-20:])
        and all(any(word in name for name in names) for word in words)
        and (whole or adjacent and all(any(word in name for word in words) for name in names))
        for words, whole in _CLOSED
    )
