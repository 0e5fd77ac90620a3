"""What can be wrong with the way the tool is called and set up."""

from assessment.wording.catalogue import N_

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

_TEXT_NEEDS = N_(
    "Text needs at least 4.5:1, or many people cannot read it (WCAG 2.2, criterion 1.4.3). The "
    "nearest colour that can be used is {nearest}."
)

OF_BRANDS: dict[str, tuple[str, str]] = {
    "bad_colour": (
        N_("“{given}” is no colour."),
        N_('Write six digits from 0 to f after a hash sign, in quotes: "#004b76"'),
    ),
    "colour_unquoted": (
        N_("No colour is read here: without quotes a hash sign begins a comment."),
        N_('Put the colour in quotes: "#004b76"'),
    ),
    "colour_too_light": (
        N_("The colour {given} has a contrast of {ratio}:1 only to white paper and white text."),
        _TEXT_NEEDS,
    ),
    "colours_too_alike": (
        N_("Text in {given} on {behind} has a contrast of {ratio}:1 only."),
        _TEXT_NEEDS,
    ),
    "bad_email": (
        N_("“{given}” is not an e-mail address."),
        N_("Write it like office@example.org."),
    ),
    "bad_web": (
        N_("“{given}” is not a web address."),
        N_("Write it like www.example.org or https://www.example.org/contact."),
    ),
    "unknown_place_in_text": (
        N_("Nothing can be filled in for {given}."),
        N_("Correct its spelling, or write it without braces."),
    ),
    "no_brand": (
        N_("This file holds no brand."),
        N_("Start from a blank one: assessment template -o brand.yaml"),
    ),
    "picture_path": (
        N_("“{given}” is not the path of a picture beside this file."),
        N_("Put the picture into the same folder and write its name; nothing is ever fetched."),
    ),
    "picture_missing": (
        N_("The picture “{given}” is not there, or cannot be read."),
        N_("Check its name and its folder, seen from this file."),
    ),
    "picture_kind": (
        N_("This is no picture that can be used."),
        N_("The content counts, not the name. Save the picture as PNG, JPEG or SVG."),
    ),
    "picture_damaged": (
        N_("The picture is damaged or was not saved completely."),
        N_("Open it in a program for pictures and save it anew."),
    ),
    "picture_too_big": (
        N_("The file of the picture is larger than {limit} MB."),
        N_("Save it smaller: 1,600 pixels on the longer side are enough for print."),
    ),
    "picture_too_many_pixels": (
        N_("The picture has more than {limit} million pixels."),
        N_("Save it smaller: 1,600 pixels on the longer side are enough for print."),
    ),
    "picture_shape": (
        N_("One side of the picture is more than {limit} times as long as the other."),
        N_("Use a version of it that is not as long and narrow."),
    ),
    "picture_not_seen": (
        N_("On white paper nothing of this picture can be seen."),
        N_("Use the version for light backgrounds; this one is made for dark ones."),
    ),
    "template_unknown_field": (
        N_("The template names “{given}”, which no council paper has."),
        N_("Use only the fields of the tool's own template."),
    ),
    "template_fetches": (
        N_("Opened in Word, the template would fetch something from elsewhere: “{given}”."),
        N_("Embed the picture, or remove the link to another template, and save it anew."),
    ),
    "brand_alt_too_long": (
        N_("The text has {count} characters."),
        N_("One or two short sentences that say what can be seen are enough."),
    ),
    "svg_without_size": (
        N_("The SVG does not say how large it is."),
        N_("Export it with width and height or with a viewBox."),
    ),
    "svg_runs": (
        N_("The SVG holds something that acts: “{given}”."),
        N_("Export it as plain SVG without scripts, animations and foreign content."),
    ),
    "svg_text": (
        N_("The SVG holds text, which would look different on every computer."),
        N_("Convert the text to paths in your drawing program and export it again."),
    ),
    "svg_font": (
        N_("The SVG brings a font along."),
        N_("Convert the text to paths in your drawing program and export it again."),
    ),
    "svg_picture": (
        N_("The SVG holds another picture."),
        N_("Save the logo as PNG instead, or draw it with paths only."),
    ),
    "svg_elsewhere": (
        N_("The SVG refers to something outside of itself: “{given}”."),
        N_("Export it as plain SVG with everything inside; nothing is ever fetched."),
    ),
    "svg_unsupported": (
        N_("The SVG uses “{given}”, which not every document can show."),
        N_("Export it as plain SVG with paths and fills only, or save it as PNG."),
    ),
    "svg_declarations": (
        N_("The SVG defines abbreviations of its own (ENTITY)."),
        N_("Export it as plain SVG; your drawing program has that as a format of its own."),
    ),
    "svg_too_much": (
        N_("The SVG holds far more parts than a logo needs."),
        N_("Simplify it, or save it as PNG."),
    ),
}
