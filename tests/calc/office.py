"""A LibreOffice for the tests: an ordinary user's own profile, the extension installed, one process, ended by its id."""

from __future__ import annotations

import contextlib
import json
import os
import pwd
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
DRIVER = Path(__file__).parent / "driver.py"
ADDIN = ROOT / "addin"
OUTPUT = ROOT / "test-output" / "calc"
SYSTEM_PYTHON = "/usr/bin/python3"
START_TIMEOUT = 120


def missing() -> str:
    """What LibreOffice lacks here for the tests, "" when all is there."""
    if shutil.which("soffice") is None or shutil.which("unopkg") is None:
        return "LibreOffice is not installed"
    if not Path(SYSTEM_PYTHON).exists() or subprocess.run([SYSTEM_PYTHON, "-c", "import uno"], capture_output=True, timeout=60).returncode:
        return "python3-uno is not installed"
    sys.path.insert(0, str(ADDIN / "calc"))
    from oxt.typelibrary import _compiler

    try:
        _compiler()
    except FileNotFoundError:
        return "unoidl-write (libreoffice-dev) is not installed"
    return ""


def _capability(name: str) -> tuple[str, ...]:
    return (f"--inh-caps=-all,+{name}", f"--ambient-caps=-all,+{name}")


class Person:
    """An ordinary user with a home of her own: `nobody` when the tests run as root (unopkg refuses root), else whoever runs them."""

    def __init__(self, folder: Path) -> None:
        self.home = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.ids = (os.getuid(), os.getgid())
        if os.getuid() == 0:
            entry = pwd.getpwnam("nobody")
            self.ids = (entry.pw_uid, entry.pw_gid)
            os.chown(folder, *self.ids)
        self.profile = folder / "profile"
        # The command line that the buttons run is this checkout's.
        launcher = folder / "bin" / "ziping"
        launcher.parent.mkdir(exist_ok=True)
        launcher.write_text(f'#!/bin/sh\nPYTHONDONTWRITEBYTECODE=1 PYTHONPATH="{ADDIN}" exec "{sys.executable}" -m ziping.cli "$@"\n', encoding="utf-8")
        launcher.chmod(0o755)
        self.environment = {
            "HOME": str(folder), "PATH": f"{launcher.parent}:/usr/bin:/bin", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TMPDIR": str(folder),
            "XDG_CONFIG_HOME": str(folder / ".config"), "XDG_CACHE_HOME": str(folder / ".cache"), "PYTHONDONTWRITEBYTECODE": "1",
        }  # fmt: skip

        # A Python below /root is closed to her: then she may read everywhere, and still write only at home.
        self.reading: tuple[str, ...] = ()
        for extra in ((), _capability("dac_read_search"), _capability("dac_override")):
            self.reading = extra
            if os.getuid() != 0 or self.run("sh", "-c", f"exec {shlex.quote(sys.executable)} -c pass", timeout=30).returncode == 0:
                break

    def command(self, *arguments: object) -> list[str]:
        told = [str(each) for each in arguments]
        if os.getuid() == 0:
            return ["setpriv", f"--reuid={self.ids[0]}", f"--regid={self.ids[1]}", "--clear-groups", *self.reading, *told]
        return told

    def run(self, *arguments: object, timeout: float = START_TIMEOUT) -> subprocess.CompletedProcess[str]:
        return subprocess.run(self.command(*arguments), env=self.environment, capture_output=True, text=True, timeout=timeout, cwd=self.home)

    def start(self, *arguments: object, **environment: str) -> subprocess.Popen[bytes]:
        log = (self.home / "soffice.log").open("ab")
        return subprocess.Popen(
            self.command(*arguments), env=self.environment | environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.home, start_new_session=True)

    def own(self, path: Path) -> Path:
        os.chown(path, *self.ids)
        return path

    def copy(self, source: Path, name: str | None = None) -> Path:
        """A file in her home."""
        target = self.home / (name or source.name)
        shutil.copyfile(source, target)
        return self.own(target)

    def unopkg(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        return self.run("unopkg", *arguments, f"-env:UserInstallation={self.profile.as_uri()}")


class Office:
    """A running LibreOffice; every method of the driver is a method here.

    It starts without its start centre (`--nodefault`): LibreOffice 25.2 stands still for good when it has to draw the logo there while it reads
    the sheets of an .xlsx, because the drawing waits for the same few threads that read. A person cannot be so quick, a test is.
    """

    def __init__(self, person: Person, *arguments: str, **environment: str) -> None:
        self.person, self.environment = person, environment
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        accept = f"--accept=socket,host=127.0.0.1,port={port};urp"
        self.process = person.start(
            "soffice", f"-env:UserInstallation={person.profile.as_uri()}", "--norestore", "--nologo", "--nodefault", "--nofirststartwizard", accept, *arguments, **environment)
        self.driver = subprocess.Popen(
            [SYSTEM_PYTHON, str(DRIVER), str(port)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"})
        try:
            self._answer(START_TIMEOUT)
        except BaseException:
            self.end()
            raise

    def _answer(self, timeout: float) -> object:
        timer = _Alarm(self.driver, timeout)
        line = self.driver.stdout.readline()
        timer.cancel()
        if not line:
            raise RuntimeError(f"LibreOffice did not answer in time; what it was doing is in {self.evidence()}")
        answer = json.loads(line)
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer["result"]

    def __getattr__(self, name: str):  # noqa: ANN204 - a method of the driver
        def call(*arguments: object, timeout: float = 120, **named: object) -> object:
            self.driver.stdin.write(json.dumps([name, arguments, named], default=str) + "\n")
            self.driver.stdin.flush()
            return self._answer(timeout)

        return call

    def evidence(self) -> Path:
        """What a LibreOffice that does not answer shows and does: its screen, its log and, where gdb is at hand, the stack of every thread."""
        folder = OUTPUT / f"silent-{self.process.pid}"
        folder.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(OSError):
            shutil.copyfile(self.person.home / "soffice.log", folder / "soffice.log")
        tools = {"screen.png": ("import", "-window", "root", folder / "screen.png")} if "DISPLAY" in self.environment else {}
        for process in self._processes():
            tools[f"stacks-{process}.txt"] = ("gdb", "-batch", "-p", process, "-ex", "thread apply all backtrace 60")
        for name, words in tools.items():
            if shutil.which(words[0]):
                with contextlib.suppress(subprocess.TimeoutExpired):
                    done = subprocess.run([str(w) for w in words], env=os.environ | self.environment, capture_output=True, text=True, timeout=120)
                    if name.endswith(".txt"):
                        (folder / name).write_text(done.stdout + done.stderr, encoding="utf-8")
        return folder

    def _processes(self) -> list[str]:
        """The processes of this LibreOffice: the session that was started for it."""
        return subprocess.run(["ps", "-o", "pid=", "-s", str(self.process.pid)], capture_output=True, text=True, timeout=30).stdout.split()

    def end(self) -> None:
        """Asks LibreOffice to end, then ends it by its process group."""
        if self.driver.poll() is None:
            with contextlib.suppress(Exception):
                self.quit(timeout=15)
            self.driver.kill()
        self.driver.wait(10)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(10)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(10)


class _Alarm:
    """Ends a process that does not answer, so that reading from it ends too."""

    def __init__(self, process: subprocess.Popen[str], seconds: float) -> None:
        import threading

        self.timer = threading.Timer(seconds, process.kill)
        self.timer.daemon = True
        self.timer.start()

    def cancel(self) -> None:
        self.timer.cancel()


def temporary_folder() -> Path:
    """A folder that another user can reach, which pytest's own are not."""
    folder = Path(tempfile.mkdtemp(prefix="ziping-calc-"))
    folder.chmod(0o755)
    return folder


def wait_for(what, seconds: float = 60, step: float = 0.3):  # noqa: ANN001, ANN201 - any answer that is true
    """The first true answer; AssertionError when none comes in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        answer = what()
        if answer:
            return answer
        time.sleep(step)
    raise AssertionError(f"nothing within {seconds} s")
