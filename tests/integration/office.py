"""LibreOffice without a window: works out workbooks anew, and turns documents into PDF."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

# Without this it trusts the values that the file brings along.
_ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
  <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
    <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
  </item>
</oor:items>
"""


def converted(files: Sequence[Path], to: str, folder: Path) -> list[Path]:
    """The files in another format (`xlsx`, `pdf`), in the order given."""
    profile, target = folder / "office-profile", folder / f"office-{to}"
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(_ALWAYS_RECALCULATE, encoding="utf-8")
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--convert-to",
            to,
            "--outdir",
            str(target),
            *map(str, files),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    found = [target / f"{file.stem}.{to}" for file in files]
    assert [file for file in found if not file.exists()] == []
    return found
