"""Counts of what things have, of which each thing may have several: 42个村中,通硬化路40个、通客车38个; 实现“跨省通办”13项、“全程网办”38项."""

from __future__ import annotations

import re

from ziping.prose.judging.grouping import Group
from ziping.prose.text.figures import Kind

__all__ = ["of_qualities"]

_SHARED_OUT = re.compile("分为|分别|按|分.{1,6}看")  # a division leaves nothing in two parts
_HAS = re.compile(r"(?:实现|(?:开|接)?通(?![过知报])|配[备有齐]|设有|设立|建有|建成|建立|具备|拥有|接入|推行|支持|安装|覆盖|纳入|开展)(?!了?其)")
_HEAD = re.compile(r"^[\s,，、;；:：]*(?:其中)?[,，:：]?(?:已|均|能|可以?)?")
_QUOTED = re.compile("^[“\"‘「]")
_LATER = re.compile("未|尚|正在|其[余他它]|剩|仍")  # what the one is, the other is not


def of_qualities(group: Group) -> bool:
    """Whether two counts or more, none above the total, each tell what the things have, in words that do not exclude one another."""
    total, leads = group.total.mention, [_HEAD.sub("", part.lead.removeprefix(group.total.noun) if part is group.parts[0] else part.lead) for part in group.parts]
    if total.kind is not Kind.COUNT or len(leads) < 2 or _SHARED_OUT.search(group.parts[0].lead) or any(_LATER.search(lead) for lead in leads):
        return False
    if any(part.mention.figure.quantity.value > total.figure.quantity.value for part in group.parts):
        return False
    first = _HAS.match(leads[0])
    return first is not None and all(_HAS.match(lead) or _QUOTED.match(lead) for lead in leads[1:])
