"""The page of one question: history, files, single opinions."""

from assessment.web.notes import attachments, opinions
from assessment.web.notes.question import pages

__all__ = ["attachments", "opinions", "pages"]
