"""What was written into a folder, and from what: so that nothing done is done again."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from assessment import __version__
from assessment.model import Model
from assessment.services.documents.formats import Order
from assessment.services.files import MANIFEST, write_atomically
from assessment.services.review.packing import content_key


@dataclass(frozen=True)
class Entry:
    """A document with the hashes of what it was made from and of itself."""

    input: str
    input_sha256: str
    output: str
    output_sha256: str
    municipality: str
    ags: str | None
    date: str


class Manifest:
    """The entries of a folder; those made under other circumstances are forgotten."""

    def __init__(self, folder: Path, order: Order, model: Model) -> None:
        self._path = folder / MANIFEST
        self._head = {
            "tool_version": __version__,
            "questionnaire": model.questionnaire.reference,
            "model_hash": model.hash,
            "texts_hash": content_key(model.folder),
            "format": order.format,
            "language": order.brief.language,
            "template_sha256": sha256(order.template.data) if order.template else None,
        }
        self._entries = {entry.output: entry for entry in self._kept()}

    def has(self, source: Path, source_hash: str, target: Path) -> bool:
        """Whether this document was made from this very input and is still as it was made."""
        entry = self._entries.get(target.name)
        return (
            entry is not None
            and (entry.input, entry.input_sha256) == (source.name, source_hash)
            and target.exists()
            and sha256(target.read_bytes()) == entry.output_sha256
        )

    def add(self, entry: Entry) -> None:
        """Note a document, on disk at once: whatever happens then, it is not made again."""
        self._entries[entry.output] = entry
        self.write()

    def write(self) -> None:
        """Keep the manifest as it stands, entries in the order of their names."""
        files = [asdict(self._entries[output]) for output in sorted(self._entries)]
        text = json.dumps({**self._head, "files": files}, ensure_ascii=False, indent=2)
        write_atomically(self._path, (text + "\n").encode())

    def _kept(self) -> Iterable[Entry]:
        """What an earlier run under the same circumstances noted; nothing that cannot be read."""
        try:
            said = json.loads(self._path.read_text(encoding="utf-8"))
            files = said.pop("files")
            return [Entry(**entry) for entry in files] if said == self._head else []
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return []


def sha256(data: bytes) -> str:
    """The SHA-256 of some bytes as hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
