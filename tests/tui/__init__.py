"""Screens driven by keys and by the mouse; each test asserts on the store and on the words that the screen shows."""
