"""What the dashboard of a release shows, worked out once for each group and remembered."""

from collections.abc import Mapping

from assessment.benchmark.overview import Overview, overview_of
from assessment.services.desk import Desk
from assessment.services.rounds.published import release_in
from assessment.services.rounds.seen import ReleaseFile, RoundLine


def overview(desk: Desk, line: RoundLine, file: ReleaseFile, key: Mapping[str, str]) -> Overview:
    """The rows of a release of a round for one group; found again by the digests of all it needs.

    Releases of the round before it, and the last ones of the rounds before, begin its series.
    Raises Invalid and Damaged where one of them cannot be read or was changed.
    """
    release = release_in(desk, file)
    earlier = [release_in(desk, one) for one in line.releases if one.number < file.number]
    before = [release_in(desk, one) for one in line.before]
    digests = tuple(one["digest"] for one in (*before, release))
    content = ("overview", digests, tuple(sorted(key.items())), desk.model.hash)

    def made() -> Overview:
        return overview_of(
            release,
            desk.model.questionnaire,
            desk.model.recommendation,
            earlier=earlier,
            before=before,
            key=key,
        )

    return desk.remembered.of(content, made)
