"""What can be wrong with rounds of an association, with tables of many bodies and with releases."""

from assessment.wording.catalogue import N_

OF_ROUNDS: dict[str, tuple[str, str]] = {
    "member_twice": (
        N_("{given} is listed twice."),
        N_("Delete one of the lines."),
    ),
    "unknown_member": (
        N_("The register has no municipality and no county “{given}”."),
        N_(
            "Correct the key, in a list in the column ags: 8 digits, 5 for a county. Where several "
            "have the same name, only the key tells them apart. Where the municipality was merged "
            "since, enter the key of the one it belongs to now. The municipality directory of the "
            "Federal Statistical Office holds all keys."
        ),
    ),
    "unknown_district": (
        N_("The register has no district “{given}”."),
        N_(
            "Where a city has the same name as its district, enter the key: five digits, with the "
            "zero at the beginning. 05774 is that of Kreis Paderborn."
        ),
    ),
    "archive_to_unpack": (
        N_("This is an archive."),
        N_("Unpack it and name the folder: only the browser takes archives as they are."),
    ),
    "round_for_answers": (
        N_("This is the folder of a round and holds more than answers."),
        N_(
            "Name the folder contributions in it. What is to be published of a round, assessment "
            "round release makes: figures beside its releases could be subtracted from them."
        ),
    ),
    "member_without_key": (
        N_("The line has no key."),
        N_("Enter the municipality key in the column ags, or delete the whole line."),
    ),
    "no_members": (
        N_("Nobody is a member of this round."),
        N_("Name states, size classes, districts or keys, or a list of members."),
    ),
    "member_gone": (
        N_("{given} was part of an earlier release, but is not a member any more."),
        N_("Leave it among the members and enter it under withdrawn."),
    ),
    "not_a_member": (
        N_("{given} is not a member of this round."),
        N_("Give the eight digits of the municipality key, as the list of members has them."),
    ),
    "withdrawn_no_member": (
        N_("{given} stands under withdrawn, but is not a member of this round."),
        N_("Correct the key, eight digits in quotation marks, or delete the line."),
    ),
    "rate_not_percent": (
        N_("“{given}” is no response rate."),
        N_("Give whole per cents between 1 and 100, separated by commas."),
    ),
    "no_round": (
        N_("This folder holds no round."),
        N_("Check the spelling of the folder; assessment round new FOLDER begins a round."),
    ),
    "round_exists": (
        N_("This folder holds a round already."),
        N_("Choose another folder."),
    ),
    "unknown_column": (
        N_("There is no question “{given}”."),
        N_("Say in the mapping file which question the column holds, or list it under ignore."),
    ),
    "foreign_columns": (
        N_("Nobody knows which questions these columns hold: {columns}."),
        N_(
            "Say so in the mapping file: under columns which question each holds, or under ignore "
            "which to leave out. Where there is none yet, assessment round mapping TABLE -o "
            "mapping.yaml begins it; then add the table with --mapping mapping.yaml."
        ),
    ),
    "mapping_exists": (
        N_("A file of this name exists already."),
        N_("Choose another name: what was entered in it is not overwritten."),
    ),
    "column_twice": (
        N_("A second column holds “{given}”."),
        N_("Delete one of the columns, or list it under ignore in the mapping file."),
    ),
    "no_key_column": (
        N_("No column says whose answers these are."),
        N_("Add a column ags with the municipality key, or name it in the mapping file."),
    ),
    "no_date_column": (
        N_("No column says of which day the answers are."),
        N_("Add a column date, or give one day for all lines as date in the mapping file."),
    ),
    "column_missing": (
        N_("The mapping file names a column “{given}” that the table does not have."),
        N_("Write its name as it stands in the first line, or delete it from the mapping file."),
    ),
    "table_without_lines": (
        N_("The table has a first line with names of columns and no other."),
        N_("Export it again with the answers: one line for each body."),
    ),
    "too_many_cells": (
        N_("The line has more cells than the first line has columns ({limit})."),
        N_("Put texts that contain the separator in quotation marks."),
    ),
    "word_without_meaning": (
        N_("Nobody says which level “{given}” is."),
        N_("Enter {minimum} to {maximum}, or say it under values or codings in the mapping file."),
    ),
    "word_mapped_wrongly": (
        N_("The mapping file says “{level}” for “{given}”, which is no level of this question."),
        N_(
            "Enter {minimum} to {maximum} there, or name the word under unknown, not_applicable or "
            "missing."
        ),
    ),
    "word_in_many_cells": (
        N_("Nobody says which level “{given}” is; it stands in {cells} cells."),
        N_(
            "Say so in the mapping file: which level it is under values or codings; or name it "
            "under unknown, not_applicable or missing."
        ),
    ),
    "table_not_readable": (
        N_("The table cannot be read line by line."),
        N_("Save it again as CSV; a quotation mark that is not closed is the usual reason."),
    ),
    "too_few_contributions": (
        N_("Contributions that count: {given}; a release needs at least {limit}."),
        N_("Wait until more members have taken part."),
    ),
    "too_few_changes": (
        N_(
            "Members that are new, changed or withdrawn since an earlier release: {given}; at "
            "least {limit} are needed."
        ),
        N_("Wait for more: with fewer, their answers could be worked out from the difference."),
    ),
    "unknown_breakdown": (
        N_("“{given}” is no breakdown."),
        N_("Use size_class, state, kind or district; with * between them they are crossed."),
    ),
    "release_refused": (
        N_("A hidden number of members could be narrowed down to between {low} and {high}."),
        N_("Nothing was released. Leave out a breakdown, or raise the minimum."),
    ),
    "no_release": (
        N_("This is no release of a round."),
        N_("Take a file from the folder releases of a round, as the association sent it."),
    ),
    "release_damaged": (
        N_("The release was changed after it was made, or did not arrive whole."),
        N_("Ask the association to send the file once more."),
    ),
    "release_of_other_questionnaire": (
        N_("The release is of the questionnaire {given}; answers to {allowed} cannot be compared."),
        N_("Take a release of a round with the same questionnaire."),
    ),
    "nothing_to_follow": (
        N_("Nothing has been released in this round, so none can follow it."),
        N_("Choose a round with a release, a file with one, or none."),
    ),
    "round_without_release": (
        N_("Nothing has been released in this round yet."),
        N_("Make a release first: assessment round release FOLDER."),
    ),
    "release_too_large": (
        N_("The file is larger than a release may be ({limit} MB)."),
        N_("Ask the association which file is the release."),
    ),
    "kept_release_changed": (
        N_("An earlier release of the round was changed after it was made."),
        N_("Put back the file as it was made; nothing is released until then."),
    ),
    "releases_not_whole": (
        N_("Releases are missing or there twice: those here have the numbers {given}."),
        N_("Put them back as they were made: a new one is checked against all that was published."),
    ),
    "marks_not_readable": (
        N_("What an earlier release rests on is missing or damaged."),
        N_("Put back the file from a backup; without it no later release can be checked."),
    ),
    "key_lost": (
        N_("The key that values of earlier releases are marked with is missing, or is another."),
        N_(
            "Put back the file from a backup. Without it nothing is told of anybody, but a member "
            "that has changed anything is taken to have changed every answer: more figures stay "
            "those of an earlier release."
        ),
    ),
    "round_work_failed": (
        N_("The work could not be finished: {reason}"),
        N_("Try once more. What was kept before is still there."),
    ),
    "package_into_round": (
        N_("This is the folder of a round: what members handed in would lie beside the package."),
        N_("Choose another folder, or a file ending in .zip."),
    ),
    "publisher_missing": (
        N_("Nobody is named as publisher."),
        N_("Enter who publishes."),
    ),
    "email_not_one": (
        N_("“{given}” is no e-mail address."),
        N_("Enter one such as post@example.org, or none."),
    ),
    "address_not_one": (
        N_("“{given}” is no web address."),
        N_("Enter one that begins with https://, or none."),
    ),
}
