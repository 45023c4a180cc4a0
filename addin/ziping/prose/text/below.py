"""What follows a sentence: the rest of its paragraph, and the numbered paragraphs below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ziping.prose.text.outline import mark_rank
from ziping.prose.text.said import Said
from ziping.prose.text.sentences import Sentence, Text

__all__ = ["Item", "PARAGRAPHS", "SENTENCES", "Spoken", "items_below", "rest_of_paragraph"]

Spoken = tuple[Sentence, list[Said]]
HEADING = 30  # characters
SENTENCES = 8  # of the rest of a paragraph
PARAGRAPHS = 160  # sentences below that are looked at


class Item(NamedTuple):
    """The first sentence of a paragraph below: its number's rank (None without one) and its figures."""

    rank: int | None
    said: list[Said]


def rest_of_paragraph(spoken: Sequence[Spoken], at: int) -> Iterator[list[Said]]:
    """The figures of the sentences that follow in the paragraph."""
    for sentence, said in spoken[at + 1 : at + 1 + SENTENCES]:
        if sentence.paragraph != spoken[at][0].paragraph:
            return
        yield said


def items_below(text: Text, at: int, spoken: Sequence[Spoken]) -> Iterator[Item]:
    """The paragraphs below as long as their numbers are of the first one's rank; those of deeper ranks are left out.

    A heading of its own counts as the number of the paragraph that it stands above.
    """
    paragraph, first, heading = spoken[at][0].paragraph, None, None
    for sentence, said in spoken[at + 1 : at + 1 + PARAGRAPHS]:
        if sentence.paragraph == paragraph:
            continue
        paragraph = sentence.paragraph
        rank = mark_rank(text.text[sentence.start : sentence.start + 24])
        if rank is not None and not said and sentence.end - sentence.start <= HEADING:
            heading = rank
            continue
        rank, heading = rank if rank is not None else heading, None
        if first is None:
            first = Item(rank, said)
        elif rank is not None and first.rank is not None and rank > first.rank:
            continue
        elif rank != first.rank:
            return
        yield Item(rank, said)
