"""Which language a report is written in, and whether missionwatch reads it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final

from missionwatch.errors import UnsupportedLanguage
from missionwatch.model.report import Report

RULES: Final = "en"
"""The language that the rules are written for; reports in the other languages that are read have a gloss in it."""
READ: Final = (RULES, "da")
KNOWN: Final = {
    "en": "English", "da": "Danish", "sv": "Swedish", "no": "Norwegian", "nb": "Norwegian", "nn": "Norwegian",
    "de": "German", "nl": "Dutch", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese",
    "pl": "Polish", "fi": "Finnish", "et": "Estonian", "lv": "Latvian", "lt": "Lithuanian", "cs": "Czech",
    "hu": "Hungarian", "ro": "Romanian", "el": "Greek", "tr": "Turkish", "ru": "Russian", "uk": "Ukrainian",
    "ar": "Arabic", "fa": "Persian", "zh": "Chinese", "ja": "Japanese",
}  # fmt: skip
"""The languages that can be told apart, by their codes."""

# The commonest little words settle most texts without any model; of those that fit alike, the first that is read.
_LITTLE_WORDS: Final = {
    code: frozenset(listed.split())
    for code, listed in {
        "en": "the of and to that is was with from as at by this which has will have are be it he said its",
        "da": "og er det den der til på med ikke som har af efter blev bliver være blevet ud nu mellem mod hjem igen",
        "no": "og er det den der til på med ikke som har av etter ble blir vært ut nå mellom mot hjem igjen",
        "sv": "och är det den av som att på inte har också efter ska blev från när ut nu mellan mot hem igen",
        "de": "und der die das ist nicht mit von auf ein eine dem den im wird",
        "fr": "le la les des du et est une dans pour que qui au sur pas",
        "es": "el los las del que y en una para con por se su es",
    }.items()
}
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH: Final = 8  # that many words, and the model's answer can be believed


def language_of(report: Report) -> str:
    """The code of the report's language: the one given, else the one found in its words.

    Raises UnsupportedLanguage for a language that is not read yet, and for a code that is none.
    """
    if report.language:
        code = _given(report.where, report.language)
        return _readable(
            report.where, code, f"Reports in {_names()} are read; if this is one, mend its language"
        )
    return _readable(
        report.where, _found(report.text), f"If it is in {_names('or')}, say so: --language {READ[0]}"
    )


def _names(link: str = "and") -> str:
    return f" {link} ".join(KNOWN[code] for code in READ)


def _given(where: str, code: str) -> str:
    short = re.split(r"[-_]", code.strip().lower())[0]
    if short not in KNOWN:
        raise UnsupportedLanguage(
            where, f"“{code}” is no language code that is known here", f"Known codes: {', '.join(KNOWN)}"
        )
    return short


def _readable(where: str, code: str, advice: str) -> str:
    if code not in READ:
        raise UnsupportedLanguage(where, f"{KNOWN.get(code, code)} is not yet supported", advice)
    return code


def _found(text: str) -> str:
    found = [word.lower() for word in _WORD.findall(text[:6000])]
    shares = {
        code: sum(w in little for w in found) / max(1, len(found)) for code, little in _LITTLE_WORDS.items()
    }
    best = max(shares, key=lambda code: (shares[code], code in READ))
    if shares[best] >= 0.12 and best in READ:
        return best
    if len(found) < _ENOUGH:
        return "en" if _plausibly_english(text, shares) else best
    return str(_identifier().classify(text[:6000])[0])


def _plausibly_english(text: str, shares: dict[str, float]) -> bool:
    """A few words say little: English unless another language's words or letters stand in it."""
    others = max(share for code, share in shares.items() if code != "en")
    letters = [c for c in text if c.isalpha()]
    latin = sum(c < "\u0250" for c in letters)
    return shares["en"] >= others and latin * 2 >= len(letters)


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in KNOWN if code in identifier.labels])
    return identifier
