"""What can be wrong with the form of a file, and with an answer file."""

from assessment.wording.catalogue import N_

Table = dict[str, tuple[str, str]]

_FOR_EVERY_KEY = N_("Correct its spelling, or remove it.")

OF_FILES: Table = {
    "file_not_found": (
        N_("The file does not exist."),
        N_("Check the folder and the spelling of the name."),
    ),
    "file_is_folder": (
        N_("This is a folder, not a file."),
        N_("Name a file inside it."),
    ),
    "file_not_readable": (
        N_("The file cannot be read."),
        N_("Check that you have the right to read it."),
    ),
    "file_too_large": (
        N_("The file is larger than {limit} MB."),
        N_("Check that it is the right file; an answer file is far smaller."),
    ),
    "file_empty": (
        N_("The file is empty."),
        N_("Store it once more. Answers begin with what assessment template -o FILE.yaml writes."),
    ),
    "not_utf8": (
        N_("The file is not encoded in UTF-8."),
        N_("Save it again with the encoding UTF-8; editors ask for it under “Save as”."),
    ),
    "bad_character": (
        N_("Here stands the character {character}, which cannot be displayed."),
        N_("Delete it; such characters come in when text is copied from other programs."),
    ),
    "yaml_syntax": (
        N_("This is not valid YAML (column {column})."),
        N_(
            "Check indentation, quotes, colons and brackets here and on the line before. "
            "A text with a colon or a hash sign needs quotes."
        ),
    ),
    "yaml_tab": (
        N_("A tab stands where YAML allows spaces only."),
        N_("Replace it with spaces."),
    ),
    "json_syntax": (
        N_("This is not valid JSON (column {column})."),
        N_("Check commas, quotes and brackets here and on the line before."),
    ),
    "too_deep": (
        N_("The file is nested more than {limit} levels deep."),
        N_("Write it flatter; an answer file needs four levels."),
    ),
    "too_many_values": (
        N_("The file holds more than {limit} values."),
        N_("Check that it is the right file; an answer file holds far fewer."),
    ),
    "several_documents": (
        N_("A second document begins here."),
        N_("Write one document per file and delete the line with the three hyphens."),
    ),
    "yaml_alias": (
        N_("“{given}” refers to another place in the file, which is not accepted."),
        N_("Write the value itself here; a text that begins with an asterisk needs quotes."),
    ),
    "yaml_tag": (
        N_("The type marker “{given}” is not accepted."),
        N_("Write the value only; a text that begins with an exclamation mark needs quotes."),
    ),
    "yaml_key": (
        N_("A key has to be a simple text."),
        N_("Write one word with a colon after it."),
    ),
    "yaml_yes_no": (
        N_("“{given}” without quotes is a text for some programs and true or false for others."),
        N_('Put a text in quotes: "{given}"'),
    ),
    "leading_zero": (
        N_("{given} without quotes is read as an octal number."),
        N_('If it is a key such as an AGS, put it in quotes: "{given}"'),
    ),
    "unusable_number": (
        N_("“{given}” cannot be used as a number."),
        N_("Write a number of ordinary size; a long key belongs in quotes."),
    ),
    "repeated_key": (
        N_("“{given}” stands here a second time."),
        N_("Keep the one that is right and delete the other."),
    ),
    "unknown_key": (
        N_("The key “{given}” is not known here."),
        N_("Correct its spelling, or remove it."),
    ),
    "missing_key": (
        N_("The key “{key}” is missing."),
        N_("Add it with its value."),
    ),
    "wrong_type": (
        N_("Here stands “{given}”, but {expected} is needed."),
        N_("Change it; a text that looks like a number or a date belongs in quotes."),
    ),
    "not_one_of": (
        N_("“{given}” is not possible here."),
        "",
    ),
    "too_small": (
        N_("{given} is too small."),
        N_("The smallest number possible is {limit}."),
    ),
    "too_large": (
        N_("{given} is too large."),
        N_("The largest number possible is {limit}."),
    ),
    "not_above": (
        N_("{given} is too small."),
        N_("Enter a number above {limit}."),
    ),
    "out_of_range": (
        N_("{given} is outside the range."),
        N_("Enter a whole number from {minimum} to {maximum}."),
    ),
    "too_few": (
        N_("Entries are missing here."),
        N_("At least {limit} are needed."),
    ),
    "too_many": (
        N_("There are too many entries."),
        N_("At most {limit} are possible."),
    ),
    "empty_text": (
        N_("The text is empty."),
        N_("Write a text."),
    ),
    "text_too_long": (
        N_("The text has {count} characters."),
        N_("Shorten it to {limit} characters at most."),
    ),
    "bad_id": (
        N_("“{given}” cannot be used as an id."),
        N_("Use at most 64 letters without accents, digits, full stops, hyphens or underscores."),
    ),
    "repeated_id": (
        N_("The id “{given}” is used a second time."),
        N_("Give every entry an id of its own."),
    ),
    "repeated_item": (
        N_("“{given}” stands in the list twice."),
        N_("Remove one of them."),
    ),
    "not_valid": (
        N_("“{given}” cannot be used here."),
        N_("Compare this place with a file of the questionnaire that comes with the tool."),
    ),
}

