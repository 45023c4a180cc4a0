"""Workbooks out of workbooks: a new year's, an adopted form, the 送审版.

Floor 4. A workbook that an officer made is never saved back: what changes is written to another file, and for the 送审版 only the parts
that change are replaced in the package.
"""

from ziping.workbooks.accounts import Accounts, read_accounts
from ziping.workbooks.adopt import Plan, adopt, plan_adoption
from ziping.workbooks.carry import Carried, CarryOver, carry_over
from ziping.workbooks.dependents import project_added
from ziping.workbooks.filling import carry_over_file, import_accounts_file, write_carried
from ziping.workbooks.finalize import finalize
from ziping.workbooks.importing import fill_from_accounts, import_accounts
from ziping.workbooks.links import repair_links
from ziping.workbooks.new import new
from ziping.workbooks.projects import add_project, with_project
from ziping.workbooks.recalculate import recalculate_file

__all__ = [
    "Accounts", "CarryOver", "Carried", "Plan", "add_project", "adopt", "carry_over", "carry_over_file", "fill_from_accounts", "finalize",
    "import_accounts", "import_accounts_file", "new", "plan_adoption", "project_added", "read_accounts", "recalculate_file", "repair_links", "with_project", "write_carried",
]  # fmt: skip
