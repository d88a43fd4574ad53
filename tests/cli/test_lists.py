"""The list commands: a table, plain text, JSON."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import FIRST, Run


def test_a_claim_is_found_by_the_first_digits_of_its_identity(case: Run) -> None:
    claims = json.loads(case("conflicts", "--all", "--json").stdout)
    identity = claims[0]["claim"]["id"]
    assert case("claim", identity[:8]).stdout == case("claim", identity).stdout
    assert case("claim", "zzzz").stderr == "tracker: zzzz: there is no such claim\n"


def test_json_holds_what_a_reader_asks_for_and_none_of_our_workings(case: Run) -> None:
    claim = json.loads(case("conflicts", "--all", "--json").stdout)[0]["claim"]
    article = json.loads(case("articles", "list", "--json").stdout)[0]
    assert {"name", "relation", "figures", "reason"} <= claim.keys() and {"title", "outlet", "days"} <= article.keys()
    assert not {"holding", "witnesses", "origin_groups", "sketch", "event_words"} & {*claim, *article}


def test_a_pipe_gets_one_line_a_row(case: Run) -> None:
    lines = case("conflicts", "--all").stdout.splitlines()
    assert len(lines) == len(json.loads(case("conflicts", "--all", "--json").stdout))
    assert all(line.count("\t") == 7 for line in lines)


def test_an_unknown_relation_names_the_nearest(case: Run) -> None:
    found = case("conflicts", "--relation", "conflikt")
    assert (found.returncode, found.stderr) == (1, "tracker: conflikt: is no relation; did you mean conflict?\n")


def test_a_list_without_rows_is_empty_json(run: Run) -> None:
    assert run("conflicts", "--json").stdout == "[]\n"


def test_an_article_is_removed_only_after_what_goes_with_it_was_shown_and_agreed_to(case: Run) -> None:
    found = {row["outlet"]: row["id"] for row in json.loads(case("articles", "list", "--json").stdout)}
    refused = case("articles", "remove", found["Harbour Post"])
    assert refused.returncode == 1
    assert refused.stderr.endswith("nothing was removed; to remove it with all of this, give --yes\n")
    assert {line.partition(":")[0] for line in refused.stdout.splitlines()} == {"article", "statements", "figures", "claim"}
    assert "1 of 2 figures stay" in refused.stdout
    assert case("articles", "remove", found["Harbour Post"], "--yes").returncode == 0
    assert [row["id"] for row in json.loads(case("articles", "list", "--json").stdout)] == [found["Cape Courier"]]
    assert case("conflicts", "--json").stdout == "[]\n"
    again = case("add", "in")
    assert again.returncode == 1
    assert "was removed by" in again.stderr


def test_the_changes_of_an_address_are_shown(run: Run) -> None:
    url = ("--url", "https://news.example/ferry")
    run("add", "-", *url, "--published", "2021-03-24", given="Ferry sinks\n\nThe ferry sank, killing 12 people, the ministry said.")
    run("add", "-", *url, "--published", "2021-03-25", given="Ferry sinks\n\nThe ferry sank, killing 14 people, the ministry said.")
    newest = json.loads(run("articles", "list", "--json").stdout)[0]["id"]
    rows = [line.split("\t")[:3] for line in run("articles", "changes", newest).stdout.splitlines()]
    assert rows == [["−", "figure", "12 killed"], ["+", "figure", "14 killed"]]


def test_quotes_are_paged_without_a_gap(case: Run) -> None:
    whole = json.loads(case("quotes", "--kind", "narration", "--kind", "direct", "--kind", "indirect", "--sort", "time", "--json").stdout)
    assert len(whole) > 2
    kinds = ("--kind", "narration", "--kind", "direct", "--kind", "indirect", "--sort", "time", "--json")
    pages = [json.loads(case("quotes", *kinds, "--offset", str(at), "--limit", "2").stdout) for at in range(0, len(whole), 2)]
    assert [row for page in pages for row in page] == whole


def test_quotes_with_a_figure_and_near_a_phrase(case: Run) -> None:
    held = json.loads(case("quotes", "--has-figure", "--json").stdout)
    assert held
    assert all(hit["figures"] for hit in held)
    assert case("quotes", "--near", "zzyzx qwortle", "--json").stdout == "[]\n"


def test_quotes_as_csv_have_the_columns_of_the_export(case: Run) -> None:
    lines = case("quotes", "--csv").stdout.splitlines()
    assert lines[0].startswith("statement,kind,content,speaker,")
    assert len(lines) > 1


def test_a_bare_name_is_answered_with_what_that_speaker_said(case: Run) -> None:
    speaker = json.loads(case("speakers", "list", "--json").stdout)[0]
    named = case("quotes", speaker["name"])
    assert named.stderr.startswith("tracker: nobody said these words: read as a speaker")
    assert named.stdout == case("quotes", "--speaker", speaker["name"]).stdout != ""


def test_a_name_alone_shows_the_profile(case: Run) -> None:
    speaker = json.loads(case("speakers", "list", "--json").stdout)[0]
    shown = case("speakers", speaker["name"])
    assert shown.stdout == case("speakers", "show", speaker["name"]).stdout
    assert shown.stdout.startswith(f"{speaker['name']} (")
    assert "statements: " in shown.stdout
    assert case("speakers", "Zzyzx Qwortle").returncode == 1


def test_a_profile_is_found_by_office_and_by_a_slip(run: Run, tmp_path: Path) -> None:
    head = "---\ntitle: Dam\noutlet: Post\npublished: 2021-03-02\n---\n"
    text = f"{head}Norwegian Prime Minister Ann Lund spoke.\n\n“The dam will hold,” she said.\n"
    (tmp_path / "dam.md").write_text(text, "utf-8")
    assert run("add", "dam.md").returncode == 0
    done = run("speakers", "norwegian premier")
    assert done.stdout.startswith("Ann Lund (person)\nas Norwegian Prime Minister: 2 Mar 2021\n")
    assert done.stderr == "tracker: norwegian premier: Ann Lund, Norwegian Prime Minister, met 2 Mar 2021\n"
    assert run("speakers", "Ann Lumd").stdout.startswith("Ann Lund")
    assert "there is no such speaker; did you mean Ann Lund" in run("speakers", "lnud").stderr
    assert run("quotes", "--speaker", "lnud").stderr == "tracker: nobody is called lnud\ntracker: did you mean Ann Lund?\n"
    assert run("speakers", "swedish premier").returncode == 1


def test_a_slip_in_an_office_is_put_right_and_said(run: Run, tmp_path: Path) -> None:
    head = "---\ntitle: Dam\noutlet: Post\npublished: 2021-03-02\n---\n"
    text = f"{head}Norwegian Prime Minister Ann Lund spoke.\n\nAnn Lund said 12 people were missing.\n"
    (tmp_path / "dam.md").write_text(text, "utf-8")
    assert run("add", "dam.md").returncode == 0
    for command in (("quotes", "--speaker"), ("figures", "--speaker"), ("speakers",)):
        done = run(*command, "norwegian prime minster")
        assert done.stderr == "tracker: norwegian prime minster: Ann Lund, Norwegian Prime Minister, met 2 Mar 2021\n", command
        assert "12 people" in done.stdout
    assert run("figures", "--speaker", "zzyzx").stderr == "tracker: nobody is called zzyzx\n"


def test_a_query_saved_in_the_configuration_is_asked_for_by_name(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ferry.md").write_text(FIRST, "utf-8")
    (tmp_path / "config.toml").write_text("[queries]\nboats = 'speaker:tayyeb kind:direct'\n", "utf-8")
    assert run("add", "ferry.md").returncode == 0
    done = run("quotes", "@boats")
    assert done.stdout.startswith("Omar Tayeb\tdirect\tWe lost two boats in the search")
    assert done.stderr == "tracker: speaker taken: Omar Tayeb\n"
    assert run("export", "@boats", "--by", "speaker", "-o", "x.md").returncode == 0
    assert "340" not in (tmp_path / "x.md").read_text("utf-8").split("## Sources")[0]
    assert run("quotes", "@boat").stderr == (
        "tracker: @boat: is no query saved under [queries] in the configuration; did you mean @boats?\n"
    )


def test_a_kind_in_the_words_is_not_overruled(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ferry.md").write_text(FIRST, "utf-8")
    assert run("add", "ferry.md").returncode == 0
    assert run("quotes", "kind:indirect").stdout.count("direct") == run("quotes", "kind:indirect").stdout.count("indirect") == 1


def test_a_page_goes_on_after_the_row_shown_last(case: Run) -> None:
    for words, identity in (
        (("quotes", "--sort", "time"), lambda row: row["statement"]["id"]),
        (("conflicts", "--all"), lambda row: row["claim"]["id"]),
        (("articles", "list"), lambda row: row["id"][:10]),
        (("speakers", "list"), lambda row: row["id"]),
    ):
        whole = json.loads(case(*words, "--json").stdout)
        rest = json.loads(case(*words, "--past", identity(whole[0]), "--limit", "1", "--json").stdout)
        assert rest == whole[1:2]
    assert case("quotes", "--past", "ffff").stderr == "tracker: ffff: is no row of this list any more; begin with the first page\n"
    assert case("conflicts", "--past", "ffff").stderr == "tracker: ffff: there is no such claim\n"


def test_figures_are_listed_by_the_words_of_their_sentence_and_by_speaker(case: Run) -> None:
    every = json.loads(case("figures", "--json").stdout)
    guard = json.loads(case("figures", "--speaker", "coast gard", "--json").stdout)
    assert {row["figure"]["speaker"] for row in guard} == {"coast guard"}
    assert 0 < len(guard) < len(every)
    assert json.loads(case("figures", "zzyzx", "--json").stdout) == []


def test_a_profile_names_who_disputes_a_figure_and_why(run: Run, tmp_path: Path) -> None:
    head = "---\ntitle: Ferry {0}\noutlet: Post {0}\npublished: 2021-03-02\n---\n"
    text = "The ferry sank off Elm Point on Monday. The sinking killed {0} people, {1} said.\n"
    for number, who in ((12, "Mayor Ana Ruiz"), (31, "coast guard chief Petr Halas")):
        (tmp_path / f"{number}.md").write_text(head.format(number) + text.format(number, who), "utf-8")
        assert run("add", f"{number}.md").returncode == 0
    shown = run("speakers", "ana ruiz").stdout
    assert "\nfigures given: 12 killed (2 Mar 2021)\n" in shown
    assert "\ndisputed by: Petr Halas (" in shown


def test_a_figure_of_a_long_paragraph_is_listed_with_its_sentence(run: Run, tmp_path: Path) -> None:
    filler = " ".join(f"The warden of gate {number} kept his lamp lit until the tide had turned." for number in range(20))
    head = "---\ntitle: Dam\noutlet: Post\npublished: 2021-03-02\n---\n"
    (tmp_path / "dam.md").write_text(f"{head}{filler} The mayor said 12 people were killed at the dam. {filler}\n", "utf-8")
    assert run("add", "dam.md").returncode == 0
    (line,) = [line for line in run("figures", "--metric", "killed").stdout.splitlines() if "12" in line]
    words = line.split("\t")[-1]
    assert words.startswith("[…] The warden of gate 19") and words.endswith("[…]") and len(words) < 300
    (row,) = [row for row in json.loads(run("figures", "--metric", "killed", "--json").stdout) if row["figure"]["low"] == 12]
    assert "gate 3" in row["passage"]


def test_bytes_that_are_no_text_get_one_sentence(run: Run) -> None:
    done = run("quotes", "iraq\udced")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "tracker: the command line holds bytes that are no text; write it in UTF-8\n"


def test_facets_count_what_the_list_would_show(case: Run) -> None:
    rows = json.loads(case("conflicts", "--all", "--facets", "--json").stdout)
    assert rows and set(rows[0]) == {"facet", "value", "count"} and {row["facet"] for row in rows} >= {"metric", "state", "relation"}
    listed = json.loads(case("conflicts", "--all", "--limit", "0", "--json").stdout)
    assert sum(row["count"] for row in rows if row["facet"] == "state") == len(listed)
    assert case("quotes", "--facets").stdout.startswith("speaker\t")
    assert json.loads(case("quotes", "nothing-of-this", "--facets", "--json").stdout) == []


def test_what_does_not_fit_in_the_articles_is_listed_with_its_place(run: Run) -> None:
    assert (
        run(
            "add", "-", given="---\ntitle: Ferry\npublished: 2021-03-24\n---\nThe ferry left on Monday, 24 March 2021, said Omar Tayeb.\n"
        ).returncode
        == 0
    )
    [found] = json.loads(run("articles", "findings", "--json").stdout)
    assert found["code"] == "weekday_mismatch"
    assert run("articles", "findings").stdout.split("\t")[1:3] == ["weekday_mismatch", str(found["span"][0])]
    assert json.loads(run("articles", "findings", "--after", "2022", "--json").stdout) == []
