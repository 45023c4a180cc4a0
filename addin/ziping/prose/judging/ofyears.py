"""The years that a claim's figures are of: a share is of a whole of its own year, a rate of its own year's plan, a change of the years it names.

`2023年支出6136.94万元。2022年项目支出4310.80万元,占当年总支出的76.6%`: the whole of that other year is told nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ziping.prose.judging.claims import Claim, ClaimKind, shown
from ziping.prose.text.said import Said

__all__ = ["Years"]

_YEAR = re.compile(r"((?:19|20)\d\d)年")
_ENDED = re.compile(r"[。\n]")


class Years:
    """The year of every figure of a text. year: the report's."""

    def __init__(self, said: Sequence[Said], year: int | None, text: str) -> None:
        self.year, self.text = year, text
        self.said: Mapping[int, Said] = {one.mention.start: one for one in said}
        self.explicit = {one.mention.start for one, behind in zip(said, said[1:], strict=False) if behind.explicit}

    def apart(self, claim: Claim) -> bool:
        """Whether a share, a rate or a change was bound to an amount of another year than its words tell."""
        told = [self.said.get(one.start) for one in claim.figures]
        if len(told) != 3 or any(one is None for one in told) or claim.stated != shown(claim.figures[-1]):
            return False
        part, whole, stated = (one for one in told if one is not None)
        if claim.kind is ClaimKind.CHANGE:
            years = {self._of(part), self._of(whole)}
            return None not in years and any(int(named) not in years for named in _YEAR.findall(stated.lead))
        if whole.mention.start in self.explicit:
            return False
        own, of = self._of(part), self._of(whole)
        if of is None and part.year not in (None, 0) and _ENDED.search(self.text, *sorted((whole.mention.end, part.mention.start))):
            of = self.year  # told without a year, in a sentence of its own: of the report's
        subject, named, its_whole = stated.lead.partition("占")
        return self._differ(own, of) or bool(named) and (self._names_another(subject, own) or self._names_another(its_whole, of))

    def _of(self, one: Said) -> int | None:
        """The calendar year of a figure, as far as its words and the report's own year tell."""
        if one.year is not None and one.year > 0:
            return one.year
        return self.year + one.year if self.year and one.year is not None else None

    @staticmethod
    def _differ(one: int | None, other: int | None) -> bool:
        return one is not None and other is not None and one != other

    @staticmethod
    def _names_another(words: str, year: int | None) -> bool:
        """Whether the words name a year, and the last of them is not this one."""
        named = _YEAR.findall(words)
        return bool(named) and year is not None and int(named[-1]) != year
