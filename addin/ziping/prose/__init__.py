"""Arithmetic claims in Chinese text: read, recomputed, judged.

Floor 2: text in, claims and findings out; nothing here knows a file or a form. Precision comes first: `fails` is said only where the
sentence leaves no other reading; the one tolerance is `amounts.foots`.
"""

from ziping.prose.checker import ProseResult, check_prose
from ziping.prose.judging.claims import Claim, ClaimKind, Verdict
from ziping.prose.named import NamedFigure, figures
from ziping.prose.summary import summary
from ziping.prose.text.figures import Kind, Mention

__all__ = ["Claim", "ClaimKind", "Kind", "Mention", "NamedFigure", "ProseResult", "Verdict", "check_prose", "figures", "summary"]
