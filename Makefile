# The work of every day. Each target makes the environment that it needs (.venv) and says what it does in `make help`.
BIN := .venv/bin
PYTEST := $(BIN)/pytest -n auto

.PHONY: help demo test check style bench lock clean

help:
	@echo "make demo    read the sample reports and show what the register says"
	@echo "make test    format, lint, types and every test"
	@echo "make check   the same with the quick tests only"
	@echo "make bench   how fast, beside spaCy's small parser on the same sentences (some minutes)"
	@echo "make lock    write requirements/*.txt anew from pyproject.toml"
	@echo "make clean   remove the environment and what tools left behind"

demo: .venv/base.stamp
	@$(BIN)/missionwatch demo

test: style
	@$(PYTEST)

check: style
	@$(PYTEST) -m "not slow"

style: .venv/dev.stamp
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary

bench: .venv/bench.stamp
	@$(BIN)/python benchmarks/extraction.py

COMPILE = $(BIN)/uv pip compile pyproject.toml --quiet --universal --generate-hashes --no-emit-index-url \
	--no-emit-find-links --no-header --python-version 3.11

lock: .venv/dev.stamp
	$(COMPILE) --group build --output-file requirements/base.txt
	$(COMPILE) --group dev --constraint requirements/base.txt --output-file requirements/dev.txt
	$(COMPILE) --group bench --constraint requirements/base.txt --output-file requirements/bench.txt

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find src tests benchmarks -name __pycache__ -type d -exec rm -rf {} +

.venv/base.stamp: requirements/base.txt pyproject.toml scripts/make-environment
	@scripts/make-environment requirements/base.txt
	@touch $@

# The development lock holds the runtime one, so both are then in place.
.venv/dev.stamp: requirements/dev.txt pyproject.toml scripts/make-environment
	@scripts/make-environment requirements/dev.txt
	@touch .venv/base.stamp $@

# What is measured against; nothing of it is needed to run or to test.
.venv/bench.stamp: requirements/bench.txt .venv/base.stamp
	@scripts/make-environment requirements/bench.txt
	@touch $@
