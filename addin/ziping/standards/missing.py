"""What is missing of a list, told by its name (缺备用电源; 有泵房，无值班员), where each that is missing takes points off."""

from __future__ import annotations

import re

from ziping.standards.rule import Count
from ziping.standards.vocabulary import Pattern

__all__ = ["named_missing"]

_POINTS_BEHIND = Pattern(r"的?,?得.*$")
_MISSING = Pattern(r"(?:^|(?<=[、,]))(?:缺少|缺失|缺|没有|无)((?:[^\W\d未不没无缺]{2,12})(?:[、和][^\W\d未不没无缺]{2,12})*)$")
_ITEMS = Pattern(r"[、,;。:\n]|[①-⑳]|\(\d\)|和")


def named_missing(text: str, effect: Count, source: str) -> int | None:
    """缺施工许可, where what is listed includes 施工许可 and each that is missing takes points off: so many as are named, each of them one of the list."""
    named = _MISSING.search(text)
    if named is None or effect.gain or effect.lack != "缺" or effect.what:
        return None
    items = [_POINTS_BEHIND.sub("", item) for item in _ITEMS.split(source.partition("缺")[0]) if item]
    names = re.split("[、和]", named[1])
    there = [each for each in re.split("[、,和]", text[: named.start()]) if each]
    if not all(each in items for each in there):
        return None
    return len(names) if len(items) > 1 and len(set(names)) == len(names) and all(sum(item.endswith(name) for item in items) == 1 for name in names) else None
