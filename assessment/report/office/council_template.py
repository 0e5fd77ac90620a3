"""The council paper's own Word template; an office may replace it by one in its own look."""

from assessment.recommendation.model import Route
from assessment.report.brand.contrast import Palette
from assessment.report.office.word_template import WordTemplate
from assessment.wording import name, translator

_JOINED = " {{ one.speaks_for|join(', ') }}"


def council_template(language: str, palette: Palette | None = None) -> bytes:
    """The template as DOCX: headings and sentences in the language, fields in double braces."""
    return _Template(language, palette).bytes()


class _Template:
    def __init__(self, language: str, palette: Palette | None) -> None:
        self._language = language
        self._ = _ = translator(language).gettext
        office = "{% if office %}{{ office }} · {% endif %}"
        self._word = WordTemplate(
            _("Council paper on artificial intelligence"),
            head="{{ coat_of_arms }}\t{{ logo }}",
            foot=f"{office}{{{{ municipality }}}} · {{{{ date }}}} · ",
            language=language,
            palette=palette,
        )

    def bytes(self) -> bytes:
        for part in (
            self._head,
            self._resolution,
            self._facts,
            self._recommendations,
            self._alternatives,
            self._costs,
            self._duties,
            self._steps,
            self._office,
            self._sources,
        ):
            part()
        return self._word.bytes()

    def _head(self) -> None:
        _ = self._
        self._word.text(_("Council paper"), style="Title")
        self._word.control("if standing")
        self._word.small("{{ standing }}")
        self._word.control("endif")
        rows = (
            (_("Body"), "{{ municipality }}"),
            (_("Subject"), _("Use of artificial intelligence: where we stand and what comes next")),
            (_("Date of the self-assessment"), "{{ date }}"),
        )
        table = self._word.grid(len(rows), (5.0, 11.0))
        for row, (what, text) in zip(table.rows, rows, strict=True):
            self._word.strong(row.cells[0], what)
            row.cells[1].text = text
        self._word.close("")
        self._word.own("head", _("Number, office in charge, committees and dates of meetings"))
        self._word.only_if("note", "{{ note }}")
        self._word.texts("intro")

    def _resolution(self) -> None:
        _ = self._
        self._word.heading(_("Proposed resolution"))
        self._word.text(
            _("The council takes note of the self-assessment of {{ date }}."), style="List Number"
        )
        self._word.control("for one in advised")
        self._word.text(
            _("“{{ one.title }}” is to be prepared on this route: {{ one.route }}."),
            style="List Number",
        )
        self._word.control("endfor")
        self._word.control("for one in waiting")
        self._word.text(
            _(
                "For “{{ one.title }}” no route is open yet ({{ one.route }}); what is missing is "
                "to be dealt with first."
            ),
            style="List Number",
        )
        self._word.control("endfor")
        self._word.control("if steps")
        self._word.text(
            _(
                "The measures named below are to be carried out from {{ plan }} ({{ days }} "
                "person-days). The administration reports once a year."
            ),
            style="List Number",
        )
        self._word.control("endif")
        self._word.own("resolution", _("Your own wording of the resolution"))

    def _facts(self) -> None:
        _ = self._
        self._word.heading(_("Facts"))
        self._word.text(
            _(
                "{{ municipality }} has assessed itself with the questionnaire "
                "{{ questionnaire }}; {{ coverage }} of the questions are answered. Points run "
                "from 0 to 100; the range shows what open answers could still change."
            )
        )
        self._word.table(
            "dimensions",
            (
                (_("Dimension"), "{{ row.title }}", 6.0),
                (_("Points"), "{{ row.score }}", 2.5),
                (_("Range"), "{{ row.range }}", 3.0),
                (_("Level"), "{{ row.level }}", 4.5),
            ),
        )
        self._word.only_if("changes", "{{ changes }}")
        self._word.only_if("benchmark", "{{ benchmark }}")
        self._word.own(
            "facts", _("Your own account of the occasion and of what has been done so far")
        )

    def _recommendations(self) -> None:
        _ = self._
        self._word.heading(_("Recommendation per application"))
        self._word.control("if applications")
        self._word.table(
            "applications",
            (
                (_("Application"), "{{ row.title }}", 5.1),
                (_("Route"), "{{ row.route }}", 4.4),
                (_("Suitability"), "{{ row.suitability }}", 2.9),
                (_("Firmness"), "{{ row.firmness }}", 3.6),
            ),
        )
        self._word.control("for one in applications")
        self._word.text("{{ one.title }}", style="Heading 2")
        self._word.lead("{{ one.trials }} {{ one.too_close }}")
        self._word.only_if("one.speaks_for", _("For it speak:") + _JOINED)
        self._word.only_if(
            "one.condition_numbers",
            _(
                "Conditions to be met before it goes live: {{ one.condition_numbers }} of the "
                "list below."
            ),
        )
        self._word.list("one.clarify", _("To be clarified first:"))
        self._word.control("endfor")
        self._word.control("else")
        self._word.text(_("No application is planned yet."))
        self._word.control("endif")

    def _alternatives(self) -> None:
        _ = self._
        self._word.heading(_("Alternatives examined"))
        self._word.text(
            _(
                "Four routes were examined for each application. Suitability runs from 0 to 100; "
                "the numbers after it say which requirements of the list below are not met."
            )
        )
        self._word.control("if applications")
        self._word.table(
            "applications",
            (
                (_("Application"), "{{ row.title }}", 4.4),
                *(
                    (name("route", route, self._language), f"{{{{ row.beside[{place}] }}}}", 2.9)
                    for place, route in enumerate(Route)
                ),
            ),
        )
        self._word.control("endif")
        self._word.control("if requirements")
        self._word.lead(_("Requirements that are not met on a route:"))
        self._word.control("for text in requirements")
        self._word.close("({{ loop.index }}) {{ text }}")
        self._word.control("endfor")
        self._word.control("endif")
        self._word.own("alternatives", _("Your own appraisal of the alternatives"))

    def _costs(self) -> None:
        _ = self._
        self._word.heading(_("Financial effects"))
        self._word.text("{{ cost_note }}")
        self._word.control("for one in applications")
        self._word.list("one.costs", "{{ one.title }}", size=9)
        self._word.control("endfor")
        self._word.control("if steps")
        self._word.text(_("The measures below take {{ days }} of {{ room }} person-days."))
        self._word.control("endif")
        self._word.own("costs", _("Funds in the budget, coverage and follow-up costs"))

    def _duties(self) -> None:
        _ = self._
        self._word.heading(_("Data protection and AI Act"))
        self._word.list("data_protection", _("Still to be met:"))
        self._word.control("for one in applications")
        self._word.only_if("one.ai_act", "{{ one.title }}: {{ one.ai_act }}")
        self._word.control("endfor")
        self._word.list("laws", _("Legal grounds of the minimum requirements (no legal advice):"))
        self._word.own("data_protection", _("Statement of the data protection officer"))
        self._word.heading(_("Staff council"))
        self._word.text(_("State of the self-assessment: {{ staff_council }}"))
        self._word.own("staff_council", _("Participation of the staff council"))

    def _steps(self) -> None:
        _ = self._
        self._word.heading(_("Next steps"))
        self._word.list("obstacles", "")
        self._word.control("if steps")
        self._word.table(
            "steps",
            (
                (_("Quarter"), "{{ row.when }}", 2.8),
                (_("Measure"), "{{ row.title }}", 5.2),
                (_("Responsible"), "{{ row.responsible }}", 5.3),
                (_("Person-days"), "{{ row.days }}", 2.7),
            ),
        )
        self._word.control("else")
        self._word.text(_("No measure is needed for what is advised and aimed for."))
        self._word.control("endif")
        self._word.own("steps", _("Further steps"))

    def _office(self) -> None:
        self._word.texts("closing")
        self._word.control("if office")
        self._word.heading(self._("Contact"))
        self._word.lines("[signer] + contact")
        self._word.control("if imprint")
        self._word.heading(self._("Imprint"))
        self._word.texts("imprint")
        self._word.control("endif")
        self._word.control("endif")

    def _sources(self) -> None:
        self._word.heading(self._("Basis"))
        for text in (
            "{{ model_note }}",
            "{{ attribution }}",
            "{{ tool_version }} · {{ model_hash }}",
        ):
            self._word.small(text)
