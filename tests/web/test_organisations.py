"""Pages of organisations: who serves in them, what tells of them, what is assigned to them."""

import pytest


@pytest.fixture
def ministry(desk):
    """A ministry in which people hold posts and of which entries tell."""
    found = desk.get("/organisations.json?size=500").json()["organisations"]
    return next(each for each in found if each["holders"] and each["entries"])


def test_an_organisation_shows_its_people_with_posts_and_when_they_are_attested(desk, ministry):
    page = desk.get(f"/organisations/{ministry['id']}").text
    for holder in ministry["holders"]:
        assert f"/people/{holder['id']}" in page
        assert holder["post"].replace("&", "&amp;") in page
    table = desk.get(f"/organisations/{ministry['id']}.csv").text
    assert table.startswith("id,name,party,named,names,person,rank,post,first,last,entries")
    assert ministry["holders"][0]["name"] in table


def test_it_leads_to_the_entries_that_tell_of_it_and_these_lead_back(desk, ministry):
    told = desk.get(f"/organisations/{ministry['id']}.json").json()["entries"]
    assert {each["id"] for each in told} == set(ministry["entries"])
    listed = desk.get(f"/entries.json?organisation={ministry['id']}&size=500").json()["entries"]
    assert {each["id"] for each in listed} == set(ministry["entries"])
    address = f"/organisations/{ministry['id']}"
    assert address in desk.get(f"/entries/{told[0]['id']}").text
    assert address in desk.get(f"/people/{ministry['holders'][0]['id']}").text
    assert address in desk.get("/search", params={"q": ministry["name"]}).text


def test_they_are_found_by_party_and_by_words_of_any_name(desk, ministry):
    of = desk.get(f"/organisations.json?party={ministry['party']}&size=500").json()["organisations"]
    assert {each["party"] for each in of} == {ministry["party"]}
    word = ministry["name"].split()[-1]
    found = desk.get("/organisations.json", params={"q": word}).json()["organisations"]
    assert ministry["id"] in {each["id"] for each in found}
    assert desk.get("/organisations.json?q=qqqqq").json()["total"] == 0


def test_what_people_assigned_to_an_office_stands_on_its_page(desk, ledger, ministry):
    told = desk.get(f"/organisations/{ministry['id']}.json").json()
    assert told["in_charge"] == []
    entry = told["entries"][0]
    office = ministry["name"].upper()
    desk.submit(f"/entries/{entry['id']}/assign", office=office, after="0")
    found = desk.get(f"/organisations/{ministry['id']}.json").json()["in_charge"]
    assert [each["id"] for each in found] == [entry["id"]]


def test_what_nobody_knew_yet_is_not_there_as_of_an_early_day(desk):
    assert desk.get("/organisations.json?as_of=1950-01-01").json()["total"] == 0
