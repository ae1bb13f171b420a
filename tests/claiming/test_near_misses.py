"""Sentences that are close to saying something of a mission, and do not."""

from __future__ import annotations

import pytest

from claiming.makers import claims_of

NEAR = [
    # asking a mission to do something asks for no mission
    (
        "The Lebanese government asked UNIFIL last week to hand over its maps.",
        "requests",
        "Lebanese government",
    ),
    ("The government of Mali asked MINUSMA to repair a road.", "requests", "Malian government"),
    # who asks an organisation to prolong it has not prolonged it, nor has the organisation
    ("Lebanon asked the UN to renew the mandate of UNIFIL.", "extends", "UN"),
    # a schedule that was overtaken
    ("The mandate of UNDOF was due to expire in June, but the council renewed it.", "ended", None),
    # a withdrawal that is put off, and people who are brought to safety
    ("MONUSCO suspended its withdrawal from Goma.", "ended", None),
    ("The staff of UNITAMS were evacuated to Port Sudan.", "ended", None),
    # bases of others
    ("UNMISS thanked the army, which closed three bases.", "reduced", None),
    # the subject of a clause that a word opens which may be a preposition too
    ("KFOR troops were forced to wait as protests continued in Pristina.", "active", None),
    ("KFOR will stay in Kosovo until the crisis ends.", "ended", None),
    ("UNIFIL has been told to leave Lebanon after Syria vetoed its mandate.", "rejects", "Lebanon"),
    # a pronoun that a nation is meant by
    ("Norway said that it would withdraw its 40 soldiers from KFOR.", "reduced", None),
    ("Polish officers in KFOR said they would continue their work.", "active", None),
    ("Nepal joined UNIFIL in 1978 and it has 800 soldiers there.", "personnel", None),
    # the nation's own deed
    ("Irish soldiers will begin their deployment to UNIFIL in May.", "established", None),
    ("Finland has been in KFOR since 1999.", "active", None),
    ("Ghana, which has the command of UNIFIL, is content.", "provides", "Ghana"),
    # what stands between the verb and the mission is the thing done to
    ("The EU wants to accelerate the withdrawal of EUTM Mali.", "expanded", None),
    ("KFOR relies on the good relations it maintains with the police.", "active", None),
    ("EUTM Mali aims to strengthen, with its partners, the rule of law.", "expanded", None),
    # whose country, not the minister
    ("The minister Jane Holm, whose country commands KFOR, was content.", "command", "Jane Holm"),
    # something new beside the mission
    (
        "MINUSTAH was replaced by a small police force, which will be reduced after two years.",
        "reduced",
        None,
    ),
    # guarding themselves, or a state
    ("The government is responsible for the protection of UNIFIL peacekeepers.", "protection", None),
    ("KFOR is taking steps to protect its soldiers.", "protection", None),
    ("KFOR was asked to defend the integrity of the state.", "protection", None),
    ("Peru wants MINURSO to pay more for their protection in the desert.", "protection", None),
    # efforts of others, and a word of watching for what is no mission's to watch
    ("It is a setback to efforts to restore peace in Haiti, and MINUSTAH knows it.", "peacekeeping", None),
    ("MINUSMA went on amid efforts to stabilise the Sahel.", "stabilisation", None),
    (
        "Efforts by the government to build up the police were praised by UNMIK.",
        "capacity-building",
        None,
    ),
    ("UNMISS supervises a programme for its drivers.", "monitoring", None),
    # who commands a part, or something else
    ("A company of UNIFIL came home. Its commander is Major Anna Berg.", "command", "Anna Berg"),
    ("The Land Force Commander Peter Lund visited UNDOF.", "command", "Peter Lund"),
    # convoys on land
    ("UNPROFOR is there to escort aid convoys.", "maritime-security", None),
    # a part's command, and what countries send elsewhere
    ("Major Anna Berg took over command of the German contingent of KFOR.", "command", "Anna Berg"),
    ("Three countries sent 400 observers to the vote, UNMISS said.", "personnel", None),
    # the dead and the families are not the soldiers
    ("The bodies of three Ghanaian soldiers of UNIFIL were flown home.", "withdraws", "Ghana"),
    ("The families of Irish soldiers in UNIFIL were brought home.", "withdraws", "Ireland"),
    # nations beside a mission that only stand in its sentence
    ("Russian jets trained near the ships of Operation Irini.", "provides", "Russia"),
    ("Syrian soldiers and UNDOF patrols watch the same road.", "provides", "Syria"),
    ("UNIFIL said that Israeli soldiers worked on a road near its post.", "provides", "Israel"),
    ("The minister met Irish soldiers to talk about the future of UNIFIL.", "provides", "Ireland"),
    ("UNMIL helped officers who serve in Guinea, Mali and Togo.", "provides", "Togo"),
    ("KFOR troops and journalists from Italy, Malta and Spain arrived.", "provides", "Malta"),
    # other missions, exercises and other countries than the mission's
    ("UNMIL stays. Polish soldiers take part in missions in Guinea, Chad and Togo.", "provides", "Poland"),
    (
        "UNMIL stays. Fiji has 300 soldiers abroad in areas, including Chad, Haiti and Mali.",
        "provides",
        "Chad",
    ),
    ("Ireland thanked UNIFIL. Soldiers from Italy were in the town.", "provides", "Ireland"),
    ("KFOR stays. Greece will send 100 soldiers to an exercise in Norway.", "provides", "Greece"),
    ("UNIFIL stays. Some 300 Irish soldiers are deployed in Mali.", "provides", "Ireland"),
    # hosts, and a ship that nobody relieves
    ("The army withdraws troops from Mali that have been part of MINUSMA.", "provides", "Mali"),
    ("The Greek frigate in Operation Irini will not be replaced.", "withdraws", "Greece"),
    ("Togo and Benin are the first troop contributors to leave MINUSMA.", "provides", "Togo"),
    # a state that belongs to the words right before it
    ("The region has KFOR and other arrangements in place.", "active", None),
    # a decision that was not taken
    ("The UN refused to agree to expand UNIFIL.", "approves", "UN"),
    # whose tour, not the mission's
    ("Spain welcomed its soldiers from KFOR, whose tour of duty has ended.", "ended", None),
    # what is done to them
    ("UNIFIL is there. The troops are armed, trained and equipped.", "training", None),
    # the size of what a nation brings home
    (
        "Ireland, which is in the UN force UNIFIL, said it would bring home its 300 soldiers.",
        "personnel",
        None,
    ),
    # questions
    ("Is this the end of KFOR? Will EUTM Mali be suspended?", "ended", None),
    ("Who would then leave KFOR, and will the mission end?", "ended", None),
    # who is not there, is not in the mission, or is not said to be
    ("Russian jets flew for an hour over the ships of Operation Atalanta.", "provides", "Russia"),
    ("Soldiers of the Lebanese army work with UNIFIL.", "provides", "Lebanon"),
    ("Colonel Anna Berg of the Danish Army praised KFOR.", "provides", "Denmark"),
    ("Danish tourists arrived in Kosovo, where KFOR has its camps.", "provides", "Denmark"),
    ("Ghana lost to Nepal, followed by Fiji, in the football cup of UNIFIL.", "provides", "Fiji"),
    ("Soldiers from Ghana left Accra for Juba to join UNMISS.", "withdraws", "Ghana"),
    ("There are no Danish soldiers in KFOR.", "provides", "Denmark"),
    ("There are 200 Danish tourists near KFOR.", "provides", "Denmark"),
    ("The victims are two Danish soldiers in KFOR.", "provides", "Denmark"),
    # what is prolonged is no part in the mission, or is not yet
    ("Denmark will not extend its visit to KFOR.", "withdraws", "Denmark"),
    ("Ireland is considering whether to prolong its participation in UNIFIL.", "withdraws", "Ireland"),
    # what takes place is not the mission's work
    ("The talks on UNDOF take place in Geneva.", "present", None),
    ("KFOR reports that smugglers patrol in Mitrovica.", "present", None),
    # other people than its own, and things
    ("UNMISS vaccinated 300 villagers.", "health", None),
    ("KFOR tests its new radios.", "health", None),
    # who leads something else
    ("The leader of the rebels, Anna Berg, attacked KFOR.", "command", None),
    ("UNIFIL spoke to the party and its leader, Peter Lund.", "command", None),
    # officials of another
    ("Officials of the party remain in Juba, UNMISS said.", "present", None),
    # out, but not out of the country
    ("Mali wants MINUSMA out on patrol again.", "ends", None),
    # money and goods for a mission are not its base
    ("Money for UNIFIL was attacked in parliament.", "attack", None),
    # what others do
    ("KFOR is there to stop trafficking operations.", "suspended", None),
    ("UNIFIL wants to end the rebel campaign.", "ended", None),
    # part of it, in somebody else's hands
    ("UNAMSIL had 500 of its soldiers taken hostage.", "personnel", None),
    # what a mission is told to do
    ("The Security Council authorised UNMISS to use force.", "approves", None),
    # the state's own
    ("Haiti is content with MINUSTAH. The country is increasing its own force.", "increases", None),
    # a nation's soldiers, and the last of them
    ("Italy and Spain have begun the withdrawal of their contingents from UNIFIL.", "reduced", None),
    ("The Italian contingent in UNIFIL will finish its mandate in May.", "ended", None),
    # the verb that follows has the object
    ("KFOR is seen as a body employed to help Serbia.", "provides", "Serbia"),
    # of another time, another party, another kind
    ("The former commander of KFOR, General Hans Berg, has written a book.", "command", "Hans Berg"),
    ("The Lebanese army has 5,000 soldiers beside UNIFIL.", "provides", None),
    ("UNMISS said fighting between the army and rebels had resumed.", "resumed", None),
    ("The government suspended the activities of a party, MONUSCO said.", "suspended", None),
    ("KFOR soldiers trained with the Kosovo police on Tuesday.", "training", None),
    # peace beside stability is stabilisation
    ("EUTM Mali was set up to restore peace and stability.", "peacekeeping", None),
    # a unit's work, a project, a purpose: not the whole mission
    ("The Samoan battalion, part of UNDOF, finished its work on the new road.", "ended", None),
    ("UNMISS engineers completed work on a bridge near Torit.", "ended", None),
    ("UNDOF has finished its work on the northern positions.", "ended", None),
    ("The frigate Lund ended its mission in Operation Atalanta.", "ended", None),
    ("SADC is running out of money to sustain SAMIM.", "active", None),
    ("The navy sent a ship to Operation Atalanta to continue the effort.", "active", None),
    ("EULEX Kosovo will accelerate the handover of its activities.", "expanded", None),
    ("The talks that UNAMA had led were suspended in May.", "suspended", None),
    ("UNTSO operates as a group of observers.", "active", None),
    ("SAMIM is in Pemba. The withdrawal of BDF troops ends in June.", "reduced", None),
    ("All Ghanaian soldiers of UNIFIL flew home on Monday.", "ended", None),
    ("UNIFIL soldiers arrived at the scene in May.", "established", None),
    # asking for other things, threatening, and decisions of others
    ("At the invitation of Anna Berg UNIFIL opened an exhibition.", "requests", "Anna Berg"),
    ("Italy threatened to veto a longer mandate of Operation Sophia.", "rejects", "Italy"),
    ("The UN Security Council gave UNIFIL 20 vehicles for six months.", "extends", "UN Security Council"),
    ("The UN refused to agree to let Egypt send a force, and the MFO was set up.", "approves", "UN"),
    ("Anna Berg said that the gangs should leave. MINUSTAH patrolled.", "ends", "Anna Berg"),
    ("The Italian government requested a mandate of parliament for KFOR.", "requests", "Italian government"),
    ("The United States asked NATO to do more in NATO Mission Iraq.", "requests", "United States"),
    ("UNIFIL was established by the UN Security Council in 1978.", "approves", "UN Security Council"),
    ("UNIFIL is in Lebanon. It may be recalled that it has a hospital.", "ended", None),
    ("UNDOF is in Syria. The army completed the withdrawal of an entire battalion.", "reduced", None),
    (
        "MONUSCO heard of a request by the Congolese government for the departure of its spokesman.",
        "requests",
        None,
    ),
    (
        '"We will continue the mission in Mali, MINUSMA," the Dutch defence minister, Anna Berg, said.',
        "active",
        None,
    ),
]


