"""The domain as data: missions, nations, organisations and places, with their names in each language."""

from missionwatch.catalogue.catalogue import Body, Catalogue, Mission, Nation, Organisation, Phrase, Place
from missionwatch.catalogue.check import check_catalogue
from missionwatch.catalogue.load import load_catalogue

__all__ = [
    "Body",
    "Catalogue",
    "Mission",
    "Nation",
    "Organisation",
    "Phrase",
    "Place",
    "check_catalogue",
    "load_catalogue",
]
