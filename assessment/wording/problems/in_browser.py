"""What to do in the browser, where the usual remedy names a command."""

from collections.abc import Mapping

from assessment.wording.catalogue import N_

IN_BROWSER: Mapping[str, str] = {
    "file_empty": N_(
        "Store it once more. Answers begin with a file that has every question: open an assessment "
        "and choose “Store answers as a workbook (Excel)”, or as a file (YAML)."
    ),
    "no_answer_book": N_(
        "Use one that this tool has written: open an assessment and choose “Store answers as a "
        "workbook (Excel)”."
    ),
    "unknown_question": N_(
        "Use the id of a question; the file that an assessment stores under “Store answers as a "
        "file (YAML)” has them all."
    ),
    "template_not_filled": N_(
        "Use only the fields of the template that the page of a brand stores under “Store the "
        "template of the tool”."
    ),
    "foreign_columns": N_(
        "Say so in a mapping file, and under ignore which columns to leave out. The example on the "
        "page of the contributions shows what it looks like; add it together with the table."
    ),
}
"""By code; see `PROBLEMS` for all others."""
