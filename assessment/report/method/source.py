"""What a number rests on: an address that backs its reason, or our own calibration."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from assessment.wording import translator


@dataclass(frozen=True)
class Source:
    """How the source is called, and its address; empty where the number is our own."""

    label: str
    address: str


def source_of(text: str, language: str) -> Source:
    """The source by the name of its site; "own calibration" in the language."""
    if not text.startswith(("https://", "http://")):
        return Source(translator(language).gettext("own calibration"), "")
    return Source((urlsplit(text).hostname or text).removeprefix("www."), text)
