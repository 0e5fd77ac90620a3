"""Brand files: read with their pictures, and every problem told at once."""

import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from assessment.errors import Invalid
from assessment.questionnaire.documents import read_document
from assessment.report.brand import Brand, Colours, Contact, Maker, Texts, merged
from assessment.report.brand.entries import is_brand
from assessment.report.brand.file import SCHEMA, brand_schema, read_brand
from assessment.report.brand.pictures import picture_of
from assessment.report.brand.start_file import blank_brand
from assessment.report.brand.texts import Block, blocks_of
from assessment.wording import problem_text
from tests.unit.report.brand.pictures import jpeg, png, svg


def written(folder, text):
    path = folder / "brand.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def problems(folder, text):
    with pytest.raises(Invalid) as refused:
        read_brand(written(folder, text))
    return [(problem.line, problem.place, problem.code) for problem in refused.value.problems]


def test_a_brand_has_everything_that_its_file_says(tmp_path):
    (tmp_path / "logo.png").write_bytes(svg())  # told by its content, not by its name
    (tmp_path / "arms").mkdir()
    (tmp_path / "arms" / "wappen.svg").write_bytes(png())
    brand = read_brand(
        written(
            tmp_path,
            """\
name: Beratung  Muster
logo: {file: logo.png, alt: {de: Ein Kreis}}
coat_of_arms: {file: arms/wappen.svg}
colours: {accent: "#0A5"}
contact: {place: "12345 Musterstadt", email: post@example.org}
intro: {de: "Für {municipality}"}
""".replace("#0A5", "#052"),
        )
    )

    assert brand.name == "Beratung Muster"
    assert (brand.logo.kind, brand.logo.alt.de) == ("image/svg+xml", "Ein Kreis")
    assert brand.coat_of_arms.kind == "image/png"
    assert brand.colours == Colours(accent="#005522", on_accent="#ffffff")
    assert brand.contact.lines == ("12345 Musterstadt", "post@example.org")
    assert (brand.intro["de"], brand.intro["en"], brand.closing["de"]) == (
        "Für {municipality}",
        "",
        "",
    )


def test_the_name_is_enough(tmp_path):
    assert read_brand(written(tmp_path, "name: Amt\n")) == Brand("Amt")


def test_every_problem_is_told_with_its_line(tmp_path):
    (tmp_path / "logo.svg").write_bytes(svg("<script/>"))
    text = """\
name: " "
logo: {file: logo.svg}
coat_of_arms: {file: https://example.org/arms.png}
colours:
  accent: "#ffcc00"
contact:
  email: nobody
  web: javascript:alert(1)
  fax: 1
intro: {en: 'for {mayor}'}
"""
    assert problems(tmp_path, text) == [
        (1, "name", "empty_text"),
        (2, "logo.file", "svg_runs"),
        (3, "coat_of_arms.file", "picture_path"),
        (5, "colours.accent", "colour_too_light"),
        (7, "contact.email", "bad_email"),
        (8, "contact.web", "bad_web"),
        (9, "contact.fax", "unknown_key"),
        (10, "intro.en", "unknown_place_in_text"),
    ]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("colours: {accent: #004b76}", None),  # the comment swallows the bracket: no YAML
        ("colours:\n  accent: #004b76", "colour_unquoted"),
        ('colours: {accent: "blue"}', "bad_colour"),
        ('colours: {accent: "#004b76", on_accent: "#005577"}', "colours_too_alike"),
        ("logo: {file: nowhere.png}", "picture_missing"),
        ("logo: {file: /etc/hostname}", "picture_path"),
        ("closing: {de: " + "a" * 4001 + "}", "text_too_long"),
    ],
)
def test_a_mistake_is_named(tmp_path, line, code):
    found = [fault for _, _, fault in problems(tmp_path, f"name: Amt\n{line}\n")]
    assert found == [code or "yaml_syntax"]


def test_a_light_colour_is_refused_with_its_ratio_the_reason_and_the_nearest_one(tmp_path):
    with pytest.raises(Invalid) as refused:
        read_brand(written(tmp_path, 'name: Amt\ncolours: {accent: "#ff8800"}\n'))
    what, remedy = problem_text(refused.value.problems[0], "en")

    assert "#ff8800 has a contrast of 2.39:1" in what
    assert "at least 4.5:1" in remedy
    assert "#b56000" in remedy
    assert "2,39:1" in problem_text(refused.value.problems[0], "de")[0]


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_file_to_start_from_is_a_brand_at_rest_and_with_all_of_its_entries(tmp_path, language):
    (tmp_path / "logo.svg").write_bytes(svg())
    (tmp_path / "wappen.png").write_bytes(jpeg())
    blank = blank_brand(language)
    used = "\n".join(
        line.removeprefix("# ") if line.startswith(("# ", "#   ")) and ":" in line else line
        for line in blank.splitlines()
        if not line.startswith("# ") or line[2] == " " or line.endswith(":")
    )
    assert read_brand(written(tmp_path, blank)).contact.lines == ()
    brand = read_brand(written(tmp_path, used.replace("\n#", "\n")))
    assert brand.coat_of_arms
    assert brand.imprint["de"].startswith("Beratung Muster GmbH\n")


def test_the_schema_for_editors_is_current_and_knows_the_start_file(tmp_path):
    """To renew it: python -m assessment.report.brand.file."""
    assert SCHEMA.read_text(encoding="utf-8") == brand_schema()
    content = read_document(written(tmp_path, blank_brand("de"))).value
    Draft202012Validator(json.loads(brand_schema())).validate(content)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("name: A", True), ("logo: {}", True), ("name: A\nanswers: {}", False), ("- a", False)],
)
def test_a_brand_file_is_told_by_its_keys(tmp_path, text, is_one):
    assert is_brand(read_document(written(tmp_path, text))) is is_one


def test_a_clients_brand_wins_and_the_house_stays_as_its_maker():
    logo, arms = picture_of(png()), picture_of(svg())
    house = Brand(
        "House",
        logo=logo,
        coat_of_arms=arms,
        colours=Colours(accent="#004b76"),
        contact=Contact(phone="1", email="a@b.de"),
        intro=Texts(de="Haus", en="House"),
    )
    client = Brand("Client", contact=Contact(place="Here"), intro=Texts(de="Kunde"))
    both = merged(house, client)

    assert (both.name, both.office) == ("Client", "House")
    assert both.maker == Maker("House", logo)
    assert (both.logo, both.coat_of_arms) == (None, None)
    assert both.colours == house.colours
    assert both.contact == client.contact
    assert (both.intro["de"], both.intro["en"]) == ("Kunde", "House")
    assert merged(house, replace(client, coat_of_arms=arms)).coat_of_arms == arms


def test_a_text_has_paragraphs_lists_and_places_and_nothing_else():
    text = "Für {municipality}:\r\nStand {date}\n- eins\n- <b>zwei</b>\n\n\n{{ 7*7 }} {other}\n"
    values = {"municipality": "{date} & Söhne", "date": "heute"}

    assert blocks_of(text, values) == (
        Block("paragraph", ("Für {date} & Söhne:", "Stand heute")),
        Block("list", ("eins", "<b>zwei</b>")),
        Block("paragraph", ("{{ 7*7 }} {other}",)),
    )
    assert blocks_of(" \n", values) == ()
