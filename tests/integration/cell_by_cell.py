"""The figures of a release, by size class, as lines that can be compared: from it, and from tables.

Written anew from the form of the documents alone, without what the project writes them with.
"""

import csv
import io

import polars as pl
from openpyxl import load_workbook

PEOPLE = ("registered", "members", "n", "response", "coverage")
ENDS = ("lower_quartile", "upper_quartile")


def told_by_release(release):
    """Of each figure where it belongs, its value or the reason why there is none, its interval."""
    for table in release["participation"]:
        for cell in table["cells"]:
            where = ("participation", "", _group(cell))
            for figure in PEOPLE:
                if figure in cell:
                    yield (*where, figure, "", *_told(cell[figure]))
            if "suppressed" in cell:
                yield (*where, "n", "", *_told(cell))
    for table in release["tables"]:
        for cell in table["cells"]:
            where = (table["kind"], table["subject"], _group(cell))
            yield from ((*where, *one) for one in _figures(cell))


def told_by_table(ending, data):
    """The same of a table, by its ending."""
    for line in _lines(ending, data):
        if line["kind"] != "note":
            where = ("kind", "subject", "by_size_class", "figure", "classes")
            yield (*(line[name] or "" for name in where), *_told_in(line))


def _figures(cell):
    if "suppressed" in cell:
        yield ("n", "", *_told(cell))
        return
    yield ("n", "", *_told(cell["n"]))
    if "median" in cell:
        yield ("median", "", *_told(cell["median"], cell.get("median_interval")))
        quartiles = cell["quartiles"]
        both = quartiles if isinstance(quartiles, list) else [quartiles, quartiles]
        yield from ((end, "", *_told(one)) for end, one in zip(ENDS, both, strict=True))
    parts = cell.get("distribution", [])
    for part in parts if isinstance(parts, list) else [parts]:
        classes = " ".join(part.get("classes", ()))
        yield ("share", classes, *_told(part.get("share", part), part.get("interval")))
    if "unknown" in cell:
        part = cell["unknown"]
        yield ("unknown", "", *_told(part.get("share", part), part.get("interval")))


def _told(value, interval=None):
    if isinstance(value, dict):
        return value["suppressed"], "", "", ""
    hidden = interval["suppressed"] if isinstance(interval, dict) else ""
    low, high = interval if isinstance(interval, list) else (None, None)
    return _number(value), _number(low), _number(high), hidden


def _told_in(line):
    """Of a package's table or of a comparison, which names only what is hidden."""
    if line["value"] in {None, "", "NA"}:
        return line.get("suppressed") or line["status"], "", "", ""
    numbers = [_number(line[name]) for name in ("value", "low", "high")]
    if "interval_status" not in line:
        return *numbers, line["interval_suppressed"] or ""
    status = line["interval_status"] or ""
    assert (status == "published") == (numbers[1] != "")
    return *numbers, status.removeprefix("published")


def _number(value):
    return "" if value in {None, "", "NA"} else f"{float(value):.4f}"


def _group(cell):
    return cell["key"].get("size_class", "")


def _lines(ending, data):
    if ending == ".csv":
        return csv.DictReader(io.StringIO(data.decode("utf-8-sig")))
    if ending == ".parquet":
        return pl.read_parquet(io.BytesIO(data)).to_dicts()
    head, *rows = load_workbook(io.BytesIO(data))["figures"].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]
