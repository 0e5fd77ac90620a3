"""How far long work is, on standard error and only where a person looks on."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click


@contextmanager
def bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """A function that is told what is done and what there is; the line ends with the work."""
    shown = sys.stderr.isatty()
    begun = False

    def tell(done: int, all_: int) -> None:
        nonlocal begun
        if shown:
            # Another bar may follow before this one is closed.
            begun = done < all_
            click.echo(f"\r{label} {done}/{all_}", nl=not begun, err=True)

    try:
        yield tell
    finally:
        if begun:
            click.echo(err=True)
