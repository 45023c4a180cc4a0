"""Parameters that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Book = Annotated[Path, typer.Argument(help="自评工作簿", show_default=False)]
Force = Annotated[bool, typer.Option("--force", help="覆盖已存在的输出文件")]
Json = Annotated[bool, typer.Option("--json", help="在标准输出给出 JSON")]
Last = Annotated[Path | None, typer.Option("--last", help="上年工作簿", show_default=False)]
Out = Annotated[Path, typer.Option("-o", "--output", help="输出的 .xlsx", show_default=False)]
Yes = Annotated[bool, typer.Option("--yes", help="不再询问，直接写入带入的数据")]
