"""What click itself says to a person, listed so that the catalogue holds it in every language."""

from assessment.wording.catalogue import N_


def ungettext(singular: str, plural: str) -> tuple[str, str]:
    """Both messages themselves, marked for translation; the name is one that Babel collects."""
    return singular, plural


MESSAGES = (
    N_("Aborted!"),
    N_("Commands"),
    N_("Could not open file {filename!r}: {message}"),
    N_("Error: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("Invalid value: {message}"),
    N_("Missing argument"),
    N_("Missing command."),
    N_("Missing option"),
    N_("Missing parameter"),
    N_("Missing parameter: {param_name}"),
    N_("No such command {name!r}."),
    N_("No such option {name!r}."),
    N_("Option {name!r} does not take a value."),
    N_("Options"),
    N_("Positional arguments"),
    N_("Show this message and exit."),
    N_("Try '{command} {option}' for help."),
    N_("Usage:"),
    N_("default: {default}"),
    N_("directory"),
    N_("file"),
    N_("path"),
    N_("required"),
    N_("{name} {filename!r} does not exist."),
    N_("{name} {filename!r} is a directory."),
    N_("{name} {filename!r} is a file."),
    N_("{name} {filename!r} is not readable."),
    N_("{name} {filename!r} is not writable."),
    N_("{value!r} is not a valid {number_type}."),
    N_("{value} is not in the range {range}."),
)
PLURALS = (
    ungettext("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    ungettext("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    ungettext(
        "Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."
    ),
    ungettext("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)
