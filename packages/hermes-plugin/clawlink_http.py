"""Requests to ClawLink with the standard library alone."""

import json
import re
import urllib.error
import urllib.parse
import urllib.request
from typing import Optional

VERSION = "0.1.0"
MAX_BYTES = 4 * 1024 * 1024
LOCAL = ("localhost", "127.0.0.1", "::1")


class Refused(Exception):
    """ClawLink said no, or could not be reached; ``retryable`` where waiting may help."""

    def __init__(self, message: str, *, status: int = 0, retryable: bool = False) -> None:
        super().__init__(masked(message))
        self.status = status
        self.retryable = retryable


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect would carry the key to wherever it points."""

    def redirect_request(self, *_args, **_kwargs):
        return None


_opener = urllib.request.build_opener(_NoRedirect())


def masked(text: str) -> str:
    """The text without keys and session ids."""
    return re.sub(r"(cllk_live_|hb_|hbs_)[A-Za-z0-9._-]+", r"\1[secret]", text)


def origin_of(url: str) -> str:
    """The origin of an address: https, or plain http on this machine alone. Raises Refused."""
    parts = urllib.parse.urlsplit(url.strip())
    if parts.hostname and (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOCAL)):
        return f"{parts.scheme}://{parts.netloc.rsplit('@', 1)[-1]}"
    raise Refused(f"CLAWLINK_BASE_URL has to be an https origin, such as https://claw-link.dev; it is {url!r}.")


def request(method: str, url: str, body: Optional[dict] = None, key: str = "", accept: str = "application/json") -> dict:
    """Sends JSON and reads a JSON object. Raises Refused."""
    headers = {"accept": accept, "user-agent": f"clawlink-hermes-plugin/{VERSION}"}
    data = None
    if body is not None:
        data = json.dumps(body).encode("utf-8")
        headers["content-type"] = "application/json"
    if key:
        headers["x-clawlink-api-key"] = key
    try:
        with _opener.open(urllib.request.Request(url, data=data, method=method, headers=headers), timeout=20) as answer:
            return _json(answer.read(MAX_BYTES + 1), answer.headers.get("content-type") or "", url)
    except urllib.error.HTTPError as error:
        with error:
            text = error.read(MAX_BYTES).decode("utf-8", "replace")
        raise Refused(
            _reason(text) or f"ClawLink answered {error.code}.",
            status=error.code,
            retryable=error.code in (408, 425, 429, 500, 502, 503, 504),
        ) from None
    except (urllib.error.URLError, OSError) as error:
        reason = getattr(error, "reason", error)
        raise Refused(f"ClawLink at {origin_of(url)} cannot be reached ({reason}).", retryable=True) from None


def _reason(text: str) -> str:
    try:
        error = json.loads(text).get("error")
    except (ValueError, AttributeError):
        return ""
    return str(error)[:500] if isinstance(error, str) else ""


def _json(data: bytes, content_type: str, url: str) -> dict:
    text = data[:MAX_BYTES].decode("utf-8", "replace")
    if content_type.startswith("text/event-stream"):
        # One answer as an event stream, as MCP allows: the last data line is it.
        events = [line[5:].strip() for line in text.splitlines() if line.startswith("data:")]
        text = events[-1] if events else ""
    try:
        parsed = json.loads(text)
    except ValueError:
        parsed = None
    if not isinstance(parsed, dict):
        raise Refused(f"What answers at {origin_of(url)} is not ClawLink.")
    return parsed
