"""What a group of members is called on the command line."""

from collections.abc import Sequence

from assessment.cli.language import _, chosen
from assessment.municipality.register import district_name
from assessment.wording import GROUPS, name


def group_name(by: Sequence[str], key: Sequence[str]) -> str:
    """The group by names, not by codes; a district with its key, as two may be called alike."""
    if not key:
        return _("All members")
    return ", ".join(_value(one, value) for one, value in zip(by, key, strict=True))


def _value(attribute: str, value: str) -> str:
    if not value:
        return _("without size class") if attribute == "size_class" else _("not known")
    if attribute == "district":
        return f"{district_name(value)} ({value})"
    return name(GROUPS[attribute], value, chosen()) if attribute in GROUPS else value
