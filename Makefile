# Everything a person does with this repository; `make` alone prints the list.
#
# Options, on the command line:  SWIFT_FLAGS  more flags for every swift build and test
#                                JOBS         how many compilations at once
#                                BENCH_FLAGS  options of Benchmarks/run, such as --patience 45
#                                NATIVE=0     a program for any processor of this kind, not just this one
#                                FORMAT, SECONDS  what `make fuzz` tries, and for how long
#                                PREFIX, DESTDIR  where `make install` puts things

SWIFT_FLAGS ?=
JOBS ?=
PREFIX ?= /usr/local
DESTDIR ?=

swift_options := $(if $(JOBS),--jobs $(JOBS)) $(SWIFT_FLAGS)
# Wider vectors where the processor has them: betweenness works on eight numbers at once. Results
# are the same bits, since nothing is contracted. The compiler takes this for x86-64 only.
NATIVE ?= $(if $(filter x86_64,$(shell uname -m)),1,0)
release_options := -c release $(if $(filter 1,$(NATIVE)),-Xcc -march=native) $(swift_options)
# Builds that need other compiler flags have folders of their own, so that none undoes another.
install_build := --scratch-path .build-install --static-swift-stdlib $(release_options)

# The suite is all Swift Testing: the runner for XCTest would only report that it ran nothing.
swift_test := swift test --disable-xctest $(swift_options)

swift_sources := Sources Tests Package.swift Benchmarks/Sources Benchmarks/Package.swift
shell_scripts := scripts/bootstrap scripts/man-pages .ci/run Tests/Fuzz/run

.DEFAULT_GOAL := help
.PHONY: help bootstrap demo test test-release test-sanitizers fuzz build lint format docs man \
	completions install bench bench-gate clean

help: ## print this list
	@echo 'Samspill, a network analysis engine for learning regions.'
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))
	@echo
	@echo 'Options: JOBS=N, SWIFT_FLAGS="…", NATIVE=0; for install PREFIX=/usr/local and DESTDIR.'

bootstrap: ## check Swift and install missing C libraries (DRY=1 only prints)
	@scripts/bootstrap

demo: bootstrap ## report and map of a real region in samspill-demo/, and what stands out
	swift build --product samspill $(release_options)
	@"$$(swift build --show-bin-path $(release_options))/samspill" demo samspill-demo

test: bootstrap ## run all tests, debug build
	$(swift_test)

test-release: bootstrap ## run all tests, release build
	$(swift_test) -c release --scratch-path .build-test-release

# Else every run of the program under the thread sanitizer would sleep for a second when it ends.
test-sanitizers: bootstrap ## run all tests under the thread and the address sanitizer
	TSAN_OPTIONS=atexit_sleep_ms=0 $(swift_test) --sanitize thread --scratch-path .build-thread
	ASAN_OPTIONS=detect_leaks=0 $(swift_test) --sanitize address --scratch-path .build-address

fuzz: bootstrap ## try readers with made-up bytes: FORMAT=graphml SECONDS=60; all without FORMAT
	Tests/Fuzz/run "$(FORMAT)" "$(or $(SECONDS),60)"

build: bootstrap ## build the program, release: .build/release/samspill
	swift build $(release_options)

lint: ## check format and shell scripts; changes nothing
	swift format lint --strict --parallel --recursive $(swift_sources)
	@for script in $(shell_scripts); do \
	  case $$(head -n 1 $$script) in *bash) bash -n $$script ;; *) sh -n $$script ;; esac || exit 1; \
	done
	@if command -v shellcheck >/dev/null; then shellcheck $(shell_scripts); fi

format: ## bring all Swift files into the project's format
	swift format --in-place --parallel --recursive $(swift_sources)

docs: bootstrap ## write the libraries' documentation into docs/api/
	@rm -rf docs/api && mkdir -p docs
	swift package --allow-writing-to-directory docs generate-documentation \
	  --target GraphCore --target NetworkMetrics --target LearningRegion \
	  --target RegionAnalysis --target NetworkFormats --target RegionDiagrams --target RegionReport \
	  --enable-experimental-combined-documentation --transform-for-static-hosting \
	  --output-path docs/api

man: bootstrap ## write the manual pages into docs/man/
	scripts/man-pages docs/man

completions: bootstrap ## write completions for bash, zsh and fish into docs/completions/
	swift build --product samspill $(release_options)
	@mkdir -p docs/completions
	@program="$$(swift build --show-bin-path $(release_options))/samspill" && \
	  "$$program" --generate-completion-script bash > docs/completions/samspill && \
	  "$$program" --generate-completion-script zsh > docs/completions/_samspill && \
	  "$$program" --generate-completion-script fish > docs/completions/samspill.fish

install: bootstrap man completions ## install program, completions and manual: PREFIX=/usr/local
	swift build $(install_build) --product samspill
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/man/man1" \
	  "$(DESTDIR)$(PREFIX)/share/bash-completion/completions" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions" \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"
	install -m 755 "$$(swift build $(install_build) --show-bin-path)/samspill" \
	  "$(DESTDIR)$(PREFIX)/bin/samspill"
	install -m 644 docs/man/*.1 "$(DESTDIR)$(PREFIX)/share/man/man1/"
	install -m 644 docs/completions/samspill \
	  "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/samspill"
	install -m 644 docs/completions/_samspill \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_samspill"
	install -m 644 docs/completions/samspill.fish \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/samspill.fish"

bench: bootstrap ## time Samspill beside other tools: Benchmarks/RESULTS.md (QUICK=1: small graphs)
	Benchmarks/run $(BENCH_FLAGS) $(if $(QUICK),--quick --output Benchmarks/.work/QUICK.md)

bench-gate: bootstrap ## count the instructions of every kernel, fail where they grew (valgrind)
	Benchmarks/instructions

clean: ## remove everything that builds and the demo have written
	rm -rf .build .build-install .build-test-release .build-thread .build-address \
	  Benchmarks/.build Benchmarks/.work Tests/Fuzz/.build Tests/Fuzz/.work docs samspill-demo
