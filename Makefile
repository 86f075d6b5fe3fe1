# Strider: build, run, test, measure, install. `make help` lists the targets.
SHELL := /bin/bash
.DEFAULT_GOAL := help
SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
SCENE ?=
STRICT := -Xswiftc -warnings-as-errors
# With the Swift libraries inside, the program starts in two thirds of the time, and on machines without Swift.
RELEASE := -c release --static-swift-stdlib
BINARY = "$$($(SWIFT) build $(RELEASE) --show-bin-path)/strider"
export SCENE

.PHONY: help run build test lint format soak fuzz bench bench-allocations install uninstall clean setup setup-tests

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

# The header is looked for where the compiler looks, so nothing is installed when it is there already.
setup:
	@command -v $(SWIFT) >/dev/null || { echo "strider: Swift 6.2 or newer is needed: https://www.swift.org/install" >&2; exit 1; }
	@echo '#include <ncurses.h>' | cc -E -x c - >/dev/null 2>&1 && { [ -n "$$(ls /usr/lib/*/libncursesw.so /usr/lib*/libncursesw.so 2>/dev/null)" ]; } \
	  || $(MAKE) --no-print-directory apt-libncursesw5-dev

setup-tests: setup
	@command -v tmux >/dev/null || $(MAKE) --no-print-directory apt-tmux

apt-%:
	@echo "Installing $* …"
	@command -v apt-get >/dev/null || { echo "strider: please install $* with your package manager" >&2; exit 1; }
	@if [ "$$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi; \
	  $$sudo apt-get update -qq && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y $*

# The program takes the place of the shell, so that it has the terminal and its signals to itself.
run: build ## build and open Strider (SCENE=… opens that scene)
	@exec $(BINARY) $(if $(SCENE),open "$$SCENE")

build: setup ## build the release binary
	@$(SWIFT) build $(RELEASE) --product strider

test: setup-tests ## run the whole test suite
	$(SWIFT) build --build-tests $(STRICT)
	$(SWIFT) test --skip-build $(STRICT)

lint: setup ## formatting, compiler warnings and undeclared imports are errors
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests $(wildcard Benchmarks/Sources Benchmarks/Benchmarks Benchmarks/Package.swift)
	$(SWIFT) build --build-tests $(STRICT) --explicit-target-dependency-import-check error

format: ## format all sources in place
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests $(wildcard Benchmarks/Sources Benchmarks/Benchmarks Benchmarks/Package.swift)

soak: setup-tests ## 100,000 random events on every screen, 10,000 questions of every topic
	$(SWIFT) build --build-tests $(STRICT)
	STRIDER_SOAK_EVENTS=100000 $(SWIFT) test --skip-build $(STRICT) --filter RandomEvents
	STRIDER_QUIZ_QUESTIONS=10000 $(SWIFT) test --skip-build $(STRICT) --filter 'GeneratedQuestion|Explanation'

fuzz: setup-tests ## 200,000 hostile inputs for everything that reads
	$(SWIFT) build --build-tests $(STRICT)
	STRIDER_FUZZ_INPUTS=200000 $(SWIFT) test --skip-build --no-parallel $(STRICT) --filter FuzzTests

bench: build ## measure speed (ARGS=conv2d only those; ARGS="--seconds 2" longer)
	$(SWIFT) run -c release --package-path Benchmarks Benchmarks --program $(BINARY) $(ARGS)

# A tape that is reused must not allocate per step. Stripped, because valgrind cannot read Swift's debug information.
bench-allocations: setup ## count the allocations of 1,000 and 2,000 steps of races and trainings: the same
	@command -v valgrind >/dev/null || $(MAKE) --no-print-directory apt-valgrind
	$(SWIFT) build -c release --package-path Benchmarks
	@binary=$$(mktemp) && trap 'rm -f '$$binary EXIT && \
	strip -o $$binary "$$($(SWIFT) build -c release --package-path Benchmarks --show-bin-path)/Benchmarks" && chmod +x $$binary && \
	count() { valgrind $$binary --allocations $$1 2>&1 | sed -nE 's/.*total heap usage: ([0-9,]+) allocs.*/\1/p'; } && \
	short=$$(count 1000) && long=$$(count 2000) && \
	echo "1,000 steps of races and trainings: $$short allocations in all; 2,000 steps: $$long" && test -n "$$short" && test "$$short" = "$$long"

install: build ## install under PREFIX (default /usr/local)
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/strider"
	install -s -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/strider"
	rm -rf "$(DESTDIR)$(PREFIX)/share/strider/lessons"
	cp -R lessons "$(DESTDIR)$(PREFIX)/share/strider/lessons"

uninstall: ## remove what install put there
	rm -f "$(DESTDIR)$(PREFIX)/bin/strider"
	rm -rf "$(DESTDIR)$(PREFIX)/share/strider"

clean: ## remove everything that was built
	rm -rf .build Benchmarks/.build
