"""Who does what in sentences of every build: brackets, participles, relative clauses, quotes, lists."""

from __future__ import annotations

import pytest

from claiming.makers import claims_of

SAID = [
    # adverbs between subject and verb, and behind an auxiliary
    ("Swedish soldiers reportedly left MINUSMA on Monday.", "withdraws", "Sweden"),
    ("EUTM Mali will shortly resume its courses.", "resumed", None),
    ("Norway has quietly withdrawn 40 soldiers from KFOR.", "withdraws", "Norway"),
    # brackets between subject and verb
    (
        "A Fijian soldier of the UN force on the Golan Heights (UNDOF) was killed in an attack.",
        "attack",
        None,
    ),
    (
        "The last Danish troops that served in the Kosovo Force (KFOR) have returned home.",
        "withdraws",
        "Denmark",
    ),
    ("Ireland (population five million) has sent 300 soldiers to UNIFIL.", "provides", "Ireland"),
    ("EUTM Mali – the largest mission of its kind – has suspended its courses.", "suspended", None),
    ("Sweden — after a long debate — will withdraw 200 soldiers from MINUSMA.", "withdraws", "Sweden"),
    # a participle after a comma shares the subject
    (
        "The UN Security Council met on Monday, extending the mandate of UNIFIL for a year.",
        "extends",
        "UN Security Council",
    ),
    ("Portugal acted in May, withdrawing its contingent from MINUSCA.", "withdraws", "Portugal"),
    # what stands between commas is not the subject
    ("German soldiers, deployed to KFOR in May, have left.", "withdraws", "Germany"),
    ("KFOR, set up in 1999 and now commanded by Italy, will be reduced.", "reduced", None),
    ("KFOR, set up in 1999 and now commanded by Italy, will be reduced.", "lead", "Italy"),
    # a participle before the subject
    ("Established in 2013 and based in Bamako, MINUSMA has 13,000 soldiers.", "present", None),
    ("After pulling out of MINUSMA, Sweden sent 40 soldiers to KFOR.", "withdraws", "Sweden"),
    ("Leading KFOR since 2022, Italy keeps 600 soldiers there.", "lead", "Italy"),
    ("By sending 300 troops to KFOR, Romania wants to calm Mitrovica.", "provides", "Romania"),
    ("Since taking over the command of KFOR, General Anna Berg has met many mayors.", "command", "Anna Berg"),
    # quotation marks within a group
    ('KFOR decided to "suspend its patrols" near Zvecan.', "suspended", None),
    ('The operation, UNIFIL, should "reinforce its presence" in Tyre, he said.', "expanded", None),
    ('NATO has ended the "Allied Protector" operation.', "ended", None),
    # a list of infinitives shares subject and modality
    (
        "Denmark plans to withdraw from KFOR, close a camp and send 20 trainers to EUTM Mali.",
        "provides",
        "Denmark",
    ),
    ("EUTM Mali will train, advise and assist the army of Mali.", "advising", None),
    ("UNMISS is to protect civilians, investigate abuses and help with aid.", "monitoring", None),
    # who says it stands between the subject and its verb
    (
        '"The mission," said Colonel Eva Holm, its spokeswoman, "has suspended EULEX patrols."',
        "suspended",
        None,
    ),
    ("EUTM Mali, a spokesman said on Monday, has resumed its courses.", "resumed", None),
    ("Germany, the minister said on Friday, has withdrawn 40 soldiers from KFOR.", "withdraws", "Germany"),
    # several asides, and asides within asides
    ("Sweden, after a debate in which many spoke, has sent 40 soldiers to KFOR.", "provides", "Sweden"),
    (
        "KFOR, which has watched the border and which was reinforced in May, will be reduced.",
        "reduced",
        None,
    ),
    (
        "The mandate of UNMISS, which includes watching the border, training the police, was extended by the "
        "UN Security Council.",
        "extends",
        "UN Security Council",
    ),
    (
        "Sweden, the first that sent engineers to MINUSMA, has withdrawn its troops from it.",
        "withdraws",
        "Sweden",
    ),
    ("Sweden will send, after a vote in May, 40 soldiers to KFOR.", "provides", "Sweden"),
    # a dash that is written with hyphens
    ("Sweden - after a long debate - will withdraw 200 soldiers from MINUSMA.", "withdraws", "Sweden"),
    ("EUTM Mali -- the largest mission of its kind -- has suspended its courses.", "suspended", None),
    # who decides
    ("The decision by Sweden to withdraw its troops from MINUSMA came late.", "withdraws", "Sweden"),
    # two participles before the subject
    ("Set up in 1999, and expanded in 2004, KFOR now watches the border.", "expanded", None),
    # other words for the same
    ("Russia shot down the extension of UNOMIG in June.", "rejects", "Russia"),
    ("EUTM Mali was unveiled in Brussels in February 2013.", "established", None),
    ("KFOR has pared back its patrols in the north.", "reduced", None),
    ("EUTM Mali has reinstated its courses.", "resumed", None),
    ("The courses of EUTM Mali have come to a standstill.", "suspended", None),
    ("Sweden extracted its 200 soldiers from MINUSMA.", "withdraws", "Sweden"),
    (
        "The mandate was rolled over: the UN Security Council reauthorised UNMISS on 15 March 2022.",
        "extends",
        "UN Security Council",
    ),
    (
        "The Swedish parliament has ratified the deployment to KFOR.",
        "approves",
        "Swedish parliament",
    ),
]


@pytest.mark.parametrize(("text", "value", "actor"), SAID)
def test_who_does_what(text: str, value: str, actor: str | None) -> None:
    assert (value, actor) in {(c.value, c.actor) for c in claims_of(text)}


NOT_SAID = [
    # a place before the subject is no member of its list
    ("In Lebanon, Italy has 1,000 soldiers in UNIFIL.", "provides", "Lebanon"),
    ("Leading KFOR since 2022, Italy has 600 soldiers there.", "personnel", None),
    ("Troops of Ghana, Togo and Benin, who served with UNIFIL, left it.", "withdraws", "UNIFIL"),
    ("After the coup in Mali, Denmark and Sweden withdrew from EUTM Mali.", "withdraws", "Mali"),
    ("A member of UNDOF – an Irishman – survived and was evacuated.", "ended", None),
    ("The army supply ended the visit to KFOR.", "ended", None),
    (
        "Workers at the camp, which supports the activities of KFOR, on Tuesday began their strike.",
        "established",
        None,
    ),
    ("Kosovo has changed, said the force, KFOR, after training the police.", "training", "Kosovo"),
    ("After pulling out of MINUSMA, Sweden sent 40 soldiers to KFOR.", "ended", None),
    ('The minister, asked about KFOR, said "the mission has to go, close the camp."', "provides", None),
]


@pytest.mark.parametrize(("text", "value", "actor"), NOT_SAID)
def test_who_does_it_not(text: str, value: str, actor: str | None) -> None:
    assert (value, actor) not in {(c.value, c.actor) for c in claims_of(text)}
