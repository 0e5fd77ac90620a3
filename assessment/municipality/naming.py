"""Members and districts as a person names them on the command line: by key or by name."""

_DIGITS = 5  # of the key of a district or county
_ALL_DIGITS = 8  # of a municipality's
_WITHOUT_ZERO = frozenset({_DIGITS - 1, _ALL_DIGITS - 1})  # as spreadsheets leave them


def member_key(said: str) -> str:
    """The key of a body, also of a name that only one has; else what was said."""
    from assessment.municipality import named

    key = "".join(said.split())
    if key.isdecimal():
        return key.zfill(len(key) + 1) if len(key) in _WITHOUT_ZERO else key
    found = named(said)
    return found.ags if found and found.ags else said


def district_key(said: str) -> str:
    """The five digits of a district, also of a name that only one has; else what was said."""
    from assessment.municipality import by_ags

    key = member_key(said)
    if len(key) == _DIGITS:
        return key
    is_name = key != said and not said[0].isdigit()
    # A city that is its own district, or a municipality in one.
    return key[:_DIGITS] if is_name and by_ags(key).district is None else said


def similar_districts(said: str, count: int = 3) -> str:
    """Districts of a similar name, each with its key; empty where there are none."""
    from assessment.municipality import search
    from assessment.municipality.register import district_name

    keys = dict.fromkeys((one.ags or "")[:_DIGITS] for one in search(said))
    return ", ".join(f"{key} ({district_name(key)})" for key in list(keys)[:count])
