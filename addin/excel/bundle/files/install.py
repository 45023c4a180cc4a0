"""Installs the add-in for the user who runs it: no rights, no internet, nothing outside the user's profile. Standard library alone.

    python -I install.py install | uninstall

A private Python environment under %LOCALAPPDATA%\\ziping, the add-in in Excel's XLSTART, the interpreter's path in %USERPROFILE%\\.ziping.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from contextlib import suppress
from pathlib import Path

HERE = Path(__file__).resolve().parent
WINDOWS = os.name == "nt"
SCRIPTS = "Scripts" if WINDOWS else "bin"
ADDIN = "ziping.xlam"
LOG = "install.log"
REMEMBERED = "last-year.json"  # which workbooks of last year the officer has named


class Stop(Exception):
    """Why it does not go on: one Chinese sentence."""


class Places:
    """Where things go, from the user's environment."""

    def __init__(self) -> None:
        self.home = self._folder("USERPROFILE") / ".ziping"
        self.base = self._folder("LOCALAPPDATA") / "ziping"
        self.environment = self.base / "env"
        self.startup = self._folder("APPDATA") / "Microsoft" / "Excel" / "XLSTART"

    @staticmethod
    def _folder(name: str) -> Path:
        if not os.environ.get(name):
            raise Stop(f"系统没有提供用户文件夹（{name}），不能安装，请用自己的账户登录 Windows 后再试。")
        return Path(os.environ[name])

    @property
    def embedded(self) -> bool:
        """Whether the Python that runs this is the embeddable package, which has no venv."""
        return any(Path(sys.executable).parent.glob("python*._pth"))

    def interpreter(self, windowed: bool = False) -> Path:
        folder = self.environment if self.embedded else self.environment / SCRIPTS
        return folder / (("pythonw.exe" if windowed else "python.exe") if WINDOWS else "python")


