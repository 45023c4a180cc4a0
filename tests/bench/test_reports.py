"""Writing a report, measured against docxtpl with a finished document of the same size, in the same run.

The reference opens the finished report as a template without any tag, renders it with no data and saves it: what opening, passing
the text through the template engine, and packing cost anyway.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

from docxtpl import DocxTemplate

sys.path.insert(0, str(Path(__file__).parents[1] / "reports"))

from bodies import full  # noqa: E402

from ziping import resources  # noqa: E402
from ziping.reports import report  # noqa: E402

LIMIT = 1.5
ROUNDS = 7


def best(call: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        call()
        times.append(time.process_time() - start)
    return min(times)


def test_a_report_costs_a_few_passes_of_the_template_engine(tmp_path: Path, capsys) -> None:  # noqa: ANN001
    template, out = resources.template("liuyang"), tmp_path / "out.docx"
    evaluation = full(rows=30, projects=3)
    report(evaluation, out, template)
    finished = out.read_bytes()

    def plain() -> None:
        document = DocxTemplate(io.BytesIO(finished))
        document.render({})
        document.save(io.BytesIO())

    reference, ours = best(plain), best(lambda: report(evaluation, out, template))
    with capsys.disabled():
        print(f"\nreport: {ours * 1000:.0f} ms = {ours / reference:.2f} × docxtpl without tags ({reference * 1000:.0f} ms)")
    assert ours <= LIMIT * reference
