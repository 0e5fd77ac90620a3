"""Everything that is made from releases, and all that can be read in it.

Who makes a new product adds a maker to `MAKERS`: a function from releases, oldest first, to bytes.
"""

import base64
import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import polars as pl
from pypdf import PdfReader

from assessment.app import create_app
from assessment.benchmark.attributes import attributes_of
from assessment.benchmark.overview import keys_of
from assessment.benchmark.position.peers import peers_of
from assessment.benchmark.position.release import Released
from assessment.benchmark.release.document import as_bytes
from assessment.jobs.queue import InProcess
from assessment.model import load_model
from assessment.report.brief import Brief
from assessment.report.data import data_json
from assessment.report.one_file import report_file_html
from assessment.report.overall.making import overall_html, overall_pdf
from assessment.report.parts import chosen_parts
from assessment.result import result_of
from assessment.services import assessments
from assessment.services.benchmark.output import release_file
from assessment.services.package.catalogue import catalogue_entry
from assessment.services.package.dictionary import dictionary_csv, dictionary_lines, dictionary_text
from assessment.services.package.licences import LICENCES
from assessment.services.package.making import about_lines, licence_text, readme
from assessment.services.package.settings import Publication
from assessment.services.package.tables import figures_csv, figures_parquet, figures_workbook
from assessment.settings import settings_from
from tests.integration.builders import an_assessment, level
from tests.integration.reports import PLANS, TOWN
from tests.integration.reports import pages as pages_of
from tests.integration.web import Browser

MODEL = load_model()
PUBLICATION = Publication("Verband", LICENCES["dl-de/by-2-0"], "https://example.org/ki")


def lines(releases):
    return list(dictionary_lines(releases[-1], MODEL))


def catalogue(releases):
    tables = {name: make(releases) for name, make in TABLES.items()}
    return catalogue_entry(releases[-1], PUBLICATION, tables)


def bodies(releases):
    """An invented body of a group that is shown, and one of a group that is hidden.

    It answers level 2 to everything, so that its own points are 50 throughout.
    """
    said = {id: level(2) for id in MODEL.questionnaire.by_id}
    _, by_size = releases[-1]["participation"]
    first = {"suppressed" in cell: cell["key"]["size_class"] for cell in by_size["cells"]}
    for size in first.values():
        town = replace(TOWN, size_class=size)
        yield an_assessment(municipality=town, answers=said, applications=PLANS)


def chapters(releases, language):
    """The member's chapter of the report in HTML, for a body of a shown and of a hidden group."""
    return b"".join(
        report_file_html(result_of(body, MODEL), MODEL, brief(releases, body, language))
        for body in bodies(releases)
    )


def positions(releases):
    """What the JSON of results says of the position of a shown and of a hidden group's body."""
    told = []
    for body in bodies(releases):
        data = data_json(result_of(body, MODEL), MODEL, brief(releases, body, "de"))
        told.append(json.loads(data)["benchmark"])
    return json.dumps(told, ensure_ascii=False).encode()


def brief(releases, body, language):
    found = peers_of(Released(releases[-1]), attributes_of(body.municipality))
    parts = chosen_parts(["benchmark"], "full")
    return Brief(language, peers=found, parts=parts)


ROUND = """name: Kreis
questionnaire: ki-readiness@2026.1
by: size_class
members: {ags: ["01001000"]}
"""


def pages(releases, language):
    """The dashboard for everybody and each group, and the position on the page of each result."""
    release = releases[-1]
    place = f"/rounds/kreis/releases/{release['number']}"
    groups = ["", *(f"size_class:{key['size_class']}" for key in keys_of(release, ("size_class",)))]
    with TemporaryDirectory() as folder:
        browser = Browser(served(Path(folder), releases), language)
        found = [opened(browser, f"{place}?group={group}") for group in groups]
        for body in bodies(releases):
            id = assessments.keep(browser.app.extensions["desk"], body)
            page = opened(browser, f"/assessments/{id}/result?release={release['digest']}")
            (position,) = re.findall(r'<h2[^>]* id="benchmark".*?(?=<h2)', page, re.DOTALL)
            found.append(position)
        browser.app.extensions["desk"].database.close()
    return "\n".join(found).encode()


