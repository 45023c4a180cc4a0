"""The figures of a text with the nouns they measure, for comparing a sentence with a workbook's named figures."""

from __future__ import annotations

from dataclasses import dataclass

from ziping.amounts import Figure
from ziping.prose.text.reading import read_sentence
from ziping.prose.text.said import Role
from ziping.prose.text.sentences import read_text
from ziping.prose.text.years import report_year

__all__ = ["NamedFigure", "figures"]


@dataclass(frozen=True, slots=True)
class NamedFigure:
    """A figure as its sentence puts it; positions are those of the text given.

    name: the noun it measures, bare of years and verbs (基本支出, 公务接待费); of: for shares, changes and rates, the base named;
    role: amount | share | change | done | other; direction: +1 增, −1 减; year: the calendar year where it is said or follows from
    the text's own year, else None; stage: budget | executed | ""; loose: hedged (约, 余, 不低于 …), not to be held against anything.
    """

    start: int
    end: int
    figure: Figure
    kind: str
    name: str
    role: str
    of: str
    direction: int
    year: int | None
    stage: str
    loose: bool


def figures(text: str, year: int | None = None) -> tuple[NamedFigure, ...]:
    """Every figure of the text in order; `year` is what 本年 means (taken from the text's title when not given)."""
    read = read_text(text)
    here = year or report_year(text)
    found = []
    for sentence in read.sentences:
        for said in read_sentence(read, sentence):
            mention = said.mention
            when = said.year
            if when in (0, -1):
                when = here + when if here else None
            name = said.name if said.role in (Role.AMOUNT, Role.CHANGE) else ""
            found.append(
                NamedFigure(
                    mention.start, mention.end, mention.figure, str(mention.kind), name, str(said.role), said.of, said.direction,
                    when, said.stage, mention.loose,
                )
            )
    return tuple(found)
