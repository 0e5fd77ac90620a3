"""A brand: how the documents of an office look, and who signs them."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from assessment.questionnaire.model import Part
from assessment.report.brand.contrast import WHITE, Palette, palette_of

LONGEST_NAME = 120
LONGEST_LINE = 200
LONGEST_TEXT = 4_000

PictureKind = Literal["image/png", "image/jpeg", "image/svg+xml"]
Slot = Literal["logo", "coat_of_arms"]
SLOTS: tuple[Slot, ...] = ("logo", "coat_of_arms")


class Colours(Part):
    """The colour of heads, lines and charts, and that of text on it."""

    accent: str
    on_accent: str = WHITE


# How long a text is gets checked with everything else; the schema tells editors.
Line = Annotated[
    str,
    AfterValidator(lambda text: " ".join(text.split())),
    Field(json_schema_extra={"maxLength": LONGEST_LINE}),
]


class Contact(Part):
    """Who can be asked, and where; every line may be left out."""

    name: Line = ""
    street: Line = ""
    place: Line = ""
    email: Line = ""
    phone: Line = ""
    web: Line = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """What is stated, in the order of an address."""
        said = (self.name, self.street, self.place, self.email, self.phone, self.web)
        return tuple(line for line in said if line)


class Texts(Part):
    """A text of the office's own in German and English; each may be left out."""

    de: Annotated[str, Field(json_schema_extra={"maxLength": LONGEST_TEXT})] = ""
    en: Annotated[str, Field(json_schema_extra={"maxLength": LONGEST_TEXT})] = ""

    def __getitem__(self, language: str) -> str:
        return self.en if language == "en" else self.de

    def over(self, other: "Texts") -> "Texts":
        """These texts, and those of the other where a language is missing."""
        return Texts(de=self.de or other.de, en=self.en or other.en)


NO_CONTACT, NO_TEXTS = Contact(), Texts()


@dataclass(frozen=True)
class Picture:
    """A picture that was checked: its kind, its size, and its text for those who do not see it.

    Two pictures with the same content are equal; its bytes stay out of what is written of it.
    """

    kind: PictureKind
    data: bytes = field(repr=False)
    width: float
    height: float
    alt: Texts = NO_TEXTS
    sha256: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "sha256", hashlib.sha256(self.data).hexdigest())

    @property
    def key(self) -> str:
        """A name for the picture that is the same for the same picture."""
        return self.sha256[:16]

    @property
    def shape(self) -> float:
        """How many times as wide as high it is."""
        return self.width / self.height


@dataclass(frozen=True)
class Maker:
    """The office that made a document for another one: its name and its logo."""

    name: str
    logo: Picture | None


@dataclass(frozen=True)
class Brand:
    """The look of an office and what it adds to documents; only the name is needed.

    `maker` is the consultancy behind a client's brand, `signed_by` names whose the contact is where
    it is not the office's own.
    """

    name: str
    logo: Picture | None = None
    coat_of_arms: Picture | None = None
    colours: Colours | None = None
    contact: Contact = NO_CONTACT
    imprint: Texts = NO_TEXTS
    intro: Texts = NO_TEXTS
    closing: Texts = NO_TEXTS
    maker: Maker | None = None
    signed_by: str = ""

    @property
    def signer(self) -> str:
        """Whose contact it is."""
        return self.signed_by or self.name

    @property
    def office(self) -> str:
        """Who made the documents: the consultancy where there is one, else the office itself."""
        return self.maker.name if self.maker else self.name

    @cached_property
    def palette(self) -> Palette | None:
        """The colours of the documents; None means those of the tool."""
        if self.colours is None:
            return None
        return palette_of(self.colours.accent, self.colours.on_accent)

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Every picture that a document may show."""
        shown = (self.logo, self.coat_of_arms, self.maker.logo if self.maker else None)
        return tuple(picture for picture in shown if picture)


def merged(house: Brand, client: Brand) -> Brand:
    """The client's brand, with what it leaves open from the house, which stays named as the maker.

    A contact and a pair of colours are taken whole: half of each would be nobody's. Neither logo
    nor coat of arms of the house ever becomes the client's.
    """
    return replace(
        client,
        colours=client.colours or house.colours,
        contact=client.contact if client.contact.lines else house.contact,
        imprint=client.imprint.over(house.imprint),
        intro=client.intro.over(house.intro),
        closing=client.closing.over(house.closing),
        signed_by="" if client.contact.lines else house.signer,
        maker=Maker(house.office, house.maker.logo if house.maker else house.logo),
    )


def merged_of(brands: Iterable[Brand]) -> Brand | None:
    """All of them merged, the house first; None of none."""
    found: Brand | None = None
    for brand in brands:
        found = brand if found is None else merged(found, brand)
    return found
