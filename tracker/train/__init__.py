"""Trains the linear models whose weights stand in tracker/data: deterministic, from annotated articles. The program never imports it."""
