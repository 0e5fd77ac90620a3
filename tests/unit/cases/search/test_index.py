"""Cases are found by all words and ordered by where and how these stand."""

import math

from assessment.cases.search import Query, index_of
from tests.unit.cases.building import a_case, some_matching

NUMBERS = some_matching().search


def told(de):
    """A text in both languages."""
    return {"de": de, "en": "English"}


def found(cases, text):
    """The ids in the order of their points, with the points."""
    points = index_of(cases, NUMBERS).found(Query.of(text))
    return sorted(points, key=lambda id: -points[id]), points


def test_a_word_in_the_title_counts_more_than_in_the_summary_and_that_more_than_in_the_source():
    cases = [
        a_case(id="source", source_title="Müll im Blick"),
        a_case(id="summary", summary=told("Kameras erkennen Müll.")),
        a_case(id="title", title=told("Müll erkennen")),
        a_case(id="without"),
    ]
    order, points = found(cases, "Müll")
    assert order == ["title", "summary", "source"]
    rarity = math.log(1 + 4 / 3)
    assert points["title"] == rarity * 6
    assert points["source"] == rarity * 1


def test_the_whole_word_counts_more_than_a_beginning_and_that_more_than_inside():
    cases = [
        a_case(id="inside", title=told("Restmüll")),
        a_case(id="beginning", title=told("Müllabfuhr")),
        a_case(id="whole", title=told("Müll")),
    ]
    assert found(cases, "müll")[0] == ["whole", "beginning", "inside"]


def test_all_words_must_occur():
    cases = [a_case(id="one", title=told("Müll")), a_case(id="both", title=told("Müll und Lärm"))]
    assert found(cases, "Müll Lärm")[0] == ["both"]
    assert found(cases, "Müll Wald")[0] == []


def test_a_rare_word_counts_more_than_a_frequent_one():
    cases = [
        a_case(id="a", title=told("Chatbot Wald")),
        a_case(id="b", title=told("Chatbot")),
        a_case(id="c", title=told("Chatbot")),
    ]
    index = index_of(cases, NUMBERS)
    assert index.found(Query.of("Wald"))["a"] > index.found(Query.of("Chatbot"))["a"]


def test_nothing_typed_finds_nothing_and_counts_say_where_each_word_occurs():
    index = index_of([a_case(id="a", title=told("Chatbot"))], NUMBERS)
    assert index.found(Query.of("  ")) == {}
    assert index.counts(Query.of("Chatbot Wald")) == {"chatbot": 1, "wald": 0}


def test_a_word_with_a_slip_leads_to_those_a_letter_off_as_they_are_written():
    index = index_of([a_case(id="a", title=told("Straßenzustand Chatbot"))], NUMBERS)
    assert index.nearest("chatbpt") == ("Chatbot",)
    assert index.nearest("strasenzustannd") == ("Straßenzustand",)
    assert index.nearest("cha") == ()
    assert index.nearest("wasserwerk") == ()
