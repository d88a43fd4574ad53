"""The review desk in the terminal. One screen a file; rendering in pure functions."""
