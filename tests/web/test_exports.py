"""Exports and briefings are files that the desk gives to whoever may read."""

import csv
import io
import zipfile

import pytest

from servanda.web.exporting import FORMATS


@pytest.fixture
def pair(desk):
    (first, *_) = desk.get("/relationships.json").json()["relationships"]
    return first["parties"]


def test_each_format_is_told_with_its_use_and_can_be_had(desk):
    page = desk.get("/exports").text
    for code, (name, ending, use) in FORMATS.items():
        assert f"/download/export/{code}" in page
        assert name in page
        assert use.partition(":")[0] in page
        answer = desk.get(f"/download/export/{code}")
        assert answer.status_code == 200
        assert answer.headers["content-disposition"] == f'attachment; filename="servanda-{code}.{ending}"'
        assert answer.content


def test_filters_of_the_address_narrow_the_file(desk, pair):
    everything = desk.get("/download/export/csv").text
    some = desk.get(f"/download/export/csv?party={pair[0]}&party={pair[1]}&kind=engagement").text
    rows = list(csv.DictReader(io.StringIO(some)))
    assert rows
    assert {row["kind"] for row in rows} == {"engagement"}
    assert len(rows) < len(list(csv.DictReader(io.StringIO(everything))))


def test_the_form_names_the_format_in_its_query(desk):
    package = desk.get("/download/export?format=package&party=&kind=&since=")
    assert "datapackage.json" in zipfile.ZipFile(io.BytesIO(package.content)).namelist()


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/download/export/xml", 404),
        ("/download/export", 404),
        ("/download/export/csv?since=soon", 400),
        ("/download/export/csv?kind=rumour", 400),
        ("/download/export/ics?party=Nowhere&party=FR", 400),
        ("/download/brief/FR/VN.odt", 404),
        ("/download/brief/FR/VN", 404),
        ("/download/brief/FR/FR.md", 400),
        ("/download/brief/FR/Nowhere.md", 400),
    ],
)
def test_what_makes_no_sense_is_told(desk, address, status):
    assert desk.get(address).status_code == status


@pytest.mark.parametrize(
    ("ending", "begins"), [("docx", b"PK"), ("pdf", b"%PDF-"), ("md", b"# "), ("html", b"<!")]
)
def test_a_briefing_is_one_link_from_the_relationship(desk, pair, ending, begins):
    a, b = pair
    page = desk.get(f"/relationships/{a}/{b}").text
    assert f"/download/brief/{a}/{b}.{ending}?ours={b}" in page
    answer = desk.get(f"/download/brief/{a}/{b}.{ending}?ours={b}")
    assert answer.status_code == 200
    assert answer.content.lower().startswith(begins.lower())
    assert answer.headers["content-disposition"] == f'attachment; filename="{a}-{b}.{ending}"'


def test_a_briefing_is_for_the_side_and_of_the_day_that_the_page_shows(desk, pair):
    a, b = pair
    page = desk.get(f"/relationships/{a}/{b}?as_of=2100-01-01").text
    assert f"/download/brief/{a}/{b}.docx?ours={a}&amp;as_of=2100-01-01" in page
    ours = desk.get(f"/download/brief/{a}/{b}.md?ours={a}&as_of=2100-01-01").text
    theirs = desk.get(f"/download/brief/{a}/{b}.md?ours={b}&as_of=2100-01-01").text
    assert "as known on 1 January 2100" in ours
    assert ours.partition("\n\n")[2].partition("\n")[0] != theirs.partition("\n\n")[2].partition("\n")[0]
