"""A row of amounts that the text tells again, the digits of one of them exchanged: 下达甲90.79万元、乙5.74万元 … 甲90.79万元,丙16万元,乙4.75万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ziping.prose.judging.before import Before
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict, shown
from ziping.prose.judging.slips import one_slip, significant
from ziping.prose.text.figures import Kind
from ziping.prose.text.naming import names_agree, plain_name
from ziping.prose.text.said import Said, alike

__all__ = ["Rows"]

NAMED = 3  # characters from which a name is one
DIGITS = 3  # significant digits from which two amounts agree by no accident
FAR = 400  # names that are remembered
_ENDING = re.compile("(?:类|项目|资金|经费|方面)+$")
_MOVING = re.compile("累计|调整|追加|新增|增加|减少|剩余|尚|已|未|第[一二三四]|[一二三四]季度|\\d月|年均|其他|其它")


class Rows:
    """The amounts of the sentences so far, by their names, each with those it stands among."""

    def __init__(self) -> None:
        self.told: dict[tuple[str, int | None, str], tuple[Said, list[Said]]] = {}

    def claims(self, said: Sequence[Said], before: Before) -> Iterator[Claim]:
        """One claim for every amount of a row told again, where another of the row is the same to the digit; the row is then remembered."""
        row = [one for one in said if one.amount and one.mention.kind is Kind.MONEY and not one.mention.loose and not one.serial and _named(one)]
        for one in row if len(row) > 1 else ():
            key = (_named(one), before.year_of(one) or before.year, one.stage)
            known, among = self.told.get(key, (one, []))
            if known is not one and alike(known, one) and _exchanged(known, one) and _again(row, among, one):
                words = f"“{key[0]}”前文为{shown(known.mention)}，此处为{shown(one.mention)}，同列的其他数前后一致，请核对。"
                yield Claim(ClaimKind.REPEAT, "", one.mention.start, one.mention.end, (known.mention, one.mention), shown(one.mention), shown(known.mention), Verdict.FAILS, words)
        if len(row) > 1:
            for one in row:
                self.told.setdefault((_named(one), before.year_of(one) or before.year, one.stage), (one, row))
            while len(self.told) > FAR:
                del self.told[next(iter(self.told))]


def _named(one: Said) -> str:
    name = _ENDING.sub("", plain_name(one.name))
    return name if len(name) >= NAMED and not _MOVING.search(one.lead) else ""


def _exchanged(known: Said, one: Said) -> bool:
    """Whether the same digits stand in another order: any other digit may be that of another body or another scope."""
    first, second = known.mention.figure, one.mention.figure
    return sorted(str(first.value)) == sorted(str(second.value)) and one_slip(first, second)


def _again(row: Sequence[Said], among: Sequence[Said], one: Said) -> bool:
    """Whether another amount of the row stands in both under one name, to the digit; and no name of the row in it twice."""
    names = [_named(other) for other in row]
    same = [a for a in row for b in among if a is not one and names_agree(_named(a), _named(b)) and a.mention.figure == b.mention.figure and significant(a.mention.figure) >= DIGITS]
    return bool(same) and len(set(names)) == len(names)
