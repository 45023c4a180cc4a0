"""The completed value of a row with its unit, where the form prints units in a column of their own: `≥95%` and 96 beside 度量单位 %."""

from __future__ import annotations

import re
from decimal import Decimal

from ziping.amounts import fold
from ziping.evaluation import Indicator
from ziping.forms.headings import Role, role_of

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def measured(row: Indicator) -> str:
    """The text of the completed value, its unit behind it where the target has the same one and the value is a bare number.

    A percentage at most 1 against a target above 1 may be a ratio (0.96 for 96%): it is left as it is.
    """
    actual = row.actual.text.strip() if row.actual is not None else ""
    if not row.extra:
        return actual
    target = fold(row.target.text).strip() if row.target is not None else ""
    unit = next((fold(datum.text).strip() for heading, datum in row.extra.items() if datum and role_of(heading) is Role.MEASURE), "")
    if not unit or not target.endswith(unit) or not _NUMBER.fullmatch(fold(actual)):
        return actual
    aims = _NUMBER.findall(target)
    if unit == "%" and Decimal(fold(actual)) <= 1 and not (aims and abs(Decimal(aims[-1])) <= 1):
        return actual
    return actual + unit
