"""What would still be found once a wrong cell is put right: a finding that is not made any more follows from that cell and says nothing of its own.

A total that is told from a wrong part, a rate or score that is told from a wrong amount or from a formula that was not recomputed would all be
told to become wrong as well. Nothing is left out that does not agree as soon as the one cell does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from typing import Any

from ziping.amounts import PERCENT, Figure
from ziping.checks.book import Book
from ziping.checks.catalogue import Check, Failed
from ziping.checks.cells import Content
from ziping.checks.followed import cells_over, followed
from ziping.checks.recomputed import recomputed
from ziping.evaluation import Datum, Evaluation, Place
from ziping.findings import Finding, Severity

CORRECTING = frozenset({"footing", "ledger", "rates", "totals", "projects", "across", "previous"})
"""The families that say what figure belongs into a cell."""
JUDGED = CORRECTING | {"carryover", "derived", "limits", "monitoring"}
"""Those whose findings may follow from a wrong figure elsewhere."""
STALE = "formula-stale"
SOURCE = "single-source"
"""A formula over the wrong figure, which is not to be changed: what else is told of its result follows too."""
SINGLED = frozenset({"single-figure", SOURCE, "single-part"})
"""What they say of a cell is said because all others agree: it follows from none of them."""
CONSTANT = frozenset({"rate-share-sum"})
"""What these expect is worked out from no cell."""
MOST = 40  # wrong cells that are tried


def following(book: Book, findings: Sequence[Finding], checks: Mapping[str, Check], families: Mapping[str, str]) -> set[int]:
    """The findings that are not made any more when a cell of theirs holds what it should."""
    about = [
        index for index, each in enumerate(findings)
        if families.get(each.code) in JUDGED and each.shown_expected and each.shown_actual and each.code not in CONSTANT]
    judged = [index for index in about if not findings[index].bound]
    if not judged and not any(each.code in SINGLED for each in findings):
        return set()
    due = stale_cells(book)
    stale = followed(book, due).figures if due else due
    named = {place for each in findings if each.code == STALE for place in (each.place, *each.related)}  # where many are told together, not what they use
    gone = explained(book, findings, about, stale, checks, families) if stale else set()
    gone = {index for index in gone if findings[index].place not in due or named.issuperset(findings[index].related) or not due.keys().isdisjoint(findings[index].related)}
    left = [index for index in judged if index not in gone]
    used = {place for index in left for place in findings[index].related}
    judged_in = used | {findings[index].place for index in left}
    told: dict[Place, list[int]] = {}
    for index in [*(index for index, each in enumerate(findings) if each.code in SINGLED), *left]:
        each = findings[index]
        correcting = each.code in SINGLED or (families[each.code] in CORRECTING and each.severity is Severity.ERROR)
        if correcting and each.place not in stale and each.difference is not None and (
            each.code in SINGLED or each.place in used or not judged_in.isdisjoint(cells_over(book, (each.place,)))
        ):
            told.setdefault(each.place, []).append(index)
    reach: dict[int, set[int]] = {}
    for indices in list(told.values())[:MOST]:
        index = indices[0]
        figure = corrected(book, findings[index].place, findings[index].expected)  # type: ignore[arg-type]
        if figure is not None:
            others = [  # a limit that is passed tells no right figure, but may follow from a wrong one
                other for other in about if other not in gone and (findings[other].place != findings[index].place or findings[other].bound or findings[index].code == SOURCE)]
            right = followed(book, {findings[index].place: figure}).figures  # type: ignore[dict-item]
            reach[index] = explained(book, findings, others, right, checks, families)
    roots: list[int] = []
    for index in reach:
        if not any(index in reach[other] and (other not in reach[index] or other in roots) for other in reach if other != index):
            roots.append(index)
    return gone.union(*(reach[index] for index in roots))


def stale_cells(book: Book) -> dict[Place, Figure]:
    """What the formulas give that were not recomputed, where the file holds another figure."""
    found = {}
    for event in recomputed(book):
        if isinstance(event, Failed) and event.place is not None and (figure := corrected(book, event.place, event.expected)) is not None:
            found[event.place] = figure
    return found


def corrected(book: Book, place: Place, expected: Decimal | None) -> Figure | None:
    """The figure that belongs into a cell that holds another one."""
    cell = book.cell_at.get(place)
    if cell is None or cell.datum.figure is None or expected is None:
        return None
    unit = PERCENT if cell.content is Content.RATE else cell.datum.figure.unit
    return Figure(expected, unit, cell.datum.figure.decimals)


def explained(
    book: Book, findings: Sequence[Finding], judged: Sequence[int], right: Mapping[Place, Figure], checks: Mapping[str, Check], families: Mapping[str, str],
) -> set[int]:
    """Those of the judged findings that use one of the cells, or stand in it, and in whose cell their family finds nothing new once these are right."""
    touched = [index for index in judged if findings[index].place in right or not right.keys().isdisjoint(findings[index].related)]
    if not touched:
        return set()
    then = Book(put_right(book.evaluation, right), book.last)
    kin = {code: [other for other in checks if families[other] == families[code]] for code in {findings[index].code for index in touched}}
    asked = {other for others in kin.values() for other in others}
    try:
        made = {code: {event.place for event in checks[code].function(then) if isinstance(event, Failed)} for code in asked}
    except Exception:  # a fault of ours in one check, which is told where the checks are run
        return set()
    told = {(each.code, each.place) for each in findings}
    return {
        index for index in touched
        if not any(findings[index].place in made[code] for code in kin[findings[index].code] if code == findings[index].code or (code, findings[index].place) not in told)}


def put_right(evaluation: Evaluation, right: Mapping[Place, Figure]) -> Evaluation:
    """The evaluation with these figures; what stands on other sheets is shared with it."""
    sheets = {place.sheet for place in right}
    known: dict[int, Datum] = {}  # a cell that several rows share stays one

    def mended(part: Any) -> Any:
        if part.__class__ is Datum:
            if part.place not in right:
                return part
            if id(part) not in known:
                known[id(part)] = replace(part, figure=right[part.place], text=str(right[part.place]))
            return known[id(part)]
        if isinstance(part, list):
            return [mended(each) for each in part]
        if isinstance(part, dict):
            return {key: mended(each) for key, each in part.items()}
        if is_dataclass(part):
            changes = {each.name: new for each in fields(part) if (new := mended(old := getattr(part, each.name))) is not old}
            return replace(part, **changes) if changes else part  # type: ignore[type-var]
        return part

    def form(part: Any) -> Any:
        return mended(part) if part is not None and part.sheet in sheets else part

    return replace(
        evaluation, base=form(evaluation.base), overall=form(evaluation.overall), scoring=form(evaluation.scoring), ledger=form(evaluation.ledger),
        projects=[form(each) for each in evaluation.projects], monitors=[form(each) for each in evaluation.monitors])
