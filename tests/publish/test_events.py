"""Event data: what becomes an event of PLOVER and CAMEO, who acts on whom, and what is left out."""

import csv
import io
from collections import Counter

import pytest

from servanda.model.facts import (
    Activity,
    Amount,
    Assessment,
    Commitment,
    Engagement,
    Instrument,
    Milestone,
    Person,
    Position,
)
from servanda.publish.events import event_columns, events, write_events

BOTH = ("NO", "TN")


def coded(made, scheme="plover"):
    """The one event of a fact."""
    left_out = Counter()
    rows = list(events([made], scheme, left_out))
    assert len(rows) == 1, left_out
    return rows[0]


def why_not(made, scheme="plover"):
    left_out = Counter()
    assert list(events([made], scheme, left_out)) == []
    return left_out


def who(row):
    return row["actors"], row["recipients"]


class TestEngagements:
    def test_a_visit_has_the_visitor_as_actor_and_the_host_as_recipient(self, view):
        made = view(Engagement, type="visit", status="held", parties=BOTH, country="TN", date="2024-05-03")
        row = coded(made)
        assert (row["category"], row["mode"], row["quad"]) == ("CONSULT", "visit", "verbal cooperation")
        assert who(row) == (("NOR",), ("TUN",))
        assert (row["actor_parties"], row["recipient_parties"]) == (("NO",), ("TN",))

    def test_cameo_tells_the_code_of_either_side(self, view):
        made = view(Engagement, type="visit", status="held", parties=BOTH, country="NO")
        row = coded(made, "cameo")
        assert (row["code"], row["reverse_code"], row["root"]) == ("042", "043", "04")
        assert who(row) == (("TUN",), ("NOR",))

    def test_a_meeting_is_directed_only_where_the_text_tells_the_place(self, view):
        common = {"type": "meeting", "status": "held", "parties": BOTH, "country": "TN"}
        assert who(coded(view(Engagement, place="Tunis", **common))) == (("NOR",), ("TUN",))
        assert who(coded(view(Engagement, within="visit to Tunisia", **common))) == (("NOR",), ("TUN",))
        unplaced = coded(view(Engagement, **common))
        assert who(unplaced) == (("NOR", "TUN"), ())
        assert unplaced["mode"] == ""

    def test_a_place_that_contradicts_the_country_gives_no_host(self, view):
        made = view(
            Engagement, type="meeting", status="held", parties=BOTH, country="TN", place="Oslo"
        )  # fmt: skip
        assert coded(made)["recipients"] == ()

    def test_a_meeting_of_both_names_both_as_actors_in_plover_and_on_both_sides_in_cameo(self, view):
        made = view(Engagement, type="meeting", status="held", parties=BOTH)
        assert who(coded(made)) == (("NOR", "TUN"), ())
        assert who(coded(made, "cameo")) == (("NOR", "TUN"), ("NOR", "TUN"))
        assert coded(made, "cameo")["reverse_code"] == "040"

    @pytest.mark.parametrize(
        ("properties", "plover", "cameo"),
        [
            ({"type": "meeting", "country": "CH", "place": "Geneva"}, ("CONSULT", "third-party"), "044"),
            ({"type": "call"}, ("CONSULT", "phone"), "041"),
            ({"type": "conference"}, ("CONSULT", "multilateral"), "040"),
            ({"type": "ceremony", "country": "TN", "place": "Tunis"}, ("SUPPORT", ""), "050"),
            ({"type": "exercise"}, ("COOPERATE", ""), "062"),
            ({"type": "dialogue", "country": "TN", "place": "Tunis"}, ("CONSULT", "visit"), "042"),
        ],
    )
    def test_each_type_by_its_definition(self, view, properties, plover, cameo):
        made = view(Engagement, status="held", parties=BOTH, **properties)
        row = coded(made)
        assert (row["category"], row["mode"]) == plover
        assert coded(made, "cameo")["code"] == cameo

    def test_a_conference_has_no_visitors_even_in_the_country_of_a_party(self, view):
        made = view(
            Engagement, type="conference", status="held", parties=(*BOTH, "EU"), country="TN", place="Tunis"
        )
        assert who(coded(made)) == (("NOR", "IGO", "TUN"), ())

    def test_an_exercise_names_its_partners_on_both_sides_as_cooperation_requires(self, view):
        made = view(Engagement, type="exercise", status="held", parties=BOTH, country="TN", place="Tunis")
        assert who(coded(made)) == (("NOR", "TUN"), ("NOR", "TUN"))

    def test_a_planned_visit_is_an_agreement_without_the_date_that_it_is_for(self, view):
        made = view(
            Engagement, type="visit", status="planned", parties=BOTH, country="NO", date="2024-09",
            modality="planned",
        )  # fmt: skip
        row = coded(made)
        assert (row["category"], row["mode"]) == ("AGREE", "")
        assert (row["date"], row["first_day"], row["due"]) == (None, None, "2024-09")
        assert who(row) == (("TUN",), ("NOR",))
        assert coded(made, "cameo")["code"] == "036"

    @pytest.mark.parametrize("status", ["postponed", "cancelled"])
    def test_what_was_called_off_is_no_cooperation(self, view, status):
        made = view(Engagement, type="visit", status=status, parties=BOTH, country="TN")
        assert why_not(made) == {"engagements that were postponed or cancelled": 1}
        assert why_not(made, "cameo") == {"engagements that were postponed or cancelled": 1}


