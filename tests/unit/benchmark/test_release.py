"""Published figures are what plain Python finds; nothing else is in the document."""

import copy
import json
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from statistics import median, quantiles

import numpy as np
import pytest
from scipy.optimize import linprog

from assessment.benchmark.attributes import attributes_of
from assessment.benchmark.disclosure.classes.audit import class_weaknesses
from assessment.benchmark.disclosure.shown import showable
from assessment.benchmark.gathering import gather
from assessment.benchmark.layout import breakdowns
from assessment.benchmark.release import making
from assessment.benchmark.release.document import Lookup, as_bytes, opened
from assessment.benchmark.release.making import Refused, TooFewChanges, make_release
from assessment.benchmark.statistics.panel import Contribution
from assessment.errors import Damaged
from assessment.model import load_model
from assessment.questionnaire.answers import Answer, State
from assessment.scoring.scorecard import scorecard
from tests.unit.benchmark.small_rounds import RULES, gathered, invented, release


def tenth(value):
    return float(Decimal(repr(round(value, 9))).quantize(Decimal("0.1"), ROUND_HALF_UP))


def thousandth(part, whole):
    return float(Decimal(repr(round(part / whole, 9))).quantize(Decimal("0.001"), ROUND_HALF_UP))


def said(kind, subject, given):
    """Points and class of a contribution, found without the code of the benchmark."""
    questionnaire = load_model().questionnaire
    if kind == "question":
        answer = given.answers[subject]
        if answer.state is not State.ANSWERED:
            return None, None
        highest = len(questionnaire.by_id[subject].levels) - 1
        return 100 * answer.value / highest, str(answer.value)
    if kind in {"topic", "dimension"}:
        card = scorecard(questionnaire, given.answers)
        score = (card.topics if kind == "topic" else card.dimensions)[subject].score
        band = None if score is None else sum(score + 1e-9 >= edge for edge in (20, 40, 60, 80))
        return score, None if band is None else str(band)
    if kind == "application":
        return None, "planned" if subject in given.routes else "not_planned"
    return None, given.overall if subject == "overall" else given.routes.get(subject)


def groups(key):
    given, _ = invented()
    for place, one in zip(given.taking.tolist(), given.contributions, strict=True):
        attributes = attributes_of(given.members[place])
        if all(attributes[name] == value for name, value in key.items()):
            yield one


def cells():
    for table in release()["tables"]:
        for cell in table["cells"]:
            yield table["kind"], table["subject"], cell


def test_every_published_figure_is_what_plain_python_finds():
    checked = 0
    for kind, subject, cell in cells():
        if "suppressed" in cell:
            continue
        pairs = [said(kind, subject, one) for one in groups(cell["key"])]
        classes = [name for _, name in pairs if name is not None]
        assert cell["n"] == len(classes)
        if isinstance(cell.get("median"), float):
            values = [value for value, _ in pairs if value is not None]
            assert cell["median"] == tenth(median(values))
            if isinstance(cell["quartiles"], list):
                low, _, high = quantiles(values, n=4, method="inclusive")
                assert cell["quartiles"] == [tenth(low), tenth(high)]
        if isinstance(cell["distribution"], list):
            for part in cell["distribution"]:
                count = sum(name in part["classes"] for name in classes)
                assert part["share"] == thousandth(count, len(classes))
                checked += 1
    assert checked > 50


def test_no_figure_rests_on_too_few():
    for _, _, cell in cells():
        if "suppressed" in cell:
            assert cell.keys() == {"key", "suppressed"}
            continue
        assert cell["n"] >= RULES.group
        if isinstance(cell.get("quartiles"), list) or isinstance(cell["distribution"], list):
            assert cell["n"] >= RULES.shares
        if isinstance(cell["distribution"], list):
            counts = [round(part["share"] * cell["n"]) for part in cell["distribution"]]
            assert min(counts) >= RULES.group
            assert sum(counts) == cell["n"]


def test_a_hidden_value_never_says_which_rule_hid_it():
    reasons = set()
    for _, _, cell in cells():
        for part in (cell, *cell.values()):
            if isinstance(part, dict) and "suppressed" in part:
                reasons.add(part["suppressed"])
    assert reasons <= {"protected", "too_few"}
    assert "protected" in reasons


def atoms_of_members():
    given, _ = invented()
    keys = [attributes_of(one) for one in given.members]
    return sorted({(key["state"], key["size_class"]) for key in keys})


def belongs(atom, key):
    return all({"state": atom[0], "size_class": atom[1]}[name] == key[name] for name in key)


