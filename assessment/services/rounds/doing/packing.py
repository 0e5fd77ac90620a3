"""The package of open data with the overall report, for everybody to have."""

from typing import Any

from assessment.model import Model
from assessment.services.benchmark.folder import Progress
from assessment.services.benchmark.opening import RoundFolder
from assessment.services.package.licences import LICENCES
from assessment.services.package.making import data_files, report_files, write_package
from assessment.services.package.settings import Publication
from assessment.services.package.sources import releases_at
from assessment.services.rounds.published import package_of


def pack(
    folder: RoundFolder, model: Model, asked: dict[str, Any], progress: Progress
) -> dict[str, Any]:
    """Write the package of the last release beside the releases. Raises Invalid and Damaged."""
    source = releases_at(folder.path, model)
    licence = LICENCES[asked["licence"]]
    publication = Publication(
        asked["publisher"], licence, asked["address"], asked["email"], source.period
    )
    files = data_files(source.all, model, publication, progress)
    files |= report_files(source, model, None, progress)
    number: int = source.last["number"]
    write_package(files, package_of(folder.path, number), source.last["date"])
    return {"number": number}
