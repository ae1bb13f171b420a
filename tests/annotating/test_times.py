"""Time expressions: words, publication date, and what they say. Published on Tuesday 14 April 2020 unless said."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionwatch.annotating.sentences import sentences
from missionwatch.annotating.times import find_times
from missionwatch.model.document import Document, TimeExpression
from missionwatch.model.report import Report
from missionwatch.model.when import When

DAY = "2020-04-14"


def times(text: str, published: str | None = DAY) -> list[TimeExpression]:
    day = When.parse(published) if published else None
    report = Report(text, "test", published=day)
    return list(find_times(Document(report, "en", sentences=sentences(text))))


def said(text: str, published: str | None = DAY) -> list[tuple[str, str | None, str]]:
    return [(t.text, str(t.when) if t.when else None, t.role) for t in times(text, published)]


# text, the words, EDTF, role
CASES = [
    # whole dates, in every order
    ("The base was handed over on 18 March 2020.", "on 18 March 2020", "2020-03-18", "at"),
    ("It ended on March 18, 2020, they said.", "on March 18, 2020", "2020-03-18", "at"),
    ("It ended on the 18th of March 2020.", "on the 18th of March 2020", "2020-03-18", "at"),
    ("It ended on 18. march 2020.", "on 18. march 2020", "2020-03-18", "at"),
    ("Dated 2020-03-18, it is short.", "Dated 2020-03-18", "2020-03-18", "at"),
    ("It ended on 18/03/2020.", "on 18/03/2020", "2020-03-18", "at"),
    ("It ended on 3/18/2020.", "on 3/18/2020", "2020-03-18", "at"),
    ("It ended on 04/03/2020.", "on 04/03/2020", "2020", "at"),
    ("It ended on 04.03.2020.", "on 04.03.2020", "2020-03-04", "at"),
    ("It ended on 18.03.2020.", "on 18.03.2020", "2020-03-18", "at"),
    ("It ended on Sept. 11, 2018.", "on Sept. 11, 2018", "2018-09-11", "at"),
    ("It ended on Wednesday 18 March 2020.", "on Wednesday 18 March 2020", "2020-03-18", "at"),
    ("They left on 07th April, 2020.", "on 07th April, 2020", "2020-04-07", "at"),
    # a year that stands beside
    ("18. march of this year the work stopped.", "18. march of this year", "2020-03-18", "at"),
    ("It stopped on 18 March last year.", "on 18 March last year", "2019-03-18", "at"),
    # days without a year, by tense
    ("It was suspended on 18 March.", "on 18 March", "2020-03-18", "at"),
    ("It was suspended on 18 November.", "on 18 November", "2019-11-18", "at"),
    ("They will meet on 18 November.", "on 18 November", "2020-11-18", "at"),
    ("The vote is to be held on May 5.", "on May 5", "2020-05-05", "at"),
    ("Training stopped on Jan. 4.", "on Jan. 4", "2020-01-04", "at"),
    # month and year, month alone
    ("The mission was launched in July 2018.", "in July 2018", "2018-07", "at"),
    ("Since the July 2018 summit it has grown.", "Since the July 2018", "2018-07/..", "since"),
    ("It was said at the July 2018 summit.", "at the July 2018", "2018-07", "at"),
    ("Training stopped in January.", "in January", "2020-01", "at"),
    ("It was agreed in December.", "in December", "2019-12", "at"),
    ("The ministers will meet in October.", "in October", "2020-10", "at"),
    ("Denmark is to take over in November.", "in November", "2020-11", "at"),
    ("It was agreed last November.", "last November", "2019-11", "at"),
    ("It will be agreed next March.", "next March", "2021-03", "at"),
    ("It was closed earlier in March.", "in March", "2020-03", "at"),
    # weekdays
    ("The ministers met on Thursday.", "on Thursday", "2020-04-09", "at"),
    ("They will meet on Wednesday.", "on Wednesday", "2020-04-15", "at"),
    ("They meet on Thursday.", "on Thursday", "2020-04-16", "at"),
    ("It was lifted on Monday morning.", "on Monday morning", "2020-04-13", "at"),
    ("It was attacked last Thursday.", "last Thursday", "2020-04-09", "at"),
    ("They will vote next Tuesday.", "next Tuesday", "2020-04-21", "at"),
    ("Two men were hurt on Tuesday.", "on Tuesday", "2020-04-14", "at"),
    # days close by
    ("It was attacked yesterday.", "yesterday", "2020-04-13", "at"),
    ("The vote is today.", "today", "2020-04-14", "at"),
    ("They will decide tomorrow.", "tomorrow", "2020-04-15", "at"),
    ("He left the day before yesterday.", "the day before yesterday", "2020-04-12", "at"),
    # weeks, months, years
    ("It was suspended last week.", "last week", "[2020-04-06..2020-04-12]", "at"),
    ("They will leave next week.", "next week", "[2020-04-20..2020-04-26]", "at"),
    ("It was agreed this week.", "this week", "[2020-04-13..2020-04-19]", "at"),
    ("It was agreed last month.", "last month", "2020-03", "at"),
    ("They arrive next month.", "next month", "2020-05", "at"),
    ("It was agreed this month.", "this month", "2020-04", "at"),
    ("It began last year.", "last year", "2019", "at"),
    ("Denmark takes over next year.", "next year", "2021", "at"),
    ("It was decided this year.", "this year", "2020", "at"),
    ("Denmark takes over later this year.", "later this year", "[2020-04-14..2020-12-31]", "at"),
    ("It will take over the lead later in the year.", "later in the year", "[2020-04-14..2020-12-31]", "at"),
    ("It is scheduled to take over in the year.", "in the year", "[2020-04-14..2020-12-31]", "at"),
    ("It was decided earlier this year.", "earlier this year", "[2020-01-01..2020-04-14]", "at"),
    ("They will go later this month.", "later this month", "[2020-04-14..2020-04-30]", "at"),
    ("It was hit earlier this month.", "earlier this month", "[2020-04-01..2020-04-14]", "at"),
    # seasons
    ("It began in spring 2021.", "in spring 2021", "2021-21", "at"),
    ("It began in the fall of 2018.", "in the fall of 2018", "2018-23", "at"),
    ("It will begin this summer.", "this summer", "2020-22", "at"),
    ("It began last summer.", "last summer", "2019-22", "at"),
    ("It will begin in the autumn.", "in the autumn", "2020-23", "at"),
    ("It began in the autumn.", "in the autumn", "2019-23", "at"),
    ("They left in the winter of 2019.", "in the winter of 2019", "2019-24", "at"),
    # parts of a year, as the scheme has them
    ("It ended at the end of 2020.", "at the end of 2020", "2020-12", "at"),
    ("It begins in the middle of 2022.", "in the middle of 2022", "2022-06", "at"),
    ("It begins in mid-2022.", "in mid-2022", "2022-06", "at"),
    ("It began at the beginning of 2019.", "at the beginning of 2019", "2019-01", "at"),
    ("It began in early 2019.", "in early 2019", "[2019-01..2019-03]", "at"),
    ("It ended in late 2019.", "in late 2019", "[2019-10..2019-12]", "at"),
    ("They will be gone at the end of the year.", "at the end of the year", "2020-12", "at"),
    ("They left in mid-March.", "in mid-March", "2020-03", "at"),
    ("They left at the end of March.", "at the end of March", "2020-03", "at"),
    ("In the second quarter of 2021 it grew.", "In the second quarter of 2021", "[2021-04..2021-06]", "at"),
    ("In the first half of 2021 it grew.", "In the first half of 2021", "[2021-01..2021-06]", "at"),
    # years
    ("In 2018 the mission began.", "In 2018", "2018", "at"),
    ("The force was there from 2004 to 2014.", "from 2004 to 2014", "2004/2014", "from"),
    ("The war (2018) went on.", "2018", "2018", "at"),
    # bounds
    ("Nato has had a mission there since 2018.", "since 2018", "2018/..", "since"),
    ("They have been there since last November.", "since last November", "2019-11/..", "since"),
    ("It is suspended until 30 June.", "until 30 June", "../2020-06-30", "until"),
    ("The mandate runs until the end of 2021.", "until the end of 2021", "../2021-12", "until"),
    ("It was extended to 31 May 2021.", "to 31 May 2021", "../2021-05-31", "until"),
    ("They must leave by the end of the year.", "by the end of the year", "../2020-12", "by"),
    ("They will be gone by May 1.", "by May 1", "../2020-05-01", "by"),
    ("They leave no later than 1 May.", "no later than 1 May", "../2020-05-01", "by"),
    ("They leave before 1 May 2021.", "before 1 May 2021", "../2021-05-01", "before"),
    ("It resumes at the earliest in September.", "at the earliest in September", "2020-09/..", "after"),
    ("As of 1 May 2020 it is closed.", "As of 1 May 2020", "2020-05-01/..", "from"),
    ("From 2021 onwards Italy will lead.", "From 2021 onwards", "2021/..", "from"),
    ("After 1 May 2020 it went on.", "After 1 May 2020", "2020-05-01/..", "after"),
    ("Training will not resume until May.", "until May", "2020-05/..", "after"),
    ("It was postponed to June.", "to June", "2020-06", "at"),
    # both ends
    ("Italy leads from May 2022 to May 2023.", "from May 2022 to May 2023", "2022-05/2023-05", "from"),
    ("It ran from 5 May until 3 June 2021.", "from 5 May until 3 June 2021", "2021-05-05/2021-06-03", "from"),
    ("It lasted from December to May 2021.", "from December to May 2021", "2020-12/2021-05", "from"),
    ("Between 2014 and 2016 it grew.", "Between 2014 and 2016", "[2014..2016]", "between"),
    ("In 2018-2020 it grew.", "In 2018-2020", "2018/2020", "at"),
    ("It met on 5-7 May 2021.", "on 5-7 May 2021", "2021-05-05/2021-05-07", "at"),
    ("It leads for 18 months from December 2020.", "for 18 months from December 2020", "2020-12/2022-06", "from"),
    ("It leads from the end of 2020 for 18 months.", "from the end of 2020 for 18 months", "2020-12/2022-06", "from"),
    ("It leads for a year from May 2021.", "for a year from May 2021", "2021-05/2022-05", "from"),
    ("It leads for two years from 2021.", "for two years from 2021", "2021/2023", "from"),
    ("Extended for 12 months from 16 July 2023 to 15 July 2024, it goes on.", "from 16 July 2023 to 15 July 2024",
     "2023-07-16/2024-07-15", "from"),
    ("It begins in May and lasts until June 2021.", "in May and lasts until June 2021", "2021-05/2021-06", "from"),
    # reckoned from publication, no finer than their unit
    ("It left a year ago.", "a year ago", "2019", "at"),
    ("It left three months ago.", "three months ago", "2020-01", "at"),
    ("It left two weeks ago.", "two weeks ago", "[2020-03-30..2020-04-05]", "at"),
    ("It left ten days ago.", "ten days ago", "2020-04-04", "at"),
    ("It will leave in two months.", "in two months", "2020-06", "during"),
    ("It will leave within six months.", "within six months", "[2020-04-14..2020-10-14]", "during"),
    ("Over the past two years it grew.", "Over the past two years", "[2018-04-14..2020-04-14]", "during"),
    # durations alone
    ("It has a six-month mandate.", "six-month", None, "for"),
    ("It was extended for one year.", "for one year", None, "for"),
    # verbs of speech, softened words, the weekend
    ("He said on Monday that it will end.", "on Monday", "2020-04-13", "at"),
    ("From mid-March until further notice, courses are off.", "From mid-March", "2020-03/..", "from"),
    ("It will stay until at least 2022.", "until at least 2022", "../2022", "until"),
    ("As early as May it could begin.", "As early as May", "2020-05", "at"),
    ("Over the weekend, two rockets hit.", "Over the weekend", "[2020-04-11..2020-04-12]", "during"),
    ("They will meet at the weekend.", "at the weekend", "[2020-04-18..2020-04-19]", "at"),
    ("In May last year it was closed.", "In May last year", "2019-05", "at"),
    ("They were there between 3 and 5 January.", "between 3 and 5 January", "[2020-01-03..2020-01-05]", "between"),
    ("The mandate will end in September 2025.", "in September 2025", "2025-09", "at"),
    # cannot be told
    ("They leave in the coming months.", "in the coming months", None, "during"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "when", "role"), CASES)
def test_words_that_say_when(text: str, words: str, when: str | None, role: str) -> None:
    assert (words, when, role) in said(text)


UNDATED = [
    ("It would begin in February and last until March 2022.", "2022-02/2022-03"),
    ("It ran from December to May 2021.", "2020-12/2021-05"),
    ("It ran from 5 May until 3 June 2021.", "2021-05-05/2021-06-03"),
    ("The vote is on 28 February.", "XXXX-02-28"),
    ("It closed on Thursday.", None),
    ("It closed in January.", None),
    ("It closed last year.", None),
    ("It closed two weeks ago.", None),
    ("It will close this summer.", None),
    ("It closed in January 2020.", "2020-01"),
    ("It closed at the end of 2020.", "2020-12"),
    ("It closes later this year.", None),
]


@pytest.mark.parametrize(("text", "when"), UNDATED)
def test_relative_words_of_an_undated_report_stay_unresolved(text: str, when: str | None) -> None:
    assert [w for _, w, _ in said(text, None)] == [when]


COARSE = [
    ("It closed last month.", "2013-06", "2013-05"),
    ("It closed on Thursday.", "2013-06", "2013-06"),
    ("It was closed in January.", "2013-06", "2013-01"),
    ("It was closed last year.", "2013", "2012"),
    ("It was closed on 7 March.", "2020", "2020-03-07"),
    ("It will close later this year.", "2013-06", "[2013-06-01..2013-12-31]"),
    ("It closed last month.", "2013", None),
]


@pytest.mark.parametrize(("text", "published", "when"), COARSE)
def test_a_coarse_publication_date_gives_no_finer_date(text: str, published: str, when: str | None) -> None:
    found = [w for _, w, _ in said(text, published)]
    assert found == [when] or (when is None and found[0] in (None, published))


NO_DATES = [
    "There are 2,000 troops and 2000 soldiers.",
    "Resolution 2164 was adopted, and resolution 1244 too.",
    "The mission may end.",
    "They march on, and the fall of the town is near.",
    "A force of 2000 is ready.",
    "The number rose to 2000 troops.",
    "It has 12 ships, 3 planes and 450 people.",
    "In spring water there is iron.",
    "May I ask who leads?",
    "The sun set over the second camp.",
    "Article 5 and paragraph 12 apply.",
    "COVID-19 hit Route 66.",
    "He was hit by 2010 rounds.",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_numbers_and_verbs_are_no_dates(text: str) -> None:
    assert said(text) == []


def test_several_days_of_a_month_are_several_dates() -> None:
    assert said("It will meet on 5 and 12 May.") == [
        ("on 5", "2020-05-05", "at"),
        ("12 May", "2020-05-12", "at"),
    ]


def test_the_following_year_counts_from_the_date_before_it() -> None:
    assert said("In 2018 it began. The following year it grew.")[1][1] == "2019"
    assert said("The following year it grew.")[0][1] is None


def test_a_day_that_the_calendar_lacks_is_no_date() -> None:
    assert all(t.when is None for t in times("It met on 30 February 2020."))
    assert all(t.when is None for t in times("It met on 31 June."))


def test_a_feast_of_dates_keeps_order_and_text() -> None:
    text = "From 2018 to 2020, on 5 May, last week and for two years it was there, until the end of the year."
    found = times(text)
    assert [t.text for t in found] == [text[t.start : t.end] for t in found]
    assert all(a.end <= b.start for a, b in pairwise(found))


WORDS = (
    "on in the end of by until from to May march 5 18. 2020 2020-13-45 31/02/2019 last next year week Thursday for two "
    "months later early 29 February ago and - –"
)


@given(st.lists(st.sampled_from(WORDS.split()), max_size=14), st.sampled_from([DAY, "2020-02", "2019", None]))
def test_no_row_of_words_breaks_it(parts: list[str], published: str | None) -> None:
    text = " ".join(parts)
    assert all(text[t.start : t.end] == t.text for t in times(text, published))
