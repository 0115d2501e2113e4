"""Which texts are copies of one text, and which only look like it."""

from __future__ import annotations

import itertools
import random
import unicodedata
from importlib.resources import files

import pytest

from servanda.resolve.copies import WORTH_COMPARING, compare, groups, likeness, signature

AGENCY = """\
Australia, Fiji sign status of forces agreement

SUVA, Oct. 20 (AAP) - Australia and Fiji signed a status of forces agreement on Thursday that lets the \
armed forces of each country train and work in the other.

The agreement was signed by the Australian Defence Minister, Richard Marles, and the Fijian Minister for \
Defence, Inia Seruiratu, at the Blackrock camp near Nadi, which Australia helped to rebuild.

Marles said that the agreement set out how the soldiers of both countries would be treated when they \
answered natural disasters together. Some 160 Fijian soldiers helped to fight the bushfires in Victoria in \
2020, and Australian ships carried aid to Fiji after Cyclone Yasa.

Seruiratu said that the two ministries would agree on a plan of joint exercises for 2023 before the end of \
the year. He thanked Australia for the Bushmaster vehicles which the Fijian battalion uses on the Golan \
Heights.

The ministers were accompanied by the Commander of the Republic of Fiji Military Forces, Jone Kalouniwai.
"""
DAILY = """\
Troops of both nations may now train on each other's soil

Australia and Fiji signed a status of forces agreement that allows the armed forces of each country to \
train and work in the other.

It was signed by Australian Defense Minister Richard Marles and Fijian Minister for Defense Inia Seruiratu \
at the Blackrock camp near Nadi, which Australia helped to rebuild.

Marles said that the agreement set out how the soldiers of both countries would be treated when they \
answered natural disasters together. Some 160 Fijian soldiers helped fight bushfires in Victoria in 2020, \
and Australian ships carried aid to Fiji after Cyclone Yasa. - AAP
"""
OWN_REPORTER = """\
Marles in Nadi: a pact at the camp that Canberra paid for

NADI, Oct. 20 - Richard Marles needed less than an hour at Blackrock. The Australian minister shook hands \
with Inia Seruiratu, put his name under the status of forces agreement and flew on to Suva.

For the Fijian government the paper matters more than its length suggests. Until now every visiting unit \
had to be covered by an exchange of letters, and lawyers in both capitals complained of the delay when \
Cyclone Yasa struck in 2020. The new rules cover customs, taxes and jurisdiction once and for all.

Opposition members asked in parliament last week why they had not seen the text. Seruiratu promised to \
table it in November, when he also expects a plan of joint exercises for the coming year.
"""

CHARTER = """\
"We the peoples of the United Nations, determined to save succeeding generations from the scourge of war, \
which twice in our lifetime has brought untold sorrow to mankind, and to reaffirm faith in fundamental \
human rights, in the dignity and worth of the human person, in the equal rights of men and women and of \
nations large and small, and to establish conditions under which justice and respect for the obligations \
arising from treaties can be maintained, and for these ends to practice tolerance and live together in \
peace with one another as good neighbors, and to unite our strength to maintain international peace and \
security, and to ensure, by the acceptance of principles and the institution of methods, that armed force \
shall not be used, save in the common interest, have resolved to combine our efforts to accomplish these \
aims."
""".strip()
REPORT = f"""\
SAN FRANCISCO, June 26 - The charter of the United Nations was read aloud in the Herbst Theatre on Sunday, \
where the delegates of fifty countries signed it in 1945. Children of the city took turns at the \
microphone:

{CHARTER}

Mayor Ed Lee thanked all guests for their long way. The flags were carried in, and a choir sang until the \
doors were opened to the public.
"""
FEATURE = f"""\
Seldom has the Herbst Theatre been so quiet. The oldest of the guests had stood guard there in 1945 as a \
young marine; when the first words of the charter came, he closed his eyes:

{CHARTER}

What would those fifty people say today of what they founded? Nobody put the question from the stage, \
although Ed Lee came close to it when he spoke of the men who sleep in the streets around his office.
"""

