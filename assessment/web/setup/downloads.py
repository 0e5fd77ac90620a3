"""A file that is handed to a person."""

import unicodedata
from urllib.parse import quote

from flask import Response


def download(data: bytes, name: str, kind: str) -> Response:
    """An answer that the browser stores under this name, whatever letters are in it."""
    response = Response(data, mimetype=kind)
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    names = {"filename": plain}
    if plain != name:
        names["filename*"] = f"UTF-8''{quote(name, safe='')}"
    response.headers.set("Content-Disposition", "attachment", **names)
    return response
