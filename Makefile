# make site   sets up, builds and writes site/ from incidents/
# make test   sets up and runs every test

release := .build/release/hindcast
jobs ?= $(shell nproc)

.PHONY: site build test lint set-up clean bench-evidence

site: build
	$(release) build

build: set-up
	swift build -c release --product hindcast --static-swift-stdlib -Xlinker -s

test: set-up
	swift build --build-tests
	swift test --skip-build

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

set-up:
	@scripts/set-up.sh

bench-evidence: build
	python3 Benchmarks/evidence/run.py $(release)

clean:
	rm -rf .build .hindcast
