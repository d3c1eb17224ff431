# make site   sets up, builds and writes site/ from incidents/
# make test   sets up and runs every test

release := .build/release/hindcast
jobs ?= $(shell nproc)

.PHONY: site build test test-browser lint set-up clean bench-evidence bench-reviews

site: build
	$(release) build

build: set-up
	swift build -c release --product hindcast --static-swift-stdlib -Xlinker -s

test: set-up
	swift build --build-tests
	swift test --skip-build

# Headless Chromium over site/, as the browser tests need it; what is missing is installed first.
browser := .hindcast/browser
test-browser: $(browser)/bin/python
	$(browser)/bin/python Tests/Browser/check-portal.py site

$(browser)/bin/python:
	command -v chromium > /dev/null || apt-get install -y -qq --no-install-recommends chromium python3-venv > /dev/null
	python3 -m venv $(browser)
	$(browser)/bin/pip install --quiet playwright axe-playwright-python

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

set-up:
	@scripts/set-up.sh

bench-evidence: build
	python3 Benchmarks/evidence/run.py $(release)

# The labelled texts aren't part of the project: name their folder.
postmortems ?= ../shared/data/postmortems
bench-reviews: build
	python3 Benchmarks/reviews/score-playbook.py $(release) $(postmortems)

clean:
	rm -rf .build .hindcast
