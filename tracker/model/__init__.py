"""The words of the project as frozen values. Standard library only; nothing here computes more than its own identity."""

from tracker.model.article import Article, Document, Finding, Outlet
from tracker.model.changing import changed
from tracker.model.claim import SERIOUSNESS, ChangeKind, Claim, Entry, Heading, Pair, QuoteVariant, Relation, Stretch, VariantKind, Voice
from tracker.model.decision import Anchor, Decision, Ruling, Verdict
from tracker.model.figure import Bound, Figure, FigureKind, Number, Role, Scope, whole
from tracker.model.query import Query
from tracker.model.reading import Comparison, Name, Reading, Ready
from tracker.model.run import Run
from tracker.model.span import Span, content_hash
from tracker.model.statement import Kind, Match, Polarity, Sameness, Speaker, SpeakerKind, SpeakerProposal, Statement, Words
from tracker.model.view import (
    ArticleView,
    Case,
    ClaimView,
    Coverage,
    Credit,
    Dossier,
    FigureRow,
    Hit,
    Hits,
    Point,
    Profile,
    ProposalView,
    QueueRow,
)

__all__ = [
    "SERIOUSNESS",
    "Anchor",
    "Article",
    "ArticleView",
    "Bound",
    "Case",
    "ChangeKind",
    "Claim",
    "ClaimView",
    "Comparison",
    "Coverage",
    "Credit",
    "Decision",
    "Document",
    "Dossier",
    "Entry",
    "Figure",
    "FigureKind",
    "FigureRow",
    "Finding",
    "Heading",
    "Hit",
    "Hits",
    "Kind",
    "Match",
    "Name",
    "Number",
    "Outlet",
    "Pair",
    "Point",
    "Polarity",
    "Profile",
    "ProposalView",
    "Query",
    "QueueRow",
    "QuoteVariant",
    "Reading",
    "Ready",
    "Relation",
    "Role",
    "Ruling",
    "Run",
    "Sameness",
    "Scope",
    "Span",
    "Speaker",
    "SpeakerKind",
    "SpeakerProposal",
    "Statement",
    "Stretch",
    "VariantKind",
    "Verdict",
    "Voice",
    "Words",
    "changed",
    "content_hash",
    "whole",
]
