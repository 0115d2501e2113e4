"""What was promised, told of by a pronoun as come."""

import pytest

TALKS = "The ministers of Kenya and Japan held talks in Nairobi. "


@pytest.mark.parametrize(
    "words",
    [
        "Japan promised Kenya ten boats last year. They were delivered in March.",
        "Last year Japan had promised ten boats; they arrived in March.",
        "Kenya ordered two radars from Japan. Both have been installed.",
        "A year ago Japan announced a clinic in Mombasa. It was opened in March.",
    ],
)
def test_they_are_what_was_promised(deeds, words):
    (fact,) = [f for f in deeds(TALKS + words) if f.rule.startswith("activity/pronoun")]
    assert (fact.provider, fact.recipient) == (("JP",), ("KE",))
    assert [span.text for span in fact.evidence][1] in words


@pytest.mark.parametrize(
    "words",
    [
        "Japan promised Kenya ten boats last year. They have not been delivered.",
        "Japan promised Kenya ten boats last year. They will be delivered in May.",
        "The ministers spoke of the ten boats. They arrived in Tokyo on Monday.",
        "Japan promised ten boats for the ministers. It arrived in March.",
    ],
)
def test_they_are_others_or_have_not_come(deeds, words):
    assert not [f for f in deeds(TALKS + words) if f.rule.startswith("activity/pronoun")], words
