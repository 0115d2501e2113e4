"""A text in another language is known as such; English full of foreign names stays English."""

from __future__ import annotations

import pytest

from servanda.text.language import is_supported, other_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La ministre a reçu son homologue à Lisbonne et ils ont signé un accord de coopération.", "fr"),
        ("Thứ trưởng Bộ Quốc phòng tiếp đoàn đại biểu quân sự cấp cao tại Hà Nội sáng nay.", "vi"),
        ("Der Minister empfing heute seinen Amtskollegen und unterzeichnete eine Erklärung.", "de"),
        ("El ministro de Defensa firmó ayer un memorando de entendimiento con su homóloga.", "es"),
        ("Министр обороны подписал сегодня соглашение о сотрудничестве.", "ru"),
        ("وقع وزير الدفاع اليوم مذكرة تفاهم مع نظيره في العاصمة.", "ar"),
        ("国防部长今天在首都会见了来访的代表团并签署了合作协议。", "zh"),
    ],
)
def test_knows_other_languages_by_a_sentence(text: str, language: str) -> None:
    assert other_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "Minister Nguyễn Văn Thành receives Ambassador Kahurangi Te Whāriki at Hoà Bình",
        "Talks of Datuk Seri Azlan bin Haji Yusof and Pangeran Surya Wijaya in Putrajaya",
        "The President met the Prelates of the Asgiriya and Malwathu Chapters of the Siyam Nikaya.",
        "COMMUNIQUÉ",
        "Paris, 3 May 2021",
        "",
        "12345",
    ],
)
def test_names_and_scraps_do_not_make_a_text_foreign(text: str) -> None:
    assert other_language(text) is None


@pytest.mark.parametrize("language", ["en", "EN", "en-GB", "en_US", "eng", "English"])
def test_english_has_many_names(language: str) -> None:
    assert is_supported(language)


@pytest.mark.parametrize("language", ["fr", "vi", "enm", "de-EN", "x"])
def test_other_codes_are_not_english(language: str) -> None:
    assert not is_supported(language)
