"""Names of files that every system can store."""

import re
import unicodedata

_SPELT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
)


def plain_name(text: str) -> str:
    """The text in Latin letters and digits, anything else between them as one underscore."""
    spelt = unicodedata.normalize("NFKD", text.translate(_SPELT)).encode("ascii", "ignore").decode()
    return re.sub("[^A-Za-z0-9]+", "_", spelt).strip("_")
