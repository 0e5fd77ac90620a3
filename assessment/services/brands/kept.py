"""Brands between the database and those who use them."""

from collections.abc import Mapping
from typing import Any, cast

from assessment.persistence.clients.brands import StoredBrand, StoredPicture
from assessment.questionnaire.documents import Document
from assessment.report.brand import SLOTS, Brand, Picture, Slot, Texts
from assessment.report.brand.entries import BrandEntries, brand_of, entries_in
from assessment.report.brand.model import PictureKind

LONGEST_ALT = 300
ALT = "alt"

Said = Mapping[str, Any]
"""What is said of a brand as plain values: the entries of a brand file, and `alt` by slot."""


def brand_from(stored: StoredBrand) -> Brand:
    """The brand as documents use it."""
    pictures = {slot: _picture(stored, slot) for slot in SLOTS}
    return brand_of(entries_of(stored.content), pictures["logo"], pictures["coat_of_arms"])


def entries_of(content: Said) -> BrandEntries:
    """What was once checked and kept."""
    return BrandEntries.model_validate({k: v for k, v in content.items() if k != ALT})


def checked(said: Said) -> dict[str, Any]:
    """What is to be kept of it. Raises Invalid with everything that is wrong."""
    plain = {key: value for key, value in said.items() if key != ALT}
    entries, faults = entries_in(Document("", plain, (), lambda _place: None))
    alts = said.get(ALT, {})
    for slot, texts in alts.items():
        for language, text in texts.items():
            if len(text) > LONGEST_ALT:
                faults.add("brand_alt_too_long", (ALT, slot, language), count=len(text))
    faults.raise_if_any()
    kept = cast(BrandEntries, entries).model_dump(
        exclude={"logo", "coat_of_arms"}, exclude_none=True
    )
    return {**kept, "name": " ".join(kept["name"].split()), ALT: alts}


def picture_of_slot(slot: Slot, name: str, picture: Picture) -> StoredPicture:
    """The picture, ready to be kept."""
    return StoredPicture(
        slot=slot,
        name=name,
        media_type=picture.kind,
        width=picture.width,
        height=picture.height,
        data=picture.data,
        sha256=picture.sha256,
    )


def _picture(stored: StoredBrand, slot: Slot) -> Picture | None:
    kept = stored.pictures.get(slot)
    if kept is None:
        return None
    alt = Texts.model_validate(stored.content.get(ALT, {}).get(slot, {}))
    kind = cast(PictureKind, kept.media_type)
    return Picture(kind, bytes(kept.data), kept.width, kept.height, alt)
