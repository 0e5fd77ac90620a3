"""A Word template in the making: paragraphs, tables and control statements in braces."""

from collections.abc import Sequence
from copy import deepcopy
from datetime import date
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from assessment.report.brand.contrast import Palette
from assessment.report.office.own_text import own_block
from assessment.report.office.packing import repacked
from assessment.wording import translator

_BLUE = RGBColor(0x14, 0x38, 0x7F)
_GREY = RGBColor(0x5A, 0x61, 0x70)
_SHADE = "E4E9F2"
_FONT = "Arial"
_SIZE = 11
_CLOSE = Pt(2)
_IN_TABLES = Pt(9.5)
_LANGUAGES = {"de": "de-DE", "en": "en-GB"}

# A template has no date of its own; its bytes are the same on every day.
_ANY_DAY = date(2026, 1, 1)

Column = tuple[str, str, float]
"""Title, text of a cell, width in centimetres."""


class WordTemplate:
    """A document on A4 in one language, whose texts may name fields in double braces."""

    def __init__(
        self, title: str, *, head: str, foot: str, language: str, palette: Palette | None
    ) -> None:
        self._ = translator(language).gettext
        self._strong = RGBColor.from_string(palette.deep[1:]) if palette else _BLUE
        self._shade = palette.tint[1:].upper() if palette else _SHADE
        self._document = Document()
        self._document.core_properties.title = title
        self._document.core_properties.author = ""
        self._set_up(language, head, foot)

    def bytes(self) -> bytes:
        """The finished template as DOCX."""
        file = BytesIO()
        self._document.save(file)
        return repacked(file.getvalue(), _ANY_DAY)

    def _set_up(self, language: str, head: str, foot: str) -> None:
        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.5)
        section.top_margin = section.bottom_margin = Cm(2)
        styles = self._document.styles
        for style, size, bold in (
            ("Normal", _SIZE, False),
            ("Heading 1", 14, True),
            ("Heading 2", 12, True),
            ("Title", 20, True),
        ):
            font = styles[style].font
            font.name, font.size, font.bold = _FONT, Pt(size), bold
            fonts = styles[style].element.get_or_add_rPr().get_or_add_rFonts()
            for script in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
                fonts.attrib.pop(qn(script), None)
            if style != "Normal":
                font.color.rgb = self._strong
        styles["Normal"].paragraph_format.space_after = Pt(6)
        for line in styles["Title"].element.iter(qn("w:bottom")):
            line.set(qn("w:color"), str(self._strong))
        self._speak(language)
        self._head(section, head)
        self._foot(section, foot)

    def _speak(self, language: str) -> None:
        """The language of the text, for screen readers and the spelling checker."""
        properties = self._document.styles["Normal"].element.get_or_add_rPr()
        spoken = OxmlElement("w:lang")
        spoken.set(qn("w:val"), _LANGUAGES[language])
        properties.append(spoken)

    def _head(self, section: Any, text: str) -> None:
        """Something at the left and, after a tab, at the right of every page's head."""
        head = section.header.paragraphs[0]
        head.style = self._document.styles["Normal"]  # that of heads has tabs of its own
        head.add_run(text)
        look = head.paragraph_format
        look.space_after = Pt(10)
        inner = section.page_width - section.left_margin - section.right_margin
        look.tab_stops.add_tab_stop(inner, WD_TAB_ALIGNMENT.RIGHT)

    def _foot(self, section: Any, text: str) -> None:
        foot = section.footer.paragraphs[0]
        run = foot.add_run(text)
        run.font.size, run.font.color.rgb = Pt(9), _GREY
        number = OxmlElement("w:fldSimple")
        number.set(qn("w:instr"), "PAGE")
        number.append(deepcopy(run._r))  # noqa: SLF001 - so that it looks as the text does
        number[0].text = "1"
        foot._p.append(number)  # noqa: SLF001 - fields have no other door

    def heading(self, text: str) -> None:
        """A heading of the first level."""
        self._document.add_heading(text, level=1)

    def text(self, text: str, style: str | None = None) -> Any:
        """A paragraph."""
        return self._document.add_paragraph(text, style=style)

    def small(self, text: str) -> None:
        """A paragraph of small print."""
        for run in self.text(text).runs:
            run.font.size, run.font.color.rgb = Pt(9), _GREY

    def control(self, statement: str) -> None:
        """A statement on a paragraph of its own, which is gone once it is carried out."""
        self._document.add_paragraph(f"{{%p {statement} %}}")

    def close(self, text: str) -> None:
        """A paragraph close to the next, as in a list."""
        self.text(text).paragraph_format.space_after = _CLOSE

    def lead(self, text: str) -> None:
        """A paragraph on one page with what follows."""
        self.text(text).paragraph_format.keep_with_next = True

    def only_if(self, field: str, text: str) -> None:
        """A paragraph that is there only where the field says something."""
        self.control(f"if {field}")
        self.text(text)
        self.control("endif")

    def list(self, field: str, lead: str, size: int = _SIZE) -> None:
        """A list with its lead, where the field has anything."""
        self.control(f"if {field}")
        if lead:
            self.lead(lead)
        self.control(f"for text in {field}")
        self.text("{{ text }}", style="List Bullet").runs[0].font.size = Pt(size)
        self.control("endfor")
        self.control("endif")

    def lines(self, field: str) -> None:
        """Lines that belong together, such as an address."""
        self.control(f"for line in {field}")
        self.text("{{ line }}").paragraph_format.space_after = Pt(0)
        self.control("endfor")

    def texts(self, field: str) -> None:
        """The paragraphs and lists of an office's own text, where there is one."""
        self.control(f"for block in {field}")
        self.control("for line in block.lines")
        self.control("if block.is_list")
        self.text("{{ line }}", style="List Bullet")
        self.control("else")
        self.text("{{ line }}")
        self.control("endif")
        self.control("endfor")
        self.control("endfor")

    def own(self, name: str, title: str) -> None:
        """A block for a text of the office's own."""
        placeholder = self._("Own text: %(about)s") % {"about": title}
        body = self._document.element.body
        body.insert(len(body) - 1, own_block(name, title, placeholder))

    def table(self, field: str, columns: Sequence[Column]) -> None:
        """A table with a head that is repeated on every page, and a row for each item."""
        table = self.grid(4, [width for _title, _cell, width in columns])
        head, start, row, end = table.rows
        for cell, (title, _text, _width) in zip(head.cells, columns, strict=True):
            self.strong(cell, title)
            _shade(cell, self._shade)
        _repeat(head)
        start.cells[0].text = f"{{%tr for row in {field} %}}"
        for cell, (_title, text, _width) in zip(row.cells, columns, strict=True):
            cell.text = text
        end.cells[0].text = "{%tr endfor %}"
        for one in table.rows:
            _keep_whole(one)
            for cell in one.cells:
                _fit(cell)
        self._document.add_paragraph()

    def grid(self, rows: int, widths: Sequence[float]) -> Any:
        """A table of empty cells with these widths."""
        table = self._document.add_table(rows, len(widths), style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        for row in table.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = Cm(width)
        return table

    def strong(self, cell: Any, text: str) -> None:
        """A bold text in a cell."""
        cell.text = ""
        cell.paragraphs[0].add_run(text).bold = True


def _repeat(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001


def _keep_whole(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001


def _fit(cell: Any) -> None:
    """The size that long German words need in a narrow column, and no room below."""
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = _CLOSE
    for run in paragraph.runs:
        run.font.size = _IN_TABLES


def _shade(cell: Any, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", colour)):
        shade.set(qn(name), value)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001
