"""SVG pictures, written anew from the few parts that a logo needs; what could do harm is refused.

What a drawing program notes for itself is left out. Nothing of what was sent is copied as it was.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError, XMLParser
from xml.sax.saxutils import escape, quoteattr

from assessment.errors import Invalid, Problem

_SVG = "{http://www.w3.org/2000/svg}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_MOST_PARTS = 20_000
_DEEPEST = 40
_LONGEST = 1_600

_SHAPES = "g path rect circle ellipse line polyline polygon use symbol"
_PAINT = "defs linearGradient radialGradient stop clipPath mask style"
_KEPT = frozenset(f"svg {_SHAPES} {_PAINT}".split())
_LEFT_OUT = frozenset({"title", "desc", "metadata"})
# Why something is refused, by the names of elements; all others are merely not supported.
_REFUSED = {
    "svg_runs": {"script", "foreignObject", "handler", "listener", "set"}
    | {"animate", "animateColor", "animateMotion", "animateTransform", "discard"},
    "svg_text": {"text", "tspan", "textPath", "tref", "altGlyph"},
    "svg_font": {"font", "font-face", "font-face-src", "font-face-uri", "glyph"},
    "svg_picture": {"image", "feImage"},
}
_PLACED = (
    "id class style transform d points x y x1 y1 x2 y2 cx cy r rx ry fx fy fr width height viewBox "
    "preserveAspectRatio offset pathLength type"
)
_UNITS = "gradientUnits gradientTransform spreadMethod clipPathUnits maskUnits maskContentUnits"
_LOOKS = (
    "color fill fill-opacity fill-rule stroke stroke-width stroke-linecap stroke-linejoin opacity "
    "stroke-miterlimit stroke-dasharray stroke-dashoffset stroke-opacity stop-color stop-opacity "
    "clip-path clip-rule mask display visibility overflow paint-order vector-effect"
)
_OF_ROOT = frozenset(f"id class style {_LOOKS} preserveAspectRatio".split())
_ATTRIBUTES = frozenset(f"{_PLACED} {_UNITS} {_LOOKS}".split())
_ELSEWHERE = re.compile(r"url\(\s*['\"]?\s*(?!#)", re.IGNORECASE)
# Rules with an at sign load fonts and sheets; a backslash could hide any of these words.
_HARMFUL_STYLE = re.compile(r"@(?!media\b)|\\|expression\s*\(|javascript:", re.IGNORECASE)
_NUMBER = re.compile(r"\s*([0-9.eE+-]+)\s*(px|pt|mm|cm|in|pc)?\s*")


@dataclass(frozen=True)
class Drawing:
    """A drawing that is safe to show, with its size."""

    text: str
    width: float
    height: float


def drawing_of(data: bytes) -> Drawing:
    """The drawing, written anew. Raises Invalid with everything that stands against it."""
    root = _parsed(data)
    parts = list(_parts(root))
    faults = list(dict.fromkeys(fault for part in parts for fault in _faults(part)))
    if not faults and _expanded(root) > _MOST_PARTS:
        faults.append(("svg_too_much", ""))
    if faults:
        raise Invalid(Problem(code, values={"given": given}) for code, given in faults)
    left, top, width, height = _frame(root)
    # As large as any place for it, so that it is only ever made smaller.
    scale = _LONGEST / max(width, height)
    frame = (
        f'xmlns="http://www.w3.org/2000/svg" viewBox="{left:g} {top:g} {width:g} {height:g}" '
        f'width="{width * scale:g}" height="{height * scale:g}"'
    )
    looks = _said(root, _OF_ROOT)
    text = f"<svg {frame}{looks}>{''.join(map(_written, root))}</svg>"
    return Drawing(text, width * scale, height * scale)


def _parsed(data: bytes) -> Element:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Invalid([Problem("picture_damaged")]) from error
    if "<!ENTITY" in text or re.search(r"<!DOCTYPE[^>]*\[", text):
        raise Invalid([Problem("svg_declarations")])
    parser = XMLParser()  # noqa: S314 - no declarations, so no entities
    try:
        parser.feed(text)
        root: Element = parser.close()
    except (ParseError, ValueError) as error:
        raise Invalid([Problem("picture_damaged")]) from error
    if _name(root) != "svg":
        raise Invalid([Problem("picture_kind")])
    if _too_deep(root):
        raise Invalid([Problem("svg_too_much")])
    return root


def _too_deep(root: Element) -> bool:
    level = [root]
    for _ in range(_DEEPEST):
        level = [child for part in level for child in part]
    return bool(level)


def _name(part: Element) -> str:
    """The name of an element of SVG; empty for those of other languages."""
    tag = str(part.tag)
    if tag.startswith(_SVG):
        return tag[len(_SVG) :]
    if tag.startswith("{http://www.w3.org/1999/xhtml}"):
        return "foreignObject"
    return "" if tag.startswith("{") else tag


def _parts(root: Element) -> Iterator[Element]:
    """Every part that is not left out, in the order of the file."""
    if _name(root) in _LEFT_OUT or not _name(root):
        return
    yield root
    for child in root:
        yield from _parts(child)


def _faults(part: Element) -> Iterator[tuple[str, str]]:
    name = _name(part)
    if name not in _KEPT and name != "a":
        reasons = (code for code, names in _REFUSED.items() if name in names)
        yield next(reasons, "svg_unsupported"), name
    if name == "style" and _is_harmful("".join(part.itertext())):
        yield "svg_elsewhere", "style"
    for key, value in part.attrib.items():
        if key.lower().startswith("on"):
            yield "svg_runs", key
        elif key in {"href", _LINK}:
            if name in _KEPT and not value.strip().startswith("#"):
                yield "svg_elsewhere", value[:40]
        elif key in _ATTRIBUTES and _is_harmful(value):
            yield "svg_elsewhere", value[:40]


def _is_harmful(text: str) -> bool:
    return bool(_ELSEWHERE.search(text) or _HARMFUL_STYLE.search(text))


def _expanded(root: Element) -> int:
    """How many parts are drawn once every `use` is carried out: a few lines can ask for millions.

    One that leads back to itself never ends.
    """
    named = {part.get("id"): part for part in root.iter() if part.get("id")}
    known: dict[str, int] = {}

    def size(part: Element, open_: frozenset[str]) -> int:
        total = 1 + sum(size(child, open_) for child in part)
        target = _target(part)
        if _name(part) != "use" or target not in named:
            return total
        if target in open_ or len(open_) > _DEEPEST:
            return _MOST_PARTS + 1
        if target not in known:
            known[target] = size(named[target], open_ | {target})
        return min(total + known[target], _MOST_PARTS + 1)

    return size(root, frozenset())


def _target(part: Element) -> str:
    link = part.get("href") or part.get(_LINK) or ""
    return link.strip().removeprefix("#")


def _frame(root: Element) -> tuple[float, float, float, float]:
    """Left, top, width and height. Raises Invalid where the drawing does not say how large it is.

    Or has a size that nothing can be drawn in.
    """
    said = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    box = [_length(text) for text in said]
    if len(box) != 4:
        box = [0.0, 0.0, _length(root.get("width", "")), _length(root.get("height", ""))]
    left, top, width, height = (value if value is not None else math.nan for value in box)
    if not all(map(math.isfinite, (left, top, width, height))) or not (
        0 < width < 1e6 and 0 < height < 1e6
    ):
        raise Invalid([Problem("svg_without_size")])
    return left, top, width, height


def _length(text: str) -> float | None:
    found = _NUMBER.fullmatch(text)
    try:
        return float(found[1]) if found else None
    except ValueError:
        return None


def _written(part: Element) -> str:
    """The part with what is known of it; a link gives way to what it holds."""
    name = _name(part)
    if not name or name in _LEFT_OUT:
        return ""
    inside = "".join(map(_written, part))
    if name == "a":
        return f"<g>{inside}</g>"
    if name == "style":
        return f"<style>{escape(''.join(part.itertext()))}</style>"
    attributes = _said(part, _ATTRIBUTES)
    if name == "use":
        attributes += f" href={quoteattr('#' + _target(part))}"
    return f"<{name}{attributes}>{inside}</{name}>" if inside else f"<{name}{attributes}/>"


def _said(part: Element, known: frozenset[str]) -> str:
    said = ((key, value) for key, value in part.attrib.items() if key in known)
    return "".join(f" {key}={quoteattr(value)}" for key, value in said)
