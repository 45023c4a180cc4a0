"""The language of scoring standards: the sentence in the 评分标准 column is the rule that runs.

`score` gives points and the reason, `understand` what was read, `FormRules`, `total` and `grade` the rules of the whole form. What cannot be
read without guessing raises `NotScorable`.
"""

from __future__ import annotations

from ziping.standards.clauses.rule import Rule
from ziping.standards.form import DEFAULT, NOT_APPLICABLE, FormRules, Total, grade, over_achieved, total
from ziping.standards.refusal import NotScorable
from ziping.standards.scoring import Score, score, states_method, understand

__all__ = ["DEFAULT", "FormRules", "NOT_APPLICABLE", "NotScorable", "Rule", "Score", "Total", "grade", "over_achieved", "score", "states_method", "total", "understand"]
