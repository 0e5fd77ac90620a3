"""Everything that is made from releases, and all that can be read in it.

Who makes a new product adds a maker to `MAKERS`: a function from releases, oldest first, to bytes.
"""

import base64
import io
import re
import zipfile

import pikepdf
import polars as pl
from pypdf import PdfReader

from assessment.benchmark.release.document import as_bytes
from assessment.model import load_model
from assessment.report.overall.making import overall_html, overall_pdf
from assessment.services.benchmark.output import release_file
from assessment.services.package.catalogue import catalogue_entry
from assessment.services.package.dictionary import dictionary_csv, dictionary_lines, dictionary_text
from assessment.services.package.licences import LICENCES
from assessment.services.package.making import about_lines, licence_text, readme
from assessment.services.package.settings import Publication
from assessment.services.package.tables import figures_csv, figures_parquet, figures_workbook

MODEL = load_model()
PUBLICATION = Publication("Verband", LICENCES["dl-de/by-2-0"], "https://example.org/ki")


def lines(releases):
    return list(dictionary_lines(releases[-1], MODEL))


def catalogue(releases):
    tables = {name: make(releases) for name, make in TABLES.items()}
    return catalogue_entry(releases[-1], PUBLICATION, tables)


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
    text = [page.extract_text() for page in reader.pages]
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
    without = re.sub(r"data:[^\"]+|<style>.*?</style>", "", text, flags=re.DOTALL)
    return "\n".join([without, *words])
