"""One LibreOffice for all tests of a run, in a folder that an ordinary user can reach."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from calc.office import ADDIN, ROOT, Office, Person, missing, temporary_folder

SAMPLES = sorted((ROOT / "workbooks" / "samples").glob("*.xlsx"))


@pytest.fixture(scope="session")
def extension() -> Iterator[Path]:
    """ziping.oxt, built from the sources."""
    lacking = missing()
    if lacking:
        if os.environ.get("CI"):
            pytest.fail(f"{lacking}: continuous integration leaves none of these tests out")
        pytest.skip(f"LEFT OUT: {lacking}, the Calc extension is not tested here (tests/libreoffice.sh installs it)")
    sys.path.insert(0, str(ADDIN / "calc"))
    from oxt.package import build

    folder = temporary_folder()
    path = folder / "ziping.oxt"
    build(path)
    path.chmod(0o644)
    yield path
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def person(extension: Path) -> Iterator[Person]:
    """An ordinary user who has installed the extension."""
    folder = temporary_folder()
    person = Person(folder / "home")
    shutil.copyfile(extension, folder / "ziping.oxt")
    installed = person.unopkg("add", extension)
    assert installed.returncode == 0, installed.stderr
    yield person
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def running(person: Person) -> Iterator[Office]:
    office = Office(person, "--headless")
    yield office
    office.end()


@pytest.fixture
def office(running: Office) -> Iterator[Office]:
    """LibreOffice without an open document, before and after."""
    yield running
    running.close_all()
