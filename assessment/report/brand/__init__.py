"""The brand of an office: how its documents look, what they say of it, and who signs them."""

from assessment.report.brand.model import (
    SLOTS,
    Brand,
    Colours,
    Contact,
    Maker,
    Picture,
    Slot,
    Texts,
    merged,
    merged_of,
)

__all__ = [
    "SLOTS",
    "Brand",
    "Colours",
    "Contact",
    "Maker",
    "Picture",
    "Slot",
    "Texts",
    "merged",
    "merged_of",
]
