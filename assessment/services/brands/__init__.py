"""The brands of those who make reports: kept, looked at, and chosen for a document."""

from assessment.services.brands.choosing import brand_for, choices, of_client, template_for

__all__ = ["brand_for", "choices", "of_client", "template_for"]
