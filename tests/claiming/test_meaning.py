"""How things are meant, when, why, on what condition, by whom, and about which mission."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claiming.makers import claims_of, said

NMI = "nato-mission-iraq"

MODALITIES = [
    ("NATO Mission Iraq has suspended its training.", "suspended", "actual"),
    ("NATO Mission Iraq will suspend its training.", "suspended", "planned"),
    ("NATO plans to expand NATO Mission Iraq.", "expanded", "planned"),
    ("NATO is to expand NATO Mission Iraq.", "expanded", "planned"),
    ("NATO has decided to expand NATO Mission Iraq.", "expanded", "planned"),
    ("NATO is ready to expand NATO Mission Iraq.", "expanded", "offered"),
    ("NATO offered to expand NATO Mission Iraq.", "expanded", "offered"),
    ("NATO may expand NATO Mission Iraq.", "expanded", "considered"),
    ("NATO is considering expanding NATO Mission Iraq.", "expanded", "considered"),
    ("NATO discusses whether it should expand NATO Mission Iraq.", "expanded", "considered"),
    ("NATO will not expand NATO Mission Iraq.", "expanded", "denied"),
    ("NATO Mission Iraq has not resumed its training.", "resumed", "denied"),
    ("The planned expansion of NATO Mission Iraq was welcomed.", "expanded", "planned"),
    ("NATO Mission Iraq hasn't suspended its training.", "suspended", "denied"),
    ("NATO Mission Iraq won’t suspend its training.", "suspended", "denied"),
    ("NATO can't expand NATO Mission Iraq.", "expanded", "denied"),
    ("NATO Mission Iraq was set up to train officers.", "established", "actual"),
    ("NATO Mission Iraq has shrunk.", "reduced", "actual"),
    ("NATO Mission Iraq could be ended or expanded.", "expanded", "considered"),
    ("NATO Mission Iraq will be reduced and later ended.", "ended", "planned"),
    ("NATO Mission Iraq was reduced and then suspended.", "suspended", "actual"),
    ("NATO Mission Iraq must resume its training in May.", "resumed", "planned"),
    ("NATO Mission Iraq has the capacity to expand its training.", "expanded", "considered"),
    ("The vote in June to end NATO Mission Iraq surprised nobody.", "ended", "planned"),
    ("NATO decided against expanding NATO Mission Iraq.", "expanded", "denied"),
    ("The quarrel could spell the end of NATO Mission Iraq.", "ended", "considered"),
]


@pytest.mark.parametrize(("text", "value", "modality"), MODALITIES)
def test_modality(text: str, value: str, modality: str) -> None:
    assert (NMI, f"activity {value}", modality, None) in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "NATO Mission Iraq was set up to monitor the border.",
        "NATO Mission Iraq was set up in 2018 to monitor the border.",
        "They set up NATO Mission Iraq to monitor the border.",
    ],
)
def test_what_a_mission_was_set_up_to_do_is_no_plan(text: str) -> None:
    assert (NMI, "task monitoring", "actual", None) in said(text)


def test_a_task_is_planned_until_its_mission_begins() -> None:
    text = "NATO will launch NATO Mission Iraq in May 2021. NATO Mission Iraq is to train officers."
    assert (NMI, "task training", "planned", None) in said(text)
    text = "NATO launched NATO Mission Iraq in May 2018. NATO Mission Iraq is intended to train officers."
    assert (NMI, "task training", "actual", None) in said(text)


def test_the_subject_of_the_next_clause_is_not_what_the_verb_is_done_to() -> None:
    values = {c.value for c in claims_of("NATO has withdrawn soldiers, and NATO Mission Iraq is quiet.")}
    assert "ended" not in values


def test_a_plan_is_no_fact_and_a_fact_no_plan() -> None:
    modalities = {c.modality for c in claims_of("Denmark will lead NATO Mission Iraq.") if c.aspect == "lead"}
    assert modalities == {"planned"}


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Denmark took over the lead of NATO Mission Iraq on 24 March 2020.", "2020-03-24/.."),
        ("Denmark will take over the lead of NATO Mission Iraq later this year.", "[2020-04-02..2020-12-31]"),
        ("Denmark has led NATO Mission Iraq since November 2019.", "2019-11/.."),
        ("Denmark leads NATO Mission Iraq.", None),
    ],
)
def test_the_date_of_a_lead(text: str, when: str | None) -> None:
    (lead,) = [c for c in claims_of(text, "2020-04-02") if c.aspect == "lead"]
    assert (str(lead.when) if lead.when else None) == when


def test_a_date_of_the_governing_verb_does_not_date_the_plan() -> None:
    claims = claims_of("NATO ministers agreed on 12 February 2020 to expand NATO Mission Iraq.", "2020-02-13")
    dates = {c.value: str(c.when) if c.when else None for c in claims}
    assert dates == {"approves": "2020-02-12", "expanded": None}


def test_a_relative_date_of_an_undated_report_stays_open() -> None:
    claims = claims_of("Denmark will take over the lead of NATO Mission Iraq later this year.")
    assert [c.when for c in claims if c.aspect == "lead"] == [None]


@pytest.mark.parametrize(
    ("text", "causes"),
    [
        ("NATO Mission Iraq suspended its training because of the pandemic.", ("pandemic",)),
        ("After rocket attacks NATO Mission Iraq suspended its training.", ("attack",)),
        ("NATO Mission Iraq suspended its training.", ()),
    ],
)
def test_causes_are_those_that_the_report_links(text: str, causes: tuple[str, ...]) -> None:
    (claim,) = [c for c in claims_of(text) if c.value == "suspended"]
    assert claim.causes == causes


@pytest.mark.parametrize(
    "text",
    [
        "NATO Mission Iraq will resume its work as soon as the situation allows.",
        "As soon as the situation allows, NATO Mission Iraq will resume its work.",
    ],
)
def test_a_condition_is_kept_in_the_words_of_the_report(text: str) -> None:
    (claim,) = [c for c in claims_of(text) if c.value == "resumed"]
    assert claim.condition == "the situation allows"
    assert claim.modality == "planned"


def test_the_speaker_is_whom_the_report_names() -> None:
    text = 'Jens Stoltenberg, the secretary-general of NATO, said: "NATO Mission Iraq will resume its work."'
    (claim,) = [c for c in claims_of(text) if c.value == "resumed"]
    assert claim.said_by == "Jens Stoltenberg"


def test_a_nations_own_part_is_no_activity_of_the_mission() -> None:
    text = "Germany has suspended its contribution to NATO Mission Iraq."
    assert said(text) == {(NMI, "contribution suspends", "actual", "Germany")}


def test_a_host_is_no_contributor() -> None:
    assert not [
        c for c in claims_of("Iraq has 500 soldiers beside NATO Mission Iraq.") if c.aspect == "contribution"
    ]


def test_two_candidates_mean_no_claim() -> None:
    text = "KFOR and UNIFIL are far apart. The commander was pleased. Training has been suspended."
    assert not [c for c in claims_of(text) if c.value == "suspended"]


def test_the_mission_is_the_one_that_the_report_spoke_of() -> None:
    text = "KFOR has 3,500 soldiers.\n\nItaly leads the mission. It will end in 2030."
    assert {c.mission_id for c in claims_of(text, "2020-01-01")} == {"kosovo-force"}
    assert {c.value for c in claims_of(text, "2020-01-01")} == {"personnel", "lead", "ended"}


def test_what_is_said_twice_is_one_claim() -> None:
    text = "Canada leads NATO Mission Iraq. NATO Mission Iraq is led by Canada."
    assert len([c for c in claims_of(text) if c.aspect == "lead"]) == 1


def test_a_report_without_missions_has_no_claims() -> None:
    assert claims_of("Denmark will send 200 chairs to a school in Lyon on Monday.", "2020-01-01") == ()


SENTENCES = [text for text, _, _ in MODALITIES] + [
    "Denmark, which leads it, will send 200 soldiers.",
    "– We stay, says Jens Stoltenberg.",
    "\U0001f6a2 İstanbul; æøå.",
    "the Mission, paused , then",
    "In 2018 it was set up.\r\n\r\nSince then: 500 people",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), max_size=6), st.sampled_from([" ", "\n\n", "", " – "]))
def test_every_claim_stands_in_its_text(sentences: list[str], joint: str) -> None:
    text = joint.join(sentences)
    for claim in claims_of(text, "2020-04-02"):
        assert claim.passage.stands_in(text)
        for span in claim.evidence.values():
            assert 0 <= span.start < span.end <= len(text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    claims_of(text + " NATO Mission Iraq " + text, "2020-04-02")


def test_each_contributor_has_the_number_beside_it() -> None:
    text = (
        "KFOR will include 700 soldiers from Germany, 400 from Italy, and 100 each from Poland and Slovenia."
    )
    counts = {c.actor: c.count for c in claims_of(text) if c.aspect == "contribution"}
    assert counts == {"Germany": 700, "Italy": 400, "Poland": 100, "Slovenia": 100}


def test_a_list_of_missions_shares_the_decision() -> None:
    text = "The UN Security Council voted to extend the mandates for MINUSMA, KFOR and UNMISS."
    decided = {(c.mission_id, c.value) for c in claims_of(text) if c.aspect == "mandate"}
    assert decided == {("minusma", "extends"), ("kosovo-force", "extends"), ("unmiss", "extends")}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Spain is the only EU country that has taken part in NATO Mission Iraq.", "actual"),
        ("Spain was the first ally to send soldiers to NATO Mission Iraq.", "actual"),
        ("Spain is the only EU member that sends no soldiers to NATO Mission Iraq.", "denied"),
    ],
)
def test_what_is_said_of_a_country_is_said_of_its_name(text: str, modality: str) -> None:
    assert (NMI, "contribution provides", modality, "Spain") in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "UNFICYP, which followed KFOR, is in Nicosia. It has 900 soldiers.",
        "KFOR and UNFICYP send people home. UNFICYP stays, said one who had been with KFOR. It has 900 soldiers.",
        "UNFICYP is on the island. A general, who had once been in Kosovo with KFOR and in Mali with MINUSMA, now leads"
        " UNFICYP. The force has 900 soldiers.",
        "UNFICYP took over the camp from KFOR. The force has 900 soldiers.",
    ],
)
def test_a_mission_that_is_spoken_of_goes_on_being_meant(text: str) -> None:
    assert {c.mission_id for c in claims_of(text) if c.aspect == "strength"} == {"unficyp"}


def test_of_two_missions_named_alike_neither_is_meant() -> None:
    told = claims_of("Denmark has people in KFOR and UNFICYP. It has 900 soldiers.")
    assert not [c for c in told if c.aspect == "strength"]


@pytest.mark.parametrize(
    "text",
    [
        "UNFICYP is on the island. The peacekeepers arrived there in 1974, protect civilians and escort convoys.",
        "UNFICYP watches roads, escorts convoys and protects civilians.",
        "UNFICYP is on the island. The soldiers protect civilians.",
    ],
)
def test_verbs_of_a_list_have_the_same_doer(text: str) -> None:
    assert ("unficyp", "task protection", "actual", None) in said(text)


def test_the_members_of_a_list_are_no_verbs() -> None:
    assert not [
        c
        for c in claims_of("France sent soldiers, attack helicopters and guard dogs to KFOR.")
        if c.aspect == "task"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "UNFICYP is on the island. Its task is to report to the United Nations, but it also trains the police.",
        "UNFICYP is on the island. Led by Canada, it trains the police.",
    ],
)
def test_who_is_no_subject_does_not_stand_before_it(text: str) -> None:
    assert ("unficyp", "task training", "actual", None) in said(text)


def test_it_is_elsewhere_too() -> None:
    told = claims_of("UNFICYP watches the line in Cyprus. It is headquartered in Beirut.")
    assert ("unficyp", "Beirut") in {(c.mission_id, c.place) for c in told if c.aspect == "presence"}


def test_a_sentence_with_a_pronoun_goes_on_about_whom_the_one_before_told_of() -> None:
    text = "Norway is sending people to KFOR. They will serve beside some from Italy. The country has 20 people there."
    told = {(c.actor, c.count) for c in claims_of(text) if c.aspect == "contribution"}
    assert ("Norway", 20) in told
    assert ("Italy", 20) not in told


def test_a_nations_number_is_no_missions() -> None:
    text = "Slovenia sends 100 soldiers to KFOR. Slovenia said it might raise the number of soldiers to 150."
    assert not [c for c in claims_of(text) if c.aspect == "strength"]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "Some 90 Latvian soldiers left for Kosovo on Friday. They will serve with KFOR for a year.",
            {"Latvia"},
        ),
        ("The Latvian soldiers flew to Kosovo. They join KFOR.", {"Latvia"}),
        ("The Latvian winter is long, says Kosovo. They join KFOR.", set()),
    ],
)
def test_they_are_the_people_told_of(text: str, actors: set[str]) -> None:
    assert {c.actor for c in claims_of(text) if c.aspect == "contribution"} == actors


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Irish soldiers are in south Lebanon. About 340 of them are serving with UNIFIL.",
            {("Ireland", 340)},
        ),
        ("Fiji is proud of its soldiers. Some 290 of them serve in UNDOF.", {("Fiji", 290)}),
        ("UNDOF said that rebels fled. Some 290 of them serve in UNDOF.", set()),
    ],
)
def test_some_of_them_are_of_the_nation_told_of(text: str, told: set[tuple[str, int]]) -> None:
    assert {(c.actor, c.count) for c in claims_of(text) if c.aspect == "contribution"} == told


SPOKEN = [
    ("NATO Mission Iraq, which Canada leads, will grow, the minister Anna Berg said.", "lead", None),
    ("Canada leads NATO Mission Iraq, the minister Anna Berg said.", "lead", "Anna Berg"),
    ("Anna Berg said that NATO Mission Iraq, established in 2018, would grow.", "established", None),
    ("Anna Berg said that NATO Mission Iraq was established in 2018.", "established", "Anna Berg"),
    (
        "Anna Berg said that NATO Mission Iraq, which will be suspended, had cost much.",
        "suspended",
        "Anna Berg",
    ),
    ("Anna Berg said that NATO was suspending NATO Mission Iraq.", "suspended", "Anna Berg"),
    (
        "Anna Berg said that NATO Mission Iraq had lost ten people since it was established in 2018.",
        "established",
        None,
    ),
]


@pytest.mark.parametrize(("text", "value", "speaker"), SPOKEN)
def test_what_is_taken_for_granted_has_no_speaker(text: str, value: str, speaker: str | None) -> None:
    assert [c.said_by for c in claims_of(text) if c.value == value] == [speaker]


PLANS = [
    (
        "Several countries, including Ghana and Nepal, have pledged to contribute troops to UNIFIL.",
        "provides",
        "planned",
    ),
    ("UNIFIL will consist of soldiers from many allies including Ghana and Nepal.", "provides", "planned"),
    ("Several countries, including Ghana and Nepal, contribute troops to UNIFIL.", "provides", "actual"),
    ("The Security Council cut UNIFIL to 8,000 soldiers.", "reduced", "planned"),
    (
        "The UN Security Council adopted a resolution expanding UNIFIL to 15,000 soldiers.",
        "expanded",
        "planned",
    ),
    ("The commander cut UNIFIL to 8,000 soldiers.", "reduced", "actual"),
    ("The Security Council approved a motion to extend the mandate of UNIFIL.", "extends", "actual"),
]


@pytest.mark.parametrize(("text", "value", "modality"), PLANS)
def test_what_is_ordered_or_promised_is_planned(text: str, value: str, modality: str) -> None:
    assert {c.modality for c in claims_of(text) if c.value == value} == {modality}


BEFOREHAND = "Canada will lead the training mission NATO Mission Iraq. Its commander is Colonel Anna Berg."


@pytest.mark.parametrize(("published", "modality"), [("2018-07-11", "planned"), ("2019-07-11", "actual")])
def test_nothing_of_a_mission_is_there_before_it_begins(published: str, modality: str) -> None:
    claims = claims_of(BEFOREHAND, published)
    assert {c.modality for c in claims if c.aspect in ("task", "commander")} == {modality}


REASONS = [
    ("UNIFIL was expanded following the earthquake.", ("other",)),
    ("UNIFIL was expanded after gunmen abducted two observers.", ("attack",)),
    ("UNIFIL suspended its patrols amid clashes in the south.", ("security",)),
    ("UNIFIL was reduced because of a shortfall.", ("cost",)),
    ("At Lebanon's request, UNIFIL was expanded.", ("request",)),
    ("UNIFIL was expanded at Naqoura's harbour.", ()),
    ("UNIFIL was expanded. After the earthquake it rained.", ()),
]


@pytest.mark.parametrize(("text", "causes"), REASONS)
def test_causes_that_the_clause_links(text: str, causes: tuple[str, ...]) -> None:
    assert [c.causes for c in claims_of(text) if c.aspect == "activity"] == [causes]


def test_no_list_goes_on_over_what_a_preposition_governs() -> None:
    text = "Amid tensions between Iran and Iraq, Germany has withdrawn its soldiers from UNIFIL."
    assert [c.actor for c in claims_of(text)] == ["Germany"]
    asked = claims_of("At Iraq's request, Germany withdrew from UNIFIL.")
    assert [c.actor for c in asked if c.aspect == "contribution"] == ["Germany"]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("UNIFIL was cut from 12, 000 to 7, 500 soldiers.", {12000, 7500}),
        ("On May 12, 500 soldiers of UNIFIL were killed.", {500}),
    ],
)
def test_a_number_with_a_comma_and_a_space(text: str, counts: set[int]) -> None:
    assert {c.count for c in claims_of(text) if c.count} == counts


COUNTS = [
    ("Ghana (870 troops) has withdrawn its contingent from UNIFIL.", "withdraws", 870),
    ("Ghana (870 troops) has withdrawn 20 soldiers from UNIFIL.", "withdraws", 20),
    ("The Security Council cut UNIFIL by 20%.", "reduced", None),
    ("The Security Council cut UNIFIL by 20 soldiers.", "reduced", 20),
    ("A member of the UN mission in Lebanon was killed in an attack.", "attack", 1),
    ("A hundred Danish soldiers left KFOR.", "withdraws", 100),
    ("Hundreds of Danish soldiers left KFOR.", "withdraws", None),
]


@pytest.mark.parametrize(("text", "value", "count"), COUNTS)
def test_how_many(text: str, value: str, count: int | None) -> None:
    assert [c.count for c in claims_of(text) if c.value == value] == [count]
