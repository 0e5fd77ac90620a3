"""The rows that dashboard and overall report show, from a small release written out by hand."""

from types import SimpleNamespace

from assessment.benchmark.overview.figure import Figure, Hidden
from assessment.benchmark.overview.groups import keys_of
from assessment.benchmark.overview.history import former_releases, history
from assessment.benchmark.overview.priorities import needs, priorities
from assessment.benchmark.overview.scores import score_rows, with_figures
from assessment.benchmark.overview.shares import most_wanted, nobody_knows
from assessment.benchmark.release.document import Lookup

PROTECTED = {"suppressed": "protected"}


def topic(id, median, low_share, size=None):
    levels = [{"classes": ["0", "1"], "share": low_share},
              {"classes": ["2", "3", "4"], "share": 1 - low_share}]  # fmt: skip
    total = {"key": {}, "n": 40, "median": median, "quartiles": [10.0, 70.0],
             "distribution": levels}  # fmt: skip
    tables = [{"kind": "topic", "subject": id, "by": [], "cells": [total]}]
    if size:
        cells = [{"key": {"size_class": "22"}, **size}]
        tables.append({"kind": "topic", "subject": id, "by": ["size_class"], "cells": cells})
    return tables


def counted(kind, id, **cell):
    return {"kind": kind, "subject": id, "by": [], "cells": [{"key": {}, **cell}]}


def release(*tables, date="2026-11-22"):
    people = [{"by": [], "cells": [{"key": {}, "registered": 99, "members": 50, "n": 40}]},
              {"by": ["size_class"], "cells": [{"key": {"size_class": "22"}, "registered": 9,
                                                "members": 4, **PROTECTED}]}]  # fmt: skip
    about = {"round": "x", "questionnaire": "ki-readiness@2026.1", "date": date, "number": 1}
    return {**about, "participation": people, "tables": list(tables)}


def advice(weights, multipliers):
    """A model with these weights on every route, and kinds with these multipliers."""
    needs_of = {
        topic: SimpleNamespace(weight=weight, required=50) for topic, weight in weights.items()
    }
    kinds = [SimpleNamespace(id=id, topic_multipliers=one) for id, one in multipliers.items()]
    routes = ("turnkey", "shared_service", "co_development", "in_house")
    return SimpleNamespace(requirements=dict.fromkeys(routes, needs_of), archetypes=kinds)


def test_a_hidden_group_has_its_reason_in_every_column():
    made = release(*topic("a", 40.0, 0.5, size=PROTECTED))
    (row,) = score_rows(Lookup(made), [("topic", "a")], keys_of(made, ("size_class",)))
    assert row.total.median == Figure(40.0)
    (group,) = row.groups
    assert {group.n.hidden, group.median.hidden, group.lower.hidden} == {Hidden.PROTECTED}


def test_a_size_class_stands_among_those_with_figures_from_its_first_one_on():
    number_alone = {"n": 5, "median": PROTECTED, "quartiles": PROTECTED}
    for cell, shown in ((PROTECTED, 0), (number_alone, 1)):
        made = release(*topic("a", 40.0, 0.5, size=PROTECTED), *topic("b", 40.0, 0.5, size=cell))
        sizes = keys_of(made, ("size_class",))
        assert len(with_figures(Lookup(made), [("topic", "a"), ("topic", "b")], sizes)) == shown


def test_an_interval_that_is_hidden_beside_a_shown_median_says_why():
    cell = {"n": 12, "median": 37.5, "quartiles": PROTECTED, "median_interval": PROTECTED}
    made = release(*topic("a", 40.0, 0.5, size=cell))
    (row,) = score_rows(Lookup(made), [("topic", "a")], keys_of(made, ("size_class",)))
    assert (row.groups[0].median, row.groups[0].interval_hidden) == (Figure(37.5), Hidden.PROTECTED)
    assert row.total.interval_hidden is None


def test_a_group_without_members_says_so():
    found = score_rows(Lookup(release(*topic("a", 40.0, 0.5))), [("topic", "a")], [{"state": "BE"}])
    assert found[0].groups[0].median.hidden is Hidden.NO_MEMBERS


