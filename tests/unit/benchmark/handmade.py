"""Releases written by hand, so that every figure of a position can be worked out by hand."""

from assessment.benchmark.release.document import as_bytes, sealed

PROTECTED = {"suppressed": "protected"}
ALL = {}


def points(key=ALL, median=40.0, quartiles=(30.0, 60.0), n=20, **more):
    shown = list(quartiles) if isinstance(quartiles, tuple) else quartiles
    return {"key": key, "n": n, "median": median, "quartiles": shown, **more}


def hidden(key):
    return {"key": key, **PROTECTED}


def shares(key=ALL, n=20, **parts):
    distribution = [{"classes": name.split("__"), "share": part} for name, part in parts.items()]
    return {"key": key, "n": n, "distribution": distribution}


def content(tables, *, groups=(ALL,), day="2026-06-30", number=1, closed=()):
    """A release with these cells by subject; who took part is hidden in `closed`."""
    taking = [
        {"key": key, "registered": 90, "members": 50, **(PROTECTED if key in closed else {"n": 40})}
        for key in groups
    ]
    return {
        "round": "Kreis",
        "number": number,
        "date": day,
        "questionnaire": "ki-readiness@2026.1",
        "digest": f"digest {number}",
        "participation": [{"by": [], "cells": taking}],
        "tables": [
            {"kind": kind, "subject": subject, "by": [], "cells": cells}
            for (kind, subject), cells in tables.items()
        ],
    }


def release_of_governance():
    """A release as a file; the middle half of the peers lies between 30 and 60 points."""
    made = content(
        {
            ("dimension", "governance"): [points()],
            ("question", "data.inventory"): [points(quartiles=(50.0, 100.0))],
        }
    )
    del made["digest"]
    return as_bytes(sealed(made))
