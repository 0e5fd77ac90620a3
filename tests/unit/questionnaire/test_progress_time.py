"""The time left: reading the open questions, and agreeing on each."""

from types import SimpleNamespace

from assessment.questionnaire.model import Pace, Text
from assessment.questionnaire.progress import minutes_for

REASON = {"de": "Grund", "en": "Reason"}


def a_question(words, level_words=0):
    """A question of so many German words, with one level of so many; English says one word."""
    text = Text(de=" ".join(["Wort"] * words), en="word")
    level = Text(de=" ".join(["Wort"] * level_words) or "-", en="word")
    return SimpleNamespace(text=text, help=Text(de="Hilfe", en="help"), levels=(level,))


def asked_at(words_per_minute, minutes_to_agree):
    """A questionnaire with this pace."""
    pace = Pace(words_per_minute=words_per_minute, minutes_to_agree=minutes_to_agree, reason=REASON)
    return SimpleNamespace(pace=pace)


def test_reading_and_agreeing_add_up_over_the_questions():
    questions = [a_question(words=149, level_words=50), a_question(words=48, level_words=51)]
    assert minutes_for(asked_at(100, 2), questions, "de") == (200 + 100) / 100 + 2 * 2


def test_another_language_takes_its_own_time():
    assert minutes_for(asked_at(3, 0), [a_question(words=500)], "en") == 1


def test_without_a_pace_or_without_questions_nothing_is_estimated():
    assert minutes_for(SimpleNamespace(pace=None), [a_question(words=9)], "de") == 0
    assert minutes_for(asked_at(100, 2), [], "de") == 0
