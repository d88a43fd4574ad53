"""The attribution report, as an editor, a browser and a stranger's text meet it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import html5lib
import pytest
from jinja2.defaults import DEFAULT_FILTERS

from tests.report.sample import CLAIM, DECISION, DOSSIER, FIGURES, HEADINGS, PASSAGES, ROWS
from tracker.errors import ExportError
from tracker.model import Anchor, ClaimView, Decision, Kind, Polarity, Relation, Span, Verdict
from tracker.report import attribution, grouping, passage, wording
from tracker.report.attribution import Redaction


def shown(page: str) -> str:
    """The words of a page as a reader sees them."""
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    return " ".join("".join(part for node in tree.iter("body") for part in node.itertext()).split())


@pytest.mark.parametrize("by", attribution.VIEWS)
def test_the_page_is_valid_html_and_shows_hostile_words_as_they_are(by: str) -> None:
    words = shown(attribution.html(DOSSIER, by))
    assert "told <b>Courier</b> & Sons. =SUM(A1) is not a formula." in words
    assert "Toll <rises> & families wait" in words


def test_every_figure_stands_with_its_words_speaker_relay_and_source() -> None:
    words = shown(attribution.html(DOSSIER))
    for part in ("At least 41", "41–51", "the coast guard", "a statement → Harbour Radio (2)", "Harbour Radio, B", "1 Mar 2021"):
        assert part in words
    assert all(text in words for text in PASSAGES.values())


def test_a_figure_that_was_denied_is_not_shown_as_said() -> None:
    denied = replace(ROWS[1], statement=replace(ROWS[1].statement, polarity=Polarity.DENIES, said_on=dt.date(2021, 3, 3)))
    view = replace(next(iter(DOSSIER.claims)), rows=(ROWS[0], denied, ROWS[2]))
    words = shown(attribution.html(replace(DOSSIER, claims=(view,))))
    assert "at least 41 (the coast guard, 1 Mar 2021) against 58 (Mayor Ana Ruiz, denied, 4 Mar 2021)" in words
    assert "Mayor Ana Ruiz (denied, said on 3 Mar 2021)" in words


def test_a_voice_without_an_outlet_is_told_by_its_title_in_the_summary() -> None:
    own = replace(ROWS[1].figure, speaker=None)
    row = replace(ROWS[1], figure=own, statement=None, heading=replace(HEADINGS["a2"], outlet=None))
    view = replace(next(iter(DOSSIER.claims)), rows=(ROWS[0], row, ROWS[2]))
    assert "against 58 (“Toll <rises> & families wait”, own voice, 4 Mar 2021)" in shown(attribution.html(replace(DOSSIER, claims=(view,))))


def test_the_claim_shows_low_best_high_relation_origins_and_decision() -> None:
    words = shown(attribution.html(DOSSIER))
    assert "≠ conflict · low 41 · best 58 · high 60 · 2 independent origins · decided" in words
    assert "Decided: preferred “58”, r. okafor, 5 Mar 2021: the mayor's office sent the <list>" in words


def test_a_source_tells_when_it_was_retrieved_and_the_hash_of_its_stored_text() -> None:
    for words in (shown(attribution.html(DOSSIER)), attribution.markdown(DOSSIER)):
        assert "Retrieved 4 Mar 2021, 18:05 UTC. Stored text a2." in words
        assert words.count("Retrieved") == 1


def test_links_lead_both_ways_between_claim_and_source() -> None:
    page = attribution.html(DOSSIER)
    targets = set(re.findall(r'id="([^"]+)"', page))
    links = set(re.findall(r'href="#([^"]+)"', page))
    assert links <= targets
    assert {"claim-1", "source-1", "source-2", "source-3"} <= links


def test_the_page_needs_no_script_and_nothing_from_elsewhere() -> None:
    page = attribution.html(DOSSIER)
    assert "<script" not in page
    assert not re.search(r"(?:src|@import|url\()\s*=?", page.split("</head>")[1])
    assert "default-src 'none'; style-src 'sha256-" in page


def test_only_web_addresses_become_links() -> None:
    headings = (replace(HEADINGS["a1"], url="javascript:alert(1)"), *DOSSIER.headings[1:])
    assert "javascript:" not in attribution.html(replace(DOSSIER, headings=headings))


def test_the_same_dossier_gives_the_same_bytes() -> None:
    assert attribution.html(DOSSIER) == attribution.html(DOSSIER)
    assert attribution.markdown(DOSSIER) == attribution.markdown(DOSSIER)


def test_markdown_escapes_what_would_become_markup() -> None:
    text = attribution.markdown(DOSSIER)
    assert r"Mayor Ana Ruiz \[sic\] told \<b\>Courier\</b\> \& Sons" in text
    assert "| **58** |" in text


def test_a_pipe_or_line_end_in_the_words_does_not_break_the_table() -> None:
    figure = replace(FIGURES[0], words="41 |\nor so")
    row = replace(ROWS[0], figure=figure)
    text = attribution.markdown(replace(DOSSIER, claims=(ClaimView(CLAIM, "open", (row,), (), ()),)))
    assert r"| **41 \| or so** |" in text


def test_redaction_leaves_out_and_says_so() -> None:
    page = shown(attribution.html(DOSSIER, redaction=Redaction(reviewers=True, notes=True, outlets=("The Courier",))))
    assert "r. okafor" not in page
    assert "the mayor's office" not in page
    assert "Toll <rises>" not in page
    assert "courier.example" not in attribution.html(DOSSIER, redaction=Redaction(outlets=("The Courier",)))
    assert "Left out of this report on purpose: reviewers’ names and notes, and 1 outlet with all that shows which." in page


def test_an_empty_dossier_says_that_nothing_fits() -> None:
    assert "No claim fits the filter." in shown(attribution.html(replace(DOSSIER, claims=(), headings=(), variants=(), findings=())))


def test_own_templates_replace_the_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "report.md.j2").write_text("{{ dossier.claims|length }} for the desk\n")
    assert attribution.markdown(DOSSIER, templates=tmp_path) == "1 for the desk\n"
    with pytest.raises(ExportError, match="not a folder of templates"):
        attribution.markdown(DOSSIER, templates=tmp_path / "none")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("\n{{ nobody }}", "line 2: cannot be used as a template ('nobody' is undefined)"),
        ("{% for %}", "line 1: cannot be used as a template (Expected an expression"),
        ("{{ citations['none'] }}", "line 1: cannot be used as a template"),
        ("{{ 1 // 0 }}", "line 1: cannot be used as a template"),
    ],
)
def test_a_template_that_cannot_be_used_is_one_sentence(tmp_path: Path, words: str, said: str) -> None:
    (tmp_path / "report.md.j2").write_text(words)
    with pytest.raises(ExportError) as refused:
        attribution.markdown(DOSSIER, templates=tmp_path)
    assert str(refused.value).startswith(f"{tmp_path / 'report.md.j2'} {said}")


def test_the_page_about_templates_names_all_that_they_are_given(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "reports.md").read_text("utf-8")
    listed = page[page.index("### Templates of your own") : page.index("## Data")]
    given = (
        attribution.layout(DOSSIER, "claim", attribution.NONE).keys()
        | attribution.environment(None).filters.keys() - DEFAULT_FILTERS.keys()
    )
    assert [name for name in sorted(given) if f"`{name}`" not in listed] == []
    (tmp_path / "report.md.j2").write_text(listed.split("```jinja\n")[1].split("```")[0])
    made = attribution.markdown(DOSSIER, templates=tmp_path)
    assert (
        "- Killed — ferry sinking, Elm Point, 1 Mar 2021: 41 to 60, ≠\N{NO-BREAK SPACE}conflict\n  - **At least 41**, the coast guard"
        in made
    )


def test_speakers_come_in_order_of_name_and_what_they_said_in_order_of_time() -> None:
    groups = [(group.section, group.name) for group in grouping.by_speaker(DOSSIER)]
    assert groups == [("Persons", "Mayor Ana Ruiz"), ("Organisations", "the coast guard"), ("Unnamed sources", "a rescuer")]
    assert [(line.name, line.count) for line in grouping.contents_by_speaker(DOSSIER)] == [(name, 1) for _, name in groups]


def test_a_timeline_shows_each_stated_number_and_joins_a_running_total_by_steps() -> None:
    from tracker.report import timeline

    citations = attribution.numbered(DOSSIER.headings)
    picture = timeline.svg(ROWS, Relation.RUNNING_TOTAL, citations)
    assert [label in picture for label in ("41 [1]", "58 [2]", "60 [3]", "undated", 'class="steps"')] == [True] * 5
    assert timeline.svg(ROWS[:1], Relation.CONFLICT, citations) == ""


def test_no_label_of_a_timeline_covers_another() -> None:
    from tracker.report import timeline

    dots = [timeline.Dot(300.0 + n % 3, 120.0 + n % 5, 110, 130, f"more than {n},000 [{n}]", "") for n in range(30)]
    found = timeline.labelled([*dots, timeline.Dot(690, 118, 110, 130, "58 [1]", ""), timeline.Dot(100, 40, 30, 50, "12 [2]", "")])
    places = [(*timeline.across(dot), found[dot.x, dot.label]) for dot in dots if (dot.x, dot.label) in found]
    clashes = [(a, b) for a in places for b in places if a < b and a[0] < b[1] and b[0] < a[1] and abs(a[2] - b[2]) < timeline.APART]
    assert not clashes
    assert 3 < len(places) < 30
    assert {(690, "58 [1]"), (100, "12 [2]")} <= found.keys()


def test_pieces_of_a_passage_join_to_the_passage() -> None:
    for row in ROWS:
        assert "".join(piece.text for piece in passage.of_row(row)) == row.passage
    assert [p.text for p in passage.of_row(ROWS[1]) if p.role == "figure"] == ["58"]
    assert passage.pieces("", [(Span(0, 4), "said")]) == ()
    lit = passage.pieces("a dam fails", [(Span(-2, 5), "said"), (Span(2, 5), "figure"), (Span(9, 40), "cue"), (Span(4, 2), "via")])
    assert [(piece.text, piece.role) for piece in lit] == [("a ", "said"), ("dam", "figure"), (" fai", ""), ("ls", "cue")]


def test_what_changed_between_two_wordings_is_marked_the_number_first() -> None:
    page, text = attribution.html(DOSSIER), attribution.markdown(DOSSIER)
    assert "<p>Changed: <strong>number</strong> " in page
    assert "<del>We counted 58 dead</del> <ins>Officials put the toll at about 60</ins>" in page
    assert "~~We counted 58 dead~~ **Officials put the toll at about 60**" in text


def test_narration_is_the_outlets_own_voice() -> None:
    told = replace(DOSSIER.statements[0], statement=replace(DOSSIER.statements[0].statement, kind=Kind.NARRATION, cue=None))
    dossier = replace(DOSSIER, statements=(told,))
    assert [group.name for group in grouping.by_speaker(dossier)] == [f"{told.heading.outlet} (own voice)"]
    for by in ("speaker", "article"):
        assert "own voice" in attribution.html(dossier, by)
        assert "None" not in attribution.html(dossier, by)


@pytest.mark.parametrize("by", attribution.VIEWS)
def test_characters_that_no_page_may_hold_are_replaced(by: str) -> None:
    hostile = "Toll\x00 \x1b[31m\ud800 \x85</mark>\ufffe"
    headings = (replace(HEADINGS["a1"], title=hostile), *list(DOSSIER.headings)[1:])
    hits = tuple(replace(hit, heading=headings[0]) for hit in DOSSIER.statements)
    dossier = replace(DOSSIER, headings=headings, statements=hits)
    assert "Toll\ufffd \ufffd[31m\ufffd \ufffd</mark>\ufffd" in shown(attribution.html(dossier, by))
    assert not set("\x00\x1b\ud800\x85\ufffe") & set(attribution.markdown(dossier, by))


@pytest.mark.parametrize(
    ("verdict", "words", "value", "said"),
    [
        (Verdict.PREFER, ("58",), "", "preferred “58”"),
        (Verdict.PREFER, ("58", "41", "60"), "", "preferred “58” to “41” and “60”"),
        (Verdict.REVISION, ("58", "41"), "", "a revision: “58” replaces “41”"),
        (Verdict.UNSURE, ("41", "58", "60"), "", "unsure about “41”, “58” and “60”"),
        (Verdict.SET_BEST, ("41", "58"), "1200", "best set to 1,200"),
        (Verdict.RENAME_CLAIM, ("41",), "The ferry", "claim named “The ferry”"),
        (Verdict.RANGE, ("41", "58"), "", "reported as a range: “41” and “58”"),
        (Verdict.RANGE, ("41", "41"), "", "reported as a range"),
        (Verdict.DELETE, (), "", "delete"),
    ],
)
def test_a_decision_is_told_in_words(verdict: Verdict, words: tuple[str, ...], value: str, said: str) -> None:
    anchors = tuple(Anchor("figure", found, "a1", at, at + 1) for at, found in enumerate(words))
    assert wording.decided(Decision(verdict, anchors, "ana", DECISION.at, value=value)) == said


@pytest.mark.parametrize("by", attribution.VIEWS)
def test_the_first_thing_a_reader_sees_is_what_cannot_all_be_true(by: str) -> None:
    page = shown(attribution.html(DOSSIER, by))
    said = "These figures cannot all be true: Killed — ferry sinking, Elm Point, 1 Mar 2021: "
    assert f"{said}at least 41 (the coast guard, 1 Mar 2021) against 58" in page
    assert page.index(said) < page.index("What it rests on") < page.index("Contents")
    assert attribution.markdown(DOSSIER, by).index("cannot all be true") < 300


def test_of_the_conflicts_of_a_claim_the_newest_is_named_first() -> None:
    (view,) = DOSSIER.claims
    early, *_, late = view.rows
    later = replace(late, figure=replace(late.figure, as_of=dt.date(2021, 3, 9)))
    conflicts = [replace(view.pairs[0], a=early.figure.id, b=row.figure.id, relation=Relation.CONFLICT) for row in (view.rows[1], later)]
    found = attribution.opposed(replace(view, rows=(early, view.rows[1], later), pairs=tuple(conflicts)))
    assert len(found) == 2 and "9 Mar 2021" in found[1]


def test_of_the_conflicts_of_a_claim_one_of_somebody_selected_is_named_first() -> None:
    (view,) = DOSSIER.claims
    asked, other, late = (
        replace(row, figure=replace(row.figure, speaker_id=name, as_of=dt.date(2021, 3, day)))
        for row, name, day in zip(view.rows, ("ana", "ben", "eve"), (1, 2, 9), strict=False)
    )
    pairs = tuple(
        replace(view.pairs[0], a=a.figure.id, b=b.figure.id, relation=Relation.CONFLICT) for a, b in ((asked, other), (other, late))
    )
    one = replace(view, rows=(asked, other, late), pairs=pairs)
    assert "9 Mar 2021" in attribution.opposed(one)[1]
    assert "1 Mar 2021" in attribution.opposed(one, frozenset({"ana"}))[0]


def test_of_very_many_conflicts_the_first_are_named_and_the_others_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attribution, "FOREMOST", 2)
    page = shown(attribution.html(replace(DOSSIER, claims=DOSSIER.claims * 5)))  # type: ignore[operator]
    assert "and 3 more conflicts, further down" in page
    assert "more conflict" not in shown(attribution.html(DOSSIER))


def test_relations_told_alike_are_told_once() -> None:
    (view,) = DOSSIER.claims
    twice = replace(view, pairs=(*view.pairs, replace(view.pairs[1], a=FIGURES[0].id)))
    assert [pair.reason for pair in attribution.told(twice)[0]] == ["58 and about 60 meet."]


def test_a_bound_that_stands_elsewhere_in_the_sentence_is_named() -> None:
    bare = replace(FIGURES[2], words="60", span=FIGURES[2].number, interval=(57, 63))
    assert wording.read_as(bare) == "about 60: 57–63"
    assert wording.read_as(replace(FIGURES[2], interval=(57, 63))) == "57–63"


def test_the_table_stays_a_table_where_a_phone_draws_it_as_lines() -> None:
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(attribution.html(DOSSIER))
    roles = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "td": "cell"}
    found = {(str(node.tag), node.get("role")) for node in tree.iter() if node.tag in roles}
    assert found == set(roles.items())


def test_of_the_conflicts_of_a_claim_that_of_its_own_reason_is_named_first() -> None:
    (view,) = DOSSIER.claims
    early, middle, late = (
        replace(row, figure=replace(row.figure, as_of=dt.date(2021, 3, day))) for row, day in zip(view.rows, (1, 2, 9), strict=False)
    )
    pairs = tuple(
        replace(view.pairs[0], a=a.figure.id, b=b.figure.id, relation=Relation.CONFLICT) for a, b in ((early, middle), (middle, late))
    )
    own = replace(view.claim, pair=(early.figure.id, middle.figure.id))
    found = attribution.opposed(replace(view, claim=own, rows=(early, middle, late), pairs=pairs))
    assert "1 Mar 2021" in found[0] and "2 Mar 2021" in found[1]
