"""What the tool says: sentences for problems, names for codes, in every language.

The domain returns codes and numbers; here they become words. The English sentences are the message
ids of the gettext catalogue in `translations/`.
"""

from assessment.wording.catalogue import DATES, LANGUAGES, translator
from assessment.wording.groups import group_name, group_value
from assessment.wording.names import codes, name
from assessment.wording.problems import PROBLEMS, problem_text

__all__ = [
    "DATES",
    "LANGUAGES",
    "PROBLEMS",
    "codes",
    "group_name",
    "group_value",
    "name",
    "problem_text",
    "translator",
]
