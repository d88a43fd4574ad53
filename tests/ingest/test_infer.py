"""What an article's own head and foot say of it. Every sentence here is invented."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tracker.ingest import dated, documents
from tracker.model import Article, Document

BODY = (
    "\n\nThe ferry sank off the northern cape before dawn, officials said, and rescue boats were sent from two harbours."
    "\n\nDivers will go down again at first light.\n"
)
DAY = dt.date(2021, 3, 24)


def hours(east: int) -> dt.timezone:
    return dt.timezone(dt.timedelta(hours=east))


@pytest.mark.parametrize(
    ("text", "published", "updated"),
    [
        (
            "Ferry sinks off cape" + BODY + "\nUpdated: March 24, 2021, 2:47 PM",
            dt.datetime(2021, 3, 24, 14, 47),
            dt.datetime(2021, 3, 24, 14, 47),
        ),
        ("Ferry sinks off cape\n24 March, 2021" + BODY, DAY, None),
        ("Ferry sinks off cape\nRosa Lind\n3/24/2021\nUpdated:\n3/25/2021" + BODY, DAY, dt.date(2021, 3, 25)),
        ("Ferry sinks off cape\nPublished 24 March 2021 | 4 min read" + BODY, DAY, None),
        ("Ferry sinks off cape\nWed 24 Mar 2021 09.15 GMT" + BODY, dt.datetime(2021, 3, 24, 9, 15, tzinfo=dt.UTC), None),
        (
            "Ferry sinks off cape\n2021-03-24T09:15:00+01:00" + BODY,
            dt.datetime(2021, 3, 24, 9, 15, tzinfo=dt.timezone(dt.timedelta(hours=1))),
            None,
        ),
        ("Ferry sinks off cape\nBy Rosa Lind, March 24th 2021" + BODY, DAY, None),
        ("24.03.2021 Ferry sinks off cape." + BODY, DAY, None),
        ("Date of publication 24 March 2021 Ferry sinks off cape." + BODY, DAY, None),
        ("Ferry sinks off cape Harbour master NWA Wednesday 24 Mar 2021 A ferry has sunk off Cape Orrin." + BODY, DAY, None),
        ("03-04-2021 A ferry has sunk. It left on Saturday. It was old." + BODY, dt.date(2021, 4, 3), None),
        ("Posted on March 24 2021 by Rosa Lind A ferry has sunk off Cape Orrin." + BODY, DAY, None),
        ("24.03.2021(updated 1533 24.03.2021) Get short URL 0 12 A ferry has sunk off Cape Orrin." + BODY, DAY, None),
        ("Last updated at Mar 242021 PORT ELM A ferry has sunk off Cape Orrin." + BODY, DAY, None),
        ("Ferry sinks off cape\n24\u00a0March\u00a02021" + BODY, DAY, None),
        ("Ferry sinks off cape\n\nPORT ELM, March 24, 2021 (Northern Wire) — The ferry sank." + BODY, DAY, None),
        ("Ferry sinks off cape\n24 March 2021 at 9:15 a.m. EST" + BODY, dt.datetime(2021, 3, 24, 9, 15, tzinfo=hours(-5)), None),
        ("Ferry sinks off cape\n24 March 2021 09:15 UTC+3" + BODY, dt.datetime(2021, 3, 24, 9, 15, tzinfo=hours(3)), None),
        ("Ferry sinks off cape\n24 March 2021 09:15 IST" + BODY, dt.datetime(2021, 3, 24, 9, 15), None),
        ("Ferry sinks off cape\nUpdated 3 hours ago\nPosted 24 March 2021" + BODY, DAY, None),
        ("Elm Bay: flood situation report No. 3 (as of 24 March 2021)" + BODY, DAY, None),
        ("Elm Bay: flood situation report No. 3\n\nAs of 24 March 2021" + BODY, DAY, None),
    ],
)
def test_dates_at_the_head_and_foot_are_read(text: str, published: dt.date, updated: dt.date | None) -> None:
    article = dated(Article(text))
    assert (article.published, article.updated) == (published, updated)
    assert "published" in dict(article.inferred)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("24 March 2021\nFerry sinks off cape", "Ferry sinks off cape"),
        ("Published\n24 March 2021\n\nFerry sinks off cape", "Ferry sinks off cape"),
        ("24 March 2021\nBy Rosa Lind", None),
        ("24 March 2021", None),
    ],
)
def test_a_title_may_stand_below_the_date(head: str, title: str | None) -> None:
    article = dated(Article(head + BODY))
    assert (article.title, article.published) == (title, DAY)


@pytest.mark.parametrize(
    ("text", "published", "updated"),
    [
        ("Ferry sinks off cape\n3 hours ago" + BODY, DAY, None),
        ("Ferry sinks off cape\nRosa Lind\nYesterday at 14:05" + BODY, dt.date(2021, 3, 23), None),
        ("Ferry sinks off cape\nPublished 2 days ago\nUpdated an hour ago" + BODY, dt.date(2021, 3, 22), DAY),
        ("Ferry sinks off cape\nUpdated 14h ago" + BODY, dt.date(2021, 3, 23), dt.date(2021, 3, 23)),
        ("Ferry sinks off cape\n3 hours ago\n20 March 2021" + BODY, dt.date(2021, 3, 20), None),
        ("Ferry sinks off cape\n\nPORT ELM, March 20 (Northern Wire) — The ferry sank." + BODY, dt.date(2021, 3, 20), None),
        ("Ferry sinks off cape\n\nPORT ELM, 30 December (Northern Wire) — The ferry sank." + BODY, dt.date(2020, 12, 30), None),
        ("Ferry sinks off cape\n\nPORT ELM, Feb 29 (Northern Wire) — The ferry sank." + BODY, dt.date(2020, 2, 29), None),
        ("Ferry sinks off cape\n\nHe had left the port 3 hours ago, she said." + BODY, None, None),
        ("Ferry sinks off cape\n8 months ago" + BODY, None, None),
        ("Ferry sinks off cape" + BODY + "\nStorm nears\n2 hours ago", None, None),
        ("Ferry sinks off cape\n999 weeks ago" + BODY, dt.date(2002, 1, 30), None),
    ],
)
def test_what_is_counted_back_is_read_of_what_was_fetched(text: str, published: dt.date | None, updated: dt.date | None) -> None:
    article = dated(Article(text, retrieved_at=dt.datetime(2021, 3, 24, 10, 30, tzinfo=dt.UTC)))
    assert (article.published, article.updated) == (published, updated)
    unknown = dated(Article(text))
    assert unknown.updated is None
    assert unknown.published is None or "20 March 2021" in text


@pytest.mark.parametrize(
    "text",
    [
        "Ferry sinks off cape\n3/4/2021" + BODY,
        "Ferry sinks off cape\n\nThe company was founded on 24 March 2021." + BODY,
        "03-04-2021 A ferry has sunk. It left on Saturday, not on Wednesday. It was old." + BODY,
        "24 March 2021 was the coldest day of the year." + BODY,
        "The ferry that sank on Wednesday 24 March 2021 Port Elm has not forgotten." + BODY,
        "The town lost its ferry at dawn 24 March 2021 Port Elm has not forgotten it." + BODY,
        "Ferry sinks off cape" + BODY + "\n— Rosa Lind (@rosalind) March 24, 2021",
        "Ferry sinks off cape\n\nAs of 24 March 2021 the port had two ferries, one of which sank." + BODY,
        "Ferry sinks off cape\n31 February 2021" + BODY,
        "Ferry sinks off cape\n99/99/2021" + BODY,
        "",
        "\n\n\n",
    ],
    ids=[
        "either order",
        "in a sentence",
        "of two weekdays",
        "as a subject",
        "behind a preposition",
        "behind a small word",
        "of a post",
        "as of, in a sentence",
        "no such day",
        "no such month",
        "empty",
        "blank",
    ],
)
def test_what_is_no_stamp_is_not_taken_for_one(text: str) -> None:
    assert dated(Article(text)).published is None


@pytest.mark.parametrize("part", ["2021/03/24", "2021/3/24", "2021/mar/24", "20210324", "ferry-2021-03-24"])
def test_a_date_in_the_address_serves_where_no_line_names_one(part: str) -> None:
    article = dated(Article("Ferry sinks off cape" + BODY, url=f"https://news.example/{part}/ferry"))
    assert (article.published, article.outlet) == (DAY, "news.example")
    assert dict(article.inferred)["published"] == "the date in the URL"


@pytest.mark.parametrize(
    ("name", "day"),
    [("2021-03-24-harbour-post.txt", DAY), ("ferry_20210324.md", DAY), ("ferry 99999999.txt", None), ("1620210324.txt", None)],
)
def test_a_date_in_the_name_of_a_file_serves_last(tmp_path: Path, name: str, day: dt.date | None) -> None:
    (tmp_path / name).write_text("Ferry sinks off cape" + BODY, "utf-8")
    [found] = documents(str(tmp_path / name))
    assert isinstance(found, Document)
    assert found.article.published == day
    assert dict(found.article.inferred).get("published") == ("the date in the file name" if day else None)


def test_a_dateline_names_the_agency_where_no_outlet_is_known() -> None:
    article = dated(Article("PORT ELM, Sarnia (Northern Wire) — The ferry sank at dawn" + BODY))
    assert (article.outlet, article.title) == ("Northern Wire", None)
    assert dated(Article("The mayor (Omar Tayeb) — who resigned — was there." + BODY)).outlet is None


def test_what_was_given_is_never_changed() -> None:
    given = Article(
        "Ferry sinks off cape\nBy Rosa Lind\n24 March 2021" + BODY,
        title="T",
        outlet="O",
        authors=("A B",),
        published=dt.date(1999, 1, 1),
        language="fr",
    )
    assert dated(given) == given


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ferry sinks off cape" + BODY, "Ferry sinks off cape"),
        ("# Ferry sinks off cape" + BODY, "Ferry sinks off cape"),
        ("The ferry sank at dawn." + BODY, None),
        ("24 March 2021\nThe ferry sank at dawn." + BODY, None),
        ("Published: 24 March 2021\nHarbour Radio, evening bulletin" + BODY, "Harbour Radio, evening bulletin"),
        ("24 March 2021\nRosa Lind" + BODY, None),
        ("Live updates: the ferry" + BODY, None),
        ("One line only", None),
    ],
)
def test_the_first_line_is_the_title_where_it_is_no_sentence(text: str, title: str | None) -> None:
    assert dated(Article(text)).title == title


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        ("By Rosa Lind and Omar el-Tayeb", ("Rosa Lind", "Omar el-Tayeb")),
        ("By Rosa Lind | 24 March 2021", ("Rosa Lind",)),
        ("By Rosa Lind in Port Elm and Omar Tayeb in Sella", ("Rosa Lind", "Omar Tayeb")),
        ("Élodie van der Meer\n24 March 2021", ("Élodie van der Meer",)),
        ("Middle East\n24 March 2021", ()),
        ("By midnight the water had risen", ()),
    ],
)
def test_authors_stand_in_the_byline_or_above_the_date(lines: str, authors: tuple[str, ...]) -> None:
    assert dated(Article(f"Ferry sinks off cape\n{lines}" + BODY)).authors == authors


def test_an_endless_line_costs_no_more_than_a_short_one() -> None:
    assert dated(Article("a 1 " * 1_000_000)).published is None


def test_the_real_articles_get_their_titles_and_days(corpus: Path) -> None:
    articles = [found.article for found in documents(str(corpus / "articles")) if isinstance(found, Document)]
    days = ["2024-01-22", "2023-11-28", "2023-10-25", "2023-10-23", "2024-01-24"]
    assert [str(article.day) for article in articles] == days
    assert all(article.title for article in articles)
