"""Workbooks out of workbooks: a new year's, an adopted form, the 送审版.

Floor 4. A workbook that an officer made is never saved back: what changes is written to another file, and for the 送审版 only the parts
that change are replaced in the package.
"""

from ziping.workbooks.accounts import Accounts, read_accounts
from ziping.workbooks.adopt import Plan, adopt, plan_adoption
from ziping.workbooks.carry import Carried, CarryOver, carry_over
from ziping.workbooks.finalize import finalize
from ziping.workbooks.importing import fill_from_accounts, import_accounts
from ziping.workbooks.new import new

__all__ = [
    "Accounts", "CarryOver", "Carried", "Plan", "adopt", "carry_over", "fill_from_accounts", "finalize", "import_accounts", "new", "plan_adoption", "read_accounts",
]  # fmt: skip
