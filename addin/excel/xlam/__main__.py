"""`python -m xlam OUT`: builds the add-in and says where it lies and which xlwings it needs."""

import sys
from pathlib import Path

from xlam.bridge import xlwings_version
from xlam.package import build

out = Path(sys.argv[1] if len(sys.argv) > 1 else "../dist/ziping.xlam")
build(out)
print(f"{out} ({out.stat().st_size} bytes, for xlwings {xlwings_version()})")
