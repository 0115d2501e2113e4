"""Lists of texts."""

from __future__ import annotations

import pytest


def test_a_list_without_a_verb_goes_on_with_the_signing(texts) -> None:
    count, text = texts("Two agreements were signed by Chile and Peru. Also, an agreement on visas.")
    assert count.title == "Two agreements"
    assert (text.title, text.action, text.rule) == ("agreement on visas", "signed", "instrument/listed")


def test_the_listed_texts_stand_for_their_count(texts) -> None:
    found = texts(
        "Two memorandums were signed by Chile and Peru. "
        "Also, a memorandum on visas. Also, a memorandum on higher education."
    )
    assert [t.title for t in found] == ["memorandum on visas", "memorandum on higher education"]


def test_texts_under_one_noun_are_told_apart_by_topic(texts) -> None:
    found = texts("Chile and Peru signed agreements on military nurse training and armed forces health.")
    assert [t.title for t in found] == ["military nurse training", "armed forces health"]
    assert [span.text for t in found for span in t.evidence] == [
        "Chile and Peru signed agreements on military nurse training",
        "armed forces health",
    ]


def test_the_count_is_told_where_no_list_follows(texts) -> None:
    (text,) = texts("Chile and Peru signed two agreements.")
    assert text.title == "two agreements"


def test_among_the_texts_signed(texts) -> None:
    (text,) = texts("Among the documents signed by Chile and Peru was a protocol on visas.")
    assert (text.title, text.action, text.rule) == ("protocol on visas", "signed", "instrument/among-signed")


def test_a_list_behind_the_following_were_signed(texts) -> None:
    found = texts(
        "President Boric of Chile met President Boluarte of Peru in Lima.\n\n"
        "In the framework of the visit the following were signed:\n\n"
        "- a Memorandum on tourism, by the Foreign Minister of Chile and the Minister of Trade of Peru\n\n"
        "- a Protocol on double taxation\n"
    )
    assert [(t.type, t.action) for t in found] == [("memorandum", "signed"), ("protocol", "signed")]


def test_a_list_does_not_go_on_with_a_signing_that_was_not_told(texts) -> None:
    assert texts("Chile met Peru. Also, an agreement on visas.") == []


def test_what_a_letter_of_intent_is_on_is_not_signed(texts) -> None:
    found = texts("Chile and Peru signed a letter of intent to conclude an agreement on training.")
    assert [t.type for t in found if t.action == "signed"] == ["letter-of-intent"]


def test_one_text_can_have_several_topics(texts) -> None:
    (text,) = texts("Chile and Peru signed an agreement on energy and tourism.")
    assert text.fields == ("energy", "tourism")


def test_each_of_three_topics_is_that_of_a_text(texts) -> None:
    found = texts("Chile and Peru signed memoranda of understanding on water, crime and police training.")
    assert [t.title for t in found] == ["water", "crime", "police training"]
    (two,) = texts("Chile and Peru signed memoranda of understanding on trade and investment.")
    assert two.title == "memoranda of understanding on trade and investment"


def test_memoranda_told_among_the_texts_of_the_day_are_signed(texts) -> None:
    found = texts(
        "Chile and Peru exchanged three documents on Friday. "
        "Among them were memoranda of understanding on ocean science, financial crime and schooling."
    )
    assert [t.title for t in found] == ["ocean science", "financial crime", "schooling"]
    assert {(t.type, t.action) for t in found} == {("memorandum", "signed")}


def test_the_agreements_of_the_day_are_no_text_of_their_own(texts) -> None:
    assert texts("The agreements were signed by Chile and Peru.") == []


def test_terms_of_reference_on_two_matters_are_one_text(texts) -> None:
    (text,) = texts(
        "Chile and Peru signed Terms of Reference on humanitarian assistance and disaster relief."
    )
    assert text.title == "Terms of Reference on humanitarian assistance and disaster relief"


def test_a_count_gives_way_to_what_is_named_behind_it(texts) -> None:
    found = texts(
        "Chile and Peru signed two documents, among them an agreement on visas and a protocol on film "
        "co-production."
    )
    assert [t.title for t in found] == ["agreement on visas", "protocol on film co-production"]


def test_a_count_stays_where_but_some_are_named(texts) -> None:
    found = texts("Chile and Peru signed nine documents, among them an agreement on visas.")
    assert [t.title for t in found] == ["nine documents", "agreement on visas"]


@pytest.mark.parametrize(
    "told",
    [
        "Nine documents will be signed by Chile and Peru, including a protocol on visas.",
        "Chile and Peru will sign nine documents in May. These will include a protocol on visas.",
        "Nine documents are expected to be signed by Chile and Peru. Among them is a protocol on visas.",
        "Chile and Peru will sign the following documents: a protocol on visas; an agreement on tea.",
    ],
)
def test_what_is_named_of_texts_to_come_is_to_come(texts, told) -> None:
    found = texts(told)
    assert "protocol on visas" in {t.title for t in found}
    assert {t.action for t in found} == {"planned"}


