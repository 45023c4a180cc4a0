"""Passages that are right whatever figures stand in them: nothing is ever called wrong in them, alone or one after the other."""

from __future__ import annotations

from collections.abc import Callable
from inspect import isfunction
from random import Random

import pytest
from prose import (
    accounts_drawn,
    budgets_drawn,
    chains_drawn,
    counts_drawn,
    money_drawn,
    nested_drawn,
    others_drawn,
    people_drawn,
    projects_drawn,
    results_drawn,
    services_drawn,
    subjects_drawn,
    sums_drawn,
)

from ziping.prose import check_prose
from ziping.prose.judging.claims import ClaimKind, Verdict

Passage = Callable[[Random], str]
MODULES = (
    accounts_drawn, budgets_drawn, chains_drawn, counts_drawn, money_drawn, nested_drawn, others_drawn, people_drawn, projects_drawn,
    results_drawn, services_drawn, subjects_drawn, sums_drawn,
)  # fmt: skip
PASSAGES: list[Passage] = [made for module in MODULES for name, made in vars(module).items() if isfunction(made) and made.__module__ == module.__name__ and name[0] != "_"]
DRAWN = 12


def wrong(text: str) -> list[str]:
    return [f"{claim.quote}：{claim.explanation}" for claim in check_prose(text).claims if claim.verdict is Verdict.FAILS]


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda made: made.__name__.replace("_", " "))
def test_nothing_is_called_wrong_in_a_passage_that_is_right(passage: Passage) -> None:
    for seed in range(DRAWN):
        assert not wrong(passage(Random(seed)))


@pytest.mark.parametrize("seed", range(DRAWN))
def test_nothing_is_called_wrong_where_right_passages_follow_each_other(seed: int) -> None:
    r = Random(seed)
    passages = [passage(r) for passage in r.sample(PASSAGES, len(PASSAGES))]
    text = "\n".join(passages)  # of several bodies: what one tells again of another's is left out
    assert not [claim.quote for claim in check_prose(text).claims if claim.verdict is Verdict.FAILS and claim.kind is not ClaimKind.REPEAT]


def test_most_of_what_they_say_is_understood() -> None:
    claims = [claim for passage in PASSAGES for claim in check_prose(passage(Random(1))).claims]
    assert sum(claim.verdict is Verdict.HOLDS for claim in claims) >= 150
