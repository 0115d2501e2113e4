"""People as presidential offices and embassies name them."""

from __future__ import annotations

from tests.extract.test_people import names, only, people


def post_of(text: str, home: str | None = None) -> dict[str, str | None]:
    return {p.name: p.post for p in people(text, home)}


def test_initials_begin_the_name_behind_an_institution_that_no_list_knows() -> None:
    text = "Chairman of LAKTA B.M.S. Wanasinghe and Principal of Sri Rahula Vidyalaya R. K. Alwis attended."
    assert post_of(text, "LK") == {
        "B.M.S. Wanasinghe": "Chairman of LAKTA",
        "R. K. Alwis": "Principal of Sri Rahula Vidyalaya",
    }


def test_the_post_of_a_guest_is_none_of_the_host_who_invited_him() -> None:
    text = "At the invitation of President William Ruto, the Indian Vice President arrived in Nairobi."
    person = only(text, "KE")
    assert (person.name, person.post, person.party) == ("William Ruto", "President", "KE")


def test_the_heading_of_a_speech_names_who_gave_it() -> None:
    heading = "Speech Delivered by Hon. President Hakainde Hichilema at the Summit in Lusaka\n\nThank you."
    assert only(heading, "ZM").name == "Hakainde Hichilema"
    assert names("Speech by President Hichilema Opens Summit\n\nThe event was large.", "ZM") == []


def test_a_statement_is_from_who_speaks() -> None:
    heading = (
        "Statement from Government Spokesperson Maud Bregeon on the visit of President Ruto\n\nIt begins."
    )
    assert only(heading, "FR").name == "Maud Bregeon"
    assert names("Message from Prime Minister Keir Starmer on the holiday\n\nIt is long.", "GB") == []


def test_a_storm_is_nobody() -> None:
    text = "Given the strength of Hurricane Milton, President Boric of Chile put off the trip."
    assert names(text) == ["Boric"]


def test_where_somebody_is_received_is_no_service_of_his() -> None:
    text = "Angola is a partner. President Biden of the United States hosted President João Lourenço in the "
    party = {p.name: p.party for p in people(text + "Oval Office.")}
    assert party == {"Biden": "US", "João Lourenço": "AO"}
    served = "Admiral Ana Reis in the Royal Navy met Admiral Bo Lind of the Swedish Navy."
    assert {p.name: p.party for p in people(served)}["Bo Lind"] == "SE"


def test_the_posts_of_who_is_invited_are_not_those_of_who_invites() -> None:
    text = (
        "At the invitation of Lee Jong-sup, Minister of Defence of the Republic of Korea, the Deputy Prime "
        "Minister and Minister of Defence, Ana Reis, will pay a visit. At the invitation of Sergio "
        "Mattarella, President of Italy, President Tokayev of Kazakhstan will come as well."
    )
    found = post_of(text)
    assert found["Lee Jong-sup"] == "Minister of Defence of the Republic of Korea"
    assert found["Ana Reis"] == "Deputy Prime Minister and Minister of Defence"
    assert found["Sergio Mattarella"] == "President of Italy"
    assert "Tokayev" in found


def test_an_institution_of_girls_or_members_keeps_its_name() -> None:
    person = only("The Principal of Sita Devi Girls’ College, Matale Mrs. Kumari Alwis was present.", "LK")
    assert (person.name, person.post) == ("Kumari Alwis", "Principal of Sita Devi Girls’ College, Matale")


def test_the_last_portfolio_can_have_an_article() -> None:
    person = only("Minister of Health, Wellness and the Environment Hon. Clair Browne received it.", "VC")
    assert person.post == "Minister of Health, Wellness and the Environment"


def test_who_holds_an_office_may_be_told_as_a_sentence() -> None:
    text = "The new High Commissioner of Kenya is Michael Edward Otieno. The Minister is busy."
    assert post_of(text, "MV") == {"Michael Edward Otieno": "High Commissioner of Kenya"}


