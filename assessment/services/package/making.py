"""Puts a package together: every file from the releases, written as a folder or a ZIP file."""

import io
import zipfile
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from assessment.benchmark.release.document import as_bytes
from assessment.model import Model
from assessment.municipality import ATTRIBUTION
from assessment.report.brand import Brand
from assessment.services.files import remove_unfinished, write_atomically
from assessment.services.package.catalogue import catalogue_entry
from assessment.services.package.dictionary import (
    dictionary_csv,
    dictionary_lines,
    dictionary_text,
)
from assessment.services.package.settings import Publication
from assessment.services.package.sources import Source
from assessment.services.package.tables import figures_csv, figures_parquet, figures_workbook

Releases = Sequence[Mapping[str, Any]]
Progress = Callable[[int, int], None]
Makers = Mapping[str, Callable[[], bytes]]
ZIP = ".zip"
_REPORTS_LINE = "| report.*.pdf, report.*.html | Gesamtbericht / overall report |\n"
REPORTS = ("report.de.pdf", "report.de.html", "report.en.pdf", "report.en.html")


def data_files(
    releases: Releases,
    model: Model,
    publication: Publication,
    progress: Progress,
    *,
    beside: Collection[str] = REPORTS,
) -> dict[str, bytes]:
    """Tables, dictionary, licence and metadata; the tables hold the releases before it too.

    `beside` names what else will be in the package, for its README.
    """
    release = releases[-1]
    lines = list(dictionary_lines(release, model))
    makers: Makers = {
        "release.json": lambda: as_bytes(release),
        "figures.csv": lambda: figures_csv(releases),
        "figures.xlsx": lambda: figures_workbook(releases, about_lines(release, publication)),
        "figures.parquet": lambda: figures_parquet(releases),
        "dictionary.csv": lambda: dictionary_csv(lines),
        "dictionary.md": lambda: dictionary_text(lines),
        "LICENSE.txt": lambda: licence_text(publication),
        "README.md": lambda: readme(release, publication, beside),
    }
    files = _made(makers, progress)
    return {**files, "dcat-ap-de.jsonld": catalogue_entry(release, publication, files)}


def report_files(
    source: Source, model: Model, brand: Brand | None, progress: Progress
) -> dict[str, bytes]:
    """The overall report of the last release in both languages, as PDF and as HTML."""
    # Here and not above: who only wants the data does not load what prints.
    from assessment.report.overall.making import overall_html, overall_pdf  # noqa: PLC0415

    releases, before = source.releases, source.before
    makers = (
        lambda: overall_pdf(releases, model, "de", brand, before=before),
        lambda: overall_html(releases, model, "de", brand, before=before),
        lambda: overall_pdf(releases, model, "en", brand, before=before),
        lambda: overall_html(releases, model, "en", brand, before=before),
    )
    return _made(dict(zip(REPORTS, makers, strict=True)), progress)


def write_package(files: Mapping[str, bytes], target: Path, day: str) -> None:
    """Write the files into the folder, or as one ZIP file where the name ends so.

    A new folder is there with all its files or not at all.
    """
    if target.suffix.lower() == ZIP:
        write_atomically(target, zipped(files, day))
        return
    begun = target if target.exists() else target.with_name(f".{target.name}-unfinished")
    if begun.is_dir():
        remove_unfinished(begun)
    for name, data in files.items():
        write_atomically(begun / name, data)
    begun.replace(target)


def zipped(files: Mapping[str, bytes], day: str) -> bytes:
    """The files as a ZIP file; the same files and day give the same bytes."""
    stream = io.BytesIO()
    made = date.fromisoformat(day)
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, (made.year, made.month, made.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name])
    return stream.getvalue()


def about_lines(release: Mapping[str, Any], publication: Publication) -> list[tuple[str, str]]:
    """What the release is, line by line."""
    left_out = {"participation", "tables", "rules"}
    told = [(key, str(value)) for key, value in release.items() if key not in left_out]
    return [
        *told,
        ("publisher", publication.publisher),
        ("licence", publication.licence.name),
        ("licence text", publication.licence.url),
        ("register", ATTRIBUTION),
    ]


def licence_text(publication: Publication) -> bytes:
    """Under which licence the package may be used, and how its publisher is to be named."""
    return (
        f"{publication.licence.name}\n{publication.licence.url}\n\n"
        f"Quellenvermerk / attribution:\n{publication.attribution}\n\n"
        f"Register:\n{ATTRIBUTION}\n"
    ).encode()


def readme(
    release: Mapping[str, Any], publication: Publication, beside: Collection[str] = REPORTS
) -> bytes:
    """What is in the package and how to read it, in German and English."""
    rules = release["rules"]
    note = f"\n**{release['note']}**\n" if release.get("note") else ""
    reports = _REPORTS_LINE if beside else ""
    head = f"{release['round']}, Veröffentlichung / release {release['number']} ({release['date']})"
    return f"""# {head}
{note}
Herausgeber / publisher: {publication.publisher}. Lizenz / licence: {publication.licence.name}.

| Datei / file | Inhalt / content |
|---|---|
| figures.csv, figures.xlsx, figures.parquet | alle Zahlen, eine Zeile je Zahl / all figures |
| release.json | die Veröffentlichung selbst / the release itself |
| dictionary.csv, dictionary.md | jede Spalte und jeder Code / every column and code |
{reports}| dcat-ap-de.jsonld | Metadaten nach DCAT-AP.de 3.0 / metadata |
| LICENSE.txt | Lizenz und Quellenvermerk / licence and attribution |

**Deutsch.** Wo eine Zahl nicht veröffentlicht ist, steht in `value` das Zeichen NA (in Parquet
null), nie 0, und in `status` der Grund: `protected` oder `too_few`. Dasselbe gilt für `low` und
`high` mit `interval_status`. Anzahl und Median gibt es ab {rules["group"]}, Quartile und Anteile ab
{rules["shares"]} Mitgliedern. CSV ist UTF-8 mit Komma und Dezimalpunkt.

`as_of` und `of_release` nennen Tag und Nummer der Veröffentlichung, aus der eine Zahl ist. Ist es
eine frühere, sind in der Gruppe seitdem keine oder zu wenige Mitglieder hinzugekommen,
ausgeschieden oder haben anders geantwortet: Aus dem Unterschied ließen sich ihre Antworten
errechnen.

**English.** Where a figure is not published, `value` holds NA (null in Parquet), never 0, and
`status` the reason: `protected` or `too_few`. The same holds for `low` and `high` with
`interval_status`. Number and median start at {rules["group"]} members, quartiles and shares at
{rules["shares"]}. CSV is UTF-8 with comma and decimal point.

`as_of` and `of_release` are day and number of the release that a figure is of. Where it is an
earlier one, none or too few members of the group have joined, left or answered differently since:
their answers could be worked out from the difference.

Prüfsumme der Veröffentlichung / fingerprint of the release: {release["digest"]}

{ATTRIBUTION}
""".encode()


def _made(makers: Makers, progress: Progress) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for number, (name, make) in enumerate(makers.items(), start=1):
        files[name] = make()
        progress(number, len(makers))
    return files
