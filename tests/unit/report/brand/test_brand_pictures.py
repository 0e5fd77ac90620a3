"""Pictures of a brand: told by content, saved anew, and refused where they could do harm."""

from io import BytesIO

import pytest
from PIL import Image, ImageFile

from assessment.errors import Invalid
from assessment.report.brand.model import Brand
from assessment.report.brand.pictures import as_png, picture_of
from tests.unit.report.brand.pictures import DISC, jpeg, png, saved, svg


def codes(data):
    with pytest.raises(Invalid) as refused:
        picture_of(data)
    return [problem.code for problem in refused.value.problems]


def test_a_picture_is_told_by_its_content():
    assert [picture_of(data).kind for data in (png(), jpeg(), svg())] == [
        "image/png",
        "image/jpeg",
        "image/svg+xml",
    ]


def test_what_can_be_seen_through_stays_so():
    with Image.open(BytesIO(picture_of(png()).data)) as kept:
        assert kept.getpixel((0, 0))[3] == 0


def test_a_photo_is_turned_upright_and_loses_where_it_was_taken():
    exif = Image.Exif()
    exif[0x0112] = 6  # lying on its side
    exif[0x010F] = "Some camera"
    picture = picture_of(jpeg(300, 100, exif=exif))

    assert (picture.width, picture.height) == (100, 300)
    assert b"Some camera" not in picture.data


def test_half_a_picture_is_refused_even_where_another_library_asked_for_leniency(monkeypatch):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    assert codes(png()[:-30]) == ["picture_damaged"]
    assert ImageFile.LOAD_TRUNCATED_IMAGES


def test_what_is_hidden_behind_a_picture_is_gone():
    assert b"<script>" not in picture_of(png() + b"<script>alert(1)</script>").data


def test_a_large_picture_is_made_as_small_as_paper_needs():
    assert picture_of(png(3000, 1500)).width == 1600


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7", "picture_kind"),
        (b"", "picture_kind"),
        (b"<html><body/></html>", "picture_kind"),
        (png()[:-30], "picture_damaged"),
        (jpeg()[:300], "picture_damaged"),
        (svg()[:-5], "picture_damaged"),
        (png() + b" " * 2_000_001, "picture_too_big"),
        (saved(Image.new("1", (5_001, 5_000)), "PNG"), "picture_too_many_pixels"),
        (png(1300, 100), "picture_shape"),
        (png(ink="#ffffff"), "picture_not_seen"),
        (svg('<circle r="9" fill="white"/>'), "picture_not_seen"),
        (svg(frame=""), "svg_without_size"),
        (svg(frame='viewBox="0 0 nan 1"'), "svg_without_size"),
        (svg("<script>1</script>"), "svg_runs"),
        (svg('<g onload="x()"/>'), "svg_runs"),
        (svg("<foreignObject/>"), "svg_runs"),
        (svg('<html xmlns="http://www.w3.org/1999/xhtml"/>'), "svg_runs"),
        (svg("<animate/>"), "svg_runs"),
        (svg("<text>Amt</text>"), "svg_text"),
        (svg("<font/>"), "svg_font"),
        (svg('<image href="data:image/png;base64,AAAA"/>'), "svg_picture"),
        (svg('<use xlink:href="https://example.org/a.svg#b"/>'), "svg_elsewhere"),
        (svg('<path fill="url(https://example.org/#a)"/>'), "svg_elsewhere"),
        (svg("<style>@import 'https://example.org/a.css';</style>"), "svg_elsewhere"),
        (svg("<style>@font-face { src: url(a.woff) }</style>"), "svg_elsewhere"),
        (svg(r'<path style="fill: \75rl(x)"/>'), "svg_elsewhere"),
        (svg("<filter/>"), "svg_unsupported"),
        (svg(before='<!DOCTYPE svg [<!ENTITY a "b">]>'), "svg_declarations"),
        (svg("<g>" * 60 + "</g>" * 60), "svg_too_much"),
        (svg('<g id="a"><use href="#a"/></g>'), "svg_too_much"),
    ],
)
def test_what_cannot_be_used_or_could_do_harm_is_refused(data, code):
    assert codes(data) == [code]


def test_a_few_lines_that_ask_for_millions_of_parts_are_refused():
    tenfold = '<g id="a{}">' + '<use xlink:href="#a{}"/>' * 10 + "</g>"
    parts = "".join(tenfold.format(at, *[at + 1] * 10) for at in range(9))
    assert codes(svg(parts + f'<g id="a9">{DISC}</g>')) == ["svg_too_much"]


def test_everything_against_a_drawing_is_told_at_once():
    assert codes(svg('<script/><text>a</text><path onclick="b"/>')) == [
        "svg_runs",
        "svg_text",
        "svg_runs",
    ]


def test_what_a_drawing_program_notes_for_itself_is_left_out():
    notes = (
        '<metadata>secret</metadata><title>draft 7</title><x:view xmlns:x="urn:x"/>'
        '<a href="https://example.org"><path data-note="1" d="M0 0h9v9z" fill="red"/></a>'
    )
    kept = picture_of(svg(notes, before='<?xml version="1.0"?><!-- made by -->')).data.decode()

    assert kept == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="1600" height="1600">'
        '<g><path d="M0 0h9v9z" fill="red"/></g></svg>'
    )


def test_a_drawing_becomes_pixels_for_documents_that_know_none():
    with Image.open(BytesIO(as_png(picture_of(svg()), longest=500))) as drawn:
        assert drawn.size == (500, 500)


def test_a_brand_is_written_without_the_bytes_of_its_pictures_but_with_their_hash():
    brand = Brand("Office", logo=picture_of(png()))

    assert "PNG" not in repr(brand)
    assert brand.logo.sha256 in repr(brand)
    assert repr(brand) != repr(Brand("Office", logo=picture_of(png(ink="#112233"))))