CREDENTIALS = """\
The President this morning received at the Presidential Palace the letters of credence of {name}, the new \
Ambassador of {country}. Welcoming the ambassador, the President said that the {people} people had long \
been close to the hearts of the people of this country, and expressed the conviction that in the \
ambassador's tenure the traditional friendship would be deepened in trade, education and culture. He asked \
the ambassador to convey his greetings to the leaders of {country}. The ambassador thanked the President \
for the warm words and promised to spare no effort so that the good relations between the two countries \
would reach a new height.
"""
BULLETIN = """\
Daily report of the Ministry of National Defense. In the last 24 hours {aircraft} aircraft and {ships} \
vessels of the People's Liberation Army were detected around Taiwan until 6 a.m. on {day} January 2024. Of \
these {crossed} crossed the median line of the strait or entered the southwestern and northern air defence \
identification zone. The armed forces monitored the situation and sent aircraft on patrol, vessels of the \
navy and missile systems on the coast to respond to these activities. {balloons} balloons were seen at a \
height of {height} feet, {miles} nautical miles from Keelung.
"""
DEPARTURE = """\
President Anura Kumara Disanayake left for Abu Dhabi this morning to attend the World Governments Summit in \
Dubai at the invitation of the President of the United Arab Emirates, Sheikh Mohamed bin Zayed Al Nahyan.

He is to address the summit on Wednesday, and will hold talks with the leaders of other countries and with \
investors in the field of energy.

Minister of Foreign Affairs, Foreign Employment and Tourism Vijitha Herath is accompanying the President, \
with the Chief Advisor to the President on Digital Economy, Hans Wijayasuriya.
"""
ARRIVAL = """\
At the invitation of the President of the United Arab Emirates, Sheikh Mohamed bin Zayed Al Nahyan, who was \
awaiting him in the palace, President Anura Kumara Disanayake came to Abu Dhabi before noon. The two spoke \
for an hour about ports and the price of tea.

In Dubai, where he attends the World Governments Summit, his speech will be about corruption and debt. He \
will hold talks with the leaders of other countries and investors.

He took with him Hans Wijayasuriya, Chief Advisor to the President on Digital Economy, and the Minister of \
Foreign Affairs, Foreign Employment and Tourism, Vijitha Herath.
"""
ABOUT = """\
The Pacific Islands Forum was founded in 1971. Its members are Australia, the Cook Islands, the Federated \
States of Micronesia, Fiji, French Polynesia, Kiribati, the Marshall Islands, Nauru, New Caledonia, New \
Zealand, Niue, Palau, Papua New Guinea, Samoa, the Solomon Islands, Tonga, Tuvalu and Vanuatu. The \
secretariat in Suva carries out the decisions of the leaders. Questions on this communication may be put to \
the office of the Secretary General on working days between nine and five; photographs may be used free of \
charge.
"""


def edited(text: str, share: float, seed: int) -> str:
    """`text` with some of its small words left out or changed, and words put in."""
    chance = random.Random(seed)
    words = text.split(" ")
    for place, word in enumerate(words):
        if chance.random() < share and word.isalpha() and word.islower():
            words[place] = chance.choice(("", "also", "reportedly", f"{word} then"))
    return " ".join(words)


def cut(text: str, share: float) -> str:
    """The first paragraphs of `text`, about `share` of it."""
    kept: list[str] = []
    for paragraph in text.split("\n\n"):
        if sum(map(len, kept)) < share * len(text):
            kept.append(paragraph)
    return "\n\n".join(kept)


def test_two_meetings_of_one_day_told_in_one_form_are_no_copies() -> None:
    def release(guest: str, subject: str) -> str:
        return (
            "President Bola Tinubu, currently in the United States to attend the 78th session of the United "
            f"Nations General Assembly, held bilateral discussions with {guest} at the Permanent Mission of "
            "Nigeria to the United Nations in New York on the 20th afternoon (US time).\n\n"
            f"President Tinubu warmly welcomed his guest. {subject}\n\n"
            "Minister of Foreign Affairs Yusuf Tuggar, Minister of Finance Wale Edun, Permanent "
            "Representative Tijjani Muhammad-Bande and senior officials of the Ministry of Foreign Affairs "
            f"of Nigeria were also present{' at the meeting' * subject.startswith('P')}.\n"
        )

    trade = "Particular emphasis was placed on promoting tourism, as well as new opportunities on the market."
    security = (
        "The leaders spoke about the long friendship of their peoples and about many more fields of it."
    )
    spain = release("Spanish Prime Minister Pedro Sánchez", trade)
    ghana = release("President Nana Akufo-Addo", security)
    assert compare(spain, ghana) is None
    assert compare(spain, release("Spanish Prime Minister Pedro Sánchez", security)) is not None


