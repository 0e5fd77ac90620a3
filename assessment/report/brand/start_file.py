"""A brand file to start from: every key with what it is for, all but the name at rest."""

from textwrap import fill

from assessment.report.brand.model import LONGEST_TEXT
from assessment.wording import translator

_WIDTH = 96
_NAME = {"de": 'name: "Digitalamt"', "en": 'name: "Office for Digital Affairs"'}
_PICTURES = """\
# logo:
#   file: logo.svg
#   alt: {de: "Logo der Beratung", en: "Logo of the consultancy"}
# coat_of_arms:
#   file: wappen.png"""
_COLOURS = """\
# colours:
#   accent: "#004b76"
#   on_accent: "#ffffff\""""
_CONTACT = """\
# contact:
#   name: "Digitalamt"
#   street: "Rathausplatz 1"
#   place: "12345 Musterstadt"
#   email: "digital@example.org"
#   phone: "+49 30 1234-0"
#   web: "www.example.org\""""
_TEXTS = """\
# intro:
#   de: |
#     Dieser Bericht wurde für {municipality} erstellt (Stand {date}).
#
#     - erster Punkt
#     - zweiter Punkt
#   en: |
#     This report was made for {municipality} (as of {date}).
#
#     - first point
#     - second point
# closing:
#   de: Wir beraten Sie gern zu den nächsten Schritten.
#   en: We are glad to advise you on the next steps.
# imprint:
#   de: |
#     Beratung Muster GmbH
#     Amtsgericht Musterstadt, HRB 12345
#   en: |
#     Beratung Muster GmbH
#     Local Court Musterstadt, HRB 12345"""


def blank_brand(language: str) -> str:
    """The text of the file; it is a brand already once the name is filled in."""
    _ = translator(language).gettext
    head = _(
        "How reports look and who signs them: assessment report … --brand FILE. Everything but the "
        "name may be left out. Check the file with: assessment check FILE. To use an entry, remove "
        "the hash sign before it."
    )
    pictures = _(
        "Pictures lie beside this file: PNG, JPEG or SVG. “alt” says what they show to those who "
        "do not see them; without it the name is used. The logo is that of whoever makes the "
        "report, the coat of arms that of the body that is reported on."
    )
    colours = _(
        "Colour of heads, lines and charts, and of text on it. Quotes are needed. The contrast "
        "must be at least 4.5:1; otherwise the nearest usable colour is told."
    )
    texts = _(
        "Texts of your own, each in both languages: before the summary, at the end, and the "
        "imprint. An empty line begins a new paragraph, a hyphen an item of a list. "
        "{municipality} and {date} are filled in. At most %(limit)s characters each."
    )
    parts = (
        (_("Name of the office; it stands at the foot of every page."), _NAME[language]),
        (pictures, _PICTURES),
        (colours, _COLOURS),
        (_("Whom to ask; on the last page of the report and the last slide."), _CONTACT),
        (texts % {"limit": LONGEST_TEXT}, _TEXTS),
    )
    told = "".join(f"\n{_comment(why)}\n{entry}\n" for why, entry in parts)
    return f"{_comment(head)}\n{told}"


def _comment(text: str) -> str:
    """The text as lines of comment."""
    return fill(text, _WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False)
