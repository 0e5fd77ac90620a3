"""The models that were in force, kept in the database, unpacked on disk and read again."""

from datetime import UTC, datetime
from pathlib import Path

from assessment.model import Model, load_model
from assessment.persistence.database import Database
from assessment.persistence.review import snapshots
from assessment.services.review.packing import Packed, pack, unpack


class KeptModels:
    """Keeps models for good, and finds them again by key or by questionnaire version."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._database = database
        self._folder = folder / "models"
        self._keys: dict[Path, str] = {}
        self._newest: dict[str, str] = {}
        self._unpacked: dict[str, Path] = {}

    def keep(self, model: Model) -> str:
        """The key of the model's folder, which from now on is kept."""
        if model.folder not in self._keys:
            packed = pack(model.folder)
            with self._database.transaction() as connection:
                snapshots.keep_snapshot(
                    connection,
                    key=packed.key,
                    reference=model.questionnaire.reference,
                    archive=packed.archive,
                    at=datetime.now(UTC),
                )
            self._keys[model.folder] = packed.key
        return self._keys[model.folder]

    def newest(self, reference: str) -> Model:
        """The model that was kept last for this questionnaire version; QuestionnaireNotKept."""
        if reference not in self._newest:
            with self._database.reading() as connection:
                self._newest[reference] = snapshots.newest_key(connection, reference)
        return self.with_key(self._newest[reference])

    def with_key(self, key: str) -> Model:
        """The model with exactly this content; QuestionnaireNotKept, Damaged."""
        return load_model(self.folder_of(key))

    def folder_of(self, key: str) -> Path:
        """The folder that this model is unpacked in; QuestionnaireNotKept, Damaged."""
        if key not in self._unpacked:
            with self._database.reading() as connection:
                packed = Packed(key, snapshots.archive(connection, key))
            self._unpacked[key] = unpack(packed, self._folder)
            self._keys[self._unpacked[key]] = key
        return self._unpacked[key]