class TestInstruments:
    @pytest.mark.parametrize(
        ("action", "plover", "cameo"),
        [("signed", "SUPPORT", "057"), ("ratified", "SUPPORT", "057"), ("amended", "SUPPORT", "057"),
         ("extended", "SUPPORT", "057"), ("planned", "AGREE", "030"), ("proposed", "AGREE", "030")],
    )  # fmt: skip
    def test_signing_is_support_and_the_promise_to_sign_is_agreement(self, view, action, plover, cameo):
        made = view(Instrument, type="memorandum", action=action, title="memorandum", parties=BOTH)
        assert coded(made)["category"] == plover
        assert coded(made, "cameo")["code"] == cameo

    def test_what_only_stands_or_ended_is_no_event(self, view):
        standing = view(Instrument, type="agreement", action="existing", title="x", parties=BOTH)
        ended = view(Instrument, type="agreement", action="terminated", title="x", parties=BOTH)
        assert why_not(standing) == {"instruments that only stand": 1}
        assert why_not(ended) == {"instruments that ended": 1}


class TestCommitments:
    @pytest.mark.parametrize(
        ("act", "plover", "cameo"),
        [("pledge", "AGREE", "0312"), ("offer", "AGREE", "0312"), ("propose", "AGREE", "0312"),
         ("agree", "AGREE", "0312"), ("invite", "AGREE", "036"), ("request", "REQUEST", "0212")],
    )  # fmt: skip
    def test_each_act_from_the_speaker_to_the_addressee(self, view, act, plover, cameo):
        made = view(
            Commitment, act=act, content="train divers", speaker=("NO",), addressee=("TN",),
            fields=("training",), by="Anna Berg", due="2025", modality="planned",
        )  # fmt: skip
        row = coded(made)
        assert row["category"] == plover
        assert who(row) == (("NOR",), ("TUN",))
        assert (row["contexts"], row["people"]) == (("military",), ("Anna Berg",))
        assert (row["date"], row["due"]) == (None, "2025")
        assert coded(made, "cameo")["code"] == cameo

    def test_what_both_sides_wish_of_both_is_no_request(self, view):
        made = view(Commitment, act="request", content="more talks", speaker=BOTH)
        assert coded(made)["category"] == "AGREE"
        assert who(coded(made)) == (("NOR", "TUN"), ())

    def test_both_sides_named_on_both_ends_act_together(self, view):
        made = view(Commitment, act="agree", content="x", speaker=BOTH, addressee=BOTH)
        assert who(coded(made)) == (("NOR", "TUN"), ())

    def test_a_speaker_who_is_also_addressed_does_not_act_on_itself(self, view):
        made = view(Commitment, act="pledge", content="x", speaker=("NO", "TN"), addressee=("TN",))
        assert who(coded(made)) == (("NOR",), ("TUN",))

    def test_a_pledge_of_help_and_one_of_exchange(self, view):
        common = {"act": "pledge", "content": "x", "speaker": ("NO",), "addressee": ("TN",)}
        assert coded(view(Commitment, fields=("development-aid",), **common), "cameo")["code"] == "0331"
        mixed = view(Commitment, fields=("development-aid", "maritime-security"), **common)
        assert coded(mixed, "cameo")["code"] == "033"
        assert coded(view(Commitment, fields=("trade-investment",), **common), "cameo")["code"] == "0311"

    def test_words_to_nobody_are_no_event(self, view):
        made = view(Commitment, act="pledge", content="train divers", speaker=("NO",))
        assert why_not(made) == {"facts with one party only": 1}
        to_itself = view(Commitment, act="pledge", content="x", speaker=("NO",), addressee=("NO",))
        assert why_not(to_itself) == {"facts with one party only": 1}


