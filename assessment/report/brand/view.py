"""What a document shows of a brand, in its language: filled texts, lines to print, pictures."""

from dataclasses import dataclass

from assessment.report.brand.contrast import Palette
from assessment.report.brand.model import Brand, Picture, Texts
from assessment.report.brand.texts import Block, blocks_of
from assessment.wording import translator


@dataclass(frozen=True)
class Shown:
    """A picture with what it says to those who do not see it."""

    picture: Picture
    alt: str

    @property
    def key(self) -> str:
        return self.picture.key


@dataclass(frozen=True)
class Line:
    """A line of a contact, and where it leads to, if anywhere."""

    text: str
    address: str = ""


@dataclass(frozen=True)
class BrandView:
    """The office of a document with what it says; `maker` is empty unless it works for another.

    `signer` is whose contact it is.
    """

    name: str
    office: str
    maker: str
    signer: str
    logo: Shown | None
    coat_of_arms: Shown | None
    maker_logo: Shown | None
    contact: tuple[Line, ...]
    intro: tuple[Block, ...]
    closing: tuple[Block, ...]
    imprint: tuple[Block, ...]
    palette: Palette | None

    @property
    def pictures(self) -> tuple[Shown, ...]:
        """Every picture that is shown."""
        return tuple(one for one in (self.logo, self.coat_of_arms, self.maker_logo) if one)


def brand_view(brand: Brand, municipality: str, day: str, language: str) -> BrandView:
    """The brand as a document about this municipality shows it."""
    _ = translator(language).gettext
    filled = {"municipality": municipality, "date": day}
    logo_of, arms_of = _("Logo of %(name)s"), _("Coat of arms of %(name)s")
    maker = brand.maker
    return BrandView(
        name=brand.name,
        office=brand.office,
        maker=maker.name if maker else "",
        signer=brand.signer,
        logo=_shown(brand.logo, logo_of, brand.name, language),
        coat_of_arms=_shown(brand.coat_of_arms, arms_of, municipality, language),
        maker_logo=_shown(maker.logo, logo_of, maker.name, language) if maker else None,
        contact=_contact(brand),
        intro=_blocks(brand.intro, filled, language),
        closing=_blocks(brand.closing, filled, language),
        imprint=_blocks(brand.imprint, filled, language),
        palette=brand.palette,
    )


def plain_lines(blocks: tuple[Block, ...]) -> list[str]:
    """The texts line by line, items with a bullet: for documents that have no lists of ours."""
    return [
        f"• {line}" if block.kind == "list" else line for block in blocks for line in block.lines
    ]


def _shown(picture: Picture | None, sentence: str, name: str, language: str) -> Shown | None:
    """The picture with its own text in the language, else one that names whose it is."""
    if picture is None:
        return None
    return Shown(picture, picture.alt[language] or sentence % {"name": name})


def _blocks(texts: Texts, filled: dict[str, str], language: str) -> tuple[Block, ...]:
    return blocks_of(texts[language], filled)


def _contact(brand: Brand) -> tuple[Line, ...]:
    contact = brand.contact
    addresses = {contact.email: f"mailto:{contact.email}", contact.web: _web(contact.web)}
    return tuple(Line(line, addresses.get(line, "")) for line in contact.lines)


def _web(text: str) -> str:
    return text if text.lower().startswith(("http://", "https://")) else f"https://{text}"
