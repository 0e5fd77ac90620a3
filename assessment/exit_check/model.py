"""The exit check as data (`exit_check.yaml`): topics, what to ask, and which answers tell."""

from pydantic import Field

from assessment.questionnaire.model import Part, Text
from assessment.recommendation.model import Route


class ExitQuestion(Part):
    """A question to the supplier, the partner or the own house, on the routes it fits."""

    routes: tuple[Route, ...] = Field(min_length=1)
    text: Text


class Tells(Part):
    """A question of the questionnaire that tells where the body stands, settled from a level on."""

    question: str
    settled_from: int = Field(ge=1)
    routes: tuple[Route, ...] = tuple(Route)


class ExitTopic(Part):
    """A part of leaving again, such as getting the data out; `source` may be "own calibration"."""

    id: str = Field(pattern=r"^[a-z]+(_[a-z]+)*$")
    title: Text
    reason: Text
    sources: tuple[str, ...] = Field(min_length=1)
    ask: tuple[ExitQuestion, ...] = Field(min_length=1)
    tells: tuple[Tells, ...] = ()


class ExitCheck(Part):
    """All topics in the order in which they are shown, with the date of the knowledge in them."""

    as_of: str = Field(pattern=r"^\d{4}-\d{2}-\d{2}$")
    note: Text
    settled_reason: Text
    topics: tuple[ExitTopic, ...] = Field(min_length=1)
