.DEFAULT_GOAL := help
PY := .venv/bin/python
UV := .venv/bin/uv
UV_VERSION := 0.13.9
PORT ?= 8700
DATA ?= octavo-data/demo

.PHONY: help setup setup-dev demo test lint lock bench-feeds

help:  ## Show what each target does
	@grep -hE '^[a-z-]+:.*?## ' $(MAKEFILE_LIST) | awk -F':.*?## ' '{printf "  %-16s %s\n", $$1, $$2}'

.venv/bin/uv:
	python3 -m venv .venv
	.venv/bin/pip install --quiet "uv==$(UV_VERSION)"

.venv/run.stamp: requirements.lock pyproject.toml | .venv/bin/uv
	$(UV) pip sync --quiet --require-hashes requirements.lock
	$(UV) pip install --quiet --no-deps --editable .
	.venv/bin/python -m ensurepip --upgrade >/dev/null 2>&1 || true
	@touch $@

bench-feeds:  ## Count what is read right of feeds (SET=folder of the shared suites; without it our own fixtures)
	$(PY) -m bench.feeds $(if $(SET),--set $(SET))
