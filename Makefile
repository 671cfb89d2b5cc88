VENV := .venv/bin
ARGS ?=

.PHONY: help setup setup-dev run test lint lint-style lint-types lint-imports bench content-report lock

help:             ## this list
	@sed -n 's/^\([a-z-]*\):[^#]*## */\1\t/p' $(MAKEFILE_LIST) | expand -t 12

setup:            ## .venv with what it takes to run
	@tools/setup.sh prod

setup-dev:        ## .venv with what it takes to test as well
	@tools/setup.sh dev

run: setup        ## the site on http://127.0.0.1:8000 (PORT, INSTANCE, DATABASE_URL)
	@$(VENV)/routekaart db upgrade
	@$(VENV)/routekaart db seed
	@exec $(VENV)/routekaart serve

test: setup-dev   ## all tests, on SQLite and PostgreSQL; a part with ARGS=tests/engine
	$(VENV)/pytest -n 2 $(ARGS)

lint: lint-style lint-types lint-imports  ## ruff, mypy, import contracts

lint-style: setup-dev
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .

lint-types: setup-dev
	$(VENV)/mypy

lint-imports: setup-dev
	$(VENV)/lint-imports --no-cache

bench: setup-dev  ## the speed table of the design
	$(VENV)/python -m bench

content-report: setup  ## how easy the texts read, the hardest sentences, and what is due for review
	@$(VENV)/routekaart content readability
	@$(VENV)/routekaart content sources | tail -n 1

COMPILE := $(VENV)/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header --upgrade
lock: setup-dev   ## resolve the dependencies anew: newest versions, hashes, no addresses
	$(COMPILE) pyproject.toml --group build --output-file requirements/prod.lock >/dev/null
	$(COMPILE) pyproject.toml --group build --group dev --constraints requirements/prod.lock --output-file requirements/dev.lock >/dev/null
