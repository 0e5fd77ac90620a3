"""Releases of invented rounds over the register: statistics, the whole release, memory, positions.

The statistics of all subjects are measured against what cannot be done without: NumPy sorting the
points of each subject in each cell and taking three quartiles.
"""

import json
import resource
import time
from datetime import date

import numpy as np

from assessment.benchmark.attributes import attributes_of
from assessment.benchmark.disclosure.classes.audit import class_weaknesses
from assessment.benchmark.disclosure.rules import Rules
from assessment.benchmark.gathering import Earlier, gather
from assessment.benchmark.layout import breakdowns
from assessment.benchmark.position.peers import peers_of
from assessment.benchmark.position.release import Released
from assessment.benchmark.release.by_subject import values_of
from assessment.benchmark.release.document import as_bytes, opened
from assessment.benchmark.release.making import (
    Control,
    answers_of,
    audit,
    make_release,
    members_pattern,
)
from assessment.benchmark.statistics.figures import figures as figures_of
from assessment.benchmark.synthetic import INVENTED, all_municipalities, synthetic_round
from assessment.model import load_model
from assessment.presentation.position import position_in
from assessment.questionnaire.answers import Answer, Assessment, State
from assessment.result import result_of
from tests.bench.measure import Figure, medians

SIZES = (500, 2_000, 10_751)
ROUNDS = 3
RULES = Rules()
ABOUT = {
    "round": INVENTED,
    "note": INVENTED,
    "number": 1,
    "date": "2026-11-23",
    "questionnaire": load_model().questionnaire.reference,
}


def figures():
    seconds = {}
    for size in SIZES:
        given = [gathered(size, year) for year in range(ROUNDS)]
        yield _statistics(size, given)
        started = time.process_time()
        release = make_release(given[-1], ABOUT, RULES)
        seconds[size] = time.process_time() - started
        yield _counts(size, given[-1])
        yield _classes(size, given[-1])
        yield _whole(size, seconds)
        yield _second(size)
    data = as_bytes(release)
    yield _opening(data)
    yield _position(Released(opened(json.loads(data))), load_model())
    yield Figure(
        name="memory of all this, MB",
        floor="three rounds of the whole register at once",
        value=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        unit="MB",
        hold=600.0,
    )


def gathered(size, year):
    """An invented round of so many bodies, drawn from the register."""
    made = _invented(size, year, response=0.7)
    return _brought(made, dict(zip(made.taking.tolist(), made.contributions, strict=True)))


def gathered_again(size):
    """A round of which 60 % were released once; then 10 % more came and 5 % said otherwise."""
    then, later = (_invented(size, year, response=1.0).contributions for year in (0, 1))
    lots = np.random.default_rng(5).uniform(size=size)
    members = _invented(size, 0, response=0.0)
    marks = [
        ["then" if lot < 0.6 else None for lot in lots],
        [("later" if lot < 0.05 else "then") if lot < 0.7 else None for lot in lots],
    ]
    said = {None: {}, "then": then, "later": later}
    given = [
        {at: said[mark][at] for at, mark in enumerate(of_release) if mark} for of_release in marks
    ]
    first = _brought(members, given[0], marks=marks[0])
    values = {
        (subject.kind.value, subject.id): values_of(first, place)
        for place, subject in enumerate(first.panel.subjects)
    }
    before = Earlier(make_release(first, ABOUT, RULES), marks[0], values)
    return _brought(members, given[1], marks=marks[1], earlier=[before])


def _invented(size, year, response):
    model = load_model()
    everybody = all_municipalities()
    chosen = np.random.default_rng(3).permutation(len(everybody))[:size]
    members = [everybody[at] for at in sorted(chosen.tolist())]
    archetypes = [one.id for one in model.recommendation.archetypes]
    return synthetic_round(model.questionnaire, archetypes, members, year=year, response=response)


def _brought(made, given, **released):
    model = load_model()
    return gather(
        made.members,
        given,
        breakdowns("size_class,state"),
        questionnaire=model.questionnaire,
        archetypes=[one.id for one in model.recommendation.archetypes],
        key=b"bench",
        **released,
    )


def _statistics(size, given):
    def ours():
        for one in given:
            for subject in range(len(one.panel.subjects)):
                figures_of(one.panel, subject, one.layout, one.taking)

    spent = medians({"ours": ours, "floor": lambda: _floor(given)}, rounds=3)
    return Figure(
        name=f"release statistics, {size:,} x {ROUNDS} rounds",
        floor="NumPy sort and quartiles of the same cells",
        value=spent["ours"] / spent["floor"],
        unit="x",
        hold=3.0,
        seconds=spent,
        details=spent,
    )


