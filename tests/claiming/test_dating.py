"""Which date of a sentence belongs to a claim, and how far it reaches. Published on Thursday 2 April 2020."""

from __future__ import annotations

import pytest

from claiming.makers import claims_of

# text, aspect and value of the claim, its date
CASES = [
    # how long, said behind the beginning
    (
        "Denmark took over the lead of KFOR in March and will keep it for a year.",
        "lead",
        "2020-03/2021-03",
    ),
    (
        "Denmark has led NATO Mission Iraq since May 2019 and will do so until July 2020.",
        "lead",
        "2019-05/2020-07",
    ),
    ("Denmark will lead NATO Mission Iraq for the next six months.", "lead", "2020-04-02/2020-10"),
    # who sends has people there from then on
    ("Denmark sent 30 soldiers to NATO Mission Iraq in May 2019.", "provides", "2019-05/.."),
    ("Norway deployed 20 medics to KFOR on 3 February 2020.", "provides", "2020-02-03/.."),
    # so long already: since when
    ("Denmark has led NATO Mission Iraq for two years.", "lead", "2018/.."),
    ("UNIFIL has been operating for 42 years.", "active", "1978/.."),
    ("The Security Council has extended the mandate of UNIFIL for two years.", "extends", None),
    ("Denmark led NATO Mission Iraq for two years.", "lead", None),
    # a date behind an aside, or over a clause of what is, belongs to the plan
    (
        "The EU extended EUMM Georgia, deployed after the 2008 war, until 14 May 2021.",
        "extends",
        "../2021-05-14",
    ),
    (
        "Nepal will send 300 soldiers to UNIFIL, which has a base at Naqoura, in June.",
        "provides",
        "2020-06/..",
    ),
    ("Nepal will send 300 soldiers to UNIFIL and Ghana will leave in June.", "provides", None),
    ("Nepal sent 300 soldiers to UNIFIL, which will close a base in June.", "provides", None),
    (
        "The ceremony takes place on 9 May in Rome, where Italy will take over the lead of KFOR.",
        "lead",
        "2020-05-09/..",
    ),
    # what goes on, since when and until when, but not on which day
    ("KFOR will continue until 31 March 2022.", "active", "../2022-03-31"),
    ("KFOR continues its work, its chief said on Monday.", "active", None),
    # a date behind "after" or "following" is that of what stands there
    ("KFOR suspended its training after an attack on 3 March 2020.", "suspended", None),
    ("KFOR suspended its training following a request of 3 March 2020.", "suspended", None),
    ("KFOR suspended its training on 5 March 2020 after an attack.", "suspended", "2020-03-05"),
    # the date of one clause does not date the other
    (
        "Norway withdrew from KFOR in May 2019 and Sweden has withdrawn from KFOR as well.",
        "withdraws Sweden",
        None,
    ),
    ("In May 2019 Norway and Sweden withdrew from KFOR.", "withdraws Sweden", "2019-05"),
    # what happens when something else does, has its date
    (
        "Poland will withdraw from KFOR when the mandate of the mission ends in December 2020.",
        "withdraws",
        "2020-12",
    ),
    (
        "KFOR will suspend its training when the election campaign begins on 1 January 2021.",
        "suspended",
        "2021-01-01",
    ),
    ("Poland will withdraw from KFOR when it can.", "withdraws", None),
    # a size that it will have
    ("KFOR is to be reduced in January 2021 to 4,000 troops.", "strength", "2021-01"),
    ("KFOR is to be reduced to 4,000 troops.", "strength", None),
    # the year of a thing dates nothing
    ("KFOR suspended its training under the 1999 agreement.", "suspended", None),
    # the effect of a decision, not its day
    (
        "The Security Council extended the mandate of UNIFIL in February until 31 August 2020.",
        "extends",
        "../2020-08-31",
    ),
    (
        "The Security Council extended the mandate of UNIFIL until the end of the year.",
        "extends",
        "../2020-12",
    ),
]


@pytest.mark.parametrize(("text", "claim", "when"), CASES)
def test_the_date_of_a_claim(text: str, claim: str, when: str | None) -> None:
    wanted = claim.split()
    found = [
        str(c.when) if c.when else None
        for c in claims_of(text, "2020-04-02")
        if wanted[0] in (c.aspect, c.value) and (len(wanted) == 1 or c.actor == wanted[1])
    ]
    assert found == [when]
