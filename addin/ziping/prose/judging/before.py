"""What a text has said before the sentence that is being read: the amounts it may refer back to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ziping.prose.judging.grouping import Group
from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Said
from ziping.prose.text.sentences import Sentence

__all__ = ["Before"]

FAR = 160  # amounts of the whole text that a sentence may refer to
NEAR = 24  # figures of the sentence before, amounts of the paragraph
TOPICS = 4


@dataclass(slots=True)
class Before:
    """The said things a sentence may mean without naming them, each nearest last.

    previous: the figures of the sentence before; standing: of the last one that states amounts; topic: what the last sentence was
    about, its only amount or the total of its list; topics: those of the paragraph; told: the amounts of the paragraph; earlier:
    the amounts of the text.
    """

    year: int | None = None  # the report's
    adjusted: bool = False  # the text somewhere speaks of a comparable base
    previous: list[Said] = field(default_factory=list)
    standing: list[Said] = field(default_factory=list)
    topic: list[Said] = field(default_factory=list)
    topics: list[Said] = field(default_factory=list)
    told: list[Said] = field(default_factory=list)
    earlier: list[Said] = field(default_factory=list)
    compared: set[tuple[int | None, str, int | None, str]] = field(default_factory=set)  # (year, stage, year, stage) that changes were taken between
    initial: int = 0  # rates of execution that the text took of what was budgeted at first
    shares: list[tuple[int, Said, Said]] = field(default_factory=list)  # (paragraph, part, share) of wholes that are unsaid
    rates: list[Said] = field(default_factory=list)  # of the text
    paragraph: int = -1
    silent: int = 0  # sentences without figures since the last one with some

    @property
    def beside(self) -> list[Said]:
        """The figures of the sentence right before, none where a sentence without figures stands between."""
        return [] if self.silent else self.previous

    @property
    def totals(self) -> list[Said]:
        """What a list without a total of its own may divide."""
        return [*(one for one in self.topic if one not in self.standing), *self.standing]

    def year_of(self, one: Said) -> int | None:
        """The calendar year of an amount, as far as its words and the report's own year tell."""
        if one.year is not None and one.year > 0:
            return one.year
        return self.year + one.year if self.year and one.year is not None else None

    def enter(self, sentence: Sentence) -> None:
        """Come to a sentence with figures: a new paragraph has told nothing yet."""
        if self.paragraph == sentence.paragraph:
            return
        if self.silent:
            self.standing, self.topic = [], []
        self.told, self.topics, self.paragraph = [], [], sentence.paragraph

    def skip(self, words: str) -> None:
        """Pass a sentence without figures; a blank is no sentence between."""
        self.silent += bool(words.strip())

    def leave(self, said: Sequence[Said], lists: Sequence[Group]) -> None:
        """Keep what a sentence with figures has said."""
        amounts = [one for one in said if one.amount]
        self.told = (self.told + amounts)[-NEAR:]
        self.topic = [group.total for group in lists[-1:]] or (amounts if len(amounts) == 1 else [])
        self.topics = [*self.topics, *self.topic][-TOPICS:]
        self.earlier = (self.earlier + amounts)[-FAR:]
        self.rates = (self.rates + [one for one in said if one.mention.kind is Kind.RATE])[-FAR:]
        self.previous, self.silent = list(said[-NEAR:]), 0
        self.standing = self.previous if amounts else self.standing
