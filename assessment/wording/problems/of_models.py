"""What can be wrong with a questionnaire, its bridges, recommendation model, measures and cases."""

from assessment.wording.catalogue import N_

OF_MODELS: dict[str, tuple[str, str]] = {
    "no_questions": (
        N_("The folder holds no file with questions."),
        N_("Put at least one file ending in .yaml into it."),
    ),
    "missing_translation": (
        N_("The text is missing in the language “{key}”."),
        N_("Add it; every text stands in German (de) and English (en)."),
    ),
    "unknown_statement": (
        N_("This rule says nothing that can be understood."),
        N_("Use one of the keys all, any, not, question, factor, trait and ai_act."),
    ),
    "reserved_id": (
        N_("“{given}” means something else in answer files."),
        N_("Choose another id for this option."),
    ),
    "unknown_topic": (
        N_("There is no topic “{given}”."),
        N_("Use the id of a topic in questionnaire.yaml."),
    ),
    "unknown_role": (
        N_("There is no role “{given}”."),
        N_("Use the id of a role in questionnaire.yaml."),
    ),
    "later_question": (
        N_("Whether this question is shown depends on “{given}”, which is not asked before it."),
        N_("Move one of the two, or change the rule."),
    ),
    "statement_about_application": (
        N_("Whether a question is shown cannot depend on an application."),
        N_("Use a statement about a question."),
    ),
    "statement_about_answer": (
        N_("A rule about applications cannot depend on the question “{given}”."),
        N_("Use a statement about factors, traits or the AI Act class."),
    ),
    "empty_statement": (
        N_("The statement about the question does not say what is to be true of it."),
        N_("Add at_least, at_most, is, includes or state."),
    ),
    "statement_does_not_fit": (
        N_("“{key}” does not fit the kind of question that “{given}” is."),
        N_("at_least and at_most fit levels and numbers, is fits choices, includes fits several."),
    ),
    "unreachable_question": (
        N_("No answers lead to the question “{given}”: it could never be shown."),
        N_("Change the rule; its parts contradict each other or what it rests on."),
    ),
    "empty_topic": (
        N_("The topic “{given}” has no questions."),
        N_("Add a question, or remove the topic."),
    ),
    "weights_zero": (
        N_("All weights in “{given}” are 0, so that nothing can be formed from it."),
        N_("Give at least one of its parts a weight above 0."),
    ),
    "bands_not_rising": (
        N_("The edges of the bands do not rise between 0 and 100."),
        N_("Write them in rising order, such as 20, 40, 60, 80."),
    ),
    "band_names_count": (
        N_("There are {count} names for {expected_count} bands."),
        N_("Give every band one name; there is one band more than edges."),
    ),
    "texts_alike": (
        N_("“{given}” stands in this scale twice."),
        N_("Word the two so that people can choose between them."),
    ),
    "cap_unreachable": (
        N_("All options together come to {reachable}, less than the cap of {given}."),
        N_("Lower the cap or raise the values, so that the full score can be reached."),
    ),
    "points_not_rising": (
        N_("The points do not rise from number to number."),
        N_("Sort them by at, and give every number once."),
    ),
    "not_power_of_two": (
        N_("{given} is not a power of two."),
        N_("Choose one, such as 4096: only then are the trials spread evenly."),
    ),
    "minimum_not_below": (
        N_("The minimum {given} is not below the maximum {limit}."),
        N_("Correct one of the two."),
    ),
    "unknown_case": (
        N_("There is no case “{given}”."),
        N_("Use the id of a case in the files under cases."),
    ),
    "not_the_first_record": (
        N_("“{given}” is no first record of a project."),
        N_("Name the record that has no same_as itself."),
    ),
    "records_contradict": (
        N_("This differs from what the case “{given}”, a record of the same project, says."),
        N_("Correct one of the two, or use unknown where a source is silent."),
    ),
    "nothing_to_ask": (
        N_("There is nothing to ask on the route “{given}”."),
        N_("Add a question for this route."),
    ),
    "missing_route": (
        N_("The route “{given}” is not described."),
        N_("Add it to routes."),
    ),
    "missing_requirement": (
        N_("There is no requirement for the topic “{given}”."),
        N_("Add it; a topic that the route does not need has the requirement 0."),
    ),
    "missing_factor": (
        N_("There is no level for the factor “{given}”."),
        N_("Add it to default_factors."),
    ),
    "utility_count": (
        N_("There are {count} utilities for {expected_count} levels."),
        N_("Give every level one utility."),
    ),
    "utility_out_of_range": (
        N_("A utility is not between 0 and 1."),
        N_("Change it to a number from 0 to 1."),
    ),
    "utility_not_as_shaped": (
        N_("The utilities do not run as their shape “{shape}” says."),
        N_("Correct the utilities or the shape."),
    ),
    "question_or_factor": (
        N_("The condition does not name exactly one question or one factor."),
        N_("Name one of the two."),
    ),
    "question_without_levels": (
        N_("The question “{given}” has no levels, so that no minimum can be set for it."),
        N_("Use a question with levels."),
    ),
    "minimum_above_target": (
        N_("The minimum {given} is above the target {limit}."),
        N_("Correct one of the two."),
    ),
    "duplicate_id": (
        N_("The id “{given}” is used a second time."),
        N_("Give every entry an id of its own."),
    ),
    "case_in_wrong_file": (
        N_("The case belongs to the field “{given}”, but stands in the file “{file}”."),
        N_("Move it to the file of its field, or correct the field."),
    ),
}

OF_BRIDGES: dict[str, tuple[str, str]] = {
    "bad_reference": (
        N_("“{given}” names no version of a questionnaire."),
        N_("Write its id and version, such as ki-readiness@2026.1."),
    ),
    "bridge_to_itself": (
        N_("“{given}” is this version itself."),
        N_("Name an earlier version, or raise the version in questionnaire.yaml."),
    ),
    "repeated_bridge": (
        N_("There is a second bridge from “{given}”."),
        N_("Keep one bridge from each version."),
    ),
    "no_earlier_version": (
        N_("The version “{given}” is not there."),
        N_("Put its questionnaire.yaml and its folder questions into {folder}."),
    ),
    "another_version": (
        N_("The folder {folder} holds the version “{found}”."),
        N_("Put the files of “{given}” into it."),
    ),
    "unknown_earlier_question": (
        N_("The earlier version has no question “{given}”."),
        N_("Use the id of a question of that version."),
    ),
    "unknown_later_question": (
        N_("This version has no question “{given}”."),
        N_("Use the id of a question of this version."),
    ),
    "question_twice": (
        N_("The question “{given}” stands in a second step of this bridge."),
        N_("Say once what became of it."),
    ),
    "scale_differs": (
        N_("“{given}” has another scale than “{was}”, so that answers cannot be compared."),
        N_("Declare it as changed, or give it the kind and the levels it had."),
    ),
    "undeclared_new": (
        N_("The bridge does not say where the question “{given}” comes from."),
        N_("Add a step: reworded, changed, split, merged or new."),
    ),
    "undeclared_dropped": (
        N_("The bridge does not say what became of the question “{given}”."),
        N_("Add a step: reworded, changed, split, merged or dropped."),
    ),
    "undeclared_scale": (
        N_("The question “{given}” has got another scale, and the bridge does not say so."),
        N_("Add a step that declares it as changed."),
    ),
    "undeclared_wording": (
        N_("The question “{given}” has got other words, and the bridge does not say so."),
        N_("Add a step: reworded where it means the same, else changed."),
    ),
}

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