@pytest.mark.parametrize(("text", "value", "actor"), NEAR)
def test_a_near_miss_gives_no_claim(text: str, value: str, actor: str | None) -> None:
    wrong = [c for c in claims_of(text, "2020-01-01") if c.value == value and actor in (None, c.actor)]
    assert not wrong


SAID = [
    ("Protests went on, and KFOR stayed as tensions grew. The mission continued.", "active", None),
    ("The force that Italy leads in Kosovo, KFOR, was reduced after the talks ended.", "reduced", None),
    ("KFOR said it would withdraw 200 soldiers.", "reduced", None),
    ("The troops sent to Lebanon to protect villagers have left UNIFIL.", "protection", None),
    ("Aid went to UNIFIL, launched in 1978.", "established", None),
    ("The detachment in Baltic Air Policing, sent by Spain, has six jets.", "provides", "Spain"),
    ("UNIFIL was set up to restore peace and stability.", "stabilisation", None),
    ("The activities of EUTM Mali have been suspended.", "suspended", None),
    ("The work of the NATO mission in Iraq was suspended.", "suspended", None),
]


@pytest.mark.parametrize(("text", "value", "actor"), SAID)
def test_what_is_said_in_the_same_way_gives_its_claim(text: str, value: str, actor: str | None) -> None:
    assert [c for c in claims_of(text, "2020-01-01") if c.value == value and actor in (None, c.actor)]


