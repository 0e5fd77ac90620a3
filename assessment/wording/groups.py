"""What groups of members are called: by size class, federal state, kind and district."""

from collections.abc import Mapping

from assessment.municipality.register import district_name
from assessment.wording.catalogue import translator
from assessment.wording.names import name

_KINDS = {"size_class": "size_class", "state": "state", "kind": "register_kind"}


def group_name(key: Mapping[str, str], language: str) -> str:
    """The group in words, such as “Small town (…), Bavaria”; all members where the key is empty."""
    if not key:
        return translator(language).gettext("All members")
    return ", ".join(group_value(attribute, key[attribute], language) for attribute in key)


def group_value(attribute: str, value: str, language: str) -> str:
    """What members have in common whose attribute has this value; the code that nobody knows."""
    if not value:
        _ = translator(language).gettext
        return _("without size class") if attribute == "size_class" else _("not known")
    if attribute == "district":
        return district_name(value)
    return name(_KINDS[attribute], value, language) if attribute in _KINDS else value
