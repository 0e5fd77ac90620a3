"""A file that is handed to a person."""

from flask import Response


def download(data: bytes, name: str, kind: str) -> Response:
    """An answer that the browser stores under this name."""
    response = Response(data, mimetype=kind)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response
