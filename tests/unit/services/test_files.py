"""What a file is, told by its content; what is damaged or could do harm is refused."""

import pytest

from assessment.errors import Invalid
from assessment.services.notes.attachments import safe_name
from assessment.services.notes.files import kind_of
from assessment.services.notes.files.kinds import DOCX, JPEG, PDF, PNG, XLSX
from tests.integration.files import a_bomb, a_jpeg, a_pdf, a_png, an_office_file

MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"

KINDS = {
    "pdf": (a_pdf(), PDF),
    "png": (a_png(), PNG),
    "jpeg": (a_jpeg(), JPEG),
    "xlsx": (an_office_file("xlsx"), XLSX),
    "docx": (an_office_file("docx"), DOCX),
}
REFUSED = {
    "empty": (b"", "attachment_empty"),
    "program": (b"MZ\x90\x00", "attachment_kind"),
    "page": (b"<script>alert(1)</script>", "attachment_kind"),
    "pdf without index": (b"%PDF-1.7\n%%EOF", "attachment_damaged"),
    "pdf cut off": (a_pdf()[:-200], "attachment_damaged"),
    "png cut off": (a_png()[:-8], "attachment_damaged"),
    "png too wide": (a_png(width=100_000), "attachment_damaged"),
    "png with a wrong check sum": (a_png().replace(b"IDAT", b"IDOT"), "attachment_damaged"),
    "jpeg cut off": (a_jpeg()[:12], "attachment_damaged"),
    "jpeg without height": (a_jpeg(height=0), "attachment_damaged"),
    "zip cut off": (an_office_file()[:60], "attachment_damaged"),
    "macros": (an_office_file(parts=[("xl/vbaProject.bin", b"x")]), "attachment_macros"),
    "old macros": (an_office_file(parts=[("xl/macrosheets/1.xml", b"x")]), "attachment_macros"),
    "file for macros": (an_office_file(main=MACROS), "attachment_macros"),
    "another zip": (an_office_file(main="application/zip"), "attachment_kind"),
    "entities": (
        an_office_file(index="<!DOCTYPE a [<!ENTITY b 'c'>]><Types/>"),
        "attachment_damaged",
    ),
    "broken index": (an_office_file(index="<Types>"), "attachment_damaged"),
    "huge index": (an_office_file(index=" " * 2**21), "attachment_bomb"),
    "bomb": (a_bomb(), "attachment_bomb"),
    "many parts": (an_office_file(parts=[(str(n), b"") for n in range(5_001)]), "attachment_bomb"),
}


@pytest.mark.parametrize("case", KINDS)
def test_a_file_is_what_its_content_says(case):
    data, kind = KINDS[case]
    assert kind_of(data) == kind


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_damaged_or_could_do_harm_is_refused(case):
    data, code = REFUSED[case]
    with pytest.raises(Invalid) as refused:
        kind_of(data)
    assert [problem.code for problem in refused.value.problems] == [code]


@pytest.mark.parametrize(
    ("name", "kind", "safe"),
    [
        ("Konzept.pdf", PDF, "Konzept.pdf"),
        ("Bild.PNG", PNG, "Bild.PNG"),
        ("Foto.jpeg", JPEG, "Foto.jpeg"),
        ("umbenannt.png", PDF, "umbenannt.pdf"),
        ("..\\..\\etc/pass\u202ewd<b>", PDF, "passwd_b_.pdf"),
        ("a\r\nSet-Cookie: x.pdf", PDF, "aSet-Cookie_ x.pdf"),
        (".pdf", PDF, "file.pdf"),
        ("", PDF, "file.pdf"),
        ("x" * 300 + ".pdf", PDF, "x" * 120 + ".pdf"),
        ("Haushalt 2026 v1.2", XLSX, "Haushalt 2026 v1.2.xlsx"),
    ],
)
def test_a_name_is_safe_and_ends_as_the_file_is(name, kind, safe):
    assert safe_name(name, kind) == safe
