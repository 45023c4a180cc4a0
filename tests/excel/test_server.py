"""xlwings Server with our functions and buttons: the manifest and the gate always, the server itself where the extra `server` is installed."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
import remote
from lxml import etree

from ziping import resources
from ziping.server import project
from ziping.server.gate import Gate
from ziping.surface import BUTTONS, FUNCTIONS, GROUPS

APP = "{http://schemas.microsoft.com/office/appforoffice/1.1}"
OVER = "{http://schemas.microsoft.com/office/taskpaneappversionoverrides}"
BT = "{http://schemas.microsoft.com/office/officeappbasictypes/1.0}"
XSI = "{http://www.w3.org/2001/XMLSchema-instance}"


def _checked(text: str) -> etree._Element:
    """The manifest, after the checks that Excel makes on loading it: references resolve, strings are short enough, names are unique."""
    root = etree.fromstring(text.encode())
    texts = {e.get("id"): e for e in root.iter(f"{BT}String", f"{BT}Image", f"{BT}Url") if e.get("id")}
    used = {e.get("resid") for e in root.iter() if e.get("resid")}
    assert used == set(texts), used ^ set(texts)
    assert all(len(key) <= 32 for key in texts)
    assert all(len(e.get("DefaultValue")) <= 125 for e in root.iter(f"{BT}ShortStrings") for e in e)
    assert all(len(e.get("DefaultValue")) <= 250 for e in root.iter(f"{BT}LongStrings") for e in e)
    ids = [e.get("id") for e in root.iter(f"{OVER}Control", f"{OVER}Group", f"{OVER}CustomTab")]
    assert len(ids) == len(set(ids))
    return root


def test_the_manifest_has_the_ribbon_of_the_add_in() -> None:
    root = _checked(project.manifest())
    texts = {e.get("id"): e.get("DefaultValue") for e in root.iter(f"{BT}String")}
    shown = [
        (texts[group.find(f"{OVER}Label").get("resid")], texts[control.find(f"{OVER}Label").get("resid")], control.find(f".//{OVER}FunctionName").text,
         texts[control.find(f".//{OVER}Description").get("resid")])
        for group in root.iter(f"{OVER}Group") for control in group.iter(f"{OVER}Control")
    ]  # fmt: skip
    assert shown == [(g, b.label, b.handler, b.help) for g in GROUPS for b in BUTTONS if b.group == g]
    assert all(action.get(f"{XSI}type") == "ExecuteFunction" for action in root.iter(f"{OVER}Action"))
    assert not list(root.iter(f"{OVER}Namespace")), "PERF_SCORE has the same name on every host"
    assert re.findall(r"https?://(?!schemas\.|www\.w3\.org)[^\"<]+", project.manifest()) == [], "nothing is fetched from elsewhere"


def test_every_button_is_associated_with_its_script() -> None:
    assert json.loads(re.search(r"\[.*?\]", project.script())[0]) == [button.handler for button in BUTTONS]


@pytest.mark.parametrize("size", project.SIZES)
def test_pictures_are_png_of_their_size(size: int) -> None:
    data = project.picture(size)
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(data[16:20], "big") == int.from_bytes(data[20:24], "big") == size
    at = data.index(b"IDAT") + 4
    rows = zlib.decompress(data[at : at + int.from_bytes(data[at - 8 : at - 4], "big")])
    assert len(rows) == size * (size * 4 + 1)
    assert b"\xff\xff\xff\xff" in rows


WELCOME = [
    ("its own page", {"host": "localhost:8443", "origin": "https://localhost:8443"}, True),
    ("no origin", {"host": "127.0.0.1:8443"}, True),
    ("another site", {"host": "localhost:8443", "origin": "https://evil.example"}, False),
    ("another port of this computer", {"host": "localhost:8443", "origin": "http://localhost:8080"}, False),
    ("a hidden origin", {"host": "localhost:8443", "origin": "null"}, False),
    ("another name for this computer", {"host": "evil.example:8443"}, False),
    ("a name that begins like ours", {"host": "localhost.evil.example:8443"}, False),
    ("no host", {}, False),
    ("a broken port", {"host": "localhost:x"}, False),
]


@pytest.mark.parametrize(("headers", "welcome"), [row[1:] for row in WELCOME], ids=[row[0] for row in WELCOME])
def test_only_this_computers_own_pages_are_welcome(headers: dict[str, str], welcome: bool) -> None:
    assert Gate(None, 8443).welcome(headers) is welcome


def _start(*arguments: str, **environment: str | None) -> subprocess.Popen:
    values = {key: value for key, value in (os.environ | environment).items() if value is not None}
    values["PYTHONPATH"] = os.pathsep.join([str(Path(project.__file__).parents[2]), values.get("PYTHONPATH", "")])
    return subprocess.Popen([sys.executable, "-m", "ziping.server", *arguments], env=values, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")


def test_without_a_licence_key_it_says_so() -> None:
    process = _start(XLWINGS_LICENSE_KEY=None, PYTHONIOENCODING="utf-8")
    _, told = process.communicate(timeout=60)
    assert process.returncode == 2
    assert told.startswith("没有设置 XLWINGS_LICENSE_KEY")


# ---------------------------------------------------------------------------------------------------------------
# The server, started for real

needed = pytest.mark.skipif(importlib.util.find_spec("xlwings_server") is None, reason="the extra `server` is not installed: the server is not started")


class Served:
    def __init__(self, port: int) -> None:
        self.address = f"http://localhost:{port}"

    def get(self, path: str) -> str:
        return self._ask(urllib.request.Request(self.address + path))[1]

    def post(self, path: str, data: object, **headers: str) -> tuple[int, str]:
        return self._ask(urllib.request.Request(self.address + path, json.dumps(data).encode(), {"Content-Type": "application/json"} | headers))

    @staticmethod
    def _ask(request: urllib.request.Request) -> tuple[int, str]:
        try:
            with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=60) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def call(self, name: str, *arguments: object) -> tuple[int, object]:
        """A custom function as the client calls it: every argument is a table."""
        tables = [a if isinstance(a, list) else [[a]] if a is not None else None for a in arguments]
        data = {"func_name": name, "args": tables, "version": "x", "client": "Office.js", "caller_address": "Book1[Sheet1]!A1", "content_language": "zh-CN",
                "culture_info_name": "zh-CN", "date_format": "yyyy/m/d", "runtime": "1.4"}  # fmt: skip
        status, text = self.post("/xlwings/custom-functions-call", data)
        return status, json.loads(text)["result"] if status == 200 else text


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home = tmp_path_factory.mktemp("home")
    process = _start("--port", str(port), HOME=str(home), USERPROFILE=str(home), PYTHONIOENCODING="utf-8")
    server = Served(port)
    try:
        for _ in range(120):
            if process.poll() is not None:
                pytest.fail(process.stderr.read())
            try:
                server.get("/")
                break
            except OSError:
                time.sleep(0.5)
        yield server
    finally:
        process.terminate()
        process.wait(20)


@needed
def test_manifest_and_office_js_come_from_here(served: Served) -> None:
    text = served.get("/manifest.xml")
    root = _checked(text)
    assert root.find(f"{APP}Id").text == project.MANIFEST_ID
    assert set(re.findall(r"https?://[\w.:]+", text)) - {"http://schemas.microsoft.com", "http://www.w3.org"} == {served.address}
    page = served.get("/taskpane.html")
    assert "appsforoffice.microsoft.com" not in page
    script = re.search(r'src="([^"]+/office\.js)"', page)[1]
    assert len(served.get(script)) > 50_000
    assert served.get("/static/js/ribbon.js") == project.script()


@needed
def test_functions_are_described_by_their_bare_names(served: Served) -> None:
    described = {f["name"]: f for f in json.loads(served.get("/xlwings/custom-functions-meta.json"))["functions"]}
    assert set(described) == {f.name for f in FUNCTIONS}
    for function in FUNCTIONS:
        found = described[function.name]
        assert [(p["name"], p.get("optional", False)) for p in found["parameters"]] == [(a.name, a.optional) for a in function.arguments]
        assert found["description"] == function.help
    assert 'CustomFunctions.associate("PERF_SCORE"' in served.get("/xlwings/custom-functions-code.js")


CALLS = [
    ("a target met", "PERF_SCORE", (10, "≥95%", "96%", None), (200, [[10.0]])),
    ("blank", "PERF_SCORE", (10, "≥95%", "", None), (200, [[""]])),
    ("a column", "PERF_RATE", ([[1], [2]], 4), (200, [[0.25], [0.5]])),
    ("a total", "PERF_TOTAL", ([[10], [5.5]], None, None, None), (200, [[15.5]])),
    ("true", "PERF_FOOTS", (0.3, [[0.1], [0.2]], None), (200, [[True]])),
    ("unscorable", "PERF_SCORE", (10, "若干", "一些", "看情况给分"), (400, "")),
    ("an error cell", "PERF_RATE", ([[{"type": "Error", "errorType": "NotAvailable", "basicType": "Error", "basicValue": "#N/A"}]], 4), (400, "")),
]


@needed
@pytest.mark.parametrize(("name", "arguments", "answer"), [row[1:] for row in CALLS], ids=[row[0] for row in CALLS])
def test_functions_answer_over_http(served: Served, name: str, arguments: tuple, answer: tuple) -> None:
    status, result = served.call(name, *arguments)
    assert status == answer[0], result
    assert result == answer[1] if status == 200 else len(result) > 5


@needed
def test_an_error_in_a_column_stays_in_its_cell(served: Served) -> None:
    status, result = served.call("PERF_RATE", [["x"], [2]], 4)
    assert status == 200
    assert result[1] == [0.5]
    assert result[0][0] == "#N/A" or result[0][0]["type"] == "Error"


@needed
@pytest.mark.parametrize("path", resources.samples(), ids=lambda path: path.stem)
def test_check_and_clear_over_http(served: Served, path: Path) -> None:
    client = remote.Client(path)
    sheets = client.book.sheetnames
    status, text = served.post("/xlwings/custom-scripts-call/check", client.payload())
    assert status == 200, text
    client.apply(json.loads(text)["actions"])
    assert client.alerts[-1].startswith("校验完成：")
    status, text = served.post("/xlwings/custom-scripts-call/clear_marks", client.payload())
    client.apply(json.loads(text)["actions"])
    assert client.alerts[-1] == "已清除校验留下的全部标记。"
    assert client.book.sheetnames == sheets


@needed
@pytest.mark.parametrize("button", BUTTONS, ids=lambda button: button.command)
def test_every_button_answers(served: Served, button) -> None:  # noqa: ANN001
    client = remote.Client(next(p for p in resources.samples() if p.stem == "furong-2022"))
    status, text = served.post(f"/xlwings/custom-scripts-call/{button.handler}", client.payload())
    assert status == 200, text
    client.apply(json.loads(text)["actions"])
    assert client.alerts or button.command == "help"
    assert not any("程序内部出错" in alert for alert in client.alerts)


@needed
def test_another_site_is_turned_away(served: Served) -> None:
    assert served.post("/xlwings/custom-scripts-call/report", {}, Origin="https://evil.example")[0] == 403
    assert served.post("/xlwings/custom-scripts-call/report", {}, Host="evil.example")[0] == 403
