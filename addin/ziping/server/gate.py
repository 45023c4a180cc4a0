"""Who may talk to a server on this computer: its own pages. Another site open in the same browser may not, under whatever name it reaches us."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

NAMES = frozenset({"localhost", "127.0.0.1"})


class Gate:
    """ASGI middleware: 403 unless the request is addressed to this computer and, where it says where it comes from, comes from here."""

    def __init__(self, app: Callable[..., Awaitable[None]], port: int) -> None:
        self.app, self.port = app, port

    async def __call__(self, scope: dict[str, Any], receive: Callable[..., Any], send: Callable[..., Any]) -> None:
        if scope["type"] == "http" and not self.welcome({name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}):
            await send({"type": "http.response.start", "status": 403, "headers": [(b"content-type", b"text/plain; charset=utf-8")]})
            await send({"type": "http.response.body", "body": "只接受本机 Excel 的请求。".encode()})
            return
        await self.app(scope, receive, send)

    def welcome(self, headers: dict[str, str]) -> bool:
        """Whether host and origin, as far as given, are this server."""
        if not self._ours(f"//{headers.get('host', '')}"):
            return False
        return "origin" not in headers or self._ours(headers["origin"])

    def _ours(self, address: str) -> bool:
        try:
            parts = urlsplit(address)
            return parts.hostname in NAMES and parts.port == self.port
        except ValueError:
            return False