class TestCopies:
    def test_a_daily_cuts_and_edits_an_agency_report_under_a_title_of_its_own(self) -> None:
        decision = compare(AGENCY, DAILY)
        assert decision is not None
        assert decision.verdict == "same"
        assert "of the shorter text" in decision.reason

    def test_the_same_text_twice_is_a_re_run(self) -> None:
        decision = compare(AGENCY, AGENCY)
        assert decision is not None
        assert 0.95 < decision.score < 1

    def test_case_diacritics_and_white_space_do_not_tell_texts_apart(self) -> None:
        plain = AGENCY.replace("Suva", "SUVA").replace(" the ", "  the\t")
        accented = unicodedata.normalize("NFD", AGENCY.replace("Nadi", "Nadí"))
        assert compare(plain, accented) is not None

    def test_a_tenth_of_the_words_may_be_edited(self) -> None:
        assert all(compare(AGENCY, edited(AGENCY, 0.1, seed)) for seed in range(20))

    def test_a_copy_cut_by_half_is_a_copy(self) -> None:
        half = cut(AGENCY, 0.5)
        assert len(half) < 0.7 * len(AGENCY)
        assert compare(AGENCY, half) is not None

    def test_a_new_lead_over_the_old_text(self) -> None:
        _, _, *rest = AGENCY.split("\n\n")
        lead = "Fiji and Australia have drawn closer: their soldiers may now train in both countries."
        assert compare(AGENCY, "\n\n".join((lead, *rest))) is not None

    def test_a_statement_that_both_sides_print_in_full_is_one_text_though_quoted(self) -> None:
        one, other = f"What the leaders declared:\n\n{CHARTER}", f"We document:\n\n{CHARTER}"
        assert compare(one, other) is not None

    def test_the_order_of_the_two_does_not_matter(self) -> None:
        for a, b in itertools.permutations((AGENCY, DAILY, OWN_REPORTER, REPORT, FEATURE), 2):
            assert compare(a, b) == compare(b, a)


class TestWhatIsNoCopy:
    def test_two_reporters_on_one_event(self) -> None:
        assert compare(AGENCY, OWN_REPORTER) is None

    def test_two_reports_that_quote_one_speech_at_length(self) -> None:
        assert compare(REPORT, FEATURE) is None

    def test_that_holds_for_curly_quotation_marks(self) -> None:
        curly = CHARTER.replace('"We', "“We").replace('aims."', "aims.”")
        assert compare(REPORT.replace(CHARTER, curly), FEATURE.replace(CHARTER, curly)) is None

    def test_departure_and_arrival_of_one_visit_as_one_office_tells_them(self) -> None:
        assert compare(DEPARTURE, ARRIVAL) is None

    def test_a_form_filled_in_with_another_name(self) -> None:
        thai = CREDENTIALS.format(name="Nikorndej Balankura", country="Thailand", people="Thai")
        french = CREDENTIALS.format(name="Olivier Brochet", country="France", people="French")
        assert compare(thai, french) is None
        assert compare(thai, edited(thai, 0.05, 1)) is not None

    def test_a_bulletin_with_other_numbers(self) -> None:
        counts = ("aircraft", "ships", "day", "crossed", "balloons", "height", "miles")
        monday = BULLETIN.format(**dict(zip(counts, (13, 5, 8, 4, 3, 21000, 80), strict=True)))
        tuesday = BULLETIN.format(**dict(zip(counts, (27, 9, 16, 11, 2, 15500, 65), strict=True)))
        assert compare(monday, tuesday) is None

    def test_one_number_that_was_mended_does_not_make_another_text(self) -> None:
        assert compare(AGENCY, AGENCY.replace("160", "106")) is not None

    def test_communications_of_one_office_that_close_with_the_same_paragraph(self) -> None:
        nauru = (
            "David Adeang, the President of Nauru, received the Secretary General of the Forum, Baron Waqa, "
            "in Yaren. They spoke of the election of judges, of flights, and of a bank that wishes to leave."
        )
        palau = (
            "Ministers of fisheries met in Koror under the chair of Steven Victor. Patrols at sea were "
            "compared, the price of tuna was discussed, and Japan offered to repair two of the boats."
        )
        assert compare(f"{nauru}\n\n{ABOUT}", f"{palau}\n\n{ABOUT}") is None

    def test_a_copy_that_parts_its_names_in_another_way_is_one(self) -> None:
        told = (
            "Vietnam and the Forum held talks in Hanoi on Monday. The two sides compared patrols at "
            "sea, spoke of the price of tuna and of flights, and agreed to meet again in a year. A "
            "course for pilots is to begin in May, and two boats will be repaired in the yard at the "
            "river, as the ministries had wished since last summer."
        )
        again = told.replace("Vietnam", "Viet Nam").replace("Hanoi", "Hà Nội").replace("Monday", "4 May")
        assert compare(told, again) is not None

    def test_a_note_within_a_digest_of_many(self) -> None:
        digest = "\n\n".join((AGENCY, OWN_REPORTER, REPORT, FEATURE, BULLETIN, CREDENTIALS))
        note = " ".join(AGENCY.split("\n\n")[1:3])
        assert compare(note, digest) is None

    @pytest.mark.parametrize(
        "text", ["", "\n", "The ministers met in Suva on Thursday.", "斐济和澳大利亚。" * 60]
    )
    def test_a_text_too_short_to_judge_has_no_copy_even_in_itself(self, text: str) -> None:
        assert compare(text, text) is None
        assert signature(text) is None


