"""Brands on their pages: listed, begun, changed, deleted, looked at; and their files."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid4

from assessment.errors import Invalid, NotFound, Problem
from assessment.jobs.queue import CHECK_PICTURE, CHECK_WORD_TEMPLATE, RENDER_BRAND, WORD_TEMPLATE
from assessment.persistence.clients import brands as stored
from assessment.persistence.clients import templates as stored_templates
from assessment.persistence.clients.brands import BrandHead, StoredPicture
from assessment.persistence.clients.templates import StoredTemplate, TemplateHead
from assessment.report.brand import SLOTS, Picture, Slot, merged
from assessment.services.brands.choosing import of_client
from assessment.services.brands.kept import Said, brand_from, checked, picture_of_slot
from assessment.services.desk import Desk
from assessment.services.examples import example_files
from assessment.services.files import read_files
from assessment.services.notes.attachments import safe_name
from assessment.services.notes.files import Kind, kind_of
from assessment.wording import LANGUAGES

# A town with everything, and a body that knows nothing: between them every field says something.
_TRIED_ON = ("mittelstadt", "alles-unbekannt")
MOST_TEMPLATE_BYTES = 5_000_000
_SUFFIXES = {"image/png": ".png", "image/jpeg": ".jpg", "image/svg+xml": ".svg"}


@dataclass(frozen=True)
class BrandPage:
    """A brand with everything that is kept of it, and the clients that have it."""

    head: BrandHead
    said: Said
    pictures: Mapping[str, StoredPicture]
    templates: Mapping[str, TemplateHead]
    clients: tuple[tuple[str, str], ...]


def brand_page(desk: Desk, id: str) -> BrandPage:
    """The brand; NotFound."""
    with desk.database.reading() as connection:
        brand = stored.load(connection, id)
        templates = stored_templates.of_brand(connection, id)
        clients = stored.used_by(connection, id)
    by_language = {template.language: template for template in templates}
    return BrandPage(brand.head, brand.content, brand.pictures, by_language, clients)


def create(desk: Desk, said: Said, *, token: str | None) -> str:
    """Keep a new brand; its id. The first one is that of the house. Raises Invalid."""
    content = checked(said)
    with desk.database.transaction() as connection:
        return stored.add(
            connection,
            content,
            id=str(uuid4()),
            house=not stored.heads(connection),
            token=token,
            at=datetime.now(UTC),
        )


def change(desk: Desk, id: str, said: Said, *, seen: int) -> None:
    """Keep what the brand says now; NotFound, Invalid, Conflict where another version was seen."""
    content = checked(said)
    with desk.database.transaction() as connection:
        stored.change(connection, id, content, seen=seen, at=datetime.now(UTC))


def make_house(desk: Desk, id: str) -> None:
    """Let this brand be the one of the house; NotFound."""
    with desk.database.transaction() as connection:
        stored.make_house(connection, id)


def delete(desk: Desk, id: str) -> None:
    """Remove the brand for good; NotFound."""
    with desk.database.transaction() as connection:
        stored.delete(connection, id)


def picture(desk: Desk, id: str, slot: str) -> StoredPicture:
    """A picture of the brand; NotFound."""
    found = brand_page(desk, id).pictures.get(slot)
    if found is None:
        raise NotFound(slot)
    return found


def put_picture(desk: Desk, id: str, slot: str, *, data: bytes, name: str) -> None:
    """Keep the picture, checked and saved anew by a worker process; NotFound, Invalid."""
    place = _slot(slot)
    answer: Picture | tuple[Problem, ...] = desk.queue.run(CHECK_PICTURE, data)
    if not isinstance(answer, Picture):
        raise Invalid(answer)
    plain = safe_name(name, Kind(_SUFFIXES[answer.kind], answer.kind))
    with desk.database.transaction() as connection:
        kept = picture_of_slot(place, plain, answer)
        stored.put_picture(connection, id, kept, at=datetime.now(UTC))


def remove_picture(desk: Desk, id: str, slot: str) -> None:
    """Remove a picture; a second time nothing happens. NotFound where there is no brand."""
    with desk.database.transaction() as connection:
        stored.remove_picture(connection, id, _slot(slot), at=datetime.now(UTC))


def template(desk: Desk, id: str, language: str) -> tuple[str, bytes]:
    """Name and content of the Word template in a language; NotFound."""
    with desk.database.reading() as connection:
        return stored_templates.content(connection, id, language)


def start_template(desk: Desk, language: str) -> bytes:
    """The Word template of the tool, to be changed; TaskFailed."""
    return desk.remembered.of(
        f"word template {language}", lambda: bytes(desk.queue.run(WORD_TEMPLATE, language))
    )


def put_template(desk: Desk, id: str, language: str, *, data: bytes, name: str) -> None:
    """Keep the Word template once it could be filled; NotFound, Invalid with all its problems."""
    if language not in LANGUAGES:
        raise NotFound(language)
    kind = _word(data)
    sources = [
        read.assessment
        for read in read_files([f for f in example_files() if f.stem in _TRIED_ON], desk.model)
    ]
    problems = desk.queue.run(CHECK_WORD_TEMPLATE, data, sources, desk.model.folder, language)
    if problems:
        raise Invalid(problems)
    now = datetime.now(UTC)
    new = StoredTemplate(
        id=str(uuid4()),
        language=language,
        name=safe_name(name, kind),
        sha256=hashlib.sha256(data).hexdigest(),
        data=data,
        added_at=now,
    )
    with desk.database.transaction() as connection:
        stored.load(connection, id)
        stored_templates.put(connection, id, new)


def remove_template(desk: Desk, id: str, language: str) -> None:
    """Remove the Word template; the tool's own counts again."""
    with desk.database.transaction() as connection:
        stored_templates.remove(connection, id, language)


def preview(desk: Desk, id: str, language: str) -> bytes:
    """Cover, introduction and last page with this brand as PDF; NotFound, TaskFailed.

    On top of that of the house, as documents for a client have it.
    """
    with desk.database.reading() as connection:
        found = stored.load(connection, id)
    brand, house = brand_from(found), of_client(desk, None)
    if house is not None and not found.head.house:
        brand = merged(house, brand)
    key = f"preview {language} {brand!r}"
    folder = desk.model.folder
    return desk.remembered.of(
        key, lambda: bytes(desk.queue.run(RENDER_BRAND, brand, folder, language))
    )


def _slot(slot: str) -> Slot:
    for known in SLOTS:
        if slot == known:
            return known
    raise NotFound(slot)


def _word(data: bytes) -> Kind:
    """That of a Word document without macros; Invalid for anything else."""
    if len(data) > MOST_TEMPLATE_BYTES:
        limit = MOST_TEMPLATE_BYTES // 1_000_000
        raise Invalid([Problem("file_too_large", values={"limit": limit})])
    kind = kind_of(data)
    if kind.suffix != ".docx":
        raise Invalid([Problem("no_word_document")])
    return kind
