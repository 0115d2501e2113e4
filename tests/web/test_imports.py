"""Importing: what is sent is read in the background; what cannot be read is told with a reason."""

import time

import anyio
import pytest

from servanda.intake.orders import Begun, Order
from servanda.sources.items import RawItem, Skipped
from servanda.web.importing import Importer, Job
from servanda.web.uploads import safe_name, save

TALKS = (
    "HANOI, 4 May 2024 - Defence Minister Phan Van Giang received Singapore's Defence Minister Ng Eng Hen "
    "in Ha Noi on 4 May 2024. The two sides signed a memorandum of understanding on military medicine."
)


@pytest.fixture
def send(desk):
    """Sends the form of the import with files and fields, and gives the address of the job."""

    def send(*files, **fields):
        token = desk.get("/import").text.partition('name="_csrf_token" value="')[2].partition('"')[0]
        parts = [("files", (name, data)) for name, data in files]
        values = {"_csrf_token": token, "addresses": "", "feeds": ""} | fields
        # A browser sends a form with files in parts even where no file was chosen.
        return desk.post(
            "/import", data=values, files=parts or [("files", ("", b""))], follow_redirects=False
        )

    return send


def over(desk, answer, seconds=90):
    """The report of a job, once it is over."""
    assert answer.status_code == 303, answer.text
    address, until = answer.headers["location"], time.monotonic() + seconds
    while time.monotonic() < until:
        report = desk.get(f"{address}.json").json()
        if report["state"] in ("done", "failed"):
            return report, desk.get(address).text
        time.sleep(0.2)
    raise AssertionError(f"the job was not over in time: {report}")


def test_files_are_read_and_what_cannot_be_read_is_told_with_a_reason(desk, send):
    answer = send(
        ("talks.txt", TALKS.encode()),
        ("empty.txt", b" "),
        ("song.mp3", b"ID3"),
        ("<img src=x onerror=alert(1)>.html", b"<html><body>nothing</body>"),
        ("about.csv", b"file,publisher,published\ntalks.txt,Ministry of Defence,2024-05-05\n"),
    )
    report, page = over(desk, answer)
    assert report["state"] == "done"
    assert report["added"]["new"] >= 1
    assert report["facts"] >= 2
    reasons = {each["origin"].rpartition("/")[2]: each["reason"] for each in report["skipped"]}
    assert reasons["empty.txt"] == "is empty"
    assert "song.mp3" in reasons
    assert "<img" not in page
    taken = next(each for each in report["taken"] if each["origin"].endswith("talks.txt"))
    document = desk.get(f"/documents/{taken['document']}.json").json()["document"]
    assert document["publisher"] == "Ministry of Defence"
    assert document["published"] == "2024-05-05"
    assert document["origin"].startswith("uploads/20")
    assert document["text"] == TALKS
    assert f"/documents/{taken['document']}" in page


def test_the_same_file_again_adds_nothing(desk, send):
    over(desk, send(("talks.txt", TALKS.encode())))
    report, _ = over(desk, send(("talks.txt", TALKS.encode())))
    assert report["added"] == {"already known": 1}
    assert report["facts"] == 0


def test_private_addresses_are_refused_and_the_job_ends(desk, send):
    report, page = over(desk, send(addresses="http://127.0.0.1:9/secret\nhttp://169.254.169.254/latest"))
    assert report["state"] == "done"
    assert report["added"] == {"skipped": 2}
    assert "127.0.0.1" in page
    assert all("public" in each["reason"] for each in report["skipped"])


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"addresses": "/etc/passwd"},
        {"feeds": "file:///etc/passwd"},
        {"addresses": "https://example.org\n" * 101},
        {"addresses": "https://example.org", "published": "soon"},
    ],
)
def test_what_makes_no_sense_is_refused_at_once(send, fields):
    assert send(**fields).status_code == 400


def test_an_import_of_nobody_is_not_found(desk):
    assert desk.get("/import/0123456789abcdef").status_code == 404


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("a/b/../talks.pdf", "talks.pdf"),
        ("C:\\Users\\lan\\talks.pdf", "talks.pdf"),
        ("../../etc/passwd", "passwd"),
        (".hidden.txt", "hidden.txt"),
        ("..", "document.txt"),
        ("", "document.txt"),
        ("con\0tract\r\n.txt", "con tract .txt"),
        ("gpj.\u202etxt.exe", "gpj.txt.exe"),
        ('a"b<c>d|e?.txt', "a-b-c-d-e-.txt"),
    ],
)
def test_a_file_name_is_a_name_and_nothing_else(given, name):
    assert safe_name(given) == name


def test_long_and_equal_names_get_names_of_their_own(tmp_path):
    names = [save(tmp_path, "公報" * 200 + ".tar.gz", b"x") for _ in range(3)]
    assert len(set(names)) == 3
    assert all(name.endswith(".tar.gz") for name in names)
    assert sorted(names) == sorted(path.name for path in tmp_path.iterdir())


class Crashing:
    """Stands for the process that reads: it dies on each of some documents."""

    def __init__(self, *deadly):
        self.deadly, self.orders = deadly, []

    def read(self, order, job):
        self.orders.append(order)
        for origin in self.deadly:
            job.note(Begun(origin))
            if origin not in order.passed:
                return False
            job.note(Skipped(origin, "again"))
        job.fail("the rest")
        return True

    def end(self):
        pass


def test_a_document_that_takes_the_process_down_is_passed_over(tmp_path, settings_of):
    importer = Importer(settings_of, tmp_path)
    importer._reader = Crashing("a", "b")
    job = importer.submit(Order(), "two", "lan")
    assert anyio.run(job.over, 10).is_over
    importer.close()
    assert [each.origin for each in job.report.skipped] == ["a", "b"]
    assert job.report.added == {"skipped": 2}
    assert importer._reader.orders[-1].passed == {"a", "b"}


def test_a_process_that_dies_before_any_document_fails_the_job(tmp_path, settings_of):
    importer = Importer(settings_of, tmp_path)
    importer._reader = Crashing()
    importer._reader.read = lambda order, job: False
    job = importer.submit(Order(), "nothing", "lan")
    assert anyio.run(job.over, 10).is_over
    importer.close()
    assert job.report.state == "failed"
    assert "stands" in job.report.problem


def test_a_process_that_is_killed_costs_one_document_at_most(tmp_path, settings_of):
    importer = Importer(settings_of, tmp_path)
    notes = tuple(
        RawItem(name=f"note-{n}", origin=f"notes/{n}", media_type="text/plain", data=f"{TALKS} {n}.".encode())
        for n in range(12)
    )
    job = importer.submit(Order(notes=notes), "twelve", "lan")
    until = time.monotonic() + 60
    while not job.report.taken and time.monotonic() < until:
        time.sleep(0.02)
    importer._reader._process.kill()
    assert anyio.run(job.over, 90).is_over
    importer.close()
    assert job.report.state == "done"
    assert sum(job.report.added.values()) == 12
    assert len(job.report.skipped) <= 1


def test_what_is_told_again_after_a_new_beginning_counts_once():
    job = Job(Order(), "one", "lan")
    for _ in range(2):
        job.begin()
        job.note(Skipped("a", "is empty"))
        job.note(Skipped("a", "is empty as well"))
    assert job.report.added == {"skipped": 2}
