"""Characters without a shape: told by their codes, or left out where nobody would see them."""

import pytest

from assessment.report.characters import in_reading_order, printable
from assessment.resources import vendor_folder

FONT = vendor_folder() / "chart-fonts" / "FiraSans-Regular.ttf"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Bautzen / Budyšin → 50 % 👍", "Bautzen / Budyšin → 50 % [U+1F44D]"),
        ("e\u0301", "é"),
        ("日本", "[U+65E5, U+672C]"),
        ("👍" * 1000, "[U+1F44D × 1000]"),
        ("a\u202eb\u200b\u200dc\ufeff", "abc"),
        ("Z\u0351\u036ba", "Za"),
        ("a\x00b\x07", "ab"),
        ("1\u20032", "1 2"),
    ],
)
def test_what_has_no_shape_is_told_and_what_nobody_sees_is_left_out(text, shown):
    assert printable(text, FONT) == shown


def test_of_many_the_first_few_are_told():
    told = printable("".join(chr(0x4E00 + at) for at in range(500)), FONT)
    assert told.startswith("[U+4E00, U+4E01, ")
    assert told.endswith(", …]")


def test_a_name_turns_nothing_round_that_stands_beside_it():
    assert in_reading_order("\u202eabc\u2066 1 שלום") == "abc 1 שלום"
