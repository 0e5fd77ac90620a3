"""Pictures of a brand: checked by content, saved anew, and turned into pixels where need be."""

from assessment.report.brand.pictures.checking import MOST_BYTES, as_png, picture_of

__all__ = ["MOST_BYTES", "as_png", "picture_of"]
