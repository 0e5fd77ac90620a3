"""Counts what is sent to the database."""

from contextlib import contextmanager

from sqlalchemy import event


@contextmanager
def counted(database):
    """A list that fills with the statements of the block; BEGIN and COMMIT ask nothing."""
    sent = []

    def note(_connection, _cursor, statement, *_):
        if not statement.startswith("BEGIN"):
            sent.append(statement)

    event.listen(database.engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(database.engine, "before_cursor_execute", note)
