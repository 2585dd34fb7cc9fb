"""The network's other end, on loopback: approvals, consumption, and MCP's tools/list with a key."""

import json
import secrets
import threading
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class FakeClawLink:
    """Answers as ClawLink does; what it was asked is in ``seen``."""

    def __init__(self) -> None:
        self.seen = []
        self.revoked = []
        self.status = "pending_approval"
        self.key = "cllk_live_" + secrets.token_hex(32)
        self.session_id = "hb_" + secrets.token_hex(16)
        self.tools = 11
        self.failing = {}
        self.expires_in = timedelta(minutes=15)
        self.install_url = None
        self.event_stream = False
        fake = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                fake._answer(self, "GET")

            def do_POST(self):
                fake._answer(self, "POST")

            def do_DELETE(self):
                fake._answer(self, "DELETE")

            def log_message(self, *_args):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def asked(self, method: str, path: str) -> int:
        return sum(1 for seen in self.seen if seen[:2] == (method, path))

    def _answer(self, handler, method: str) -> None:
        length = int(handler.headers.get("content-length") or 0)
        body = json.loads(handler.rfile.read(length)) if length else None
        self.seen.append((method, handler.path, body))
        status, answer = self._respond(method, handler.path, handler.headers.get("x-clawlink-api-key"))
        if callable(answer):
            answer(handler)
            return
        text = answer if isinstance(answer, str) else json.dumps(answer)
        streamed = self.event_stream and handler.path == "/api/mcp"
        data = (f"event: message\ndata: {text}\n\n" if streamed else text).encode()
        handler.send_response(status)
        handler.send_header("content-type", "text/event-stream" if streamed else "application/json")
        handler.send_header("content-length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data)

    def _respond(self, method: str, path: str, key):
        planned = self.failing.get(f"{method} {path}")
        if planned:
            return planned
        sessions = "/api/hermes/bootstrap-sessions"
        expires = (datetime.now(timezone.utc) + self.expires_in).isoformat().replace("+00:00", "Z")
        if (method, path) == ("POST", sessions):
            return 200, {
                "session_id": self.session_id,
                "status": "pending_approval",
                "approval_url": f"{self.url}/hermes/approve/{self.session_id}",
                "poll_url": f"{self.url}{sessions}/{self.session_id}",
                "expires_at": expires,
            }
        if (method, path) == ("GET", f"{sessions}/{self.session_id}"):
            answer = {"session_id": self.session_id, "status": self.status, "expires_at": expires}
            if self.status == "approved":
                answer["install"] = {
                    "server_name": "clawlink",
                    "url": self.install_url or f"{self.url}/api/mcp",
                    "headers": {"x-clawlink-api-key": self.key},
                    "timeout": 180,
                    "connect_timeout": 60,
                }
            return 200, answer
        if (method, path) == ("POST", f"{sessions}/{self.session_id}/consume"):
            self.status = "consumed"
            return 200, {"session_id": self.session_id, "status": "consumed"}
        if (method, path) == ("DELETE", "/api/agent/key"):
            self.revoked.append(key)
            return 200, {"success": True}
        if (method, path) == ("POST", "/api/mcp"):
            if key != self.key:
                return 401, {"error": "Unauthorized"}
            tools = [{"name": f"clawlink.{number}"} for number in range(self.tools)]
            return 200, {"jsonrpc": "2.0", "id": 1, "result": {"tools": tools}}
        return 404, {"error": "There is nothing at this address."}
