"""The line of JSON that a fact is printed as."""

import msgspec

from servanda.model.document import Document
from servanda.model.facts import Activity, Amount, Instrument, Milestone, Relation
from servanda.publish.lines import fact_line

DOCUMENT = Document(
    name="note", origin="note", text="They renewed the accord; aid was ¥3 million.", sha256="0"
)


def fact(kind, **properties):
    return kind(document="note", source=DOCUMENT.id, evidence=(DOCUMENT.span(0, 23),), **properties)


def test_kind_comes_first_and_what_is_not_stated_is_left_out():
    made = fact(Milestone, type="other", number=5)
    line = fact_line(made)
    assert list(line) == ["kind", "id", "document", "type", "number", "evidence", "confidence", "modality"]
    assert line["kind"] == "milestone"
    assert line["id"] == made.id
    assert line["evidence"] == [{"start": 0, "end": 23, "text": "They renewed the accord"}]


def test_confidence_and_modality_are_always_told():
    line = fact_line(fact(Milestone, type="other", confidence=0.0, extractor="rules 1"))
    assert (line["confidence"], line["modality"], line["extractor"]) == (0.0, "asserted", "rules 1")


def test_how_it_was_read_is_left_to_explain():
    line = fact_line(fact(Milestone, type="other", rule="anniversary", reasons={"type": "said so"}))
    assert not {"rule", "reasons", "source"} & set(line)


def test_nested_properties_have_the_form_of_the_guidelines():
    relation = Relation(type="renews", target="the accord")
    made = fact(
        Instrument, type="agreement", action="signed", title="accord", parties=("FR",), relations=(relation,)
    )
    line = fact_line(made)
    assert line["parties"] == ["FR"]
    assert line["relations"] == [{"type": "renews", "target": "the accord"}]
    aid = fact_line(fact(Activity, content="aid", amount=Amount(value=3_000_000.0, currency="JPY")))
    assert msgspec.json.encode(aid["amount"]) == b'{"value":3000000,"currency":"JPY"}'
    part = fact_line(fact(Activity, content="aid", amount=Amount(value=0.5, currency="JPY")))
    assert part["amount"] == {"value": 0.5, "currency": "JPY"}
