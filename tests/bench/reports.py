"""PDF reports: against the bare text of their pages, by two processes, and what a worker keeps.

BENCH_REPORTS says how many reports the worker makes whose memory is watched: try 200.
`python -m tests.bench.many_reports` has 200 made on the command line, with processes killed.
"""

import gc
import io
import os
import re
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from html import escape
from itertools import islice, repeat
from pathlib import Path

from pypdf import PdfReader
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from assessment.jobs.pool import LocalPool
from assessment.jobs.queue import RENDER_REPORT
from assessment.model import load_model
from assessment.questionnaire.answer_file import read_answer_file
from assessment.report.brief import Brief
from assessment.report.pdf import FONTS, VARIANT, OwnFilesOnly, report_pdf
from assessment.result import result_of
from tests.bench.measure import Figure, medians

EXAMPLE = Path("questionnaires/ki-readiness/examples/kleinstadt.yaml")
BRIEF = Brief("de")
ROUNDS = 3
REPORTS = int(os.environ.get("BENCH_REPORTS", "24"))
# In the size of the report's tables, on pages so long that each holds what one of the report says.
BARE = """
@page { size: 210mm 900mm; margin: 20mm }
html { font: 400 8.8pt/1.35 "Fira Sans" }
section { break-before: page }
p { margin: 0 }
"""


def figures():
    model = load_model()
    assessment = read_answer_file(EXAMPLE, model.vocabulary)
    yield from _against_bare_text(result_of(assessment, model), model)
    yield from _by_two_processes(assessment, model)
    yield from _kept_by_a_worker(assessment, model)


def _against_bare_text(result, model):
    pdf = report_pdf(result, model, BRIEF)
    pages = len(PdfReader(io.BytesIO(pdf)).pages)
    fonts = FontConfiguration()
    face = f'@font-face {{ font-family: "Fira Sans"; src: url("font:{FONTS[0]}") }}'
    style = CSS(string=face + BARE, font_config=fonts, url_fetcher=OwnFilesOnly())
    bare = partial(_bare_pdf, _bare_html(_text_of(pdf)), style, fonts)
    assert len(PdfReader(io.BytesIO(bare())).pages) == pages
    seconds = medians(
        {"report": lambda: report_pdf(result, model, BRIEF), "bare text": bare}, ROUNDS
    )
    yield Figure(
        name=f"PDF report of {pages} pages",
        floor="WeasyPrint on the bare text of the same pages",
        value=seconds["report"] / seconds["bare text"],
        unit="x",
        hold=1.5,
        seconds=seconds,
        details={name: 1000 * one / pages for name, one in seconds.items()},
    )


def _text_of(pdf):
    """Pages, each with its paragraphs."""
    told = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    for page in told.stdout.decode().rstrip("\f").split("\f"):
        yield [" ".join(block.split()) for block in re.split(r"\n\s*\n", page) if block.strip()]


def _bare_html(pages):
    body = "".join(
        f"<section>{''.join(f'<p>{escape(block)}</p>' for block in page)}</section>"
        for page in pages
    )
    return f'<html lang="de"><head><title>-</title></head><body>{body}</body></html>'


def _bare_pdf(html, style, fonts):
    gc.disable()
    try:
        page = HTML(string=html, url_fetcher=OwnFilesOnly())
        return page.write_pdf(stylesheets=[style], font_config=fonts, pdf_variant=VARIANT)
    finally:
        gc.enable()
        gc.collect()


def _by_two_processes(assessment, model):
    seconds = {}
    for workers in (1, 2):
        pool = LocalPool(workers)
        try:
            _made(pool, workers, 2 * workers, assessment, model)  # each loads what it needs
            before = time.perf_counter()
            _made(pool, workers, 6, assessment, model)
            seconds[f"{workers} processes"] = time.perf_counter() - before
        finally:
            pool.close()
    one, two = seconds.values()
    yield Figure(
        name="six reports by two processes, times as fast",
        floor="by one process; needs two free cores",
        value=one / two,
        unit="x",
        hold=1.9,
        seconds=seconds,
        higher_is_better=True,
    )


def _made(pool, workers, count, assessment, model):
    order = (RENDER_REPORT, assessment, model.folder, BRIEF)
    with ThreadPoolExecutor(workers) as threads:
        list(threads.map(lambda one: pool.run(*one), islice(repeat(order), count)))


def _kept_by_a_worker(assessment, model):
    pool, sizes = LocalPool(1), []
    try:
        for _ in range(REPORTS):
            _made(pool, 1, 1, assessment, model)
            (worker,) = pool._executor._processes
            sizes.append(_memory(worker, "VmRSS"))
        peak = _memory(worker, "VmHWM")
    finally:
        pool.close()
    settled = sizes[len(sizes) // 4]
    details = {f"after {n}": sizes[n - 1] for n in (1, len(sizes) // 4, len(sizes)) if n}
    yield Figure(
        name=f"memory of a worker over {REPORTS} reports, at most",
        floor="none",
        value=peak,
        unit="MB",
        hold=400,
        details=details,
    )
    yield Figure(
        name="the same, growth after the first quarter",
        floor="what it kept then",
        value=sizes[-1] / settled,
        unit="x",
        hold=1.05,
        details=details,
    )


def _memory(process, what):
    """Megabytes, as Linux tells them."""
    told = Path(f"/proc/{process}/status").read_text()
    return int(re.search(rf"{what}:\s+(\d+)", told)[1]) / 1024
