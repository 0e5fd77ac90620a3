"""A result beside those of peers: what of it can be compared, and the position as JSON."""

from assessment.presentation.position.as_json import position_json
from assessment.presentation.position.own import own_of, position_in

__all__ = ["own_of", "position_in", "position_json"]