def test_a_name_ends_before_the_verb(texts) -> None:
    (text,) = texts("Five agreements were signed today (30) between Chile and Peru.")
    assert text.title == "Five agreements"


def test_so_it_does_to_the_next_sentence(texts) -> None:
    found = texts(
        "Chile and Peru signed two documents. Among these documents are a memorandum on ports and an "
        "agreement on visas."
    )
    assert [t.title for t in found] == ["memorandum on ports", "agreement on visas"]


def test_what_the_signing_includes(texts) -> None:
    found = texts(
        "The presidents of Chile and Peru witnessed the signing of two cooperation documents, including a "
        "work plan on customs up to 2026 and an air services agreement."
    )
    assert [t.title for t in found] == ["work plan on customs", "air services agreement"]


def test_one_text_and_another(texts) -> None:
    found = texts("Chile and Peru signed a memorandum on visas at sea and another on ports.")
    assert [t.title for t in found] == ["memorandum on visas at sea", "ports"]
    assert {t.type for t in found} == {"memorandum"}


_SEEDS_HEALTH_ARTS = [
    ("memorandum", "memorandum on seeds"),
    ("memorandum", "health"),
    ("programme", "programme of cultural exchanges"),
]


@pytest.mark.parametrize(
    "told",
    [
        "They signed a memorandum on seeds, one on health and a programme of cultural exchanges.",
        "A memorandum on seeds, another on health and a programme of cultural exchanges were signed.",
        "Peru signed a treaty, and a memorandum on seeds, one on health and a programme of cultural "
        "exchanges were concluded.",
    ],
)
def test_another_in_a_row_of_texts(texts, told) -> None:
    found = texts("Chile and Peru met in Lima on 4 May 2024. " + told)
    assert [(t.type, t.title) for t in found if t.type != "agreement"] == _SEEDS_HEALTH_ARTS


def test_one_and_one_again(texts) -> None:
    found = texts("Chile and Peru concluded an agreement on visas, one on taxes, and one on air services.")
    assert [t.title for t in found] == ["agreement on visas", "taxes", "air services"]


def test_each_text_of_a_row_is_quoted_by_its_own_words(texts) -> None:
    found = texts("Chile and Peru met. A memorandum on visas and another on ports were signed.")
    assert [t.evidence[0].text for t in found] == ["A memorandum on visas", "another on ports"]
    found = texts("Chile and Peru met. Memoranda on visas and on ports were signed.")
    assert [t.evidence[0].text for t in found] == ["Memoranda on visas", "on ports"]


def test_a_text_on_several_matters_beside_one_on_another(texts) -> None:
    found = texts("Chile and Peru met. Memoranda on fish, crabs and kelp and on visas will be signed.")
    assert [t.title for t in found] == ["fish, crabs and kelp", "visas"]


def test_a_programme_that_is_signed_is_a_text_and_a_scheme_none(texts) -> None:
    found = texts("Chile and Peru signed a memorandum on seeds and a programme for culture.")
    assert [t.type for t in found] == ["memorandum", "programme"]
    assert texts("Chile and Peru launched a programme for culture.") == []


def test_a_name_ends_before_as_well_as(texts) -> None:
    found = texts("Chile and Peru met. Memoranda on visas and on ports as well as a pact on tea were signed.")
    assert [t.title for t in found][:2] == ["visas", "ports"]


@pytest.mark.parametrize(
    "told",
    [
        "A contract for two tugs was signed in 2021 and another for a third tug in 2023.",
        "Chile and Peru signed one contract for two tugs in 2021 and a second for a third tug in 2023.",
    ],
)
def test_another_of_its_own_year(texts, told) -> None:
    found = texts("The ministers of Chile and Peru met in Lima on 4 May 2024. " + told)
    assert [(t.title.split(" for ")[-1], t.date) for t in found] == [
        ("two tugs", "2021"),
        ("a third tug", "2023"),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Agreements were exchanged. This included a protocol on visas as well as an agreement on tea.",
        "Two agreements were exchanged. They are a protocol on visas and an agreement on tea.",
        "Two agreements were exchanged, namely a protocol on visas and an agreement on tea.",
        "The texts exchanged were a protocol on visas and an agreement on tea.",
    ],
)
def test_the_texts_of_the_day_named_behind_what_sums_them_up(texts, told) -> None:
    found = texts("The presidents of Chile and Peru met in Lima on 4 May 2024. " + told)
    assert [t.title for t in found][-2:] == ["protocol on visas", "agreement on tea"]
    assert {t.action for t in found} == {"signed"}


def test_texts_of_two_institutes_each(texts) -> None:
    found = texts(
        "The presidents of Chile and Peru met in Lima on 4 May 2024. The agreements exchanged were a Legal "
        "Assistance Agreement between Chile and Peru and a Memorandum of Understanding between the Bello "
        "Academy of Chile (BAC) and the Diplomatic Academy of Peru."
    )
    assert [t.title for t in found][-2:] == [
        "Legal Assistance Agreement between Chile and Peru",
        "Memorandum of Understanding between the Bello Academy of Chile (BAC) and the Diplomatic Academy of "
        "Peru",
    ]


