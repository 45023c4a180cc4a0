"""One slip is told once: what follows from a wrong cell is not called wrong beside it.

Runs when every check has run, over their findings. A finding follows from another

- when the same check finds the same in a cell that its own cell shows or is worked out from, or twice in one cell; a blank cell is one matter, whatever else states its figure;
- when a cell of it is, shows or is worked out from one that has slipped by a power of ten, alone or with its whole form, or from a text that formulas do not
  count: then the slip is the story;
- when it misses the figure of a cell whose formula gives one and was only not recomputed;
- when its cell shows, or is worked out from, what stood on a sheet that is not there any more: what that gave nobody knows;
- when it judges by a figure that the form itself contradicts;
- when it is not made any more once a cell of it, found wrong or not recomputed, holds what it should.

What follows is not evaluated until the other is mended: nothing that fails is ever counted as passed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from ziping.checks.book import DELETED, Book, fact
from ziping.checks.catalogue import Check, Failed, Unknown
from ziping.checks.links import with_formula
from ziping.checks.recomputed import recomputed
from ziping.checks.references import sources
from ziping.checks.sheets import lost
from ziping.checks.supposed import STALE, following
from ziping.checks.ties import Tie, empty, places
from ziping.evaluation import Place
from ziping.findings import Finding, Severity

FIGURES = frozenset({"footing", "ledger", "carryover", "rates", "totals", "derived", "projects", "across", "singled", "limits", "monitoring", "units", "previous"})
"""The families that compare amounts: a total worked out from a wrong part is wrong because of it."""
JUDGING = frozenset({"carryover", "derived", "limits", "across"})
"""The families that judge by figures for which others answer."""
ANSWERING = frozenset({"footing", "ledger"})
SUMMED = frozenset({"formula-error", "complete-negative"})
"""What a formula shows because one of its cells does."""
WHOLE_FORM = "unit-form"
LOST = "formula-sheet"
NO_RESULT = "formula-no-result"  # told of many cells together
SLIPPED = frozenset({WHOLE_FORM, "unit-factor", "unit-magnitude", "formula-text"})
RANK = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


@dataclass(frozen=True)
class Origins:
    """What the cells of a workbook are worked out from, followed through its formulas."""

    formulas: Mapping[Place, str]
    followed: dict[Place, frozenset[Place]] = field(default_factory=dict, repr=False, compare=False)

    def direct(self, cell: Place) -> tuple[Place, ...]:
        formula = self.formulas.get(cell)
        return sources(formula, cell.sheet) if formula is not None else ()

    def made_of(self, cell: Place) -> frozenset[Place]:
        """Every cell that goes into this one, itself included."""
        known = self.followed.get(cell)
        if known is None:
            known = self.followed[cell] = self._made_of(cell)
        return known

    def _made_of(self, cell: Place) -> frozenset[Place]:
        found, ahead = {cell}, [cell]
        while ahead:
            for each in self.direct(ahead.pop()):
                if each not in found:
                    found.add(each)
                    ahead.append(each)
        return frozenset(found)

    def shown(self, cell: Place) -> Place:
        """The cell that this one shows, in whatever unit; itself when it shows no single other."""
        for _ in range(9):
            sources = self.direct(cell)
            if len(sources) != 1 or sources[0] == cell:
                break
            cell = sources[0]
        return cell


@fact
def origins(book: Book) -> Origins:
    notes = [datum for form in book.evaluation.forms for datum in form.notes.values() if datum.formula and datum.place is not None]
    return Origins({datum.place: datum.formula for datum in (*[cell.datum for cell in with_formula(book)], *notes)})  # type: ignore[misc]


@fact
def goes_into(book: Book, tie: Tie) -> frozenset[Place]:
    """The cells of a tie and every cell that these are worked out from."""
    where = origins(book)
    return frozenset().union(*(where.made_of(place) for place in places(tie.total, *tie.terms)))


def blank(book: Book, place: Place) -> bool:
    """Whether nothing is stated in one of the cells that the forms have."""
    cell = book.cell_at.get(place)
    return cell is not None and empty(cell.datum)


def source(book: Book, place: Place | None) -> Place | None:
    """The cell of another sheet that this one shows, None for a cell of its own: there it is mended. A sheet that is not there shows nothing."""
    if place is None:
        return None
    shown = origins(book).shown(place)
    there = book.evaluation.sheets
    return shown if shown.sheet != place.sheet and (not there or shown.sheet in there) else None


def told_once(
    book: Book, findings: list[Finding], families: Mapping[str, str], checks: Mapping[str, Check] = MappingProxyType({}),
) -> tuple[list[Finding], Mapping[str, int]]:
    """The findings without those that follow from others, and how many of each code were left out. families, checks: the family and the check of each code."""
    if len(findings) < 2:
        return findings, {}
    findings, lacking = of_lost(book, findings)
    findings, dropped = not_recomputed(book, findings)
    dropped += lacking
    kept, others = slips(book, findings, families)
    dropped += others
    follow = same_check(book, kept, families)
    others = [(index, finding) for index, finding in enumerate(kept) if index not in follow]
    found = following(book, [finding for _, finding in others], checks, families)
    follow |= {index for number, (index, _) in enumerate(others) if number in found}
    left = [index for index in range(len(kept)) if index not in follow]
    follow |= {left[number] for number in judged_by_what_is_wrong([kept[index] for index in left], families)}
    dropped += [finding for index, finding in enumerate(kept) if index in follow]
    return [finding for index, finding in enumerate(kept) if index not in follow], Counter(finding.code for finding in dropped)


def not_recomputed(book: Book, findings: list[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Without what misses a figure that only waits to be computed again: (kept, left out)."""
    if not any(finding.code == STALE for finding in findings):
        return findings, []
    results = recomputed(book)
    due = {event.place for event in results if isinstance(event, Failed) and event.place is not None and blank(book, event.place)}
    if due:  # nothing was computed: neither were the blank ones that lead to cells which were not read for that reason, unless a blank input is theirs
        beyond = {event.place for event in results if isinstance(event, Unknown) and event.place is not None and blank(book, event.place)}
        due |= {place for place in beyond if not inputs_missing(book, place)}
    lacking = {index for index, finding in enumerate(findings) if finding.place in due and finding.code != STALE}
    return [f for index, f in enumerate(findings) if index not in lacking], [findings[index] for index in sorted(lacking)]


