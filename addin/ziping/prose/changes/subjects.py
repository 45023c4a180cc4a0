"""What has changed, named once more before its base: 2023年支出合计a。…。[支出]比2022年的b下降p%."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ziping.prose.changes.bases import one_value
from ziping.prose.judging.before import Before
from ziping.prose.text.naming import bare
from ziping.prose.text.said import Said

__all__ = ["of_its_subject"]

_SUBJECT = re.compile(r"[。\s]*(?P<subject>[^,，;；:：]{2,12})(?:比|较)(?P<year>(?:19|20)\d\d)年度?的?$")
_BARE = re.compile("(?:净|共|实际)?(?:增加|增长|减少|下降)了?")


def of_its_subject(said: Sequence[Said], index: int, before: Before) -> tuple[Said, Said] | None:
    """(base, current) where the base opens its sentence and the one amount of its very name, of the year after, stands in the sentence before."""
    change, base = said[index], said[0]
    plain = index == 1 and base.amount and not base.mention.loose and not change.serial and _BARE.fullmatch(change.lead)
    named = _SUBJECT.match(base.lead) if plain else None
    subject = bare(named["subject"]) if named else ""
    told = [s for s in before.previous if subject and s.amount and not s.mention.loose and s.name == subject and s.year == int(named["year"]) + 1]  # type: ignore[index]
    return (base, told[0]) if one_value(told) and told[0].mention.figure.unit.base == base.mention.figure.unit.base else None
