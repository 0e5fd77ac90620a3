"""Words are alike whatever their ending, and whole, as a beginning, or inside a longer one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.cases.search.words import Likeness, Query, marked, word_of


@pytest.mark.parametrize(
    ("wanted", "text", "likeness"),
    [
        ("Straße", "Straßen", Likeness.WHOLE),
        ("strasse", "Straße", Likeness.WHOLE),
        ("Haus", "Häuser", Likeness.WHOLE),
        ("Munchen", "München", Likeness.WHOLE),
        ("Muenchen", "München", Likeness.WHOLE),
        ("Straße", "Straßenzustand", Likeness.BEGINNING),
        ("Zustand", "Straßenzustand", Likeness.INSIDE),
        ("KI", "Kinder", None),
        ("Amt", "gesamt", None),
        ("Bürger", "Hamburg", None),
        ("Quelle", "Qualle", None),
    ],
)
def test_how_a_word_of_a_text_is_like_one_that_is_looked_for(wanted, text, likeness):
    assert word_of(wanted).likeness(word_of(text)) == likeness


def test_words_that_stand_in_every_text_count_only_alone():
    assert [word.folded for word in Query.of("die Straßen und der Müll").words] == [
        "strassen",
        "muell",
    ]
    assert [word.folded for word in Query.of("der").words] == ["der"]


def test_words_are_marked_whole_where_they_stand():
    query = Query.of("straße ki")
    assert marked("KI erfasst Straßenschäden, nicht Kinder.", query) == (
        ("KI", True),
        (" erfasst ", False),
        ("Straßenschäden", True),
        (", nicht Kinder.", False),
    )


@given(st.text(max_size=60), st.text(max_size=20))
def test_marking_never_changes_the_text(text, wanted):
    assert "".join(piece for piece, _ in marked(text, Query.of(wanted))) == text


@given(st.text(max_size=40))
def test_every_text_is_found_by_its_own_words(text):
    assert Query.of(text).found_in(text)
