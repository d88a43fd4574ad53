"""What was said without quotation marks around it, marked in the text: «content:…», «cue:…», «source:…»."""

from __future__ import annotations

import re
import time

import pytest

from tracker.extract.quotations import quotations
from tracker.extract.speech import settled_cues, speech
from tracker.model import Article, Kind, Polarity, Statement
from tracker.text.names import names

MARK = re.compile(r"«(content|cue|source):([^»]*)»")


def read(text: str) -> tuple[Statement, ...]:
    return speech(Article(text), (), ())


def unmarked(marked: str) -> tuple[str, dict[str, list[tuple[int, int]]]]:
    """The text without its marks, and the spans of each part."""
    text, spans, position = "", {"content": [], "cue": [], "source": []}, 0
    for m in MARK.finditer(marked):
        text += marked[position : m.start()]
        spans[m.group(1)].append((len(text), len(text) + len(m.group(2))))
        text += m.group(2)
        position = m.end()
    return text + marked[position:], spans


SAID = {
    "whom it was told, no that": "«source:Tor Lind» «cue:told» Coast Business Daily «content:the strike had cost the port nine ships».",
    "whom, where, no that": "«source:Tor Lind» «cue:told» reporters in Oslo «content:the strike had cost the port nine ships».",
    "a credit inside a relative clause": "The march, which «source:the police» «cue:say» «content:drew nine hundred men», ended at noon.",
    "a number alone": "«source:The ministry» has «cue:reported» «content:6,045 deaths».",
    "this morning": "«source:The port» «cue:reported» this morning «content:that three ships were lost».",
    "a question, whom it was asked": "«source:Lund» «cue:asked» the clerk of the port «content:whether the old bridge would reopen».",
    "a claim to have done, where": "«source:The rebels» «cue:claimed» in a note from Sella «content:to have taken nine boats».",
    "what a court holds": "«source:The court» let him go, «cue:holding» «content:that the old bridge was no road».",
    "had": "«source:Counsel for the port» had «cue:submitted» «content:that the old bridge was no road».",
    "a name, an age, a verb": "«source:Lund» «cue:said» «content:Bo Ruiz, 61, had worked on the old bridge, and the sail was “a rag”».",
    "no that": "«source:The mate» «cue:reckoned» «content:the old bridge had been sold».",
    "what a thing is called": "«source:Mayor Ruiz» «cue:called» «content:the old bridge “a hole in the air”».",
    "said of the speaker first": "«source:Ann Smit», who likes the boat, «cue:said» in a note «content:that the sail was no longer safe».",
    "cue first": "«source:Mayor Ruiz» «cue:said» «content:the old bridge would reopen in the spring».",
    "that belongs to the content": "«source:The ministry» «cue:said» on Monday «content:that two ferries had been delayed by the storm».",
    "cue last": "«content:The harbour will stay shut until the ice melts», «source:officials» «cue:said».",
    "cue last, turned round": "«content:The harbour will stay shut until the ice melts», «cue:said» «source:Ann Smit», who runs it.",
    "cue inside": "«content:The harbour», «source:he» «cue:said», «content:will stay shut until the ice melts».",
    "according to, last": "«content:About ninety boats were lost in the flood», «cue:according to» «source:the coast guard».",
    "according to, first": "«cue:According to» «source:the coast guard», «content:about ninety boats were lost in the flood».",
    "told somebody": "«source:Lund» «cue:told» reporters «content:that the mine had been closed for years».",
    "a relative clause between source and cue": "«content:The road is safe», «source:Ann Smit», who runs the port, «cue:said».",
    "told somebody, last": "«content:The fire killed nine people», «source:the mayor» «cue:told» reporters.",
    "said on a day, last": "«content:At least 23 people were hurt», «source:the ministry» «cue:said» on Sunday.",
    "claimed to have": "«source:Rebels» «cue:claimed» «content:to have shot down a plane».",
    "reported": "«content:The quake destroyed 300 houses», «source:state television» «cue:reported».",
    "partly quoted": "«source:Lund» «cue:said» «content:the mine was “a hole full of water”».",
    "promise": "«source:The union» has «cue:vowed» «content:to stay out until the wages are paid».",
    "the clause before a conjunction": "Although «source:he» «cue:said» «content:the road was safe», the drivers turned back.",
}


