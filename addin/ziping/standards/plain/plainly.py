"""A standard put plainly: the rooms that give each turn of phrase its one wording, in the order in which they are asked.

From the widest to the narrowest, so that each room meets the words it knows and none has taken away what another still needs (the words of points are
one already, see `synonyms`): bounds and targets first, then points that stand apart from what earns them, demands and steps; what says nothing goes,
and what points back is put in full, while all that it points at still stands; formulas and rungs run through several clauses and come before the
sections are cut, which they would cross; the label goes when the section with the rule is chosen, and before the layouts that begin where the rule
begins; brackets come last, for until then they may be points, marks or formulas.
"""

from __future__ import annotations

from ziping.standards.clauses.hundredths import marks_shared
from ziping.standards.clauses.sections import rule_of, without_glosses
from ziping.standards.plain.aimed import plainly_aimed
from ziping.standards.plain.announced import unannounced
from ziping.standards.plain.apart import awarded_before, bands_in_brackets, bare_points, bracket_points, named_points, signed_points, whole_behind
from ziping.standards.plain.asked_for import asked_for
from ziping.standards.plain.backward import pointing_back
from ziping.standards.plain.below_average import below_average
from ziping.standards.plain.bounding import plainly_bounded
from ziping.standards.plain.each_rate import each_rate
from ziping.standards.plain.enough import plainly_demanded
from ziping.standards.plain.forgiving import forgiving
from ziping.standards.plain.grading import grades_joined
from ziping.standards.plain.in_parts import taken_in_parts
from ziping.standards.plain.layouts import answered, one_of_the_listed, ungraded
from ziping.standards.plain.leading import unlabelled
from ziping.standards.plain.overdue import plainly_overdue
from ziping.standards.plain.passing import in_passing
from ziping.standards.plain.percentile import among_the_first
from ziping.standards.plain.places import places
from ziping.standards.plain.quotients import one_rate
from ziping.standards.plain.reckoned import bracketed_formula, coefficients, either_way, letters_told, plainly_reckoned
from ziping.standards.plain.respective import one_by_one
from ziping.standards.plain.rungs import rungs
from ziping.standards.plain.short_of import distances_below
from ziping.standards.plain.striding import plainly_stepped
from ziping.standards.plain.up_to_all import up_to_all
from ziping.standards.plain.wordy import unsaid
from ziping.standards.sayings.evenly import evenly

__all__ = ["plainly"]

_ROOMS = (
    signed_points, evenly, places, each_rate, among_the_first, below_average, in_passing, forgiving, asked_for, plainly_bounded, up_to_all, distances_below, plainly_aimed, grades_joined,
    one_by_one, named_points, plainly_demanded, plainly_stepped, plainly_overdue,
    unsaid, pointing_back, unannounced,
    taken_in_parts, marks_shared, letters_told, either_way, one_rate, plainly_reckoned, rungs,
    rule_of, unlabelled,
    answered, ungraded, coefficients, bracket_points, one_of_the_listed,
    whole_behind, awarded_before, bracketed_formula, bare_points, bands_in_brackets, without_glosses,
)  # fmt: skip


def plainly(source: str) -> str:
    """The standard as the grammar reads it."""
    for room in _ROOMS:
        source = room(source)
    return source
