"""The tables of rows run: right points where there is one answer, the named refusal where there is none."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

import pytest

from standards import (
    rows_actuals,
    rows_another,
    rows_asked_for,
    rows_bands,
    rows_bare,
    rows_besides,
    rows_budget,
    rows_cases,
    rows_cells,
    rows_charged,
    rows_claims,
    rows_compound,
    rows_defaults,
    rows_definitions,
    rows_degrees,
    rows_dimensions,
    rows_distances,
    rows_edges,
    rows_evenly,
    rows_faults,
    rows_happened,
    rows_in_passing,
    rows_lacked,
    rows_ladders,
    rows_left_out,
    rows_lines,
    rows_lists,
    rows_missing,
    rows_mixed,
    rows_named,
    rows_named_more,
    rows_named_tasks,
    rows_one_reading,
    rows_one_word_away,
    rows_ordinary,
    rows_others,
    rows_phrasings,
    rows_plain,
    rows_plainest,
    rows_pointing,
    rows_projects,
    rows_propositions,
    rows_published,
    rows_published_turns,
    rows_put_plainly,
    rows_ranks,
    rows_rates,
    rows_read_closely,
    rows_requirements,
    rows_rungs,
    rows_scales,
    rows_sectors,
    rows_shapes,
    rows_shared_out,
    rows_shorthand,
    rows_since,
    rows_statements,
    rows_steps,
    rows_surroundings,
    rows_synonyms,
    rows_tabled,
    rows_tables,
    rows_tellings,
    rows_told_in_brief,
    rows_told_in_short,
    rows_told_otherwise,
    rows_told_together,
    rows_too_little,
    rows_turns,
    rows_two_figures,
    rows_two_readings,
    rows_typed,
    rows_units,
    rows_unsaid,
    rows_usual,
    rows_verbs,
    rows_whole,
    rows_wholes,
    rows_widened,
    rows_windows,
    rows_wordings,
    rows_words,
)
from ziping.standards import NotScorable, Rule, score, understand

TABLES = {
    "held to a number": rows_read_closely.HELD_TO,
    "both of two": rows_read_closely.BOTH_OF_TWO,
    "named periods": rows_read_closely.NAMED_PERIODS,
    "in each period": rows_read_closely.IN_EACH_PERIOD,
    "which way is better": rows_read_closely.WHICH_WAY,
    "rates told": rows_read_closely.RATES_TOLD,
    "yes or no": rows_read_closely.YES_OR_NO,
    "parts and wholes": rows_wholes.WHOLES,
    "listed evenly": rows_evenly.EVENLY,
    "on a line": rows_lines.LINES,
    "cut-off days": rows_lines.CUT_OFF,
    "bands without points": rows_lines.BRACKETED,
    "counted of a goal": rows_lines.COUNTED,
    "told beside a name": rows_lines.TOLD_BESIDE,
    "put plainly": rows_put_plainly.PUT_PLAINLY,
    "charged": rows_charged.CHARGED,
    "windows of time": rows_windows.WINDOWS,
    "less of a proportion": rows_rates.REDUCED,
    "off by so much": rows_rates.OFF_BY,
    "missing of a list": rows_missing.MISSING,
    "named more": rows_named_more.NAMED_MORE,
    "named tasks": rows_named_tasks.NAMED_TASKS,
    "shares of a task": rows_named_tasks.SHARES_OF_A_TASK,
    "beside its goal": rows_named_tasks.BESIDE_ITS_GOAL,
    "around the target": rows_named_tasks.AROUND_THE_TARGET,
    "left to the officer": rows_named_tasks.LEFT_TO_THE_OFFICER,
    "one after the other": rows_named_tasks.ONE_AFTER_THE_OTHER,
    "cases of two": rows_named_tasks.CASES_OF_TWO,
    "faults beside": rows_named_tasks.FAULTS_BESIDE,
    "in proportion": rows_named_tasks.IN_PROPORTION,
    "of the same things": rows_budget.OF_THE_SAME_THINGS,
    "to the goal": rows_budget.TO_THE_GOAL,
    "beside its budget": rows_budget.BESIDE_ITS_BUDGET,
    "from an event on": rows_budget.FROM_AN_EVENT_ON,
    "one way alone": rows_budget.ONE_WAY_ALONE,
    "in time and as demanded": rows_budget.IN_TIME_AND_AS_DEMANDED,
    "over by name": rows_budget.OVER_BY_NAME,
    "done by name": rows_budget.DONE_BY_NAME,
    "as grave as it is": rows_budget.AS_GRAVE_AS_IT_IS,
    "tabled": rows_tabled.TABLED,
    "words of points": rows_wordings.GIVEN,
    "words of bounds": rows_wordings.BOUNDED,
    "words of steps": rows_wordings.STEPPED,
    "what leads up to a rule": rows_wordings.LED_UP_TO,
    "beside a figure": rows_besides.BESIDES,
    "since last year": rows_since.SINCE,
    "moved": rows_tabled.MOVED,
    "read whole": rows_tabled.READ_WHOLE,
    "thresholds": rows_ladders.THRESHOLDS,
    "steps": rows_ladders.STEPS,
    "bands": rows_ladders.BANDS,
    "proportion": rows_words.PROPORTION,
    "occurrence": rows_words.OCCURRENCE,
    "pointing back": rows_pointing.POINTING_BACK,
    "announced": rows_pointing.ANNOUNCED,
    "marks shared": rows_pointing.MARKS,
    "contraries": rows_pointing.CONTRARIES,
    "more pointing": rows_pointing.MORE_POINTING,
    "each period": rows_pointing.EACH_PERIOD,
    "by measure": rows_pointing.BY_MEASURE,
    "questions": rows_pointing.QUESTIONS,
    "words": rows_words.WORDS,
    "additive": rows_words.ADDITIVE,
    "refused": rows_words.REFUSED,
    "propositions": rows_propositions.PROPOSITIONS,
    "published": rows_published.PUBLISHED,
    "verbs": rows_verbs.VERBS,
    "lists": rows_lists.LISTS,
    "bracketed bands": rows_bands.BANDS,
    "definitions": rows_definitions.DEFINITIONS,
    "tables": rows_tables.TABLES,
    "projects": rows_projects.MORE,
    "phrasings": rows_phrasings.PHRASINGS,
    "around the phrasings": rows_phrasings.AROUND,
    "cells": rows_cells.CELLS,
    "stated": rows_cells.STATED,
    "unsure": rows_cells.UNSURE,
    "edges": rows_edges.EDGES,
    "shares": rows_steps.STEPS,
    "beyond": rows_steps.BEYOND,
    "whole": rows_whole.WHOLE,
    "units": rows_units.UNITS,
    "usual": rows_usual.USUAL,
    "usual periods": rows_usual.PERIODS,
    "usual, wider": rows_usual.WIDER,
    "mismatched": rows_units.MISMATCHED,
    "another": rows_another.ANOTHER,
    "left out": rows_left_out.LEFT_OUT,
    "opposed": rows_left_out.OPPOSED,
    "shortened names": rows_left_out.NAMES,
    "shapes": rows_shapes.SHAPES,
    "periods and places": rows_shared_out.PERIODS_AND_PLACES,
    "grades and points": rows_shared_out.GRADES_AND_POINTS,
    "figures told apart": rows_shared_out.FIGURES,
    "told piece by piece": rows_shared_out.TOLD_PIECE_BY_PIECE,
    "shorthand": rows_shorthand.SHORTHAND,
    "distances": rows_distances.DISTANCES,
    "rates": rows_rates.RATES,
    "completed shares": rows_rates.SHARES,
    "scales": rows_scales.SCALES,
    "sectors": rows_sectors.SECTORS,
    "beside": rows_sectors.BESIDE,
    "tellings": rows_tellings.TELLINGS,
    "happened": rows_happened.HAPPENED,
    "faults": rows_faults.FAULTS,
    "contrasts": rows_faults.CONTRASTS,
    "actuals": rows_actuals.ACTUALS,
    "mixed": rows_mixed.MIXED,
    "tardy": rows_units.TARDY,
    "dimensions": rows_dimensions.DIMENSIONS,
    "demanded": rows_dimensions.DEMANDED,
    "changes": rows_dimensions.CHANGES,
    "ladders of dates": rows_dimensions.DEADLINES,
    "listed": rows_dimensions.LISTED,
    "claims": rows_claims.CLAIMS,
    "ranks": rows_ranks.RANKS,
    "stairs": rows_ranks.STAIRS,
    "late": rows_ranks.LATE,
    "branches": rows_ranks.BRANCHES,
    "surroundings": rows_surroundings.SURROUNDINGS,
    "points given in many words": rows_synonyms.GIVEN,
    "points taken in many words": rows_synonyms.TAKEN,
    "conditions opened in many words": rows_synonyms.OPENED,
    "denied in many words": rows_synonyms.DENIED,
    "a number that was found": rows_synonyms.SEEN,
    "answers in many words": rows_synonyms.ANSWERED,
    "faults by their names": rows_synonyms.NAMED_FAULTS,
    "things listed once": rows_synonyms.LISTED_ONCE,
    "grades by less than their names": rows_synonyms.GRADED_ONCE,
    "joint": rows_surroundings.JOINT,
    "judged": rows_surroundings.JUDGED,
    "years": rows_requirements.CHANGES,
    "events": rows_requirements.EVENTS,
    "more": rows_requirements.MORE,
    "from nothing": rows_requirements.FROM_NOTHING,
    "said": rows_requirements.SAID,
    "requirements": rows_requirements.REQUIREMENTS,
    "choices": rows_surroundings.CHOICES,
    "turns": rows_turns.TURNS,
    "cases of several conditions": rows_cases.CASES,
    "asked for": rows_asked_for.ASKED_FOR,
    "in passing": rows_in_passing.IN_PASSING,
    "told otherwise": rows_told_otherwise.TOLD_OTHERWISE,
    "named bands": rows_told_together.NAMED_BANDS,
    "whose number": rows_told_together.WHOSE_NUMBER,
    "two lacking": rows_told_together.TWO_LACKING,
    "found and left": rows_told_together.FOUND_AND_LEFT,
    "against its contrary": rows_told_together.AGAINST_ITS_CONTRARY,
    "how far": rows_told_together.HOW_FAR,
    "left of a limit": rows_told_together.LEFT_OF_A_LIMIT,
    "two figures": rows_two_figures.TWO_FIGURES,
    "too little": rows_too_little.TOO_LITTLE,
    "named": rows_named.NAMED,
    "asked": rows_named.DEMANDED,
    "plausible": rows_named.PLAUSIBLE,
    "statements": rows_statements.STATEMENTS,
    "degrees": rows_degrees.DEGREES,
    "bracketed": rows_degrees.BRACKETED,
    "compared": rows_degrees.COMPARED,
    "short": rows_degrees.SHORT,
    "late again": rows_degrees.TARDY,
    "around": rows_degrees.AROUND,
    "falling": rows_degrees.FALLING,
    "from the target": rows_degrees.FROM_THE_TARGET,
    "found": rows_degrees.FOUND,
    "bare": rows_bare.BARE,
    "ordinary": rows_ordinary.ORDINARY,
    "beside the ordinary": rows_ordinary.BESIDE,
    "others": rows_others.OTHERS,
    "several": rows_others.SEVERAL,
    "overruns": rows_others.OVERRUNS,
    "typed": rows_typed.TYPED,
    "compound": rows_compound.COMPOUND,
    "widened": rows_widened.WIDENED,
    "rungs": rows_rungs.RUNGS,
    "caps told as distances": rows_one_reading.DISTANCES,
    "a number named as the base": rows_one_reading.NAMED_BASE,
    "left out of a figure": rows_one_reading.LEFT_OUT_OF_IT,
    "milestones": rows_one_reading.MILESTONES,
    "each that is had": rows_one_reading.HAD,
    "said of each": rows_one_reading.SAID_OF_EACH,
    "both in time": rows_one_reading.BOTH_IN_TIME,
    "bands of lateness": rows_one_reading.LATE_BANDS,
    "shares of the target": rows_one_reading.BY_SHARES,
    "posts and staff": rows_one_reading.POSTS,
    "done late": rows_one_reading.DONE_LATE,
    "of each of them": rows_told_in_brief.OF_EACH,
    "in brief": rows_told_in_brief.IN_BRIEF,
    "by level": rows_told_in_brief.BY_LEVEL,
    "it happened": rows_told_in_brief.IT_HAPPENED,
    "by a month": rows_told_in_brief.BY_A_MONTH,
    "there or not": rows_told_in_short.THERE_OR_NOT,
    "one of several things denied": rows_told_in_short.ONE_OF_THEM,
    "denied at the end": rows_told_in_short.DENIED_AT_THE_END,
    "a rate beside counts": rows_told_in_short.RATE_BESIDE_COUNTS,
    "one case named": rows_told_in_short.ONE_CASE_NAMED,
    "quarters and half-years": rows_told_in_short.EACH_PERIOD,
    "told in full": rows_told_in_short.TOLD_IN_FULL,
    "one word away": rows_one_word_away.ONE_WORD_AWAY,
    "plain": rows_plain.PLAIN,
    "plainest": rows_plainest.PLAINEST,
    "beside the widened": rows_widened.BESIDE,
    "plainly": rows_widened.PLAINLY,
    "turns of phrase": rows_published_turns.TURNS_OF_PHRASE,
    "more turns": rows_published_turns.MORE_TURNS,
    "unsaid": rows_unsaid.UNSAID,
    "denied limits": rows_unsaid.DENIED_LIMITS,
    "more denied limits": rows_unsaid.MORE_LIMITS,
    "contrary": rows_unsaid.CONTRARY,
    "bands and slips": rows_lacked.BANDS_AND_SLIPS,
    "moved each period": rows_lacked.MOVED_EACH_PERIOD,
    "or nothing": rows_lacked.OR_NOTHING,
    "lacked": rows_lacked.LACKED,
    "levels": rows_lacked.LEVELS,
    "all and none": rows_unsaid.ALL_AND_NONE,
    "conditions beside a number": rows_two_readings.CONDITIONS_BESIDE,
    "figures of two readings": rows_two_readings.FIGURES,
    "sums over a total": rows_two_readings.SUMS,
    "levels told": rows_two_readings.LEVELS_TOLD,
    "counts of two readings": rows_two_readings.COUNTS,
    "exceptions and asides": rows_two_readings.EXCEPTIONS_AND_ASIDES,
}
ROWS = [pytest.param(*row, id=f"{table}-{row[0]} | {row[3]}") for table, rows in TABLES.items() for row in rows]
DEFAULTS = [pytest.param(*row, id=f"{row[1]} | {row[2]}") for row in rows_defaults.REACHED + rows_defaults.DIRECTIONS + rows_defaults.QUALITY + rows_defaults.DEADLINES + rows_units.METHODS + rows_bare.WITHOUT_STANDARD]
STANDARDS = sorted({row[0] for rows in TABLES.values() for row in rows})


def outcome(points: object, target: object, actual: object, standard: object = None) -> Decimal | str:
    try:
        result = score(points, target, actual, standard)  # type: ignore[arg-type]
    except NotScorable as refusal:
        return str(refusal)
    assert result is not None
    assert result.explanation.endswith("。")
    assert result.explanation.count("。") == 1
    assert 0 <= result.points <= result.full
    return result.points


def agrees(got: Decimal | str, expected: str) -> bool:
    try:
        return got == Decimal(expected)
    except InvalidOperation:
        return isinstance(got, str) and expected in got


@pytest.mark.parametrize(("standard", "points", "target", "actual", "expected"), ROWS)
def test_a_standard_gives_the_points_that_it_says(standard: str, points: object, target: object, actual: object, expected: str) -> None:
    got = outcome(points, target, actual, standard)
    assert agrees(got, expected), f"expected {expected}, got {got}"


@pytest.mark.parametrize(("points", "target", "actual", "expected"), DEFAULTS)
def test_without_a_standard_the_general_rules_hold(points: object, target: object, actual: object, expected: str) -> None:
    got = outcome(points, target, actual)
    assert agrees(got, expected), f"expected {expected}, got {got}"


@pytest.mark.parametrize(("points", "target", "actual"), rows_defaults.BLANK)
def test_a_blank_cell_is_not_zero(points: object, target: object, actual: object) -> None:
    assert score(points, target, actual) is None  # type: ignore[arg-type]


def understood(standard: str) -> Rule | str:
    try:
        return understand(standard)
    except NotScorable as refusal:
        return str(refusal)


@pytest.mark.parametrize("standard", STANDARDS)
def test_the_rendering_reads_back_as_the_same_rule_or_the_refusal_says_why(standard: str) -> None:
    rule = understood(standard)
    if isinstance(rule, str):
        assert re.search(r"评分标准.*请.*。$", rule)
    else:
        assert rule.render().startswith("理解为：")
        assert understand(rule.render()) == rule


def test_there_are_enough_rows() -> None:
    assert sum(map(len, TABLES.values())) + len(DEFAULTS) >= 200
