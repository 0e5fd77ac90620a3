"""Pictures of an office in documents that know no drawings, as large as their place allows."""

from io import BytesIO
from typing import Any

from docx.oxml import parse_xml
from docx.shared import Cm
from docxtpl import DocxTemplate, InlineImage

from assessment.report.brand.pictures import as_png
from assessment.report.brand.view import BrandView, Shown

_HEAD_WIDTH, _HEAD_HEIGHT = 5.5, 1.4


def size_within(shown: Shown, width: float, height: float) -> tuple[float, float]:
    """Width and height of the picture in a place of this size, in its own shape."""
    shape = shown.picture.shape
    return (width, width / shape) if shape > width / height else (height * shape, height)


def pixels(shown: Shown) -> BytesIO:
    """The picture as a file."""
    return BytesIO(as_png(shown.picture))


def pictures_for(document: DocxTemplate, brand: BrandView | None) -> dict[str, object]:
    """The pictures that a Word template may name; empty where there is none."""
    shown = {
        "logo": brand.logo or brand.maker_logo if brand else None,
        "coat_of_arms": brand.coat_of_arms if brand else None,
    }
    return {name: _Inline(document, one) if one else "" for name, one in shown.items()}


class _Inline(InlineImage):
    """A picture in a line of text, with what it says to those who do not see it."""

    def __init__(self, document: DocxTemplate, shown: Shown) -> None:
        width, height = size_within(shown, _HEAD_WIDTH, _HEAD_HEIGHT)
        super().__init__(document, pixels(shown), Cm(width), Cm(height))
        self._alt = shown.alt

    def _insert_image(self) -> Any:
        self.image_descriptor.seek(0)
        part = self.tpl.current_rendering_part
        inline = parse_xml(part.new_pic_inline(self.image_descriptor, self.width, self.height).xml)
        for element in inline.xpath(".//wp:docPr | .//pic:cNvPr"):
            element.set("descr", self._alt)
            element.set("name", self._alt[:60])
        return (
            f"</w:t></w:r><w:r><w:drawing>{inline.xml}</w:drawing></w:r>"
            '<w:r><w:t xml:space="preserve">'
        )
