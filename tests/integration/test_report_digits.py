"""The digits of the report, on paper and as a page, against those of the JSON, one by one."""

import html
import re
from functools import cache

import pytest

from assessment.model import load_model
from assessment.presentation import to_json
from assessment.questionnaire.answer_file import read_answer_file
from assessment.report.brief import Brief
from assessment.report.one_file import report_file_html
from assessment.report.parts import chosen_parts
from assessment.report.pdf import report_pdf
from assessment.result import result_of
from assessment.wording import name
from tests.integration.reports import pages

MODEL = load_model()
PARTS = chosen_parts(["summary", "profile", "applications"], "full")
SAYINGS = {"de": "{title} {score} von 100", "en": "{title} {score} of 100"}


@cache
def a_result(stem):
    path = MODEL.folder / "examples" / f"{stem}.yaml"
    return result_of(read_answer_file(path, MODEL.vocabulary), MODEL)


def written(figure, language):
    """A figure of the JSON as the language writes it."""
    return "–" if figure is None else f"{figure:.1f}".replace(".", "," if language == "de" else ".")


def joined(text):
    """The text without the hyphens at line ends, and with one blank between words."""
    return re.sub(r"(\w)- (?=\w)", r"\1", " ".join(text.replace("\N{SOFT HYPHEN}", "").split()))


def on_paper(stem, language):
    return joined(" ".join(pages(report_pdf(a_result(stem), MODEL, Brief(language, parts=PARTS)))))


def as_page(stem, language):
    page = report_file_html(a_result(stem), MODEL, Brief(language)).decode()
    return joined(html.unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL)))


def told(stem, language):
    """What a report is to say: each figure with the words that stand beside it."""
    content = to_json(a_result(stem), MODEL, language)
    topics = MODEL.questionnaire.topic_by_id
    for dimension in MODEL.questionnaire.dimensions:
        found = content["dimensions"][dimension.id]
        score = written(found["score"], language)
        if found["score"] is not None:
            yield SAYINGS[language].format(title=dimension.title[language], score=score)
        for id, topic in found["topics"].items():
            low, high = (written(topic[end], language) for end in ("low", "high"))
            yield f"{topics[id].title[language]} {written(topic['score'], language)} " + (
                f"({low}–{high})" if low != high else ""
            )
    for advice in content["applications"]:
        for route, points in advice["suitability"].items():
            state = name("route_state", advice["state"][route], language)
            yield f"{name('route', route, language)} {written(points, language)} {state}"


@pytest.mark.parametrize(
    ("made", "stem", "language"),
    [
        (on_paper, "kleinstadt-halb-ausgefuellt", "de"),
        (as_page, "kleinstadt-halb-ausgefuellt", "en"),
    ],
)
def test_every_figure_stands_beside_its_words_as_in_the_json(made, stem, language):
    text = made(stem, language)
    expected = [joined(one) for one in told(stem, language)]
    assert [one for one in expected if one not in text] == []
    assert len(expected) == 3 + 25 + 4 * len(a_result(stem).applications)
