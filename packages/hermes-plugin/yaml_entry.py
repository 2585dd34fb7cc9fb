"""Puts one entry below ``mcp_servers`` of a YAML file, or takes it out, and leaves every other byte as it is.

The standard library has no YAML parser, so this reads lines: it knows block mappings and an empty ``{}``. What it does not know for certain it
refuses, instead of guessing in somebody's configuration.
"""

import json
import re
from typing import List, NamedTuple, Optional

SECTION = "mcp_servers"
ENTRY = "clawlink"


class UnclearConfig(Exception):
    """The file is written in a way this does not edit; the message says how and what to do."""


class _Place(NamedTuple):
    """Line numbers: the section's header, the end of what it holds, and the entry's own lines, if it is there."""

    header: Optional[int]
    end: int
    indent: str
    entry: Optional[range]
    empty_flow: bool


def _bare(line: str) -> str:
    return line.rstrip("\r\n")


def _is_content(line: str) -> bool:
    stripped = line.strip()
    return stripped != "" and not stripped.startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _key(line: str) -> Optional[str]:
    """The key of a ``key: value`` line, quotes taken off."""
    match = re.match(r"""^\s*(?:"([^"]*)"|'([^']*)'|([^\s"'#\[\]{},&*!|>%@`-][^:#]*?))\s*:(?:\s|$)""", _bare(line))
    return next((group for group in match.groups() if group is not None), None) if match else None


def _value(line: str) -> str:
    """What follows the key on its line, without a comment."""
    after = _bare(line).split(":", 1)[1]
    return re.sub(r"(^|\s)#.*$", "", after).strip()


def _block_scalar_lines(lines: List[str]) -> set:
    """Lines inside ``|`` and ``>`` texts, which may look like anything."""
    inside = set()
    number = 0
    while number < len(lines):
        line = lines[number]
        header = _is_content(line) and re.search(r"[:-]\s+(?:[!&]\S+\s+)*[|>][-+0-9]*\s*(?:#.*)?$", _bare(line))
        number += 1
        if not header:
            continue
        while number < len(lines) and (lines[number].strip() == "" or _indent(lines[number]) > _indent(line)):
            inside.add(number)
            number += 1
    return inside


def _check_simple(lines: List[str], text_lines: set) -> None:
    for number, line in enumerate(lines):
        if number in text_lines or not _is_content(line):
            continue
        lead = line[: len(line) - len(line.lstrip())]
        if "\t" in lead:
            raise UnclearConfig(f"line {number + 1} is indented with a tab, which YAML does not allow. Correct it first.")
        if re.match(r"^(?:\.\.\.)(?:\s|$)", line) or (number > 0 and re.match(r"^---(?:\s|$)", line) and _seen(lines, number)):
            raise UnclearConfig("it holds several YAML documents. Keep one.")


def _seen(lines: List[str], until: int) -> bool:
    return any(_is_content(line) and not line.startswith("%") for line in lines[:until])


def _find(lines: List[str]) -> _Place:
    text_lines = _block_scalar_lines(lines)
    _check_simple(lines, text_lines)
    content = [n for n, line in enumerate(lines) if n not in text_lines and _is_content(line)]
    top = [n for n in content if _indent(lines[n]) == 0 and not re.match(r"^(?:---|%)", lines[n])]
    if any(lines[n].lstrip().startswith(("{", "[")) for n in top[:1]):
        raise UnclearConfig("it is one inline {…} value. Write it as lines of key: value.")
    headers = [n for n in top if _key(lines[n]) == SECTION]
    if len(headers) > 1:
        raise UnclearConfig(f"it has {SECTION} more than once. Merge them first.")
    if not headers:
        return _Place(None, len(lines), "  ", None, False)
    header = headers[0]
    value = _value(lines[header])
    if value not in ("", "{}", "null", "~") and not re.match(r"^\{\s*\}$", value):
        raise UnclearConfig(f"{SECTION} is written inline. Write its servers on lines of their own.")
    after = [n for n in top if n > header]
    limit = after[0] if after else len(lines)
    inner = [n for n in content if header < n < limit]
    if not inner:
        return _Place(header, header + 1, "  ", None, value != "")
    if value != "":
        raise UnclearConfig(f"{SECTION} has a value and lines below it.")
    depth = _indent(lines[inner[0]])
    children = [n for n in inner if _indent(lines[n]) == depth]
    if any(_indent(lines[n]) < depth for n in inner) or any(_key(lines[n]) is None for n in children):
        raise UnclearConfig(f"the lines below {SECTION} are not servers by name.")
    entries = [n for n in children if _key(lines[n]) == ENTRY]
    if len(entries) > 1:
        raise UnclearConfig(f"{SECTION} has {ENTRY} more than once. Remove one.")
    end = inner[-1] + 1
    while end in text_lines:
        end += 1
    return _Place(header, end, " " * depth, _entry_lines(lines, entries, children, inner, end), False)


