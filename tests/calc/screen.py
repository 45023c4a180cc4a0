"""A window under Xvfb, pressed with the mouse."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import time
from pathlib import Path

WIDTH, HEIGHT = 1600, 1000
TOOLS = ("Xvfb", "xdotool", "import", "xwininfo")


def missing() -> str:
    return "、".join(tool for tool in TOOLS if shutil.which(tool) is None)


class Screen:
    """An X server of our own; `environment` is what a program needs to show itself there.

    It stays as it is when the last window closes: a server that starts over meanwhile turns away whoever comes next, and LibreOffice's starter
    looks at the screen and leaves again before LibreOffice itself comes.
    """

    def __init__(self) -> None:
        read, write = os.pipe()
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp", "-noreset"], pass_fds=[write],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        assert number, "Xvfb did not start"
        self.display = f":{number}"
        self.environment = {"DISPLAY": self.display, "SAL_USE_VCLPLUGIN": "gtk3", "GDK_BACKEND": "x11", "NO_AT_BRIDGE": "1", "GTK_A11Y": "none", "GTK_THEME": "Adwaita"}

    def run(self, *words: object) -> str:
        done = subprocess.run([str(w) for w in words], env=os.environ | {"DISPLAY": self.display}, capture_output=True, text=True, timeout=30)
        return done.stdout

    def windows(self, name: str) -> list[str]:
        """Visible windows with a name like this."""
        return self.run("xdotool", "search", "--onlyvisible", "--name", name).split()

    def place(self, window: str) -> tuple[int, int, int, int]:
        told = self.run("xwininfo", "-id", window)
        return tuple(int(re.search(rf"{key}:\s+(-?\d+)", told)[1]) for key in ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height"))

    def fit(self, window: str) -> None:
        """The window over the whole screen: there is no window manager that would."""
        self.run("xdotool", "windowmove", window, 0, 0)
        self.run("xdotool", "windowsize", window, WIDTH, HEIGHT)
        self.run("xdotool", "windowfocus", window)
        time.sleep(0.5)

    def click(self, x: int, y: int) -> None:
        self.run("xdotool", "mousemove", x, y)
        time.sleep(0.2)
        self.run("xdotool", "click", 1)

    def keys(self, *keys: str) -> None:
        self.run("xdotool", "key", *keys)

    def type(self, text: str) -> None:
        self.run("xdotool", "type", "--delay", "20", text)

    def shot(self, path: Path) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.run("import", "-window", "root", path)
        return path

    def end(self) -> None:
        self.process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(10)