class TestFindingCopies:
    def test_copies_share_a_key_and_are_alike_in_their_signatures(self) -> None:
        for seed in range(20):
            one, other = signature(AGENCY), signature(edited(cut(AGENCY, 0.5), 0.05, seed))
            assert one is not None
            assert other is not None
            assert set(one.bands) & set(other.bands)
            assert likeness(one, other) >= WORTH_COMPARING

    def test_likeness_estimates_how_much_of_the_shorter_stands_in_the_longer(self) -> None:
        whole, half, other = signature(AGENCY), signature(cut(AGENCY, 0.5)), signature(REPORT)
        assert whole is not None
        assert half is not None
        assert other is not None
        assert likeness(whole, whole) == 1
        assert likeness(whole, half) == likeness(half, whole) > 0.75
        assert likeness(whole, other) < 0.15

    def test_keys_of_other_texts_are_others(self) -> None:
        signatures = [signature(text) for text in (AGENCY, OWN_REPORTER, REPORT, BULLETIN, CREDENTIALS)]
        for one, other in itertools.combinations(signatures, 2):
            assert one is not None
            assert other is not None
            assert not set(one.bands) & set(other.bands)

    def test_what_is_stored_stays_good(self) -> None:
        # Stored signatures are compared with new ones. If this fails, a library hashes otherwise than before:
        # give the way of making them a new name (METHOD).
        stored = signature(AGENCY)
        assert stored is not None
        assert (stored.size, len(stored.values), len(stored.bands)) == (151, 320, 40)
        assert stored.bands[0] == "minhash-1.0.68970800210a1700"
        assert stored.bands[-1] == "minhash-1.39.e202e000381cd304"

    def test_in_the_samples_only_the_agency_copy_is_one(self) -> None:
        texts = {
            path.name.partition(".")[0]: path.read_text(encoding="utf-8")
            for path in sorted(files("servanda.samples").iterdir(), key=lambda path: path.name)
            if path.name.startswith("20")
        }
        copies = [(a, b) for a, b in itertools.combinations(texts, 2) if compare(texts[a], texts[b])]
        assert copies == [("2023-11-03-kishida-manila", "2023-11-04-kishida-manila-daily")]


class TestGroups:
    def test_copies_of_copies_are_one_group(self) -> None:
        assert groups([("b", "a"), ("x", "y"), ("c", "b")]) == [["a", "b", "c"], ["x", "y"]]

    def test_the_order_of_pairs_does_not_matter(self) -> None:
        pairs = [("a", "b"), ("c", "d"), ("d", "a"), ("e", "f"), ("h", "g"), ("f", "h")]
        for order in itertools.islice(itertools.permutations(pairs), 0, 720, 7):
            assert groups(order) == [["a", "b", "c", "d"], ["e", "f", "g", "h"]]

    def test_no_pairs_no_groups(self) -> None:
        assert groups([]) == []
