"""What to settle before signing, so that the body can leave a solution again (Ausstiegsprüfung)."""

from assessment.exit_check.check import ExitPoint, Standing, exit_points
from assessment.exit_check.loader import load_exit_check
from assessment.exit_check.model import ExitCheck

__all__ = ["ExitCheck", "ExitPoint", "Standing", "exit_points", "load_exit_check"]
