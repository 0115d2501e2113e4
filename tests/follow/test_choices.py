"""Who said that it would decide is told to have decided, on that very thing."""

from servanda.follow.answers import answer


def status(earlier, later):
    found = answer(earlier, later)
    return found.status if found else None


def chosen(desk, content, speaker="CZ", **more):
    return desk.promise("2024-05-20", "pledge", speaker, "SE", content, **more)


def test_on_the_same_thing(desk):
    will = desk.promise(
        "2024-02-01", "pledge", "CZ", "SE", "his government would decide on the lease of the fighters"
    )
    lease = "The government has decided to extend the lease of the Swedish jets"
    assert status(will, chosen(desk, lease)) == "kept"
    assert status(will, chosen(desk, lease, speaker="HU")) is None
    assert status(will, chosen(desk, "The government has decided to open a consulate")) is None
    assert status(will, chosen(desk, "The government will decide on the lease of the fighters")) is None


def test_where_nothing_is_named_the_day_decides(desk):
    will = desk.promise(
        "2024-02-01", "pledge", "CZ", "SE", "his government would choose its partner in 2024", due="2024"
    )
    assert status(will, chosen(desk, "has decided to enter into a partnership on jets")) == "kept"
    open_end = desk.promise("2024-02-01", "pledge", "CZ", "SE", "his government would choose its partner")
    assert status(open_end, chosen(desk, "has decided to enter into a partnership on jets")) is None
