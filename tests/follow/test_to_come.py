"""What a document tells as still to come, that document does not tell as given."""

from servanda.follow.following import follow


def test_what_is_told_as_still_to_come_is_not_given_by_that_text(desk):
    def found(words):
        plan = desk.promise("2022-06-05", "pledge", "IN", "VN", "India will hand over 12 guard boats")
        again = desk.promise("2022-06-06", "pledge", "IN", "VN", words, doc="b")
        told = desk.deed("2022-06-06", "IN", "VN", "India has handed over 12 guard boats", doc="b")
        return [f for f in follow(map(desk.entry, (plan, told, again))) if f.earlier == plan]

    assert not found("India will hand over 12 guard boats")
    assert found("India will hand over 12 more guard boats")
