"""What webhooks were told of, and what is on its way to them, is kept: once for each, whoever sends."""

import pytest

from servanda.errors import MissingError
from servanda.ledger import Ledger
from servanda.ledger.deliveries import HELD

URL = "https://example.org/told"


@pytest.fixture
def end_read(ledger):
    """Reads nothing, and ends."""

    def end():
        run = ledger.begin_read("rules 1")
        run.finish()
        return run.number

    return end


def put(ledger, due=0.0):
    """All that was not told yet is put on its way."""
    untold = ledger.deliveries.untold()
    return [ledger.deliveries.note(hook.webhook.id, span, due) for hook, span in untold]


def test_a_new_webhook_is_told_of_what_ends_from_then_on(ledger, end_read):
    end_read()
    ledger.webhooks.register("lan", URL)
    assert ledger.deliveries.untold() == []
    read = end_read()
    ((_, span),) = ledger.deliveries.untold()
    assert ledger.deliveries.reads(span) == [read]


def test_a_long_read_that_ends_after_a_later_one_is_told_too(ledger, end_read):
    ledger.webhooks.register("lan", URL)
    long = ledger.begin_read("rules 1")
    end_read()
    put(ledger)
    long.finish()
    ((_, span),) = ledger.deliveries.untold()
    assert ledger.deliveries.reads(span) == [long.number]


def test_two_desks_on_one_ledger_note_a_read_once(ledger, end_read):
    ledger.webhooks.register("lan", URL)
    end_read()
    ((hook, span),) = ledger.deliveries.untold()
    assert ledger.deliveries.note(hook.webhook.id, span, 0.0)
    assert not ledger.deliveries.note(hook.webhook.id, span, 0.0)
    assert ledger.deliveries.counts()["waiting"] == 1


def test_what_concerns_nobody_is_noted_and_not_sent(ledger, end_read):
    ledger.webhooks.register("lan", URL)
    end_read()
    assert put(ledger, due=None) == [True]
    assert ledger.deliveries.untold() == []
    assert ledger.deliveries.take(1e12) is None


def test_a_message_that_was_taken_goes_to_nobody_else_for_a_while(ledger, address, end_read):
    ledger.webhooks.register("lan", URL)
    end_read()
    put(ledger, due=100.0)
    assert ledger.deliveries.take(99.0) is None
    taken = ledger.deliveries.take(100.0)
    assert (taken.tries, taken.hook.webhook.url) == (1, URL)
    with Ledger.open(address) as other:
        assert other.deliveries.take(100.0 + HELD - 1) is None
        again = other.deliveries.take(100.0 + HELD)
    assert (again.id, again.tries) == (taken.id, 2)


def test_what_arrived_or_was_given_up_is_not_taken_again(ledger, end_read):
    ledger.webhooks.register("lan", URL)
    for outcome in ("arrived", "given up"):
        end_read()
        put(ledger)
        ledger.deliveries.end(ledger.deliveries.take(0.0).id, outcome)
    assert ledger.deliveries.take(1e12) is None
    counts = {"waiting": 0, "arrived": 1, "given up": 1, "dropped": 0}
    assert ledger.deliveries.counts() == counts
    (hook,) = ledger.webhooks.of("lan")
    assert (hook.waiting, hook.given_up) == (0, 1)


def test_what_waits_for_a_webhook_that_is_removed_is_dropped(ledger, end_read):
    hook = ledger.webhooks.register("lan", URL)
    end_read()
    put(ledger)
    with pytest.raises(MissingError):
        ledger.webhooks.remove("somebody", hook.webhook.id)
    assert ledger.deliveries.counts()["waiting"] == 1
    ledger.webhooks.remove("lan", hook.webhook.id)
    assert ledger.deliveries.take(1e12) is None
    assert ledger.deliveries.counts()["dropped"] == 1


def test_nothing_is_told_to_whose_account_was_disabled(ledger, end_read):
    ledger.accounts.create("lan", "editor", "a long enough password")
    ledger.webhooks.register("lan", URL)
    end_read()
    put(ledger)
    ledger.accounts.disable("lan")
    end_read()
    assert ledger.deliveries.take(1e12) is None
    assert ledger.deliveries.untold() == []


def test_a_webhook_of_an_older_ledger_is_told_of_what_ends_from_then_on(ledger, address, end_read, take_back):
    end_read()
    ledger.webhooks.register("lan", URL)
    end_read()
    put(ledger)
    take_back("0004", ledger)
    with Ledger.open(address) as opened:
        assert [hook.webhook.url for hook in opened.webhooks.all()] == [URL]
        assert opened.deliveries.untold() == []
        opened.begin_read("rules 1").finish()
        assert len(opened.deliveries.untold()) == 1