def listing() -> dict:
    try:
        return json.loads((HERE / "bundle.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise Stop("安装包不完整（缺少 bundle.json），请先把压缩包全部解压，再运行解压后的“安装.cmd”。") from None


def check(bundle: dict) -> None:
    """Every file is there and is what it was."""
    for name, digest in bundle["files"].items():
        path = HERE / name
        if not path.is_file():
            raise Stop(f"安装包缺少文件“{name}”，请重新解压整个压缩包后再试。")
        if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            raise Stop(f"安装包里的“{name}”已经改变或损坏，请重新取得安装包。")
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if version not in bundle["pythons"] or sys.maxsize <= 2**32:
        raise Stop(f"安装包适用于 64 位的 Python {'、'.join(bundle['pythons'])}，现在运行的是 {version}（{64 if sys.maxsize > 2**32 else 32} 位），请换用适用的版本。")


def make_environment(places: Places) -> None:
    """A fresh private environment; an older one goes."""
    _remove(places.environment)
    places.base.mkdir(parents=True, exist_ok=True)
    if places.embedded:
        shutil.copytree(Path(sys.executable).parent, places.environment)
        for path in places.environment.glob("python*._pth"):  # the embeddable Python looks nowhere else
            lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip() not in ("#import site", "import site")]
            path.write_text("\n".join([*lines, "Lib\\site-packages", "import site", ""]), encoding="utf-8")
    else:
        import venv

        venv.EnvBuilder(with_pip=False, symlinks=not WINDOWS).create(places.environment)


def install_wheels(places: Places, bundle: dict) -> None:
    """Everything from the wheels beside this file, by the pip that lies among them; nothing is fetched."""
    pip = next((HERE / "wheels").glob("pip-*.whl"), None)
    if pip is None:
        raise Stop("安装包缺少 pip，请重新取得安装包。")
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(pip) as package:
            package.extractall(folder)
        environment = {key: value for key, value in os.environ.items() if not key.upper().startswith(("PIP_", "PYTHON"))}
        command = [
            str(places.interpreter()), "-I", str(Path(folder) / "pip"), "install", "--no-index", "--find-links", str(HERE / "wheels"),
            "--no-warn-script-location", "--disable-pip-version-check", "--no-cache-dir", "--quiet", f"ziping=={bundle['ziping']}",
            f"xlwings=={bundle['xlwings']}",
        ]  # fmt: skip
        done = subprocess.run(command, env=environment | {"PIP_CONFIG_FILE": os.devnull}, capture_output=True, text=True, errors="replace")
    if done.returncode:
        log = places.base / LOG
        log.write_text(done.stdout + done.stderr, encoding="utf-8")
        raise Stop(f"安装 Python 组件没有成功，详情在 {log}，请转给技术人员。")
    library = f"xlwings64-{bundle['xlwings']}.dll"
    beside = places.interpreter().parent
    if not any((folder / library).is_file() for folder in (beside, beside.parent)):
        raise Stop(f"缺少 Excel 与 Python 之间的连接库 {library}，请重新取得安装包。")


def write_configuration(places: Places) -> None:
    """The interpreter's full path, by a variable: a line of ASCII whatever the user is called, as VBA reads it in the system's code page."""
    places.home.mkdir(parents=True, exist_ok=True)
    path = str(places.interpreter(windowed=True)).replace(str(Path(os.environ["LOCALAPPDATA"])), "%LOCALAPPDATA%")
    (places.home / "ziping.conf").write_text(f'"INTERPRETER_WIN","{path}"\n', encoding="mbcs" if WINDOWS else "utf-8")


def put_addin(places: Places) -> None:
    """Into XLSTART, which Excel trusts. Written anew and not copied: a copy would keep the mark of a downloaded file."""
    places.startup.mkdir(parents=True, exist_ok=True)
    try:
        (places.startup / ADDIN).write_bytes((HERE / ADDIN).read_bytes())
    except PermissionError:
        raise Stop("Excel 正在运行，加载项不能更新，请关闭全部 Excel 窗口后再试。") from None


def examine(places: Places) -> bool:
    """The installation's own examination; whether all is well."""
    done = subprocess.run([str(places.interpreter()), "-I", "-m", "ziping.cli", "doctor"], capture_output=True, text=True, encoding="utf-8", errors="replace",
                          env=os.environ | {"PYTHONIOENCODING": "utf-8"})  # fmt: skip
    print(done.stdout.strip() or done.stderr.strip())
    return done.returncode == 0


def install() -> None:
    bundle, places = listing(), Places()
    print("正在核对安装包……", flush=True)
    check(bundle)
    if (places.startup / ADDIN).exists():
        put_addin(places)  # fails at once while Excel is running, before anything else is changed
    print("正在准备运行环境，约需一两分钟……", flush=True)
    make_environment(places)
    install_wheels(places, bundle)
    write_configuration(places)
    put_addin(places)
    print("正在检查……", flush=True)
    if not examine(places):
        raise Stop("安装已完成，但检查发现上面打 ✗ 的问题，请按提示处理后再用。")
    print("安装完成。打开 Excel，功能区会出现“绩效自评”选项卡。安装包里的 workbooks 文件夹有空白表和样例。")


def uninstall() -> None:
    places = Places()
    try:
        (places.startup / ADDIN).unlink(missing_ok=True)
    except PermissionError:
        raise Stop("Excel 正在运行，请关闭全部 Excel 窗口后再卸载。") from None
    _remove(places.environment)
    for path in (places.home / "ziping.conf", places.home / REMEMBERED, places.base / LOG):
        path.unlink(missing_ok=True)
    for folder in (places.home, places.base):
        with suppress(OSError):  # something of the officer's own lies there, or it is gone already
            folder.rmdir()
    print("自评插件已卸载。自评工作簿和报告都没有改动。")


def _remove(folder: Path) -> None:
    if folder.exists():
        try:
            shutil.rmtree(folder)
        except OSError:
            raise Stop(f"不能删除“{folder}”，可能正被使用，请关闭 Excel 后再试。") from None


def main(arguments: list[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")
    try:
        {"install": install, "uninstall": uninstall}[arguments[0] if arguments else "install"]()
    except Stop as stop:
        print(stop)
        return 1
    except OSError as error:
        print(f"系统报错（{error.strerror or error}，{error.filename or ''}），没有完成，请检查磁盘空间和权限后再试。")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
