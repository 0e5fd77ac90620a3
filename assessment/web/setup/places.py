"""The address of the page a person is on, for links that lead to it again in another way."""

from urllib.parse import quote, urlencode, urlsplit

from flask import current_app, request, url_for
from werkzeug.exceptions import HTTPException


def here(**changed: object) -> str:
    """The address of the page that is open, with some of its query changed.

    The start page where it cannot be opened, because a form was sent there. Built by hand: the
    query is the reader's, and `url_for` takes some of its names for its own.
    """
    kept = [pair for pair in request.args.items(multi=True) if pair[0] not in changed]
    query = urlencode([*kept, *((key, value) for key, value in changed.items() if value != "")])
    return _path() + (f"?{query}" if query else "")


def local(address: str | None) -> str:
    """The address if it leads to a page of ours, else the start page."""
    given = address or ""
    if given.startswith("/") and given.isprintable() and not given.startswith(("//", "/\\")):
        return given
    return url_for("start.show")


def way_back() -> str:
    """The page of ours that led here, empty where there is none or it is this very page."""
    came_from = urlsplit(request.referrer or "")
    if came_from.netloc != request.host:
        return ""
    address = came_from.path + (f"?{came_from.query}" if came_from.query else "")
    return address if local(address) == address != request.full_path.removesuffix("?") else ""


def _path() -> str:
    if request.method not in {"GET", "HEAD"} and not _can_be_opened():
        return url_for("start.show")
    # Two slashes at the beginning would name another host.
    return request.script_root + "/" + quote(request.path.lstrip("/"), safe="/@:,;=+!*'()~")


def _can_be_opened() -> bool:
    """Whether the address to which a form was sent is also that of a page."""
    adapter = current_app.create_url_adapter(request)
    if adapter is None:
        return False
    try:
        return adapter.test(request.path, "GET")
    except HTTPException:
        return False
