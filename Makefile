# `make demo` prints the Coventry agreement, its register, its redline and its review; `make test` checks everything.
PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
READY := $(VENV)/ready
OFFICE := $(shell command -v soffice || command -v libreoffice)
NAME := coventry-cwpt/2018
OUT := out
PRINTS := $(OUT)/coventry-2018.docx $(OUT)/coventry-2018.html $(if $(OFFICE),$(OUT)/coventry-2018.pdf)
OLD := coventry-cwpt/2014
CHANGES := $(OUT)/coventry-2014-to-2018-redline.docx $(OUT)/coventry-2014-to-2018.html
REVIEW := $(OUT)/coventry-2018-review.docx
THREAD := $(OUT)/coventry-2018-golden-thread.html
SIGNING := $(OUT)/sign-off
REGISTERS := $(OUT)/coventry-2018-risks.docx $(OUT)/coventry-2018-risks.xlsx

.PHONY: demo test quick check goldens bench clean

demo: $(READY)
	@mkdir -p $(OUT)
	$(BIN)/s75 validate $(NAME)
	$(BIN)/s75 render $(NAME) $(PRINTS:%=-o %)
	$(BIN)/s75 risks $(NAME) $(REGISTERS:%=-o %)
	$(BIN)/s75 redline $(OLD) $(NAME) -o $(word 1,$(CHANGES)) --author "Legal Services" --date 2018-03-05
	@$(BIN)/s75 diff $(OLD) $(NAME) --format html > $(word 2,$(CHANGES)) || test $$? = 1
	$(BIN)/s75 check $(NAME) --compare $(OLD) --date 2018-04-01 --fail-on never -o $(REVIEW)
	$(BIN)/s75 trace $(NAME) --matrix $(THREAD) --date 2018-04-01
	@$(BIN)/s75 validate docs/broken-draft > $(OUT)/broken-draft.txt || true
	@echo
	$(BIN)/s75 list
	demo/sign-off.sh $(BIN)/s75 $(SIGNING)
	@echo
	@echo "Open these:"
	@for file in $(PRINTS); do echo "  $$file    the agreement"; done
	@for file in $(REGISTERS); do echo "  $$file    its risk register"; done
	@for file in $(CHANGES); do echo "  $$file    what changed since 2014"; done
	@echo "  $(REVIEW)    what reviews and the law ask for, and what the renewal closed"
	@echo "  $(THREAD)    from the law to the records, and the gaps"
	@echo "  $(SIGNING)/engrossment.docx    the fictional example as it is signed"
	@echo "  $(SIGNING)/conformed-copy.docx    its dated copy, with who executed it"
	@echo "  $(SIGNING)/deed-of-variation.docx    a deed that varies it a year later"
	@echo "  $(SIGNING)/consolidated-text.docx    the text in force after the deed"
	@echo "  $(OUT)/broken-draft.txt    what is wrong with a broken draft: $$(tail -n 1 $(OUT)/broken-draft.txt)"
	@test -n "$(OFFICE)" || echo "  (LibreOffice is not installed, so there is no PDF)"

test: check
	$(BIN)/python -m pytest -n auto --dist worksteal

quick: check
	$(BIN)/python -m pytest -n auto --dist worksteal -m "not slow"

check: $(READY)
	$(BIN)/ruff format --check toolkit tests benchmarks ci
	$(BIN)/ruff check toolkit tests benchmarks ci
	$(BIN)/mypy
	$(BIN)/lint-imports

goldens: $(READY)
	$(BIN)/python -m tests.support.goldens $(ONLY)

bench: $(READY)
	$(BIN)/python -m benchmarks

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@touch $(READY)

clean:
	rm -rf $(VENV) $(OUT) build dist
