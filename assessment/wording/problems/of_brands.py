"""What can be wrong with a brand: its texts, colours and pictures."""

from assessment.wording.catalogue import N_

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
