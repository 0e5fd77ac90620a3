"""Web addresses in texts that people typed: shown as links, and told when they are broken."""

import re
from urllib.parse import urlsplit

from markupsafe import Markup, escape

# An address ends at a blank; what closes a sentence or a bracket behind it does not belong to it.
_ADDRESS = re.compile(r"https?://[^\s<>\"']*[^\s<>\"'.,;:!?)\]}]", re.IGNORECASE)
_BEGINS_AS_ADDRESS = re.compile(r"\s*https?:", re.IGNORECASE)
_LINK = Markup('<a class="kern-link app-inline" href="{0}" rel="noopener noreferrer">{0}</a>')


def linked(text: str) -> Markup:
    """The text with every whole http or https address in it as a link; all else is escaped."""
    parts = []
    place = 0
    for found in _ADDRESS.finditer(text):
        if _is_whole(found.group()):
            parts += [escape(text[place : found.start()]), _LINK.format(found.group())]
            place = found.end()
    return Markup("").join([*parts, escape(text[place:])])


def is_broken_address(text: str) -> bool:
    """Whether the text begins as a web address does, but is not one that a browser can open."""
    if not _BEGINS_AS_ADDRESS.match(text):
        return False
    return not _is_whole(text.split(maxsplit=1)[0])


def _is_whole(address: str) -> bool:
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018 - raises where it is no number
    except ValueError:
        return False
    return parts.scheme.lower() in {"http", "https"} and bool(
        re.search(r"\w", parts.hostname or "")
    )
