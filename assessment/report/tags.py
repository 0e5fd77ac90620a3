"""What WeasyPrint 70 leaves to be mended in a tagged PDF, in one pass.

It starts a new table on every page that a table runs over, head included, gives no header a scope,
and keeps running heads as content that belongs to nothing.
"""

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

PRINT = 4
_MARK = re.compile(rb"/\w+\n<</MCID (\d+)>>\nBDC")


def mended(raw: bytes) -> bytes:
    """The PDF with whole tables, scoped headers and marked artefacts; the same bytes each time."""
    with pikepdf.open(BytesIO(raw)) as pdf:
        root = pdf.Root.StructTreeRoot
        _join_tables(root)
        held = set()
        for element in _elements(root):
            held.add(element.objgen)
            if Name.TH == element.S:
                element.A.Scope = Name.Column if Name.THead == element.P.P.S else Name.Row
        _mark_artefacts(pdf, held)
        _print_links(pdf)
        out = BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


def _kids(element: Object) -> list[Object]:
    """The structure elements directly beneath; marked content and references are left out."""
    kids = element.get(Name.K, Array())
    return [kid for kid in kids if isinstance(kid, Dictionary) and Name.S in kid]


def _elements(element: Object) -> Iterator[Object]:
    """Every structure element beneath, in reading order."""
    for kid in _kids(element):
        yield kid
        yield from _elements(kid)


def _join_tables(root: Object) -> None:
    """Move the rows of a table's parts on later pages to its first part, without the heads there.

    A part is told by what comes first on its page: a table without a caption, right after a table.
    In the report every table that may run over a page has a caption.
    """
    last: Object | None = None
    page = None
    for block in _blocks(root):
        starts_page, page = block.Pg.objgen != page, block.Pg.objgen
        is_table = Name.Table == block.S
        if starts_page and is_table and last is not None and not _has(block, Name.Caption):
            _move_rows(block, last)
        else:
            last = block if is_table else None


def _blocks(element: Object) -> list[Object]:
    """The tables, paragraphs and other blocks that hold content, in reading order."""
    if element.get(Name.S) not in (None, Name.Document, *_GROUPS):
        return [element]
    return [block for kid in _kids(element) for block in _blocks(kid)]


_GROUPS = (Name.Sect, Name.Div, Name.Art, Name.Part, Name.NonStruct)


def _has(table: Object, kind: Name) -> bool:
    return any(kind == kid.S for kid in _kids(table))


def _move_rows(part: Object, table: Object) -> None:
    # Where the first row is longer than the page, the first part may be without rows or head.
    missing = {Name.TBody} if _has(table, Name.THead) else {Name.THead, Name.TBody}
    for group in _kids(part):
        if group.S in missing:
            group.P = table
            table.K.append(group)
    holder = part.P
    holder.K = Array([kid for kid in holder.K if not _same(kid, part)])


def _same(one: object, other: Object) -> bool:
    return isinstance(one, Dictionary) and one.objgen == other.objgen


def _mark_artefacts(pdf: pikepdf.Pdf, held: set[tuple[int, int]]) -> None:
    """Turn marked content into artefacts where no element of the tree holds it any more."""
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    for page, holders in zip(pdf.pages, numbers[1::2], strict=False):
        loose = {n for n, holder in enumerate(holders) if holder.objgen not in held}
        _rewrite(pdf, page, loose)
        for number in loose:
            holders[number] = None


def _rewrite(pdf: pikepdf.Pdf, page: pikepdf.Page, loose: set[int]) -> None:
    def mark(match: re.Match[bytes]) -> bytes:
        return b"/Artifact\nBMC" if int(match[1]) in loose else match[0]

    contents = page.obj.Contents
    streams = list(contents) if isinstance(contents, Array) else [contents]
    content = b"\n".join(stream.read_bytes() for stream in streams)
    page.obj.Contents = pdf.make_stream(_MARK.sub(mark, content))


def _print_links(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        for annotation in page.obj.get(Name.Annots, ()):
            annotation.F = PRINT
