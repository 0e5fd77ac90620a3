"""Where things stand in the drawings of the dashboard."""

# Column and row of each state in the usual tile map of Germany.
TILES: dict[str, tuple[int, int]] = {
    "SH": (1, 0),
    "HB": (0, 1), "HH": (1, 1), "MV": (2, 1), "BE": (3, 1),
    "NW": (0, 2), "NI": (1, 2), "ST": (2, 2), "BB": (3, 2),
    "RP": (0, 3), "HE": (1, 3), "TH": (2, 3), "SN": (3, 3),
    "SL": (0, 4), "BW": (1, 4), "BY": (2, 4),
}  # fmt: skip

_SIDE = 84


def tile_place(state: str) -> tuple[int, int]:
    """The upper left corner of a state's tile."""
    column, row = TILES[state]
    return column * _SIDE + 2, row * _SIDE + 2
