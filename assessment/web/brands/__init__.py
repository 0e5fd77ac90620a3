"""Pages of the brands: how documents look, and who signs them."""

from assessment.web.brands import files
from assessment.web.brands.pages import pages

__all__ = ["files", "pages"]
