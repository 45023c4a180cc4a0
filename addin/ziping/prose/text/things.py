"""What a number counts, where its measure word does not say so: 5个[部门], 4个[步骤], [项目]3个; and whether one can be of the other.

The steps of a procedure are no kinds of bodies or projects, nor these of steps; and of bodies no part is a project, an indicator or a rule.
"""

from __future__ import annotations

import re

from ziping.prose.text.figures import Kind
from ziping.prose.text.said import Said, measure

__all__ = ["of_other_things"]

_GENERAL = ("个", "项", "类", "种", "大项", "大类")
_STEPS = re.compile("步骤|阶段|环节|流程|程序|层面|维度|原则|方面")
_BODIES = re.compile("(?:[^,，;；]{0,4})?(?:部门|科室|处室|股室|单位|工作组|小组|专班|乡镇|街道|社区|村)")
_MADE = re.compile("项目|指标|问题|制度|办法|文件|措施|标准|工程")


def of_other_things(part: Said, total: Said) -> bool:
    """Whether the words behind the two, or those right before the part, say that what is counted cannot be of what the total counts."""
    if total.mention.kind is not Kind.COUNT or part.mention.kind is not Kind.COUNT or part.mention.figure.unit.base not in _GENERAL:
        return False
    steps = _STEPS.match(part.noun) is not None
    if steps or _STEPS.match(total.noun):
        return steps and bool(total.noun or _MADE.search(measure(total))) and not _STEPS.match(total.noun) or not steps and bool(_STEPS.match(total.noun)) and bool(_MADE.search(measure(part)) or _BODIES.match(part.noun))
    return bool(_BODIES.match(total.noun)) and (bool(_MADE.match(part.noun)) or not part.noun and bool(_MADE.search(measure(part))))
