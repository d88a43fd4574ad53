# make demo | test | check | quality | train | bench | fuzz | wheel: each does its own set-up in .venv.
PYTHON ?= python3
CORPUS ?= $(or $(TRACKER_CORPUS),../shared)
BIN = .venv/bin

.PHONY: demo test check quality train bench fuzz wheel clean
demo: .venv/ready
	@$(BIN)/tracker demo

test: .venv/ready
	$(BIN)/python -m pytest -n 2

check: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

quality: .venv/ready
	$(BIN)/python $(CORPUS)/tools/quality.py --tracker $(BIN)/tracker
	$(BIN)/python -m tests.stories
	TRACKER_CORPUS=$(CORPUS) $(BIN)/python -m tests.one_war
	@echo "quotations and speech above are read by weights that learned from the same text; held out:"
	TRACKER_CORPUS=$(CORPUS) $(BIN)/python -m tracker.train.heldout 5 > .heldout.jsonl
	$(BIN)/python $(CORPUS)/tools/score_quotes.py $(CORPUS)/dev/quotes.jsonl .heldout.jsonl --views said,reported
	$(BIN)/python $(CORPUS)/tools/score_quotes.py $(CORPUS)/dev/quotes.jsonl .heldout.jsonl --views said,reported --iou 0.5

train: .venv/ready
	TRACKER_CORPUS=$(CORPUS) $(BIN)/python -m tracker.train

bench: .venv/ready
	$(BIN)/python -m tests.bench

fuzz: .venv/ready
	FUZZ=100000 $(BIN)/python -m pytest -n 2 -m fuzz

wheel: .venv/ready
	HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 $(BIN)/python -m build --wheel --no-isolation

.venv/ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "tracker needs Python 3.11 or newer: PYTHON=/path/to/python3 make …" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv is missing: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

clean:
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache
