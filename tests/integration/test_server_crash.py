"""The real server, killed at any moment, loses no answer that it has acknowledged."""

import itertools
import re
import threading
import time
from http.client import HTTPException

from tests.integration.servers import Client, running

TOPIC = "topics/data.catalogue"
QUESTIONS = ("data.inventory", "data.metadata")


def stored(client, place):
    """The comment of each question, as the page shows it."""
    page = client.get(place + TOPIC)
    return {
        id: re.search(rf'name="{id}.comment"[^>]*>\s*([^<]*)<', page).group(1).strip()
        for id in QUESTIONS
    }


class Writer(threading.Thread):
    """Saves the questions in turn, one request after the other, until the server is gone."""

    def __init__(self, client, place, round_):
        super().__init__()
        self._client, self._place, self._round = client, place, round_
        self.acknowledged, self.sent = {}, {}

    def run(self):
        for number, id in zip(itertools.count(), itertools.cycle(QUESTIONS)):
            text = f"Runde {self._round}, Nr. {number}"
            self.sent[id] = text
            fields = {f"{id}.choice": str(number % 5), f"{id}.comment": text}
            try:
                self._client.get(self._place + TOPIC)
                version = self._version(id)
                self._client.post(f"{self._place}{TOPIC}/answer", fields | version)
            except (OSError, HTTPException):
                # Before an answer, or in the midst of one.
                return
            self.acknowledged[id] = text

    def _version(self, id):
        page = self._client.get(self._place + TOPIC)
        found = re.search(rf'name="{id}.version" value="(\d+)"', page)
        return {f"{id}.version": found.group(1)}


def test_a_killed_server_has_every_acknowledged_answer_when_it_is_back(tmp_path):
    with running(tmp_path) as server:
        place = Client(server.address).begin()
        for round_ in range(2):
            client = Client(server.address)
            client.get(place)
            writer = Writer(client, place, round_)
            writer.start()
            while len(writer.acknowledged) < 2:
                time.sleep(0.05)
            time.sleep(0.3 * (round_ + 1))
            (server.kill, server.kill_command)[round_]()
            writer.join(60)
            server.start()
            kept = stored(Client(server.address), place)
            for id in QUESTIONS:
                # The last one sent may be there too: it was written, but nobody heard of it.
                assert kept[id] in {writer.acknowledged[id], writer.sent[id]}


def test_ctrl_c_ends_a_server_whose_worker_processes_run(tmp_path):
    with running(tmp_path) as server:
        client = Client(server.address)
        example = re.search(r"/assessments/[0-9a-f-]+/", client.get("/")).group()
        client.get(f"{example}result/result.json")
        time.sleep(2)  # at rest two signals meet most often
        server.interrupt()
