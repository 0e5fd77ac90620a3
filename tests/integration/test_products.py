"""No product of a round tells more than its releases do, wherever one looks in it."""

import csv
import io
import json
import logging
import re
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from assessment.benchmark.disclosure.rules import Rules
from assessment.benchmark.gathering import gather
from assessment.benchmark.layout import breakdowns
from assessment.benchmark.overview import overview_of
from assessment.benchmark.release.document import sealed
from assessment.benchmark.release.making import make_release
from assessment.benchmark.statistics.panel import Panel
from assessment.benchmark.synthetic import INVENTED, all_municipalities, synthetic_round
from assessment.presentation import points
from assessment.services.package.catalogue import catalogue_entry
from assessment.services.package.licences import LICENCES
from assessment.services.package.making import zipped
from assessment.services.package.rows import COLUMNS, rows_of
from tests.integration.cell_by_cell import told_by_release, told_by_table
from tests.integration.products import MAKERS, MODEL, PUBLICATION, TABLES, readable
from tests.integration.reports import faults

ARCHETYPES = [one.id for one in MODEL.recommendation.archetypes][:4]
ABOUT = {
    "round": "Kreis",
    "date": "2026-11-22",
    "number": 1,
    "questionnaire": MODEL.questionnaire.reference,
    "model_hash": MODEL.hash,
    "tool_version": "1",
    "note": INVENTED,
}
LEAKY = (
    "release.json", "figures.csv", "figures.xlsx", "figures.parquet", "comparison.csv",
    "comparison.xlsx", "report.en.html", "chapter.de.html", "positions.json", "pages.en.html",
)  # fmt: skip
EU = "http://publications.europa.eu/resource/authority"
VOCABULARIES = {
    "dcat:theme": f"{EU}/data-theme/",
    "dct:language": f"{EU}/language/",
    "dct:accessRights": f"{EU}/access-right/",
    "dcatap:availability": f"{EU}/planned-availability/",
    "dct:spatial": f"{EU}/country/",
    "dct:format": f"{EU}/file-type/",
    "dcat:mediaType": "https://www.iana.org/assignments/media-types/",
}
SUBJECTS = [*range(32), *range(-2 * len(ARCHETYPES) - 1, 0)]


@cache
def members():
    towns = [one for one in all_municipalities() if one.ags.startswith(("055", "057"))]
    return tuple(towns[:60])


@cache
def given():
    made = synthetic_round(MODEL.questionnaire, ARCHETYPES, members(), response=0.8)
    return dict(zip(made.taking.tolist(), made.contributions, strict=True))


def gathered(contributions):
    """Dimensions, topics, a few questions, routes and plans by size class."""
    whole = gather(
        members(),
        contributions,
        breakdowns("size_class"),
        questionnaire=MODEL.questionnaire,
        archetypes=ARCHETYPES,
    )
    panel = whole.panel
    some = Panel(
        tuple(panel.subjects[at] for at in SUBJECTS),
        panel.points[:, SUBJECTS],
        panel.classes[:, SUBJECTS],
        panel.unknown[:, SUBJECTS],
    )
    return replace(whole, panel=some)


@cache
def release():
    return make_release(gathered(given()), ABOUT, Rules())


def hidden_classes():
    (_, by_size) = release()["participation"]
    return {cell["key"]["size_class"] for cell in by_size["cells"] if "suppressed" in cell}


@pytest.fixture(scope="module")
def products():
    """Every product as a file, and what was logged while it was made."""
    logged = io.StringIO()
    handler = logging.StreamHandler(logged)
    logging.getLogger().addHandler(handler)
    try:
        found = {name: make([release()]) for name, make in MAKERS.items()}
    finally:
        logging.getLogger().removeHandler(handler)
    return {**found, "log.txt": logged.getvalue().encode()}


@pytest.fixture(scope="module")
def texts(products):
    """All that can be read in every product."""
    return {name: readable(name, data) for name, data in products.items()}


