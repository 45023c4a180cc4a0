"""The whole reading of a text: every claim and finding, in the order of the text."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from ziping.findings import Finding
from ziping.prose.balances import balance_claims
from ziping.prose.changes import change_claims
from ziping.prose.claims import Claim
from ziping.prose.counts import count_claims
from ziping.prose.formulas import formula_claims
from ziping.prose.grades import grade_claims
from ziping.prose.lists import continued, paragraphs_below
from ziping.prose.moves import move_claims
from ziping.prose.outline import outline_findings
from ziping.prose.rates import order_claims, rate_claims
from ziping.prose.reading import Said, read_sentence
from ziping.prose.repeats import Memory
from ziping.prose.savings import saving_claims
from ziping.prose.sentences import Text, read_text
from ziping.prose.shares import share_claims
from ziping.prose.steps import step_claims
from ziping.prose.sums import groups, sum_claims
from ziping.prose.trailing import trailing_claims
from ziping.prose.years import report_year, year_findings

__all__ = ["ProseResult", "check_prose"]

LONG = 50_000  # characters from which a text is long
NAME = 28  # characters before a figure that a quote begins with at most
_MARKS = "。，,；;：:、！？()（）\n\t“”\"%"
MEMORY = 160  # amounts before a sentence that it may refer to


@dataclass(frozen=True, slots=True)
class ProseResult:
    """What the text claims (arithmetic) and what else needs a look (numbering, empty sections, years)."""

    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...] = ()


def check_prose(text: str, year: int | None = None) -> ProseResult:
    """Recompute every arithmetic claim of a Chinese text that can be understood.

    year: the report's year; found in the text's title when not given. Never raises for any text.
    """
    with _uncollected(len(text) > LONG):
        read = read_text(text)
        year = year or report_year(text)
        return ProseResult(claims_of(read, text, year), (*outline_findings(text), *year_findings(text, read, year)))


@contextmanager
def _uncollected(pause: bool) -> Iterator[None]:
    """Reading makes very many small objects and no cycles: on a long text the collector would only look through them again and again."""
    pause = pause and gc.isenabled()
    if pause:
        gc.disable()
    try:
        yield
    finally:
        if pause:
            gc.enable()


def claims_of(read: Text, text: str, year: int | None) -> tuple[Claim, ...]:
    """The claims of a text that `read_text` has read already, in its order, with their quotes."""
    return tuple(sorted((_quoted(claim, text) for claim in _claims(read, year)), key=lambda claim: (claim.start, claim.end)))


def _quoted(claim: Claim, text: str) -> Claim:
    """The claim with its quote: from the name of its first figure to the end of its last."""
    before = text[max(0, claim.start - NAME) : claim.start]
    mark = max(before.rfind(mark) for mark in _MARKS)
    start = claim.start - (len(before) - mark - 1) if mark >= 0 or len(before) < NAME else claim.start
    return replace(claim, quote=text[start : claim.end], start=start)


def _claims(text: Text, year: int | None) -> list[Claim]:
    found: list[Claim] = []
    earlier: list[Said] = []
    previous: list[Said] = []
    standing: list[Said] = []  # the last sentence of the paragraph that states amounts
    memory = Memory(year)
    adjusted = "口径" in text.text or "可比" in text.text
    told: list[Said] = []  # the amounts of the paragraph so far
    topics: list[Said] = []  # what the sentences of the paragraph were about
    told_in = -1
    topic: list[Said] = []  # what the last sentence was about: its only amount, or the total of its list
    spoken_at = -1  # the sentence that `previous` is
    spoken = [(sentence, read_sentence(text, sentence)) for sentence in text.sentences]
    for at, (sentence, said) in enumerate(spoken):
        found.extend(order_claims(text, sentence, said, previous if at - spoken_at <= 1 else []))
        if not said:
            below = paragraphs_below(text, at, spoken, [], told)
            found.extend(sum_claims([below], said) if below else [])
            spoken_at += not text.text[sentence.start : sentence.end].strip()  # a blank is no sentence between
            continue
        hidden: set[int] = set()
        found.extend(balance_claims(text, sentence, said, hidden))
        if at - spoken_at > 1 and spoken[spoken_at][0].paragraph != sentence.paragraph:
            standing, topic = [], []
        if told_in != sentence.paragraph:
            told, topics, told_in = [], [], sentence.paragraph
        lists = groups(said, [*(one for one in topic if one not in standing), *standing], hidden)
        for group in lists:
            continued(group, said, spoken[at + 1 : at + 9], sentence.paragraph)
        below = paragraphs_below(text, at, spoken, lists, told)
        found.extend(sum_claims([*lists, below] if below else lists, said))
        found.extend(trailing_claims(said, topic))
        found.extend(share_claims(said, lists, previous, earlier))
        found.extend(change_claims(said, previous, earlier, adjusted))
        found.extend(step_claims(said))
        found.extend(saving_claims(text, said, topics))
        found.extend(rate_claims(text, said, previous))
        found.extend(grade_claims(text, sentence, said))
        found.extend(move_claims(text, at, spoken))
        amounts = [s for s in said if s.amount]
        told = (told + amounts)[-24:]
        topic = [group.total for group in lists[-1:]] or (amounts if len(amounts) == 1 else [])
        topics = [*topics, *topic][-4:]
        earlier = (earlier + amounts)[-MEMORY:]
        previous, spoken_at = said[-24:], at
        standing = previous if amounts else standing
        memory.add(said)
    found.extend(formula_claims(text))
    found.extend(count_claims(text))
    found.extend(memory.claims())
    return found
