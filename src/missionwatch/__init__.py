"""missionwatch reads the news and keeps a cited register of international missions."""

__version__ = "0.1.0"