def test_other_answers_in_hidden_groups_change_no_figure_of_a_release():
    """At most whether a figure is shown at all may depend on them (ESSnet Handbook, 4.2)."""
    hidden = hidden_classes()
    assert len(hidden) >= 2
    inside = [place for place in given() if members()[place].size_class in hidden]
    others = dict(given())
    for place, other in zip(inside, [*inside[1:], *inside[:1]], strict=True):
        others[place] = given()[other]
    before, after = gathered(given()), gathered(others)
    assert (before.panel.points[:, 0] != after.panel.points[:, 0]).any()
    other = make_release(after, ABOUT, Rules())
    assert other["participation"] == release()["participation"]
    pairs = [(key, one, cell[key])
             for table, like in zip(release()["tables"], other["tables"], strict=True)
             for of, cell in zip(table["cells"], like["cells"], strict=True)
             for key, one in of.items()]  # fmt: skip
    differing = [(key, one, two) for key, one, two in pairs if one != two]
    assert all("suppressed" in one or "suppressed" in two for _, one, two in differing)
    assert len(differing) < len(pairs) / 100


def test_no_product_names_a_member(texts):
    told = "|".join(re.escape(word) for town in members() for word in (town.ags, town.name))
    for name, text in texts.items():
        assert not re.findall(rf"\b(?:{told})\b", text), name


def test_no_product_holds_a_figure_of_a_hidden_group(texts):
    """Only figures that nothing published can be mistaken for are looked for."""
    wanted = _wanted()
    assert len(wanted) >= 20
    for name, text in texts.items():
        assert _found(wanted, name, text) == [], name


def test_the_search_finds_the_figure_of_a_hidden_group_that_got_out():
    """In every kind of product that shows figures by group; the leak is one median."""
    leaking = _leaking(min(_wanted()))
    for name in LEAKY:
        assert _found(_wanted(), name, readable(name, MAKERS[name]([leaking]))), name


def test_what_is_hidden_is_marked_and_is_never_blank_or_zero(texts):
    for name in ("figures.csv", "figures.parquet"):
        start = texts[name].index(",".join(COLUMNS))
        table = texts[name][start:].splitlines()[: len(_rows()) + 1]
        lines = list(csv.DictReader(table))
        assert [one["status"] for one in lines] == [one["status"] for one in _rows()]
        for line in lines:
            hidden = {"figures.csv": "NA", "figures.parquet": ""}[name]
            assert (line["value"] == hidden) == (line["status"] != "published")


def test_each_table_holds_what_the_release_holds_cell_by_cell(products):
    told = sorted(told_by_release(release()))
    assert len(told) > 900
    for name in ("figures", "comparison"):
        for ending in (".csv", ".xlsx", ".parquet"):
            if data := products.get(name + ending):
                assert sorted(told_by_table(ending, data)) == told, name + ending


def test_both_checkers_find_no_error_in_the_overall_report(products, texts, tmp_path):
    assert faults(products["report.de.pdf"], tmp_path) == []
    assert "geschützt" in texts["report.de.pdf"]
    assert "protected" in texts["report.en.html"]


def test_the_metadata_hold_what_dcat_ap_de_asks_for_and_recommends(texts):
    """The properties and vocabularies that the shapes of DCAT-AP.de 3.0 look for."""
    entry = json.loads(texts["dcat-ap-de.jsonld"])
    assert entry["@context"]["dcatde"] == "http://dcat-ap.de/def/dcatde/"
    assert {"dct:title", "dct:description", "dct:publisher", "dcat:keyword", "dcat:theme",
            "dcatap:availability", "dct:spatial", "dct:temporal"} <= set(entry)  # fmt: skip
    assert entry["dct:publisher"] == {"@type": "foaf:Agent", "foaf:name": "Verband"}
    for one in entry["dcat:distribution"]:
        assert {"dct:title", "dct:modified"} <= set(one)
        assert one["dct:license"]["@id"] == "http://dcat-ap.de/def/licenses/dl-by-de/2.0"
        assert one["dcat:accessURL"]["@id"].startswith("https://example.org/ki/")
        assert "Verband" in one["dcatde:licenseAttributionByText"]
        assert one["dcat:byteSize"]["@type"] == "xsd:nonNegativeInteger"
    lists = {key: ids for node in (entry, *entry["dcat:distribution"])
             for key in node if (ids := _ids(node[key]))}  # fmt: skip
    for term, beginning in VOCABULARIES.items():
        assert all(one.startswith(beginning) for one in lists[term]), term