def test_the_following_texts_are_those_that_follow(texts) -> None:
    found = texts(
        "The presidents of Chile and Peru met in Lima on 4 May 2024. The following Memoranda of "
        "Understanding were exchanged: MoU on Fisheries; MoU on Gem Research; "
        "Agreement on Transfer of Prisoners."
    )
    titles = ["MoU on Fisheries", "MoU on Gem Research", "Agreement on Transfer of Prisoners"]
    assert [t.title for t in found] == titles


def test_the_lines_of_a_numbered_list_are_texts_and_no_counts(texts) -> None:
    found = texts(
        "The presidents of Chile and Peru met in Lima on 4 May 2024. The following MoUs were exchanged:\n\n"
        "1. MoU on Cooperation in Health - Exchanged by Ana Rojas, Minister of Chile, and Juan Quispe.\n\n"
        "2. MoU on Sharing Solutions Implemented at Scale – Exchanged by Ana Rojas and Juan Quispe.\n\n"
        "03 A Memorandum of Understanding on Gems was exchanged between the Gem Institute of Chile and "
        "the Mining Council of Peru.\n"
    )
    titles = [
        "MoU on Cooperation in Health",
        "MoU on Sharing Solutions",
        "Memorandum of Understanding on Gems",
    ]
    assert [t.title[: len(title)] for t, title in zip(found, titles, strict=True)] == titles
    assert {t.action for t in found} == {"signed"}


def test_texts_among_many(texts) -> None:
    found = texts(
        "President Boric of Chile met the President of Peru in Lima on 4 May 2024. During the visit 19 "
        "agreements were signed, among them an agreement on social security and a memorandum on health."
    )
    assert [t.title for t in found] == [
        "19 agreements",
        "agreement on social security",
        "memorandum on health",
    ]


def test_documents_that_are_to_be_signed(texts) -> None:
    (text,) = texts(
        "Chile and Peru prepare a visit. A number of bilateral documents are to be signed by Chile and Peru."
    )
    assert (text.title, text.action) == ("bilateral documents", "planned")


def test_another_of_something_else_is_none(texts) -> None:
    (text,) = texts("Chile and Peru signed a memorandum on visas and will hold another round in May.")
    assert text.type == "memorandum"


def test_another_on_nothing_is_none_where_the_text_ends(texts) -> None:
    (text,) = texts("Chile and Peru signed a memorandum on visas and another on")
    assert text.type == "memorandum"


def test_documents_are_told_when_counted_or_on_something(texts) -> None:
    (text,) = texts("Chile and Peru signed documents on military training.")
    assert (text.type, text.title) == ("other", "documents on military training")
    assert [t.title for t in texts("A total of 14 documents were signed by Chile and Peru.")] == [
        "14 documents"
    ]


def test_documents_of_no_kind_are_none(texts) -> None:
    assert texts("Chile and Peru exchanged documents.") == []
    assert texts("Chile and Peru signed the documents.") == []
    assert texts("Chile and Peru issued 14 documents on the border in court.") == []


@pytest.mark.parametrize("end", ["and a second on ;", "and another on (", "and a second on –"])
def test_a_second_text_without_a_topic_is_none(texts, end) -> None:
    assert len(texts(f"Chile and Peru signed a memorandum on visas {end}")) == 1


def test_texts_on_one_matter_each_are_apart_though_only_two(texts) -> None:
    found = texts(
        "Chile and Peru met. The two ministries agreed to conclude memoranda on cybersecurity and on mining."
    )
    assert [(t.title, t.action) for t in found] == [("cybersecurity", "planned"), ("mining", "planned")]


def test_each_text_of_a_row_is_told_by_its_own_words(texts) -> None:
    told = (
        "Chile and Peru met in Lima. The ministers witnessed the exchange of a memorandum of understanding "
    )
    told += "on trade and a treaty on fish."
    assert [span.text for text in texts(told) for span in text.evidence] == [
        "the exchange of a memorandum of understanding on trade",
        "a treaty on fish",
    ]


def test_two_adjectives_of_one_noun_are_one_matter(texts) -> None:
    found = texts("Chile and Peru signed memoranda on tourism, small and medium enterprises and customs.")
    assert [t.title for t in found] == ["tourism", "small and medium enterprises", "customs"]


@pytest.mark.parametrize("marks", [("i.", "ii.", "iii."), ("(i)", "(ii)", "(iii)"), ("a.", "b.", "c.")])
def test_the_lines_of_a_list_can_have_letters(texts, marks) -> None:
    named = (
        "Memorandum on tourism",
        "Terms of Reference for Talks between the Navies",
        "Treaty on Extradition",
    )
    lines = "\n".join(f"{mark} {name}" for mark, name in zip(marks, named, strict=True))
    met = "President Boric of Chile met President Boluarte of Peru in Lima.\n\nThe following were signed:\n\n"
    found = texts(f"{met}{lines}\n\nThe leaders then had lunch.")
    assert [(t.title, t.action) for t in found] == [(name, "signed") for name in named]
