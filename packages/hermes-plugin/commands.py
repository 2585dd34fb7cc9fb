"""``hermes clawlink begin | finish | setup | status | test | repair``. Each prints lines for a person and returns an exit code."""

import time
from typing import Callable, Dict, Optional

try:
    from . import clawlink_http as http
    from . import config_file, pairing, yaml_entry
except ImportError:  # loaded as a plain module, as the tests do
    import clawlink_http as http
    import config_file
    import pairing
    import yaml_entry

POLL_SECONDS = 3.0
EXPECTED_TOOLS = 10
ENDED = {
    "expired": "The link has expired.",
    "rejected": "The person said no.",
    "consumed": "This approval was used already.",
}


class Failed(Exception):
    """A command cannot go on; the message says why and what to do."""


def say(text: str) -> None:
    print(f"[clawlink] {http.masked(text)}", flush=True)


def _link(session: dict) -> None:
    # The link is for the person; it holds the session id on purpose.
    print(f"[clawlink] Open this link, sign in and approve: {session['approval_url']}", flush=True)
    say(f"It works for {max(1, round(pairing.minutes_left(session)))} more minutes. Running this again goes on with it.")


def _resume_or_start(origin: str) -> dict:
    session = pairing.under_way(origin)
    if session:
        try:
            if pairing.ask(session).get("status") in ("pending_approval", "approved"):
                say("Going on with the approval that is under way.")
                return session
        except http.Refused as refused:
            if refused.retryable:
                raise
        pairing.forget()
    return pairing.start(origin)


def _works() -> Optional[str]:
    """None when the configured key reaches ClawLink's tools, else why not."""
    entry = yaml_entry.entry_of(config_file.read_config())
    if not entry:
        return "ClawLink is not configured. Run `hermes clawlink begin`."
    if not entry["url"] or not entry["key"]:
        return "The clawlink entry has no url or no key. Run `hermes clawlink repair`."
    http.origin_of(entry["url"])
    call = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
    accept = "application/json, text/event-stream"
    try:
        answer = http.request("POST", entry["url"], call, entry["key"], accept)
    except http.Refused as refused:
        if refused.status == 401:
            return "ClawLink no longer accepts the key. Run `hermes clawlink repair`."
        return str(refused)
    tools = (answer.get("result") or {}).get("tools")
    count = len(tools) if isinstance(tools, list) else 0
    return None if count >= EXPECTED_TOOLS else f"ClawLink answered with {count} tools instead of {EXPECTED_TOOLS}."


def _ready_already(repair: bool) -> bool:
    if repair or not yaml_entry.entry_of(config_file.read_config()):
        return False
    why = _works()
    if why is None:
        say("ClawLink is set up and works. `hermes clawlink repair` gives this Hermes a new key.")
        return True
    say(f"ClawLink is configured but does not work: {why} Pairing again.")
    return False


def _install(session: dict, install: object) -> int:
    if not isinstance(install, dict):
        raise Failed("ClawLink's answer has no installation. Try again.")
    headers = install.get("headers")
    key = headers.get("x-clawlink-api-key") if isinstance(headers, dict) else None
    url = install.get("url")
    if not isinstance(key, str) or not key or not isinstance(url, str):
        raise Failed("ClawLink's answer has no key. Run `hermes clawlink begin` again.")
    http.origin_of(url)
    before = config_file.read_config()
    timeouts = [install.get(name) for name in ("timeout", "connect_timeout")]
    timeout, connect = [value if isinstance(value, int) else usual for value, usual in zip(timeouts, (180, 60))]
    after = yaml_entry.with_entry(before, url, key, timeout, connect)
    backup = config_file.write_config(before, after)
    why = _works()
    if why is not None:
        config_file.roll_back(backup)
        raise Failed(f"{why} Hermes' configuration is as it was before; `hermes clawlink finish` tries again.")
    try:
        pairing.consume(session)
    except http.Refused as refused:
        # The key is saved and works; ClawLink drops its sealed copy by itself five minutes after the approval.
        say(f"ClawLink could not be told that setup is done ({refused}); that does no harm.")
    pairing.forget()
    _end_key(yaml_entry.entry_of(before), url, key)
    say(f"{config_file.config_path()} has the clawlink server now." + (f" Before that: {backup}" if backup else ""))
    say("In a running Hermes chat, type /reload-mcp.")
    return 0


