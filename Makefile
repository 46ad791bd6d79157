# One command each. Both 'make demo' and 'make test' build what they need.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
export OMP_NUM_THREADS ?= 1

.PHONY: help setup demo test lint bench fuzz format readme clean

help:
	@echo "make demo    set up, then grade and report a sample class"
	@echo "make test    set up, then lint and test everything"
	@echo "make lint    ruff, mypy and import-linter alone"
	@echo "make bench   measure speed and memory: plain pytest, growing classes, other graders"
	@echo "make fuzz    fuzz the protocol; FUZZ_SECONDS=600 for longer than a minute"
	@echo "make format  format the code;  make readme  refresh the README's generated parts"

setup: $(READY) jail

$(READY): pyproject.toml constraints.txt scripts/set_up.sh
	@bash scripts/set_up.sh $(PYTHON) $(VENV)
	@touch $@

# What jails other people's code. Installed where we may, named where we may not.
.PHONY: jail
jail:
	@bash scripts/install_jail.sh

demo: setup
	@$(BIN)/gradekit demo --out demo

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: setup lint
	$(BIN)/python -m pytest

bench: setup
	$(BIN)/python scripts/bench.py

FUZZ_SECONDS ?= 60
fuzz: setup
	@$(BIN)/python -m pip --disable-pip-version-check install --quiet --root-user-action ignore -c constraints.txt --group fuzz
	$(BIN)/python scripts/fuzz.py $(FUZZ_SECONDS)

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

readme: $(READY)
	$(BIN)/python scripts/readme.py

clean:
	rm -rf $(VENV) demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
