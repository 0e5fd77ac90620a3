"""What a file that somebody sends really is: told by its content, never by its name."""

from assessment.services.notes.files.kinds import Kind, kind_of

__all__ = ["Kind", "kind_of"]
