"""`python -m tests.bench [PART ...]`: measures, prints a table and writes bench.json."""

import json
import platform
import sys
from pathlib import Path

from tests.bench import firmness, neighbours, pages, reports, rounds, scoring, start

PARTS = {
    "firmness": firmness,
    "scoring": scoring,
    "pages": pages,
    "start": start,
    "neighbours": neighbours,
    "reports": reports,
    "rounds": rounds,
}
OUTPUT = Path("bench.json")


def main(wanted):
    figures = [figure for name in wanted or PARTS for figure in PARTS[name].figures()]
    for figure in figures:
        mark = "holds" if figure.holds else "MISSES"
        print(f"{figure.name:45} {figure.value:8.2f} {figure.unit:2}  {mark} {figure.hold:.2f}")
        print(f"    floor: {figure.floor}")
        for name, value in figure.details.items():
            print(f"    {name}: {value:.3f}")
    records = [{**vars(figure), "holds": figure.holds} for figure in figures]
    machine = {"python": platform.python_version(), "machine": platform.machine()}
    OUTPUT.write_text(json.dumps({**machine, "figures": records}, indent=2) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
