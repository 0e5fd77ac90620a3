"""How far long work is, on standard error and only where a person looks on."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click


@contextmanager
def bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """A function that is told what is done and what there is; the line ends with the work."""
    shown = sys.stderr.isatty()

    def tell(done: int, all_: int) -> None:
        if shown:
            click.echo(f"\r{label} {done}/{all_}", nl=False, err=True)

    try:
        yield tell
    finally:
        if shown:
            click.echo(err=True)
