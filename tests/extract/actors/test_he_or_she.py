"""For whom "he" and "she" stand."""

from __future__ import annotations


def test_he_and_she_follow_who_acted_last(tell) -> None:
    text = "Mr. Jean Petit, Minister of France, met Ms. Ana Quispe, Minister of Peru. He smiled. She spoke."
    assert tell(text).who("He").person == "Jean Petit"
    assert tell(text).who("She").person == "Ana Quispe"


def test_who_acts_aside_is_not_she_who_opens_the_next_sentence(tell) -> None:
    text = (
        "Minister Ana Quispe of Peru will travel with President Maria Sanz of Peru, who is to meet Minister "
        "Lena Moe of Norway. She will speak."
    )
    assert tell(text).who("She").person == "Ana Quispe"


def test_nobody_praises_the_own_side(tell) -> None:
    met = "Minister Ana Quispe of Peru met Minister Lena Moe of Norway, who spoke. "
    assert tell(met + "She commended Peru for its plan.").who("She").person == "Lena Moe"
    assert tell(met + "She congratulated Norway on its plan.").who("She").person == "Ana Quispe"


def test_whom_somebody_calls_on_is_another(tell) -> None:
    text = "Minister Ana Quispe of Peru met Minister Lena Moe of Norway. Lena Moe called on her in Lima."
    assert tell(text).who("her").person == "Ana Quispe"


def test_who_is_she_just_before_is_not_he(tell) -> None:
    text = (
        "Minister Ana Quispe of Peru received Minister Kim Moe of Norway. Ana Quispe spoke of trade. "
        "She smiled. He invited her to Oslo."
    )
    assert tell(text).who("He").person == "Kim Moe"