def test_the_metadata_name_contact_and_place_as_far_as_they_are_known():
    _, by_size = release()["participation"]
    in_one_state = {
        **release(),
        "participation": [by_size, {"by": ["state"], "cells": [{"key": {"state": "NW"}}]}],
    }
    free = replace(PUBLICATION, licence=LICENCES["dl-de/zero-2-0"], email="ki@example.org")
    tables = dict.fromkeys(TABLES, b"")
    entry = json.loads(catalogue_entry(in_one_state, free, tables))
    assert "vcard:Kind" in entry["dcat:contactPoint"]["@type"]
    assert entry["dcat:contactPoint"]["vcard:hasEmail"] == {"@id": "mailto:ki@example.org"}
    place = {"@id": "http://dcat-ap.de/def/politicalGeocoding/stateKey/05"}
    assert entry["dcatde:politicalGeocodingURI"] == [place]
    assert place in entry["dct:spatial"]
    assert entry["dcatde:politicalGeocodingLevelURI"]["@id"].endswith("/Level/state")
    assert not any("dcatde:licenseAttributionByText" in one for one in entry["dcat:distribution"])


def test_the_same_release_gives_the_same_bytes():
    quick = {
        name: make for name, make in MAKERS.items() if ".html" not in name and ".pdf" not in name
    }
    first, second = ({name: make([release()]) for name, make in quick.items()} for _ in range(2))
    assert first == second
    assert zipped(first, "2026-11-22") == zipped(second, "2026-11-22")


def _rows():
    return list(rows_of([release()]))


@cache
def _wanted():
    """Figures of hidden groups that no published figure looks like."""
    allowed = {format(one, ".1f") for one in _numbers(release())}
    rows = overview_of(release(), MODEL.questionnaire, MODEL.recommendation)
    allowed |= {format(one.index.value or 0, ".1f") for one in rows.priorities}
    allowed |= {format(100 * one, ".1f") for one in _numbers(release()) if one < 1}
    return {format(points(float(one)), ".1f") for one in _kept_secret()} - allowed


def _found(wanted, name, text):
    """Where in a text these figures stand, with a point or a comma."""
    if name.endswith((".csv", ".parquet")):
        text = text.replace(",", "\n")  # cells, not digits, are apart there
    for one in wanted:
        written = re.escape(one).replace(r"\.", "[.,]")
        if found := re.search(rf"(?<![\d.,-]){written}(?![\d.,]*\d)", text):
            return [(one, text[max(found.start() - 60, 0) : found.end() + 20])]
    return []


def _leaking(figure):
    """The release with this median in the hidden groups of its dimensions."""
    made = json.loads(json.dumps({**release(), "digest": None}))
    del made["digest"]
    for table in made["tables"]:
        if table["kind"] in {"dimension", "topic"} and table["by"]:
            for cell in table["cells"]:
                if "suppressed" in cell:
                    del cell["suppressed"]
                    cell |= {"n": 12, "median": float(figure), "quartiles": [0.0, 100.0]}
    return sealed(made)


def _kept_secret():
    """What stands behind the hidden cells: quartiles, and the points of each member in them."""
    panel = gathered(given()).panel
    dimensions, scores = slice(0, 3), slice(0, 28)
    for size in sorted(hidden_classes()):
        taking = [members()[place].size_class == size for place in sorted(given())]
        yield from np.nanquantile(panel.points[taking, scores], (0.25, 0.5, 0.75), axis=0).flat
        yield from panel.points[taking, dimensions].flat


def _numbers(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _numbers(one)
    elif isinstance(value, int | float):
        yield float(value)


def _ids(value):
    """What a property of the metadata refers to."""
    values = value if isinstance(value, list) else [value]
    return [one["@id"] for one in values if isinstance(one, dict) and "@id" in one]
