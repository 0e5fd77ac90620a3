"""What the comments of a blank answer file say."""

from assessment.wording.catalogue import N_, translator

_COMMENTS = {
    "how": N_(
        "Write the number of the level after each question, such as 3. Write unknown if you do not "
        "know and not_applicable where the question does not apply. What stays null is unanswered."
    ),
    "long": N_(
        'With a remark: {{level: 2, comment: "since 2025", evidence: "https://...", '
        'respondent: "IT"}}, or {{state: not_applicable, reason: "..."}}'
    ),
    "municipality": N_(
        "Official key (AGS) in quotes: 8 digits, 5 for a county. Or by hand: "
        '{{name: "...", body: municipality, state: NW, population: 12000}}; '
        "body is one of {bodies}."
    ),
    "date": N_("The date that every result will carry."),
    "evidence": N_("Evidence: {text}"),
    "who": N_("Who can answer: {roles}"),
    "choice": N_("One of:"),
    "several": N_("Any of these, as a list, such as [{example}]:"),
    "number": N_("A number"),
    "number_from": N_("A number, {minimum} at least"),
    "number_to": N_("A number, {maximum} at most"),
    "number_between": N_("A number from {minimum} to {maximum}"),
    "words": N_("A text in quotes; it is not scored."),
    "show_if": N_("Asked only depending on the answer to: {questions}"),
    "factors": N_("What speaks for a way of implementation, for the whole organisation:"),
    "applications": N_(
        "The AI applications you plan, with a priority from 1 to 5 and, if you can say it, the "
        "benefit you expect from 0 (none) to 4 (very large). Remove the hash signs and adapt the "
        "lines. The archetypes are:"
    ),
    "plan": N_("Roadmap: when it starts, how long it runs, how much time there is:"),
    "targets": N_("Levels you want to reach, by topic:"),
}


def blank_comment(key: str, language: str, **values: object) -> str:
    """A comment of the blank answer file."""
    return translator(language).gettext(_COMMENTS[key]).format(**values)
