"""Telling an evaluation as the Word report of its body's notice.

`report(evaluation, out, template)` is the room's door. A template is an ordinary Word file with docxtpl tags; its language is
described in `templates/README.md`. What is missing is marked in the report and returned as findings; a template that asks for what
cannot exist is refused with one sentence and nothing is written.
"""

from ziping.reports.data import TemplateFault
from ziping.reports.pdf import write_pdf
from ziping.reports.render import find_template, render, report

__all__ = ["TemplateFault", "find_template", "render", "report", "write_pdf"]
