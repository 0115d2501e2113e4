"""Which language a text is in, as far as it has to be known: whether it can be read."""

from __future__ import annotations

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

SUPPORTED = "en"

# The model knows 139; the rare ones attract English headlines full of foreign names. These are the
# languages in which states write their communiqués.
_CANDIDATES = (
    "am", "ar", "az", "bg", "bn", "bs", "cs", "da", "de", "el", "en", "es",
    "et", "fa", "fi", "fr", "gl", "ha", "he", "hi", "hr", "hu", "hy", "id",
    "is", "it", "ja", "ka", "kk", "km", "ko", "ky", "lo", "lt", "lv", "mk",
    "mn", "ms", "my", "ne", "nl", "no", "pl", "ps", "pt", "ro", "ru", "si",
    "sk", "sl", "so", "sq", "sr", "sv", "sw", "ta", "te", "tg", "th", "tk",
    "tl", "tr", "uk", "ur", "uz", "vi", "zh",
)  # fmt: skip
# English headlines full of Sinhalese or Vietnamese names stay above 0.003, sentences in other languages
# below 0.0002 (docs/decisions/0003).
_CERTAINLY_OTHER = 0.001
_SAMPLE = 20_000
_TOO_SHORT = 40


def other_language(text: str) -> str | None:
    """The ISO 639 code of the language of `text` when it is certainly not English, else None.

    A text too short to tell is taken for English.
    """
    sample = text[:_SAMPLE]
    if len(sample.encode()) < _TOO_SHORT:
        return None
    chances = dict(_identifier().rank(sample))
    best = max(chances, key=lambda language: chances[language])
    return best if best != SUPPORTED and chances[SUPPORTED] < _CERTAINLY_OTHER else None


def is_supported(language: str) -> bool:
    """Whether a declared language ("en", "en-GB", "eng", "English") is one that can be read."""
    return language.strip().lower().replace("_", "-").split("-")[0] in {"en", "eng", "english"}


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_CANDIDATES)
    return identifier
