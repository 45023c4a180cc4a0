"""`python -m oxt OUT`: builds the extension and says where it lies."""

import sys
from pathlib import Path

from oxt.package import build

out = Path(sys.argv[1] if len(sys.argv) > 1 else "../dist/ziping.oxt")
try:
    build(out)
except FileNotFoundError as missing:
    sys.exit(str(missing))
print(f"{out} ({out.stat().st_size} bytes)")
