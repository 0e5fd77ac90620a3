"""Answer files of invented members, as a person would send them."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date

from assessment.benchmark.synthetic import synthetic_round
from assessment.model import Model
from assessment.municipality import Municipality
from assessment.questionnaire.answer_file import write_answers
from assessment.questionnaire.answers import Assessment, PlannedApplication


def answer_files(
    model: Model, members: Sequence[Municipality], *, response: float = 1.0, year: int = 0
) -> dict[str, bytes]:
    """An answer file of each member that takes part, by its name, with up to two plans."""
    kinds = [one.id for one in model.recommendation.archetypes]
    made = synthetic_round(model.questionnaire, kinds, members, response=response, year=year)
    return {
        f"{members[place].ags}.yaml": write_answers(
            Assessment(
                questionnaire=model.questionnaire.reference,
                municipality=members[place],
                date=date(2026 + year, 11, 1),
                answers=given.answers,
                applications=tuple(PlannedApplication(one, one) for one in list(given.routes)[:2]),
            ),
            format="yaml",
        ).encode()
        for place, given in zip(made.taking, made.contributions, strict=True)
    }


def packed(files: Mapping[str, bytes]) -> bytes:
    """These files as one ZIP archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()
