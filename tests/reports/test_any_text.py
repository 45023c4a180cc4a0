"""Whatever a workbook's cells hold, the report is written, opens, and holds the text."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bodies import body, form
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from words import everything, lines, make

from ziping.evaluation import Datum, Entry, FormKind
from ziping.reports import report
from ziping.reports.catalogue import clean

PIECES = st.sampled_from(["{%", "%}", "{#", "{_{", "<w:p>", "</w:t>", "&amp;", "&", "<", ">", "\n", "\r\n", "\x07", "\x0c", "\x1b", "\ue000", "\ue010", "]]>", "“", "０", "%"])
TEXT = st.lists(st.one_of(st.text(max_size=8), PIECES), max_size=8).map("".join).filter(lambda text: "{{" not in text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXT, TEXT)
def test_any_text_comes_out_as_it_went_in(narrative: str, cell: str) -> None:
    evaluation = body(narrative=[Entry(("节",), Datum(narrative + "。"))], overall=form(FormKind.OVERALL))
    evaluation.overall.indicators[0].target = Datum(cell + "完")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        report(evaluation, folder / "out.docx", make(folder / "t.docx", '{{ 素材("节") }}', '{{ 表("整体自评表") }}', "前{{ 文(\"节\") }}后"))
        blanks = " \t\u3000"
        wanted = [line.strip(blanks) for line in clean(narrative + "。").split("\n") if line.strip()]
        assert [line.strip(blanks) for line in lines(folder / "out.docx")][: len(wanted)] == [line.strip(blanks) for line in wanted]
        target = clean((cell + "完").strip())
        assert all(line in everything(folder / "out.docx") for line in target.split("\n"))
