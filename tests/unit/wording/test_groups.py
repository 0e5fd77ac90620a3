"""Groups of members are called by names, the same on pages, in reports and on the command line."""

import pytest

from assessment.wording import group_name


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ({}, "Alle Mitglieder"),
        ({"district": "05774", "state": "NW"}, "Kreis Paderborn, Nordrhein-Westfalen"),
        ({"district": "05314"}, "Bonn"),
        ({"size_class": "50", "kind": "Markt"}, "Landgemeinde (unter 5.000 Einwohner), Markt"),
        ({"size_class": ""}, "ohne Größenklasse"),
        ({"state": ""}, "nicht bekannt"),
        ({"district": "99999"}, "99999"),
    ],
)
def test_a_group_is_called_by_the_names_of_what_its_members_share(key, told):
    assert group_name(key, "de") == told
