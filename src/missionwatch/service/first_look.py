"""Which reports need no closer look."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from missionwatch.annotating.first_look import FirstLook
from missionwatch.annotating.language import RULES, language_of
from missionwatch.claiming.frames import concepts_of_organisations
from missionwatch.claiming.lexicon import load_lexicon
from missionwatch.errors import UnsupportedLanguage
from missionwatch.model.report import Report

if TYPE_CHECKING:
    from missionwatch.catalogue.catalogue import Catalogue


def speaks_of_no_mission(report: Report, catalogue: Catalogue) -> bool:
    """Whether the report holds no claim for sure. Of other languages than that of the rules nothing is said."""
    try:
        language = language_of(report)
    except UnsupportedLanguage:
        return False
    return language == RULES and not _first_look(catalogue).may_speak_of_missions(report.text)


@lru_cache(maxsize=8)
def _first_look(catalogue: Catalogue) -> FirstLook:
    cues = load_lexicon(RULES).words_that_say(concepts_of_organisations(RULES))
    return FirstLook(catalogue, RULES, sorted(cues))
