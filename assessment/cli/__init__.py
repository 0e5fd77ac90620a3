"""The command line: one module a command, loaded only when it is called."""

from assessment.cli.entry import main

__all__ = ["main"]
