"""English names and help for LibreOffice's function wizard in a locale other than Chinese; a test holds them complete.

The menu and the toolbar are Chinese in every locale: many of their users read Chinese and run LibreOffice without its language pack.
"""

from __future__ import annotations

FUNCTIONS = {
    "PERF_SCORE": "Points earned by an indicator under its scoring standard; an error value where it cannot be decided, never a guess.",
    "PERF_EXPLAIN": "The rule, the data and the basis of the points in one sentence; the reason where they cannot be scored.",
    "PERF_RATE": "Execution rate: executed ÷ budget; blank when the budget is zero or blank.",
    "PERF_CHANGE": "Change against last year: (current − previous) ÷ previous; blank when last year is zero or blank.",
    "PERF_EXEC_SCORE": "Points for the execution rate: rate × points, never above full.",
    "PERF_TOTAL": "The sum of the scores under the scheme's rules of the whole form; blank while a score is missing.",
    "PERF_GRADE": "The grade of a total score: 优, 良, 中 or 差.",
    "PERF_FOOTS": "Whether a total and its parts agree: TRUE, or the difference in words.",
    "PERF_TEXT": "The verdict on the sums, shares and changes stated in a text.",
}

ARGUMENTS = {
    "points": ("points", "full points of the indicator"),
    "target": ("target", "the year's target as written, e.g. ≥95%"),
    "actual": ("actual", "what was reached by the end of the year"),
    "standard": ("standard", "the scoring standard as written; without one the general rules apply"),
    "executed": ("executed", "amount spent in the year"),
    "budget": ("budget", "amount budgeted for the year"),
    "current": ("current", "this year's figure"),
    "previous": ("previous", "last year's figure"),
    "scores": ("scores", "the range of all scores"),
    "rate": ("rate", "execution rate, for schemes that cap the total by it"),
    "scheme": ("scheme", "id of the scoring scheme; without one the scores are only added"),
    "total": ("total", "the total"),
    "parts": ("parts", "the range of the parts"),
    "relation": ("relation", "合计 (equal, the default) or 其中 (of which)"),
    "text": ("text", "the text to verify"),
}
