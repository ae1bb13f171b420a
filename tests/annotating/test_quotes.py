"""Who says what: a report, and for each quote its speaker, whether it is direct, and its words."""

from __future__ import annotations

import pytest

from .conftest import Annotate

# text -> (speaker, direct, words) of every quote
CASES: list[tuple[str, list[tuple[str | None, bool, str]]]] = [
    ("“We will stay in Iraq,” Anna Berg said.", [("Anna Berg", True, "We will stay in Iraq")]),
    ("“We will stay in Iraq,” said Anna Berg.", [("Anna Berg", True, "We will stay in Iraq")]),
    ('"We will stay in Iraq," says Anna Berg. "It is our duty."',
     [("Anna Berg", True, "We will stay in Iraq"), ("Anna Berg", True, "It is our duty.")]),
    ("«We will stay in Iraq», says Anna Berg.", [("Anna Berg", True, "We will stay in Iraq")]),
    ("‘We will stay in Iraq,’ says Anna Berg.", [("Anna Berg", True, "We will stay in Iraq")]),
    ("– We will stay in Iraq, says Anna Berg.", [("Anna Berg", True, "We will stay in Iraq")]),
    ("– We will stay. It is our duty, says defence minister Anna Berg at a meeting.",
     [("Anna Berg", True, "We will stay. It is our duty")]),
    ("– We will stay, says Anna Berg. We have promised it.",
     [("Anna Berg", True, "We will stay"), ("Anna Berg", True, "We have promised it.")]),
    ("- Should we leave now? asks Anna Berg.", [("Anna Berg", True, "Should we leave now?")]),
    # one speaker over two paragraphs
    ("– The work goes on in Iraq.\n\n– So we stay, says Anna Berg.",
     [("Anna Berg", True, "The work goes on in Iraq."), ("Anna Berg", True, "So we stay")]),
    ("“The work goes on in Iraq.\n\n“So we will stay,” said Anna Berg.",
     [("Anna Berg", True, "The work goes on in Iraq."), ("Anna Berg", True, "So we will stay")]),
    ("Foreign minister Anna Berg states:\n\n“The work goes on in Iraq.”",
     [("Anna Berg", True, "The work goes on in Iraq.")]),
    # indirect
    ("Anna Berg said that training had stopped.", [("Anna Berg", False, "training had stopped.")]),
    ("Anna Berg said training had stopped.", [("Anna Berg", False, "training had stopped.")]),
    ("Anna Berg told reporters training had stopped.", [("Anna Berg", False, "training had stopped.")]),
    ("Anna Berg told reporters on Friday that training had stopped.",
     [("Anna Berg", False, "training had stopped.")]),
    ("Anna Berg announced on Friday that training had stopped.", [("Anna Berg", False, "training had stopped.")]),
    ("Training has stopped for good, Anna Berg said.", [("Anna Berg", False, "Training has stopped for good")]),
    ("Training has stopped for good, says Anna Berg.", [("Anna Berg", False, "Training has stopped for good")]),
    ("Training has stopped for good, Anna Berg told Reuters on Friday.",
     [("Anna Berg", False, "Training has stopped for good")]),
    ("According to Anna Berg, training has stopped.", [("Anna Berg", False, "training has stopped.")]),
    ("Training has stopped, according to Anna Berg.", [("Anna Berg", False, "Training has stopped")]),
    ("According to Anna Berg stops the mission its work.", [("Anna Berg", False, "stops the mission its work.")]),
    ("The training, Anna Berg said, will go on in May.",
     [("Anna Berg", False, "The training"), ("Anna Berg", False, "will go on in May.")]),
    # whose words: roles, bodies, organisations, missions
    ("NATO Secretary General Anna Berg said that training had stopped.",
     [("Anna Berg", False, "training had stopped.")]),
    ("Anna Berg, NATO's secretary-general, said training had stopped.",
     [("Anna Berg", False, "training had stopped.")]),
    ("Anna Berg, the head of the Danish navy, said training had stopped.",
     [("Anna Berg", False, "training had stopped.")]),
    ("The Danish defence minister, Anna Berg, says training has stopped.",
     [("Anna Berg", False, "training has stopped.")]),
    ("Lt. Gen. Anna Berg (60) said training had stopped.", [("Anna Berg", False, "training had stopped.")]),
    ("The Iraqi government said that training had stopped.",
     [("Iraqi government", False, "training had stopped.")]),
    ("NATO said in a statement that training had stopped.", [("NATO", False, "training had stopped.")]),
    ("NATO said in a statement on Friday the training had stopped.", [("NATO", False, "the training had stopped.")]),
    ("KFOR said two soldiers had been hurt.", [("Kosovo Force", False, "two soldiers had been hurt.")]),
    ("US officials said training had stopped.", [("United States", False, "training had stopped.")]),
    ("A NATO official said training had stopped.", [("NATO", False, "training had stopped.")]),
    ("A spokeswoman for KFOR said training had stopped.", [("Kosovo Force", False, "training had stopped.")]),
    ("A spokesman for the Romanian defence ministry said training had stopped.",
     [("Romanian defence ministry", False, "training had stopped.")]),
    ("An official in Baghdad said that training had stopped.", [("Iraq", False, "training had stopped.")]),
    ("Sources said that training had stopped.", [(None, False, "training had stopped.")]),
    ("A statement from KFOR said training had stopped.", [("Kosovo Force", False, "training had stopped.")]),
    ("Romania stays in the force, its defence ministry announced on Friday.",
     [("Romanian defence ministry", False, "Romania stays in the force")]),
    ("COPENHAGEN – The soldiers will be home in May, the defence command said.",
     [("Danish defence command", False, "COPENHAGEN – The soldiers will be home in May")]),
    ("The Romanian foreign ministry spoke. The work goes on, according to the ministry.",
     [("Romanian foreign ministry", False, "The work goes on")]),
    ("The work goes on, says an official from the Romanian foreign ministry.",
     [("Romanian foreign ministry", False, "The work goes on")]),
    ("NATO met. The training goes on, an alliance spokesperson said. The spokesperson added that it is late.",
     [("NATO", False, "The training goes on"), ("NATO", False, "it is late.")]),
    # the spokesperson of before speaks for the same, whomever the sentence is about
    ("A road was shut, a spokesperson for the UN said. KFOR opens it in May, the spokesperson added.",
     [("United Nations", False, "A road was shut"), ("United Nations", False, "KFOR opens it in May")]),
    ("Training stopped in May, a spokesman for NATO said. KFOR goes on with it, the spokesman told reporters.",
     [("NATO", False, "Training stopped in May"), ("NATO", False, "KFOR goes on with it")]),
    ("A spokeswoman for KFOR said a road was shut. The UN has been told, the spokeswoman said.",
     [("Kosovo Force", False, "a road was shut."), ("Kosovo Force", False, "The UN has been told")]),
    ("KFOR has left the town, a spokesperson said.", [("Kosovo Force", False, "KFOR has left the town")]),
    ("MINUSMA said training had stopped.", [("MINUSMA", False, "training had stopped.")]),
    ("The work goes on in steps, Anna Berg told reporters after the talks, which were held by video.",
     [("Anna Berg", False, "The work goes on in steps")]),
    ("The troops leave Iraq, says a letter from the American general Dan Forth to the ministry.",
     [("Dan Forth", False, "The troops leave Iraq")]),
    ("The 800 soldiers travel in May, informs the Romanian defence ministry.",
     [("Romanian defence ministry", False, "The 800 soldiers travel in May")]),
    # pronouns and what was said before
    ("Anna Berg said training had stopped. She added that it was late.",
     [("Anna Berg", False, "training had stopped."), ("Anna Berg", False, "it was late.")]),
    ("Foreign minister Anna Berg came to Baghdad. “We are not leaving you,” she said.",
     [("Anna Berg", True, "We are not leaving you")]),
    ("A NATO official spoke of delays. “It goes on,” the NATO official said. It was late, he added.",
     [("NATO", True, "It goes on")]),
    ("KFOR said training had stopped. It said that nobody was hurt.",
     [("Kosovo Force", False, "training had stopped."), ("Kosovo Force", False, "nobody was hurt.")]),
    ("Anna Berg: “We are going to stay.”", [("Anna Berg", True, "We are going to stay.")]),
    ("NATO spokesperson Anna Berg confirmed the training had been paused.",
     [("Anna Berg", False, "the training had been paused.")]),
    ("Speaking in Brussels, Anna Berg said the alliance would do more.",
     [("Anna Berg", False, "the alliance would do more.")]),
    ("“We have no plans,” Anna Berg said, adding that “nobody has asked us”.",
     [("Anna Berg", True, "We have no plans"), ("Anna Berg", True, "nobody has asked us")]),
    # clumsy translations
    ("– The work goes on, ” says Anna Berg.", [("Anna Berg", True, "The work goes on")]),
    ("– The work goes on, says anna Berg.\n\nForeign minister Anna Berg left.",
     [("Anna Berg", True, "The work goes on")]),
    ("The commander of KFOR said training had stopped.", [("Kosovo Force commander", False, "training had stopped.")]),
    ("Anna Berg, commander of KFOR, said training had stopped.", [("Anna Berg", False, "training had stopped.")]),
    ("The commander of KFOR, Maj. Gen. Anna Berg, said training had stopped.",
     [("Anna Berg", False, "training had stopped.")]),
    ("It provides, considers, Anna Berg, good sense.",
     [("Anna Berg", False, "It provides"), ("Anna Berg", False, "good sense.")]),
    ("“The work goes on there, says Anna Berg.", [("Anna Berg", True, "The work goes on there")]),
    # words in marks that nobody says
    ("It is called the “Islamic State” by some.", []),
    ("The so-called “surge” was over.", []),
    ("The staff left ‘Navarra so that it can go aboard the ‘Durand’.", []),
    # a verb of speech that reports nothing
    ("NATO continues missions the world over.", []),
    ("Denmark confirmed the offer.", []),
    ("The plan was said to be late.", []),
    ("Denmark stated its wishes.", []),
    ("Denmark confirmed the offer that was made.", []),
    ("After the long meeting in Brussels, confirms the minister Anna Berg the offer.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_quotes_and_their_speakers(
    read: Annotate, text: str, wanted: list[tuple[str | None, bool, str]]
) -> None:
    document = read(text)
    assert [(q.speaker, q.direct, text[q.start : q.end]) for q in document.quotes] == wanted


def test_the_speaker_stands_where_the_report_names_him_for_these_words(read: Annotate) -> None:
    text = "Foreign minister Anna Berg came. “We are going to stay,” said Berg. She said that it was late."
    quotes = read(text).quotes
    assert [text[q.speaker_span.start : q.speaker_span.end] for q in quotes if q.speaker_span] == [
        "Berg",
        "She",
    ]
    assert {q.speaker for q in quotes} == {"Anna Berg"}


def test_reported_words_with_marked_words_in_them_have_one_speaker(read: Annotate) -> None:
    text = "Anna Berg said that troops would be pulled out “in the coming weeks”."
    assert {q.speaker for q in read(text).quotes} == {"Anna Berg"}
    assert [q.direct for q in read(text).quotes] == [False, True]


SPEAKERS = [
    (
        "UNIFIL leaves in May, a UN official said. It has closed two bases, spokeswoman Anna Berg told Reuters.",
        "Anna Berg",
    ),
    (
        "NATO will stay, the head of the mission said. It had closed a base. General Anna Berg said it is calm.",
        "Anna Berg",
    ),
    ("UNIFIL leaves in May, officials said. The Lebanese minister Anna Berg said that was too soon.", None),
    (
        "UNIFIL leaves in May, a Lebanese official said. French ambassador Anna Berg said that was too soon.",
        "Lebanon",
    ),
    ("Ghana, which has 800 soldiers in UNIFIL, said it would send more.", "Ghana"),
    ("Ghana, one of the founders of ECOWAS, announced it would send more.", "Ghana"),
    ("Ghana, with 800 soldiers from Tamale in UNIFIL, has said it will send more.", "Ghana"),
    ("The Ghanaian minister Anna Berg, on a visit to UNIFIL, said KFOR would be cut.", "Anna Berg"),
    ("More soldiers will go to Kosovo next year, said NATO.", "NATO"),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_an_office_and_an_aside_lead_to_their_speaker(read: Annotate, text: str, speaker: str | None) -> None:
    assert [q.speaker for q in read(text).quotes][:1] == [speaker]
