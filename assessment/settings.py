"""What the person who runs the tool can set, in `ASSESSMENT_*` environment variables."""

import contextlib
import ipaddress
import os
import re
import secrets
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from assessment.errors import Invalid, Problem

PREFIX = "ASSESSMENT_"
MEBIBYTE = 1024 * 1024
# One sign before and after the @, a dot in the name of the host: a slip is told, no more.
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")

_NUMBERS = (
    ("port", 8000),
    ("max_upload_mb", 5),
    ("max_attachment_mb", 10),
    ("max_attachments_mb", 50),
    ("report_processes", 1),
)


@dataclass(frozen=True)
class Operator:
    """Who offers the tool to others, as the pages of the footer say it; empty on one's own machine.

    `address`, `imprint` and `privacy` may have several lines. `email` is a general one;
    `accessibility_contact` and `privacy_contact` go before it on their pages.
    """

    name: str = ""
    address: str = ""
    email: str = ""
    phone: str = ""
    responsible: str = ""
    privacy_contact: str = ""
    accessibility_contact: str = ""
    enforcement_body: str = ""
    imprint: str = ""
    privacy: str = ""


@dataclass(frozen=True)
class Settings:
    """The settings of one running tool; languages of the pages are those of `wording`."""

    data_folder: Path
    database_url: str
    secret_key: str = field(repr=False)
    host: str = "127.0.0.1"
    port: int = 8000
    max_upload_bytes: int = 5 * MEBIBYTE
    max_attachment_bytes: int = 10 * MEBIBYTE
    max_attachments_bytes: int = 50 * MEBIBYTE
    report_processes: int = 1
    operator: Operator = Operator()

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
    operator = _operator(values, problems)
    numbers = {name: _whole_number(values, name, default, problems) for name, default in _NUMBERS}
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
        max_attachment_bytes=numbers["max_attachment_mb"] * MEBIBYTE,
        max_attachments_bytes=numbers["max_attachments_mb"] * MEBIBYTE,
        report_processes=numbers["report_processes"],
        operator=operator,
    )


# What one setting may hold at most: an address or a name is shorter, texts of one's own longer.
_MOST_LETTERS = {"imprint": 20_000, "privacy": 20_000}
_MOST_LETTERS_ELSE = 500
_EMAILS = ("email", "accessibility_contact")


def _operator(values: Mapping[str, str], problems: list[Problem]) -> Operator:
    said = {field.name: values.get(field.name, "").strip() for field in fields(Operator)}
    said["name"] = values.get("operator", "").strip()
    for name, text in said.items():
        place = f"{PREFIX}{'OPERATOR' if name == 'name' else name.upper()}"
        most = _MOST_LETTERS.get(name, _MOST_LETTERS_ELSE)
        if len(text) > most:
            problems.append(Problem("setting_too_long", place, {"most": most}))
        elif text and name in _EMAILS and not _EMAIL.fullmatch(text):
            problems.append(Problem("setting_email", place, {"given": text}))
    if any(said.values()) and not said["name"]:
        problems.append(Problem("setting_operator", f"{PREFIX}OPERATOR"))
    return Operator(**said)


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
