"""Every data format, read back by a reader of that format."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import bibtexparser
import openpyxl
import pytest
import rispy
from pyld import jsonld

from tests.report.sample import DOSSIER, FIGURES, HEADINGS, PASSAGES, STATEMENTS
from tracker.errors import ExportError, QueryError
from tracker.model import Dossier
from tracker.report import FORMATS, OfDossier, Options, linked, spreadsheet, tables, write


def written(name: str, tmp_path: Path, dossier: Dossier = DOSSIER, **options: object) -> bytes:
    target = tmp_path / f"out.{FORMATS[name].extension}"
    write(name, dossier, target, Options(**options))  # type: ignore[arg-type]
    return target.read_bytes()


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "jsonl"])
def test_the_same_dossier_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    assert written(name, tmp_path) == written(name, tmp_path)


def test_csv_has_a_row_a_figure_with_its_numbers_bare(tmp_path: Path) -> None:
    rows = rows_of(written("csv", tmp_path))
    assert [(r["low"], r["high"], r["bound"], r["speaker"]) for r in rows] == [
        ("41", "", "at_least", "the coast guard"),
        ("58", "58", "exact", "Mayor Ana Ruiz"),
        ("60", "60", "approx", "a rescuer"),
    ]
    assert rows[0]["via"] == "a statement → Harbour Radio"


def test_csv_makes_formulas_harmless_and_raw_keeps_them(tmp_path: Path) -> None:
    title = HEADINGS["a3"].title
    assert rows_of(written("csv", tmp_path))[2]["title"] == f"'{title}"
    assert rows_of(written("csv", tmp_path, raw=True))[2]["title"] == title


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\x00=1"])
def test_what_begins_like_a_formula_gets_an_apostrophe(words: str) -> None:
    assert spreadsheet.text(words) == f"'{words}"
    assert spreadsheet.text(words, raw=True) == words


def test_csv_tables_hold_one_file_a_table(tmp_path: Path) -> None:
    archive = zipfile.ZipFile(io.BytesIO(written("csv-tables", tmp_path)))
    assert archive.namelist() == [f"{table.name}.csv" for table in tables.TABLES]
    assert len(rows_of(archive.read("statements.csv"))) == len(STATEMENTS)


def test_an_hxl_row_stands_under_the_heading(tmp_path: Path) -> None:
    first = rows_of(written("csv", tmp_path, hxl=True))[0]
    assert first["low"] == "#affected+low"
    assert first["place"] == "#loc+name"


def test_xlsx_has_typed_cells_filters_links_and_no_formula(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", tmp_path)))
    assert book.sheetnames == [table.name for table in tables.TABLES]
    sheet = book["figures"]
    heads = {cell.value: cell.column for cell in sheet[1]}
    assert sheet.cell(2, heads["low"]).value == 41
    assert sheet.cell(2, heads["as_of"]).is_date
    assert sheet.cell(4, heads["title"]).data_type == "s"
    assert sheet.cell(2, heads["url"]).hyperlink.target == HEADINGS["a1"].url
    assert sheet.auto_filter.ref.startswith("A1:")


def test_bibtex_and_ris_read_back(tmp_path: Path) -> None:
    library = bibtexparser.parse_string(written("bibtex", tmp_path).decode()) if hasattr(bibtexparser, "parse_string") else None
    entries = library.entries if library else bibtexparser.loads(written("bibtex", tmp_path).decode()).entries
    assert len(entries) == 3
    records = rispy.loads(written("ris", tmp_path).decode())
    assert [r["primary_title"] if "primary_title" in r else r["title"] for r in records] == [h.title for h in DOSSIER.headings]
    assert records[1]["authors"] == ["Mia Holt", "Li Wen"]


def test_csl_items_carry_title_outlet_and_day(tmp_path: Path) -> None:
    items = json.loads(written("csl", tmp_path))
    assert items[0]["container-title"] == "Harbour Radio"
    assert items[0]["issued"] == {"date-parts": [[2021, 3, 2]]}
    assert [item.get("accessed") for item in items] == [None, {"date-parts": [[2021, 3, 4]]}, None]


def test_annotations_point_at_the_exact_words(tmp_path: Path) -> None:
    page = json.loads(written("annotations", tmp_path))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert len(page["items"]) == len(STATEMENTS) + len(FIGURES)
    for item in page["items"]:
        quote, position = item["target"]["selector"]
        text = next(t for t in PASSAGES.values() if quote["prefix"] + quote["exact"] + quote["suffix"] in t)
        assert text[position["start"] : position["end"]] == quote["exact"]


def test_an_annotation_reads_the_words_from_the_text_where_it_has_it() -> None:
    class WithTexts(OfDossier):
        def text(self, article_id: str) -> str | None:
            return PASSAGES[article_id]

    items = json.loads("".join(linked.web_annotations(WithTexts(DOSSIER))))["items"]
    assert items[0]["target"]["selector"][0]["exact"] == STATEMENTS[0].content


def schema_org(url: str, options: object) -> dict[str, object]:
    """schema.org's context, as far as needed and without a network: every term is in its vocabulary."""
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": {"@vocab": "https://schema.org/"}}}


def test_claims_expand_as_json_ld_and_a_review_needs_a_persons_decision(tmp_path: Path) -> None:
    document = json.loads(written("claims", tmp_path))
    expanded = jsonld.expand(document, {"documentLoader": schema_org})
    kinds = [kind for node in expanded for kind in node["@type"]]
    assert kinds.count("https://schema.org/Claim") == 3
    assert kinds.count("https://schema.org/ClaimReview") == 1
    undecided = replace(DOSSIER, claims=(replace(DOSSIER.claims[0], decisions=()),))
    assert "ClaimReview" not in written("claims", tmp_path, undecided).decode()


def test_ftm_rows_give_each_entity_its_id_and_name(tmp_path: Path) -> None:
    rows = rows_of(written("ftm", tmp_path))
    assert {"entity_id", "prop", "schema", "value", "dataset"} <= set(rows[0])
    assert ("Person", "name", "Ana Ruiz") in {(r["schema"], r["prop"], r["value"]) for r in rows}
    assert len({r["id"] for r in rows}) == len(rows)


def test_an_unknown_format_names_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="did you mean markdown"):
        write("markdwon", DOSSIER, tmp_path / "x")


def test_nothing_selected_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="selects nothing"):
        write("html", replace(DOSSIER, claims=(), statements=()), tmp_path / "x.html")
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_is_none_gets_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"cannot be written \(No such file or directory\); name another place with -o"):
        write("html", DOSSIER, tmp_path / "none" / "x.html")


def test_a_failed_export_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "x.csv"
    target.write_text("the old one")
    with pytest.raises(QueryError, match="is no table"):
        write("csv", DOSSIER, target, Options(table="numbers"))
    assert target.read_text() == "the old one"
    assert [path.name for path in tmp_path.iterdir()] == ["x.csv"]
