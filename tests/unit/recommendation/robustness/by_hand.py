"""Flips found by asking `recommend` about one changed assessment after the other."""

from dataclasses import replace
from itertools import combinations, groupby

from assessment.questionnaire.answers import Answer, State
from assessment.questionnaire.path import effective_answers
from assessment.recommendation.applications import stated_applications
from assessment.recommendation.recommend import recommend
from assessment.scoring.points import worth
from assessment.scoring.scorecard import scorecard

ASKED = {State.ANSWERED, State.UNKNOWN, State.UNANSWERED}


def recommended(assessment, questionnaire, model):
    effective = effective_answers(questionnaire, assessment.answers)
    return recommend(assessment, effective, scorecard(questionnaire, effective), model)


def routes(assessment, questionnaire, model):
    """What is advised for each application, by its id."""
    found, _ = recommended(assessment, questionnaire, model)
    return {advice.id: advice.route for advice in found}


def overall_of(assessment, questionnaire, model):
    """The stance over all applications."""
    _, overall = recommended(assessment, questionnaire, model)
    return overall


def with_answer(assessment, name, value):
    answers = {**assessment.answers, name: Answer(State.ANSWERED, value)}
    return replace(assessment, answers=answers)


def with_factor(assessment, application, name, level):
    return replace(
        assessment,
        applications=tuple(
            replace(one, factors={**one.factors, name: level}) if one.id == application else one
            for one in assessment.applications
        ),
    )


def values(question):
    """The values of a question with levels or a choice, the one worth least first."""
    if question.kind == "levels":
        return list(range(len(question.levels)))
    return sorted((o.id for o in question.options), key=lambda value: worth(question, value))


class Changes:
    """Every change to one application: (kind, id, value) with its distance and direction."""

    def __init__(self, assessment, questionnaire, model, application):
        self.assessment, self.application = assessment, application
        self.questionnaire, self.model = questionnaire, model
        self.found = {}
        self.now = self.after()
        self.each = [*self._of_factors(), *self._of_answers()]

    def after(self, *changes):
        """What is advised after these changes, asked once."""
        if changes not in self.found:
            self.found[changes] = self._after(changes)
        return self.found[changes]

    def _after(self, changes):
        changed = self.assessment
        for kind, name, value in changes:
            if kind == "factor":
                changed = with_factor(changed, self.application, name, value)
            else:
                changed = with_answer(changed, name, value)
        return routes(changed, self.questionnaire, self.model)[self.application]

    def _of_factors(self):
        applications = stated_applications(self.assessment, self.model)
        (own,) = (one for one in applications if one.id == self.application)
        for name, factor in sorted(own.factors.items()):
            for level in range(5):
                if level != factor.level:
                    way = level > factor.level
                    yield ("factor", name, level), abs(level - factor.level), way, False

    def _of_answers(self):
        effective = effective_answers(self.questionnaire, self.assessment.answers)
        scored = [q for q in self.questionnaire.questions if q.kind != "context"]
        for question in sorted(scored, key=lambda question: question.id):
            answer, possible = effective[question.id], values(question)
            if answer.state not in ASKED:
                continue
            known = answer.state is State.ANSWERED
            here = possible.index(answer.value) if known else -1
            for place, value in enumerate(possible):
                if place != here:
                    change = ("question", question.id, value)
                    yield change, abs(place - here), place > here, place < here

    def single_flips(self):
        """Of each item the nearest change in each direction, as (change, route)."""
        flipping = [
            (*step, self.after(step[0])) for step in self.each if self.after(step[0]) != self.now
        ]
        by_way = sorted(flipping, key=lambda f: (f[0][:2], f[2], f[1]))
        nearest = [next(way) for _, way in groupby(by_way, key=lambda f: (f[0][:2], f[2]))]
        nearest.sort(key=lambda f: (f[3], f[1], f[0][:2]))
        return [(change, route) for change, _, _, _, route in nearest]

    def pair_flips(self, most=10):
        """The nearest pairs of items that do not flip alone, as (changes, route)."""
        loud = {step[0][:2] for step in self.each if self.after(step[0]) != self.now}
        quiet = [step for step in self.each if step[0][:2] not in loud]
        found = [
            (one[3] or other[3], one[1] + other[1], place, (one[0], other[0]))
            for place, (one, other) in enumerate(combinations(quiet, 2))
            if one[0][:2] != other[0][:2] and self.after(one[0], other[0]) != self.now
        ]
        by_items = {}
        for _, _, _, changes in sorted(found):
            by_items.setdefault((changes[0][:2], changes[1][:2]), changes)
        return [(changes, self.after(*changes)) for changes in list(by_items.values())[:most]]


def as_tuples(flips):
    """Flips as ((changes), route), to be compared."""
    return [
        (tuple((change.kind, change.id, change.to) for change in flip.changes), flip.route)
        for flip in flips
    ]