def _end_key(earlier: Optional[dict], url: str, key: str) -> None:
    """Revokes the key that the new one replaces, at the ClawLink that made both."""
    if not earlier or not earlier["key"] or earlier["key"] == key or not earlier["url"]:
        return
    try:
        if http.origin_of(earlier["url"]) != http.origin_of(url):
            return
        http.request("DELETE", f"{http.origin_of(url)}/api/agent/key", key=earlier["key"])
        say("The key from before is revoked.")
    except http.Refused as refused:
        # One that is not accepted any more is as good as revoked.
        if refused.status != 401:
            say(f"The key from before could not be revoked ({refused}). Revoke it under Devices and keys in the dashboard.")


def _finish_or_wait(session: dict) -> Optional[int]:
    """The exit code once the person has decided, None while they have not."""
    answer = pairing.ask(session)
    status = answer.get("status")
    if status == "approved":
        return _install(session, answer.get("install"))
    if status == "pending_approval":
        return None
    pairing.forget()
    raise Failed(f"{ENDED.get(str(status), 'This approval is over.')} Run `hermes clawlink begin` for a new link.")


def begin(repair: bool = False) -> int:
    """Prints the link and returns at once; ``finish`` goes on when the person has approved."""
    if _ready_already(repair):
        return 0
    _refuse_unclear()
    _link(_resume_or_start(pairing.base_url()))
    say("When it is approved, run `hermes clawlink finish`.")
    return 0


def finish() -> int:
    """Asks once, and installs when the person has approved."""
    session = pairing.under_way(pairing.base_url())
    if not session:
        raise Failed("No approval is under way. Run `hermes clawlink begin`.")
    code = _finish_or_wait(session)
    if code is None:
        say("Not approved yet.")
        _link(session)
        return 1
    return code


def setup(repair: bool = False) -> int:
    """Prints the link, waits for the person, and installs."""
    if _ready_already(repair):
        return 0
    _refuse_unclear()
    session = _resume_or_start(pairing.base_url())
    _link(session)
    while pairing.minutes_left(session) > 0:
        try:
            code = _finish_or_wait(session)
            if code is not None:
                return code
        except http.Refused as refused:
            if not refused.retryable:
                raise
            say(f"{refused} Trying again.")
        time.sleep(POLL_SECONDS)
    raise Failed("Nobody approved in time. Run `hermes clawlink setup` again.")


def repair() -> int:
    """Pairs again, for a new key, although one is configured."""
    return setup(repair=True)


def status() -> int:
    """What is configured, without asking ClawLink."""
    entry = yaml_entry.entry_of(config_file.read_config())
    session = pairing.under_way(pairing.base_url())
    if entry:
        say(f"Configured in {config_file.config_path()}: {entry['url']}, key …{entry['key'][-4:]}")
    else:
        say(f"Not configured in {config_file.config_path()}.")
    if session:
        _link(session)
    return 0 if entry else 1


def test() -> int:
    """Lists ClawLink's tools with the configured key."""
    why = _works()
    say("ClawLink answers, with its tools." if why is None else why)
    return 0 if why is None else 1


def _refuse_unclear() -> None:
    # Before a person is asked to approve: what cannot be written should not be asked for.
    yaml_entry.entry_of(config_file.read_config())


COMMANDS: Dict[str, Callable[[], int]] = {
    "begin": begin,
    "finish": finish,
    "setup": setup,
    "status": status,
    "test": test,
    "repair": repair,
}


def run(name: str) -> int:
    """Runs one command by name: 0 done, 1 not done, 2 no such command."""
    command = COMMANDS.get(name)
    if command is None:
        say(f"There is no {name!r}. Commands: {', '.join(COMMANDS)}.")
        return 2
    try:
        return command()
    except yaml_entry.UnclearConfig as unclear:
        say(f"{config_file.config_path()} is left as it is: {unclear}")
    except UnicodeDecodeError:
        say(f"{config_file.config_path()} is left as it is: it is not UTF-8 text.")
    except (Failed, http.Refused, config_file.Changed) as failed:
        say(str(failed))
    except OSError as error:
        say(f"{error.strerror or error}: {error.filename or config_file.config_path()}")
    except KeyboardInterrupt:
        say("Interrupted. Run it again to go on with the same link.")
    return 1