def test_a_nation_contributes_to_the_mission_that_it_was_said_to_be_in() -> None:
    text = "Sweden sent 150 soldiers to UNIFIL. KFOR is in Kosovo.\n\nThe withdrawal of Swedish troops is a pity."
    assert {c.mission_id for c in claims_of(text) if c.actor == "Sweden"} == {"unifil"}


def test_a_nation_in_two_missions_stays_with_the_one_spoken_of() -> None:
    text = (
        "Sweden sent 150 soldiers to UNIFIL. Sweden sent 20 soldiers to KFOR.\n\n"
        "EUTM Mali is in Bamako. The withdrawal of Swedish troops is a pity."
    )
    assert {c.mission_id for c in claims_of(text) if c.value == "withdraws"} == {"eutm-mali"}


def test_a_missions_own_name_goes_before_that_of_its_organisation() -> None:
    text = "KFOR went on. NATO missions matter. Training was suspended on Monday."
    assert {c.mission_id for c in claims_of(text, "2020-01-01") if c.value == "suspended"} == {"kosovo-force"}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The suspension of EUTM Mali could spell trouble for the army.", "actual"),
        ("The suspension of EUTM Mali might worry the army.", "actual"),
        ("The suspension of EUTM Mali could begin in May.", "considered"),
        ("The suspension of EUTM Mali will take place in May.", "planned"),
    ],
)
def test_what_a_deed_may_bring_about_leaves_the_deed_a_fact(text: str, modality: str) -> None:
    (claim,) = [c for c in claims_of(text) if c.value == "suspended"]
    assert claim.modality == modality


def test_training_before_a_verb_is_a_noun() -> None:
    text = "KFOR is in Kosovo. Training was suspended on Monday. Training has resumed since."
    assert {"suspended", "resumed"} <= {c.value for c in claims_of(text, "2020-01-01")}


def test_who_decides_goes_before_the_organisation_that_he_belongs_to() -> None:
    text = (
        "The UN extended UNIFIL. The UN Security Council extended the mandate of UNIFIL until 31 August 2020."
    )
    assert [c.actor for c in claims_of(text, "2020-01-01") if c.value == "extends"] == ["UN Security Council"]


def test_the_dead_of_an_accident_are_no_further_deaths() -> None:
    text = "A helicopter of UNIFIL crashed near Tyre. Four soldiers of UNIFIL died on Monday."
    assert [c.value for c in claims_of(text, "2020-01-01") if c.aspect == "incident"] == ["accident"]


def test_a_place_is_told_without_its_country() -> None:
    text = "The headquarters of the Multinational Force and Observers is in Rome, Italy."
    assert [c.place for c in claims_of(text, "2020-01-01") if c.aspect == "presence"] == ["Rome"]
