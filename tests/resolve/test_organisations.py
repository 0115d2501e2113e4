"""Organisations in posts and quotations: where a name begins and ends, whose it is, when two are one."""

import pytest

from servanda.resolve.organisations import in_post, in_words, organisation_id


def names(found):
    return [each.name for each in found]


@pytest.mark.parametrize(
    ("post", "told"),
    [
        ("Commander of the Sri Lanka Navy", ["Sri Lanka Navy"]),
        ("Army Commander", ["Army"]),
        ("Commander of the U.S. Pacific Fleet", ["U.S. Pacific Fleet"]),
        ("Inspector General of Police", ["Police"]),
        ("Secretary to the Ministry of Health and Mass Media", ["Ministry of Health and Mass Media"]),
        ("Director General Finance Ministry", ["Finance Ministry"]),
        (
            "Director General for Strategy at the French Ministry of the Armed Forces",
            ["French Ministry of the Armed Forces"],
        ),
        (
            "Director, Trade Policy Bureau of the Japanese Ministry of Economy, Trade and Industry",
            ["Trade Policy Bureau", "Japanese Ministry of Economy, Trade and Industry"],
        ),
        (
            "Director of the Tri-Forces Coordination Unit at the Presidential Secretariat",
            ["Tri-Forces Coordination Unit", "Presidential Secretariat"],
        ),
        ("Deputy Chief of the General Staff of the Vietnam People’s Army",
         ["General Staff", "Vietnam People's Army"]),
        ("Deputy Chief of the Chinese Embassy", ["Chinese Embassy"]),
        ("Chairman of the National Science and Technology Commission (NASTEC)",
         ["National Science and Technology Commission"]),
    ],
)  # fmt: skip
def test_a_post_names_the_organisations_of_its_holder(post, told):
    assert names(in_post(post)) == told
    assert all(each.named for each in in_post(post))


@pytest.mark.parametrize(
    "post",
    [
        "President", "Prime Minister", "Deputy Minister", "Secretary to the President", "District Secretary",
        "Ambassador of Japan to Sri Lanka", "Managing Director of the IMF", "State Minister", "Board Member",
        "Chairman of the Board of Directors", "Vice President for South Asia at the World Bank",
        "Chief Justice of Sri Lanka", "General Secretary", "the office", "",
    ],
)  # fmt: skip
def test_a_post_that_names_none_gives_none(post):
    assert in_post(post) == ()


@pytest.mark.parametrize(
    ("post", "portfolios"),
    [
        ("Minister of National Defence", ["National Defence"]),
        ("Minister for the Armed Forces", ["Armed Forces"]),
        ("Deputy Prime Minister and Defence Minister", ["Defence"]),
        ("Federal Minister for Economic Development", ["Economic Development"]),
        ("Minister of Labour and Deputy Minister of Land", ["Labour", "Land"]),
        ("Foreign Affairs, Foreign Employment and Tourism Minister",
         ["Foreign Affairs, Foreign Employment and Tourism"]),
    ],
)  # fmt: skip
def test_a_minister_has_a_portfolio_where_no_ministry_is_named(post, portfolios):
    assert names(in_post(post)) == portfolios
    assert not any(each.named for each in in_post(post))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Minister of the Armed Forces", "Director at the Ministry of Defence"),
        ("Minister of National Defense", "Deputy Minister of Defence"),
        ("Minister of Transport, Highways, Ports, and Civil Aviation",
         "Secretary to the Ministry of Transport, Highways, Ports and Civil Aviation"),
        ("External Affairs Minister", "Minister of Foreign Affairs"),
        ("Secretary to the Ministry of Lands", "Minister of Land"),
        ("Commander of the Navy", "Commander of the Sri Lanka Navy"),
        ("Minister of Co-operative Development", "Minister of Cooperative Development"),
    ],
)  # fmt: skip
def test_two_names_of_one_organisation_have_the_same_words(one, other):
    assert [each.words for each in in_post(one)] == [each.words for each in in_post(other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Minister of Defence", "Minister of Foreign Affairs"),
        ("Minister of Finance", "Minister of Finance and Planning"),
        ("Commander of the Navy", "Commander of the Army"),
        ("Director of the Department of Agriculture", "Minister of Agriculture"),
    ],
)
def test_two_organisations_stay_two(one, other):
    assert in_post(one)[0].words != in_post(other)[0].words


def test_the_name_tells_whose_it_is_or_nobody_does():
    (french,) = in_words("the French Ministry of the Armed Forces received them")
    (vietnamese,) = in_words(
        "experts to work at the Vietnam Department of Peacekeeping Operations and receive"
    )
    (unsaid,) = in_words("talks at the Ministry of Defence on Monday")
    assert [each.party for each in (french, vietnamese, unsaid)] == ["FR", "VN", None]
    assert vietnamese.name == "Vietnam Department of Peacekeeping Operations"
    assert organisation_id("FR", french.words) != organisation_id("VN", french.words)


@pytest.mark.parametrize(
    "words",
    [
        "the United Nations and the World Bank agreed",  # parties, not organisations of one
        "the Viet Nam - France Defence Cooperation Committee met",  # of two
        "an army marches, the ministry said",  # no names
        "General Vinh met the Navy",  # whose, nobody says
        "the Board of Directors met",
        "",
    ],
)
def test_what_is_no_organisation_of_one_party_is_left_out(words):
    assert [each for each in in_words(words) if each.party or each.name] == []


def test_a_name_ends_before_the_next_organisation_post_or_person():
    said = "the Ministry of Foreign Affairs Sugeeshwara Gunaratna and the Ministry of Finance, France"
    assert names(in_words(said)) == ["Ministry of Foreign Affairs", "Ministry of Finance"]
    assert names(in_words("the Ministry of the Armed Forces and General Vinh")) == [
        "Ministry of the Armed Forces"
    ]
