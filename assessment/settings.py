"""What the person who runs the tool can set, in `ASSESSMENT_*` environment variables."""

import contextlib
import ipaddress
import os
import secrets
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from assessment.errors import Invalid, Problem

PREFIX = "ASSESSMENT_"
MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class Settings:
    """The settings of one running tool.

    `imprint` and `privacy` are the operator's own texts, shown in the footer's pages; empty for
    one's own machine. `languages` of the pages are those of `wording`.
    """

    data_folder: Path
    database_url: str
    secret_key: str = field(repr=False)
    host: str = "127.0.0.1"
    port: int = 8000
    max_upload_bytes: int = 5 * MEBIBYTE
    report_processes: int = 1
    operator: str = ""
    imprint: str = ""
    privacy: str = ""

    def __post_init__(self) -> None:
        """Refuse to serve a network: without accounts, anybody there could read and write."""
        problems = [*_host_problems(self), *_port_problems(self)]
        if problems:
            raise Invalid(problems)


def settings_from(
    environment: Mapping[str, str] | None = None,
    *,
    host: str | None = None,
    port: int | None = None,
) -> Settings:
    """The settings of this environment; `host` and `port` of the command line go before it.

    Makes the data folder and, the first time, the secret key in it. Raises Invalid with every
    setting that cannot be used.
    """
    values = {
        name.removeprefix(PREFIX).lower(): value
        for name, value in (os.environ if environment is None else environment).items()
        if name.startswith(PREFIX) and value
    }
    problems: list[Problem] = []
    numbers = {
        name: _whole_number(values, name, default, problems)
        for name, default in (("port", 8000), ("max_upload_mb", 5), ("report_processes", 1))
    }
    if problems:
        raise Invalid(problems)
    folder = Path(values.get("data", _default_data_folder())).expanduser().absolute()
    return Settings(
        data_folder=folder,
        database_url=values.get("database_url", f"sqlite:///{folder / 'assessment.sqlite'}"),
        secret_key=values.get("secret_key") or _kept_secret_key(folder),
        host=host or values.get("host", "127.0.0.1"),
        port=numbers["port"] if port is None else port,
        max_upload_bytes=numbers["max_upload_mb"] * MEBIBYTE,
        report_processes=numbers["report_processes"],
        operator=values.get("operator", ""),
        imprint=values.get("imprint", ""),
        privacy=values.get("privacy", ""),
    )


def _default_data_folder() -> str:
    shared = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return str(Path(shared) / "ki-readiness")


def _whole_number(
    values: Mapping[str, str], name: str, default: int, problems: list[Problem]
) -> int:
    text = values.get(name, str(default))
    if text.isascii() and text.isdigit() and int(text) > 0:
        return int(text)
    problems.append(Problem("setting_number", f"{PREFIX}{name.upper()}", {"given": text}))
    return default


def _kept_secret_key(folder: Path) -> str:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = folder / "secret-key"
    if not file.exists():
        _write_once(file, secrets.token_hex(32))
    return file.read_text(encoding="ascii")


def _write_once(file: Path, text: str) -> None:
    # A link appears whole or not at all: two processes that start at once agree on one key,
    # and mkstemp makes a file that only its owner can read.
    descriptor, name = tempfile.mkstemp(dir=file.parent)
    with os.fdopen(descriptor, "w", encoding="ascii") as target:
        target.write(text)
    with contextlib.suppress(FileExistsError):
        os.link(name, file)
    Path(name).unlink()


def _host_problems(settings: Settings) -> list[Problem]:
    if _is_loopback(settings.host):
        return []
    return [Problem("setting_not_loopback", f"{PREFIX}HOST", {"given": settings.host})]


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _port_problems(settings: Settings) -> list[Problem]:
    if 0 < settings.port < 2**16:
        return []
    return [Problem("setting_port", f"{PREFIX}PORT", {"given": settings.port})]
