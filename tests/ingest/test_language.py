"""In which language a text is written. Every sentence here is invented."""

from __future__ import annotations

import pytest

from tracker import pipeline
from tracker.ingest import dated
from tracker.ingest.language import language_of
from tracker.model import Article

TEXTS = {
    "en": "The ferry sank off the northern cape before dawn on Tuesday, and boats were sent from two harbours to look for those who had "
    "not been found, the coast guard said, but it was not known how many were on board.",
    "fr": "Le bac a coulé au large du cap nord avant l'aube, et des bateaux ont été envoyés de deux ports pour chercher les passagers "
    "qui n'ont pas été retrouvés, selon le préfet, qui dit ne pas savoir combien ils étaient à bord.",
    "de": "Die Fähre ist vor dem Kap gesunken, und aus zwei Häfen wurden Boote geschickt, um nach denen zu suchen, die nicht gefunden "
    "wurden, sagte der Hafenmeister, der nicht wusste, wie viele es waren, als sie sich auf den Weg machte.",
    "es": "El transbordador se hundió frente al cabo del norte antes del amanecer, y de dos puertos salieron barcos para buscar a los que "
    "no han sido encontrados, según el prefecto, que no sabe cuántos eran los que iban en él.",
    "und": "Паром затонул у северного мыса до рассвета, из двух портов вышли лодки, чтобы искать пассажиров, сообщили спасатели.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_the_language_is_told_by_function_words_or_script(language: str) -> None:
    assert language_of(TEXTS[language]) == language


@pytest.mark.parametrize(
    "text", ["", "12 34 56", "Ferry sinks off cape", "Voir les photos de la mairie", "Dead 12 | Injured 40 | Missing 3"]
)
def test_too_little_speaks_for_no_language(text: str) -> None:
    assert language_of(text) is None


def test_a_text_that_is_not_english_yields_its_finding_and_nothing_else() -> None:
    reading = pipeline.read(dated(Article(TEXTS["fr"] + "\n\n« Il y a 12 morts », a dit le préfet.")))
    assert [finding.code for finding in reading.findings] == ["language_not_supported"]
    assert (reading.statements, reading.figures) == ((), ())


def test_an_english_text_is_read_whatever_its_page_declares() -> None:
    reading = pipeline.read(Article(TEXTS["en"] + "\n\n“We lost ten boats,” said Omar Tayeb.", language="fr"))
    assert "language_not_supported" not in [finding.code for finding in reading.findings]
    assert reading.statements