def _entry_lines(
    lines: List[str], entries: List[int], children: List[int], inner: List[int], end: int
) -> Optional[range]:
    if not entries:
        return None
    following = [n for n in children if n > entries[0]]
    stop = following[0] if following else end
    # Comments just above the next server are that server's.
    while stop > entries[0] + 1 and following and not _is_content(lines[stop - 1]):
        stop -= 1
    return range(entries[0], stop)


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _quoted(value: str) -> str:
    """A YAML double-quoted text; JSON's escapes are among YAML's."""
    return json.dumps(value)


def _entry(indent: str, newline: str, url: str, key: str, timeout: int, connect_timeout: int) -> List[str]:
    step = indent if indent.strip(" ") == "" and indent else "  "
    rows = [
        f"{indent}{ENTRY}:",
        f"{indent}{step}url: {_quoted(url)}",
        f"{indent}{step}headers:",
        f"{indent}{step}{step}x-clawlink-api-key: {_quoted(key)}",
        f"{indent}{step}timeout: {timeout}",
        f"{indent}{step}connect_timeout: {connect_timeout}",
    ]
    return [row + newline for row in rows]


def with_entry(text: str, url: str, key: str, timeout: int = 180, connect_timeout: int = 60) -> str:
    """The file with the ``clawlink`` server added or replaced. Raises UnclearConfig and changes nothing where it is not certain."""
    newline = _newline(text)
    lines = text.splitlines(keepends=True)
    place = _find(lines)
    rows = _entry(place.indent, newline, url, key, timeout, connect_timeout)
    if place.header is None:
        if lines and not lines[-1].endswith(("\n", "\r")):
            lines[-1] += newline
        return "".join(lines + [f"{SECTION}:{newline}"] + rows)
    if place.entry is not None:
        last = lines[place.entry.stop - 1]
        if not last.endswith("\n"):
            rows[-1] = rows[-1][: -len(newline)]
        lines[place.entry.start : place.entry.stop] = rows
        return "".join(lines)
    if place.empty_flow:
        lines[place.header] = re.sub(r":\s*(?:\{\s*\}|null|~)", ":", lines[place.header], count=1)
    if not lines[place.end - 1].endswith("\n"):
        lines[place.end - 1] += newline
    lines[place.end : place.end] = rows
    return "".join(lines)


def without_entry(text: str) -> str:
    """The file without the ``clawlink`` server; as it is where there is none."""
    lines = text.splitlines(keepends=True)
    place = _find(lines)
    if place.entry is not None:
        del lines[place.entry.start : place.entry.stop]
    return "".join(lines)


def entry_of(text: str) -> Optional[dict]:
    """The url and key of the ``clawlink`` server, or None where there is none."""
    lines = text.splitlines(keepends=True)
    place = _find(lines)
    if place.entry is None:
        return None
    found = {"url": "", "key": ""}
    for number in place.entry:
        name = _key(lines[number]) if _is_content(lines[number]) else None
        if name == "url":
            found["url"] = _scalar(lines[number])
        elif name == "x-clawlink-api-key":
            found["key"] = _scalar(lines[number])
    return found


def _scalar(line: str) -> str:
    """The text of a ``key: value`` line, quotes taken off; a ``#`` inside quotes is part of it."""
    value = _bare(line).split(":", 1)[1].strip()
    if value.startswith('"'):
        try:
            return str(json.JSONDecoder().raw_decode(value)[0])
        except ValueError:
            return ""
    quoted = re.match(r"'((?:[^']|'')*)'", value)
    return quoted.group(1).replace("''", "'") if quoted else _value(line)
