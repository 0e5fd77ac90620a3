"""What the dashboard of a release shows, worked out once for each group and remembered."""

from collections.abc import Mapping, Sequence

from assessment.benchmark.overview import Overview, overview_of
from assessment.services.desk import Desk
from assessment.services.rounds.published import release_in
from assessment.services.rounds.seen import ReleaseFile


def overview(
    desk: Desk, file: ReleaseFile, earlier: Sequence[ReleaseFile], key: Mapping[str, str]
) -> Overview:
    """The rows of a release for one group; found again by the digest of the release."""
    release = release_in(desk, file)
    before = [release_in(desk, one) for one in earlier]
    content = ("overview", release["digest"], tuple(sorted(key.items())), desk.model.hash)

    def made() -> Overview:
        return overview_of(
            release, desk.model.questionnaire, desk.model.recommendation, earlier=before, key=key
        )

    return desk.remembered.of(content, made)
