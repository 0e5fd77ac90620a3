"""How a document is to be, beside the result that it tells: said by whoever orders it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Brief:
    """The language of a document, and its `standing`.

    The standing is a sentence that says whether it is a draft or what was submitted; empty where
    nobody submits, as with answer files.
    """

    language: str
    standing: str = ""
