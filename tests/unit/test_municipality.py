"""The register of municipalities: look-up by key, search by what people type, size classes."""

import pytest

from assessment.errors import NotFound
from assessment.municipality import (
    ATTRIBUTION,
    STATES,
    Body,
    UnknownAgs,
    by_ags,
    search,
    size_class,
)


def found(text, limit=20):
    return [(body.name, body.state) for body in search(text, limit)]


def names(text, limit=20):
    return [body.name for body in search(text, limit)]


def test_an_8_digit_key_gives_the_municipality_with_all_the_register_knows():
    wuennenberg = by_ags("05774040")
    assert wuennenberg.name == "Bad Wünnenberg"
    assert wuennenberg.body == Body.MUNICIPALITY
    assert (wuennenberg.kind, wuennenberg.state) == ("Stadt", "NW")
    assert (wuennenberg.population, wuennenberg.size_class) == (12418, "30")
    assert (wuennenberg.district, wuennenberg.association) == ("Kreis Paderborn", None)
    assert wuennenberg.postal_code == "33181"


def test_a_key_keeps_its_leading_zero():
    assert by_ags("01001000").name == "Flensburg"


def test_a_5_digit_key_gives_the_county_without_a_size_class_of_municipalities():
    paderborn = by_ags("05774")
    assert (paderborn.name, paderborn.body) == ("Kreis Paderborn", Body.COUNTY)
    assert paderborn.population == 315912
    assert paderborn.size_class is None


def test_counties_that_say_so_themselves_are_not_called_so_twice():
    assert by_ags("05162").name == "Rhein-Kreis Neuss"
    assert by_ags("03241").name == "Region Hannover"
    assert by_ags("09184").name == "Landkreis München"


def test_a_city_that_is_its_own_district_has_no_district():
    muenster = by_ags("05515000")
    assert (muenster.kind, muenster.district) == ("kreisfreie Stadt", None)


def test_a_member_of_an_association_names_it():
    assert by_ags("01051003").association == "Amt Burg-St. Michaelisdonn"
    assert by_ags("07132001").association == "Verbandsgemeinde Altenkirchen-Flammersfeld"


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("05515", "05515000"),  # the district key of a city
        ("5774032", "05774032"),  # its leading zero lost
        ("5774", "05774"),
        ("057740032032", "05774032"),  # the twelve digits of the ARS
        ("99999999", None),
        ("", None),
    ],
)
def test_an_unknown_key_says_which_one_was_probably_meant(given, meant):
    with pytest.raises(UnknownAgs) as raised:
        by_ags(given)
    assert raised.value.suggestion == meant
    assert isinstance(raised.value, NotFound)


def test_muenster_finds_the_one_in_westfalen_first_and_tells_the_others_apart():
    bodies = search("muenster")
    assert bodies[0].ags == "05515000"
    told = {(body.name, body.kind, body.state, body.district) for body in bodies}
    assert ("Münster (Hessen)", "Gemeinde", "HE", "Landkreis Darmstadt-Dieburg") in told
    assert ("Münster", "Gemeinde", "BY", "Landkreis Donau-Ries") in told
    assert len(told) == len(bodies)


@pytest.mark.parametrize("text", ["münster", "MÜNSTER", "Mu\u0308nster", " Muenster ", "Münster!"])
def test_umlauts_case_and_spaces_do_not_matter(text):
    assert found(text)[0] == ("Münster", "NW")


def test_without_its_dots_the_name_finds_munster_and_muenster():
    assert found("munster")[:2] == [("Munster", "NI"), ("Münster", "NW")]


def test_neuss_is_the_city_before_its_county():
    assert names("neuss")[:2] == ["Neuss", "Rhein-Kreis Neuss"]


def test_the_larger_frankfurt_comes_first():
    assert names("frankfurt")[:2] == ["Frankfurt am Main", "Frankfurt (Oder)"]


