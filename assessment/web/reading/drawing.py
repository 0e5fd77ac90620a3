"""The pattern of dots behind the map as the data of one path of SVG."""

from functools import cache

from assessment.municipality.outline import dots


@cache
def land() -> str:
    """Every dot as a line without length: with round ends it becomes a dot.

    Each is placed from the one before: a third of the size, and the page carries it every time.
    """
    path, here = [], (0, 0)
    for x, y in dots():
        there = (round(x), round(y))
        path.append(f"m{there[0] - here[0]} {there[1] - here[1]}h0")
        here = there
    return "".join(path)
