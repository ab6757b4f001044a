# `make demo` prints the Coventry agreement and its register; `make test` checks everything.
PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
READY := $(VENV)/ready

.PHONY: demo test check bench clean

demo: $(READY)
	$(BIN)/python -m benchmarks.demo

test: check
	$(BIN)/python -m pytest -n auto

check: $(READY)
	$(BIN)/ruff format --check toolkit tests benchmarks
	$(BIN)/ruff check toolkit tests benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)
	$(BIN)/python -m benchmarks

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	touch $(READY)

clean:
	rm -rf $(VENV) out build dist
