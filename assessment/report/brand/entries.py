"""What somebody wrote of a brand, in a file or a form, and everything that is wrong with it."""

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, ValidationError

from assessment.questionnaire.documents import Document, Faults, Place, checked
from assessment.questionnaire.model import Part
from assessment.report.brand.contrast import (
    LEAST,
    WHITE,
    contrast,
    hex_colour,
    nearest_darker,
    shown_ratio,
)
from assessment.report.brand.model import (
    LONGEST_LINE,
    LONGEST_NAME,
    LONGEST_TEXT,
    NO_CONTACT,
    NO_TEXTS,
    Brand,
    Colours,
    Contact,
    Picture,
    Texts,
)
from assessment.report.brand.texts import PLACES, unknown_places

_OF_ANSWERS = frozenset({"questionnaire", "municipality", "answers"})
OWN_TEXTS = ("intro", "closing", "imprint")
_EMAIL = re.compile(r"[^\s@<>\"']+@[^\s@<>\"']+\.[^\s@<>\"']+")
_WEB = re.compile(r"(https?://)?[\w-]+(\.[\w-]+)+(:\d+)?(/[^\s<>\"']*)?", re.IGNORECASE)


class ColoursEntry(Part):
    """Colours as they were written, such as "#004b76"."""

    accent: str | None = Field(description="Of heads, lines and charts; at least 4.5:1 on white")
    on_accent: str | None = Field(default=WHITE, description="Of text on the accent colour")


class PictureEntry(Part):
    """Where a picture lies, and what it shows for those who do not see it."""

    file: str = Field(min_length=1, description="Path from here: PNG, JPEG or SVG")
    alt: Texts = NO_TEXTS


class BrandEntries(Part):
    """How the documents of an office look, and who signs them."""

    name: Annotated[str, Field(min_length=1, json_schema_extra={"maxLength": LONGEST_NAME})]
    logo: PictureEntry | None = None
    coat_of_arms: PictureEntry | None = None
    colours: ColoursEntry | None = None
    contact: Contact = NO_CONTACT
    intro: Texts = NO_TEXTS
    closing: Texts = NO_TEXTS
    imprint: Texts = NO_TEXTS

    def checked_colours(self) -> Colours | None:
        """The colours in six digits, once they were checked."""
        if self.colours is None:
            return None
        accent = hex_colour(self.colours.accent or "")
        on_accent = hex_colour(self.colours.on_accent or "")
        return Colours(accent=accent, on_accent=on_accent) if accent and on_accent else None


def is_brand(document: Document) -> bool:
    """Whether the document is meant to be a brand; told by its keys, for it may hold faults."""
    value = document.value
    keys = set(value) if isinstance(value, dict) else set()
    return not keys & _OF_ANSWERS and bool(keys & BrandEntries.model_fields.keys())


def entries_in(document: Document) -> tuple[BrandEntries | None, Faults]:
    """What the document says of a brand, and what is wrong with it; None for what is no brand.

    Where there are faults, the entries are those that could be read: for looking on, not for use.
    """
    faults = Faults(document)
    entries = checked(faults, BrandEntries) or _readable(document.value, faults)
    if entries is not None:
        for code, place, values in _faults(entries):
            faults.add(code, place, **values)
    return entries, faults


def _readable(value: object, faults: Faults) -> BrandEntries | None:
    """The entries without those at fault, so that the others are looked at as well."""
    if not isinstance(value, dict):
        return None
    kept: dict[str, object] = {"name": "-"}
    for key, entry in value.items():
        wrong = faults.keys_at_fault((key,))
        if wrong and isinstance(entry, dict):
            kept[key] = {inner: said for inner, said in entry.items() if inner not in wrong}
        elif key not in faults.keys_at_fault(()):
            kept[key] = entry
    try:
        return BrandEntries.model_validate(kept)
    except ValidationError:
        return None


def brand_of(entries: BrandEntries, logo: Picture | None, coat_of_arms: Picture | None) -> Brand:
    """The brand that is said by entries without faults, with its pictures."""
    return Brand(
        name=" ".join(entries.name.split()),
        logo=logo,
        coat_of_arms=coat_of_arms,
        colours=entries.checked_colours(),
        contact=entries.contact,
        imprint=entries.imprint,
        intro=entries.intro,
        closing=entries.closing,
    )


Fault = tuple[str, Place, dict[str, object]]


def _faults(entries: BrandEntries) -> Iterator[Fault]:
    if not entries.name.strip():
        yield "empty_text", ("name",), {}
    yield from _too_long(entries.name, ("name",), LONGEST_NAME)
    if entries.colours:
        yield from _of_colours(entries.colours)
    yield from _of_contact(entries.contact)
    for key in OWN_TEXTS:
        yield from _of_texts(getattr(entries, key), key)


def _too_long(text: str, place: Place, limit: int) -> Iterator[Fault]:
    if len(text) > limit:
        yield "text_too_long", place, {"count": len(text), "limit": limit}


def _of_colours(colours: ColoursEntry) -> Iterator[Fault]:
    given = {"accent": colours.accent, "on_accent": colours.on_accent}
    for key, text in given.items():
        if text is None:
            yield "colour_unquoted", ("colours", key), {}
        elif hex_colour(text) is None:
            yield "bad_colour", ("colours", key), {"given": text}
    accent, on_accent = (hex_colour(text or "") for text in given.values())
    if accent and (ratio := contrast(accent, WHITE)) < LEAST:
        values: dict[str, object] = {"given": accent, "ratio": shown_ratio(ratio)}
        yield (
            "colour_too_light",
            ("colours", "accent"),
            values | {"nearest": nearest_darker(accent)},
        )
    elif accent and on_accent and (ratio := contrast(on_accent, accent)) < LEAST:
        values = {"given": on_accent, "behind": accent, "ratio": shown_ratio(ratio)}
        yield "colours_too_alike", ("colours", "on_accent"), values | {"nearest": WHITE}


def _of_contact(contact: Contact) -> Iterator[Fault]:
    for key, text in contact:
        yield from _too_long(text, ("contact", key), LONGEST_LINE)
    for key, form, code in (("email", _EMAIL, "bad_email"), ("web", _WEB, "bad_web")):
        text = getattr(contact, key)
        if text and not form.fullmatch(text):
            yield code, ("contact", key), {"given": text}


def _of_texts(texts: Texts, key: str) -> Iterator[Fault]:
    for language, text in texts:
        yield from _too_long(text, (key, language), LONGEST_TEXT)
        for name in unknown_places(text):
            values: dict[str, object] = {"given": f"{{{name}}}"}
            known = ", ".join(f"{{{place}}}" for place in PLACES)
            yield "unknown_place_in_text", (key, language), values | {"allowed": known}
