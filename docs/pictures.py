"""Makes the pictures of the README from the samples: `python docs/pictures.py`. Needs soffice and pdftoppm on the path.

Those called calc-… are screenshots that the tests of the Calc window leave in test-output/calc, made smaller.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "addin"), str(ROOT / "tests")]

from bench.season import season  # noqa: E402
from nameless import nameless  # noqa: E402

from ziping import checks, reports  # noqa: E402
from ziping.rollup import rollup  # noqa: E402

IMAGES = ROOT / "docs" / "images"
SAMPLE = ROOT / "workbooks" / "samples" / "liuyang-2020-corrected.xlsx"
PUBLISHED = ROOT / "workbooks" / "samples" / "liuyang-2020.xlsx"


def picture(document: Path, page: int, name: str, folder: Path, width: int = 1600, part: tuple[float, float, float, float] = (0, 0, 1, 1)) -> None:
    """One page of a document as docs/images/NAME.png. width: of the whole page in pixels; part: what is shown of it, as shares (left, top, width, height)."""
    pdf = folder / f"{document.stem}.pdf"
    if document.suffix == ".docx":
        reports.write_pdf(document, pdf)
    else:
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        subprocess.run(["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, document], check=True, capture_output=True, timeout=180)
    size = subprocess.run(["pdfinfo", "-f", str(page), "-l", str(page), pdf], check=True, capture_output=True, text=True).stdout
    across, down = (float(number) for number in re.search(r"size:\s+([\d.]+) x ([\d.]+)", size).groups())
    height = width * down / across
    left, top, wide, high = (str(round(share * side)) for share, side in zip(part, (width, height, width, height), strict=True))
    subprocess.run(
        ["pdftoppm", "-f", str(page), "-l", str(page), "-singlefile", "-scale-to-x", str(width), "-scale-to-y", str(round(height)),
         "-x", left, "-y", top, "-W", wide, "-H", high, "-png", pdf, IMAGES / name], check=True)


def main() -> None:
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corrected, published = nameless(SAMPLE, folder), nameless(PUBLISHED, folder)
        picture(corrected, 3, "overall", folder, 1500, (0.05, 0.05, 0.9, 0.46))
        findings = folder / "findings.xlsx"
        checks.write_workbook(checks.check(published), findings)
        picture(findings, 1, "findings", folder, 1800, (0.02, 0.03, 0.96, 0.6))
        season(folder / "season", 60)
        picture(rollup([folder / "season"], folder / "rollup.xlsx").out, 1, "rollup", folder, 1700, (0.04, 0.07, 0.71, 0.63))
        report = folder / "report.docx"
        reports.report(corrected, report)
        picture(report, 5, "report", folder, 1100, (0.1, 0.05, 0.8, 0.6))


if __name__ == "__main__":
    main()
