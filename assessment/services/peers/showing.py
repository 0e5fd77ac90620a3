"""The position of a body as the page of its result shows it."""

from dataclasses import dataclass

from assessment.municipality import Municipality
from assessment.presentation.position import position_in
from assessment.report.content.benchmark import BenchmarkView, benchmark_view
from assessment.services.desk import Desk
from assessment.services.peers.at_hand import AtHand, nearest, peers_for, releases_at_hand
from assessment.services.results import Shown

NONE = "none"


@dataclass(frozen=True)
class PositionShown:
    """The releases to choose from, the chosen one's digest, and the position in it.

    The digest is `none` and there is no view where nobody wants to be compared.
    """

    offered: tuple[AtHand, ...]
    key: str
    view: BenchmarkView | None


def chosen_release(desk: Desk, questionnaire: str, body: Municipality, wanted: str | None) -> str:
    """The digest of the release that is wanted if it is at hand, else of the nearest; or `none`."""
    offered = releases_at_hand(desk, questionnaire)
    if wanted in (*(one.key for one in offered), NONE) and wanted:
        return wanted
    found = nearest(offered, body)
    return found.key if found else NONE


def position_shown(desk: Desk, shown: Shown, wanted: str | None, language: str) -> PositionShown:
    """Where the body stands in the wanted release, else in the nearest at hand."""
    assessment = shown.result.assessment
    asked = assessment.questionnaire
    offered = releases_at_hand(desk, asked)
    key = chosen_release(desk, asked, assessment.municipality, wanted)
    peers = peers_for(desk, key, assessment.municipality, asked)
    if peers is None:
        return PositionShown(offered, NONE, None)
    position = position_in(shown.result, shown.model, peers)
    view = benchmark_view(position, shown.result, shown.model, language)
    return PositionShown(offered, key, view)
