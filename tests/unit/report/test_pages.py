"""Pages on their way to the layout engine."""

from assessment.report.pages import with_blanks_apart


def test_no_text_ends_in_a_blank_before_a_note_or_a_link():
    page = (
        "<p>Stand <strong>heute</strong>."
        ' <span class="note">Ohne Gewähr</span>, <a href="#x">mehr</a></p>'
    )
    assert with_blanks_apart(page) == (
        '<p>Stand<strong> heute</strong>.<span class="note"> Ohne Gewähr</span>,'
        '<span> </span><a href="#x">mehr</a></p>'
    )


def test_what_stands_apart_or_may_not_break_stays_as_it_is():
    page = '<td>Text <span class="badge open">Offen</span>\n  <strong>mehr</strong></td>'
    assert with_blanks_apart(page) == page