OF_ANSWERS: Table = {
    "other_questionnaire": (
        N_("The file belongs to the questionnaire “{given}”, which is not the one in use."),
        N_("Transfer the answers to a blank file of the questionnaire in use."),
    ),
    "other_version": (
        N_("The file was written for another version of the questionnaire: “{given}”."),
        N_(
            "Where that version is newer than the one possible here, install the newer tool; else "
            "transfer the answers to a new blank file, as questions may have changed."
        ),
    ),
    "earlier_version_not_whole": (
        N_("The file is of “{given}”; of this version only the questions are here, no model."),
        N_("Copy the whole folder of that version to {folder}, not only its questions."),
    ),
    "municipality_form": (
        N_("“{given}” does not say which organisation answers."),
        N_("Write the key ags with the AGS in quotes below it, or name, body, state, population."),
    ),
    "ags_unquoted": (
        N_("The AGS {given} stands without quotes and is read as a number."),
        N_('Put it in quotes: "{quoted}"'),
    ),
    "bad_ags": (
        N_("“{given}” is not an AGS."),
        N_("Write 8 digits for a municipality or 5 for a county, in quotes."),
    ),
    "unknown_ags": (
        N_("The register has no municipality and no county with the AGS “{given}”."),
        N_(
            "Check the digits. A municipality that was merged since has no key of its own any "
            "more: enter that of the one it belongs to now, also in the list of members of a "
            "round. Describe what has no key by name, body, state and population."
        ),
    ),
    "bad_date": (
        N_("“{given}” is not a date."),
        N_("Write year, month and day, such as 2026-11-22."),
    ),
    "date_out_of_range": (
        N_("The date {given} cannot be right."),
        N_("Enter a date from 2000 to 2099."),
    ),
    "not_a_level": (
        N_("“{given}” is not a level."),
        N_("Enter a whole number from {minimum} to {maximum}, without quotes."),
    ),
    "level_out_of_range": (
        N_("There is no level {given}."),
        N_("Enter a level from {minimum} to {maximum}."),
    ),
    "value_and_state": (
        N_("“{key}” and “state” contradict each other."),
        N_("Keep the one that is right."),
    ),
    "reason_without_state": (
        N_("A reason is given, but the answer is neither unknown nor not_applicable."),
        N_("Write the text under comment, or add the state."),
    ),
    "unknown_state": (
        N_("“{given}” is not a state that can be given to an answer."),
        "",
    ),
    "not_applicable_not_allowed": (
        N_("The question {question} cannot be answered with not_applicable."),
        N_("Choose the level that is true, if need be the lowest, or write unknown."),
    ),
    "no_word_document": (
        N_("This is no Word document."),
        N_("Use a file in the format DOCX."),
    ),
    "template_not_filled": (
        N_("The Word template cannot be filled in: {reason}"),
        N_("Use only the fields of the template that assessment template -o paper.docx writes."),
    ),
    "no_answer_book": (
        N_("This is no workbook with answers."),
        N_("Use the one that assessment template -o answers.xlsx writes, or an exported one."),
    ),
    "sheet_missing": (
        N_("The sheet “{sheet}” is not there."),
        N_("Give the sheet its name again, or take its answers over into a new workbook."),
    ),
    "row_missing": (
        N_("The row of the question {row} is not there."),
        N_("Undo the deletion, or take the answers over into a new workbook."),
    ),
    "row_twice": (
        N_("The row {row} stands there twice."),
        N_("Delete the one that does not count."),
    ),
    "not_in_list": (
        N_("“{given}” is not in the list of this cell."),
        N_("Choose an entry of the list; of a level its number will do."),
    ),
    "empty_cell": (
        N_("This cell is empty."),
        N_("Fill it in. A body that is in the register needs nothing but its key."),
    ),
    "nothing_in_list": (
        N_("Nothing is chosen here."),
        N_("Choose an entry of the list of this cell."),
    ),
    "unknown_question": (
        N_("There is no question “{given}”."),
        N_("Use the id of a question; the file that assessment template writes has them all."),
    ),
    "unknown_option": (
        N_("There is no option “{given}”."),
        N_("Use the id of an option of this question."),
    ),
    "unknown_factor": (
        N_("There is no factor “{given}” here."),
        N_("Use the id of a factor; at the top of the file only those of the organisation fit."),
    ),
    "unknown_archetype": (
        N_("There is no kind of application called “{given}”."),
        N_("Use the id of an archetype, or null for an application of your own."),
    ),
    "unknown_field": (N_("There is no field of work called “{given}”."), ""),
    "unknown_technology": (N_("There is no technology called “{given}”."), ""),
    "unknown_trait": (N_("There is no trait called “{given}”."), _FOR_EVERY_KEY),
    "unknown_ai_act_class": (N_("There is no AI Act class called “{given}”."), _FOR_EVERY_KEY),
    "unknown_target": (
        N_("“{given}” is neither a topic nor a question with levels."),
        N_("Use the id of a topic, such as data.catalogue."),
    ),
    "bad_quarter": (
        N_("“{given}” is not a quarter."),
        N_("Write year and quarter, such as 2027-Q1."),
    ),
    "own_application_incomplete": (
        N_("An application without an archetype needs “{key}”."),
        N_("Add it, or name an archetype."),
    ),
    "only_own_application": (
        N_("“{key}” is settled by the archetype."),
        N_("Remove it, or set archetype to null for an application of your own."),
    ),
}