def of_lost(book: Book, findings: list[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Without what is told of cells that refer to a sheet that is not there, or to cells that do: (kept, left out)."""
    gone = {each.datum.place for each in lost(book)}
    if not gone:
        return findings, []
    gone |= {cell.datum.place for cell in with_formula(book) if cell.datum.error == DELETED or DELETED in str(cell.datum.formula)}
    where = origins(book)
    left = {id(f) for f in findings if f.place is not None and f.code != LOST and all(
        not gone.isdisjoint(where.made_of(place)) for place in (cells(f) if f.code == NO_RESULT else (f.place,)))}
    return [f for f in findings if id(f) not in left], [f for f in findings if id(f) in left]


def inputs_missing(book: Book, place: Place) -> bool:
    """Whether a cell's formula is worked out from a blank cell that holds none."""
    where = origins(book)
    return any(each not in where.formulas and blank(book, each) for each in where.made_of(place))


def cells(finding: Finding) -> tuple[Place, ...]:
    return (*((finding.place,) if finding.place is not None else ()), *finding.related)


def slips(book: Book, findings: list[Finding], families: Mapping[str, str]) -> tuple[list[Finding], list[Finding]]:
    """Each slip of a power of ten with what comes of it: it is told in their stead, as gravely as the gravest of them."""
    found = [finding for finding in findings if finding.code in SLIPPED and finding.place is not None]
    if not found:
        return findings, []
    where = origins(book)
    reached = {
        id(f): frozenset().union(*(where.made_of(place) for place in cells(f))) for f in findings
        if families.get(f.code) in FIGURES or f.place in where.formulas and blank(book, f.place)}
    stories: dict[Place, Finding] = {}  # of a whole form before that of a cell, and told in the cell itself rather than in one that shows it
    for finding in sorted(found, key=lambda f: (f.code != WHOLE_FORM, where.shown(f.place) != f.place)):  # type: ignore[arg-type]
        for root in slipped_cells(finding):
            stories.setdefault(where.shown(root), finding)
    reach = {root: sum(root in cells_reached for cells_reached in reached.values()) for root in stories}
    told: dict[int, Finding] = {}
    gone: set[int] = set()
    for root in sorted(stories, key=lambda each: (stories[each].code != WHOLE_FORM, -reach[each], len(where.made_of(each)))):
        slip = stories[root]
        if id(slip) in gone:
            continue
        for finding in findings:
            if finding is not slip and id(finding) not in gone | told.keys() and root in reached.get(id(finding), ()) and not apart_from(slip, reached[id(finding)]):
                gone.add(id(finding))
                told[id(slip)] = joined(told.get(id(slip), slip), finding)
        told.setdefault(id(slip), slip)
    kept = [concluded(told[id(f)], f) if id(f) in told else f for f in findings if id(f) not in gone]
    return kept, [finding for finding in findings if id(finding) in gone]


def slipped_cells(slip: Finding) -> tuple[Place, ...]:
    """The cells that have slipped: the one it is told in, or all of its sheet."""
    if slip.code != WHOLE_FORM:
        return (slip.place,)  # type: ignore[return-value]
    return tuple(place for place in cells(slip) if place.sheet == slip.place.sheet)  # type: ignore[union-attr]


def apart_from(slip: Finding, reached: frozenset[Place]) -> bool:
    """Whether a finding has nothing to do with the unit of a form that slipped as a whole: all that goes into its cells stands within that form."""
    return slip.code == WHOLE_FORM and all(place.sheet == slip.place.sheet for place in reached)  # type: ignore[union-attr]


def joined(slip: Finding, follows: Finding) -> Finding:
    related = tuple(dict.fromkeys(place for place in (*slip.related, *cells(follows)) if place != slip.place))
    return replace(slip, related=related, severity=max(slip.severity, follows.severity, key=RANK.__getitem__))


def concluded(slip: Finding, alone: Finding) -> Finding:
    others = len(slip.related) - len(alone.related)
    return replace(slip, message=f"{slip.message[:-1]}，改正后再校验一次。") if others or slip.severity != alone.severity else slip


def same_check(book: Book, findings: list[Finding], families: Mapping[str, str]) -> set[int]:
    """Findings of a check that it makes already in a cell theirs is worked out from, or in the same cell with the same figure expected."""
    by_code: dict[str, list[int]] = {}
    for index, finding in enumerate(findings):
        if finding.place is not None:
            by_code.setdefault(finding.code, []).append(index)
    following: set[int] = set()
    for code, indices in by_code.items():
        if len(indices) < 2:
            continue
        met: set[Place] = set()
        for index in indices:
            place = findings[index].place
            if place in met:
                following.add(index)
            elif blank(book, place):  # type: ignore[arg-type]
                met.add(place)
        where = origins(book)
        shown = {index: where.shown(findings[index].place) for index in indices}  # type: ignore[arg-type]
        made = {index: where.made_of(shown[index]) if families.get(code) in FIGURES or code in SUMMED else {shown[index]} for index in indices}
        for index in indices:
            for other in indices:
                if other == index or other in following:
                    continue
                if shown[index] == shown[other]:
                    if repeated(findings[index], findings[other], first=other < index, root=shown[other]):
                        following.add(index)
                elif shown[other] in made[index]:
                    following.add(index)
    return following


def repeated(finding: Finding, other: Finding, first: bool, root: Place) -> bool:
    """Whether a finding in a cell says no more than another in the same cell, or in the one that its cell shows."""
    if finding.place != other.place:
        return other.place == root or (first and finding.place != root)  # type: ignore[arg-type]
    if not first or finding.expected is None or other.expected is None:
        return False
    slack = (finding.tolerance or 0) + (other.tolerance or 0)
    return slack > 0 and abs(finding.expected - other.expected) <= slack


def judged_by_what_is_wrong(findings: list[Finding], families: Mapping[str, str]) -> set[int]:
    """What is judged by a figure that the form itself contradicts."""
    wrong = {finding.place for finding in findings if families.get(finding.code) in ANSWERING and finding.severity is Severity.ERROR and finding.place}
    return {
        index for index, finding in enumerate(findings)
        if families.get(finding.code) in JUDGING and finding.difference is not None and any(place in wrong for place in cells(finding))}
