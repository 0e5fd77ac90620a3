"""How a document is to be, beside the result that it tells: said by whoever orders it."""

from dataclasses import dataclass

from assessment.benchmark.position.peers import Peers
from assessment.report.brand import Brand
from assessment.report.parts import FULL, Length
from assessment.report.since import Since


@dataclass(frozen=True)
class Brief:
    """The language of a document, and its `standing`.

    The standing is a sentence that says whether it is a draft or what was submitted; empty where
    nobody submits, as with answer files. With `since` it says what changed since that report.
    With `peers` it says where the body stands among them.
    `brand` is the look of an office; without one it is that of the tool. `parts` and `length` say
    what a report in PDF or HTML holds; the other formats have their own shape.
    """

    language: str
    standing: str = ""
    since: Since | None = None
    brand: Brand | None = None
    parts: tuple[str, ...] = FULL
    length: Length = "full"
    peers: Peers | None = None
