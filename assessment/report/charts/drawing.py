"""What all drawings are made of: colours, lines of text and the frame."""

from collections.abc import Iterable
from html import escape
from typing import Literal

INK = "#131525"
MUTED = "#454b6b"
GRID = "#c0c3d5"
SHADE = "#f3f4f7"
STRONG = "#092797"
SOFT = "#97afe1"
PALE = "#d8e1f4"

Anchor = Literal["start", "middle", "end"]


def text(
    words: str,
    x: float,
    y: float,
    *,
    size: float,
    ink: str = INK,
    anchor: Anchor = "start",
    weight: int = 400,
    kind: str = "",
) -> str:
    """A line of text that begins, has its middle or ends at the place; `kind` is its class."""
    named = f'class="{kind}" ' if kind else ""
    place = f'{named}x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    font = f'font-family="Fira Sans" font-size="{size:g}" font-weight="{weight}" fill="{ink}"'
    return f"<text {place} {font}>{escape(words)}</text>"


def framed(drawn: Iterable[str], width: float, height: float, *, kind: str = "") -> str:
    """The drawing of this size in its own units; `kind` is its class."""
    named = f' class="{kind}"' if kind else ""
    size = f'width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg"{named} {size}>{"".join(drawn)}</svg>'
