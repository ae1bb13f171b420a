"""Where sentences end: each case is a text with its sentences, parted by |."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionwatch.annotating.sentences import sentences

CASES = [
    "The base closed.|Nobody was hurt.",
    "Is the base closed?|Nobody knows!|It may be.",
    "Lt. Gen. P. Olsen took over.|He is Danish.",
    "Maj. Gen. Anna Berg and Brig. Gen. T. Holm agreed.",
    "Command passed to Col. J. R. Smith in May.|He thanked them.",
    "Mr. Berg met Mrs. Holm and Dr. Lund.|They talked.",
    "18. march the training stopped.|It goes on later.",
    "It began on the 3. of May and went on.",
    "They arrive the 5. april this year.|All are well.",
    "The soldiers of the 2. battalion left.",
    "The U.S. forces stay.|The U.K. leaves.",
    "Troops go home to the U.S.|The rest follow.",
    "It is led by the U.S. Army and the U.S. Navy.",
    "There are approx. 500 soldiers, incl. 20 medics.",
    "He spoke of resolution No. 2164 and para. 4.",
    "It fell on Jan. 4 at 5 a.m. local time.",
    "The raid began at 5 a.m.|Two men were hurt.",
    "They marched to St. George and back.",
    "About 3.5 per cent left, or 1.200 men.|More may follow.",
    "It cost 2.5 million.|That is much.",
    "We waited ... and then we left.",
    "We waited ...|Then we left.",
    "“We stay.”|The mission goes on.",
    "“We stay,” he said.|“We work.”",
    "“Do we stay?” asked Anna Berg.|Nobody knew.",
    "“We stay.” he said and left.",
    "– We stay, says Anna Berg.|It is our duty.",
    "– Must we stay? asks Anna Berg.|Nobody answers.",
    "it began in May.|the mission grew.|the rest is known.",
    "That was the hard part.as soon as they can, they go.".replace("part.as", "part.|as"),
    "It ended in May.The mission left.".replace("May.The", "May.|The"),
    "He said so.“We go home,” he added.".replace("so.“", "so.|“"),
    "See www.example.org for more, or mail to a.b@example.com now.",
    "The site example.com has the list.",
    "The file plan.pdf was read.",
    "Forces (Islamic State in red.) were beaten.",
    "(They left early.)|The rest stayed.",
    "The force (KFOR) stays.|So does Althea.",
    "It was J. Stoltenberg who came.",
    "There is a plan B.|The plan is old.",
    "The unit, e.g. the engineers, i.e. the best, left.",
    "It was a secret etc. and so on.",
    "The fight is against crime, terror etc.|That is all.",
    "Wow!!|It works?!|Yes.",
    "He wrote ‘We go.’|Then he went.",
    "1. Training goes on.|2. Advice too.",
    "Gen. Holm said no.|Gen. Berg said yes.",
    "It left on 5 May.|5 days later it was back.",
    "The work is done at 10.30 on Monday.",
    "She leads since Sept. 2020.|He left.",
    "The roots, ” says Anna Berg.|He nods.",
]


@pytest.mark.parametrize("case", CASES)
def test_a_text_falls_into_its_sentences(case: str) -> None:
    text, wanted = _joined(case)
    assert [text[s.start : s.end] for s in sentences(text)] == wanted


def _joined(case: str) -> tuple[str, list[str]]:
    """The text of a case: parts that belong apart without a space (a missing space is what is tested) stay so."""
    wanted = case.split("|")
    glued = ("part.as", "May.The", "so.“We go home")
    text = case.replace("|", "") if any(g in case.replace("|", "") for g in glued) else " ".join(wanted)
    return text, wanted


def test_a_line_is_a_paragraph_and_a_blank_line_parts_them_too() -> None:
    text = "One line.\nAnother line. With two.\r\n\r\nThe third."
    assert [(s.paragraph, text[s.start : s.end]) for s in sentences(text)] == [
        (0, "One line."),
        (1, "Another line."),
        (1, "With two."),
        (2, "The third."),
    ]


def test_lines_wrapped_to_a_width_are_one_paragraph() -> None:
    text = (
        "The mission has now been in the country for more than\n"
        "three years, and its commander says that it will stay\n"
        "as long as it is wanted. He left it at that.\n"
    )
    assert [s.paragraph for s in sentences(text)] == [0, 0]


def test_the_first_line_without_a_stop_is_a_headline() -> None:
    text = "Denmark takes over in Iraq\n\nDenmark takes over. So it was agreed."
    assert [s.headline for s in sentences(text)] == [True, False, False]


def test_a_first_line_that_is_a_sentence_is_no_headline() -> None:
    assert not sentences("Denmark takes over in Iraq.\n\nSo it was agreed.")[0].headline


def test_the_given_title_is_a_headline_where_it_stands_in_the_text() -> None:
    found = sentences("Oslo\n\nWhy stay?\n\nNobody knows.", title="Why stay?")
    assert [s.headline for s in found][1] is True


def test_a_text_without_a_letter_has_no_sentence_or_one() -> None:
    assert sentences("") == ()
    assert sentences(" \n\t ") == ()
    assert len(sentences("...")) <= 1


@given(st.text(alphabet=st.sampled_from("ab.A !?”“\"'–\n\r\t5,)(…ü😀İ\u0301"), max_size=80))
def test_sentences_lie_in_order_and_lose_no_letter(text: str) -> None:
    found = sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    inside = "".join(text[s.start : s.end] for s in found)
    assert sum(c.isalnum() for c in inside) == sum(c.isalnum() for c in text)
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] != "" for s in found)


def test_lines_that_break_off_within_sentences_are_one_paragraph() -> None:
    text = (
        "FORCE IS REPLACED\nThe Alliance\nwrapped up its work in the capital on a fine Monday morning in May,\n"
        "and has left the\nbuildings to the police. Nobody\nwas hurt."
    )
    found = [" ".join(text[s.start : s.end].split()) for s in sentences(text)]
    assert found == [
        "FORCE IS REPLACED",
        "The Alliance wrapped up its work in the capital on a fine Monday morning in May, "
        "and has left the buildings to the police.",
        "Nobody was hurt.",
    ]


def test_a_list_of_lines_stays_apart() -> None:
    text = "Who is there:\nDenmark\nand its neighbours\nSweden\nFinland\nNorway"
    assert len(sentences(text)) == 6