def test_a_longer_text_names_the_smaller_frankfurt():
    assert names("frankfurt oder")[0] == "Frankfurt (Oder)"


def test_the_state_or_district_narrows_a_name_down():
    assert names("münster hessen") == ["Münster (Hessen)"]
    assert found("Halle Gütersloh")[0] == ("Halle (Westf.)", "NW")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("St. Augustin", "Sankt Augustin"),
        ("Sankt Wendel", "St. Wendel"),
        ("Castrop Rauxel", "Castrop-Rauxel"),
        ("Bad Homburg", "Bad Homburg v. d. Höhe"),
        ("giessen", "Gießen"),
        ("Hansestadt Stralsund", "Stralsund"),
        ("Stadt Köln", "Köln"),
        ("kreis bergstraße", "Landkreis Bergstraße"),
        ("Cottbus", "Cottbus/Chóśebuz"),
    ],
)
def test_a_name_is_found_the_way_people_write_it(text, name):
    assert name in names(text)[:2]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pfafenhofen", "Pfaffenhofen a.d.Ilm"),
        ("Mnster", "Münster"),
        ("Düsseldrof", "Düsseldorf"),
        ("Gelsenkrichen", "Gelsenkirchen"),
    ],
)
def test_small_slips_are_forgiven(text, name):
    assert name in names(text)[:2]


def test_right_names_come_before_forgiven_slips():
    assert names("lachen")[0] == "Lachen"
    assert "Aachen" in names("lachen")


@pytest.mark.parametrize("text", ["", "   ", "?!", "xq", "qqqqqqqq"])
def test_what_means_nothing_finds_nothing(text):
    assert search(text) == ()


def test_a_key_is_found_whole_and_by_its_beginning():
    assert names("05774032") == ["Paderborn"]
    assert names("05774")[:2] == ["Kreis Paderborn", "Paderborn"]
    assert names("01001000") == ["Flensburg"]


def test_the_postal_code_of_the_seat_is_found_bulk_codes_too():
    assert "Hamburg" in names("20038")
    assert "Bad Wünnenberg" in names("33181")


def test_a_postal_code_that_no_seat_has_finds_the_places_nearest_to_it():
    assert names("48147")[0] == "Münster"
    assert names("22767")[0] == "Hamburg"
    assert names("12345")[0] == "Berlin"
    assert names("00000") == []


def test_all_that_share_a_postal_code_are_found():
    assert len(search("54636", limit=60)) == 39


@pytest.mark.parametrize("text", ["D-48143", "d 48143", "48143 Münster", "48143 Muenster"])
def test_a_postal_code_may_stand_as_on_an_envelope(text):
    assert names(text)[0] == "Münster"


def test_a_postal_code_before_a_name_is_only_a_hint():
    assert names("86692 Münster")[0] == "Münster"
    assert search("86692 Münster")[0].postal_code == "86692"
    assert search("00000 Münster")[0].ags == "05515000"


def test_no_more_is_returned_than_asked_for():
    assert len(search("neu", limit=5)) == 5


@pytest.mark.parametrize(
    ("population", "code"),
    [
        (0, "50"),
        (4_999, "50"),
        (5_000, "40"),
        (9_999, "40"),
        (10_000, "30"),
        (20_000, "22"),
        (50_000, "21"),
        (100_000, "12"),
        (499_999, "12"),
        (500_000, "11"),
        (4_000_000, "11"),
        (None, None),
    ],
)
def test_size_classes_have_their_lower_bound_inside(population, code):
    assert size_class(population) == code


def test_every_body_found_is_complete():
    bodies = search("b", limit=2_000)
    assert len(bodies) > 1_000
    assert {body.state for body in bodies} <= set(STATES)
    assert all(body.population > 0 for body in bodies)


def test_the_attribution_names_source_date_and_licence():
    assert "Statistisches Bundesamt" in ATTRIBUTION
    assert "30.11.2025" in ATTRIBUTION
    assert "dl-de/by-2-0" in ATTRIBUTION
