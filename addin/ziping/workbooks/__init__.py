"""Workbooks out of workbooks: a new year's, an adopted form, the 送审版.

Floor 4. A workbook that an officer made is never saved back: what changes is written to another file, and for the 送审版 only the parts
that change are replaced in the package.
"""

from ziping.workbooks.carry import Carried, CarryOver, carry_over
from ziping.workbooks.finalize import finalize
from ziping.workbooks.new import new

__all__ = ["CarryOver", "Carried", "carry_over", "finalize", "new"]
