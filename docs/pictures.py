"""Makes the pictures of the README from the samples: `python docs/pictures.py`. Needs soffice and pdftoppm on the path."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "addin"))

from ziping import checks, reports  # noqa: E402

IMAGES = ROOT / "docs" / "images"
SAMPLE = ROOT / "workbooks" / "samples" / "liuyang-2020-corrected.xlsx"
PUBLISHED = ROOT / "workbooks" / "samples" / "liuyang-2020.xlsx"


def picture(document: Path, page: int, name: str, folder: Path, width: int = 900) -> None:
    """One page of a document as docs/images/NAME.png."""
    pdf = folder / f"{document.stem}.pdf"
    if document.suffix == ".docx":
        reports.write_pdf(document, pdf)
    else:
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        subprocess.run(["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, document], check=True, capture_output=True, timeout=180)
    target = IMAGES / name
    subprocess.run(["pdftoppm", "-f", str(page), "-l", str(page), "-singlefile", "-scale-to-x", str(width), "-scale-to-y", "-1", "-png", pdf, target], check=True)


def main() -> None:
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        picture(SAMPLE, 3, "overall", folder)
        picture(SAMPLE, 4, "project", folder)
        findings = folder / "findings.xlsx"
        checks.write_workbook(checks.check(PUBLISHED), findings)
        picture(findings, 1, "findings", folder, 1100)
        report = folder / "report.docx"
        reports.report(SAMPLE, report)
        picture(report, 5, "report", folder, 700)


if __name__ == "__main__":
    main()
