"""The source format of the samples lives beside the workbooks, outside the package."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "workbooks"))
