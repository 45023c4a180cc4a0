"""安装.cmd and 卸载.cmd: one way to find a Python and to hand over to install.py, `files/start.cmd`, under two names."""

from __future__ import annotations

from pathlib import Path

from bundle import wheels

SOURCE = Path(__file__).parent / "files" / "start.cmd"
VERBS = {"安装.cmd": "install", "卸载.cmd": "uninstall"}


def command_files() -> dict[str, bytes]:
    """Each by its name. ASCII with the line ends of Windows, for another code page would garble anything else."""
    return {name: _command(name, verb) for name, verb in VERBS.items()}


def _command(name: str, verb: str) -> bytes:
    low, high = (tuple(map(int, version.split("."))) for version in (wheels.PYTHONS[0], wheels.PYTHONS[-1]))
    # The base Python uninstalls, for the private environment is about to go: any that can run install.py will do.
    unfit = f"not ({low} <= sys.version_info[:2] <= {high} and sys.maxsize > 2**32)" if verb == "install" else f"sys.version_info < {low}"
    said = f"安装包没有解压，请先把压缩包全部解压，再双击解压后的“{name}”。"
    filled = {"@PYTHONS@": " ".join(reversed(wheels.PYTHONS)), "@VERB@": verb, "@UNFIT@": unfit, "@UNPACK@": said.encode("unicode_escape").decode("ascii")}
    text = SOURCE.read_bytes().decode("ascii")
    for place, words in filled.items():
        text = text.replace(place, words)
    return text.encode("ascii")
