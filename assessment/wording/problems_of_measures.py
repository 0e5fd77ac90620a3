"""What can be wrong with the measures of the roadmap."""

from assessment.wording.catalogue import N_

OF_MEASURES: dict[str, tuple[str, str]] = {
    "unknown_measure": (
        N_("There is no measure “{given}”."),
        N_("Use the id of a measure in this file."),
    ),
    "missing_step": (
        N_("No measure lifts the topic “{given}” to level {level}."),
        N_("Add one; every step of every topic needs a measure."),
    ),
    "repeated_step": (
        N_("A second measure lifts the topic “{given}” to level {level}."),
        N_("Keep one measure for each step."),
    ),
    "measure_circle": (
        N_("These measures wait for one another: {given}."),
        N_("Remove a prerequisite; the step before always comes first without being named."),
    ),
    "low_above_high": (
        N_("The low estimate {given} is above the high one {limit}."),
        N_("Correct one of the two."),
    ),
}
