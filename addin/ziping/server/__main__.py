"""`python -m ziping.server`: starts the server on this computer and says where the manifest is."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path


def main(arguments: list[str] | None = None) -> int:
    """Runs until it is stopped; 2 with one sentence when it cannot start."""
    parser = argparse.ArgumentParser(prog="python -m ziping.server", description="绩效自评的网页版服务，只供本机使用。")
    parser.add_argument("--port", type=int, default=8443, help="端口，缺省 8443")
    parser.add_argument("--certificate", type=Path, help="localhost 的证书（.pem）；Excel 只加载 https 的加载项")
    parser.add_argument("--key", type=Path, help="证书的私钥（.pem）")
    given = parser.parse_args(arguments)
    if not os.environ.get("XLWINGS_LICENSE_KEY"):
        print("没有设置 XLWINGS_LICENSE_KEY：xlwings Server 须有许可，政府机关等非商业用途可设为 noncommercial，请设置后再启动。", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="ziping-server-") as folder:
        try:
            application = prepare(Path(folder), given.port, secure=given.certificate is not None)
            import uvicorn
        except ModuleNotFoundError as missing:
            print(f"没有安装网页版服务所需的组件（{missing.name}），请用 pip install 'ziping[server]' 安装。", file=sys.stderr)
            return 2
        scheme = "https" if given.certificate else "http"
        print(f"服务已启动，清单：{scheme}://localhost:{given.port}/manifest.xml（按 Ctrl+C 停止）", flush=True)
        uvicorn.run(application, host="127.0.0.1", port=given.port, log_level="warning", ssl_certfile=given.certificate, ssl_keyfile=given.key)
    return 0


def prepare(folder: Path, port: int, *, secure: bool):  # noqa: ANN201 - an ASGI application
    """The server's application with our functions, scripts, manifest and ribbon. Settings are read once, when xlwings Server is imported."""
    from ziping.server import project

    project.write(folder)
    os.environ |= {
        "XLWINGS_PROJECT_DIR": str(folder), "XLWINGS_ENVIRONMENT": "prod", "XLWINGS_FUNCTIONS_NAMESPACE": "", "XLWINGS_ENABLE_SOCKETIO": "false",
        "XLWINGS_ENABLE_EXAMPLES": "false", "XLWINGS_CDN_OFFICEJS": "false", "XLWINGS_PROJECT_NAME": "绩效自评", "XLWINGS_ON_SERVER": "true",
        "XLWINGS_LOG_LEVEL": "WARNING",
    }  # fmt: skip
    if secure:
        os.environ["XLWINGS_HOSTNAME"] = f"localhost:{port}"
    from ziping.excel import scripts
    from ziping.server import functions

    sys.modules["custom_functions"], sys.modules["custom_scripts"] = functions, scripts
    from xlwings_server.main import app, main_app

    from ziping.server.gate import Gate

    app.add_middleware(Gate, port=port)
    return main_app


if __name__ == "__main__":
    sys.exit(main())
