"""What tables of a release group bodies by."""

from assessment.municipality import Municipality

NOT_KNOWN = ""
_DISTRICT_DIGITS = 5


def attributes_of(body: Municipality) -> dict[str, str]:
    """What tables group a body by; empty where it is not known.

    The district is told by its five-digit key; a city that is its own district is one by itself.
    """
    return {
        "size_class": body.size_class or NOT_KNOWN,
        "state": body.state or NOT_KNOWN,
        "kind": body.kind or NOT_KNOWN,
        "district": (body.ags or NOT_KNOWN)[:_DISTRICT_DIGITS],
    }