def opened(browser, address):
    answer = browser.get(address)
    assert answer.status_code == 200, address
    return answer.text


def served(folder, releases):
    """The application with a round that holds these releases, and nothing of what was answered."""
    kept = folder / "rounds" / "kreis" / "releases"
    kept.mkdir(parents=True)
    (kept.parent / "round.yaml").write_text(ROUND, encoding="utf-8")
    for one in releases:
        (kept / f"{one['number']:03}-{one['date']}.json").write_bytes(as_bytes(one))
    app = create_app(settings_from({"ASSESSMENT_DATA": str(folder)}))
    app.extensions["desk"] = replace(app.extensions["desk"], queue=InProcess())
    app.extensions["rounds"].end()  # there are no contributions to look through
    return app


TABLES = {
    "release.json": lambda releases: as_bytes(releases[-1]),
    "figures.csv": figures_csv,
    "figures.xlsx": lambda releases: figures_workbook(
        releases, about_lines(releases[-1], PUBLICATION)
    ),
    "figures.parquet": figures_parquet,
}
MAKERS = {
    **TABLES,
    "comparison.csv": lambda releases: release_file(releases[-1], ".csv"),
    "comparison.xlsx": lambda releases: release_file(releases[-1], ".xlsx"),
    "dictionary.csv": lambda releases: dictionary_csv(lines(releases)),
    "dictionary.md": lambda releases: dictionary_text(lines(releases)),
    "LICENSE.txt": lambda _: licence_text(PUBLICATION),
    "README.md": lambda releases: readme(releases[-1], PUBLICATION),
    "dcat-ap-de.jsonld": catalogue,
    "report.de.html": lambda releases: overall_html(releases, MODEL, "de"),
    "report.en.html": lambda releases: overall_html(releases, MODEL, "en"),
    "report.de.pdf": lambda releases: overall_pdf(releases, MODEL, "de"),
    "chapter.de.html": lambda releases: chapters(releases, "de"),
    "positions.json": positions,
    "pages.en.html": lambda releases: pages(releases, "en"),
}


def readable(name, data):
    """All that somebody can read in a file: hidden sheets, properties, comments, attachments."""
    readers = {".xlsx": _zipped, ".parquet": _parquet, ".pdf": _pdf, ".html": _html}
    read = readers.get(name[name.rindex(".") :], lambda one: one.decode("utf-8-sig"))
    return read(data)


def _zipped(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.read(part).decode("utf-8", "replace") for part in archive.namelist()]
    return "\n".join([*parts, *re.findall(r"<v>([^<]*)</v>", " ".join(parts))])


def _parquet(data):
    frame = pl.read_parquet(io.BytesIO(data))
    told = pl.read_parquet_metadata(io.BytesIO(data))
    return frame.write_csv() + str(told) + data.decode("latin-1")


def _pdf(data):
    reader = PdfReader(io.BytesIO(data))
    text = pages_of(data)
    attached = [str(one) for one in reader.attachments.items()]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        properties = [str(dict(pdf.docinfo)), pdf.Root.Metadata.read_bytes().decode()]
        spoken = [str(one.Alt) for one in pdf.objects
                  if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]  # fmt: skip
    return "\n".join([*text, *attached, *properties, *spoken])


def _html(data):
    text = data.decode()
    drawings = re.findall(r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)", text)
    words = [" ".join(re.findall(r">([^<]+)<", base64.b64decode(one).decode())) for one in drawings]
    # How far down a drawing something stands is no figure: lines follow each other.
    without = re.sub(r"data:[^\"]+|<style>.*?</style>| y=\"[^\"]+\"", "", text, flags=re.DOTALL)
    return "\n".join([without, *words])
