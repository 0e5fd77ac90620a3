"""Blocks for an office's own text: marked in the document, and carried over into the next one."""

import copy
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from assessment.errors import Invalid, Problem
from assessment.report.office.given import GivenFile

_PREFIX = "own_"
# The place of the texts that have none; an id that no bookmark made in an office has.
_MARK, _MARK_ID = "own_texts_without_place", "2026000001"
_PARTS_ELSEWHERE = ("r:id", "r:embed", "r:link")


def own_block(name: str, title: str, placeholder: str) -> Any:
    """A content control for a text of one's own, showing the placeholder until somebody writes."""
    block = OxmlElement("w:sdt")
    properties = OxmlElement("w:sdtPr")
    for tag, value in (("w:alias", title), ("w:tag", _PREFIX + name)):
        element = OxmlElement(tag)
        element.set(qn("w:val"), value)
        properties.append(element)
    properties.append(OxmlElement("w:showingPlcHdr"))
    content = OxmlElement("w:sdtContent")
    content.append(_paragraph(placeholder, _PLACEHOLDER))
    block.extend((properties, content))
    return block


def carry_over(document: Any, earlier: GivenFile, heading: str) -> None:
    """Put the own texts of an earlier document into this one; none is lost.

    Texts whose block is not in this one come at its end, under the heading, in blocks of their own.
    Raises Invalid where the earlier file is no Word document.
    """
    try:
        before = Document(BytesIO(earlier.data))
    except (KeyError, ValueError, zipfile.BadZipFile) as error:
        raise Invalid([Problem("no_word_document", file=earlier.name)]) from error
    blocks = {_tag(block): block for block in _blocks(document)}
    homeless = []
    for block in _blocks(before):
        if block.find(qn("w:sdtPr")).find(qn("w:showingPlcHdr")) is not None:
            continue
        target = blocks.get(_tag(block))
        if target is None:
            homeless.append(block)
        else:
            _replace(target, block)
    if homeless:
        _append(document, homeless, heading)


def without_place(data: bytes) -> tuple[str, ...]:
    """The titles of the own texts that stand at the end of a document, as it has no block for them.

    Only for documents of ours: they are known to be readable.
    """
    body = Document(BytesIO(data)).element.body
    marks = (mark for mark in body.iter(qn("w:bookmarkStart")) if mark.get(qn("w:name")) == _MARK)
    title = next(marks, None)
    after = title.getparent().itersiblings(qn("w:sdt")) if title is not None else ()
    return tuple(_title(block) for block in after)


def _append(document: Any, blocks: list[Any], heading: str) -> None:
    """Put the texts at the end; the next document takes them over from there."""
    title = document.add_paragraph()
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), _MARK_ID)
        title._p.append(mark)  # noqa: SLF001 - python-docx makes no bookmarks
    title._p.find(qn("w:bookmarkStart")).set(qn("w:name"), _MARK)  # noqa: SLF001
    title.add_run(heading).bold = True
    title.paragraph_format.keep_with_next = True
    if "Heading 1" in document.styles:
        title.style = "Heading 1"
    last = title._p  # noqa: SLF001 - python-docx puts no content controls into documents
    for block in blocks:
        kept = own_block(_tag(block).removeprefix(_PREFIX), _title(block), "")
        _replace(kept, block)
        last.addnext(kept)
        last = kept


def _blocks(document: Any) -> Iterator[Any]:
    return (
        block
        for block in document.element.body.iter(qn("w:sdt"))
        if _tag(block).startswith(_PREFIX)
    )


def _tag(block: Any) -> str:
    tag = block.find(qn("w:sdtPr")).find(qn("w:tag"))
    return tag.get(qn("w:val")) if tag is not None else ""


def _title(block: Any) -> str:
    """What the block is called; its name where somebody took the title away."""
    alias = block.find(qn("w:sdtPr")).find(qn("w:alias"))
    return _tag(block).removeprefix(_PREFIX) if alias is None else str(alias.get(qn("w:val")))


def _replace(target: Any, source: Any) -> None:
    """Take over what was written; text alone where it leans on other parts of its document."""
    old, new = target.find(qn("w:sdtContent")), source.find(qn("w:sdtContent"))
    leaning = any(element.get(qn(name)) for element in new.iter() for name in _PARTS_ELSEWHERE)
    for child in list(old):
        old.remove(child)
    for paragraph in list(new):
        text = "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
        old.append(_paragraph(text) if leaning else copy.deepcopy(paragraph))
    shown = target.find(qn("w:sdtPr")).find(qn("w:showingPlcHdr"))
    if shown is not None:
        shown.getparent().remove(shown)


# Grey, slanted, and with a bar at its side: to be seen at a glance, and gone with the first word.
_PLACEHOLDER = '<w:i/><w:color w:val="5A6170"/>'


def _paragraph(text: str, look: str = "") -> Any:
    bar = '<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="B8A25A"/></w:pBdr>'
    paragraph = parse_xml(
        '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:pPr>{bar if look else ''}</w:pPr>"
        f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve"/></w:r></w:p>'
    )
    paragraph.find(qn("w:r")).find(qn("w:t")).text = text
    return paragraph
