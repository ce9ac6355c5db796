"""A stand-in for a Git host's API: pull requests and the comments on them, over HTTP on this machine."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


@dataclass
class Host:
    """What the host knows: open pull requests, and comments by the number of the pull request."""

    address: str = ""
    pulls: list[dict[str, object]] = field(default_factory=list)
    comments: list[dict[str, object]] = field(default_factory=list)
    tokens: set[str] = field(default_factory=set)

    def answer(self, method: str, path: str, data: dict[str, object] | None) -> object:
        """Answer a request as the host does."""
        if path.endswith("/pulls"):
            return self.pulls
        if method == "POST":
            self.comments.append({"id": len(self.comments) + 1, "user": {"type": "Bot"}, **(data or {})})
            return self.comments[-1]
        if method in {"PATCH", "PUT"}:
            number = int(re.findall(r"\d+", path)[-1])
            comment = next(c for c in self.comments if c["id"] == number)
            comment.update(data or {})
            return comment
        return self.comments


@contextmanager
def running_host() -> Iterator[Host]:
    """Start a host on a free port, give it, and stop it."""
    host = Host()

    class Handler(BaseHTTPRequestHandler):
        def _serve(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            data = json.loads(self.rfile.read(length)) if length else None
            asked = urlsplit(self.path)
            host.tokens.add(self.headers.get("PRIVATE-TOKEN") or self.headers.get("Authorization", ""))
            answer = host.answer(self.command, asked.path, data)
            if isinstance(answer, list):
                query = parse_qs(asked.query)
                size, page = int(query["per_page"][0]), int(query["page"][0])
                answer = answer[(page - 1) * size : page * size]
            body = json.dumps(answer).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PATCH = do_PUT = _serve

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    host.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield host
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
