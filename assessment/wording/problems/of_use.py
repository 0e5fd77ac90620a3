"""What can be wrong with the way the tool is called and set up."""

from assessment.wording.catalogue import N_

# What the system says of files, which is English everywhere.
REASONS = (
    N_("Disk quota exceeded"),
    N_("File exists"),
    N_("File name too long"),
    N_("File too large"),
    N_("Is a directory"),
    N_("No space left on device"),
    N_("Not a directory"),
    N_("Operation not permitted"),
    N_("Permission denied"),
    N_("Read-only file system"),
)

OF_USE: dict[str, tuple[str, str]] = {
    "no_file": (
        N_("No file was chosen."),
        N_("Choose a file and send the form again."),
    ),
    "before_earlier": (
        N_("The date {given} lies before {limit}, that of the assessment to be followed."),
        N_("Choose the same day or a later one."),
    ),
    "client_name": (
        N_("The name is missing or too long."),
        N_("Enter a name of at most {limit} characters."),
    ),
    "client_renamed": (
        N_("Meanwhile this client was renamed to “{given}”."),
        N_("Nothing was stored. Rename it again to put your name in place of that."),
    ),
    "client_note": (
        N_("The note is empty or too long."),
        N_("Write something, at most {limit} characters."),
    ),
    "clients_to_compare": (
        N_("Two to eight clients can be compared; {given} were chosen."),
        N_("Tick two to eight clients in the list."),
    ),
    "import_too_many": (
        N_("These are more than {limit} files; from this one on none was read."),
        N_("Send the rest in another import."),
    ),
    "import_too_large": (
        N_("The files are larger than {limit} MB together; from this one on none was read."),
        N_("Send the rest in another import."),
    ),
    "import_encrypted": (
        N_("The file is protected by a password."),
        N_("Pack the archive again without a password."),
    ),
    "import_damaged": (
        N_("The file cannot be taken out of the archive."),
        N_("Pack the archive again as an ordinary ZIP file."),
    ),
    "archive_damaged": (
        N_("The archive cannot be opened."),
        N_("Pack the files again as an ordinary ZIP file, or send them by themselves."),
    ),
    "archive_empty": (
        N_("There is no file in the archive."),
        N_("Check whether it is the right one, or send the files by themselves."),
    ),
    "import_unread": (
        N_("The file could not be read to its end."),
        N_("Open the file, save it anew and send it again by itself."),
    ),
    "import_kind": (
        N_("This is no answer file."),
        N_("Answer files end in .yaml, .yml, .json or .xlsx; archives in archives are not read."),
    ),
    "attachment_empty": (
        N_("The file is empty."),
        N_("Choose another file."),
    ),
    "attachment_kind": (
        N_("A file of this kind cannot be attached."),
        N_("The content counts, not the name; save the file in one of these formats."),
    ),
    "attachment_damaged": (
        N_("The file is damaged or was not saved completely."),
        N_("Open it, save it anew and attach it again."),
    ),
    "attachment_macros": (
        N_("The file holds macros or other parts that can be run."),
        N_("Save it without macros (as .xlsx or .docx) and attach it again."),
    ),
    "attachment_bomb": (
        N_("Unpacked, the file would be far too large."),
        N_("Attach only the part that is the evidence, or save it as PDF."),
    ),
    "attachment_locked": (
        N_("The file opens with a password only."),
        N_("Save it without a password, so that your colleagues can read it too."),
    ),
    "attachment_too_big": (
        N_("The file is too large: it may have {limit} MB at most."),
        N_("Attach only the part that is the evidence, or reduce the pictures in it."),
    ),
    "attachments_too_big": (
        N_("With this file the attachments of this assessment would exceed {limit} MB together."),
        N_("Remove attachments that are no longer needed, or link the file instead."),
    ),
    "opinion_of_nobody": (
        N_("It does not say whose opinion it is."),
        N_("Enter a role or unit, for example IT."),
    ),
    "opinion_says_nothing": (
        N_("Neither an answer nor a comment was given."),
        N_("Choose an answer or write a comment."),
    ),
    "file_differs": (
        N_("A file of this name exists already and has other contents."),
        N_("Choose another folder, or move the file away first."),
    ),
    "file_not_writable": (
        N_("The file cannot be written ({reason})."),
        N_("Check that the folder exists, that you may write there, and that there is room."),
    ),
    "folder_without_answers": (
        N_("The folder holds no answer files."),
        N_("Name a folder with files ending in .yaml, .yml, .json or .xlsx; rounds take .csv too."),
    ),
    "nothing_to_explain": (
        N_("Nothing here has the id “{given}”."),
        N_("Name a question, a topic, a dimension or a planned application by its id."),
    ),
    "port_taken": (
        N_("Something else is listening on port {port} already."),
        N_("Stop it, or choose another port with --port."),
    ),
    "same_target": (
        N_("Several answer files would be written to the one file {target}."),
        N_("Choose --names so that no two have the same name."),
    ),
    "workbook_locked": (
        N_("This is a workbook with a password, or one as Excel stored them before 2007 (xls)."),
        N_("Open it, take the password away, and save it as a workbook ending in .xlsx."),
    ),
    "text_for_workbook": (
        N_("The name ends in .xlsx, but this is text and no workbook."),
        N_(
            "Save it as a workbook in your spreadsheet program, or give it the ending of what it "
            "is: .csv for a table, .yaml or .json for an answer file."
        ),
    ),
    "no_text_for_table": (
        N_("This is no table as text: it holds characters that texts do not have."),
        N_("Open it in the program it comes from and save the table as CSV (UTF-8)."),
    ),
    "pdf_for_answers": (
        N_("This is a PDF and no file with answers."),
        N_("Take the answer file (.yaml, .json) or the workbook (.xlsx) it was made from."),
    ),
    "pdf_without_answers": (
        N_("This PDF holds no answers."),
        N_("Name an answer file, or a report that this tool has made: it carries its answers."),
    ),
    "folder_without_earlier": (
        N_("The folder holds no earlier answer file and no report."),
        N_("Put those of the earlier survey into it: .yaml, .json, .xlsx or our .pdf."),
    ),
    "not_made": (
        N_("The document could not be made: {reason}"),
        N_("Try again; if it happens again, pass this on to those who look after the tool."),
    ),
    "nothing_chosen": (
        N_("No assessment is chosen."),
        N_("Tick at least one, or take all that fit."),
    ),
    "assessment_gone": (
        N_("The assessment was deleted meanwhile."),
        "",
    ),
    "assessment_damaged": (
        N_("What is kept of this assessment is not what was submitted."),
        N_("Open its result: it says what was found."),
    ),
    "questionnaire_not_kept": (
        N_("The questionnaire version of this assessment is not kept here."),
        N_("Open its answers in the tool version that it was filled in with."),
    ),
    "not_offered": (N_("“{given}” is not offered here."), ""),
    "unknown_part": (N_("A report has no part “{given}”."), ""),
    "bad_name_pattern": (
        N_("“{given}” is no pattern for names."),
        N_('Use only these fields, and none of < > : " / \\ | ? *: {fields}.'),
    ),
    "database_newer": (
        N_("A newer version of this tool has changed this database."),
        N_("Use the newer version, or name another place with ASSESSMENT_DATA."),
    ),
    "database_unusable": (
        N_("The database cannot be used ({reason})."),
        N_("Check that the file is a database of this tool and that you may write there."),
    ),
    "setting_number": (
        N_("“{given}” is not a whole number above 0."),
        N_("Correct this environment variable, or remove it: then the default counts."),
    ),
    "setting_port": (
        N_("There is no port {given}."),
        N_("Choose a number from 1 to 65535."),
    ),
    "setting_email": (
        N_("“{given}” is not an e-mail address."),
        N_("Write it like office@example.org, or remove this environment variable."),
    ),
    "setting_too_long": (
        N_("This text is too long: it may have {most} letters at most."),
        N_("Shorten it, or put a link to the full text in its place."),
    ),
    "setting_operator": (
        N_("Details of an operator are set, but not the operator's name."),
        N_("Set ASSESSMENT_OPERATOR to the name that is to stand in the imprint."),
    ),
    "setting_not_loopback": (
        N_("Without accounts the tool serves this computer only, but it is to listen on {given}."),
        N_("Use 127.0.0.1; everybody in the network could read and change all answers otherwise."),
    ),
}
