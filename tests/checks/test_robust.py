"""Whatever stands in the cells, a check yields findings and never raises: no data is bad enough to stop a run."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from checks.mutations import mapped
from checks.whole import previous, whole
from ziping.amounts import PERCENT, WAN_YUAN, YUAN, Unit, read_figure
from ziping.checks import FAMILIES
from ziping.checks.book import Book
from ziping.checks.run import run
from ziping.evaluation import Datum, Evaluation, Form, FormKind, Indicator, Level

JUNK = ("", "—", "0", "-1", "1E9", "0.00%", "100%", "约五百", "=1/0", "9" * 40, "0." + "3" * 30, "５０％", "{{x.y}}", "一、", "\u200b", "1/2", "(3)", "否", "不适用")
UNITS = (WAN_YUAN, YUAN, PERCENT, Unit("", ""), Unit("人", "人"), Unit("台套", "台套"))


def junk(datum: Datum, rng: Random) -> Datum:
    text = rng.choice(JUNK)
    kind = rng.randrange(5)
    if kind == 0:
        return Datum(place=datum.place, error=rng.choice(("#DIV/0!", "#REF!", "#NAME?")))
    if kind == 1:
        return replace(datum, formula=rng.choice(("=SUM(A1:A9)", "=B2", "=[1]!PERF_SCORE(A1,B1,C1)", "=IF(", "=1+A1", "=C3:XFD9", "='x y'!A1")))
    if kind == 2:
        return Datum(text, read_figure(text, rng.choice(UNITS)))
    return replace(datum, text=text, figure=read_figure(text, rng.choice(UNITS)))


@settings(max_examples=25, deadline=None, derandomize=True)
@given(seed=st.integers(0, 10**9), share=st.sampled_from((0.02, 0.2, 0.7)))
def test_junk_in_any_cell(seed: int, share: float) -> None:
    rng = Random(seed)
    evaluation = mapped(whole(), lambda datum: junk(datum, rng) if rng.random() < share else datum)
    last = mapped(previous(), lambda datum: junk(datum, rng) if rng.random() < share else datum) if rng.random() < 0.5 else None
    result = run(Book(evaluation, last), FAMILIES, strict=True)
    for finding in result.findings:
        assert finding.message.count("。") >= 1
        assert finding.as_json()


def test_forms_without_anything_in_them() -> None:
    for kind in FormKind:
        form = Form(kind, "表", indicators=[Indicator(), Indicator(level1=Level("产出"), level2=Level(), level3=Level("x", Datum("5")))])
        evaluation = Evaluation(overall=form, scoring=form, projects=[form, form], monitors=[form])
        run(Book(evaluation, evaluation), FAMILIES, strict=True)
