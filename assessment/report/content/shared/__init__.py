"""What holds for several applications, told once: requirements, exit check, factors and flips."""

from assessment.report.content.shared.exits import ExitLine
from assessment.report.content.shared.grounds import Shared, shared_of
from assessment.report.content.shared.requirements import Requirement

__all__ = ["ExitLine", "Requirement", "Shared", "shared_of"]
