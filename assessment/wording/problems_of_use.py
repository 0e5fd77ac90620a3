"""What can be wrong with the way the tool is called and set up."""

from assessment.wording.catalogue import N_

OF_USE: dict[str, tuple[str, str]] = {
    "no_file": (
        N_("No file was chosen."),
        N_("Choose a file and send the form again."),
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
        N_("Name a folder with files ending in .yaml, .yml or .json."),
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
        N_("Several answer files would be written to this one file."),
        N_("Rename the answer files so that no two have the same name."),
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
    "setting_not_loopback": (
        N_("Without accounts the tool serves this computer only, but it is to listen on {given}."),
        N_("Use 127.0.0.1; everybody in the network could read and change all answers otherwise."),
    ),
}
