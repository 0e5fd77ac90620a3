"""Which brand and which Word template a document has."""

from assessment.errors import NotFound
from assessment.persistence.clients import brands as stored
from assessment.persistence.clients import templates as stored_templates
from assessment.persistence.clients.brands import BrandHead
from assessment.persistence.stored import Head
from assessment.report.brand import Brand, merged_of
from assessment.report.office.given import GivenFile
from assessment.services.brands.kept import brand_from
from assessment.services.desk import Desk


def brand_for(desk: Desk, head: Head) -> Brand | None:
    """The brand of the assessment's client on top of that of the house, if there is any."""
    return of_client(desk, head.client_id)


def of_client(desk: Desk, client: str | None) -> Brand | None:
    """The brand that documents for this client have; without a client that of the house."""
    with desk.database.reading() as connection:
        found = stored.for_client(connection, client)
    return merged_of(map(brand_from, found))


def template_for(desk: Desk, head: Head, language: str) -> GivenFile | None:
    """The Word template of the client's brand in this language, else that of the house."""
    with desk.database.reading() as connection:
        for brand in reversed(stored.for_client(connection, head.client_id)):
            try:
                name, data = stored_templates.content(connection, brand.head.id, language)
            except NotFound:
                continue
            return GivenFile(name, data)
    return None


def choices(desk: Desk) -> tuple[BrandHead, ...]:
    """Every brand that a client may have: that of the house first, the others by name."""
    with desk.database.reading() as connection:
        return stored.heads(connection)