@pytest.mark.parametrize("kind", ["dimension", "question", "application"])
def test_from_the_document_alone_no_small_group_in_a_class_can_be_told(kind):
    """An attacker who has only the document bounds every class of every atom by programmes."""
    atoms = atoms_of_members()
    subjects = [one for one in Lookup(release()).subjects if one[0] == kind][:2]
    for subject in subjects:
        found = [c for k, s, c in cells() if (k, s) == subject and "suppressed" not in c]
        names = sorted({name for given in groups({}) if (name := said(*subject, given)[1])})
        rows, values = [], []
        for cell in found:
            parts = cell["distribution"] if isinstance(cell["distribution"], list) else []
            sums = [(names, cell["n"])]
            sums += [(part["classes"], round(part["share"] * cell["n"])) for part in parts]
            for classes, value in sums:
                rows.append([float(belongs(a, cell["key"]) and c in classes)
                             for a in atoms for c in names])  # fmt: skip
                values.append(value)
        for at, (atom, name) in enumerate((a, c) for a in atoms for c in names):
            inside = groups(dict(zip(("state", "size_class"), atom, strict=True)))
            count = sum(said(*subject, given)[1] == name for given in inside)
            if 0 < count < RULES.group:
                cost = np.eye(len(atoms) * len(names))[at]
                low, high = (linprog(way * cost, A_eq=rows, b_eq=values).fun for way in (1, -1))
                assert -high - low >= RULES.protection - 1e-6


def test_a_changed_release_is_noticed_and_an_unchanged_one_is_the_same_to_the_byte():
    assert opened(release()) == release()
    assert as_bytes(make_release(gathered(), {"round": "test", "note": "invented"}, RULES)) == (
        as_bytes(release())
    )
    other = copy.deepcopy(json.loads(as_bytes(release())))
    assert opened(other)
    other["tables"][0]["cells"][0]["n"] += 1
    with pytest.raises(Damaged):
        opened(other)


def test_a_release_waits_for_enough_new_or_changed_members():
    few = np.zeros(90, dtype=bool)
    few[:4] = True
    with pytest.raises(TooFewChanges) as error:
        make_release(gathered(changed=[few]), {"round": "test"}, RULES)
    assert (error.value.changed, error.value.least) == (4, 5)


def test_what_the_audit_can_tell_is_refused_with_its_cell():
    """A pattern that forgets secondary suppression is refused."""
    given = gathered()
    counts = given.layout.count_cells(given.layout.count_atoms(given.took_part))
    primary = (counts > 0) & (counts < RULES.group)
    with pytest.raises(Refused) as error:
        making.audit(given, primary, RULES)
    weak = error.value.found[0]
    assert weak.high - weak.low < RULES.protection
    assert weak.cells


def test_cells_that_are_not_played_off_against_each_other_are_refused():
    """Each cell by itself keeps the rules; together they tell small groups in a class."""
    given = gathered()
    hidden = making.members_pattern(given, RULES).hidden
    control = making.Control(given, hidden, RULES)
    refused = 0
    for place, subject in enumerate(given.panel.subjects):
        safe = control.cells(place)
        members = given.layout.count_cells(given.layout.count_atoms(given.took_part))
        alone = showable(subject, safe.figures, members, ~safe.shown.count, RULES)
        answers = making.answers_of(control, place, safe.figures)
        for of_subject, weak in ((safe, False), (replace(safe, shown=alone), True)):
            cells = {at: of_subject.cell(cell, at) for at, cell in enumerate(given.layout.cells)}
            found = class_weaknesses(given.layout, answers, subject.classes, cells, RULES)
            refused += bool(found)
            assert weak or not found
    assert refused


def test_where_all_members_answer_alike_neither_median_nor_distribution_is_told():
    alike = Contribution({"data.inventory": Answer(State.ANSWERED, 2)}, {})
    round_, archetypes = invented(40)
    for exceptions, hidden in ((0, True), (1, True), (6, False)):
        other = Contribution({"data.inventory": Answer(State.ANSWERED, 4)}, {})
        contributions = {at: other if at < exceptions else alike for at in range(20)}
        one = gather(round_.members, contributions, breakdowns(""),
                     questionnaire=load_model().questionnaire, archetypes=archetypes)  # fmt: skip
        made = Lookup(make_release(one, {}, RULES)).cell("question", "data.inventory", {})
        assert made["n"] == 20
        assert (made["median"] == {"suppressed": "protected"}) == hidden
        assert (made["distribution"] == {"suppressed": "protected"}) == hidden
