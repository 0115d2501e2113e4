"""The same facts in other words: what a report tells with one verb another tells with a noun, a passive or an
idiom. Each case is told of talks between a minister of Japan and one of Norway."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import AnyFact, Person

TALKS = (
    "Japan and Norway hold talks\n\n"
    "Defence Minister Ko Sato of Japan met Defence Minister Anna Berg of Norway in Oslo on 3 July 2024.\n\n"
)
NEWS = "engagement meeting held"

Told = Callable[[str], list[str]]


@pytest.fixture(scope="session")
def told(read: Callable[..., list[AnyFact]]) -> Told:
    """What the words tell besides the talks, as "commitment request JP", "engagement visit cancelled"."""

    def told(words: str) -> list[str]:
        facts = [f for f in read(TALKS + words) if not isinstance(f, Person)]
        return [_in_short(f) for f in facts if f.evidence[0].start >= len(TALKS)]

    return told


def _in_short(fact: AnyFact) -> str:
    which = getattr(fact, "type", "") or getattr(fact, "act", "") or getattr(fact, "polarity", "")
    state = getattr(fact, "status", "") or getattr(fact, "action", "")
    whose = getattr(fact, "speaker", ()) or getattr(fact, "holder", ())
    return " ".join(part for part in (fact.kind, which, state, ",".join(sorted(whose))) if part)


@pytest.mark.parametrize(
    ("words", "fact"),
    [
        ("Sato insisted that Norway share the cost of the radar.", "commitment request JP"),
        ("Berg demanded that Japan share its data on the ice.", "commitment request NO"),
        ("Berg said she would like to see Japan involved in the patrols.", "commitment request NO"),
        (
            "Japanese officers were welcome to attend courses in Bergen, Berg indicated.",
            "commitment offer NO",
        ),
        ("Norwegian cadets are welcome at the academy in Yokosuka, said Sato.", "commitment offer JP"),
        ("Berg said the time had come to train together.", "commitment propose NO"),
        ("The moment has come for the two navies to train together, said Sato.", "commitment propose JP"),
        ("The two announced the creation of a joint centre for mine warfare.", "commitment agree JP,NO"),
        ("Joint patrols are to begin in the spring, the two decided.", "commitment agree JP,NO"),
        ("Sato is invited to return to Oslo next year.", "commitment invite NO"),
        ("The test was a source of serious concern to both, as were the missiles.", "position JP,NO"),
        (
            "Any attempt to alter the status quo in the South China Sea was firmly opposed by the ministers.",
            "position JP,NO",
        ),
        ("Berg said that Norway had no better friend in Asia.", "assessment positive NO"),
        ("In Sato's words, Japan has no partner that matters more in the Arctic.", "assessment positive JP"),
        ("The ministers agreed a Joint Statement.", "instrument joint-statement signed"),
        ("The two failed to sign the agreement on logistics.", "instrument agreement planned"),
        ("They did not sign the memorandum on ships that had been drafted.", "instrument memorandum planned"),
        ("Berg's trip to Kyoto, planned for June, did not push through.", "engagement visit cancelled"),
        ("Berg's visit to Kyoto in June fell through.", "engagement visit cancelled"),
        ("Sato was handed an invitation to Bergen.", "commitment invite NO"),
        ("Berg was given an assurance of help with the mines.", "commitment pledge JP"),
        ("Norway will have Japan's help in clearing the mines.", "commitment pledge JP"),
        ("Norway can count on Japan's support, said Sato.", "commitment pledge JP"),
        ("Assistance will be forthcoming for the coast guard, said Sato.", "commitment pledge JP"),
        ("The programme will go on being backed by Tokyo.", "commitment pledge JP"),
        ("Japan means to invest in Norwegian ports.", "commitment pledge JP"),
        ("It remains the intention of Norway to train Japanese pilots.", "commitment pledge NO"),
        ("It is Japan's wish to take part in the patrols.", "commitment offer JP"),
        ("The missile tests of North Korea worry both governments.", "position JP,NO"),
        ("There are few partners as important as Norway, said Sato.", "assessment positive JP"),
        ("Norway, in Sato's words, is a trusted partner.", "assessment positive JP"),
        ("Norway is a trusted partner, according to Sato.", "assessment positive JP"),
        ("The ministers looked on as the two commanders put pen to paper.", "engagement ceremony held"),
        (
            "The keys to 20 boats, a gift of Japan, were handed to the Norwegian Navy on 5 July.",
            "engagement ceremony held",
        ),
        (
            "On Sato's programme are separate talks with Norway's Prime Minister, Jonas Store.",
            "engagement meeting planned",
        ),
        (
            "A further meeting brought Berg together with General Kenji Mori of Japan.",
            "engagement meeting held",
        ),
        ("Several documents await signature.", "instrument other planned"),
        (
            "Under a joint declaration to which both put their signatures, patrols will begin.",
            "instrument joint-statement signed",
        ),
        (
            "It is 120 years this year since diplomatic relations were established.",
            "milestone diplomatic-relations",
        ),
        ("There was praise from Sato for what Norway does for Ukraine.", "assessment positive JP"),
        ("The Norwegian crews won high praise from Sato.", "assessment positive JP"),
        (
            "Exchanges are to be kept up and training is to be widened, it was decided.",
            "commitment agree JP,NO",
        ),
        ("More joint exercises were agreed.", "commitment agree JP,NO"),
        ("More Japanese instructors would be welcome, Berg said.", "commitment request NO"),
        ("Japan will find in Norway a reliable supplier, Berg assured him.", "commitment pledge NO"),
        ("Japan can rely on Norway for its gas, Berg told Sato.", "commitment pledge NO"),
        ("The attacks in the Red Sea have to cease at once, both demanded.", "position JP,NO"),
        ("Sato, whom Berg had invited, spoke first.", "commitment invite NO"),
        ("Sato is in Norway on a working visit, invited by Berg.", "commitment invite NO"),
        ("There will be a meeting with Japan's Prime Minister, Fumio Kishida.", "engagement meeting planned"),
        ("A meeting with leading Japanese bankers has also been arranged.", "engagement meeting planned"),
        ("Opposition to any change of the status quo was expressed after the talks.", "position JP,NO"),
        ("Norway asks to become a partner of the Japanese programme.", "commitment request NO"),
        ("Sato sought more job opportunities for Japanese sailors.", "commitment request JP"),
        ("Berg offered Japanese firms favourable conditions to invest.", "commitment offer NO"),
        ("A joint office will open in Bergen next year, both ministers said.", "commitment agree JP,NO"),
        (
            "Japan has long helped to guard the coast, and this support will continue, Sato added.",
            "commitment pledge JP",
        ),
        ("Sato said the sale would bring the two navies closer together.", "assessment positive JP"),
        ("The deal has taken the partnership to a new level, Berg said.", "assessment positive NO"),
        (
            "They prepare a logistics agreement which both sides aim to conclude in 2026.",
            "instrument agreement planned",
        ),
        (
            "They recalled the entry into force of the logistics treaty on 1 May 2024.",
            "instrument agreement existing",
        ),
        ("The number of places for Norwegian cadets would be doubled, Sato said.", "commitment pledge JP"),
        (
            "A letter of intent on air defence should be signed before the year is over.",
            "instrument letter-of-intent planned",
        ),
        ("Under the new agreement:\n\n- cadets will be offered more places", "commitment agree JP,NO"),
        (
            'Minister Anna Berg said:\n\n"We value Japan as a friend. We ask it to stay."',
            "assessment positive NO",
        ),
        ("Japan and Norway concluded the exercise KAITO-17 in Oslo on 5 July.", "engagement exercise held"),
        ("A grant of two million dollars was announced by the Japanese Government.", "commitment pledge JP"),
        ("Sato noted that the two navies had been cooperating excellently.", "assessment positive JP"),
        ("Sato said that his navy hoped to obtain two more boats next year.", "commitment request JP"),
        (
            "Berg renewed the commitment to concluding a trade agreement this year.",
            "instrument agreement planned",
        ),
        (
            "In a joint declaration both governments undertook to train divers.",
            "instrument joint-statement signed",
        ),
        ("Sato opened the Embassy of Japan in Oslo on 4 July.", "engagement ceremony held"),
        ("The captain voiced Japan's appreciation of Norway's contribution.", "assessment positive JP"),
        ("The ministers paid tribute to the close bond between the two navies.", "assessment positive JP,NO"),
        ("Work on the pier would be resumed with Japanese financing, Sato replied.", "commitment pledge JP"),
        ("Berg said she was delighted that Sato had chosen Norway.", "assessment positive NO"),
        ("Sato said Japan and Norway were bound by an intimate friendship.", "assessment positive JP"),
        ("Sato insisted that only dialogue would bring lasting peace to Ukraine.", "position JP"),
        ("Agreement was reached on support for young sailors.", "commitment agree JP,NO"),
        (
            "The two ministries exchanged a Letter of Intent on a Space Partnership.",
            "instrument letter-of-intent signed",
        ),
        ("The Norwegian Prime Minister witnessed the signing.", "engagement ceremony held"),
        ("The strategic partnership of Japan and Norway will be ten years old next year.", "milestone other"),
        (
            "Next steps:\n\n► Japan to support Norway in countering cyber attacks\n► More",
            "commitment pledge JP",
        ),
        ("What is in it?\n\n► Cooperation on border management\n► More", "commitment agree JP,NO"),
        (
            "Diplomatic relations between the Kingdom of Norway and Japan, with all its many islands, "
            "were established on 7 November, 1905.",
            "milestone diplomatic-relations",
        ),
        ("A second group of cadets could be accommodated in 2025, Sato indicated.", "commitment offer JP"),
        ("HMAS Anzac is on patrol with the Norwegian Navy.", "engagement exercise held"),
        (
            "The Foreign Minister of Japan, Yoko Kamikawa, had rung Berg earlier in the week.",
            "engagement call held",
        ),
        ("The visit of Berg to Tokyo is slated for May.", "engagement visit planned"),
        ("They had last come together in Tokyo in June 2022.", "engagement meeting held"),
    ],
)
def test_is_told_in_these_words_too(told: Told, words: str, fact: str) -> None:
    assert fact in told(words)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Sato insisted that Norway opened its ports long ago.", "commitment"),
        ("Reporters were welcome to attend the press briefing.", "commitment"),
        ("Berg said that the time had come and gone.", "commitment"),
        ("The two announced the launch of negotiations on a treaty.", "commitment"),
        ("The ministers agreed a Joint Statement.", "commitment"),
        ("The two will not sign an agreement on logistics.", "instrument"),
        ("If the visit to Kyoto does not go ahead, Berg will be sorry.", "engagement"),
        ("The visit to Kyoto was not called off.", "engagement"),
        ("Japan had no ships in the port.", "assessment"),
        ("It is meant to last.", "commitment"),
        ("A letter was handed to the minister.", "commitment"),
        ("The talks of officials dealt with trade.", "engagement visit"),
        ("More reporters would be welcome.", "commitment"),
        ("Discussions centred around rural poverty.", "engagement"),
        ("The two concurred on accelerating the negotiations on the treaty.", "commitment"),
        ("The shop will open next year, both ministers said.", "commitment"),
        ("The two navies hold a joint exercise every year.", "engagement"),
        ("It was agreed that the fourteenth edition be held in Tokyo.", "commitment"),
        ("A first workshop for firms was held in May.", "engagement dialogue"),
        ("Our ties go back to the ARKTIS exercises of the nineties, said Sato.", "engagement exercise"),
        ("Sato is in New York to attend the session of the UN General Assembly.", "engagement visit"),
        ("Sato is on his first visit to South America.", "engagement visit"),
        ("The two ships were bound by ropes.", "assessment"),
        ("A party for the crew is being planned.", "commitment"),
        ("Berg rang the bell.", "engagement call"),
        ("The dogs worry both farmers.", "position"),
        ("The weather was a source of concern to farmers.", "position"),
    ],
)
def test_is_not_told_in_these_words(told: Told, words: str, kind: str) -> None:
    assert not [fact for fact in told(words) if fact.startswith(kind)]


def test_the_day_since_when_a_text_is_in_force_is_not_that_of_its_signing(
    read: Callable[..., list[AnyFact]],
) -> None:
    words = "The treaty on logistics, in force since 1 May 2014, was concluded in Paris on 21 December 2011."
    facts = [f for f in read(TALKS + words) if f.kind == "instrument"]
    assert [f.date for f in facts] == ["2011-12-21"]


def test_what_will_be_used_when_troops_train_is_yet_to_come(told: Told) -> None:
    words = "The pact will be used for the first time when troops of both take part in Exercise Cold Spring."
    assert "engagement exercise planned" in told(words)
