"""Promises to ratify texts and to bring them into force."""

from servanda.follow.following import follow


def told(*entries):
    return [(a.answer.status, a.later.source.name) for a in follow(entries)]


def ratified(desk, published, title, parties, **more):
    return desk.text(published, title, "ratified", parties, quote=f"the Senate ratified the {title}", **more)


def test_a_promise_to_ratify_is_kept_by_the_ratification_of_that_text(desk):
    asked = desk.promise(
        "2020-09-29", "request", "EG", "CY", "speed up its ratification of the pipeline agreement"
    )
    signed = desk.text("2020-09-29", "pipeline agreement", "existing", "EG CY", doc=asked.source.name)
    done = ratified(desk, "2021-03-25", "pipeline agreement", "EG CY")
    other = ratified(desk, "2021-01-10", "extradition treaty", "EG CY")
    assert told(desk.entry(asked), desk.entry(signed, done), desk.entry(other)) == [
        ("kept", "news-2021-03-25")
    ]
    assert told(desk.entry(asked), desk.entry(signed), desk.entry(other)) == []


def test_what_parliament_is_to_ratify_is_kept_by_its_ratification(desk):
    ahead = desk.text(
        "2023-02-09",
        "status agreement",
        "existing",
        "LT PL",
        rule="instrument/to-ratify:weigh",
        quote="is to ratify it",
    )
    done = ratified(desk, "2023-05-20", "status agreement", "LT PL")
    signed = desk.text("2023-03-20", "status agreement", "signed", "LT PL")
    assert told(desk.entry(ahead, done)) == [("kept", "news-2023-05-20")]
    assert told(desk.entry(ahead, signed)) == []
    assert told(desk.entry(ahead), desk.entry(ratified(desk, "2023-05-20", "pension accord", "LT PL"))) == []


def test_the_three_texts_by_other_names(desk):
    vow = desk.promise("2022-01-25", "agree", "SG ID", "", "bring the three agreements into force")
    here = {"doc": vow.source.name}
    told_there = [
        desk.entry(desk.text("2022-01-25", title, "signed", "SG ID", **here))
        for title in ("Treaty on Fugitives", "Boundary Agreement", "Defence Agreement", "memorandum")
    ]
    stands = [
        desk.text("2024-03-21", title, "existing", "SG ID", doc="later", rule="instrument/in-force:enter")
        for title in ("Extradition Treaty", "Airspace Agreement", "Defence Agreement")
    ]
    first, second, third = stands
    merged = desk.entry(told_there[2].mentions[0], third)
    entries = [desk.entry(vow), *told_there[:2], told_there[3], merged, desk.entry(first), desk.entry(second)]
    assert told(*entries) == [("kept", "later")]
    assert told(*entries[:-1]) == [("partly", "later")]


def test_they_are_the_texts_that_the_document_tells_of(desk):
    vow = desk.promise("2022-01-25", "agree", "SG ID", "", "bring the agreements into force at the same time")
    one = desk.text("2022-01-25", "Treaty on Extradition", "signed", "SG ID", doc=vow.source.name)
    two = desk.text("2022-01-25", "Airspace Agreement", "signed", "SG ID", doc=vow.source.name)
    in_force = {"rule": "instrument/in-force:enter", "date": "2024-03-21"}
    one_later = desk.text("2024-03-21", "Treaty on Extradition", "existing", "SG ID", **in_force)
    two_later = desk.text("2024-03-21", "Airspace Agreement", "existing", "SG ID", **in_force)
    both = [desk.entry(vow), desk.entry(one, one_later), desk.entry(two, two_later)]
    assert told(*both) == [("kept", "news-2024-03-21")]
    assert told(desk.entry(vow), desk.entry(one, one_later), desk.entry(two)) == [
        ("partly", "news-2024-03-21")
    ]


def test_ratification_does_not_bring_into_force(desk):
    vow = desk.promise("2022-01-25", "agree", "SG ID", "", "bring the extradition treaty into force")
    signed = desk.text("2022-01-25", "extradition treaty", "signed", "SG ID", doc=vow.source.name)
    done = ratified(desk, "2022-12-16", "extradition treaty", "SG ID")
    assert told(desk.entry(vow), desk.entry(signed, done)) == []


def test_a_planned_ratification_is_kept_by_it_and_not_by_the_signing(desk):
    quote = "Greece would ratify the rescue agreement"
    plan = desk.text("2020-10-08", "rescue agreement", "planned", "GR CY", quote=quote)
    done = ratified(desk, "2021-07-22", "rescue agreement", "GR CY")
    signed = desk.text("2021-01-01", "rescue agreement", "signed", "GR CY")
    assert told(desk.entry(plan, signed, done)) == [("kept", "news-2021-07-22")]
    assert told(desk.entry(plan, signed)) == []


def test_a_text_that_is_told_by_its_letters_is_known(desk):
    vow = desk.promise(
        "2024-07-08", "agree", "JP PH", "", "complete their procedures so that the RAA may enter into force"
    )
    title = "Reciprocal Access Agreement"
    force = {"rule": "instrument/in-force:enter", "quote": f"the {title} entered into force"}
    entered = desk.text("2025-09-11", title, "existing", "JP PH", **force)
    other = desk.text("2025-09-11", "pension accord", "existing", "JP PH", **force)
    assert told(desk.entry(vow), desk.entry(entered)) == [("kept", "news-2025-09-11")]
    assert told(desk.entry(vow), desk.entry(other)) == []
