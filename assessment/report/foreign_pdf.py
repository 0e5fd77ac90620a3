"""Reading a PDF that somebody sent, to tell whether it is one."""

import io

import pikepdf

ANSWERS = "answers.json"


def fault_of(data: bytes) -> str:
    """The code of what is wrong with it; empty when its pages can be counted."""
    try:
        with pikepdf.open(io.BytesIO(data)) as document:
            return "" if len(document.pages) else "attachment_damaged"
    except pikepdf.PasswordError:
        return "attachment_locked"
    except (pikepdf.PdfError, ValueError, RuntimeError):
        return "attachment_damaged"


def attached_answers(data: bytes) -> bytes | None:
    """The answer file that our reports carry with them; None where there is none to be read."""
    try:
        with pikepdf.open(io.BytesIO(data)) as document:
            for attached in document.attachments.values():
                if attached.filename == ANSWERS:
                    return attached.get_file().read_bytes()
    except (pikepdf.PdfError, ValueError, RuntimeError, KeyError):
        return None
    return None
