"""Tracks claims in news articles and where they come from: who said what, through whom, and which figures cannot all be true."""

__version__ = "0.1.0"
