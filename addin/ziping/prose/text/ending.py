"""What stands behind the last figure of a statement: whether it ends there, or goes on to say that the figure is of some, of more or on another base.

尚有20个正在整改,2个不需整改; 共50家(1家同时为两类); 可用资金900万元,含利息3万元; 社会团体8个、基金会2个合格.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ziping.prose.text.said import Said, alike

__all__ = ["based_otherwise", "ends_there", "goes_on", "more_follows", "some_of_them"]

_OTHERWISE = re.compile("含|包括|其中|另|其余|此外|余下|剩余|加上|扣除|剔除|扣减|重复|交叉|同时[为属是具]|优惠|折扣|节约|收回|按[^,，;；。]{1,24}(?:计|算)|口径|结算价|往年|历年|上年|以前年度")
_NEXT = re.compile("[;；](?:另|其余|余下|此外|其中)|。(?:另[^一外]|另外|其余|余下|此外)")
_REBASED = re.compile("含|剔除|扣除|收回|追加|追减|调[整增减]|[核压]减|质保|口径|结算价|按[^,，;；。]{1,24}(?:计|算)")  # a rate of the budget as it was told, or as it was changed
_SPARED = re.compile("(?:剩余|结余)(?:部分|资金)?[为系属是]|节约")  # all that was to be spent
_STOP = re.compile("[。,，;；!！？?]|$")
_SAID_OF = re.compile("[,，](?:均|都|皆|全部|已|其余|余下)")


def goes_on(said: Sequence[Said], at: int) -> bool:
    """Whether words behind a figure, up to the next semicolon, say that it takes in or leaves out what the others do not."""
    rest = "".join(one.behind for one in said[at:])
    return _OTHERWISE.search(re.split("[;；。]", rest)[0]) is not None or _NEXT.search(rest) is not None


def based_otherwise(said: Sequence[Said], at: int) -> bool:
    """Whether words behind a rate, up to the next semicolon, tell what else it may be of: 97.8%(含上年结转40万元), 94.5%,因收回20万元, 100%(剩余为采购节约)."""
    rest = re.split("[;；。]", "".join(one.behind for one in said[at:]))[0]
    return _REBASED.search(rest) is not None or said[at].mention.figure.quantity.value == 1 and _SPARED.search(rest) is not None


def ends_there(said: Sequence[Said], at: int, nouns: Collection[str] = ()) -> bool:
    """Whether a statement ends with a figure: a stop or a comma right behind it, or behind one of these nouns, and no more of its measure up to the next semicolon."""
    one = said[at]
    behind = one.behind.removeprefix(one.noun) if one.noun in nouns else one.behind
    return _STOP.match(behind) is not None and not goes_on(said, at) and not more_follows(said, at)


def some_of_them(parts: Sequence[Said]) -> bool:
    """Whether what stands behind the last part of a list is said of its parts, which are then those that it is true of: 行政村4个、社区2个存在问题."""
    *others, last = parts
    return bool(last.noun) and all(one.noun != last.noun for one in others) or _SAID_OF.match(last.behind) is not None


def more_follows(said: Sequence[Said], at: int) -> bool:
    """Whether another figure of the same measure stands behind it, before a semicolon with words of its own."""
    for one in said[at + 1 :]:
        if re.search("[;；].", one.lead):
            return False
        if alike(one, said[at]):
            return True
    return False
