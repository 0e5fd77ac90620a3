"""The real server in a process of its own, that can be killed and started again on its data."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from contextlib import contextmanager
from http.cookiejar import CookieJar

from tests.conftest import ROOT


class Server:
    """`assessment run` on one port and one data folder."""

    def __init__(self, folder):
        self._folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self._process = None

    def start(self):
        log = self._folder / "server.log"
        with log.open("ab") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "assessment", "run", "--port", str(self.port)],
                cwd=self._folder,
                env={**os.environ, "ASSESSMENT_DATA": str(self._folder), "PYTHONPATH": str(ROOT)},
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        for _ in range(240):
            try:
                urllib.request.urlopen(self.address, timeout=2).close()
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                assert self._process.poll() is None, log.read_text()
                time.sleep(0.25)
            else:
                return
        raise AssertionError(log.read_text())

    def interrupt(self):
        """As Ctrl+C in a terminal: the signal reaches every process; fails if one stays."""
        os.killpg(self._process.pid, signal.SIGINT)
        self._process.wait(20)
        self._process = None

    def kill(self):
        """As the power goes: no process of it does anything any more."""
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(20)
            self._process = None

    def kill_command(self):
        """Only the process that was started; fails if another one goes on serving."""
        self._process.kill()
        self._process.wait(20)
        self._process = None
        for _ in range(80):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)):
                    return
            time.sleep(0.25)
        raise AssertionError(f"port {self.port} is still served")


@contextmanager
def running(folder):
    """A server for the length of the block."""
    server = Server(folder)
    server.start()
    try:
        yield server
    finally:
        server.kill()


class Client:
    """Sends what the pages' script sends, over the real network."""

    def __init__(self, address):
        self._address = address
        jar = urllib.request.HTTPCookieProcessor(CookieJar())
        self._opener = urllib.request.build_opener(jar)
        self._token = ""

    def begin(self):
        """The path of a new assessment."""
        self.get("/new/05758036")
        answer = self.post("/new/05758036", {"date": "2026-11-22"})
        return urllib.parse.urlsplit(answer.url).path

    def opened(self, path):
        """The answer as it comes."""
        return self._opener.open(self._address + path, timeout=30)

    def get(self, path):
        with self.opened(path) as answer:
            text = answer.read().decode()
        if found := re.search(r'name="csrf_token" value="([^"]+)"', text):
            self._token = found.group(1)
        return text

    def post(self, path, fields):
        data = urllib.parse.urlencode({"csrf_token": self._token, **fields}).encode()
        with self._opener.open(self._address + path, data, timeout=30) as answer:
            answer.read()
            return answer
