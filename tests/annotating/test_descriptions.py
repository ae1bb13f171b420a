"""Vague words for missions: whose they are, and when they mean none."""

from __future__ import annotations

import pytest

from missionwatch.annotating.pipeline import annotate
from missionwatch.catalogue.load import load_catalogue
from missionwatch.model.report import Report
from missionwatch.model.when import When


def missions_in(text: str, published: str | None) -> dict[str, str | None]:
    when = When.parse(published) if published else None
    document = annotate(Report(text=text, label="x", language="en", published=when), load_catalogue())
    return {m.text: m.id for m in document.mentions if m.kind == "mission"}


@pytest.mark.parametrize(
    ("text", "published", "words", "mission"),
    [
        ("Operation Orbital goes on. Canada trains, too: it kept its training mission in Ukraine.", "2020",
         "training mission in Ukraine", "operation-unifier"),
        ("A regional force landed in the Solomon Islands. Solomon Islands leaders cheered.", "2003-09",
         "regional force", "ramsi"),
        ("Poles lead part of a multinational security force in the south of Iraq. Iraq is calm.", "2005-05",
         "multinational security force", "multi-national-force-iraq"),
        ("The multinational force led by Kenya patrols Haiti.", "2025-01", "multinational force", "mss-haiti"),
        ("KFOR is leaving. The new mission will be called EULEX Kosovo.", "2008-12", "new mission", "eulex-kosovo"),
        ("KFOR and EULEX Kosovo stay. The new mission, named EULEX Kosovo, is small.", "2008-12",
         "new mission", "eulex-kosovo"),
    ],
)  # fmt: skip
def test_words_mean_the_mission_that_the_report_is_about(
    text: str, published: str, words: str, mission: str
) -> None:
    found = missions_in(text, published)
    assert [id for said, id in found.items() if words in said] == [mission]


@pytest.mark.parametrize(
    ("text", "published", "words"),
    [
        # a force that the UN backs is not the UN's
        ("Kenyans lead a UN-backed peacekeeping force. Kosovo sends greetings to it.", "2005", "force"),
        # two candidates
        ("A multinational force works in Afghanistan, and Afghanistan needs it.", "2005", "force"),
        # one mention is not what a report is about
        ("A regional force once landed in Honiara.", "2003-09", "force"),
        # a nation's own
        ("MINUSMA is in Mali. Sweden will bring its forces home.", "2022-01", "forces"),
        # a new one that has no name
        ("KFOR is leaving. The new mission will be smaller.", "2008-12", "mission"),
        # what no mission in the country is led by
        ("The US combat mission in Iraq is over, the premier said.", "2021-08", "combat"),
        ("Haiti’s police force is small. MINUJUSTH helps it.", "2018-05", "force"),
        ("The Spanish combat mission in Iraq is over.", "2021-12", "combat"),
    ],
)
def test_words_that_may_mean_another_mean_none(text: str, published: str, words: str) -> None:
    assert not [said for said in missions_in(text, published) if words in said.lower()]


@pytest.mark.parametrize(
    ("text", "published", "mission"),
    [
        (
            "The EU's anti-piracy operation off Somalia will end next year.",
            "2024-05-01",
            "operation-atalanta",
        ),
        ("The NATO-led mission in Afghanistan will end.", "2012-05-18", "isaf"),
        ("The EU border mission in Libya was renewed.", "2021-06-01", "eubam-libya"),
        ("The regional mission in Mozambique was extended.", "2022-05-18", "samim"),
        ("The UN mission in Sudan ended its work.", "2024-01-25", "unitams"),
        ("The UN mission in Sudan is large.", "2006-01-25", "unmis"),
        ("The EU training mission in the Central African Republic rests.", "2021-12-15", "eutm-rca"),
    ],
)
def test_owner_country_and_date_tell_which_mission_is_meant(text: str, published: str, mission: str) -> None:
    assert list(missions_in(text, published).values()) == [mission]


@pytest.mark.parametrize(
    ("text", "published", "missions"),
    [
        ("The assembly prolonged the UN peacekeeping missions in Darfur and South Sudan.", "2015",
         ["unamid", "unmiss"]),
        ("The blue helmets in Haiti were hit by the earthquake.", "2010-02", ["minustah"]),
        ("A bomb hit the African force in Somalia, which has 3,000 men.", "2009-02", ["amisom"]),
        ("It will join the African-led force in the Central African Republic.", "2014-02", ["misca"]),
        ("Its men in Chad serve with the 3,700-strong European force there.", "2008-06", ["eufor-tchad-rca"]),
        ("Burundi will join the African Union's new mission in Somalia.", "2025-01", ["aussom"]),
        ("Ten men stay in Afghanistan when the NATO-led force is smaller.", "2011-05", ["isaf"]),
        ("The EU's military assistance mission for Ukraine is growing.", "2023-02", ["eumam-ukraine"]),
        ("The Union began the EU mission to train Mali's army.", "2014-02", ["eutm-mali"]),
        ("It joins the EU force that is to protect camps in Chad.", "2008-06", ["eufor-tchad-rca"]),
        ("It joins the EU's training mission in the West African country of Mali.", "2015", ["eutm-mali"]),
        ("The Council sends a UN force of some 15,000 men to Liberia.", "2003-11", ["unmil"]),
        ("Two observers in Hebron were shot dead.", "2002-04", ["tiph"]),
        ("It left the mission under NATO leadership in Kosovo.", "2010", ["kosovo-force"]),
        ("The coalition led by the United States in Syria says so.", "2019", ["operation-inherent-resolve"]),
    ],
)  # fmt: skip
def test_several_ways_of_saying_whose_and_where(text: str, published: str, missions: list[str]) -> None:
    assert list(missions_in(text, published).values()) == missions


@pytest.mark.parametrize(
    ("text", "published"),
    [
        # the air force of a nation, and a part of another mission there
        ("The Australian Defence Force praised its men on the Solomon Islands.", "2005"),
        # where others go is not where it is
        ("Turkey praised the NATO-led force in a letter.", "2011-05"),
        ("It is an operation to train Mali's bakers.", "2015"),
        ("A trade union mission to Colombia was robbed.", "2007-12"),
        ("The UN relief operation in Mali needs money.", "2015"),
    ],
)
def test_words_that_do_not_tell_where_mean_none(text: str, published: str) -> None:
    assert not missions_in(text, published)
