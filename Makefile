# Everything runs in .venv, which is made here and brought up to date when pyproject.toml changes.
# On a build server (CI=true) it is installed from the lock files, hash by hash.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules --no-print-directory

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := build/demo
CODE := pmoascode tests benchmarks demo
EDITOR := .cache/language-server
CHECKER := .cache/html-checker
LIGHTHOUSE := .cache/lighthouse
PYTEST_ARGS ?= -n auto --dist loadfile
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# $(call install,extra,lock): the project as it stands here, with what the extra asks for.
define install
@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
  { echo "Python 3.11 or newer is needed, and $(PYTHON) is older. Try: make PYTHON=python3.12"; exit 1; }
@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || \
  { echo "No virtual environment could be made. On Debian: apt-get install python3-venv"; exit 1; }
@echo "Installing into $(VENV) ..."
@if [ "$${CI:-}" = true ]; then \
  $(BIN)/python -m pip install --quiet --require-hashes -r requirements/$(2).txt && \
  $(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .; \
else \
  $(BIN)/python -m pip install --quiet --editable '.[$(1)]'; \
fi
@touch $@
endef

.PHONY: help
help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/site.stamp: pyproject.toml requirements/site.txt
	$(call install,site,site)

$(VENV)/dev.stamp: pyproject.toml requirements/ci.txt
	$(call install,dev,ci)

.PHONY: demo
demo: $(VENV)/site.stamp ## build the example portfolio with its history into build/demo
	@$(BIN)/python -m demo.replay $(DEMO)
	@cd $(DEMO) && day=$$($(CURDIR)/$(BIN)/python -c 'import sys; sys.path.insert(0, "$(CURDIR)"); from demo.example import TODAY; print(TODAY)') && \
	  $(CURDIR)/$(BIN)/pmo check --quiet --today $$day && $(CURDIR)/$(BIN)/pmo build --today $$day
	@echo "The example site is ready: open $(CURDIR)/$(DEMO)/build/site/index.html"

.PHONY: picture
picture: $(VENV)/dev.stamp demo ## take the pictures of the README again, with the system's Chromium
	@$(BIN)/python -m demo.pictures $(DEMO)/build/site pictures

.PHONY: test
test: lint ## run everything: style, types, tests, and the site in a real browser
	@if command -v npm >/dev/null; then $(MAKE) editor; fi
	@$(BIN)/python -m pytest $(PYTEST_ARGS)

.PHONY: editor
editor: $(EDITOR)/stamp ## fetch the server behind editors, with npm, for the tests of completion

$(EDITOR)/stamp: tests/editors/language_server/package-lock.json
	@mkdir -p $(EDITOR) && cp tests/editors/language_server/package*.json $(EDITOR)
	@npm ci --prefix $(EDITOR) --ignore-scripts --no-audit --no-fund --silent || \
	  echo "The server behind editors could not be fetched; its tests are left out."
	@[ ! -d $(EDITOR)/node_modules ] || touch $@

.PHONY: nu
nu: $(VENV)/dev.stamp $(CHECKER)/stamp ## ask the Nu Html Checker about every page (needs npm and java)
	@$(BIN)/python -m pytest -q -rs tests/browser/test_standard.py

$(CHECKER)/stamp: tests/browser/html_checker/package-lock.json
	@mkdir -p $(CHECKER) && cp tests/browser/html_checker/package*.json $(CHECKER)
	@npm ci --prefix $(CHECKER) --ignore-scripts --no-audit --no-fund --silent && touch $@

.PHONY: lighthouse
lighthouse: site $(LIGHTHOUSE)/stamp ## ask Lighthouse about pages of the example (needs npm and chromium)
	@$(BIN)/python -m tests.lighthouse

$(LIGHTHOUSE)/stamp: tests/lighthouse/package-lock.json
	@mkdir -p $(LIGHTHOUSE) && cp tests/lighthouse/package*.json $(LIGHTHOUSE)
	@npm ci --prefix $(LIGHTHOUSE) --ignore-scripts --no-audit --no-fund --silent && touch $@

.PHONY: lint
lint: $(VENV)/dev.stamp ## style and types only
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

.PHONY: fix
fix: $(VENV)/dev.stamp ## put right what the style tools can put right
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

.PHONY: check
check: $(VENV)/site.stamp ## check the example portfolio
	@$(BIN)/pmo check --today 2026-11-10

.PHONY: site
site: $(VENV)/site.stamp ## build the site of the example into build/site
	@$(BIN)/pmo build --today 2026-11-10
	@echo "The site is ready: open $(CURDIR)/build/site/index.html"

.PHONY: serve
serve: $(VENV)/site.stamp ## show the site while you edit the records
	@$(BIN)/pmo serve --today 2026-11-10

.PHONY: schemas
schemas: $(VENV)/dev.stamp ## write the schemas again from the record types
	@$(BIN)/python -m pmoascode.records.json_schema schema

.PHONY: mutants
mutants: $(VENV)/dev.stamp ## put small faults into the rules; see which their tests find (ONLY=risks)
	@$(BIN)/python -m tests.mutation $(ONLY)

.PHONY: bench
bench: $(VENV)/dev.stamp ## measure speed and memory
	@$(BIN)/python -m benchmarks

# The hosts of the machine's own package mirror stay out of the lock files.
LOCK := --quiet --strip-extras --generate-hashes --allow-unsafe --resolver=backtracking \
  --build-deps-for=wheel --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header

.PHONY: lock
lock: ## bring the lock files up to date (UPGRADE=1 takes newer releases)
	@$(PYTHON) -m venv build/lock && build/lock/bin/python -m pip install --quiet pip-tools
	@mkdir -p requirements
	@build/lock/bin/pip-compile $(LOCK) $(if $(UPGRADE),--upgrade) --extra dev -o requirements/ci.txt pyproject.toml
	@build/lock/bin/pip-compile $(LOCK) -c requirements/ci.txt --extra site -o requirements/site.txt pyproject.toml
	@build/lock/bin/pip-compile $(LOCK) -c requirements/ci.txt -o requirements/check.txt pyproject.toml

.PHONY: clean
clean: ## remove what was built, and the environment
	@rm -rf build dist $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis
