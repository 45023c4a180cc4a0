"""Every drawn variant is read back exactly: data → sheet → data."""

from __future__ import annotations

import pytest

from forms import drawing, variants
from ziping.forms.listing import record_of
from ziping.forms.reading import examine


def norm(record: dict) -> dict:
    """Amounts and scores compare as the exact decimals they are."""
    from decimal import Decimal

    def exact(value: str | None) -> str | None:
        return value if value in (None, "—") else str(Decimal(value.rstrip("%")).normalize()) + ("%" if value.endswith("%") else "")

    for line in record["funds"]:
        for name in ("initial", "adjusted", "executed", "points", "rate", "score"):
            line[name] = exact(line[name])
    for row in record["indicators"]:
        row["points"], row["score"] = exact(row["points"]), exact(row["score"])
    record["total"] = {name: exact(value) for name, value in record["total"].items()}
    return record


@pytest.mark.parametrize("seed", range(300))
def test_a_form_is_read_back_exactly_however_it_is_drawn(seed: int) -> None:
    how = variants.choice(seed)
    reading = examine([drawing.draw(how)])
    read = [norm(variants.plain(form)) for form in record_of(reading)["forms"]]
    wanted = [norm(form) for form in variants.expected(how)]
    assert [form["title"] for form in read] == [form["title"] for form in wanted], how
    for got, want in zip(read, wanted, strict=True):
        for key in want:
            if isinstance(want[key], list):
                assert len(got[key]) == len(want[key]), (how, key)
                for one, other in zip(got[key], want[key], strict=True):
                    assert one == other, how
            else:
                assert got[key] == want[key], (how, key)
    for number, form in enumerate(reading.forms):
        goals = variants.data(how, number).goals if how.kind != "scoring" else []
        assert [(goal.expected.text, goal.achieved.text) for goal in form.goals] == goals, how
