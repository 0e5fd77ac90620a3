"""The data dictionary of a package: every column and every code, in German and English."""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from assessment.benchmark.overview import breakdowns_of
from assessment.benchmark.statistics.panel import NO_PLAN, ROUTES
from assessment.model import Model
from assessment.questionnaire.model import LevelsQuestion
from assessment.report.overall.words import Words
from assessment.services.package.rows import COLUMNS

LANGUAGES = ("de", "en")

# Of each column its type, unit, and what it holds in German and English.
_COLUMNS: Mapping[str, tuple[str, str, str, str]] = {
    "round": ("text", "", "Name der Erhebungsrunde", "name of the round"),
    "release": ("integer", "", "laufende Nummer der Veröffentlichung", "number of the release"),
    "date": ("date", "ISO 8601", "Tag der Veröffentlichung", "day of the release"),
    "questionnaire": ("text", "", "Fragebogen und Version", "questionnaire and version"),
    "kind": ("code", "", "worum es geht", "what the figure is about"),
    "subject": ("code", "", "Dimension, Themenfeld, Frage oder Anwendungstyp",
                "dimension, topic, question or kind of application"),
    "by": ("text", "", "Merkmale, nach denen gegliedert ist; leer: alle Mitglieder",
           "attributes the table is broken down by; empty: all members"),
    "by_size_class": ("code", "", "Größenklasse nach Einwohnerschwellen des BBSR",
                      "size class by population thresholds of the BBSR"),
    "by_state": ("code", "", "Land", "federal state"),
    "by_kind": ("text", "", "Art der Organisation laut Gemeindeverzeichnis",
                "kind of body in the register"),
    "by_district": ("text", "AGS, 5 Stellen / digits", "Kreis", "district"),
    "figure": ("code", "", "Kennzahl", "what is measured"),
    "classes": ("codes", "", "Stufen oder Wege, deren Anteil das ist, durch Leerzeichen getrennt",
                "levels or routes whose share this is, separated by blanks"),
    "value": ("number", "je nach figure / by figure",
              "Wert; NA (in Parquet null), wo er nicht veröffentlicht ist",
              "value; NA (null in Parquet) where it is not published"),
    "low": ("number", "wie value / as value", "unteres Ende des 95-%-Intervalls bei Stichproben",
            "lower end of the 95 % interval of a sample"),
    "high": ("number", "wie value / as value", "oberes Ende des 95-%-Intervalls bei Stichproben",
             "upper end of the 95 % interval of a sample"),
    "status": ("code", "", "ob der Wert veröffentlicht ist, sonst warum nicht",
               "whether the value is published, else why not"),
    "interval_status": ("code", "",
                        "das Gleiche für low und high; leer, wo es kein Intervall gibt",
                        "the same of low and high; empty where there is no interval"),
    "as_of": ("date", "ISO 8601",
              "Stand der Zahl; vor date: Zahl einer früheren Veröffentlichung",
              "day of the figure; before date: figure of an earlier release"),
    "of_release": ("integer", "",
                   "Nummer der Veröffentlichung, aus der die Zahl ist",
                   "number of the release that the figure is of"),
    "note": ("text", "", "Hinweis zur Runde; „invented“: erfundene Zahlen",
             "note on the round; “invented”: figures are made up"),
}  # fmt: skip

# Of each code of a column its unit, and what it means in German and English.
_CODES: Mapping[tuple[str, str], tuple[str, str, str]] = {
    ("kind", "participation"): ("", "Beteiligung", "participation"),
    ("kind", "dimension"): ("", "Dimension", "dimension"),
    ("kind", "topic"): ("", "Themenfeld", "topic"),
    ("kind", "question"): ("", "Frage", "question"),
    ("kind", "route"): ("", "empfohlener Umsetzungsweg unter denen, die diese Anwendung planen",
                        "advised route among those who plan this application"),
    ("kind", "application"): ("", "geplante Anwendung", "planned application"),
    ("subject", "overall"): ("", "über alle Anwendungen, unter allen, die teilnehmen",
                             "over all applications, among all who take part"),
    ("figure", "registered"): ("Anzahl / count", "Organisationen im Gemeindeverzeichnis",
                               "bodies in the register"),
    ("figure", "members"): ("Anzahl / count", "eingeladene Mitglieder", "members invited"),
    ("figure", "n"): ("Anzahl / count",
                      "Mitglieder mit Wert; ist n geschützt, ist es die ganze Gruppe",
                      "members with a value; where n is protected, all of the group is"),
    ("figure", "response"): ("Anteil / share 0–1", "Rücklauf: n / members",
                             "response: n / members"),
    ("figure", "coverage"): ("Anteil / share 0–1", "Abdeckung: n / registered",
                             "coverage: n / registered"),
    ("figure", "median"): ("Punkte / points 0–100", "Median", "median"),
    ("figure", "lower_quartile"): ("Punkte / points 0–100", "unteres Quartil", "lower quartile"),
    ("figure", "upper_quartile"): ("Punkte / points 0–100", "oberes Quartil", "upper quartile"),
    ("figure", "share"): ("Anteil / share 0–1", "Anteil der Klassen", "share of the classes"),
    ("figure", "unknown"): ("Anteil / share 0–1", "Anteil „weiß nicht“", "share of “don't know”"),
    ("status", "published"): ("", "veröffentlicht", "published"),
    ("status", "protected"): ("", "geschützt, damit sich niemandes Antworten erkennen lassen",
                              "protected, so that nobody's answers can be told"),
    ("status", "too_few"): ("", "zu wenige Mitglieder für diese Art von Zahl",
                            "too few members for this kind of figure"),
    ("classes", "planned"): ("", "geplant", "planned"),
    ("classes", "not_planned"): ("", "nicht genannt", "not named"),
}  # fmt: skip
_HEAD = ("column", "code", "subject", "type", "unit", "description_de", "description_en")

