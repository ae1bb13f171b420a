"""One commander under a longer and a shorter name."""

from __future__ import annotations

from reconciling.histories import News, say, values


def command(actor: str, **fields: object) -> dict[str, object]:
    return say("commander", "command", actor=actor, **fields)


def test_a_surname_is_the_one_person_who_has_it() -> None:
    news = (
        News().report("2020-01-10", "A", command("Ann Marie Lee")).report("2020-03-10", "B", command("Lee"))
    )
    news.report("2020-04-10", "C", command("Ann Lee"))
    assert values(news.timeline()) == ["Ann Marie Lee"]
    assert news.kinds() == []


def test_no_guess_between_two_people() -> None:
    news = News().report("2020-01-10", "A", command("Ann Lee")).report("2020-03-10", "B", command("Bo Lee"))
    news.report("2020-04-10", "C", command("Lee"))
    assert values(news.timeline()) == ["Ann Lee", "Bo Lee", "Lee"]


def test_people_of_other_missions_do_not_count() -> None:
    news = News().report("2020-01-10", "A", command("Ann Lee"), command("Lee", mission="Mission Two"))
    assert values(news.timeline()) == ["Ann Lee", "Lee"]


def test_a_promise_by_surname_is_kept_under_the_full_name() -> None:
    news = News().report("2020-01-10", "A", command("Lee", modality="planned"))
    news.report("2020-03-10", "B", command("Ann Lee"))
    (found,) = news.commitments("2020-04-01")
    assert (found.actor, found.state) == ("Ann Lee", "fulfilled")