def test_what_is_hidden_comes_last_in_the_order_given():
    def unknown(given):
        return {"n": 30, "unknown": given}

    shares = {"q1": PROTECTED, "q2": {"share": 0.1}, "q3": PROTECTED, "q4": {"share": 0.4}}
    made = release(*(counted("question", id, **unknown(one)) for id, one in shares.items()))
    found = nobody_knows(Lookup(made), list(shares), {})
    assert [row.id for row in found] == ["q4", "q2", "q1", "q3"]
    plans = {"bot": [{"classes": ["planned"], "share": 0.3},
                     {"classes": ["not_planned"], "share": 0.7}], "map": PROTECTED}  # fmt: skip
    made = release(
        *(counted("application", id, n=40, distribution=one) for id, one in plans.items())
    )
    wanted = most_wanted(Lookup(made), ["map", "bot"], {})
    assert (wanted[0].id, wanted[0].share) == ("bot", Figure(0.3))
    assert wanted[1].share.hidden is Hidden.PROTECTED


def test_the_priority_is_what_is_missing_times_who_lacks_it_times_what_needs_it():
    model = advice({"a": 3.0, "b": 1.0}, {"bot": {"b": 1.0}, "map": {"a": 0.0}})
    tables = [*topic("a", 20.0, 0.5), *topic("b", 60.0, 0.25)]
    plans = [counted("route", "bot", n=10), counted("route", "map", n=5)]
    found = Lookup(release(*tables, *plans))
    # bot gives a 10·3/4 and b 10·1/4, map gives b 5·1: both 7.5.
    assert needs(found, ["a", "b"], model, {}) == {"a": 1.0, "b": 1.0}
    first, second = priorities(found, ["b", "a"], model, {})
    assert (first.topic, first.index.value) == ("a", 40.0)
    assert (second.topic, second.index.value) == ("b", 10.0)


def test_plans_that_are_hidden_do_not_move_a_priority():
    model = advice({"a": 3.0, "b": 1.0}, {"bot": {}, "map": {"a": 0.0}})
    tables = [*topic("a", 20.0, 0.5), *topic("b", 60.0, 0.25), counted("route", "bot", n=10)]
    alone = priorities(Lookup(release(*tables)), ["a", "b"], model, {})
    hidden = priorities(
        Lookup(release(*tables, counted("route", "map", **PROTECTED))), ["a", "b"], model, {}
    )
    assert alone == hidden


def test_levels_put_together_across_the_border_give_no_priority():
    levels = [{"classes": ["0"], "share": 0.4}, {"classes": ["1", "2", "3", "4"], "share": 0.6}]
    made = release(counted("topic", "a", n=40, median=20.0, distribution=levels))
    (row,) = priorities(Lookup(made), ["a"], advice({"a": 1.0}, {}), {})
    assert row.below.hidden is row.index.hidden is Hidden.MERGED


def test_a_line_over_releases_names_its_gaps():
    first = Lookup(release(*topic("a", 40.0, 0.5), date="2025-11-22"))
    second = Lookup(release(*topic("a", 46.5, 0.5)))
    gap = Lookup(release(counted("topic", "a", **PROTECTED), date="2027-11-22"))
    (line,) = history([first, second], [("topic", "a")], {})
    assert line.change == Figure(6.5)
    (line,) = history([first, second, gap], [("topic", "a")], {})
    assert [one.along for one in line.moments] == [0, 0.5, 1]
    assert line.runs == (line.moments[:2],)
    assert line.change.hidden is line.moments[2].spread.median.hidden is Hidden.PROTECTED
    assert history([first], [("topic", "a")], {})[0].change.hidden is Hidden.NO_EARLIER


def test_an_earlier_figure_that_is_repeated_is_no_change():
    first = Lookup(release(*topic("a", 40.0, 0.5), date="2025-11-22"))
    again = {"n": 40, "as_of": "2025-11-22", "median": 40.0}
    second = Lookup(release(counted("topic", "a", **again)))
    (line,) = history([first, second], [("topic", "a")], {})
    assert line.moments[1].spread.median == Figure(40.0, as_of="2025-11-22")
    assert former_releases(second.release) == (("2025-11-22", None),)
    assert line.change.hidden is Hidden.PROTECTED
