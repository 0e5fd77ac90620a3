"""A server that is killed while it makes documents makes the rest when it is back, none twice."""

import io
import re
import time
import zipfile

from tests.integration.servers import Client, running

MANY = 20


def ordered(client):
    page = client.get("/batches/new")
    token = re.search(r'name="token" value="([^"]+)"', page).group(1)
    fields = {"token": token, "format": "csv", "language": "de", "names": "{name}", "which": "all"}
    return client.post("/batches/new", fields).url.rpartition("/batches/")[2]


def waited_for(client, id, fits):
    """The files that are there as soon as the progress fits."""
    for _ in range(600):
        done, of = re.search(
            r"(\d+) (?:von|of) (\d+)", client.get(f"/batches/{id}/progress")
        ).groups()
        assert int(of) == MANY
        if fits(int(done)):
            return int(done)
        time.sleep(0.1)
    raise AssertionError("nothing moves")


def files(folder, id):
    made = (folder / "batches" / id).glob("[!.]*")
    return {path.name: path.stat().st_mtime_ns for path in made}


def test_a_killed_server_goes_on_by_itself_where_it_stopped(tmp_path):
    with running(tmp_path) as server:
        client = Client(server.address)
        places = [client.begin() for _ in range(MANY)]
        id = ordered(client)
        waited_for(client, id, lambda done: done >= 1)
        # A person's own document comes between two of the batch.
        client.get(places[-1] + "result/result.json")
        assert waited_for(client, id, lambda _: True) < MANY
        server.kill()
        before = files(tmp_path, id)
        server.start()
        client = Client(server.address)
        waited_for(client, id, lambda done: done == MANY)
        after = files(tmp_path, id)
        assert len(after) == MANY
        # The last one was written perhaps, but not noted yet.
        again = [name for name, at in before.items() if after.get(name) != at]
        assert len(again) <= 1
        with client.opened(f"/batches/{id}/documents.zip") as answer:
            packed = zipfile.ZipFile(io.BytesIO(answer.read()))
        assert sorted(packed.namelist()) == sorted([*after, "manifest.json"])
        assert packed.testzip() is None
