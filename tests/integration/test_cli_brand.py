"""Brands on the command line: a file to start from, its check, and documents in its look."""

import io
import zipfile

from docx import Document

from tests.integration.test_cli import TOWN, assessment
from tests.unit.report.brand.pictures import png


def test_a_brand_file_is_written_checked_and_used(tmp_path):
    assert assessment("template", "-o", "brand.yaml", cwd=tmp_path).returncode == 0
    checked = assessment("check", "brand.yaml", "--lang", "en", cwd=tmp_path)
    assert checked.returncode == 0
    assert "brand.yaml: no problems; brand" in checked.stdout

    (tmp_path / "arms.png").write_bytes(png())
    client = "name: Musterstadt\ncoat_of_arms: {file: arms.png}\n"
    (tmp_path / "client.yaml").write_text(client, encoding="utf-8")
    order = ("--format", "docx", "--brand", "brand.yaml", "--brand", "client.yaml")
    made = assessment("report", TOWN, "-o", "paper.docx", *order, cwd=tmp_path)

    assert made.returncode == 0, made.stderr
    paper = (tmp_path / "paper.docx").read_bytes()
    assert Document(io.BytesIO(paper)).core_properties.author == "Digitalamt"
    packed = zipfile.ZipFile(io.BytesIO(paper)).namelist()
    assert len([name for name in packed if "/media/" in name]) == 1


def test_a_faulty_brand_is_told_whole_and_nothing_is_written(tmp_path):
    faulty = 'name: ""\nlogo: {file: no.png}\ncolours: {accent: "#ffcc00"}\n'
    (tmp_path / "b.yaml").write_text(faulty, encoding="utf-8")

    told = assessment("report", TOWN, "-o", "a.pdf", "--brand", "b.yaml", cwd=tmp_path)

    assert told.returncode == 1
    assert [line.split()[0] for line in told.stderr.splitlines() if line.startswith("b.yaml")] == [
        "b.yaml:1",
        "b.yaml:2",
        "b.yaml:3",
    ]
    assert not (tmp_path / "a.pdf").exists()
