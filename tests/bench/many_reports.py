"""`python -m tests.bench.many_reports [FOLDER] [COUNT]`: many reports by a command that is killed.

Writes COUNT different answer files (200), has them made into reports by two processes, kills a
worker twice and then the whole command with SIGKILL, starts it again, and checks at the end that
nothing is lost, nothing was made twice, and that a report is what an undisturbed command makes of
the same file. Prints progress and memory; a quarter of an hour for 200 on two cores.
"""

import csv
import hashlib
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from assessment.model import load_model
from assessment.municipality import by_ags
from assessment.questionnaire.answer_file import read_answer_file, write_answers
from assessment.questionnaire.answers import Answer, State
from assessment.resources import data_folder

SEED = 20261122
EVERY = 10


def main(folder, count):
    source, target = folder / "in", folder / "out"
    write_variations(source, count)
    kills = {count // 7: "worker", count // 3: "worker", count // 2: "command"}
    first = run(source, target, kills)
    kept = {name: (target / name).stat().st_mtime_ns for name in outputs(target)}
    second = run(source, target, {})
    again = [name for name, time_ns in kept.items() if when(target / name) != time_ns]
    print(f"ended with {first} after the kill, then with {second}")
    print(f"{len(outputs(target))} of {count} in the manifest, {len(again)} of {len(kept)} again")
    for fault in faults(source, target, count):
        print("FAULT:", fault)


def write_variations(folder, count):
    """The examples again and again: other bodies, answers and plans."""
    chance, model = random.Random(SEED), load_model()
    examples = [
        read_answer_file(path, model.vocabulary)
        for path in sorted((model.folder / "examples").glob("*.yaml"))
    ]
    with (data_folder() / "municipalities.csv").open(encoding="utf-8") as register:
        keys = [row["ags"] for row in csv.DictReader(register)]
    folder.mkdir(parents=True, exist_ok=True)
    for number, ags in enumerate(chance.sample(keys, count)):
        varied = _varied(examples[number % len(examples)], model, chance)
        text = write_answers(replace(varied, municipality=by_ags(ags)), format="yaml")
        (folder / f"{number:03}-{ags}.yaml").write_text(text, encoding="utf-8")


def _varied(assessment, model, chance):
    answers = dict(assessment.answers)
    for question in model.questionnaire.questions:
        drawn = chance.random()
        if question.levels and drawn < 0.3:
            answers[question.id] = Answer(State.ANSWERED, chance.randrange(len(question.levels)))
        elif question.levels and drawn < 0.4:
            answers[question.id] = Answer(State.UNKNOWN)
    planned = assessment.applications
    some = chance.sample(planned, min(len(planned), chance.choice((0, 1, 1, 2))))
    return replace(assessment, answers=answers, applications=tuple(some))


def run(source, target, kills):
    """Start the command, kill what is to be killed when so many are there, and say how it ended."""
    command = [sys.executable, "-m", "assessment", "report", source, "-o", target, "--jobs", "2"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        told = -EVERY
        while process.poll() is None:
            time.sleep(0.5)
            done, workers = len(list(target.glob("*.pdf"))), workers_of(process.pid)
            if done >= told + EVERY:
                told = done
                sizes = [megabytes(worker) for worker in workers]
                print(f"{time.monotonic():9.0f} s: {done} reports, workers of {sizes} MB")
            for at in [at for at in kills if done >= at and workers]:
                victim = workers[0] if kills.pop(at) == "worker" else process.pid
                print(f"{time.monotonic():9.0f} s: {done} reports, killing {victim}")
                os.kill(victim, signal.SIGKILL)
        return process.returncode


def workers_of(parent):
    children = Path(f"/proc/{parent}/task/{parent}/children")
    threads = Path(f"/proc/{parent}/task").glob("*/children") if children.exists() else ()
    found = [int(child) for file in threads for child in file.read_text().split()]
    return [child for child in found if b"spawn_main" in _command_line(child)]


def _command_line(process):
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""


def megabytes(process):
    try:
        told = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    found = re.search(r"VmRSS:\s+(\d+)", told)
    return int(found[1]) // 1024 if found else 0


def outputs(target):
    """What the manifest holds, by name."""
    manifest = json.loads((target / "manifest.json").read_text(encoding="utf-8"))
    return {entry["output"]: entry for entry in manifest["files"]}


def when(path):
    return path.stat().st_mtime_ns


def faults(source, target, count):
    noted = outputs(target)
    there = {path.name for path in target.iterdir()} - {"manifest.json"}
    if there != noted.keys() or len(noted) != count:
        yield f"{len(there)} files, {len(noted)} of them noted, {count} wanted"
    for name, entry in noted.items():
        if sha256(target / name) not in entry.values():
            yield f"{name} is not what the manifest says"
    with tempfile.TemporaryDirectory() as alone:
        for path in sorted(source.iterdir())[:: max(1, count // 4)]:
            anew = Path(alone) / f"{path.stem}.pdf"
            command = [sys.executable, "-m", "assessment", "report", path, "-o", anew]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            if sha256(anew) != sha256(target / anew.name):
                yield f"{anew.name} is another one when made alone"


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    given = sys.argv[1:]
    main(Path(given[0] if given else tempfile.mkdtemp()), int((given[1:] or [200])[0]))
