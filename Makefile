# `make help` lists what there is to do; every command works in a fresh clone.
SHELL := /bin/sh
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv/bin/python
CHECKS := check-types check-walls check-format check-lint check-templates check-imports check-migrations \
	check-messages
LOCKS := bootstrap base assets embedded dev
# The checks load the settings and reach no server.
CHECK := SECRET_KEY=only-for-the-checks-and-for-nothing-else-0123456789abcdef \
	DATABASE_URL=postgresql://check:check@127.0.0.1:1/check REDIS_URL=redis://127.0.0.1:1/0 \
	DEMO=0 DEBUG=0

.PHONY: help run reset test test-fast walks check fmt lock python ready develop browser $(CHECKS)

help:  ## This list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 18

run: ready  ## Set up what is missing and run everything on PORT (8000)
	@exec $(VENV) -m config.launch --with-parent

reset: ready  ## Empty the database, the documents and the logs of `make run`
	@$(VENV) -m config.reset

test: develop browser  ## All tests
	$(VENV) -m pytest -n 2 --dist loadfile

test-fast: develop  ## The tests that need no browser and little time
	$(VENV) -m pytest -n 2 --dist loadfile -m "not browser and not slow"

walks: develop  ## At least ten thousand random steps through every regime
	WALKS=nightly $(VENV) -m pytest -n 2 tests/walks

check:  ## All that is checked without running it, two at a time
	@$(MAKE) --jobs 2 --output-sync=target $(CHECKS)

check-format: develop
	$(VENV) -m ruff format --check .

check-lint: develop
	$(VENV) -m ruff check .

check-templates: develop
	$(VENV) -m djlint --lint --quiet .

check-types: develop
	$(CHECK) $(VENV) -m mypy .

check-imports: develop
	$(VENV) -c "from importlinter.cli import lint_imports_command; lint_imports_command()"

check-migrations: develop
	$(CHECK) $(VENV) -W ignore manage.py makemigrations --check --dry-run

check-messages: develop
	$(CHECK) $(VENV) -m config.messages check

# Over the migrated schema, on a server of its own.
check-walls: develop
	$(VENV) -m pytest -q -p no:cacheprovider tests/proof

fmt: develop  ## Put code and templates in the house's form
	$(VENV) -m ruff check --fix-only --quiet .
	$(VENV) -m ruff format .

lock: develop  ## Compile requirements/*.in anew; pass UPGRADE=--upgrade for newer releases
	@for name in $(LOCKS); do \
		$(VENV) -m uv --quiet pip compile --universal --python-version 3.11 $(UPGRADE) \
			--fork-strategy fewest --generate-hashes --no-emit-index-url \
			--custom-compile-command "make lock" \
			requirements/$$name.in -o requirements/$$name.txt || exit 1; \
	done

python:
	@command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) is not installed; Python 3.11 or newer is needed."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or newer is needed and $(PYTHON) is older: PYTHON=/path/to/python3.11 make ..."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
		echo "$(PYTHON) lacks the module venv (Debian: apt install python3-venv)."; exit 1; }

ready: python
	@$(PYTHON) -m config.prepare run

develop: python
	@$(PYTHON) -m config.prepare develop

browser: develop
	@$(VENV) -m tests.browser.find_chromium