class TestActivities:
    def test_what_one_side_provides_is_aid(self, view):
        made = view(
            Activity, content="x", provider=("NO",), recipient=("TN",), fields=("training",),
            amount=Amount(value=5e6, currency="NOK"), date="2024",
        )  # fmt: skip
        row = coded(made)
        assert (row["category"], row["quad"], who(row)) == (
            "AID", "material cooperation", (("NOR",), ("TUN",)),
        )  # fmt: skip
        assert (row["amount"], row["currency"]) == (5e6, "NOK")
        assert coded(made, "cameo")["code"] == "072"

    def test_what_both_do_is_cooperation_of_each_with_the_other(self, view):
        made = view(Activity, content="x", parties=BOTH, fields=("trade-investment",))
        assert coded(made)["category"] == "COOPERATE"
        assert who(coded(made)) == (("NOR", "TUN"), ("NOR", "TUN"))
        assert coded(made, "cameo")["code"] == "061"

    def test_trade_is_no_aid_even_where_one_side_is_named_first(self, view):
        common = {"content": "x", "provider": ("NO",), "recipient": ("TN",)}
        assert coded(view(Activity, fields=("trade-investment",), **common))["category"] == "COOPERATE"
        with_training = view(Activity, fields=("trade-investment", "training"), **common)
        assert coded(with_training)["category"] == "AID"

    def test_what_is_to_come_is_an_intention(self, view):
        made = view(
            Activity, content="x", provider=("NO",), recipient=("TN",), modality="planned", date="2025"
        )
        assert (coded(made)["category"], coded(made)["date"], coded(made)["due"]) == ("AGREE", None, "2025")
        assert coded(made, "cameo")["code"] == "033"

    def test_a_provider_without_a_recipient_is_no_event(self, view):
        assert why_not(view(Activity, content="x", provider=("NO",))) == {"facts with one party only": 1}


class TestModality:
    def test_what_is_denied_is_no_event(self, view):
        made = view(
            Instrument, type="agreement", action="signed", title="x", parties=BOTH, modality="negated"
        )
        assert why_not(made) == why_not(made, "cameo") == {"facts that the text denies": 1}

    def test_what_is_supposed_is_marked_in_plover_and_left_out_of_cameo(self, view):
        made = view(
            Instrument, type="agreement", action="signed", title="x", parties=BOTH, modality="hypothetical"
        )
        assert coded(made)["contexts"] == ("diplomatic", "hypothetical")
        assert why_not(made, "cameo") == {"hypothetical facts": 1}

    def test_what_was_long_past_when_it_was_told_is_historical(self, view):
        def contexts(date, **more):
            made = view(Engagement, type="meeting", status="held", parties=BOTH, date=date, **more)
            return coded(made)["contexts"]

        assert contexts("2021") == ("historical",)
        assert contexts("2024-03") == ()
        assert contexts("2023") == ()
        assert contexts("2021", published=None) == ()
        assert contexts(None) == ()


def test_comments_and_people_are_no_events(view):
    made = [
        view(Position, content="x", holder=BOTH),
        view(Assessment, content="x", polarity="negative", holder=BOTH),
        view(Assessment, content="x", polarity="positive", holder=BOTH),
        view(Milestone, type="other", parties=BOTH),
        view(Person, name="Anna Berg", party="NO"),
    ]
    left_out = Counter()
    assert list(events(made, "plover", left_out)) == []
    assert left_out == {"assessments": 2, "positions": 1, "milestones": 1, "people": 1}


def test_dates_keep_their_precision_and_give_their_days(view):
    made = view(Engagement, type="meeting", status="held", parties=BOTH, date="2024-05")
    row = coded(made)
    assert (row["date"], row["first_day"], row["last_day"]) == ("2024-05", "2024-05-01", "2024-05-31")
    no_year = view(Engagement, type="meeting", status="held", parties=BOTH, date="XXXX-05-03")
    assert (coded(no_year)["date"], coded(no_year)["first_day"]) == ("XXXX-05-03", None)


@pytest.mark.parametrize("scheme", ["plover", "cameo"])
def test_the_file_holds_the_evidence_and_runs_no_formula(view, scheme):
    made = view(
        Commitment, act="agree", content="x", speaker=BOTH, quote="=They agreed to train divers",
        confidence=0.75, modality="planned",
    )  # fmt: skip
    out = io.BytesIO()
    assert write_events([made], scheme, out, Counter()) == 1
    (row,) = csv.DictReader(io.StringIO(out.getvalue().decode(), newline=""))
    assert tuple(row) == event_columns(scheme)
    assert row["event_id"] == made.id
    assert row["quotation"] == "'=They agreed to train divers"
    assert (row["document"], row["start"], row["end"]) == ("note", "48", "76")
    assert (row["actors"], row["confidence"]) == ("NOR; TUN", "0.75")
    assert (row["title"], row["published"], row["url"]) == (
        "A note", "2024-05-04", "https://example.org/note",
    )  # fmt: skip
