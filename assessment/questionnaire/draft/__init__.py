"""A questionnaire while it is read: what is sound is judged, what is faulty is kept apart."""

from assessment.questionnaire.draft.parts import Draft, Placed

__all__ = ["Draft", "Placed"]
