"""Missions spoken of through an organisation's people and things."""

from __future__ import annotations

import pytest

from missionwatch.annotating.pipeline import annotate
from missionwatch.catalogue.load import load_catalogue
from missionwatch.model.report import Report
from missionwatch.model.when import When


def missions_in(text: str, published: str | None) -> list[tuple[str, str | None]]:
    when = When.parse(published) if published else None
    document = annotate(Report(text=text, label="x", language="en", published=when), load_catalogue())
    return [(m.text, m.id) for m in document.mentions if m.kind == "mission" and m.form == "implied"]


@pytest.mark.parametrize(
    ("text", "published", "mission"),
    [
        ("African Union troops in Somalia were hit.", "2015-09", "amisom"),
        ("NATO troops in Kosovo fired tear gas.", "2011-05", "kosovo-force"),
        ("Rebels in Mali shot at a UN convoy.", "2016-05", "minusma"),
        ("Seven NATO warships are in the Gulf of Aden.", "2012-05", "operation-ocean-shield"),
        ("French troops in Ivory Coast watch over the truce.", "2004-02", "operation-licorne"),
        ("Rwandan soldiers in Mozambique took the port.", "2021-08", "rwanda-in-mozambique"),
        ("Rebels shot at French troops in northern Ivory Coast.", "2004-02", "operation-licorne"),
        ("Somalia mourns. In Somalia's south, AU soldiers fell.", "2015-09", "amisom"),
    ],
)
def test_the_people_of_an_organisation_speak_of_its_mission(text: str, published: str, mission: str) -> None:
    assert [id for _, id in missions_in(text, published)] == [mission]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("African Union leaders in Somalia met.", "2015-09"),
        ("African Union troops were hit.", "2015-09"),
        ("African Union troops in Somalia were hit.", None),
        ("British troops in Iraq will be fewer.", "2006-03"),  # their own operation, or the coalition's
        ("Swedish troops in Norway were hit.", "2015-09"),
        ("French tourists in Ivory Coast were robbed.", "2004-02"),
        ("African Union troops in Norway were hit.", "2015-09"),
    ],
)
def test_without_people_place_or_date_nothing_is_implied(text: str, published: str | None) -> None:
    assert missions_in(text, published) == []


def test_a_name_means_no_mission_that_did_not_yet_exist() -> None:
    text = "The US-led coalition in Iraq said so."
    mentioned = {
        year: [
            m.id
            for m in annotate(
                Report(text=text, label="x", language="en", published=When.parse(year)), load_catalogue()
            ).mentions
            if m.kind == "mission"
        ]
        for year in ("2005", "2017")
    }
    assert mentioned == {"2005": ["multi-national-force-iraq"], "2017": ["operation-inherent-resolve"]}
