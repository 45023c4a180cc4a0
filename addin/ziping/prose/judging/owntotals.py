"""The totals that the same parts are held against: one that stands with them is theirs, and another paragraph's is not.

`满意度测评得分92.7分。` and, a heading further on, `决策10分得9.4分,过程20分得18.6分,…,合计95.4分`: the scores are none of the first. Not so where the two
are one slip apart: then the text tells one total twice, once wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ziping.prose.judging.claims import Claim, ClaimKind
from ziping.prose.judging.slips import one_slip
from ziping.prose.text.figures import Mention

__all__ = ["OwnTotals"]


class OwnTotals:
    """Every list of a text by its parts, with the totals that claims hold it against."""

    def __init__(self, claims: Sequence[Claim], text: str) -> None:
        self.text = text
        self.totals: dict[frozenset[int], list[Mention]] = defaultdict(list)
        for one in claims:
            if one.kind is ClaimKind.SUM:
                self.totals[_parts(one)].append(one.figures[-1])

    def elsewhere(self, claim: Claim) -> bool:
        """Whether the total of a list stands in another paragraph than its parts, which have one of their own in theirs."""
        *parts, total = claim.figures
        if not parts or not self._apart(parts, total):
            return False
        own = [one for one in self.totals[_parts(claim)] if not self._apart(parts, one)]
        return any(one.figure.value != total.figure.value and not one_slip(one.figure, total.figure) for one in own)

    def _apart(self, parts: Sequence[Mention], total: Mention) -> bool:
        first, last = min(part.start for part in parts), max(part.end for part in parts)
        return "\n" in self.text[last : total.start] or "\n" in self.text[total.end : first]


def _parts(claim: Claim) -> frozenset[int]:
    return frozenset(part.start for part in claim.figures[:-1])
