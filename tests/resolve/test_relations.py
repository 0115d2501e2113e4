"""Which text is meant by one that amends, applies or foresees it."""

from __future__ import annotations

from typing import Any

from servanda.model.document import Span
from servanda.model.facts import Commitment, Instrument, Relation
from servanda.resolve.entry import Entry
from servanda.resolve.mention import Mention, Source
from servanda.resolve.relations import stated, target_of, ties


def told(title: str, type_: str = "agreement", action: str = "signed", **more: Any) -> Mention:
    document, published = more.pop("document", title), more.pop("published", None)
    fact = Instrument(
        document=document,
        source=document,
        evidence=(Span(0, len(title), title),),
        type=type_,  # type: ignore[arg-type]
        action=action,  # type: ignore[arg-type]
        title=title,
        **({"parties": ("FR", "VN")} | more),
    )
    return Mention.of(fact, Source(id=document, name=document, published=published))


def entry(*mentions: Mention) -> Entry:
    return Entry.of(list(mentions))


VISION = "joint statement on a joint vision on defense cooperation"
INTENT = told(f"letter of intent on the signing of a {VISION}", "letter-of-intent", date="2018-03-26")
SIGNED = told("Joint Vision Statement on defence cooperation", "vision-statement", date="2018-09-17")
HYDROGRAPHY = told("cooperation agreement on hydrography", action="amended", published="2018-03-27")
AMENDING = told(
    "agreement amending the cooperation agreement on hydrography",
    date="2018-03-26",
    relations=(Relation(type="amends", target="cooperation agreement on hydrography"),),
)


def test_a_letter_of_intent_is_answered_by_the_statement_that_it_foresaw() -> None:
    (tie,) = ties(entry(INTENT), [entry(INTENT), entry(SIGNED), entry(HYDROGRAPHY)])
    assert (tie.type, tie.target, tie.mention) == ("intends", entry(SIGNED), INTENT)
    assert VISION in tie.reason and "Joint Vision Statement" in tie.reason


def test_what_is_stated_is_not_read_from_the_name_again() -> None:
    relation = Relation(type="intends", target="joint vision statement")
    assert stated(told(f"letter of intent on a {VISION}", "letter-of-intent", relations=(relation,))) == [
        relation
    ]
    assert stated(told("letter of intent on defence cooperation", "letter-of-intent")) == []


def test_a_statement_signed_before_the_letter_is_not_what_it_foresees() -> None:
    earlier = told("Joint Vision Statement on defence cooperation", "vision-statement", date="2013-09-17")
    assert ties(entry(INTENT), [entry(earlier)]) == []


def test_a_text_of_other_parties_is_not_meant() -> None:
    other = told("Joint Vision Statement", "vision-statement", date="2018-09-17", parties=("IN", "VN"))
    assert ties(entry(INTENT), [entry(other)]) == []


def test_an_amendment_leads_to_what_it_amends_and_not_to_itself() -> None:
    (tie,) = ties(entry(AMENDING), [entry(AMENDING), entry(HYDROGRAPHY)])
    assert (tie.type, tie.target) == ("amends", entry(HYDROGRAPHY))


def test_what_is_amended_was_signed_before() -> None:
    later = told("cooperation agreement on hydrography", date="2023-01-10")
    assert ties(entry(AMENDING), [entry(later)]) == []


def test_of_two_that_fit_equally_well_none_is_chosen() -> None:
    first, second = (
        told("cooperation agreement on hydrography", document=d, action="existing") for d in "ab"
    )
    assert ties(entry(AMENDING), [entry(first), entry(second)]) == []


def test_the_one_that_the_same_document_names_is_chosen() -> None:
    here = told("agreement on hydrography", action="existing", document=AMENDING.source.name)
    there = told("agreement on hydrography", action="existing", document="elsewhere")
    tie = target_of(AMENDING.fact.relations[0], AMENDING, [entry(here), entry(there)])  # type: ignore[union-attr]
    assert tie is not None and tie.target == entry(here)


def test_a_relation_that_several_mentions_tell_is_told_once() -> None:
    copy = told(AMENDING.fact.title, date="2018-03-26", document="copy", relations=AMENDING.fact.relations)  # type: ignore[union-attr]
    assert len(ties(entry(AMENDING, copy), [entry(HYDROGRAPHY)])) == 1


def test_only_texts_stand_to_texts() -> None:
    pledge = Commitment(document="d", source="d", evidence=(Span(0, 1, "x"),), act="pledge", content="x")
    mention = Mention.of(pledge, Source(id="d", name="d"))
    assert stated(mention) == []
    assert ties(entry(AMENDING), [entry(mention)]) == []