Line = tuple[str, str, str, str, str, str, str]


def dictionary_lines(release: Mapping[str, Any], model: Model) -> Iterator[Line]:
    """A line for each column, then one for each code that can stand in it.

    The code of a level means something else in each question: its line names the subject.
    """
    for name in COLUMNS:
        kind, unit, german, english = _COLUMNS[name]
        yield name, "", "", kind, unit, german, english
    for (column, code), (unit, german, english) in _CODES.items():
        for name in (column, "interval_status") if column == "status" else (column,):
            yield name, code, "", "code", unit, german, english
    yield from _titles(release, model)
    yield from _levels(release, model)


def dictionary_csv(lines: list[Line]) -> bytes:
    """The dictionary as a table for programs."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(_HEAD)
    writer.writerows(lines)
    return stream.getvalue().encode("utf-8-sig")


def dictionary_text(lines: list[Line]) -> bytes:
    """The dictionary as a table for people, in Markdown."""
    head = ["# Datenbeschreibung / data dictionary", "", "| " + " | ".join(_HEAD) + " |"]
    head.append("|" + "---|" * len(_HEAD))
    rows = ["| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines]
    return ("\n".join([*head, *rows]) + "\n").encode()


def _titles(release: Mapping[str, Any], model: Model) -> Iterator[Line]:
    """The titles of what the release is about, of its groups and of routes."""
    german, english = (Words(model, language) for language in LANGUAGES)
    subjects = dict.fromkeys((table["kind"], table["subject"]) for table in release["tables"])
    seen = set()
    for kind, id in subjects:
        if id != "overall" and id not in seen:
            seen.add(id)
            yield "subject", id, "", "code", "", german.title(kind, id), english.title(kind, id)
    for route in (*ROUTES, NO_PLAN):
        said = german.classes("route", (route,)), english.classes("route", (route,))
        yield "classes", route, "", "code", "", *said
    for by in breakdowns_of(release):
        if len(by) == 1:
            yield from _groups(release, by, german, english)


def _groups(
    release: Mapping[str, Any], by: tuple[str, ...], german: Words, english: Words
) -> Iterator[Line]:
    for table in release["participation"]:
        if tuple(table["by"]) == by:
            for cell in table["cells"]:
                code = cell["key"][by[0]]
                said = german.group(cell["key"]), english.group(cell["key"])
                yield f"by_{by[0]}", code, "", "code", "", *said


def _levels(release: Mapping[str, Any], model: Model) -> Iterator[Line]:
    """What the levels stand for: of points in dimensions and topics, of answers in each question.

    A line without a subject holds for all that have none of their own.
    """
    asked = model.questionnaire
    for level, name in enumerate(asked.band_names):
        low, high = (0, *asked.bands)[level], (*asked.bands, None)[level]
        german = f"{name['de']}: ab {low:g}" + (f" bis unter {high:g}" if high else "")
        english = f"{name['en']}: from {low:g}" + (f" to under {high:g}" if high else "")
        yield "classes", str(level), "", "code", "", f"{german} Punkte", f"{english} points"
    for id in dict.fromkeys(table["subject"] for table in release["tables"]):
        question = asked.by_id.get(id)
        if isinstance(question, LevelsQuestion):
            for level, text in enumerate(question.levels):
                yield "classes", str(level), id, "code", "", text["de"], text["en"]
