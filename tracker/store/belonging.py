"""What a case holds, as SQL conditions: what was put there by standing decisions, and what hangs on it. `:case` is its name.

An article brings its statements, figures and claims; a claim its figures and the articles they stand in; a speaker what they said and the
figures in it, with those joined to them.
"""

from __future__ import annotations

TAGGED = """SELECT target.target FROM target JOIN decision ON decision.number = target.decision WHERE decision.verdict = 'tag'
    AND decision.value = :case AND decision.withdrawn_at IS NULL AND target.target IS NOT NULL AND target.what = '{}'"""
ARTICLES = f"SELECT n FROM article WHERE id IN ({TAGGED.format('article')})"
FIGURES = f"SELECT n FROM figure WHERE id IN ({TAGGED.format('figure')})"
NAMED = f"SELECT alias.speaker FROM alias WHERE alias.name IN ({TAGGED.format('speaker')})"
SPEAKERS = f"""(SELECT n FROM speaker WHERE coalesce(joined, n) IN
    (SELECT coalesce(joined, n) FROM speaker WHERE n IN ({NAMED})))"""

CO_SPOKEN = "SELECT co_speaker.statement FROM co_speaker WHERE co_speaker.speaker IN {0}"
"""Statements of speakers, a list in brackets of their numbers, that are filed under another speaker as well."""
SAID = f"figure.speaker IN {{0}} OR figure.statement IN (SELECT id FROM statement WHERE n IN ({CO_SPOKEN}))"
"""Figures of such speakers, whoever else is credited with them."""

FIGURE = f"figure.n IN ({FIGURES}) OR figure.article IN ({ARTICLES}) OR {SAID.format(SPEAKERS)}"
STATEMENT = f"""statement.article IN ({ARTICLES}) OR statement.speaker IN {SPEAKERS}
    OR statement.n IN ({CO_SPOKEN.format(SPEAKERS)})
    OR statement.id IN (SELECT statement FROM figure WHERE n IN ({FIGURES}))"""
CLAIM = f"claim.n IN (SELECT claim FROM figure WHERE NOT figure.dropped AND ({FIGURE}))"
ARTICLE = f"""article.n IN ({ARTICLES}) OR article.n IN (SELECT article FROM figure WHERE n IN ({FIGURES}))
    OR article.n IN (SELECT article FROM statement WHERE NOT dropped AND
    (speaker IN {SPEAKERS} OR n IN ({CO_SPOKEN.format(SPEAKERS)})))"""
