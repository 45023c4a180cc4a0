"""The whole reading of a text: every claim and finding, in the order of the text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ziping.findings import Finding
from ziping.prose.claims import Claim
from ziping.prose.reading import Said, read_sentence
from ziping.prose.sentences import Text, read_text
from ziping.prose.shares import share_claims
from ziping.prose.sums import groups, sum_claims

__all__ = ["ProseResult", "check_prose"]

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
    read = read_text(text)
    claims = sorted(_claims(read), key=lambda claim: (claim.start, claim.end))
    return ProseResult(tuple(replace(claim, quote=text[claim.start : claim.end]) for claim in claims))


def _claims(text: Text) -> list[Claim]:
    found: list[Claim] = []
    earlier: list[Said] = []
    previous: list[Said] = []
    for sentence in text.sentences:
        said = read_sentence(text, sentence)
        if not said:
            continue
        lists = groups(said, previous)
        found.extend(sum_claims(lists, said))
        found.extend(share_claims(said, lists, previous, earlier))
        earlier = (earlier + [s for s in said if s.amount])[-MEMORY:]
        previous = said[-24:]
    return found
