"""Hermes' ``config.yaml`` on disk: read, written whole and at once, with a backup that can be put back."""

import os
import tempfile
import time
from pathlib import Path
from typing import Optional

KEPT_BACKUPS = 5


class Changed(Exception):
    """Somebody else wrote the file meanwhile."""


def hermes_home() -> Path:
    return Path(os.environ.get("HERMES_HOME") or "~/.hermes").expanduser()


def config_path() -> Path:
    return hermes_home() / "config.yaml"


def read_config() -> str:
    """The file's text with its line endings as they are; empty where there is no file."""
    try:
        return config_path().read_bytes().decode("utf-8")
    except FileNotFoundError:
        return ""


def write_config(before: str, after: str) -> Optional[Path]:
    """Replaces the file, readable by its owner alone, and keeps a backup, whose path it returns. Raises Changed when it is not ``before``."""
    path = Path(os.path.realpath(config_path()))
    path.parent.mkdir(parents=True, exist_ok=True)
    if read_config() != before:
        raise Changed(f"{path} was changed by something else meanwhile. Try again.")
    backup = None
    if path.exists():
        # The counter keeps two backups of one second apart.
        stamp = time.strftime("%Y%m%d-%H%M%S")
        backup = next(
            candidate
            for candidate in (path.with_name(f"{path.name}.clawlink-{stamp}-{n:02d}.bak") for n in range(100))
            if not candidate.exists()
        )
        _write(backup, path.read_bytes())
    _write(path, after.encode("utf-8"))
    _forget_old_backups(path)
    return backup


def roll_back(backup: Optional[Path]) -> None:
    """Puts the file back as it was before the last write; without a backup there was no file."""
    path = Path(os.path.realpath(config_path()))
    if backup is None:
        path.unlink(missing_ok=True)
    else:
        _write(path, backup.read_bytes())


def write_private(path: Path, text: str) -> None:
    """Writes a small file of this plugin's own, readable by its owner alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _write(path, text.encode("utf-8"))


def _write(path: Path, data: bytes) -> None:
    # mkstemp makes it 0600; the rename is atomic, so a crash leaves the old file or the new one.
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _forget_old_backups(path: Path) -> None:
    backups = sorted(path.parent.glob(f"{path.name}.clawlink-*.bak"))
    for old in backups[:-KEPT_BACKUPS]:
        old.unlink(missing_ok=True)
