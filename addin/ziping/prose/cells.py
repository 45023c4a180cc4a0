"""Lists that are no lists: the cells of a table run together, its rows told once for every column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ziping.prose.reading import Said

__all__ = ["run_together"]

_DOUBLED = re.compile(r"(?P<cell>[\u4e00-\u9fff]{2,12})(?:[:：]?\s*)(?P=cell)")
_MARKS = re.compile(r"[\s:：,，、;；。]+")


def run_together(total: Said, parts: Sequence[Said]) -> bool:
    """Whether figures without a unit stand behind words that are said twice over: 其中:省级70其中:省级70市级30市级30; 其中:市级其中:市级."""
    row = [total, *parts]
    if any(one.mention.figure.unit.text for one in row):
        return False
    words = [_MARKS.sub("", one.lead).removeprefix("其中") for one in row]
    twice = any(one and one == other for one, other in pairwise(words))
    return twice or any(_DOUBLED.search(one.lead) or one.lead.count("其中") > 1 for one in row)
