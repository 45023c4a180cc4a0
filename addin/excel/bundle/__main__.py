"""`python -m bundle OUT [3.11 …]`: makes the installer's zip for these Python versions, by default all supported ones."""

import sys
from pathlib import Path

from bundle.archive import make
from bundle.wheels import PYTHONS

out = Path(sys.argv[1] if len(sys.argv) > 1 else "../dist/ziping-setup.zip")
pythons = tuple(sys.argv[2:]) or PYTHONS
make(out, pythons)
print(f"{out} ({out.stat().st_size // 2**20} MB, for Python {', '.join(pythons)})")
