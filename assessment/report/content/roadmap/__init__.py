"""The roadmap in words: measures in their quarters, what each is for, and what comes of it."""

from assessment.report.content.roadmap.content import roadmap_of
from assessment.report.content.roadmap.view import RoadmapView, StepGroup, StepView

__all__ = ["RoadmapView", "StepGroup", "StepView", "roadmap_of"]