def _floor(given):
    for one in given:
        for subject in range(len(one.panel.subjects)):
            there = one.panel.answered(subject)
            values = one.panel.points[there, subject]
            if not one.panel.subjects[subject].has_points:
                values = one.panel.classes[there, subject].astype(float)
            for row in one.layout.cell_of:
                cells = row[one.taking][there]
                order = np.lexsort((values, cells))
                starts = np.flatnonzero(np.diff(cells[order], prepend=-1))
                for part in np.split(values[order], starts[1:]):
                    if len(part):
                        np.quantile(part, (0.25, 0.5, 0.75))


def _counts(size, one):
    """What disclosure control needs to decide what is shown, and the audit of all member counts."""
    started = time.process_time()
    hidden = members_pattern(one, RULES).hidden
    audit(one, hidden, RULES)
    counts = time.process_time() - started
    control = Control(one, hidden, RULES)
    for place in range(len(one.panel.subjects)):
        control.cells(place)
    spent = time.process_time() - started
    return Figure(
        name=f"disclosure control and count audit, {size:,} members, seconds",
        floor="statistics, pattern and count audit, pattern of classes",
        value=spent,
        unit="s",
        hold=10.0,
        seconds={"control": spent},
        details={"pattern and count audit alone": counts},
    )


def _classes(size, one):
    """The second audit, which reads the cells as published, class by class."""
    control = Control(one, members_pattern(one, RULES).hidden, RULES)
    subjects = one.panel.subjects
    made = [control.cells(place) for place in range(len(subjects))]
    started = time.process_time()
    for place, of_subject in enumerate(made):
        cells = {at: of_subject.cell(cell, at) for at, cell in enumerate(one.layout.cells)}
        answers = answers_of(control, place, of_subject.figures)
        assert not class_weaknesses(one.layout, answers, subjects[place].classes, cells, RULES)
    spent = time.process_time() - started
    return Figure(
        name=f"audit of classes, {size:,} members, seconds",
        floor="every small group in a class, bounded anew from the document's cells",
        value=spent,
        unit="s",
        hold=30.0,
        seconds={"audit": spent},
    )


def _whole(size, seconds):
    return Figure(
        name=f"a whole release of {size:,} members, seconds",
        floor="disclosure control, both audits and the document",
        value=seconds[size],
        unit="s",
        hold=30.0,
        seconds={"release": seconds[size]},
    )


def _second(size):
    """The whole of a second release; of its cells, those that show figures of their own now."""
    given = gathered_again(size)
    started = time.process_time()
    release = make_release(given, {**ABOUT, "number": 2}, RULES)
    spent = time.process_time() - started
    cells = [cell for table in release["tables"] for cell in table["cells"]]
    old = sum("as_of" in cell for cell in cells) / len(cells)
    hidden = sum("suppressed" in cell for cell in cells) / len(cells)
    return Figure(
        name=f"a second release of {size:,} members, seconds",
        floor="60 % took part at first; then 10 % more, and 5 % said otherwise",
        value=spent,
        unit="s",
        hold=60.0,
        seconds={"release": spent},
        details={"share of cells from the first release": old, "share hidden": hidden},
    )


def _position(release, model):
    """A member's whole position: all groups, dimensions, topics, questions, routes and plans."""
    members = all_municipalities()[::300]
    sheet = {one.id: Answer(State.ANSWERED, 2) for one in model.questionnaire.questions}
    result = result_of(
        Assessment(model.questionnaire.reference, members[0], date(2026, 11, 23), sheet), model
    )

    def everybody():
        for body in members:
            position_in(result, model, peers_of(release, attributes_of(body)))

    spent = medians({"positions": everybody}, rounds=3)
    return Figure(
        name="a member's whole position, milliseconds",
        floor="a release that is opened; all that the page and the report show",
        value=spent["positions"] / len(members) * 1000,
        unit="ms",
        hold=1.0,
        seconds=spent,
    )


def _opening(data):
    """Reading a release of the whole register from its file: checked, whole, and indexed."""
    spent = medians({"open": lambda: Released(opened(json.loads(data)))}, rounds=3)
    return Figure(
        name=f"opening a release of {len(data) / 1e6:.1f} MB, seconds",
        floor="JSON, its digest, and an index; once per process and release",
        value=spent["open"],
        unit="s",
        hold=2.0,
        seconds=spent,
    )
