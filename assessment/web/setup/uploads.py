"""A file that a person sends."""

from flask import request

from assessment.errors import Invalid, Problem


def uploaded(name: str) -> tuple[bytes, str]:
    """The file's content and its name; raises Invalid when none was chosen.

    Flask refuses a request beyond the limit of the settings before it is read.
    """
    file = request.files.get(name)
    if file is None or not file.filename:
        raise Invalid([Problem("no_file")])
    return file.read(), file.filename
