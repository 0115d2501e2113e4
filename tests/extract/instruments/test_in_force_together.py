"""Texts that enter into force together with another."""


def test_each_of_the_texts_is_in_force(texts) -> None:
    found = texts(
        "Chile and Peru met in Lima. The Agreement on Defence between Chile and Peru, together with "
        "the Extradition Treaty, entered into force today, 21 March 2024."
    )
    assert [(text.action, text.rule) for text in found] == [("existing", "instrument/in-force:enter")] * 2


def test_what_is_only_applied_beside_it_is_not(texts) -> None:
    found = texts("Chile and Peru met in Lima. They cooperate in line with the Extradition Treaty of 2010.")
    assert not any(text.rule.startswith("instrument/in-force") for text in found)
