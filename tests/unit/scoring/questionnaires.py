"""Builders of small questionnaires and answers for tests of the scores."""

from assessment.questionnaire.answers import Answer, State
from assessment.questionnaire.model import Questionnaire

UNKNOWN = Answer(State.UNKNOWN)
UNANSWERED = Answer(State.UNANSWERED)
NOT_APPLICABLE = Answer(State.NOT_APPLICABLE)
NOT_ASKED = Answer(State.NOT_ASKED)


def text(words="words"):
    return {"de": words, "en": words}


def levels(name, weight=1.0, count=5):
    return {
        "id": name,
        "kind": "levels",
        "weight": weight,
        "levels": [text(f"level {level}") for level in range(count)],
    }


def choice(name, **values):
    options = [{"id": id_, "text": text(id_), "value": value} for id_, value in values.items()]
    return {"id": name, "kind": "choice", "options": options}


def several(name, cap, **values):
    return {**choice(name, **values), "kind": "several", "cap": cap}


def number(name, *corners):
    points = [{"at": at, "value": value} for at, value in corners]
    return {"id": name, "kind": "number", "points": points}


def context(name):
    return {"id": name, "kind": "context"}


def a_questionnaire(dimensions, topic_weights=None, bands=(20, 40, 60, 80)):
    """A questionnaire from `{dimension: {topic: [question, ...]}}`."""
    weights = topic_weights or {}
    return Questionnaire.model_validate(
        {
            "id": "small",
            "version": "1",
            "title": text(),
            "description": text(),
            "answer_rule": text(),
            "bands": bands,
            "band_names": [text()] * (len(bands) + 1),
            "dimensions": [
                {
                    "id": dimension,
                    "title": text(),
                    "description": text(),
                    "topics": [
                        {"id": topic, "title": text(), "weight": weights.get(topic, 1)}
                        for topic in topics
                    ],
                }
                for dimension, topics in dimensions.items()
            ],
            "questions": [
                {"topic": topic, "text": text(), "help": text(), **question}
                for topics in dimensions.values()
                for topic, questions in topics.items()
                for question in questions
            ],
        }
    )


def one_topic(*questions):
    """A questionnaire with the single topic `t` in the single dimension `d`."""
    return a_questionnaire({"d": {"t": list(questions)}})


def answers(**given):
    """Answers by question id; anything but an Answer is the value of one."""
    return {
        name: value if isinstance(value, Answer) else Answer(State.ANSWERED, value)
        for name, value in given.items()
    }