def test_where_an_ambassador_is_accredited_belongs_to_the_office() -> None:
    person = only("He met the Ambassador of Kenya accredited to the Maldives Michelle J Otieno.", "MV")
    assert (person.name, person.party) == ("Michelle J Otieno", "KE")
    assert person.post == "Ambassador of Kenya accredited to the Maldives"


def test_a_title_behind_an_office_only_addresses() -> None:
    text = "Foreign Secretary Ambassador Karim Momen met Foreign Minister Senator Ishaq Alvi."
    assert post_of(text) == {"Karim Momen": "Foreign Secretary", "Ishaq Alvi": "Foreign Minister"}


def test_a_title_does_not_part_an_office_from_its_first_word() -> None:
    text = (
        "Deputy Minister Sunil Alwis met Leader of the House Minister Bimal Perera. State Minister Ana Silva."
    )
    assert post_of(text) == {
        "Sunil Alwis": "Deputy Minister",
        "Bimal Perera": "Leader of the House",
        "Ana Silva": "State Minister",
    }


def test_offices_at_an_embassy_or_company_and_those_held_for_a_time() -> None:
    text = (
        "Inspector General of Police (Acting) Nimal Perera, Deputy Chief of Mission at the Chinese Embassy "
        "Zhu Yan, Minister at the President's Office Ali Janah and Senate Majority Leader Ann Kamau came."
    )
    assert post_of(text) == {
        "Nimal Perera": "Inspector General of Police (Acting)",
        "Zhu Yan": "Deputy Chief of Mission at the Chinese Embassy",
        "Ali Janah": "Minister at the President's Office",
        "Ann Kamau": "Senate Majority Leader",
    }


def test_a_nickname_in_quotation_marks_stands_inside_the_name() -> None:
    assert names("President Ramon “Bong” Santos Jr. received the envoys.") == ["Ramon “Bong” Santos Jr."]
    assert names('President Ramon "Bong" Santos received the envoys.') == ['Ramon "Bong" Santos']


def test_letters_without_full_stops_are_initials_though_words_too() -> None:
    assert names("He met Foreign Minister Dr. A K Rahim Uddin.") == ["A K Rahim Uddin"]
    assert names("He met a K-pop band. A General Assembly opened.") == []


def test_a_prince_called_by_one_name_has_a_role() -> None:
    person = only("His Royal Highness Prince Edward called on the Minister today.")
    assert (person.name, person.post) == ("Edward", "Prince")


def test_a_role_told_with_as_is_of_the_one_before() -> None:
    text = (
        "At the invitation of Mr. Anan Chai, Foreign Minister of Thailand as the current Chair of ASEAN, "
        "Mr. Kamal Rana, Minister for Foreign Affairs of Nepal, is leaving today."
    )
    assert post_of(text)["Kamal Rana"] == "Minister for Foreign Affairs of Nepal"


def test_the_bank_behind_a_dash_employs_whom_states_are_the_desk_of() -> None:
    text = "David Stein, Country Director for Maldives, Nepal, and Sri Lanka – World Bank Group, attended."
    assert only(text).party == "World Bank"


def test_who_signs_a_statement_stands_below_it_with_the_office() -> None:
    text = (
        "Australia and Chile held talks in Canberra.\n\n"
        "Richard Marles, Deputy Prime Minister and Minister for Defence\n"
        "Penny Wong, Minister for Foreign Affairs"
    )
    assert names(text) == ["Richard Marles", "Penny Wong"]
    headline = "Chile received a guest.\n\nPenny Wong Visits Santiago, President Says\nShe came by sea."
    assert names(headline) == []


def test_a_short_form_in_brackets_is_no_name_behind_a_rank() -> None:
    text = (
        "The Indian Coast Guard signed a memorandum with the Philippine Coast Guard (PCG). It bears the "
        "signature of CG Admiral Artemio M Abu, Commandant PCG."
    )
    assert names(text) == ["Artemio M Abu"]
