"""What was written, and from what: so that nothing done is done again."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from assessment import __version__
from assessment.model import Model
from assessment.questionnaire.answers import Assessment
from assessment.report.brief import Brief
from assessment.services.documents.formats import Order
from assessment.services.files import MANIFEST, write_atomically
from assessment.services.review.packing import content_key


@dataclass(frozen=True)
class Origin:
    """What a document is made from: as long as all of this is the same, so is the document.

    `brief_sha256` is that of everything said on how it is to be, `texts_hash` that of all words
    of the questionnaire, `release_sha256` the digest of the release that the body is compared with.
    """

    input_sha256: str
    questionnaire: str
    model_hash: str
    texts_hash: str
    brief_sha256: str
    template_sha256: str | None
    tool_version: str = __version__
    release_sha256: str | None = None


def origin(input_sha256: str, order: Order, model: Model, texts_hash: str) -> Origin:
    """The origin of a document of this order under this model."""
    return Origin(
        input_sha256=input_sha256,
        questionnaire=model.questionnaire.reference,
        model_hash=model.hash,
        texts_hash=texts_hash,
        brief_sha256=sha256(repr(order.brief).encode()),
        template_sha256=sha256(order.template.data) if order.template else None,
        release_sha256=_release(order.brief),
    )


@dataclass(frozen=True)
class Entry(Origin):
    """A document with its origin, its own hash, and whom it is about."""

    input: str = ""
    output: str = ""
    output_sha256: str = ""
    municipality: str = ""
    ags: str | None = None
    date: str = ""

    @property
    def origin(self) -> Origin:
        """What it was made from."""
        own = asdict(self)
        return Origin(**{field.name: own[field.name] for field in fields(Origin)})


def entry(
    made_from: Origin, assessment: Assessment, *, source: str, output: str, data: bytes
) -> Entry:
    """The entry of a document that was made."""
    body = assessment.municipality
    return Entry(
        **asdict(made_from),
        input=source,
        output=output,
        output_sha256=sha256(data),
        municipality=body.name,
        ags=body.ags,
        date=assessment.date.isoformat(),
    )


def manifest_bytes(head: Mapping[str, object], entries: Iterable[Entry]) -> bytes:
    """The manifest as a file, its entries in the order of their names."""
    files = [asdict(one) for one in sorted(entries, key=lambda one: one.output)]
    text = json.dumps({**head, "files": files}, ensure_ascii=False, indent=2)
    return (text + "\n").encode()


def is_as_made(target: Path, made: Entry) -> bool:
    """Whether the file of this entry is there, and still as it was made."""
    try:
        return sha256(target.read_bytes()) == made.output_sha256
    except OSError:
        return False


def head_of(order: Order, made_from: Origin) -> dict[str, object]:
    """What a manifest says first: the tool, the model in force, and what was ordered."""
    told = {name: value for name, value in asdict(made_from).items() if name != "input_sha256"}
    return {**told, "format": order.format, "language": order.brief.language}


class Manifest:
    """The entries of a folder; those made under other circumstances are forgotten."""

    def __init__(self, folder: Path, order: Order, model: Model) -> None:
        self._path = folder / MANIFEST
        self._origin = origin("", order, model, content_key(model.folder))
        self._head = head_of(order, self._origin)
        self._entries = {entry.output: entry for entry in self._kept()}

    def origin(self, input_sha256: str, brief: Brief) -> Origin:
        """What a document of this input and this brief is made from."""
        how = sha256(repr(brief).encode())
        release = _release(brief)
        return replace(
            self._origin, input_sha256=input_sha256, brief_sha256=how, release_sha256=release
        )

    def has(self, source: Path, made_from: Origin, target: Path) -> bool:
        """Whether this document was made from this very input and is still as it was made."""
        entry = self._entries.get(target.name)
        return (
            entry is not None
            and (entry.input, entry.origin) == (source.name, made_from)
            and is_as_made(target, entry)
        )

    def add(self, entry: Entry) -> None:
        """Note a document, on disk at once: whatever happens then, it is not made again."""
        self._entries[entry.output] = entry
        write_atomically(self._path, manifest_bytes(self._head, self._entries.values()))

    def _kept(self) -> Iterable[Entry]:
        """What an earlier run under the same circumstances noted; nothing that cannot be read."""
        try:
            said = json.loads(self._path.read_text(encoding="utf-8"))
            files = said.pop("files")
            return [Entry(**entry) for entry in files] if said == self._head else []
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return []


def _release(brief: Brief) -> str | None:
    return brief.peers.origin.digest if brief.peers else None


def sha256(data: bytes) -> str:
    """The SHA-256 of some bytes as hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
