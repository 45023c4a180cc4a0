"""What a check is: a declaration with the texts people read, over a generator that yields what became of each relation.

A check never raises for bad data, never writes and reads no clock. It yields `PASSED`, `Passed`, `Failed` and `Unknown`, one a relation (many that hold may be told together: `passed`);
one that yields nothing was not applicable. The sentence of a finding is rendered strictly: a placeholder without its value is an
error of the check, not a hole in the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from ziping.evaluation import Datum, Place
from ziping.findings import Finding, Severity, Wording

if TYPE_CHECKING:
    from ziping.checks.book import Book


class Passed(NamedTuple):
    """One equality holds. data: the cells it ties together, of which none can change alone without breaking it.

    relations: how many hold, where those of many single cells are told together.
    """

    data: tuple[Datum | None, ...] = ()
    relations: int = 1


PASSED = Passed()
"""One relation holds that ties no cells together: within a single cell, or between cells that may still change."""


def passed(relations: int) -> Iterator[Passed]:
    """So many relations that hold and tie no cells together."""
    if relations:
        yield Passed(relations=relations)


class Unknown(NamedTuple):
    """One relation could not be evaluated; reason: a clause in Chinese that says what is missing.

    needs: the cells, beside that of the place, that it cannot do without; where one is a formula without a result, that is the reason.
    """

    reason: str
    place: Place | None = None
    needs: tuple[Datum | None, ...] = ()


@dataclass(slots=True, kw_only=True)
class Failed:
    """One relation does not hold. Decimals are in the unit of the cell, `unit` is that unit's word for the sentence.

    expected and actual may be texts alone (shown_*), for names, years and targets. bound: ≤, ≥ or 0– where the expected figure is a limit. args: further placeholders of the message.
    related: the other cells, as they are shown; rests_on: the cells that it was found by, where these are not all of them.
    """

    place: Place | None
    label: str
    expected: Decimal | None = None
    actual: Decimal | None = None
    difference: Decimal | None = None
    tolerance: Decimal | None = None
    shown_expected: str = ""
    shown_actual: str = ""
    shown_difference: str = ""
    shown_tolerance: str = ""
    unit: str = ""
    related: tuple[Place, ...] = ()
    quote: str = ""
    args: dict[str, str] = field(default_factory=dict)
    bound: str = ""
    rests_on: tuple[Place, ...] | None = None
    repair: str = ""  # where the form's own words say better what to do than the check's


Event = Passed | Failed | Unknown
Function = Callable[["Book"], Iterator[Event]]


@dataclass(frozen=True, slots=True, eq=False)  # each is itself: comparing and hashing them by their sentences costs every run
class Check:
    """A declared check; see the module's page and `check`."""

    code: str
    title: str
    severity: Severity
    message: str
    cause: str
    repair: str
    basis: str
    function: Function
    wording: Wording = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "wording", Wording(self.code, self.title, self.severity, self.message + "；{repair}。", self.repair))

    def __call__(self, book: Book) -> Iterator[Event]:
        return iter(self.function(book))

    def finding(self, failed: Failed, source: Place | None = None) -> Finding:
        """The finding of a failed relation: its sentence is the message with the figures, then what to do.

        source: the cell of another sheet that the named one shows.

        KeyError when the message asks for what the check did not give.
        """
        unit = failed.unit
        expected, actual, change = (spelled(text, unit) for text in (failed.shown_expected, failed.shown_actual, failed.shown_difference))
        difference = difference_told(change, unit)
        given = {"where": where(failed.place, failed.label) + (f"（引自《{source.sheet}》{source.cell}）" if source is not None else "")}
        if failed.label:
            given["label"] = failed.label
        if expected:
            given["expected"] = with_unit(expected, unit)
        if actual:
            given["actual"] = with_unit(actual, unit)
        if difference:
            given["difference"] = difference
            given["excess"] = difference.removeprefix("多出 ").removeprefix("少了 ")
        given |= {name: spelled(text) for name, text in failed.args.items()}
        given["repair"] = repair = failed.repair or self.repair
        return self.wording.finding(
            given, hint=repair, place=failed.place, label=failed.label,
            expected=failed.expected, actual=failed.actual, difference=failed.difference, tolerance=failed.tolerance,
            shown_expected=expected, shown_actual=actual,
            shown_difference=change, shown_tolerance=failed.shown_tolerance,
            bound=failed.bound, related=failed.related, basis=self.basis, quote=failed.quote, args=dict(failed.args),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Family:
    """The checks of one file, in the order in which they run and are listed. written: they look at what is written in a cell, not at what its formula gives."""

    name: str
    title: str
    checks: tuple[Check, ...]
    written: bool = False


def check(*, code: str, title: str, severity: Severity, message: str, cause: str, repair: str, basis: str) -> Callable[[Function], Check]:
    """Declare a check. message: what must hold and the figures, without a full stop; repair: what to do, a clause beginning with 请."""

    def declare(function: Function) -> Check:
        return Check(code, title, severity, message, cause, repair, basis, function)

    return declare


_INNER = str.maketrans("“”", "‘’")  # quotation marks inside others


def where(place: Place | None, label: str) -> str:
    """A cell for people: 《项目1》H7“年度资金总额 执行率”."""
    name = f"“{label.translate(_INNER)}”" if label else ""
    if place is None:
        return name or "工作簿"
    return f"《{place.sheet}》{place.cell}{name}"


_MONEY = re.compile(r"([+-]?\d+)(?:\.(\d*))?((?:[百千万亿]+)?元)?")


def spelled(shown: str, unit: str = "") -> str:
    """An amount of money as it is always spelt, with two decimals at least, so that one figure looks the same in every finding; other texts as they are."""
    match = _MONEY.fullmatch(shown)
    if match is None or not (match[3] or unit.endswith("元")):
        return shown
    return f"{match[1]}.{(match[2] or '').ljust(2, '0')}{match[3] or ''}"


def difference_told(shown: str, unit: str) -> str:
    """A signed difference in words: 多出 10.00万元, 少了 9.10 个百分点."""
    if not shown:
        return ""
    amount = with_unit(shown.lstrip("+-"), unit)
    if amount.endswith("%"):
        amount = f"{amount[:-1]} 个百分点"
    return f"{'少了' if shown.startswith('-') else '多出'} {amount}"


def with_unit(shown: str, unit: str) -> str:
    """A shown figure with its unit, unless it is a percentage or there is none."""
    return shown + unit if shown and shown[-1].isdigit() else shown
