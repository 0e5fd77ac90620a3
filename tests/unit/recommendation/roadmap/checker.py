"""An inspector of roadmaps that knows only the rules, not how plans are made.

It walks a plan quarter by quarter with pencil and paper: topics by name, answers lifted one by one,
the advice asked anew for what the answers have become.
"""

from dataclasses import replace

from assessment.questionnaire.answers import Answer, State
from assessment.questionnaire.path import effective_answers
from assessment.recommendation.recommend import recommend
from assessment.scoring.scorecard import scorecard

TINY = 1e-6
CALENDAR = [f"{year}-Q{number}" for year in range(2026, 2080) for number in (1, 2, 3, 4)]


def faults_of(roadmap, assessment, model, measures, questionnaire):
    """Everything that is wrong with a roadmap, in words; an empty list if nothing is."""
    book = _Book(assessment, questionnaire)
    faults = [*_faults_of_steps(roadmap, measures)]
    first = CALENDAR.index(roadmap.plan.start)
    calendar = CALENDAR[first : first + roadmap.plan.quarters]
    running = []
    for quarter, seen in zip(calendar, roadmap.outlook, strict=True):
        starting = [step for step in roadmap.steps if step.quarter == quarter]
        for step in starting:
            faults += _not_ready(book, measures, step)
        running += [[step, step.quarters] for step in starting]
        days = sum(step.person_days / step.quarters for step, _ in running)
        if days > roadmap.plan.person_days_per_quarter + TINY:
            faults.append(f"{quarter} takes {days}")
        if abs(days - seen.person_days) > TINY or seen.quarter != quarter:
            faults.append(f"{quarter} is shown with {seen.person_days} in place of {days}")
        for entry in running:
            entry[1] -= 1
        for step in [step for step, left in running if left == 0]:
            book.lift(step.topic, step.to_level)
        running = [entry for entry in running if entry[1]]
        if seen.states != book.states(model):
            faults.append(f"{quarter} shows other states than the advice")
    faults += [f"{step.measure} is not done in time" for step, _ in running]
    return [*faults, *_faults_of_goals(roadmap, book, model)]


class _Book:
    """The answers as they stand, and what each topic's lowest question stands at."""

    def __init__(self, assessment, questionnaire):
        self.assessment, self.questionnaire = assessment, questionnaire
        self.answers = dict(effective_answers(questionnaire, assessment.answers))

    def level(self, question):
        """Unknown is 0; None does not apply."""
        answer = self.answers[question]
        if answer.state in {State.UNKNOWN, State.UNANSWERED}:
            return 0
        return answer.value if answer.state == State.ANSWERED else None

    def lowest(self, topic):
        levels = [self.level(question.id) for question in self.questionnaire.by_topic[topic]]
        return min((level for level in levels if level is not None), default=99)

    def lift(self, topic, level):
        for question in self.questionnaire.by_topic[topic]:
            old = self.level(question.id)
            if old is not None:
                self.answers[question.id] = Answer(State.ANSWERED, max(old, level))

    def advice(self, model):
        now = replace(self.assessment, answers=self.answers)
        return recommend(now, self.answers, scorecard(self.questionnaire, self.answers), model)[0]

    def states(self, model):
        return {one.id: one.state for one in self.advice(model)}

    def points(self, topic):
        """The topic's points with 0 for what is unknown; None if nothing applies."""
        asked = self.questionnaire.by_topic[topic]
        counted = [(q.weight, self.level(q.id)) for q in asked if self.level(q.id) is not None]
        weight = sum(weight for weight, _ in counted)
        return sum(w * level * 25 for w, level in counted) / weight if weight else None


def _faults_of_steps(roadmap, measures):
    known = {measure.id: measure for measure in measures.measures}
    names = [step.measure for step in roadmap.steps]
    if len(set(names)) < len(names):
        yield "a measure is taken twice"
    for step in roadmap.steps:
        measure = known[step.measure]
        middle = (measure.person_days.low + measure.person_days.high) / 2
        stated = (step.topic, step.to_level, step.person_days)
        if stated != (measure.topic, measure.to_level, middle):
            yield f"{step.measure} is not as the measures say"
        quarters = measure.duration_quarters
        while middle / quarters > roadmap.plan.person_days_per_quarter + TINY:
            quarters += 1
        if step.quarters != quarters:
            yield f"{step.measure} takes {step.quarters} in place of {quarters} quarters"
        if not step.serves:
            yield f"{step.measure} serves nothing"


def _not_ready(book, measures, step):
    """What the step rests on and is not there when it starts."""
    measure = next(one for one in measures.measures if one.id == step.measure)
    if book.lowest(step.topic) < step.to_level - 1:
        yield f"{step.measure} starts before the step below it is done"
    if book.lowest(step.topic) >= step.to_level:
        yield f"{step.measure} lifts nothing"
    for name in measure.prerequisites:
        first = next(one for one in measures.measures if one.id == name)
        if book.lowest(first.topic) < first.to_level:
            yield f"{step.measure} starts before {name} is done"


def _faults_of_goals(roadmap, book, model):
    """Goals that the plan claims to reach and does not."""
    if roadmap.feasible != (not roadmap.missed) or roadmap.feasible != (not roadmap.because):
        yield "feasible, missed and because contradict each other"
    if not roadmap.feasible:
        return
    asked = {one.id: one for one in book.assessment.applications}
    advised = {
        one.id: one.route for one in _Book(book.assessment, book.questionnaire).advice(model)
    }
    for one in book.advice(model):
        route = roadmap.routes[one.id]
        if one.state[route] == "stopped" or (advised[one.id] and one.state[route] != "open"):
            yield f"{one.id} is {one.state[route]} on {route} in the end"
        if advised[one.id]:
            yield from _points_missing(book, model, asked[one.id], route)
    for name, level in book.assessment.targets.items():
        questions = book.questionnaire.by_topic.get(name) or [book.questionnaire.by_id[name]]
        for question in questions:
            stands = book.level(question.id)
            if stands is not None and stands < level:
                yield f"{question.id} stands at {stands}, not {level}"


def _points_missing(book, model, application, route):
    archetype = model.archetype_by_id.get(application.archetype)
    for topic, need in model.requirements[route].items():
        factor = archetype.topic_multipliers.get(topic, 1) if archetype else 1
        points = book.points(topic)
        counts = need.weight * factor and points is not None
        if counts and points < need.required - TINY:
            yield f"{application.id} has {points} points in {topic}"