@pytest.mark.parametrize("marked", SAID.values(), ids=SAID)
def test_what_was_said_is_found_with_its_cue_and_source(marked: str) -> None:
    text, spans = unmarked(marked)
    [found] = read(text)
    assert [tuple(span) for span in found.spans] == spans["content"]
    assert found.cue and (found.cue.start, found.cue.end) == spans["cue"][0]
    assert found.mention and (found.mention.start, found.mention.end) == spans["source"][0]


NOTHING = {
    "a noun": "The state opened a new school near the river.",
    "no reporting word": "Snow fell on the harbour all night.",
    "only a quotation": "“The harbour is shut,” she said.",
    "a cue inside a quotation": "“Lund said the mine was closed for years,” she recalled.",
    "a list after a colon": "Three things were missing: rope, tar and sails.",
    "nothing at all": "",
    "marks only": "“ ” : — ,",
    "a cue alone": "said",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_text_that_reports_no_indirect_speech_gives_nothing(text: str) -> None:
    assert read(text) == ()


def test_partly_quoted_speech_is_mixed_and_unquoted_speech_indirect() -> None:
    mixed, indirect = read("Lund said the mine was “a hole full of water”.\n\nShe said the road was safe.")
    assert (mixed.kind, indirect.kind) == (Kind.MIXED, Kind.INDIRECT)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ann Smit told Kanal 3 television she was ready to go.", "she was ready to go"),
        ("Ann Smit told Radio 4 the road was shut.", "the road was shut"),
        ("Ann Smit told Northwire 20 people had drowned.", "20 people had drowned"),
        ("Ann Smit described the storm as “one too many” and directed that the ferry stay in port.", "the storm as “one too many”"),
        ("Ann Smit said the plan was “dead” and needed burying.", "the plan was “dead” and needed burying"),
    ],
)
def test_what_was_said_begins_behind_a_channel_and_ends_where_who_speaks_acts(text: str, content: str) -> None:
    assert read(text)[0].content == content


def test_a_second_cue_shares_the_subject_of_the_first() -> None:
    first, second = read("Ann Smit said the road was safe and added that the bridge would open in May.")
    assert first.mention and second.mention
    assert (first.mention.text, second.mention.text) == ("Ann Smit", "Ann Smit")


def test_a_denial_carries_negative_polarity() -> None:
    [found] = read("The company denied that the dam had been built on sand.")
    assert found.polarity is Polarity.DENIES


def test_every_span_slices_to_the_words_it_claims_with_characters_beyond_the_basic_plane() -> None:
    text = "🌊🌊 Lund said the mine 🚜 was closed, adding that “nobody” had been told.\r\n"
    for found in read(text):
        assert " ".join(" ".join(text[a:b].split()) for a, b in found.spans) == found.content
        assert found.cue and text[found.cue.start : found.cue.end] == found.cue.text


def test_statements_come_in_text_order_with_a_confidence_between_zero_and_one() -> None:
    found = read("Lund said the mine was closed. According to Ann Smit, the road was safe.\n\nThe road was wet, he said.")
    assert [s.span.start for s in found] == sorted(s.span.start for s in found)
    assert all(0 < s.confidence <= 1 and s.found_by for s in found)


@pytest.mark.parametrize("unit", ["said ", "she said that ", "“said” ", ": ", "“", "according to ", "he said, "])
def test_a_line_of_nothing_but_cues_is_read_in_time_that_grows_with_its_length(unit: str) -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        read(unit * times)
        return time.process_time() - start

    seconds(50)
    assert seconds(1600) < 40 * seconds(200) + 0.2


def test_the_cue_of_a_quotation_is_settled_and_lends_its_source() -> None:
    text = "“The road is shut,” Ann Smit said, adding that the ice would hold."
    article = Article(text)
    quoted, _ = quotations(article, names(text))
    [found] = speech(article, quoted, ())
    assert found.content == "that the ice would hold"
    assert found.mention and found.mention.text == "Ann Smit"
    assert settled_cues(text, quoted) == {text.index("said"): quoted[0].mention}


@pytest.mark.parametrize("text", ["Then “the road is shut,” she said.", "“The road is shut” until May, she said.", "“The road is shut"])
def test_a_quotation_with_words_around_it_settles_nothing(text: str) -> None:
    quoted, _ = quotations(Article(text), names(text))
    assert settled_cues(text, quoted) == {}


def test_a_disaster_claims_lives_and_says_nothing() -> None:
    assert not read("The flood claimed the lives of nine sailors on Monday.")


def test_what_no_group_says_is_not_said() -> None:
    assert not [s for s in read("No group claimed that it had burnt the boats.") if s.mention]
