"""Reading a PDF that somebody sent, to tell whether it is one."""

import io

import pikepdf


def fault_of(data: bytes) -> str:
    """The code of what is wrong with it; empty when its pages can be counted."""
    try:
        with pikepdf.open(io.BytesIO(data)) as document:
            return "" if len(document.pages) else "attachment_damaged"
    except pikepdf.PasswordError:
        return "attachment_locked"
    except (pikepdf.PdfError, ValueError, RuntimeError):
        return "attachment_damaged"
