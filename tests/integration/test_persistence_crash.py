"""A server that is killed loses no answer that it has acknowledged."""

import subprocess
import sys

from assessment.services import answers, assessments
from assessment.services.desk import Desk
from tests.conftest import ROOT
from tests.integration.builders import DAY, UTILITY

# Saves one answer after the other, and says so after each; never ends by itself.
WRITER = """
import itertools, sys
from pathlib import Path
from assessment.jobs.queue import InProcess
from assessment.model import load_model
from assessment.persistence.database import open_database
from assessment.questionnaire.answers import Answer, State
from assessment.services.answers import Change, save_answer
from assessment.services.desk import Desk

desk = Desk(open_database(sys.argv[1]), load_model(), InProcess(), Path("."))
for number in itertools.count(1):
    answer = Answer(State.ANSWERED, number % 5, comment=f"Nr. {number}")
    saved = save_answer(desk, sys.argv[2], Change("data.inventory", answer))
    print(saved.version, flush=True)
"""


def test_a_killed_server_loses_no_acknowledged_answer(desk: Desk):
    id = assessments.create(desk, municipality=UTILITY, date=DAY)
    url = desk.database.engine.url.render_as_string(hide_password=False)
    for _ in range(3):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, url, id], stdout=subprocess.PIPE, text=True, cwd=ROOT
        ) as writer:
            heard = [int(next(writer.stdout)) for _ in range(20)]
            writer.kill()
            heard += [int(line) for line in writer.stdout if line.endswith("\n")]
        history = answers.history(desk, id, "data.inventory")
        stored = answers.topic_page(desk, id, "data.catalogue").questions[0].stored
        assert {entry.version for entry in history} >= set(heard)
        assert stored.version == history[0].version >= heard[-1]
        assert stored.answer == history[0].after
