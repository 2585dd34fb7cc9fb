"""An approval under way: started, kept for later, asked for, over (CONTRACT.md section 4)."""

import datetime as dt
import json
import os
import platform
import socket
import subprocess
import shutil
from pathlib import Path
from typing import Optional

try:
    from . import clawlink_http as http
    from . import config_file
except ImportError:  # loaded as a plain module, as the tests do
    import clawlink_http as http
    import config_file

DEFAULT_BASE_URL = "https://claw-link.dev"
FIELDS = ("base_url", "session_id", "approval_url", "poll_url", "expires_at")


def base_url() -> str:
    """Where ClawLink is: ``CLAWLINK_BASE_URL``, else the public one. Raises http.Refused for an address no key may come from."""
    return http.origin_of(os.environ.get("CLAWLINK_BASE_URL") or DEFAULT_BASE_URL)


def _file() -> Path:
    return config_file.hermes_home() / "clawlink-pairing.json"


def hermes_version() -> Optional[str]:
    """What ``hermes --version`` says, for the person who approves; None where it says nothing."""
    program = shutil.which("hermes")
    if not program:
        return None
    try:
        done = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.SubprocessError):
        return None
    return (done.stdout.strip().splitlines() or [""])[0][:80] or None


def start(origin: str) -> dict:
    """Asks ClawLink for an approval link and keeps it. Raises http.Refused."""
    hello = {
        "agent_family": "hermes",
        "agent_version": hermes_version(),
        "client_label": "Hermes",
        "hostname": socket.gethostname(),
        "platform": platform.system().lower(),
        "approval_return_hint": "chat",
        "requested_transport": "mcp_http_header",
    }
    answer = http.request("POST", f"{origin}/api/hermes/bootstrap-sessions", hello)
    session = {**{name: answer.get(name) for name in FIELDS[1:]}, "base_url": origin}
    if not _complete(session):
        raise http.Refused(f"What answers at {origin} is not a ClawLink this plugin understands.")
    config_file.write_private(_file(), json.dumps(session, indent=2) + "\n")
    return session


def under_way(origin: str) -> Optional[dict]:
    """The approval that was started with this ClawLink and has not expired, or None."""
    try:
        session = json.loads(_file().read_text("utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(session, dict) or not _complete(session) or session["base_url"] != origin:
        return None
    return session if minutes_left(session) > 0 else None


def forget() -> None:
    _file().unlink(missing_ok=True)


def minutes_left(session: dict) -> float:
    try:
        until = dt.datetime.fromisoformat(session["expires_at"].replace("Z", "+00:00"))
    except ValueError:
        return 0
    return (until - dt.datetime.now(dt.timezone.utc)).total_seconds() / 60


def ask(session: dict) -> dict:
    """How far the person has come; with ``install`` once they have approved. Raises http.Refused."""
    return http.request("GET", session["poll_url"])


def consume(session: dict) -> None:
    """Says that the installation is written. Raises http.Refused."""
    http.request("POST", f"{session['base_url']}/api/hermes/bootstrap-sessions/{session['session_id']}/consume", {})


def _complete(session: dict) -> bool:
    if not all(isinstance(session.get(name), str) and session[name] for name in FIELDS):
        return False
    try:
        # The poll answers with a key, so it goes to the ClawLink that was chosen; links are for a browser.
        return http.origin_of(session["poll_url"]) == session["base_url"] and bool(http.origin_of(session["approval_url"]))
    except http.Refused:
        return False
